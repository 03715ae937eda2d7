"""Doing one thing about a request from the command line, and saying where it now stands."""

from datetime import date, datetime
from typing import Protocol, TypedDict, TypeVar

from states.calendar.workdays import WorkCalendar
from states.steps import Role
from workflow.cli.desk import Desk
from workflow.cli.request.pages import kind_words
from workflow.cli.request.telling import tell
from workflow.i18n import Text
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.handling.act import Act

_DONE = Text("已登记：{number}　{what}　{on}", "Recorded: {number}  {what}  {on}")

Command = TypeVar("Command", bound=Act)
Done_contra = TypeVar("Done_contra", bound=Act, contravariant=True)


class Service(Protocol[Done_contra]):
    """What writes one act down."""

    def __call__(
        self, command: Done_contra, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
    ) -> Entry:
        """Write the act down, and return the entry."""
        ...


class Said(TypedDict):
    """What every act says."""

    number: str
    actor: str
    role: Role
    on: date | None
    acknowledged: tuple[str, ...]
    expected_version: int | None
    idempotency_key: str | None


def said(
    desk: Desk,
    number: str,
    on: date | None,
    key: str,
    version: int = -1,
    acknowledge: list[str] | None = None,
) -> Said:
    """Return what every act says, from the options that every command has."""
    return {
        "number": number,
        "actor": desk.actor,
        "role": desk.role,
        "on": on,
        "acknowledged": tuple(acknowledge or ()),
        "expected_version": None if version < 0 else version,
        "idempotency_key": key or None,
    }


def perform(desk: Desk, service: Service[Command], command: Command, *, as_json: bool) -> Entry:
    """Do one thing, say what was entered, and where the request now stands."""
    with desk.office.work() as uow:
        entry = service(command, uow, at=desk.now, calendar=desk.office.calendar)
    what = kind_words(entry.kind, desk.lang)
    words = _DONE.say(desk.lang, number=command.number, what=what, on=entry.happened_on)
    tell(desk, command.number, words, as_json=as_json)
    return entry
