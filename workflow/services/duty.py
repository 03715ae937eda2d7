"""Who is on duty on a day, who stands in for whom, and whose work nobody attends to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from workflow.records.canonical import JsonValue
from workflow.records.deputies import away_on
from workflow.records.dossiers import Dossier, as_registered
from workflow.records.tables.duty import AbsenceRow
from workflow.records.tables.offices import StaffRow
from workflow.records.view import View
from workflow.services.errors import NotDeputyError, StaffAbsentError, StaffUnknownError

# What a fact keeps beside its terms where a deputy entered it.
ON_BEHALF_OF: Final = "on_behalf_of"


class Unattended(StrEnum):
    """Why nobody attends to a piece of work."""

    UNASSIGNED = "unassigned"
    LEFT = "left"
    ABSENT = "absent"


@dataclass(frozen=True)
class Roster:
    """The staff of an office on a day, with those who are absent."""

    on: date
    members: Mapping[str, StaffRow]
    absences: Mapping[str, AbsenceRow]

    @classmethod
    def of(cls, view: View, on: date) -> "Roster":
        """Return the roster of a day."""
        return cls(
            on,
            {member.name: member for member in view.staff.all()},
            {row.name: row for row in view.absences.all() if holds(row, on)},
        )

    def is_on_duty(self, name: str) -> bool:
        """Say whether somebody works in the office and is not absent."""
        member = self.members.get(name)
        return member is not None and member.active and name not in self.absences

    def stand_in(self, name: str) -> str:
        """Return who attends to somebody's work: they, or the first deputy on duty; or nobody.

        The work of one who has left goes to no deputy: it is handed over.
        """
        asked: set[str] = set()
        while name and name not in asked:
            if self.is_on_duty(name):
                return name
            asked.add(name)
            member, absence = self.members.get(name), self.absences.get(name)
            if member is None or not member.active or absence is None:
                return ""
            name = absence.deputy
        return ""

    @cached_property
    def attending(self) -> frozenset[str]:
        """Everybody whose work is attended to, by themselves or by a deputy."""
        return frozenset(name for name in self.members if self.stand_in(name))

    def unattended(self, officer: str) -> Unattended | None:
        """Return why nobody attends to the work of an officer, or None where somebody does."""
        if not officer:
            return Unattended.UNASSIGNED
        if officer in self.attending:
            return None
        member = self.members.get(officer)
        is_there = member is not None and member.active
        return Unattended.ABSENT if is_there else Unattended.LEFT

    def unattended_since(self, officer: str) -> date | None:
        """Return the day since which nobody attends, where the records say it."""
        member, absence = self.members.get(officer), self.absences.get(officer)
        if member is not None and not member.active:
            return member.left_on
        return None if absence is None else absence.from_on

    def on_behalf(self, actor: str, officer: str) -> str:
        """Return the officer where the actor acts as their deputy; else nothing."""
        if actor == officer or officer not in self.absences:
            return ""
        return officer if actor in self._line_of(officer) else ""

    def _line_of(self, name: str) -> Iterator[str]:
        """Yield the deputies of somebody, the deputies' deputies after them."""
        asked = {name}
        while (absence := self.absences.get(name)) is not None and absence.deputy not in asked:
            name = absence.deputy
            asked.add(name)
            yield name


def on_behalf(view: View, actor: str, dossier: Dossier, today: date) -> dict[str, JsonValue]:
    """Return what is noted with a fact that a deputy enters: on whose behalf they act.

    On most days nobody is away, and then this costs one look.
    """
    if not away_on(view.store, today):
        return {}
    officer = str(as_registered(dossier.lines).get("case_officer", ""))
    absent = Roster.of(view, today).on_behalf(actor, officer)
    return {ON_BEHALF_OF: absent} if absent else {}


def holds(absence: AbsenceRow, on: date) -> bool:
    """Say whether somebody is absent on a day."""
    return absence.from_on <= on and (absence.until_on is None or on <= absence.until_on)


def check_on_duty(view: View, name: str, on: date) -> None:
    """Refuse whoever does not work in the office, or is absent on the day.

    Nothing is assigned to anybody without this: StaffUnknownError, StaffAbsentError.
    """
    roster = Roster.of(view, on)
    if roster.is_on_duty(name):
        return
    absence = roster.absences.get(name)
    member = roster.members.get(name)
    if member is None or not member.active or absence is None:
        raise StaffUnknownError(name)
    raise StaffAbsentError(name, on, absence.until_on, absence.deputy)


def check_deputy(view: View, actor: str, absent: str, on: date) -> StaffRow:
    """Return the absent person for whom somebody acts, or raise NotDeputyError."""
    roster = Roster.of(view, on)
    if not roster.on_behalf(actor, absent) or not roster.is_on_duty(actor):
        raise NotDeputyError(actor, absent)
    return roster.members[absent]
