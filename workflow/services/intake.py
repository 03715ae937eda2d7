"""Logging a request: what came, how, and on which days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.machine import fire
from states.statute.application import Lack, Part, lacking
from states.statute.practice import Practice
from states.statute.receipt import RECEIPT, Channel, ReceiptFact
from states.statute.versions import law_on
from states.steps import Role, Step
from workflow.clock import legal_date
from workflow.records.facts import (
    AS_USUAL,
    NOT_GIVEN,
    Intake,
    NewFact,
    NewRequest,
    PersonalDetails,
    RequestFacts,
)
from workflow.records.tables.requests import RequestRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.duty import check_on_duty


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRequest:
    """A request to be logged, with the days known of it; without any, it was submitted today.

    `received_on` is a day of receipt that is established already, whatever the channel.
    """

    channel: Channel
    applicant: str
    content: str
    actor: str
    role: Role
    applicant_kind: str = "natural_person"
    contact: str = ""
    note: str = ""
    case_officer: str = ""
    number: str = ""
    submitted_on: date | None = None
    arrived_on: date | None = None
    signed_on: date | None = None
    confirmed_on: date | None = None
    received_on: date | None = None
    intake: Intake = AS_USUAL
    details: PersonalDetails = NOT_GIVEN
    idempotency_key: str | None = None


def log_request(
    command: LogRequest, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> str:
    """Register a request as it came, and return its number.

    A command that comes again with its key does nothing and returns the number it got at first.
    """
    registered = uow.requests.registered_under(command.idempotency_key)
    if registered is not None:
        return registered
    today = legal_date(at)
    if command.case_officer:
        check_on_duty(uow, command.case_officer, today)
    case = case_of(command, uow.practice, today=today, calendar=calendar)
    new = NewRequest(
        RequestFacts(
            channel=command.channel,
            applicant=command.applicant,
            content=command.content,
            applicant_kind=command.applicant_kind,
            contact=command.contact,
            note=command.note,
            case_officer=command.case_officer,
        ),
        tuple(NewFact(event) for event in case.events),
        command.number,
        command.idempotency_key,
        command.intake,
        command.details,
    )
    return uow.requests.add(new, actor=command.actor, at=at, calendar=calendar)


def case_of(
    command: LogRequest, practice: Practice, *, today: date, calendar: WorkCalendar
) -> Case:
    """Return the case that a request makes as it comes; it is not registered by this.

    Raises MoveRefusedError where it cannot have come so.
    """
    case = Case(command.channel, (), practice)
    for move, on in _moves(command, case, today):
        case = case.after(fire(case, Step(move, on, today, command.role), calendar))
    return case


def lacks_of(view: View, number: str, *, today: date) -> tuple[Lack, ...]:
    """Return what an application lacks under its law: grounds to ask for a correction."""
    row, beside = view.requests.find(number), view.requests.beside
    intake, details = beside.intake(row.id), beside.personal(row.id).details
    return lacks_in(row, view.requests.case(number), intake, details, today=today)


def lacks_in(
    row: RequestRow, case: Case, intake: Intake, details: PersonalDetails, *, today: date
) -> tuple[Lack, ...]:
    """Return the same of an application whose records were read already."""
    has = {
        Part.IDENTITY: details.identity_number,
        Part.CONTACT: row.contact or details.phone or details.email or details.address,
        Part.DESCRIPTION: intake.described,
        Part.FORM: intake.provision_form or intake.provision_way,
    }
    day = case.received_on or (case.events[0].on if case.events else today)
    law = law_on(day, case.practice.revised_from)
    return tuple(lacking(law, frozenset(part for part, said in has.items() if said)))


def _moves(command: LogRequest, case: Case, today: date) -> Iterator[tuple[str, date]]:
    """Yield the moves by which the request came, with their days.

    An established receipt that only repeats the fact it rests on is not written twice.
    """
    later = (
        ("record_arrival", command.arrived_on),
        ("sign_for", command.signed_on),
        ("confirm", command.confirmed_on),
    )
    received_on, submitted_on = command.received_on, command.submitted_on
    if submitted_on is None and received_on is None and not any(on for _, on in later):
        submitted_on = today
    rests_on = {command.signed_on, command.confirmed_on}
    if submitted_on is not None:
        law = law_on(submitted_on, case.practice.revised_from)
        in_hand = RECEIPT[law][command.channel].fact is ReceiptFact.SUBMITTED
        rests_on |= {submitted_on} if in_hand else set()
        yield ("receive_in_hand" if in_hand else "record_submission"), submitted_on
    yield from ((move, on) for move, on in later if on is not None)
    if received_on is not None and received_on not in rests_on:
        yield "establish_receipt", received_on
