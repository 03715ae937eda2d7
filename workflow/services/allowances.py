"""How often a thing may be tried within a span of time: by one client, and in one office."""

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from workflow.records.office_key import subject_of
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.errors import TooManyTriesError

_MINUTE: Final = timedelta(minutes=1)
# Nobody needs to know longer than this who tried what.
_FORGOTTEN_AFTER: Final = timedelta(days=1)
_OFFICE: Final = "office"
# The part of an IPv6 address that one household has for itself.
_HOUSEHOLD: Final = 64


@dataclass(frozen=True, slots=True)
class Limit:
    """How often something may be done within a span, by each client and by all together."""

    kind: str
    each: int
    together: int
    within: timedelta


APPLY: Final = Limit("apply", each=5, together=60, within=timedelta(hours=1))
# Codes cannot be found by trying; this keeps the desk free for its clerks.
LOOK_UP: Final = Limit("look_up", each=10, together=600, within=timedelta(minutes=15))

# An account is locked after a few wrong passwords; this stops one client that tries many accounts.
# Offices often have one address for all their people, who may all mistype in the morning.
SIGN_IN: Final = Limit("sign_in", each=40, together=100_000, within=timedelta(minutes=15))


def check(limit: Limit, address: str, view: View, *, at: datetime) -> None:
    """Raise TooManyTriesError where a client has no try left; nothing is counted."""
    for _, allowed, began_at, used in _spent(limit, address, view, at):
        _refuse_beyond(allowed, began_at, used, limit, at)


def spend(limit: Limit, address: str, uow: UnitOfWork, *, at: datetime) -> None:
    """Count one try of a client; raises TooManyTriesError where it is too many.

    Of the client's address only a digest is kept, and that for a day.
    """
    uow.allowances.forget(at - _FORGOTTEN_AFTER)
    for subject, allowed, began_at, used in _spent(limit, address, uow, at):
        _refuse_beyond(allowed, began_at, used, limit, at)
        uow.allowances.keep(limit.kind, subject, began_at, used + 1)


def _spent(
    limit: Limit, address: str, view: View, at: datetime
) -> Iterator[tuple[str, int, datetime, int]]:
    """Yield of the client and of all together: whose, how much is allowed, since when, how much."""
    for name, allowed in ((_client_of(address), limit.each), (_OFFICE, limit.together)):
        subject = subject_of(view.store, limit.kind, name)
        began_at, used = view.allowances.used(limit.kind, subject) or (at, 0)
        if at - began_at >= limit.within:
            began_at, used = at, 0
        yield subject, allowed, began_at, used


def _refuse_beyond(allowed: int, began_at: datetime, used: int, limit: Limit, at: datetime) -> None:
    if used >= allowed:
        left = began_at + limit.within - at
        raise TooManyTriesError(-(-left // _MINUTE))


def _client_of(address: str) -> str:
    """Return what counts as one client: an address, or the household of one of IPv6."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((int(parsed), _HOUSEHOLD), strict=False))
