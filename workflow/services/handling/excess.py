"""Too many requests: counted, reasons asked and judged, a later date fixed (第三十五条)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import EventKind
from states.clock.fixed import add_months
from states.clock.spans import ONE_DAY
from workflow.records.applicants import requests_of
from workflow.records.beside import NO_REASON, Reason, ReasonsAsked, Told, last_told
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.handling.act import Act, done, require
from workflow.services.handling.errors import NotReceivedError

_MONTHS_OF_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Count:
    """The requests of one applicant received from one day to another, both included."""

    first: date
    last: date
    numbers: tuple[str, ...]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often the applicant of a request has asked, in the month, quarter and year of it."""

    applicant: str
    month: Count
    quarter: Count
    year: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReasons(Act):
    """The applicant is asked to explain the number of requests; the count goes with it."""

    asked: ReasonsAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveReasons(Act):
    """The reasons came."""

    reasons: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeReasons(Act):
    """Whether the reasons are reasonable, and why."""

    reasonable: bool
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class FixLaterDate(Act):
    """The reasons are reasonable, the period too short: the applicant is told a later date."""

    new_due: date
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class ExcessFile:
    """All there is about reasons for many requests; None for what has not happened."""

    asked: Told
    received: Told | None
    judged: Told | None
    delayed: Told | None

    @property
    def is_to_be_judged(self) -> bool:
        """Whether the reasons came, and nothing was made of them yet."""
        return self.received is not None and self.judged is None and self.delayed is None

    @property
    def is_reasonable(self) -> bool | None:
        """What was found of the reasons; None before that."""
        if self.judged is None:
            return None
        return self.judged.event.kind is EventKind.REASONS_ACCEPTED


def frequency(view: View, number: str) -> Frequency:
    """Count the applicant's requests received in the month, quarter and year of this one.

    Raises NotReceivedError while its day of receipt is not established.
    """
    row = view.requests.find(number)
    if row.received_on is None:
        raise NotReceivedError(number)
    year = _span(row.received_on.replace(month=1, day=1), 12)
    found = requests_of(view.store, row.applicant, row.applicant_kind, *year)
    days = [(each.received_on, each.number) for each in found if each.received_on is not None]
    month = row.received_on.replace(day=1)
    behind = (month.month - 1) % _MONTHS_OF_QUARTER
    return Frequency(
        row.applicant,
        _count(days, _span(month, 1)),
        _count(days, _span(add_months(month, -behind), _MONTHS_OF_QUARTER)),
        _count(days, year),
    )


def _span(first: date, months: int) -> tuple[date, date]:
    """Return the first and the last day of so many calendar months."""
    return first, add_months(first, months) - ONE_DAY


def _count(days: Sequence[tuple[date, str]], span: tuple[date, date]) -> Count:
    first, last = span
    return Count(first, last, tuple(number for day, number in days if first <= day <= last))


def ask_reasons(
    command: AskReasons, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that reasons were asked for, with what was counted on that day."""
    counted = frequency(uow, command.number)
    asked = replace(
        command.asked,
        in_month=len(counted.month),
        in_quarter=len(counted.quarter),
        in_year=len(counted.year),
    )
    return done(command, "request_reasons", uow, at=at, calendar=calendar, beside=asked)


def receive_reasons(
    command: ReceiveReasons, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down the reasons as they were given."""
    require(reason=command.reasons.reason)
    return done(command, "receive_reasons", uow, at=at, calendar=calendar, beside=command.reasons)


def judge_reasons(
    command: JudgeReasons, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down what was found of the reasons: unreasonable ones lead to no other reply."""
    require(reason=command.reason.reason)
    move = "accept_reasons" if command.reasonable else "reject_reasons"
    return done(command, move, uow, at=at, calendar=calendar, beside=command.reason)


def fix_later_date(
    command: FixLaterDate, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that the applicant was told a later date, by which the office is bound."""
    return done(
        command,
        "delay",
        uow,
        at=at,
        calendar=calendar,
        beside=command.reason,
        new_due=command.new_due,
    )


def excess_file(facts: tuple[Told, ...]) -> ExcessFile | None:
    """Return all there is about reasons for many requests, or None where none were asked for."""
    asked = last_told(facts, EventKind.REASONS_REQUESTED)
    if asked is None:
        return None
    return ExcessFile(
        asked=asked,
        received=last_told(facts, EventKind.REASONS_RECEIVED),
        judged=last_told(facts, EventKind.REASONS_ACCEPTED, EventKind.REASONS_REJECTED),
        delayed=last_told(facts, EventKind.DELAY_NOTIFIED),
    )
