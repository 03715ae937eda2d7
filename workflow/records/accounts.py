"""Who may sign in, and which browsers are signed in: read at every page, so read quickly."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, select, true, update
from sqlmodel import col

from workflow.records.store import Prepared, Store, as_instant, columns_of
from workflow.records.tables.accounts import AccountRow, DeskSessionRow
from workflow.records.tables.offices import OfficeRow, StaffRow


@dataclass(frozen=True, slots=True)
class Account:
    """An account with the member of staff whose it is; `role` is theirs on the staff list."""

    office_id: int
    id: int
    name: str
    role: str
    login: str
    password_hash: str
    must_change: bool
    failures: int
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A browser that is signed in, and as whom."""

    office_id: int
    office: str
    account_id: int
    name: str
    role: str
    login: str
    must_change: bool
    opened_at: datetime
    seen_at: datetime


_ON_STAFF = and_(
    col(StaffRow.office_id) == col(AccountRow.office_id),
    col(StaffRow.name) == col(AccountRow.staff_name),
    col(StaffRow.active).is_(true()),
)
_FOUND = (
    select(
        col(AccountRow.office_id),
        col(AccountRow.id),
        col(AccountRow.staff_name),
        col(StaffRow.role),
        col(AccountRow.login),
        col(AccountRow.password_hash),
        col(AccountRow.must_change),
        col(AccountRow.failures),
        col(AccountRow.locked_until),
    )
    .join(StaffRow, _ON_STAFF)
    .where(col(AccountRow.closed_at).is_(None))
)
_BY_LOGIN = Prepared(_FOUND.where(col(AccountRow.login) == bindparam("login")))
_OF_OFFICE = Prepared(
    _FOUND.where(col(AccountRow.office_id) == bindparam("office")).order_by(col(AccountRow.id))
)
_TAKEN = Prepared(select(col(AccountRow.id)).where(col(AccountRow.login) == bindparam("login")))
_LAST = Prepared(
    select(func.max(col(AccountRow.id))).where(col(AccountRow.office_id) == bindparam("office"))
)
_OPEN = Prepared(insert(AccountRow), columns_of(AccountRow))
_SESSION = Prepared(
    select(
        col(DeskSessionRow.office_id),
        col(OfficeRow.name),
        col(AccountRow.id),
        col(AccountRow.staff_name),
        col(StaffRow.role),
        col(AccountRow.login),
        col(AccountRow.must_change),
        col(DeskSessionRow.opened_at),
        col(DeskSessionRow.seen_at),
    )
    .join(
        AccountRow,
        and_(
            col(AccountRow.office_id) == col(DeskSessionRow.office_id),
            col(AccountRow.id) == col(DeskSessionRow.account_id),
        ),
    )
    .join(StaffRow, _ON_STAFF)
    .join(OfficeRow, col(OfficeRow.id) == col(DeskSessionRow.office_id))
    .where(
        col(DeskSessionRow.token_digest) == bindparam("digest"),
        col(DeskSessionRow.ended_at).is_(None),
        col(AccountRow.closed_at).is_(None),
    )
)
_SIGN_IN = Prepared(insert(DeskSessionRow), columns_of(DeskSessionRow))
_SEEN = Prepared(
    update(DeskSessionRow)
    .where(
        col(DeskSessionRow.office_id) == bindparam("office"),
        col(DeskSessionRow.token_digest) == bindparam("digest"),
    )
    .values(seen_at=bindparam("at")),
)


class Accounts:
    """The accounts of an installation: a login is known over all its offices."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def by_login(self, login: str) -> Account | None:
        """Return the account of a login, where it is open and its owner on the staff."""
        found = self._store.fetch(_BY_LOGIN, {"login": login})
        return _account(found[0]) if found else None

    def all(self) -> list[Account]:
        """Return the open accounts of the office, in the order they were opened."""
        rows = self._store.fetch(_OF_OFFICE, {"office": self._store.office_id})
        return [_account(row) for row in rows]

    def is_taken(self, login: str) -> bool:
        """Say whether a login was ever given out, in any office."""
        return bool(self._store.fetch(_TAKEN, {"login": login}))

    def open(
        self, staff_name: str, login: str, password_hash: str, *, must_change: bool, at: datetime
    ) -> None:
        """Open an account for a member of staff of the office."""
        ((last,),) = self._store.fetch(_LAST, {"office": self._store.office_id})
        self._store.run(
            _OPEN,
            {
                "office_id": self._store.office_id,
                "id": int(last or 0) + 1,
                "staff_name": staff_name,
                "login": login,
                "password_hash": password_hash,
                "must_change": must_change,
                "failures": 0,
                "locked_until": None,
                "created_at": at,
                "closed_at": None,
            },
        )

    def change(self, account_id: int, **values: object) -> None:
        """Set columns of an account of the office."""
        self._store.connection.execute(
            update(AccountRow)
            .where(
                col(AccountRow.office_id) == self._store.office_id,
                col(AccountRow.id) == account_id,
            )
            .values(**values)
        )

    def sign_in(self, account_id: int, digest: str, at: datetime) -> None:
        """Keep that a browser is signed in, by the digest of its token."""
        self._store.run(
            _SIGN_IN,
            {
                "office_id": self._store.office_id,
                "token_digest": digest,
                "account_id": account_id,
                "opened_at": at,
                "seen_at": at,
                "ended_at": None,
            },
        )

    def signed_in(self, digest: str) -> SignedIn | None:
        """Return who is signed in by a token, by its digest, if anybody still is."""
        found = self._store.fetch(_SESSION, {"digest": digest})
        if not found:
            return None
        office_id, office, account_id, name, role, login, must_change, opened, seen = found[0]
        opened_at, seen_at = as_instant(opened), as_instant(seen)
        who = (office_id, office, account_id, name, role, login)
        return SignedIn(*who, bool(must_change), opened_at, seen_at)

    def seen(self, digest: str, at: datetime) -> None:
        """Keep that a browser was heard of."""
        values = {"office": self._store.office_id, "digest": digest, "at": at}
        self._store.run(_SEEN, values)

    def sign_out(
        self, at: datetime, *, account_id: int, digest: str | None = None, keep: str | None = None
    ) -> int:
        """End a session of an account, or all of them but one; return how many were."""
        query = update(DeskSessionRow).where(
            col(DeskSessionRow.office_id) == self._store.office_id,
            col(DeskSessionRow.account_id) == account_id,
            col(DeskSessionRow.ended_at).is_(None),
        )
        if digest is not None:
            query = query.where(col(DeskSessionRow.token_digest) == digest)
        if keep is not None:
            query = query.where(col(DeskSessionRow.token_digest) != keep)
        return int(self._store.connection.execute(query.values(ended_at=at)).rowcount)


def _account(row: tuple[Any, ...]) -> Account:
    office_id, row_id, name, role, login, kept, must_change, failures, locked_until = row
    until = None if locked_until is None else as_instant(locked_until)
    who = (office_id, row_id, name, role, login, kept)
    return Account(*who, bool(must_change), failures, until)
