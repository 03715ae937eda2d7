"""The entries of the chain as lines of a log: who entered what about which record, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

from workflow.i18n import Lang
from workflow.records.chain import Entry
from workflow.records.logbook import LogWanted
from workflow.web.fields import Choice
from workflow.web.views.book_pages import BOOK_PAGES
from workflow.wording.facts import FACTS, RECORD_KINDS, kind_words
from workflow.wording.registers import REGISTERS, register_name

REQUEST: Final = "request"
_SLUGS: Final = {page.book.subject: page.slug for page in BOOK_PAGES.values()}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry of the chain."""

    seq: int
    at: datetime
    actor: str
    about: str
    address: str
    kind: str
    reason: str
    hash: str


def log_lines(found: Sequence[Entry], numbers: dict[int, str], lang: Lang) -> tuple[LogLine, ...]:
    """Return entries as lines."""
    return tuple(_line(entry, numbers, lang) for entry in found)


def request_ids(found: Sequence[Entry]) -> frozenset[int]:
    """Return the rows of the requests that entries are about."""
    return frozenset(entry.subject_id for entry in found if entry.subject == REQUEST)


def kind_choices(lang: Lang) -> tuple[Choice, ...]:
    """Return what the log may be narrowed to, by what happened."""
    return tuple(Choice(code, kind_words(code, lang)) for code in (*RECORD_KINDS, *FACTS))


def subject_choices(lang: Lang) -> tuple[Choice, ...]:
    """Return what the log may be narrowed to, by the register."""
    return tuple(
        Choice(code, words.say(lang))
        for code, words in REGISTERS.items()
        if code != "to_be_published"
    )


def query_of(wanted: LogWanted, before: int) -> str:
    """Return the query of the next page of the log."""
    said = {
        "actor": wanted.actor,
        "kind": wanted.kind,
        "subject": wanted.subject,
        "day": "" if wanted.day is None else wanted.day.isoformat(),
        "before": before,
    }
    return urlencode({name: value for name, value in said.items() if value})


def _line(entry: Entry, numbers: dict[int, str], lang: Lang) -> LogLine:
    name = register_name(entry.subject, lang)
    number = numbers.get(entry.subject_id) if entry.subject == REQUEST else None
    reason = entry.terms.get("reason")
    return LogLine(
        entry.seq,
        entry.entered_at,
        entry.actor,
        f"{name} {number or entry.subject_id}",
        next(_addresses(entry), ""),
        kind_words(entry.kind, lang),
        reason if isinstance(reason, str) else "",
        entry.hash[:12],
    )


def _addresses(entry: Entry) -> Iterator[str]:
    if entry.subject == REQUEST:
        yield f"/requests/{entry.subject_id}"
    elif entry.subject in _SLUGS:
        yield f"/registers/{_SLUGS[entry.subject]}/{entry.subject_id}"
    elif entry.subject == "handover":
        yield f"/handover/{entry.subject_id}"
