"""A step somebody wants to take: which move, on which day, by whom, with what terms."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.matters import Matter
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
