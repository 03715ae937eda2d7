"""Planning reminders from the facts: what should have been said by today goes to the outbox."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from notifications.messages import Lang, notices
from notifications.plan import Reminder, Subject, due_reminders
from notifications.ports import Recipient
from notifications.rules import RULES, Audience
from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import running
from states.steps import Role
from workflow.clock import legal_date
from workflow.records.tables.offices import StaffRow
from workflow.records.tables.requests import RequestRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View

EMAIL, CONSOLE = "email", "console"


@dataclass(frozen=True, slots=True)
class Planned:
    """How many notices are new, and whether the office has anybody who can be told at all."""

    added: int
    somebody_to_tell: bool


def plan_reminders(
    uow: UnitOfWork,
    office: str,
    *,
    at: datetime,
    calendar: WorkCalendar,
    channel: str = EMAIL,
    lang: Lang = Lang.ZH,
) -> Planned:
    """Put every reminder that should have been given by the end of today into the outbox.

    Planning again, or in another process, adds nothing; a closed request is silent.
    """
    today = legal_date(at)
    said = Saying(office, today, calendar, channel)
    reminders = said.about(uow, uow.requests.next_due_by(said.horizon))
    added = uow.outbox.add(list(notices(reminders, lang)))
    return Planned(added, bool(said.staff(uow)))


def remind_about(
    uow: UnitOfWork,
    number: str,
    office: str,
    *,
    at: datetime,
    calendar: WorkCalendar,
    channel: str = EMAIL,
    lang: Lang = Lang.ZH,
) -> int:
    """Put what must be said of one request by today into the outbox, beside the fact just entered.

    Far from any date this costs one look at the request's clocks.
    """
    said = Saying(office, legal_date(at), calendar, channel)
    case = uow.requests.case(number)
    clocks = running(case, calendar, said.today)
    if not any((clock.conservative or clock.due) <= said.horizon for clock in clocks):
        return 0
    reminders = said.about(uow, [uow.requests.find(number)])
    return uow.outbox.add(list(notices(reminders, lang)))


@dataclass(frozen=True, slots=True)
class Saying:
    """What an office's people are to be told on a day, by one channel."""

    office: str
    today: date
    calendar: WorkCalendar
    channel: str

    @property
    def horizon(self) -> date:
        """A day later than any that a rule speaks of today."""
        return self.calendar.nth_workday(self.today, 1 + max(rule.days_before for rule in RULES))

    def about(self, view: View, rows: Iterable[RequestRow]) -> Iterator[Reminder]:
        """Yield what should have been said of some requests by the end of the day."""
        staff = self.staff(view)
        subjects = (self._subject(view, row, staff) for row in rows)
        return due_reminders(subjects, self.today, self.calendar, channel=self.channel)

    def staff(self, view: View) -> list[StaffRow]:
        """Return those on duty who can be reached."""
        return [
            member
            for member in view.staff.all()
            if member.active and _address(member, self.channel)
        ]

    def _subject(self, view: View, row: RequestRow, staff: Sequence[StaffRow]) -> Subject:
        deadlines = running(view.requests.case(row.number), self.calendar, self.today)
        recipients = _recipients(row, staff, self.channel)
        return Subject(row.number, self.office, row.case_officer, deadlines, recipients)


def _recipients(
    row: RequestRow, staff: Sequence[StaffRow], channel: str
) -> Mapping[Audience, Sequence[Recipient]]:
    meant = {
        Audience.CASE_OFFICER: [one for one in staff if one.name == row.case_officer],
        Audience.HEAD_OF_OFFICE: [one for one in staff if one.role == Role.HEAD_OF_OFFICE.value],
        Audience.ALL_CLERKS: [one for one in staff if one.role == Role.CLERK.value],
    }
    return {
        audience: [Recipient(one.name, _address(one, channel)) for one in members]
        for audience, members in meant.items()
    }


def _address(member: StaffRow, channel: str) -> str:
    """Return where somebody is reached by a channel; on the console, by name."""
    return member.email if channel == EMAIL else member.account or member.name
