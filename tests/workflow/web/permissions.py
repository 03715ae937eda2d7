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
HEAD: Final = frozenset({Role.HEAD_OF_OFFICE})
REVIEWING: Final = HEAD | {Role.REVIEWER}
KEEPING: Final = CASEWORK | {Role.REVIEWER}
WATCHING: Final = frozenset({Role.REVIEWER, Role.SUPERVISOR})
ADMINISTERING: Final = frozenset({Role.ADMINISTRATOR})
MANAGING: Final = HEAD | {Role.ADMINISTRATOR}
STEWARDS: Final = CASEWORK | {Role.ADMINISTRATOR}
OVERSEEING: Final = MANAGING | {Role.SUPERVISOR}
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
    "/notices": Access(),
    "/notices/read": Access(posts=EVERYBODY),
    "/review": Access(gets=REVIEWING),
    "/approval": Access(gets=HEAD),
    "/worklist": Access(),
    "/worklist/export.xlsx": Access(),
    "/worklist/assign": Access(posts=STEWARDS),
    "/worklist/views*": Access(posts=EVERYBODY),
    "/requests": Access(),
    "/requests/export.xlsx": Access(),
    "/requests/new*": Access(gets=CASEWORK, posts=CASEWORK),
    "/requests/{row_id}": Access(),
    "/requests/{row_id}/logged": Access(gets=CASEWORK),
    "/requests/{row_id}/steps/*": Access(gets=CASEWORK, posts=CASEWORK),  # of a clerk's step
    "/requests/{row_id}/identity": Access(gets=CASEWORK, posts=CASEWORK),
    "/requests/{row_id}/slip*": Access(gets=CASEWORK, posts=CASEWORK),
    "/requests/{row_id}/attachments*": Access(gets=CASEWORK | WATCHING, posts=CASEWORK),
    "/requests/{row_id}/letters/new": Access(gets=CASEWORK, posts=CASEWORK),
    "/letters": Access(),
    "/letters/{letter_id}*": Access(),
    "/letters/settings": Access(gets=MANAGING, posts=MANAGING),
    "/letters/templates*": Access(gets=MANAGING, posts=MANAGING),
    "/registers": Access(),
    "/registers/*": Access(),
    "/registers/withheld/review": Access(gets=KEEPING, posts=KEEPING),
    "/registers/{slug}/new": Access(gets=KEEPING, posts=KEEPING),
    "/registers/{slug}/{row_id}/*": Access(gets=KEEPING, posts=KEEPING),
    "/calendar": Access(),
    "/calendar/*": Access(gets=MANAGING, posts=MANAGING),
    "/handover*": Access(gets=STEWARDS, posts=STEWARDS),
    "/office": Access(),
    "/person": Access(gets=MANAGING, posts=MANAGING),
    "/office/edit": Access(gets=MANAGING, posts=MANAGING),
    "/office/staff": Access(),
    "/office/staff/*": Access(gets=MANAGING, posts=MANAGING),
    "/office/accounts*": Access(gets=MANAGING, posts=MANAGING),
    "/office/tokens*": Access(gets=ADMINISTERING, posts=ADMINISTERING),
    "/office/reminders": Access(gets=OVERSEEING),
    "/office/reminders/retry": Access(posts=MANAGING),
    "/office/reminders/rules": Access(gets=OVERSEEING, posts=MANAGING),
    "/audit*": Access(gets=OVERSEEING, posts=OVERSEEING),
    "/reports": Access(),
    "/reports/check": Access(posts=EVERYBODY),
    "/reports/open": Access(),
    "/reports/{year}*": Access(),
    "/reports/{year}/draft": Access(posts=CASEWORK),
    "/reports/{year}/freeze": Access(gets=CASEWORK, posts=CASEWORK),
    "/reports/{year}/publish": Access(gets=CASEWORK, posts=CASEWORK),
    "/reports/{year}/figures": Access(gets=CASEWORK, posts=CASEWORK),
    "/reports/{year}/narrative": Access(gets=CASEWORK, posts=CASEWORK),
    "/dashboard": Access(),
}


def access_to(path: str) -> Access | None:
    """Return who may open a route, by its path as it is declared; None where nobody has said."""
    if path in PERMISSIONS:
        return PERMISSIONS[path]
    covering = [key for key in PERMISSIONS if key.endswith("*") and path.startswith(key[:-1])]
    return PERMISSIONS[max(covering, key=len)] if covering else None
