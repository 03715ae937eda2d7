"""How often something was tried of late, by a digest of who tried it."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from sqlmodel import col

from workflow.records.store import Prepared, Store, as_instant, columns_of
from workflow.records.tables.accounts import AllowanceRow

_ONE = (
    col(AllowanceRow.office_id) == bindparam("office"),
    col(AllowanceRow.kind) == bindparam("of"),
    col(AllowanceRow.subject) == bindparam("whose"),
)
_FOUND = Prepared(select(col(AllowanceRow.began_at), col(AllowanceRow.used)).where(*_ONE))
_BEGIN = Prepared(insert(AllowanceRow), columns_of(AllowanceRow))
_USE = Prepared(update(AllowanceRow).where(*_ONE), ("began_at", "used"))


class Allowances:
    """What was used of each allowance of one office; kept beside the chain, and forgotten soon."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def used(self, kind: str, subject: str) -> tuple[datetime, int] | None:
        """Return since when an allowance has been used, and how often; None where never."""
        found = self._store.fetch(_FOUND, self._named(kind, subject))
        if not found:
            return None
        began_at, used = found[0]
        return as_instant(began_at), int(used)

    def keep(self, kind: str, subject: str, began_at: datetime, used: int) -> None:
        """Keep how often an allowance has been used since an instant."""
        values = {"began_at": began_at, "used": used}
        if self._store.run(_USE, {**self._named(kind, subject), **values}):
            return
        row = {"office_id": self._store.office_id, "kind": kind, "subject": subject}
        self._store.run(_BEGIN, row | values)

    def forget(self, before: datetime) -> int:
        """Forget what began before an instant; return how many were forgotten."""
        query = delete(AllowanceRow).where(
            col(AllowanceRow.office_id) == self._store.office_id,
            col(AllowanceRow.began_at) < before,
        )
        return int(self._store.connection.execute(query).rowcount)

    def _named(self, kind: str, subject: str) -> dict[str, object]:
        return {"office": self._store.office_id, "of": kind, "whose": subject}
