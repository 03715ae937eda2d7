"""Who may open what: the longest beginning of a route's path says it; a route without one fails.

Whoever adds a route adds a line here, or lets a line that stands cover it. `gets` and `posts` are
the roles that may; every other role is to get 403. A path with `*` at its end covers all below it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from states.steps import Role

EVERYBODY: Final = frozenset(Role) - {Role.SYSTEM}
CASEWORK: Final = frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})
NOBODY: Final[frozenset[Role]] = frozenset()


@dataclass(frozen=True, slots=True)
class Access:
    """Which roles may look, and which may change something; or that nobody need be signed in."""

    gets: frozenset[Role] = EVERYBODY
    posts: frozenset[Role] = NOBODY
    is_public: bool = False


_OPEN = Access(is_public=True)

PERMISSIONS: Final[Mapping[str, Access]] = {
    # Before anybody has signed in.
    "/": _OPEN,
    "/sign-in": _OPEN,
    "/language": _OPEN,
    "/static/*": _OPEN,
    "/robots.txt": _OPEN,
    "/public": _OPEN,
    "/public/*": _OPEN,
    # The desk.
    "/account": Access(posts=EVERYBODY),
    "/sign-out": Access(posts=EVERYBODY),
    "/worklist": Access(),
    "/requests/{row_id}": Access(),
}


def access_to(path: str) -> Access | None:
    """Return who may open a route, by its path as it is declared; None where nobody has said."""
    if path in PERMISSIONS:
        return PERMISSIONS[path]
    covering = [key for key in PERMISSIONS if key.endswith("*") and path.startswith(key[:-1])]
    return PERMISSIONS[max(covering, key=len)] if covering else None
