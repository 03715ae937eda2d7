"""Which replies were served late, and why: for the register and for the annual report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from states.matters import ReplyServed
from workflow.records.view import View


@dataclass(frozen=True, slots=True)
class LateReply:
    """One reply that was served after its day; imported ones have no reason on record."""

    number: str
    due: date | None
    served_on: date | None
    late_reason: str
    case_officer: str


def late_replies(view: View, year: int) -> Iterator[LateReply]:
    """Yield the replies served late in a year, in the order of service."""
    for row in view.requests.answered_late(year):
        closing = view.requests.case(row.number).closing
        matter = None if closing is None else closing.matter
        reason = matter.late_reason if isinstance(matter, ReplyServed) else ""
        yield LateReply(row.number, row.answer_due, row.closed_on, reason, row.case_officer)
