"""Corrections: asked for once and of everything, received, or deemed abandoned (第三十条)."""

from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.clock.deadlines import correction_period_end
from states.statute.defects import may_be_asked
from states.statute.versions import Law, law_on
from workflow.records.beside import NO_REASON, CorrectionAsked, Reason, Told, last_told
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.handling.act import Act, done
from workflow.services.handling.errors import (
    DefectNotOfTheLawError,
    DefectsMissingError,
    DefectUnexplainedError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCorrection(Act):
    """The applicant is told what to correct, and within how many working days."""

    asked: CorrectionAsked
    workdays: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveCorrection(Act):
    """The corrected request came; where it is late, the reason says why it is taken."""

    received: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class CorrectionFile:
    """A correction asked for: what, by when, and what came of it."""

    asked_on: date
    asked: CorrectionAsked
    workdays: int
    correct_by: date
    received_on: date | None
    received: Reason
    is_late: bool


def ask_correction(
    command: AskCorrection, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that a correction was asked for: every defect, with what to supply."""
    law = _law(uow.requests.case(command.number), command.day(at))
    _check(command.asked, law)
    return done(
        command,
        "request_correction",
        uow,
        at=at,
        calendar=calendar,
        beside=command.asked,
        workdays=command.workdays or uow.practice.correction_period,
    )


def receive_correction(
    command: ReceiveCorrection, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that the correction came: the period for the reply begins anew."""
    return done(
        command, "receive_correction", uow, at=at, calendar=calendar, beside=command.received
    )


def correction_file(
    case: Case, facts: tuple[Told, ...], calendar: WorkCalendar
) -> CorrectionFile | None:
    """Return all there is about the latest correction asked for, or None where none was."""
    asked = last_told(facts, EventKind.CORRECTION_REQUESTED)
    if asked is None:
        return None
    received = last_told(facts, EventKind.CORRECTION_RECEIVED)
    if received is not None and received.event.on < asked.event.on:
        received = None
    return CorrectionFile(
        asked_on=asked.event.on,
        asked=asked.beside(CorrectionAsked),
        workdays=asked.event.workdays or case.practice.correction_period,
        correct_by=correction_period_end(case, calendar),
        received_on=None if received is None else received.event.on,
        received=Reason() if received is None else received.beside(Reason),
        is_late=received is not None and "correction_late" in received.event.acknowledged,
    )


def _law(case: Case, day: date) -> Law:
    receipt = case.receipt
    return law_on(day, case.practice.revised_from) if receipt is None else receipt.law


def _check(asked: CorrectionAsked, law: Law) -> None:
    if not asked.defects:
        raise DefectsMissingError
    for found in asked.defects:
        if not may_be_asked(found.defect, law):
            raise DefectNotOfTheLawError(found.defect.value, law.value)
        if not (found.unclear.strip() or found.supply.strip()):
            raise DefectUnexplainedError(found.defect.value)
