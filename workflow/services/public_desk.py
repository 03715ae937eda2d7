"""What anybody may do without signing in: apply, and look up how far an application has come."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, State
from states.steps import Role
from workflow.clock import legal_date
from workflow.records.errors import RequestNotFoundError
from workflow.records.office_key import lookup_code, opens
from workflow.records.tables.requests import RequestRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.allowances import APPLY, LOOK_UP, spend
from workflow.services.intake import log_request
from workflow.services.intake_form import RequestForm

APPLICANT: Final = "网上申请"  # who enters what nobody of the office entered
_BRACKETS: Final = str.maketrans("[(（【", "〔〔〔〔") | str.maketrans("])）】", "〕〕〕〕")


@dataclass(frozen=True, slots=True)
class Applied:
    """An application as it was registered: its number, and the code to look it up with."""

    number: str
    code: str
    submitted_on: date


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an application has come; nothing of it says whose it is, or what it asks for."""

    number: str
    state: State
    submitted_on: date
    received_on: date | None
    due: date | None
    closed_on: date | None


def apply_online(
    form: RequestForm,
    uow: UnitOfWork,
    *,
    key: str,
    address: str,
    at: datetime,
    calendar: WorkCalendar,
) -> Applied:
    """Register an application that came over the internet; raises TooManyTriesError.

    The same form sent twice is registered once. A key is of no use with another form: nobody gets
    at what somebody else registered, in the office or online, by guessing theirs.
    """
    said = f"{key}\n{form.model_dump_json()}"
    bound = f"public-{hashlib.sha256(said.encode()).hexdigest()}"
    command = form.command(actor=APPLICANT, role=Role.SYSTEM, key=bound)
    number = uow.requests.registered_under(bound)
    if number is None:
        spend(APPLY, address, uow, at=at)
        number = log_request(command, uow, at=at, calendar=calendar)
    submitted_on = _submitted_on(uow, uow.requests.find(number))
    return Applied(number, lookup_code(uow.store, number), submitted_on)


def count_look_up(uow: UnitOfWork, *, address: str, at: datetime) -> None:
    """Count one look at the progress of an application; raises TooManyTriesError."""
    spend(LOOK_UP, address, uow, at=at)


def progress_of(view: View, number: str, code: str) -> Progress | None:
    """Return how far an application has come, or None.

    A wrong number and a wrong code cost the same queries and the same digests: which of the two it
    was can neither be read nor timed.
    """
    found = None
    for written in (number, number.translate(_BRACKETS)):
        is_right = opens(view.store, written, code)
        is_there = _is_there(view, written)
        if is_right and is_there:
            found = written
    return None if found is None else _progress(view, found)


def _is_there(view: View, number: str) -> bool:
    try:
        view.requests.find(number)
    except RequestNotFoundError:
        return False
    return True


def _progress(view: View, number: str) -> Progress:
    row = view.requests.find(number)
    state = State(row.state)
    is_running = row.received_on is not None and state not in CLOSED_STATES
    return Progress(
        number=row.number,
        state=state,
        submitted_on=_submitted_on(view, row),
        received_on=row.received_on,
        due=row.answer_due if is_running and not row.provisional else None,
        closed_on=row.closed_on,
    )


def _submitted_on(view: View, row: RequestRow) -> date:
    """Return the day of the first fact, or of registration where every fact was annulled."""
    events = view.requests.case(row.number).events
    return events[0].on if events else legal_date(row.registered_at)
