"""Finding requests by what they are like: the index that is written with every request."""

from collections.abc import Iterable, Mapping
from math import log

from sqlalchemy import bindparam, delete, insert, literal_column, select
from sqlmodel import col

from workflow.records.office_key import secret_of
from workflow.records.shingles import keys_of
from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.intake import LikenessRow

# How far a key is followed: under a key that very many share, only the newest are looked at.
NEWEST = 1_000

_ADD = Prepared(insert(LikenessRow), columns_of(LikenessRow))
_DROP = Prepared(
    delete(LikenessRow).where(
        col(LikenessRow.office_id) == bindparam("office"),
        col(LikenessRow.key) == bindparam("under"),
        col(LikenessRow.id) == bindparam("row"),
    )
)
_UNDER = Prepared(
    select(col(LikenessRow.id))
    .where(
        col(LikenessRow.office_id) == bindparam("office"),
        col(LikenessRow.key) == bindparam("under"),
    )
    .order_by(col(LikenessRow.id).desc())
    .limit(literal_column(str(NEWEST)))
    .offset(literal_column("0"))  # written out, for a prepared statement takes named values alone
)


class Likeness:
    """The keys of an office's requests, by the ids of their rows."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store
        self._secret = ""

    @property
    def secret(self) -> str:
        """The secret of the office, by which its keys are made."""
        if not self._secret:
            self._secret = secret_of(self._store)
        return self._secret

    def keys_of(
        self, *, applicant: str, content: str, contacts: Iterable[str] = (), lookup: str = ""
    ) -> list[int]:
        """Return every key of a request."""
        return keys_of(
            self.secret, applicant=applicant, content=content, contacts=contacts, lookup=lookup
        )

    def add(self, keys: Mapping[int, Iterable[int]]) -> None:
        """Enter rows under their keys."""
        office = self._store.office_id
        places = sorted((key, row_id) for row_id, mine in keys.items() for key in mine)
        self._store.run_many(
            _ADD, [{"office_id": office, "key": key, "id": row_id} for key, row_id in places]
        )

    def move(self, row_id: int, old: Iterable[int], new: Iterable[int]) -> None:
        """Take a row from its old keys, and enter it under its new ones."""
        before, after = set(old), set(new)
        office = self._store.office_id
        gone = [{"office": office, "under": key, "row": row_id} for key in sorted(before - after)]
        if gone:
            self._store.run_many(_DROP, gone)
        if after - before:
            self.add({row_id: sorted(after - before)})

    def under(self, key: int) -> frozenset[int]:
        """Return the rows under a key, of very many the newest."""
        rows = self._store.fetch(_UNDER, {"office": self._store.office_id, "under": key})
        return frozenset(row_id for (row_id,) in rows)

    def shared(self, keys: Iterable[int]) -> dict[int, float]:
        """Return by row how much it shares of these keys, one that few rows have counting more.

        Whether rows are alike is for their reader to say.
        """
        shared: dict[int, float] = {}
        for key in keys:
            found = self.under(key)
            weight = log(2 * NEWEST / max(len(found), 1))
            for row_id in found:
                shared[row_id] = shared.get(row_id, 0.0) + weight
        return shared
