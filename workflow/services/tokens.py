"""Tokens of the API: made for a member of staff, shown once, revoked; and who bears one."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hmac import compare_digest
from typing import Final

from states.steps import Role
from workflow.clock import legal_date
from workflow.records.tokens import Bearer
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.allowances import Limit, spend
from workflow.services.errors import StaffUnknownError
from workflow.services.roles import require
from workflow.services.token_errors import TokenDayError, TokenNameError

# Whoever makes a token acts through it as anybody: that is for the administrator alone.
MAKERS: Final = frozenset({Role.ADMINISTRATOR})
# Found by whoever looks for secrets that were put where they should not be.
PREFIX: Final = "disclosure_"
_BYTES: Final = 32  # 256 bits, which nobody finds by trying
LONGEST_NAME: Final = 60
# How long a token is proposed to hold, so that one that was forgotten does not hold for ever.
USUAL_DAYS: Final = 365
# How exactly it is kept when a token was last used: a call that reads should not write.
USED_EVERY: Final = timedelta(minutes=1)
# A wrong token is refused without being looked up, once there were too many from one place.
WRONG: Final = Limit("token", each=20, together=20_000, within=timedelta(minutes=15))


@dataclass(frozen=True, slots=True)
class Made:
    """A token that was made; its text is shown this once and kept nowhere."""

    id: int
    name: str
    staff_name: str
    text: str


def make_token(
    uow: UnitOfWork,
    staff_name: str,
    name: str,
    *,
    actor: str,
    by: Role,
    at: datetime,
    expires_on: date | None = None,
) -> Made:
    """Make a token that acts as a member of staff, in the role that the staff list has.

    It holds to the end of a day, or until it is revoked.
    Raises StaffUnknownError, TokenNameError, TokenDayError.
    """
    require(by, MAKERS, "token")
    called = name.strip()
    if not called or len(called) > LONGEST_NAME or not called.isprintable():
        raise TokenNameError(LONGEST_NAME)
    if expires_on is not None and expires_on < legal_date(at):
        raise TokenDayError(expires_on)
    if not list(uow.staff.where(name=staff_name, active=True)):
        raise StaffUnknownError(staff_name)
    text = PREFIX + secrets.token_urlsafe(_BYTES)
    token_id = uow.tokens.add(
        staff_name, called, digest_of(text), made_by=actor, at=at, expires_on=expires_on
    )
    return Made(token_id, called, staff_name, text)


def revoke_token(token_id: int, uow: UnitOfWork, *, actor: str, by: Role, at: datetime) -> bool:
    """Revoke a token of the office for good; say whether it still held."""
    require(by, MAKERS, "token")
    return uow.tokens.revoke(token_id, by=actor, at=at)


def bearer_of(view: View, text: str, on: date) -> Bearer | None:
    """Return as whom a token acts on a day, or None where nobody bears it.

    It is looked for by its digest and compared whole, so that how long it takes tells nothing.
    """
    digest = digest_of(text)
    found = view.tokens.bearer(digest, on)
    kept = digest_of("") if found is None else found.digest
    return found if compare_digest(kept, digest) else None


def count_wrong(address: str, uow: UnitOfWork, *, at: datetime) -> None:
    """Count a token that was wrong; raises TooManyTriesError where there were too many."""
    spend(WRONG, address, uow, at=at)


def digest_of(text: str) -> str:
    """Return what is kept of a token: who reads the records cannot ask by it."""
    return hashlib.sha256(text.encode()).hexdigest()
