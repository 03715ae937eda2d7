"""Trouble with the records or the backups, told to whoever answers for them."""

from dataclasses import dataclass
from datetime import date, datetime

from notifications.messages import Lang
from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey, Deadline
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.registers.reminded import Matter
from workflow.services.reminder_rules import rules_of
from workflow.services.reminding import Saying, tell
from workflow.services.waiting import ATTENDED_TO


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong: what it is called, what is said of it, and the day it is told of.

    It is told once of a name and a day, which is a working day; the rule decides when it is sent.
    """

    name: str
    about: str
    on: date


def tell_of_problem(
    uow: UnitOfWork,
    office: str,
    trouble: Trouble,
    *,
    at: datetime,
    calendar: WorkCalendar,
    channel: str,
    lang: Lang = Lang.ZH,
) -> int:
    """Put into the outbox that something is wrong; return how many notices that was."""
    deadline = Deadline(ClockKey.PROBLEM, trouble.on, provisional=False, citation=ATTENDED_TO)
    said = Saying(office, trouble.on, calendar, channel, rules_of(uow))
    found = said.of_matters(uow, [Matter(trouble.name, "", (deadline,), trouble.about)])
    return tell(uow, found, at=at, calendar=calendar, lang=lang)
