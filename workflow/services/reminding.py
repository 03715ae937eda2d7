"""Planning reminders from the facts: what should have been said by today goes to the outbox."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from workflow.records.tables.offices import StaffRow
from workflow.records.tables.requests import RequestRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.records.worklists import Wanted
from workflow.services.duty import Roster
from workflow.services.registers.reminded import Matter, matters
from workflow.services.worklist import unattended_officers

EMAIL, CONSOLE = "email", "console"

# 登记、审核、办理、答复、归档: somebody handles each request.
ATTENDED_TO = cite(OGI_2019, 45)


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
    said = Saying(office, legal_date(at), calendar, channel)
    added = uow.outbox.add(list(notices(said.everything(uow), lang)))
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

    def everything(self, view: View) -> Iterator[Reminder]:
        """Yield what should have been said of anything by the end of the day."""
        yield from self.about(view, view.requests.next_due_by(self.horizon))
        people = self._people(view)
        subjects = [*self._unattended(view, people), *self._of_registers(view, people)]
        yield from due_reminders(subjects, self.today, self.calendar, channel=self.channel)

    def about(self, view: View, rows: Iterable[RequestRow]) -> Iterator[Reminder]:
        """Yield what should have been said of some requests by the end of the day."""
        people = self._people(view)
        subjects = (self._subject(view, row, people) for row in rows)
        return due_reminders(subjects, self.today, self.calendar, channel=self.channel)

    def staff(self, view: View) -> list[StaffRow]:
        """Return those of the staff who can be reached."""
        return [
            member
            for member in view.staff.all()
            if member.active and _address(member, self.channel)
        ]

    def _people(self, view: View) -> "_People":
        return _People(Roster.of(view, self.today), self.staff(view), self.channel)

    def _subject(self, view: View, row: RequestRow, people: "_People") -> Subject:
        deadlines = running(view.requests.case(row.number), self.calendar, self.today)
        recipients = people.told(row.case_officer)
        return Subject(row.number, self.office, row.case_officer, deadlines, recipients)

    def _unattended(self, view: View, people: "_People") -> Iterator[Subject]:
        """Yield the open requests that nobody attends to, due from the day that is so."""
        alone = unattended_officers(view, people.roster)
        if not alone:
            return
        for row in view.requests.open_page(Wanted(officer_among=alone), limit=None):
            since = people.roster.unattended_since(row.case_officer)
            since = max(since or date.min, legal_date(row.registered_at))
            deadline = Deadline(ClockKey.ATTENDANCE, since, provisional=False, citation=ATTENDED_TO)
            recipients = people.told(row.case_officer)
            yield Subject(row.number, self.office, row.case_officer, (deadline,), recipients)

    def _of_registers(self, view: View, people: "_People") -> Iterator[Subject]:
        for matter in matters(view, self.today, self.calendar):
            yield self._subject_of(matter, people)

    def _subject_of(self, matter: Matter, people: "_People") -> Subject:
        return Subject(
            matter.reference,
            self.office,
            matter.officer,
            matter.deadlines,
            people.told(matter.officer),
            matter.about,
        )


@dataclass(frozen=True, slots=True)
class _People:
    """Who is told: those on duty, and for whoever is away, who stands in for them."""

    roster: Roster
    reachable: Sequence[StaffRow]
    channel: str

    def told(self, officer: str) -> Mapping[Audience, Sequence[Recipient]]:
        """Return who stands for each audience where something is an officer's."""
        heads = self._in_role(Role.HEAD_OF_OFFICE)
        clerks = [name for name in self._in_role(Role.CLERK) if self.roster.is_on_duty(name)]
        return {
            Audience.CASE_OFFICER: self._addresses([officer]),
            Audience.HEAD_OF_OFFICE: self._addresses(heads),
            Audience.ALL_CLERKS: self._addresses(clerks),
        }

    def _in_role(self, role: Role) -> list[str]:
        members = self.roster.members.values()
        return [member.name for member in members if member.active and member.role == role.value]

    def _addresses(self, names: Iterable[str]) -> list[Recipient]:
        meant = {self.roster.stand_in(name) for name in names}
        return [
            Recipient(member.name, _address(member, self.channel))
            for member in self.reachable
            if member.name in meant
        ]


def _address(member: StaffRow, channel: str) -> str:
    """Return where somebody is reached by a channel; on the console, by name."""
    return member.email if channel == EMAIL else member.account or member.name
