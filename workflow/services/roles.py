"""Which roles may change what, where no move of the chart says so."""

from states.chart.move import CASEWORK
from states.errors import MoveRefusedError, Refusal
from states.steps import Role

# A supervisor sees everything and changes nothing; an administrator does no casework.
KEEPERS = CASEWORK | {Role.REVIEWER}
REVIEWERS = frozenset({Role.REVIEWER, Role.HEAD_OF_OFFICE})
DISPATCHERS = CASEWORK | {Role.ADMINISTRATOR}
STEWARDS = DISPATCHERS


def require(role: Role, allowed: frozenset[Role], act: str) -> None:
    """Refuse an act to a role that may not do it."""
    if role not in allowed:
        raise MoveRefusedError(act, (Refusal("role_may_not", None),))
