"""Planning reminders from the facts: what should have been said by today goes to the outbox."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from notifications.digest import Told, gathered
from notifications.hours import may_leave_from
from notifications.messages import Lang, notices
from notifications.plan import Reminder, Subject, due_reminders
from notifications.ports import Notice, Recipient
from notifications.rules import MOST_DAYS, RULES, Audience, ReminderRule
from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey, Deadline
from states.steps import Role
from workflow.clock import SHANGHAI, legal_date
from workflow.records.offices import asking_settings
from workflow.records.people import Person, asking_on_duty, officer_of, on_duty
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.records.waiting import held_until, known_keys, said_in_digest
from workflow.records.worklists import AttendedRow, Wanted
from workflow.services.duty import Roster, unattended_since
from workflow.services.registers.reminded import Matter, matters
from workflow.services.reminder_rules import rules_of
from workflow.services.waiting import ATTENDED_TO, all_deadlines, near_or_waiting, office_matters
from workflow.services.worklist import unattended_officers
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
    said = Saying(office, legal_date(at), calendar, channel, rules_of(uow))
    added = tell(uow, said.everything(uow), at=at, calendar=calendar, lang=lang, gather=True)
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
    today = legal_date(at)
    furthest = calendar.nth_workday(today, 1 + MOST_DAYS)
    if not any(due is not None and due <= furthest for due in written.values()):
        return 0
    store = uow.store
    store.read_ahead(asking_settings(store), asking_on_duty(store))
    said = Saying(office, today, calendar, channel, rules_of(uow))
    horizon = said.horizon
    near = [number for number, due in written.items() if due is not None and due <= horizon]
    if not near:
        return 0
    return tell(uow, said.about(uow, near), at=at, calendar=calendar, lang=lang)


def tell(
    uow: UnitOfWork,
    reminders: Iterable[Reminder],
    *,
    at: datetime,
    calendar: WorkCalendar,
    lang: Lang,
    gather: bool = False,
) -> int:
    """Put into words what was not told before, and into the outbox; return how much it was.

    Gathered, what is not urgent goes into one message for each person. What may not leave yet
    waits in the outbox: for the morning, for the next working day.
    """
    found = list(reminders)
    known = known_keys(uow.store, [one.dedup_key for one in found])
    new = [one for one in found if one.dedup_key not in known]
    if not new:
        return 0
    told = (
        gathered(new, lang, was_sent=uow.outbox.knows)
        if gather
        else Told(tuple(notices(new, lang)), ())
    )
    added = uow.outbox.add([*told.to_send, *told.said_in_digest])
    said_in_digest(uow.store, [one.dedup_key for one in told.said_in_digest])
    _hold(uow, told.to_send, new, at, calendar)
    return added


def _hold(
    uow: UnitOfWork,
    sent: Iterable[Notice],
    reminders: Iterable[Reminder],
    at: datetime,
    calendar: WorkCalendar,
) -> None:
    """Let what may not leave now wait until it may."""
    overdue = {one.dedup_key for one in reminders if one.rule.is_overdue}
    local = at.astimezone(SHANGHAI)
    waits: dict[datetime, list[str]] = {}
    for notice in sent:
        key = notice.dedup_key
        moment = may_leave_from(local, calendar, overdue=key in overdue)
        if moment > local:
            waits.setdefault(moment.astimezone(UTC), []).append(key)
    for moment, keys in waits.items():
        held_until(uow.store, keys, moment)


def _furthest(rules: Iterable[ReminderRule]) -> int:
    return max((rule.days_before for rule in rules), default=0)


_USUALLY_FURTHEST = _furthest(RULES)  # asked with every move that is written


@dataclass(frozen=True, slots=True)
class Saying:
    """What an office's people are to be told on a day, by one channel."""

    office: str
    today: date
    calendar: WorkCalendar
    channel: str
    rules: tuple[ReminderRule, ...] = RULES

    @property
    def horizon(self) -> date:
        """A day later than any that a rule speaks of today."""
        furthest = _USUALLY_FURTHEST if self.rules is RULES else _furthest(self.rules)
        return self.calendar.nth_workday(self.today, 1 + max(furthest, 0))

    def everything(self, view: View) -> Iterator[Reminder]:
        """Yield what should have been said of anything by the end of the day."""
        near = near_or_waiting(view, self.today, self.horizon)
        yield from self._reminders(view, self._of_rows(view, near))
        yield from self._reminders(view, self._unattended(view))
        yield from self._reminders(view, self._of_registers(view))

    def about(self, view: View, numbers: Iterable[str]) -> Iterator[Reminder]:
        """Yield what should have been said of some requests by the end of the day."""
        return self._reminders(view, (self._of_request(view, number) for number in numbers))

    def of_matters(self, view: View, found: Iterable[Matter]) -> Iterator[Reminder]:
        """Yield what is to be said of matters that the caller found."""
        return self._reminders(view, found)

    def staff(self, view: View) -> list[Person]:
        """Return the staff who can be reached, absent or not."""
        return [person for person in on_duty(view.store) if _address(person, self.channel)]

    def _reminders(self, view: View, found: Iterable[Matter]) -> Iterator[Reminder]:
        people = _People(Roster.of(view, self.today), self.channel)
        if not people.reachable:
            return iter(())
        subjects = (self._subject(matter, people) for matter in found)
        return due_reminders(
            subjects, self.today, self.calendar, channel=self.channel, rules=self.rules
        )

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
        found = all_deadlines(view.requests.case(number), self.calendar, self.today)
        return Matter(number, officer_of(view.store, number), found)

    def _of_rows(self, view: View, rows: Sequence[AttendedRow]) -> Iterator[Matter]:
        for row, case in view.requests.with_cases(rows):
            found = all_deadlines(case, self.calendar, self.today)
            yield Matter(row.number, row.case_officer, found)

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
        yield from matters(view, self.today, self.calendar)
        yield from office_matters(view, self.today, self.calendar)


@dataclass(frozen=True)
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
        known = self._told.get(officer)
        if known is None:
            own = {Audience.CASE_OFFICER: self._addresses([officer])}
            known = self._told[officer] = {**self._of_office, **own}
        return known

    @cached_property
    def _told(self) -> dict[str, Mapping[Audience, list[Recipient]]]:
        return {}

    @cached_property
    def _of_office(self) -> Mapping[Audience, list[Recipient]]:
        clerks = [name for name in self._in_role(Role.CLERK) if self.roster.is_on_duty(name)]
        return {
            Audience.HEAD_OF_OFFICE: self._addresses(self._in_role(Role.HEAD_OF_OFFICE)),
            Audience.REVIEWER: self._addresses(self._in_role(Role.REVIEWER)),
            Audience.ADMINISTRATOR: self._addresses(self._in_role(Role.ADMINISTRATOR)),
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
