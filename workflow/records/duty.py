"""What is put on record about who is on duty."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Somebody's absence, both days included, and who acts for them meanwhile."""

    name: str
    from_on: date
    until_on: date | None = None
    deputy: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What passed from one person to another on a day; each line of `matters` names one thing."""

    handed_on: date
    giver: str
    receiver: str
    matters: str
    note: str = ""
