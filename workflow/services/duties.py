"""What somebody has to do still: requests, disputes, publications, and standing in for others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey, Deadline, running
from states.statute.practice import Practice
from workflow.records.view import View
from workflow.records.worklists import Wanted
from workflow.services.handling import duties as handling
from workflow.services.handling.overview import handling_of
from workflow.services.records_corrections import records_line
from workflow.services.registers import complaints, disputes
from workflow.services.registers.lights import Due, due
from workflow.services.registers.publishing import deadline_of, pending
from workflow.services.worklist import NextStep, WorkLine, worklist

REQUEST, ABSENCE, PUBLICATION, COMPLAINT = "request", "absence", "publication", "complaint"
RECORDS = "records_correction"


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that somebody has to do; `line` is the request as the worklist has it.

    `subject` names the register; `reference` is the number of a request, the id of other rows.
    Of `dues` the first is the one that matters most: of a request, its reply. `left_to_do` is what
    goes on beside that reply and wants somebody.
    """

    subject: str
    reference: str
    title: str
    dues: tuple[Due, ...] = ()
    line: WorkLine | None = None
    left_to_do: tuple[handling.Duty, ...] = ()

    @property
    def next_due(self) -> Due | None:
        """What is due first."""
        return self.dues[0] if self.dues else None

    @property
    def next_step(self) -> NextStep | None:
        """What somebody ought to do next about a request."""
        return None if self.line is None else self.line.next_step

    @property
    def named(self) -> str:
        """The line that a hand-over keeps: the register, and the number or whom it is about."""
        return f"{self.subject} {self.title if self.subject == ABSENCE else self.reference}"


def duties_of(
    view: View, name: str, today: date, calendar: WorkCalendar, practice: Practice
) -> list[Duty]:
    """Return all that somebody has to do, what is due first before the rest."""
    found = [
        *_requests(view, name, today, calendar),
        *_disputes(view, name, today, calendar, practice),
        *_publications(view, name, today, calendar, practice),
        *_complaints(view, name),
        *_records(view, name, today, calendar, practice),
        *_deputyships(view, name, today),
    ]
    return sorted(found, key=_by_day)


def _requests(view: View, name: str, today: date, calendar: WorkCalendar) -> Iterator[Duty]:
    lines = worklist(
        view, today=today, calendar=calendar, wanted=Wanted(case_officer=name), limit=None
    )
    for line in lines:
        case = view.requests.case(line.number)
        clocks = _reply_first(running(case, calendar, today), line)
        dues = tuple(due(clock, today, calendar) for clock in clocks)
        beside = handling_of(view, line.number, case, today=today, calendar=calendar)
        yield Duty(REQUEST, line.number, line.content, dues, line, beside.duties)


def _reply_first(clocks: Sequence[Deadline], line: WorkLine) -> Iterator[Deadline]:
    """Yield the clocks of a request, the reply before the rest, on the day the worklist has."""
    for clock in clocks:
        if clock.key is ClockKey.REPLY:
            yield replace(clock, due=line.due or clock.due)
    yield from (clock for clock in clocks if clock.key is not ClockKey.REPLY)


def _disputes(
    view: View, name: str, today: date, calendar: WorkCalendar, practice: Practice
) -> Iterator[Duty]:
    for register in (view.reconsiderations, view.lawsuits):
        rows: list[disputes.DisputeRow] = [*register.where(officer=name)]
        for row in rows:
            clocks = disputes.deadlines(row, calendar, practice, today)
            if clocks or disputes.is_open(row):
                dues = tuple(due(clock, today, calendar) for clock in clocks)
                subject = disputes.book_of(row).subject
                yield Duty(subject, str(row.id), disputes.title_of(row), dues)


def _publications(
    view: View, name: str, today: date, calendar: WorkCalendar, practice: Practice
) -> Iterator[Duty]:
    for row in pending(view):
        if row.officer == name:
            dated = row.formed_on is not None
            dues = (due(deadline_of(row, calendar, practice), today, calendar),) if dated else ()
            yield Duty(PUBLICATION, str(row.id), row.title, dues)


def _complaints(view: View, name: str) -> Iterator[Duty]:
    for row in view.complaints.where(officer=name):
        if complaints.is_open(row):
            yield Duty(COMPLAINT, str(row.id), row.matter)


def _records(
    view: View, name: str, today: date, calendar: WorkCalendar, practice: Practice
) -> Iterator[Duty]:
    for row in view.records_corrections.where(case_officer=name):
        if row.concluded_on is None:
            found = records_line(row, today, calendar, practice)
            deadline = Deadline(
                ClockKey.RECORDS_CORRECTION, found.due, found.provisional, found.citation
            )
            yield Duty(RECORDS, str(row.id), row.record, (due(deadline, today, calendar),))


def _deputyships(view: View, name: str, today: date) -> Iterator[Duty]:
    """Yield the absences, present and to come, in which somebody stands in."""
    for row in view.absences.where(deputy=name):
        if row.until_on is None or row.until_on >= today:
            yield Duty(ABSENCE, str(row.id), row.name)


def _by_day(duty: Duty) -> tuple[date, str, str]:
    first = duty.next_due
    return date.max if first is None else first.on, duty.subject, duty.reference
