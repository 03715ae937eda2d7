"""Trouble with the records or the backups, told to whoever answers for them: once a day each."""

from collections.abc import Iterator
from datetime import datetime

from notifications.messages import Lang
from notifications.plan import Reminder
from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey, Deadline
from workflow.clock import legal_date
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.registers.reminded import Matter
from workflow.services.reminder_rules import rules_of
from workflow.services.reminding import ATTENDED_TO, Saying, tell


def tell_of_problem(
    uow: UnitOfWork,
    office: str,
    *,
    name: str,
    about: str,
    at: datetime,
    calendar: WorkCalendar,
    channel: str,
    lang: Lang = Lang.ZH,
) -> int:
    """Put into the outbox that something is wrong, as found now; the name is part of the key."""
    return tell(
        uow,
        _found(uow, office, name, about, at, calendar, channel),
        at=at,
        calendar=calendar,
        lang=lang,
    )


def _found(
    uow: UnitOfWork,
    office: str,
    name: str,
    about: str,
    at: datetime,
    calendar: WorkCalendar,
    channel: str,
) -> Iterator[Reminder]:
    today = legal_date(at)
    # Trouble does not wait for Monday to be written down; the rule decides when it is sent.
    on = calendar.next_workday_on_or_after(today)
    deadline = Deadline(ClockKey.PROBLEM, on, provisional=False, citation=ATTENDED_TO)
    said = Saying(office, on, calendar, channel, rules_of(uow))
    return said.of_matters(uow, [Matter(name, "", (deadline,), about)])
