"""A step somebody wants to take: which move, on which day, by whom, with what terms."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.case import State
from states.matters import Matter
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome


class Role(StrEnum):
    """Who may do what in an office."""

    CLERK = "clerk"
    REVIEWER = "reviewer"
    HEAD_OF_OFFICE = "head_of_office"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class MergeTarget:
    """The request that another is to be merged into, as far as the chart asks about it."""

    number: str
    state: State
    received_on: date | None
    same_applicant: bool = True
    is_itself: bool = False

    @classmethod
    def judged_before(cls, number: str) -> "MergeTarget":
        """Return the target of a merger on record: it was judged when that was entered."""
        return cls(number, State.RECEIVED, date.min)


@dataclass(frozen=True, slots=True)
class Step:
    """A move to be judged: its legal date, the day it is entered, and its terms.

    `acknowledged` names waivable refusals (breaches) the clerk records knowingly. `actor` is who
    takes it: a step that is signed for cannot be taken by nobody.
    """

    move: str
    on: date
    today: date
    role: Role
    ref: str = ""
    workdays: int = 0
    new_due: date | None = None
    co_producer: bool = True
    outcome: Outcome | None = None
    acknowledged: tuple[str, ...] = ()
    matter: Matter | None = None
    actor: str = ""
    opinion: Opinion | None = None
    into: MergeTarget | None = None
