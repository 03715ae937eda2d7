"""What a program sent under an idempotency key, by digests: kept with what it did."""

from datetime import datetime

from sqlalchemy import bindparam, insert, select
from sqlmodel import col

from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.tokens import CommandKeyRow

_FOUND = Prepared(
    select(col(CommandKeyRow.fingerprint)).where(
        col(CommandKeyRow.office_id) == bindparam("office"),
        col(CommandKeyRow.key) == bindparam("under"),
    )
)
_KEEP = Prepared(insert(CommandKeyRow), columns_of(CommandKeyRow))


class CommandKeys:
    """The keys of one office, each with the fingerprint of what was sent under it first."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def fingerprint(self, key: str) -> str | None:
        """Return the fingerprint of what was sent under a key, if anything was."""
        found = self._store.fetch(_FOUND, {"office": self._store.office_id, "under": key})
        return str(found[0][0]) if found else None

    def keep(self, key: str, fingerprint: str, at: datetime) -> None:
        """Keep what was sent under a key for the first time."""
        row = {"key": key, "fingerprint": fingerprint, "sent_at": at}
        self._store.run(_KEEP, {"office_id": self._store.office_id, **row})
