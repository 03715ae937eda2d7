"""The history of a request as a page shows it: what, when, when entered, and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from states.case import EventKind
from workflow.i18n import Lang
from workflow.services.casefile import HistoryLine
from workflow.services.telling.entries import terms_said
from workflow.wording.facts import kind_words

_ANNULLABLE = frozenset(kind.value for kind in EventKind)


@dataclass(frozen=True, slots=True)
class Entered:
    """One entry of the history."""

    seq: int
    what: str
    said: str
    happened_on: date
    entered_at: datetime
    actor: str
    annulled_by: int | None
    may_be_annulled: bool


def history_lines(history: Iterable[HistoryLine], lang: Lang) -> tuple[Entered, ...]:
    """Return entries in the order they were entered."""
    return tuple(
        Entered(
            seq=line.seq,
            what=kind_words(line.kind, lang),
            said=terms_said(line.terms, lang),
            happened_on=line.happened_on,
            entered_at=line.entered_at,
            actor=line.actor,
            annulled_by=line.annulled_by,
            may_be_annulled=line.kind in _ANNULLABLE and line.annulled_by is None,
        )
        for line in history
    )
