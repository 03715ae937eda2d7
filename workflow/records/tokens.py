"""By which tokens other programs ask: read at every call of the API, so read quickly."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, and_, bindparam, func, insert, or_, select, true, update
from sqlmodel import col

from workflow.records.errors import RowNotFoundError
from workflow.records.store import Prepared, Store, as_day, as_instant, columns_of
from workflow.records.tables.offices import OfficeRow, StaffRow
from workflow.records.tables.tokens import TokenRow

SUBJECT = "api_token"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed; nothing in it lets anybody in."""

    id: int
    name: str
    staff_name: str
    made_by: str
    made_at: datetime
    expires_on: date | None
    last_used_at: datetime | None
    revoked_at: datetime | None
    revoked_by: str

    def has_run_out(self, on: date) -> bool:
        """Say whether its last day is over on a day."""
        return self.expires_on is not None and self.expires_on < on


@dataclass(frozen=True, slots=True)
class Bearer:
    """As whom a token acts: a member of staff who is on the list, in the role they have there."""

    office_id: int
    office: str
    token_id: int
    name: str
    role: str
    digest: str
    last_used_at: datetime | None


_DAY = bindparam("day", type_=Date())
_BEARER = Prepared(
    select(
        col(TokenRow.office_id),
        col(OfficeRow.name),
        col(TokenRow.id),
        col(TokenRow.staff_name),
        col(StaffRow.role),
        col(TokenRow.digest),
        col(TokenRow.last_used_at),
    )
    .join(
        StaffRow,
        and_(
            col(StaffRow.office_id) == col(TokenRow.office_id),
            col(StaffRow.name) == col(TokenRow.staff_name),
            col(StaffRow.active).is_(true()),
        ),
    )
    .join(OfficeRow, col(OfficeRow.id) == col(TokenRow.office_id))
    .where(
        col(TokenRow.digest) == bindparam("of"),
        col(TokenRow.revoked_at).is_(None),
        or_(col(TokenRow.expires_on).is_(None), col(TokenRow.expires_on) >= _DAY),
    )
)
_OF_OFFICE = Prepared(
    select(
        col(TokenRow.id),
        col(TokenRow.name),
        col(TokenRow.staff_name),
        col(TokenRow.made_by),
        col(TokenRow.made_at),
        col(TokenRow.expires_on),
        col(TokenRow.last_used_at),
        col(TokenRow.revoked_at),
        col(TokenRow.revoked_by),
    )
    .where(col(TokenRow.office_id) == bindparam("office"))
    .order_by(col(TokenRow.id))
)
_LAST = Prepared(
    select(func.max(col(TokenRow.id))).where(col(TokenRow.office_id) == bindparam("office"))
)
_ADD = Prepared(insert(TokenRow), columns_of(TokenRow))
_ONE = (col(TokenRow.office_id) == bindparam("office"), col(TokenRow.id) == bindparam("which"))
_USED = Prepared(update(TokenRow).where(*_ONE), ("last_used_at",))
_REVOKE = Prepared(
    update(TokenRow).where(*_ONE, col(TokenRow.revoked_at).is_(None)),
    ("revoked_at", "revoked_by"),
)


class Tokens:
    """The tokens of an office; the digest of one is known over all offices."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def bearer(self, digest: str, on: date) -> Bearer | None:
        """Return as whom a token acts on a day: unless revoked, run out, or its owner has left."""
        found = self._store.fetch(_BEARER, {"of": digest, "day": on})
        if not found:
            return None
        office_id, office, token_id, name, role, kept, used = found[0]
        last = None if used is None else as_instant(used)
        return Bearer(office_id, office, token_id, name, role, kept, last)

    def all(self) -> list[Token]:
        """Return every token of the office, revoked ones with them, in the order made."""
        rows = self._store.fetch(_OF_OFFICE, {"office": self._store.office_id})
        return [_token(row) for row in rows]

    def add(
        self,
        staff_name: str,
        name: str,
        digest: str,
        *,
        made_by: str,
        at: datetime,
        expires_on: date | None = None,
    ) -> int:
        """Keep a token by its digest, and return its id."""
        ((last,),) = self._store.fetch(_LAST, {"office": self._store.office_id})
        token_id = int(last or 0) + 1
        self._store.run(
            _ADD,
            {
                "office_id": self._store.office_id,
                "id": token_id,
                "staff_name": staff_name,
                "name": name,
                "digest": digest,
                "made_by": made_by,
                "made_at": at,
                "expires_on": expires_on,
                "last_used_at": None,
                "revoked_at": None,
                "revoked_by": "",
            },
        )
        return token_id

    def used(self, token_id: int, at: datetime) -> None:
        """Keep that a token was used."""
        self._store.run(_USED, {**self._named(token_id), "last_used_at": at})

    def revoke(self, token_id: int, *, by: str, at: datetime) -> bool:
        """Revoke a token of the office; say whether it still held. Raises RowNotFoundError."""
        if self._store.run(_REVOKE, {**self._named(token_id), "revoked_at": at, "revoked_by": by}):
            return True
        if token_id not in {token.id for token in self.all()}:
            raise RowNotFoundError(SUBJECT, token_id)
        return False

    def _named(self, token_id: int) -> dict[str, object]:
        return {"office": self._store.office_id, "which": token_id}


def _token(row: tuple[Any, ...]) -> Token:
    token_id, name, staff_name, made_by, made_at, expires_on, used, revoked_at, revoked_by = row
    return Token(
        token_id,
        name,
        staff_name,
        made_by,
        as_instant(made_at),
        None if expires_on is None else as_day(expires_on),
        None if used is None else as_instant(used),
        None if revoked_at is None else as_instant(revoked_at),
        revoked_by,
    )
