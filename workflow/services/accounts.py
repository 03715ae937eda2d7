"""Signing in and out: passwords, lockout after repeated failures, and how long a session lasts."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from states.steps import Role
from workflow.records.accounts import Account, SignedIn
from workflow.records.facts import StaffMember
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.errors import (
    LoginTakenError,
    PasswordTooShortError,
    PasswordWrongError,
    StaffUnknownError,
)
from workflow.services.roles import STEWARDS, require

SHORTEST_PASSWORD: Final = 10
FAILURES_ALLOWED: Final = 5
LOCKED_FOR: Final = timedelta(minutes=15)
IDLE_FOR: Final = timedelta(minutes=30)
LASTS_FOR: Final = timedelta(hours=12)
# How exactly it is kept when a browser was last heard of: a page is read, not written.
SEEN_EVERY: Final = timedelta(minutes=1)
_TOKEN_BYTES: Final = 32

_HASHER = PasswordHasher()  # argon2id, by the parameters of RFC 9106
# What is checked where there is no such login, so that it takes as long as a wrong password.
_NOBODY = _HASHER.hash(secrets.token_urlsafe())


@dataclass(frozen=True, slots=True)
class Opened:
    """An account that was opened, with the password that was made for it, if one was."""

    login: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of signing in: a token, or none; `locked_until` where too many were wrong."""

    token: str | None = None
    locked_until: datetime | None = None


def open_account(
    uow: UnitOfWork,
    name: str,
    login: str,
    password: str = "",
    *,
    role: Role | None = None,
    actor: str,
    by: Role,
    at: datetime,
) -> Opened:
    """Open an account for a member of staff, who with a role is entered on the staff if not there.

    Without a password one is made, which its owner must change. Raises LoginTakenError,
    PasswordTooShortError, StaffUnknownError.
    """
    require(by, STEWARDS, "account")
    if uow.accounts.is_taken(login):
        raise LoginTakenError(login)
    made = password or secrets.token_urlsafe(12)
    _check_length(made)
    if not list(uow.staff.where(name=name, active=True)):
        if role is None:
            raise StaffUnknownError(name)
        uow.staff.add(StaffMember(name=name, role=role), actor=actor, at=at)
    uow.accounts.open(name, login, _HASHER.hash(made), must_change=not password, at=at)
    return Opened(login, name, made)


def account_of(view: View, login: str, password: str) -> tuple[Account | None, bool]:
    """Return the account of a login, and whether the password is right.

    It takes as long where there is no such login.
    """
    account = view.accounts.by_login(login)
    kept = _NOBODY if account is None else account.password_hash
    return account, _matches(kept, password) and account is not None


def sign_in(account: Account, uow: UnitOfWork, *, is_right: bool, at: datetime) -> Attempt:
    """Sign a browser in, or count a failure; a locked account opens to no password."""
    now = uow.accounts.by_login(account.login)
    if now is None:
        return Attempt()
    if now.locked_until is not None and at < now.locked_until:
        return Attempt(locked_until=now.locked_until)
    if is_right:
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        uow.accounts.change(now.id, failures=0, locked_until=None)
        uow.accounts.sign_in(now.id, digest_of(token), at)
        return Attempt(token)
    failures = now.failures + 1
    locked = at + LOCKED_FOR if failures >= FAILURES_ALLOWED else None
    uow.accounts.change(now.id, failures=0 if locked else failures, locked_until=locked)
    return Attempt(locked_until=locked)


def who_is(view: View, token: str, at: datetime) -> SignedIn | None:
    """Return who is signed in by a token, unless it was idle or open for too long."""
    found = view.accounts.signed_in(digest_of(token))
    if found is None or at - found.seen_at > IDLE_FOR or at - found.opened_at > LASTS_FOR:
        return None
    return found


def change_password(
    signed_in: SignedIn, old: str, new: str, uow: UnitOfWork, *, keep: str, at: datetime
) -> None:
    """Change one's own password, and sign every other browser out; `keep` is this one's token."""
    account = uow.accounts.by_login(signed_in.login)
    if account is None or not _matches(account.password_hash, old):
        raise PasswordWrongError(signed_in.login)
    _check_length(new)
    uow.accounts.change(account.id, password_hash=_HASHER.hash(new), must_change=False)
    uow.accounts.sign_out(at, account_id=account.id, keep=digest_of(keep))


def reset_password(
    login: str, uow: UnitOfWork, *, by: Role, at: datetime, password: str = ""
) -> str:
    """Give an account of the office a new password, signed out everywhere and open again."""
    require(by, STEWARDS, "account")
    account = uow.accounts.by_login(login)
    if account is None or account.office_id != uow.office_id:
        raise StaffUnknownError(login)
    made = password or secrets.token_urlsafe(12)
    _check_length(made)
    uow.accounts.change(
        account.id,
        password_hash=_HASHER.hash(made),
        must_change=True,
        failures=0,
        locked_until=None,
    )
    uow.accounts.sign_out(at, account_id=account.id)
    return made


def close_account(login: str, uow: UnitOfWork, *, by: Role, at: datetime) -> None:
    """Close an account of the office, and sign it out everywhere."""
    require(by, STEWARDS, "account")
    account = uow.accounts.by_login(login)
    if account is None or account.office_id != uow.office_id:
        raise StaffUnknownError(login)
    uow.accounts.change(account.id, closed_at=at)
    uow.accounts.sign_out(at, account_id=account.id)


def digest_of(token: str) -> str:
    """Return what is kept of a token: who reads the records cannot sign in by it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _matches(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


def _check_length(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordTooShortError(SHORTEST_PASSWORD)
