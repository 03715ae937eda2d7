"""Doing one thing about a request from the command line, and saying where it now stands."""

from datetime import datetime
from typing import Protocol, TypeVar

from states.calendar.workdays import WorkCalendar
from workflow.cli.desk import Desk
from workflow.cli.request.telling import tell
from workflow.i18n import Text
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.handling.act import Act
from workflow.wording.facts import kind_words

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


def perform(desk: Desk, service: Service[Command], command: Command, *, as_json: bool) -> Entry:
    """Do one thing, say what was entered, and where the request now stands."""
    with desk.office.work() as uow:
        entry = service(command, uow, at=desk.now, calendar=desk.office.calendar)
    what = kind_words(entry.kind, desk.lang)
    words = _DONE.say(desk.lang, number=command.number, what=what, on=entry.happened_on)
    tell(desk, command.number, words, as_json=as_json)
    return entry
