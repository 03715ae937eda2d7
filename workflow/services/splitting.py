"""Splitting a request of several matters: one matter, one request (一事一申请)."""

from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.chart.move import CASEWORK
from states.errors import MoveRefusedError, Refusal
from states.guards.splitting import SPLITTING
from states.steps import Role, Step
from workflow.clock import legal_date
from workflow.records.chain import RecordKind
from workflow.records.facts import NewFact, NewRequest, RequestFacts
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.amending import ReasonMissingError
from workflow.services.errors import PartsTooFewError
from workflow.services.ledger.dossiers import known_facts
from workflow.services.ledger.requests import FEE_AMOUNT, LETTER_NUMBER

# What a ledger keeps with a receipt and a part does not inherit.
_NOT_SHARED = frozenset({FEE_AMOUNT, LETTER_NUMBER})
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitRequest:
    """A request to be split: its parts in their own words, the first of which keeps the number."""

    number: str
    parts: tuple[str, ...]
    reason: str
    actor: str
    role: Role
    expected_version: int | None = None
    idempotency_key: str | None = None

    def __post_init__(self) -> None:
        """Refuse to split into fewer than two matters, or without a reason."""
        if len(self.parts) < _FEWEST or not all(part.strip() for part in self.parts):
            raise PartsTooFewError(self.number)
        if not self.reason.strip():
            raise ReasonMissingError(self.number)


def split(
    command: SplitRequest, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> tuple[str, ...]:
    """Split a request, and return the numbers of its parts, the first being the request's own.

    Every further part is a request by itself, with the same applicant, channel and days; so each
    is counted once. A command that comes again with its key returns the numbers it gave.
    """
    requests = uow.requests
    repeated = requests.repeated(command.number, command.idempotency_key)
    if repeated is not None:
        given = repeated.terms["numbers"]
        return (command.number, *map(str, given if isinstance(given, list) else ()))
    requests.expect(command.number, command.expected_version)
    _check(command, uow, at, calendar)
    numbers = requests.add_many(_parts(command, uow), actor=command.actor, at=at, calendar=calendar)
    requests.amend(
        command.number,
        {"content": command.parts[0].strip()},
        reason=command.reason,
        actor=command.actor,
        at=at,
        calendar=calendar,
    )
    for number in numbers:
        requests.note(
            number,
            RecordKind.SPLIT_FROM,
            {"number": command.number, "reason": command.reason},
            actor=command.actor,
            at=at,
            calendar=calendar,
        )
    requests.note(
        command.number,
        RecordKind.SPLIT_INTO,
        {"numbers": list(numbers), "reason": command.reason},
        actor=command.actor,
        at=at,
        calendar=calendar,
        idempotency_key=command.idempotency_key,
    )
    return (command.number, *numbers)


def _check(command: SplitRequest, uow: UnitOfWork, at: datetime, calendar: WorkCalendar) -> None:
    """Raise MoveRefusedError with all that stands against it."""
    today = legal_date(at)
    case = uow.requests.case(command.number)
    step = Step("split", today, today, command.role)
    found = [guard(case, step, calendar) for guard in SPLITTING]
    refusals = [refusal for refusal in found if refusal is not None]
    if command.role not in CASEWORK:
        refusals.insert(0, Refusal("role_may_not", None))
    if refusals:
        raise MoveRefusedError("split", tuple(refusals))


def _parts(command: SplitRequest, uow: UnitOfWork) -> list[NewRequest]:
    """Return the further parts as new requests that came as the whole did."""
    dossier = uow.requests.dossier(command.number)
    row = uow.requests.find(command.number)
    history = tuple(
        NewFact(
            fact.event,
            {name: kept for name, kept in fact.more.items() if name not in _NOT_SHARED},
        )
        for fact in known_facts(dossier)
    )
    intake = uow.requests.beside.intake(dossier.id)
    details = uow.requests.beside.personal(dossier.id).details
    return [
        NewRequest(
            RequestFacts(
                channel=dossier.channel,
                applicant=row.applicant,
                content=part.strip(),
                applicant_kind=row.applicant_kind,
                contact=row.contact,
                note=row.note,
                case_officer=row.case_officer,
            ),
            history,
            intake=intake,
            details=details,
        )
        for part in command.parts[1:]
    ]
