"""Pairs of neighbouring characters, by block of requests: where a piece of text can stand at all.

A word of two Chinese characters is in no index of words, but it is a pair. An office's first
requests are few enough to be read through, and have no pairs; of the later ones each block of
neighbours keeps every pair that some text of theirs holds. A text can stand only in blocks that
have all its pairs: those are read, and what they do hold is seen in the rows themselves.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, literal_column, select, union_all
from sqlmodel import col

from workflow.records.searching import SEARCHED, folded, has_text, searched_for
from workflow.records.store import Fetched, Prepared, Store, unless_there
from workflow.records.tables.metadata import TABLES
from workflow.records.tables.requests import RequestRow
from workflow.records.tables.searching import TextPairRow

# So many requests of an office are sooner read through than looked up.
READ_THROUGH: Final = 4_096
# How many requests share what is kept of them; READ_THROUGH is a whole number of blocks.
BLOCK: Final = 64
# A text that may be in more blocks than these is common, and soon met by whoever just reads.
COMMON: Final = 400
# So many requests found are not named one by one.
MANY: Final = 1_000

_TABLE: Final = str(TextPairRow.__tablename__)
_WIDTH: Final = 21  # bits of a character
_BATCH: Final = 16  # blocks read at a time
# Check sums of what is kept: small enough that no database's sum of millions runs over.
_MODULUS, _OF_BLOCKS = 1_048_573, 1_021
_PAIR = col(TextPairRow.pair)

_ADD = unless_there(TextPairRow)
_DROP = Prepared(
    delete(TextPairRow).where(
        col(TextPairRow.office_id) == bindparam("office"),
        col(TextPairRow.pair) == bindparam("gone"),
        col(TextPairRow.block) == bindparam("there"),
    )
)
_CLEAR = Prepared(delete(TextPairRow).where(col(TextPairRow.office_id) == bindparam("office")))
_SMALL = _PAIR % literal_column(str(_MODULUS))
_PLACED = _SMALL * (col(TextPairRow.block) % literal_column(str(_OF_BLOCKS)))
_KEPT = Prepared(
    select(func.count(), func.sum(_SMALL), func.sum(_PLACED)).where(
        col(TextPairRow.office_id) == bindparam("office")
    )
)
_TEXTS = Prepared(
    select(col(RequestRow.id), *SEARCHED)
    .where(
        col(RequestRow.office_id) == bindparam("office"),
        col(RequestRow.id) >= bindparam("first"),
        col(RequestRow.id) <= bindparam("last"),
    )
    .order_by(col(RequestRow.id))
)
_LAST = Prepared(
    select(func.max(col(RequestRow.id))).where(col(RequestRow.office_id) == bindparam("office"))
)


def pairs_in(texts: Iterable[str]) -> frozenset[int]:
    """Return the pairs of neighbouring characters in some texts, letters as a search takes them."""
    return frozenset(
        ord(first) << _WIDTH | ord(second)
        for one in texts
        for first, second in pairwise(folded(one))
    )


def block_of(row_id: int) -> int:
    """Return the block that a request belongs to."""
    return row_id // BLOCK


class TextPairs:
    """The pairs of one office's requests: written with each, and asked where a text may stand."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def add(self, texts: Mapping[int, Iterable[str]]) -> None:
        """Keep what the texts of some new requests hold."""
        self._keep(_by_block(texts))

    def texts_of(self, row_id: int) -> tuple[str, ...]:
        """Return what is searched of a request, as far as its pairs are kept."""
        if row_id < READ_THROUGH:
            return ()
        ((_, *texts),) = self._store.fetch(_TEXTS, self._span(row_id, row_id))
        return tuple(texts)

    def change(self, row_id: int, before: Iterable[str]) -> None:
        """Keep what a request's texts hold now; forget what its block held with those before."""
        if row_id < READ_THROUGH:
            return
        block = block_of(row_id)
        texts = {one: held for one, *held in self._texts(block, block)}
        self._keep({block: pairs_in(texts[row_id])})
        gone = pairs_in(before).difference(*map(pairs_in, texts.values()))
        rows = [{**self._office, "gone": pair, "there": block} for pair in sorted(gone)]
        if rows:
            self._store.run_many(_DROP, rows)

    def rows_with(self, text: str) -> list[int] | None:
        """Return the requests that hold a text, or None where it is better to read and see.

        That is so of a single character, and of what very many requests hold.
        """
        wanted = sorted(pairs_in([text]))
        if not wanted:
            return None
        blocks = self._blocks(wanted)
        if len(blocks) > COMMON:
            return None
        office, holds = self._store.office_id, has_text(text, searched_for(text))
        row, held = TABLES["request"].c, TABLES[_TABLE].c
        early = select(row.id).where(row.office_id == office, row.id < READ_THROUGH, holds)
        later = select(row.id).where(
            held.office_id == office,
            held.pair == wanted[0],
            held.block.in_(blocks),
            row.office_id == office,
            row.id >= held.block * BLOCK,
            row.id < held.block * BLOCK + BLOCK,
            holds,
        )
        query = union_all(early, later).limit(MANY + 1)
        found = [int(row_id) for row_id in self._store.connection.scalars(query)]
        return None if len(found) > MANY else found

    def _blocks(self, wanted: Sequence[int]) -> list[int]:
        """Return blocks that have all of some pairs; never more than one too many."""
        held = TABLES[_TABLE].c
        query = (
            select(held.block)
            .where(held.office_id == self._store.office_id, held.pair.in_(wanted))
            .group_by(held.block)
            .having(func.count() == len(wanted))
            .limit(COMMON + 1)
        )
        return [int(block) for block in self._store.connection.scalars(query)]

    def is_complete(self) -> bool:
        """Whether the pairs that are kept are those that the texts hold, by number and check sums.

        All of the texts are read; nothing is taken into memory at once.
        """
        (kept,) = self._store.fetch(_KEPT, self._office)
        count = plain = placed = 0
        for found in self._held():
            for block, pairs in found.items():
                small = sum(pair % _MODULUS for pair in pairs)
                count += len(pairs)
                plain += small
                placed += small * (block % _OF_BLOCKS)
        return tuple(int(one or 0) for one in kept) == (count, plain, placed)

    def rebuild(self) -> int:
        """Keep the pairs of every request anew; return how many there are."""
        self._store.run(_CLEAR, self._office)
        return sum(self._keep(found) for found in self._held())

    def _held(self) -> Iterator[dict[int, set[int]]]:
        """Yield what the texts of all requests hold, by block, some blocks at a time."""
        ((last,),) = self._store.fetch(_LAST, self._office)
        for first in range(block_of(READ_THROUGH), block_of(last or 0) + 1, _BATCH):
            rows = self._texts(first, first + _BATCH - 1)
            yield _by_block({row_id: texts for row_id, *texts in rows})

    def _keep(self, found: Mapping[int, Iterable[int]]) -> int:
        office = self._store.office_id
        places = sorted((pair, block) for block, pairs in found.items() for pair in pairs)
        if not places:
            return 0
        rows = [{"office_id": office, "pair": pair, "block": block} for pair, block in places]
        return self._store.run_many(_ADD[self._store.dialect.name], rows)

    def _texts(self, first: int, last: int) -> Sequence[Fetched]:
        return self._store.fetch(_TEXTS, self._span(first * BLOCK, (last + 1) * BLOCK - 1))

    def _span(self, first: int, last: int) -> dict[str, object]:
        return {**self._office, "first": first, "last": last}

    @property
    def _office(self) -> dict[str, object]:
        return {"office": self._store.office_id}


def _by_block(texts: Mapping[int, Iterable[str]]) -> dict[int, set[int]]:
    """Return the pairs in the texts of requests that have any kept, by block."""
    found: dict[int, set[int]] = {}
    for row_id, held in texts.items():
        if row_id >= READ_THROUGH:
            found.setdefault(block_of(row_id), set()).update(pairs_in(held))
    return found


def rebuild_all(connection: Connection) -> int:
    """Keep the pairs of every office's requests anew; return how many there are."""
    office = TABLES["office"].c.id
    return sum(
        TextPairs(Store(connection, office_id)).rebuild()
        for office_id in connection.scalars(select(office).order_by(office)).all()
    )
