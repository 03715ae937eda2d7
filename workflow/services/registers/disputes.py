"""Reconsiderations and suits against the office: what is due when, and how they ended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey, Deadline
from states.clock.disputes import (
    DisputeDate,
    appeal_due,
    lawsuit_answer_due,
    reconsideration_answer_due,
)
from states.statute.disputes import (
    RESULT_OF,
    CourtPaper,
    DisputeDecision,
    DisputeResult,
    Procedure,
)
from states.statute.practice import Practice
from workflow.records.office_settings import OfficeSettings
from workflow.records.tables.registers import LawsuitRow, ReconsiderationRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.offices import settings_of
from workflow.services.registers.books import LAWSUITS, RECONSIDERATIONS, Book
from workflow.services.registers.entering import By, put_right
from workflow.services.registers.errors import (
    AlreadyConcludedError,
)

DisputeRow = ReconsiderationRow | LawsuitRow

_CONCLUDED = "审结"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude:
    """How a dispute ended; without a result, the one that the decision usually counts as."""

    row_id: int
    decision: DisputeDecision
    concluded_on: date
    result: DisputeResult | None = None


def deadlines(
    row: DisputeRow, calendar: WorkCalendar, practice: Practice, today: date
) -> tuple[Deadline, ...]:
    """Return what is still due in a dispute: the answer until it was given, then an appeal."""
    if isinstance(row, ReconsiderationRow):
        return tuple(_reconsideration(row, calendar, practice))
    return tuple(_lawsuit(row, calendar, practice, today))


def answer_deadline(row: DisputeRow, calendar: WorkCalendar, practice: Practice) -> Deadline:
    """Return when the answer of the office is, or was, due."""
    if isinstance(row, ReconsiderationRow):
        found = reconsideration_answer_due(
            row.received_on, Procedure(row.procedure), calendar, practice
        )
        return _fixed(ClockKey.RECONSIDERATION_ANSWER, found, row.answer_by)
    found = lawsuit_answer_due(row.received_on, calendar, practice)
    return _fixed(ClockKey.LITIGATION_ANSWER, found, row.answer_by)


def is_open(row: DisputeRow) -> bool:
    """Say whether a dispute has no result yet."""
    return row.result == DisputeResult.PENDING


def conclude(book: Book, command: Conclude, uow: UnitOfWork, by: By) -> DisputeResult:
    """Record how a dispute ended, and return the result that it is counted as."""
    row = book.register(uow).find(command.row_id)
    if not is_open(row):
        if by.is_repeated(book.register(uow)):
            return DisputeResult(row.result)
        raise AlreadyConcludedError(book.subject, row.id, row.concluded_on or row.received_on)
    result = command.result or result_of(command.decision, settings_of(uow))
    changes: Mapping[str, object] = {
        "decision": command.decision.value,
        "result": result.value,
        "concluded_on": command.concluded_on,
    }
    put_right(book, command.row_id, changes, _CONCLUDED, uow, by)
    return result


def result_of(decision: DisputeDecision, settings: OfficeSettings) -> DisputeResult:
    """Return what a decision counts as, by the office's setting or by default."""
    return settings.dispute_results.get(decision, RESULT_OF[decision])


def book_of(row: DisputeRow) -> Book:
    """Return the register that a dispute is kept in."""
    return RECONSIDERATIONS if isinstance(row, ReconsiderationRow) else LAWSUITS


def title_of(row: DisputeRow) -> str:
    """Return what a dispute is called by: who hears it, and its case number."""
    before = row.authority if isinstance(row, ReconsiderationRow) else row.court
    return " ".join(part for part in (before, row.case_number) if part)


def _reconsideration(
    row: ReconsiderationRow, calendar: WorkCalendar, practice: Practice
) -> Iterator[Deadline]:
    if is_open(row) and row.answered_on is None:
        yield answer_deadline(row, calendar, practice)


def _lawsuit(
    row: LawsuitRow, calendar: WorkCalendar, practice: Practice, today: date
) -> Iterator[Deadline]:
    if row.served_on is not None and row.paper:
        found = appeal_due(row.served_on, CourtPaper(row.paper), calendar)
        if row.appealed_on is None and today <= found.due:  # nobody must appeal: then it is over
            yield _fixed(ClockKey.APPEAL, found, None)
    elif is_open(row) and row.answered_on is None:
        yield answer_deadline(row, calendar, practice)


def _fixed(key: ClockKey, found: DisputeDate, fixed_on: date | None) -> Deadline:
    """Return the end of a period; the day that the authority or the court fixed goes before."""
    if fixed_on is None:
        return Deadline(key, found.due, found.provisional, found.citation)
    return Deadline(key, fixed_on, provisional=False, citation=found.citation)
