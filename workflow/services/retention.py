"""Who made requests is forgotten some years after they were closed; every figure stays.

Without a term nothing is: how long an office keeps it is for its own rules on files to say.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select

from states.calendar.workdays import WorkCalendar
from states.clock.fixed import add_months
from states.steps import Role
from workflow.clock import Clock, legal_date
from workflow.records.attachment_files import AttachmentFiles
from workflow.records.chain import RecordKind
from workflow.records.namelessness import LINKS, NAMELESS, Namelessness
from workflow.records.tables.metadata import TABLES
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.privacy_errors import RetentionUnsetError
from workflow.services.roles import require

FORGETTING: Final = frozenset({Role.HEAD_OF_OFFICE, Role.ADMINISTRATOR, Role.SYSTEM})
# Of whose details what is written down may name them elsewhere.
_NAMING = ("identity_number", "contact_person", "address", "phone", "email")
_MONTHS = 12
SYSTEM: Final = "系统"
_OVER: Final = "结案后保存期限届满："


@dataclass(frozen=True, slots=True)
class Forgettable:
    """A request whose term is over: its number, and when it was closed."""

    number: str
    closed_on: date


def plan(view: View, years: int | None, today: date) -> tuple[Forgettable, ...]:
    """Return the requests whose term is over, those closed first first.

    Raises RetentionUnsetError where there is no term.
    """
    if years is None:
        raise RetentionUnsetError
    request, effaced = TABLES["request"].c, TABLES["effaced"].c
    done = select(effaced.id).where(
        effaced.office_id == view.office_id, effaced.subject == "request"
    )
    query = (
        select(request.number, request.closed_on)
        .where(request.office_id == view.office_id, request.id.not_in(done))
        .where(request.closed_on.is_not(None))
        .where(request.closed_on <= add_months(today, -years * _MONTHS))
        .order_by(request.closed_on, request.id)
    )
    return tuple(Forgettable(*row) for row in view.connection.execute(query))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """A request whose applicant is to be forgotten, and on what ground."""

    number: str
    reason: str
    actor: str
    role: Role


def forget(command: Forget, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> bool:
    """Make a request nameless; return False where it is already.

    First the entry that says so, with the links over what will stand there; then it is done.
    """
    require(command.role, FORGETTING, "forget")
    row = uow.requests.find(command.number)
    nameless = Namelessness(uow.store)
    if nameless.is_done(row.id):
        return False
    details = asdict(uow.requests.beside.personal(row.id).details)
    told = [row.applicant, row.contact, *(str(details[name]) for name in _NAMING)]
    names = nameless.names_in(row.id, told)
    links, over = nameless.links(row.id, names)
    uow.requests.note(
        command.number,
        RecordKind.MADE_NAMELESS,
        {"reason": command.reason, LINKS: links},
        actor=command.actor,
        at=at,
        calendar=calendar,
    )
    nameless.write_over(row.id, names, over)
    return True


def remove_files(views: Iterable[View], files: AttachmentFiles) -> int:
    """Remove the files that only nameless attachments name; run again, it removes the rest."""
    unwanted: set[str] = set()
    wanted: set[str] = set()
    for view in views:
        for row in view.attachments.all():
            (unwanted if row.name == NAMELESS else wanted).add(row.sha256)
    places = [files.place(digest) for digest in sorted(unwanted - wanted)]
    there = [place for place in places if place.exists()]
    for place in there:
        place.unlink()
    return len(there)


def forget_all(
    work: Callable[[], AbstractContextManager[UnitOfWork]],
    years: int | None,
    clock: Clock,
    calendar: WorkCalendar,
    *,
    actor: str = SYSTEM,
    role: Role = Role.SYSTEM,
) -> tuple[str, ...]:
    """Make every request of an office nameless whose term is over, and return their numbers.

    Each is a unit of work of its own: whoever is interrupted goes on with the rest.
    """
    with work() as uow:
        due = plan(uow, years, legal_date(clock.now()))
    for one in due:
        command = Forget(number=one.number, reason=f"{_OVER}{years}年", actor=actor, role=role)
        with work() as uow:
            forget(command, uow, at=clock.now(), calendar=calendar)
    return tuple(one.number for one in due)
