"""The offices of an installation."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from secrets import token_hex

from sqlalchemy import bindparam, func, insert, update
from sqlmodel import col, select

from workflow.clock import legal_date
from workflow.records.canonical import JsonValue, canonical_json
from workflow.records.chain import GENESIS, Chain, Draft, RecordKind
from workflow.records.errors import (
    OfficeAmbiguousError,
    OfficeExistsError,
    OfficeNotFoundError,
)
from workflow.records.facts import OfficeProfile
from workflow.records.kinds import defaults_of
from workflow.records.store import Prepared, Statement, Store, as_json
from workflow.records.tables.intake import OfficeKeyRow
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.requests import EventRow

SUBJECT = "office"
PROFILE_COLUMNS = tuple(field.name for field in fields(OfficeProfile))
PROFILE_DEFAULTS = defaults_of(OfficeProfile)
_SECRET_BYTES = 32
_SETTINGS = Prepared(select(OfficeRow.settings).where(OfficeRow.id == bindparam("office")))


def asking_settings(store: Store) -> Statement:
    """Return what is asked for the settings of an office."""
    return _SETTINGS, {"office": store.office_id}


class OfficeRegister:
    """Every office there is; each begins its own chain with its own registration."""

    def __init__(self, store: Store, chain: Chain) -> None:
        """Read and write through a store, whatever office it is opened for."""
        self._store = store
        self._chain = chain

    def all(self) -> Sequence[OfficeRow]:
        """Return the offices in the order they were established."""
        return self._store.all(select(OfficeRow).order_by(col(OfficeRow.id)))

    def first(self) -> OfficeRow | None:
        """Return the office that was established first, if there is any."""
        return self._store.first(select(OfficeRow).order_by(col(OfficeRow.id)).limit(1))

    def row(self, office_id: int) -> OfficeRow:
        """Return an office by its id; there is one, for somebody works in it."""
        found = self._store.first(select(OfficeRow).where(OfficeRow.id == office_id))
        if found is None:
            raise OfficeNotFoundError(str(office_id))
        return found

    def has_set(self, name: str) -> bool:
        """Say whether this office has set anything of a name, without reading what."""
        ((settings,),) = self._store.fetch(*asking_settings(self._store))
        return f'"{name}"' in as_json(settings)

    def find(self, name: str | None = None) -> OfficeRow:
        """Return an office by its name or short name, or the only one there is.

        Raises OfficeNotFoundError, or OfficeAmbiguousError where one must be named.
        """
        offices = self.all()
        if name is not None:
            offices = [office for office in offices if name in (office.name, office.short_name)]
        if not offices:
            raise OfficeNotFoundError(name or "")
        if len(offices) > 1:
            raise OfficeAmbiguousError(tuple(office.name for office in offices))
        return offices[0]

    def establish(self, profile: OfficeProfile, *, actor: str, at: datetime) -> int:
        """Register a new office, and return its id."""
        values = asdict(profile)
        connection = self._store.connection
        office_id = (connection.scalar(select(func.max(OfficeRow.id))) or 0) + 1
        if any(office.name == profile.name for office in self.all()):
            raise OfficeExistsError(profile.name)
        connection.execute(
            insert(OfficeRow).values(
                id=office_id, chain_length=0, chain_head=GENESIS, created_at=at, **values
            )
        )
        connection.execute(
            insert(OfficeKeyRow).values(office_id=office_id, secret=token_hex(_SECRET_BYTES))
        )
        details = canonical_json(values)
        draft = Draft(SUBJECT, office_id, 0, RecordKind.REGISTERED.value, legal_date(at), details)
        Chain(Store(connection, office_id)).append([draft], actor=actor, at=at)
        return office_id

    def amend(
        self, changes: Mapping[str, JsonValue], *, reason: str, actor: str, at: datetime
    ) -> None:
        """Put columns of the office of this store right; the event keeps them, and why."""
        connection, office_id = self._store.connection, self._store.office_id
        connection.execute(
            update(OfficeRow).where(col(OfficeRow.id) == office_id).values(**changes)
        )
        last = connection.scalar(
            select(func.max(col(EventRow.position))).where(
                EventRow.office_id == office_id, EventRow.subject == SUBJECT
            )
        )
        details = canonical_json({"facts": dict(changes), "reason": reason})
        draft = Draft(
            SUBJECT,
            office_id,
            int(last or 0) + 1,
            RecordKind.AMENDED.value,
            legal_date(at),
            details,
        )
        self._chain.append([draft], actor=actor, at=at)
