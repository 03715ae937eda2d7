"""Requests that belong together: merged, linked, or expressly kept apart."""

from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.chart.move import CASEWORK
from states.errors import MoveRefusedError, Refusal
from states.machine import fire
from states.steps import MergeTarget, Role, Step
from workflow.clock import legal_date
from workflow.records.chain import Entry, RecordKind
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.amending import ReasonMissingError
from workflow.services.applicants import Party
from workflow.services.errors import RelatedToItselfError


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRequest:
    """A request to be merged into an earlier one, which is then answered for both."""

    number: str
    into: str
    reason: str
    actor: str
    role: Role
    on: date | None = None
    acknowledged: tuple[str, ...] = ()
    expected_version: int | None = None
    idempotency_key: str | None = None

    def __post_init__(self) -> None:
        """Refuse to merge without a reason."""
        if not self.reason.strip():
            raise ReasonMissingError(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRequests:
    """Two requests to be shown beside each other; each is handled and counted by itself."""

    number: str
    other: str
    reason: str
    actor: str
    role: Role
    expected_version: int | None = None
    idempotency_key: str | None = None

    def __post_init__(self) -> None:
        """Refuse to link without a reason."""
        if not self.reason.strip():
            raise ReasonMissingError(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepApart:
    """Two requests that look alike and are not: the question was asked, and is answered."""

    number: str
    other: str
    reason: str
    actor: str
    role: Role
    expected_version: int | None = None
    idempotency_key: str | None = None

    def __post_init__(self) -> None:
        """Refuse to decide without a reason."""
        if not self.reason.strip():
            raise ReasonMissingError(self.number)


def merge(command: MergeRequest, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Merge a request into another of the office: its clock stops, and it is counted nowhere.

    A command that comes again with its key does nothing and returns what it did at first.
    """
    requests = uow.requests
    repeated = requests.repeated(command.number, command.idempotency_key)
    if repeated is not None:
        return repeated
    requests.expect(command.number, command.expected_version)
    today = legal_date(at)
    step = Step(
        "merge_into",
        command.on or today,
        today,
        command.role,
        command.into,
        acknowledged=command.acknowledged,
        into=_target(command, uow),
    )
    event = fire(requests.case(command.number), step, calendar)
    entry = requests.record(
        command.number,
        event,
        actor=command.actor,
        at=at,
        calendar=calendar,
        more={"reason": command.reason},
        idempotency_key=command.idempotency_key,
    )
    requests.note(
        command.into,
        RecordKind.TOOK_IN,
        {"number": command.number, "reason": command.reason},
        actor=command.actor,
        at=at,
        calendar=calendar,
    )
    return entry


def _target(command: MergeRequest, view: View) -> MergeTarget:
    """Return what the chart asks about the other request; RequestNotFoundError without it."""
    case = view.requests.case(command.into)
    return MergeTarget(
        command.into,
        case.state,
        case.received_on,
        _party(view, command.number).is_same_as(_party(view, command.into)),
        is_itself=command.into == command.number,
    )


def _party(view: View, number: str) -> Party:
    row = view.requests.find(number)
    return Party.of(row, view.requests.beside.personal(row.id))


def link(command: LinkRequests, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Link two requests in both their histories; the counting of neither changes."""
    return _decide(command, RecordKind.LINKED, uow, at, calendar)


def keep_apart(
    command: KeepApart, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down in both histories that two requests are not the same matter."""
    return _decide(command, RecordKind.KEPT_APART, uow, at, calendar)


def decide(
    command: MergeRequest | LinkRequests | KeepApart,
    uow: UnitOfWork,
    *,
    at: datetime,
    calendar: WorkCalendar,
) -> Entry:
    """Carry out whichever decision about two requests it is."""
    match command:
        case MergeRequest():
            return merge(command, uow, at=at, calendar=calendar)
        case LinkRequests():
            return link(command, uow, at=at, calendar=calendar)
        case KeepApart():
            return keep_apart(command, uow, at=at, calendar=calendar)


def _decide(
    command: LinkRequests | KeepApart,
    kind: RecordKind,
    uow: UnitOfWork,
    at: datetime,
    calendar: WorkCalendar,
) -> Entry:
    requests = uow.requests
    repeated = requests.repeated(command.number, command.idempotency_key)
    if repeated is not None:
        return repeated
    if command.role not in CASEWORK:
        raise MoveRefusedError(kind.value, (Refusal("role_may_not", None),))
    if command.number == command.other:
        raise RelatedToItselfError(command.number)
    requests.expect(command.number, command.expected_version)
    said = {"reason": command.reason}
    requests.note(
        command.other,
        kind,
        said | {"number": command.number},
        actor=command.actor,
        at=at,
        calendar=calendar,
    )
    return requests.note(
        command.number,
        kind,
        said | {"number": command.other},
        actor=command.actor,
        at=at,
        calendar=calendar,
        idempotency_key=command.idempotency_key,
    )
