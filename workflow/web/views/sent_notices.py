"""What became of a notice, as a line of a table: its words, and every attempt to send it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workflow.i18n import Lang
from workflow.records.outbox import OutboxStatus
from workflow.records.tables.telling import OutboxRow
from workflow.records.view import View
from workflow.wording.telling import answer_words


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt: when, and what the channel answered, in words."""

    at: datetime
    number: int
    answer: str


@dataclass(frozen=True, slots=True)
class SentLine:
    """A notice; `attempts` are told of one that was given up."""

    row: OutboxRow
    answer: str
    attempts: tuple[Attempt, ...]

    @property
    def is_given_up(self) -> bool:
        """Whether somebody has to tell in another way what it says."""
        return self.row.status == OutboxStatus.FAILED


def sent_lines(view: View, rows: Iterable[OutboxRow], lang: Lang) -> list[SentLine]:
    """Return the notices as lines, in their order."""
    return [_line(view, row, lang) for row in rows]


def _line(view: View, row: OutboxRow, lang: Lang) -> SentLine:
    answer = answer_words(row.last_error, lang) if row.last_error else ""
    if row.status != OutboxStatus.FAILED:
        return SentLine(row, answer, ())
    attempts = tuple(
        Attempt(one.at, one.attempt, answer_words(one.answer, lang))
        for one in view.outbox.log.of(row.dedup_key)
    )
    return SentLine(row, answer, attempts)
