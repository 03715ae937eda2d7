"""What may be deemed abandoned now: proposed to the clerk, and done on confirmation or by setting.

条例(2019) 第三十条; 收费办法(2020) 第六条.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.case import State
from states.clock.lapsing import Lapse, lapse_of
from states.steps import Role
from states.terms import label
from workflow.clock import legal_date
from workflow.records.beside import Lapsed, terms_of
from workflow.records.chain import Entry
from workflow.records.tables.requests import RequestRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.records.worklists import Wanted
from workflow.services.handling.errors import NothingLapsesError
from workflow.services.moves import MakeMove, make_move

# Who lapses a request where nobody does: written so in the chain.
SYSTEM_ACTOR = label("roles", Role.SYSTEM.value)

_WAITING = Wanted(states=frozenset({State.AWAITING_CORRECTION.value, State.AWAITING_PAYMENT.value}))


@dataclass(frozen=True, slots=True)
class LapseProposal:
    """A request that may be deemed abandoned, and for want of what."""

    row: RequestRow
    lapse: Lapse


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmLapse:
    """One request to be deemed abandoned, on what its clerk has seen, and only once."""

    number: str
    actor: str
    role: Role
    expected_version: int | None = None
    idempotency_key: str | None = None


def confirm_lapse(
    command: ConfirmLapse, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Deem one request abandoned.

    A command that comes again with its key does nothing. Raises NothingLapsesError where it may
    not lapse, or not yet.
    """
    earlier = uow.requests.repeated(command.number, command.idempotency_key)
    if earlier is not None:
        return earlier
    uow.requests.expect(command.number, command.expected_version)
    return _lapsed(
        command.number,
        _may_lapse(uow, command.number, legal_date(at), calendar),
        uow,
        actor=command.actor,
        role=command.role,
        at=at,
        calendar=calendar,
        key=command.idempotency_key,
    )


def lapse_proposals(
    view: View, *, today: date, calendar: WorkCalendar
) -> tuple[LapseProposal, ...]:
    """Return the requests that may be deemed abandoned today, the longest over first."""
    return tuple(sorted(_proposals(view, today, calendar), key=_over_since))


def confirm_lapses(
    numbers: Sequence[str],
    uow: UnitOfWork,
    *,
    actor: str,
    role: Role,
    at: datetime,
    calendar: WorkCalendar,
) -> list[Entry]:
    """Deem requests abandoned that were proposed; all of them, or none.

    Raises NothingLapsesError for one that may not lapse, or not yet.
    """
    today = legal_date(at)
    lapses = [_may_lapse(uow, number, today, calendar) for number in numbers]
    return [
        _lapsed(number, lapse, uow, actor=actor, role=role, at=at, calendar=calendar)
        for number, lapse in zip(numbers, lapses, strict=True)
    ]


def lapse_by_setting(
    uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> list[tuple[str, Entry]]:
    """Deem abandoned whatever may be, in the system's name.

    A date counted into a year without its holiday notice is not certain, and waits for a person.
    """
    found = lapse_proposals(uow, today=legal_date(at), calendar=calendar)
    return [
        (
            one.row.number,
            _lapsed(
                one.row.number,
                one.lapse,
                uow,
                actor=SYSTEM_ACTOR,
                role=Role.SYSTEM,
                at=at,
                calendar=calendar,
            ),
        )
        for one in found
        if not one.lapse.provisional
    ]


def _proposals(view: View, today: date, calendar: WorkCalendar) -> Iterator[LapseProposal]:
    for row in view.requests.open_page(_WAITING, limit=None):
        lapse = lapse_of(view.requests.case(row.number), calendar)
        if lapse is not None and today > lapse.after:
            yield LapseProposal(row, lapse)


def _over_since(proposal: LapseProposal) -> tuple[date, int]:
    return proposal.lapse.after, proposal.row.id


def _may_lapse(view: View, number: str, today: date, calendar: WorkCalendar) -> Lapse:
    lapse = lapse_of(view.requests.case(number), calendar)
    if lapse is None or today <= lapse.after:
        raise NothingLapsesError(number, None if lapse is None else lapse.after)
    return lapse


def _lapsed(
    number: str,
    lapse: Lapse,
    uow: UnitOfWork,
    *,
    actor: str,
    role: Role,
    at: datetime,
    calendar: WorkCalendar,
    key: str | None = None,
) -> Entry:
    beside = Lapsed(
        period_from=lapse.since,
        period_workdays=lapse.workdays,
        ended_on=lapse.readings.counted,
        ended_on_later_reading=lapse.readings.uncounted,
    )
    command = MakeMove(
        number=number,
        move=lapse.move,
        actor=actor,
        role=role,
        more=terms_of(beside),
        idempotency_key=key,
    )
    return make_move(command, uow, at=at, calendar=calendar)
