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
from workflow.records.people import Person, officer_of, on_duty
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.settings import Settings

EMAIL, CONSOLE = "email", "console"


@dataclass(frozen=True, slots=True)
class Planned:
    """How many notices are new, and whether the office has anybody who can be told at all."""

    added: int
    somebody_to_tell: bool


def channel_for(settings: Settings) -> str:
    """Return the channel that reminders leave by: email where a mail server is set."""
    return EMAIL if settings.smtp.host else CONSOLE


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
    near = (row.number for row in uow.requests.next_due_by(said.horizon))
    added = _tell(uow, said.about(uow, near), lang)
    return Planned(added, bool(said.staff(uow)))


def remind_about_written(
    uow: UnitOfWork,
    office: str,
    *,
    at: datetime,
    calendar: WorkCalendar,
    channel: str = EMAIL,
    lang: Lang = Lang.ZH,
) -> int:
    """Put what must be said by today of the requests just written into the outbox, beside them.

    Far from any date this costs a comparison for each.
    """
    written = uow.store.next_dues
    if not written:
        return 0
    said = Saying(office, legal_date(at), calendar, channel)
    horizon = said.horizon
    near = [number for number, due in written.items() if due is not None and due <= horizon]
    if not near:
        return 0
    return _tell(uow, said.about(uow, near), lang)


def _tell(uow: UnitOfWork, reminders: Iterable[Reminder], lang: Lang) -> int:
    """Put into words what was not told before, and into the outbox; return how much it was."""
    new = (reminder for reminder in reminders if not uow.outbox.knows(reminder.dedup_key))
    return uow.outbox.add(list(notices(new, lang)))


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

    def about(self, view: View, numbers: Iterable[str]) -> Iterator[Reminder]:
        """Yield what should have been said of some requests by the end of the day."""
        staff = self.staff(view)
        if not staff:
            return iter(())
        subjects = (self._subject(view, number, staff) for number in numbers)
        return due_reminders(subjects, self.today, self.calendar, channel=self.channel)

    def staff(self, view: View) -> list[Person]:
        """Return those on duty who can be reached."""
        return [person for person in on_duty(view.store) if _address(person, self.channel)]

    def _subject(self, view: View, number: str, staff: Sequence[Person]) -> Subject:
        deadlines = running(view.requests.case(number), self.calendar, self.today)
        officer = officer_of(view.store, number)
        recipients = _recipients(officer, staff, self.channel)
        return Subject(number, self.office, officer, deadlines, recipients)


def _recipients(
    officer: str, staff: Sequence[Person], channel: str
) -> Mapping[Audience, Sequence[Recipient]]:
    meant = {
        Audience.CASE_OFFICER: [one for one in staff if one.name == officer],
        Audience.HEAD_OF_OFFICE: [one for one in staff if one.role == Role.HEAD_OF_OFFICE.value],
        Audience.ALL_CLERKS: [one for one in staff if one.role == Role.CLERK.value],
    }
    return {
        audience: [Recipient(one.name, _address(one, channel)) for one in members]
        for audience, members in meant.items()
    }


def _address(person: Person, channel: str) -> str:
    """Return where somebody is reached by a channel; on the console, by name."""
    return person.email if channel == EMAIL else person.account or person.name
