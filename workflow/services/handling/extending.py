"""Extending the period: asked by the clerk, decided by the head of office, told to the applicant.

条例(2007) 第二十四条第二款; 条例(2019) 第三十三条第二款.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import Case, Event, EventKind
from states.citation import Citation
from states.clock.answer import Flag, reckon
from states.guards.more_time import EXTENDING, pending_extension
from states.statute.periods import EXTENSION
from workflow.records.beside import NO_REASON, Reason, Told, last_told, told
from workflow.records.chain import Entry
from workflow.records.occurrences import open_with
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.handling.act import Act, done, require


@dataclass(frozen=True, slots=True, kw_only=True)
class AskExtension(Act):
    """The clerk asks for so many working days, and says why."""

    workdays: int
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideExtension(Act):
    """The head of office consents, to a length if one is named, or refuses and says why."""

    approved: bool
    workdays: int = 0
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True, kw_only=True)
class TellExtension(Act):
    """The applicant is told; without a length, of as many working days as were approved."""

    workdays: int = 0
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an extension would do: the period now, and as it would be.

    It is void where it would be told after the period has ended.
    """

    workdays: int
    told_on: date
    due: date
    extended_due: date
    provisional: bool
    is_void: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class ExtensionFile:
    """All there is about an extension: asked for, decided, told; None for what has not happened."""

    asked: Told | None
    decided: Told | None
    told: Told | None
    is_pending: bool
    citation: Citation

    @property
    def is_to_be_told(self) -> bool:
        """Whether the head of office consented, and the applicant has not been told."""
        if self.decided is None or self.told is not None or self.is_pending:
            return False
        return self.decided.event.kind is EventKind.EXTENSION_APPROVED


@dataclass(frozen=True, slots=True)
class WaitingExtension:
    """An extension that waits for the head of office: who asked, why, and what it would do."""

    number: str
    asked_by: str
    asked_on: date
    reason: str
    outlook: Outlook


def ask_extension(
    command: AskExtension, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that an extension is asked for; nothing is extended by that."""
    require(reason=command.reason.reason)
    return done(
        command,
        "request_extension",
        uow,
        at=at,
        calendar=calendar,
        beside=command.reason,
        workdays=command.workdays,
    )


def decide_extension(
    command: DecideExtension, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down what the head of office decided; a consent names the length asked for, or less."""
    if not command.approved:
        require(reason=command.reason.reason)
    pending = pending_extension(uow.requests.case(command.number))
    asked = 0 if pending is None else pending.workdays
    return done(
        command,
        "approve_extension" if command.approved else "refuse_extension",
        uow,
        at=at,
        calendar=calendar,
        beside=command.reason,
        workdays=command.workdays or asked if command.approved else 0,
    )


def tell_extension(
    command: TellExtension, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that the applicant was told: only this moves the date."""
    case = uow.requests.case(command.number)
    return done(
        command,
        "extend",
        uow,
        at=at,
        calendar=calendar,
        beside=command.reason,
        workdays=command.workdays or approved_workdays(case),
    )


def approved_workdays(case: Case) -> int:
    """Return the length that was approved: as named, or else the longest that the law allows."""
    approved = case.last(EventKind.EXTENSION_APPROVED)
    if approved is not None and approved.workdays:
        return approved.workdays
    return 0 if case.receipt is None else EXTENSION.under[case.receipt.law].count


def outlook(case: Case, workdays: int, on: date, calendar: WorkCalendar) -> Outlook:
    """Return what an extension of so many working days would do, if it were told on a day.

    Raises ClockQuestionError("receipt_not_established") while the day of receipt is unknown.
    """
    now = reckon(case, calendar, on)
    then = reckon(
        case.after(Event(EventKind.EXTENSION_NOTIFIED, on, workdays=workdays)), calendar, on
    )
    return Outlook(
        workdays=workdays,
        told_on=on,
        due=now.due,
        extended_due=then.due,
        provisional=then.provisional,
        is_void=Flag.EXTENSION_NOTICE_LATE in then.flags,
        citation=EXTENDING[now.law],
    )


def waiting_extensions(
    view: View, *, today: date, calendar: WorkCalendar
) -> Iterator[WaitingExtension]:
    """Yield the extensions that wait for the head of office, in order of registration."""
    for number in open_with(view.store, EventKind.EXTENSION_REQUESTED):
        case = view.requests.case(number)
        asked = last_told(told(view.requests, number), EventKind.EXTENSION_REQUESTED)
        if asked is not None and pending_extension(case) is not None:
            yield WaitingExtension(
                number,
                asked.actor,
                asked.event.on,
                asked.beside(Reason).reason,
                outlook(case, asked.event.workdays, today, calendar),
            )


def extension_file(case: Case, facts: tuple[Told, ...]) -> ExtensionFile | None:
    """Return all there is about an extension, or None where none was asked for or told."""
    if case.receipt is None:
        return None
    found = ExtensionFile(
        asked=last_told(facts, EventKind.EXTENSION_REQUESTED),
        decided=last_told(facts, EventKind.EXTENSION_APPROVED, EventKind.EXTENSION_REFUSED),
        told=last_told(facts, EventKind.EXTENSION_NOTIFIED),
        is_pending=pending_extension(case) is not None,
        citation=EXTENDING[case.receipt.law],
    )
    nothing = found.asked is None and found.decided is None and found.told is None
    return None if nothing else found
