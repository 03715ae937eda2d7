"""Planning reminders from the facts: what should have been said by today goes to the outbox."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from notifications.messages import Lang, notices
from notifications.plan import Reminder, Subject, due_reminders
from notifications.ports import Recipient
from notifications.rules import RULES, Audience
from states.calendar.workdays import WorkCalendar
from states.citation import cite
from states.clock.deadlines import ClockKey, Deadline, running
from states.statute.instruments import OGI_2019
from states.steps import Role
from workflow.clock import legal_date
from workflow.records.people import Person, officer_of, on_duty
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.records.worklists import Wanted
from workflow.services.duty import Roster, unattended_since
from workflow.services.registers.reminded import Matter, matters
from workflow.services.worklist import unattended_officers
from workflow.settings import Settings

EMAIL, CONSOLE = "email", "console"

# 登记、审核、办理、答复、归档: somebody handles each request.
ATTENDED_TO = cite(OGI_2019, 45)


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
    said = Saying(office, legal_date(at), calendar, channel)
    added = _tell(uow, said.everything(uow), lang)
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

    def everything(self, view: View) -> Iterator[Reminder]:
        """Yield what should have been said of anything by the end of the day."""
        near = (row.number for row in view.requests.next_due_by(self.horizon))
        yield from self.about(view, near)
        yield from self._reminders(view, self._unattended(view))
        yield from self._reminders(view, self._of_registers(view))

    def about(self, view: View, numbers: Iterable[str]) -> Iterator[Reminder]:
        """Yield what should have been said of some requests by the end of the day."""
        return self._reminders(view, (self._of_request(view, number) for number in numbers))

    def staff(self, view: View) -> list[Person]:
        """Return the staff who can be reached, absent or not."""
        return [person for person in on_duty(view.store) if _address(person, self.channel)]

    def _reminders(self, view: View, found: Iterable[Matter]) -> Iterator[Reminder]:
        people = _People(Roster.of(view, self.today), self.channel)
        if not people.reachable:
            return iter(())
        subjects = (self._subject(matter, people) for matter in found)
        return due_reminders(subjects, self.today, self.calendar, channel=self.channel)

    def _subject(self, matter: Matter, people: "_People") -> Subject:
        return Subject(
            matter.reference,
            self.office,
            matter.officer,
            matter.deadlines,
            people.told(matter.officer),
            matter.about,
        )

    def _of_request(self, view: View, number: str) -> Matter:
        deadlines = running(view.requests.case(number), self.calendar, self.today)
        return Matter(number, officer_of(view.store, number), deadlines)

    def _unattended(self, view: View) -> Iterator[Matter]:
        """Yield the open requests that nobody attends to, due from the day that is so."""
        alone = unattended_officers(view, Roster.of(view, self.today))
        if not alone:
            return
        since = {officer: unattended_since(view, officer, self.today) for officer in alone}
        for row in view.requests.open_page(Wanted(officer_among=alone), limit=None):
            on = max(since[row.case_officer] or date.min, legal_date(row.registered_at))
            deadline = Deadline(ClockKey.ATTENDANCE, on, provisional=False, citation=ATTENDED_TO)
            yield Matter(row.number, row.case_officer, (deadline,))

    def _of_registers(self, view: View) -> Iterator[Matter]:
        return matters(view, self.today, self.calendar)


@dataclass(frozen=True, slots=True)
class _People:
    """Who is told: those on duty, and for whoever is away, who stands in for them."""

    roster: Roster
    channel: str

    @property
    def reachable(self) -> bool:
        """Whether anybody can be told at all."""
        return any(_address(person, self.channel) for person in self.roster.people.values())

    def told(self, officer: str) -> Mapping[Audience, list[Recipient]]:
        """Return who stands for each audience where something is an officer's."""
        clerks = [name for name in self._in_role(Role.CLERK) if self.roster.is_on_duty(name)]
        return {
            Audience.CASE_OFFICER: self._addresses([officer]),
            Audience.HEAD_OF_OFFICE: self._addresses(self._in_role(Role.HEAD_OF_OFFICE)),
            Audience.ALL_CLERKS: self._addresses(clerks),
        }

    def _in_role(self, role: Role) -> list[str]:
        return [one.name for one in self.roster.people.values() if one.role == role.value]

    def _addresses(self, names: Iterable[str]) -> list[Recipient]:
        meant = {self.roster.stand_in(name) for name in names}
        return [
            Recipient(person.name, address)
            for person in self.roster.people.values()
            if person.name in meant and (address := _address(person, self.channel))
        ]


def _address(person: Person, channel: str) -> str:
    """Return where somebody is reached by a channel; on the console, by name."""
    return person.email if channel == EMAIL else person.account or person.name
