"""Logging a request: what came, how, and on which days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.machine import fire
from states.statute.receipt import RECEIPT, Channel, ReceiptFact
from states.statute.versions import law_on
from states.steps import Role, Step
from workflow.clock import legal_date
from workflow.records.facts import NewFact, NewRequest, RequestFacts
from workflow.records.unit_of_work import UnitOfWork
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
    case = Case(command.channel, (), uow.practice)
    for move, on in _moves(command, case, today):
        case = case.after(fire(case, Step(move, on, today, command.role), calendar))
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
    )
    return uow.requests.add(new, actor=command.actor, at=at, calendar=calendar)


def _moves(command: LogRequest, case: Case, today: date) -> Iterator[tuple[str, date]]:
    """Yield the moves by which the request came, with their days."""
    later = (
        ("record_arrival", command.arrived_on),
        ("sign_for", command.signed_on),
        ("confirm", command.confirmed_on),
        ("establish_receipt", command.received_on),
    )
    submitted_on = command.submitted_on
    if submitted_on is None and not any(on for _, on in later):
        submitted_on = today
    in_hand = False
    if submitted_on is not None:
        law = law_on(submitted_on, case.practice.revised_from)
        in_hand = RECEIPT[law][command.channel].fact is ReceiptFact.SUBMITTED
        yield ("receive_in_hand" if in_hand else "record_submission"), submitted_on
    for move, on in later:
        known = in_hand and move == "establish_receipt" and on == submitted_on
        if on is not None and not known:
            yield move, on
