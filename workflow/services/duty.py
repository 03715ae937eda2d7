"""Who is on duty on a day, who stands in for whom, and whose work nobody attends to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from states.steps import Role
from workflow.records.canonical import JsonValue
from workflow.records.dossiers import Dossier, as_registered
from workflow.records.people import Person, on_duty
from workflow.records.tables.duty import AbsenceRow
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
    """The staff of an office on a day by name, and the deputies of those who are away."""

    on: date
    people: Mapping[str, Person]
    away: Mapping[str, str]

    @classmethod
    def of(cls, view: View, on: date) -> "Roster":
        """Return the roster of a day."""
        people = {person.name: person for person in on_duty(view.store)}
        away = {absent.name: absent.deputy for absent in view.away_on(on)}
        return cls(on, people, away)

    def is_on_duty(self, name: str) -> bool:
        """Say whether somebody works in the office and is not away."""
        return name in self.people and name not in self.away

    def stand_in(self, name: str) -> str:
        """Return who attends to somebody's work: they, or the first deputy on duty; or nobody.

        The work of one who has left goes to no deputy: it is handed over.
        """
        if name not in self.people or name not in self.away:
            return name if name in self.people else ""
        return next((deputy for deputy in self._line_of(name) if self.is_on_duty(deputy)), "")

    @cached_property
    def attending(self) -> frozenset[str]:
        """Everybody whose work is attended to, by themselves or by a deputy."""
        return frozenset(name for name in self.people if self.stand_in(name))

    def unattended(self, officer: str) -> Unattended | None:
        """Return why nobody attends to the work of an officer, or None where somebody does."""
        if not officer:
            return Unattended.UNASSIGNED
        if officer in self.attending:
            return None
        return Unattended.ABSENT if officer in self.people else Unattended.LEFT

    def on_behalf(self, actor: str, officer: str) -> str:
        """Return the officer where the actor acts as their deputy; else nothing."""
        return officer if actor != officer and actor in self._line_of(officer) else ""

    def _line_of(self, name: str) -> Iterator[str]:
        """Yield the deputies of somebody, the deputies' deputies after them, each once."""
        asked = {name, ""}
        while (deputy := self.away.get(name, "")) not in asked:
            asked.add(deputy)
            yield deputy
            name = deputy


def check_on_duty(view: View, name: str, on: date) -> None:
    """Refuse whoever does not work in the office, or is absent on the day.

    Nothing is assigned to anybody without this: StaffUnknownError, StaffAbsentError.
    """
    roster = Roster.of(view, on)
    if roster.is_on_duty(name):
        return
    absence = absence_of(view, name, on)
    if name not in roster.people or absence is None:
        raise StaffUnknownError(name)
    raise StaffAbsentError(name, on, absence.until_on, absence.deputy)


def absence_of(view: View, name: str, on: date) -> AbsenceRow | None:
    """Return the absence of somebody on a day, if they are away."""
    return next((row for row in view.absences.where(name=name) if holds(row, on)), None)


def holds(absence: AbsenceRow, on: date) -> bool:
    """Say whether somebody is absent on a day."""
    return absence.from_on <= on and (absence.until_on is None or on <= absence.until_on)


def unattended_since(view: View, officer: str, on: date) -> date | None:
    """Return the day since which nobody attends to an officer's work, where the records say it."""
    for member in view.staff.where(name=officer, active=False):
        return member.left_on
    absence = absence_of(view, officer, on)
    return None if absence is None else absence.from_on


def role_of_absent(view: View, actor: str, absent: str, on: date) -> Role:
    """Return the role in which somebody acts for an absent person, or raise NotDeputyError."""
    roster = Roster.of(view, on)
    if absent not in roster.people or not roster.on_behalf(actor, absent):
        raise NotDeputyError(actor, absent)
    return Role(roster.people[absent].role)


def on_behalf(view: View, actor: str, dossier: Dossier, today: date) -> dict[str, JsonValue]:
    """Return what is noted with a fact that a deputy enters: on whose behalf they act.

    On most days nobody is away, and then this costs one look.
    """
    away = {absent.name: absent.deputy for absent in view.away_on(today)}
    if not away:
        return {}
    officer = str(as_registered(dossier.lines).get("case_officer", ""))
    absent = Roster(today, {}, away).on_behalf(actor, officer)
    return {ON_BEHALF_OF: absent} if absent else {}
