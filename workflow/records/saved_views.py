"""Worklists that somebody saved: a name for their filters, for each account its own."""

from typing import NamedTuple

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlmodel import col

from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.accounts import SavedViewRow


class SavedView(NamedTuple):
    """A name, and the filters it stands for."""

    id: int
    name: str
    query: str


_OF_ACCOUNT = (
    col(SavedViewRow.office_id) == bindparam("office"),
    col(SavedViewRow.account_id) == bindparam("account"),
)
_ALL = Prepared(
    select(col(SavedViewRow.id), col(SavedViewRow.name), col(SavedViewRow.query))
    .where(*_OF_ACCOUNT)
    .order_by(col(SavedViewRow.id))
)
_LAST = Prepared(
    select(func.max(col(SavedViewRow.id))).where(col(SavedViewRow.office_id) == bindparam("office"))
)
_ADD = Prepared(insert(SavedViewRow), columns_of(SavedViewRow))
_CHANGE = Prepared(
    update(SavedViewRow)
    .where(*_OF_ACCOUNT, col(SavedViewRow.name) == bindparam("named"))
    .values(query=bindparam("filters"))
)
_REMOVE = Prepared(
    delete(SavedViewRow).where(*_OF_ACCOUNT, col(SavedViewRow.id) == bindparam("row"))
)


class SavedViews:
    """The saved views of an office's accounts; nobody sees those of another account."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def of(self, account_id: int) -> list[SavedView]:
        """Return the views of an account, in the order they were saved."""
        rows = self._store.fetch(_ALL, self._whose(account_id))
        return [SavedView._make(row) for row in rows]

    def save(self, account_id: int, name: str, query: str) -> None:
        """Keep filters under a name; the name's earlier filters give way."""
        whose = self._whose(account_id)
        if self._store.run(_CHANGE, {**whose, "named": name, "filters": query}):
            return
        ((last,),) = self._store.fetch(_LAST, {"office": self._store.office_id})
        row = {
            "office_id": self._store.office_id,
            "id": int(last or 0) + 1,
            "account_id": account_id,
            "name": name,
            "query": query,
        }
        self._store.run(_ADD, row)

    def remove(self, account_id: int, view_id: int) -> bool:
        """Forget a view of an account; say whether there was one."""
        return bool(self._store.run(_REMOVE, {**self._whose(account_id), "row": view_id}))

    def _whose(self, account_id: int) -> dict[str, object]:
        return {"office": self._store.office_id, "account": account_id}
