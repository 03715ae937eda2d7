"""How requests were made and by whom: kept beside their rows, and vouched for by the chain.

A registration writes down how a request was made. Of personal details it writes the seal alone:
a digest with a salt that stands beside them and nowhere else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from secrets import token_hex
from typing import Any, NamedTuple

from sqlalchemy import bindparam, insert, update
from sqlmodel import SQLModel, col, select

from workflow.records.canonical import JsonValue, canonical_json
from workflow.records.facts import AS_USUAL, NOT_GIVEN, Intake, PersonalDetails
from workflow.records.identity_keys import MARK
from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.intake import IntakeRow, PersonalDetailsRow

# Where a registration says how a request was made, and where it has the seal.
INTAKE, SEAL = "intake", "sealed"

INTAKE_COLUMNS = tuple(field.name for field in fields(Intake))
DETAIL_COLUMNS = tuple(field.name for field in fields(PersonalDetails))
USUAL: dict[str, JsonValue] = asdict(AS_USUAL)
_SALT_BYTES = 16


class _Kept(NamedTuple):
    """The two statements by which a row beside a request is kept."""

    add: Prepared
    change: Prepared


def _kept(table: type[IntakeRow] | type[PersonalDetailsRow]) -> _Kept:
    mine = (col(table.office_id) == bindparam("office"), col(table.id) == bindparam("row"))
    columns = columns_of(table)
    return _Kept(
        Prepared(insert(table), columns),
        Prepared(
            update(table).where(*mine),
            tuple(name for name in columns if name not in {"office_id", "id"}),
        ),
    )


_INTAKE, _DETAILS = _kept(IntakeRow), _kept(PersonalDetailsRow)


@dataclass(frozen=True, slots=True)
class Sealed:
    """Personal details, the salt of their seal, and what finds their document again."""

    details: PersonalDetails = NOT_GIVEN
    salt: str = ""
    lookup: str = ""

    @property
    def seal(self) -> str:
        """The digest that the chain holds; of nothing, none."""
        return seal_of(self.salt, asdict(self.details)) if self.salt else ""


UNSEALED = Sealed()


def sealed(details: PersonalDetails, lookup: str) -> Sealed:
    """Seal personal details with a salt of their own, so that nobody guesses them from the seal."""
    return Sealed(details, token_hex(_SALT_BYTES), lookup) if details != NOT_GIVEN else UNSEALED


@dataclass(frozen=True, slots=True)
class Envelope:
    """How the columns that a number of a document makes secret are closed and opened.

    The salt goes with the number: with it, whoever guesses a number could try it on the seal.
    """

    store: Store

    def closed(self, row_id: int, number: str, salt: str) -> tuple[str, str]:
        """Return number and salt as they are kept; without a number there is nothing to close."""
        if not number:
            return number, salt
        identities = self.store.identities
        ring = identities.writable(is_first=not self.has_numbers())
        return (
            ring.seal(number, identities.place(row_id, "identity_number")),
            ring.seal(salt, identities.place(row_id, "salt")),
        )

    def opened(self, row_id: int, number: str, salt: str) -> tuple[str, str]:
        """Return number and salt as they were given."""
        if not number.startswith(MARK):
            return number, salt
        identities = self.store.identities
        ring = identities.readable()
        return (
            ring.open(number, identities.place(row_id, "identity_number")),
            ring.open(salt, identities.place(row_id, "salt")),
        )

    def has_numbers(self) -> bool:
        """Whether any number was ever sealed, in whatever office; asked only without a key."""
        if self.store.identities.is_there:
            return True
        query = select(PersonalDetailsRow.id).where(
            col(PersonalDetailsRow.identity_number).startswith(MARK)
        )
        return self.store.first(query.limit(1)) is not None


def seal_of(salt: str, details: dict[str, str]) -> str:
    """Return the digest over some details and their salt."""
    return sha256(canonical_json([salt, details]).encode("utf-8", "surrogatepass")).hexdigest()


def registered_beside(intake: Intake, seal: str) -> dict[str, JsonValue]:
    """Return what a registration writes down beside the columns; of what is as usual, nothing."""
    facts = facts_of(intake)
    said: dict[str, JsonValue] = {INTAKE: facts} if facts else {}
    return said | ({SEAL: seal} if seal else {})


def facts_of(intake: Intake) -> dict[str, JsonValue]:
    """Return what is not as usual about how a request was made."""
    return {name: value for name, value in asdict(intake).items() if value != USUAL[name]}


class IntakeTables:
    """The rows beside the requests of an office, by the id of the request."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store
        self._envelope = Envelope(store)

    def intake(self, row_id: int) -> Intake:
        """Return how a request was made."""
        row = self._store.first(
            select(IntakeRow).where(
                IntakeRow.office_id == self._store.office_id, IntakeRow.id == row_id
            )
        )
        return AS_USUAL if row is None else Intake(**_columns(row, INTAKE_COLUMNS))

    def has_numbers(self) -> bool:
        """Whether any number is kept that only a key opens."""
        return self._envelope.has_numbers()

    def unusual(self) -> frozenset[int]:
        """Return the requests of which something was kept about how they were made."""
        query = select(IntakeRow.id).where(IntakeRow.office_id == self._store.office_id)
        return frozenset(self._store.all(query))

    def personal(self, row_id: int) -> Sealed:
        """Return who made a request, as far as it is known."""
        return self.personal_of([row_id]).get(row_id, UNSEALED)

    def personal_of(self, row_ids: Sequence[int] | None = None) -> dict[int, Sealed]:
        """Return who made some requests, or all of them; those of whom nothing is kept are left."""
        query = select(PersonalDetailsRow).where(
            PersonalDetailsRow.office_id == self._store.office_id
        )
        if row_ids is not None:
            query = query.where(col(PersonalDetailsRow.id).in_(row_ids))
        return {row.id: self._sealed_in(row) for row in self._store.all(query)}

    def add(self, rows: Iterable[tuple[int, Intake, Sealed]]) -> None:
        """Keep what is not as usual about new requests."""
        known = list(rows)
        self._store.run_many(
            _INTAKE.add,
            [self._intake(row_id, intake) for row_id, intake, _ in known if intake != AS_USUAL],
        )
        self._store.run_many(
            _DETAILS.add,
            [self._details(row_id, kept) for row_id, _, kept in known if kept != UNSEALED],
        )

    def keep(self, row_id: int, intake: Intake, kept: Sealed) -> None:
        """Put right what is kept about a request."""
        place = {"office": self._store.office_id, "row": row_id}
        for statements, row in (
            (_INTAKE, self._intake(row_id, intake)),
            (_DETAILS, self._details(row_id, kept)),
        ):
            if not self._store.run(statements.change, row | place):
                self._store.run(statements.add, row)

    def _intake(self, row_id: int, intake: Intake) -> dict[str, object]:
        return {"office_id": self._store.office_id, "id": row_id, **asdict(intake)}

    def _details(self, row_id: int, kept: Sealed) -> dict[str, object]:
        number, salt = self._envelope.closed(row_id, kept.details.identity_number, kept.salt)
        return {
            "office_id": self._store.office_id,
            "id": row_id,
            "identity_lookup": kept.lookup,
            **asdict(kept.details),
            "identity_number": number,
            "salt": salt,
        }

    def _sealed_in(self, row: PersonalDetailsRow) -> Sealed:
        number, salt = self._envelope.opened(row.id, row.identity_number, row.salt)
        details = PersonalDetails(**_columns(row, DETAIL_COLUMNS) | {"identity_number": number})
        return Sealed(details, salt, row.identity_lookup)


def _columns(row: SQLModel, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
