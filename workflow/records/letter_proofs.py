"""Proof that no issued letter lost the words it was made from, and that no number is missing."""

from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import bindparam, func, literal_column, select
from sqlmodel import col

from workflow.records.store import Prepared, Store
from workflow.records.tables.letters import LetterNumberingRow, LetterRow, LetterTemplateRow

_MADE_FROM = Prepared(
    select(func.min(col(LetterRow.id)), col(LetterRow.template), col(LetterTemplateRow.source))
    .join(
        LetterTemplateRow,
        (col(LetterTemplateRow.office_id) == col(LetterRow.office_id))
        & (col(LetterTemplateRow.digest) == col(LetterRow.template)),
        isouter=True,
    )
    .where(col(LetterRow.office_id) == bindparam("office"))
    .group_by(col(LetterRow.template), col(LetterTemplateRow.source))
    .order_by(func.min(col(LetterRow.id)))
)
_GIVEN_OUT = Prepared(
    select(
        col(LetterNumberingRow.series),
        col(LetterNumberingRow.year),
        col(LetterNumberingRow.last_serial),
        func.count(col(LetterRow.id)),
        func.max(col(LetterRow.id)),
    )
    .join(
        LetterRow,
        (col(LetterRow.office_id) == col(LetterNumberingRow.office_id))
        & (col(LetterRow.series) == col(LetterNumberingRow.series))
        & (col(LetterRow.year) == col(LetterNumberingRow.year))
        & (col(LetterRow.serial) > literal_column("0")),
        isouter=True,
    )
    .where(col(LetterNumberingRow.office_id) == bindparam("office"))
    .group_by(
        col(LetterNumberingRow.series),
        col(LetterNumberingRow.year),
        col(LetterNumberingRow.last_serial),
    )
    .order_by(col(LetterNumberingRow.series), col(LetterNumberingRow.year))
)


class LetterAt(NamedTuple):
    """Where the letters do not hold: the first letter concerned, and the template or series."""

    letter_id: int
    named: str


def template_lost(store: Store) -> LetterAt | None:
    """Return the first letter whose template is gone, or is no longer what its digest says."""
    for letter_id, digest, source in store.fetch(_MADE_FROM, {"office": store.office_id}):
        if source is None or sha256(source.encode()).hexdigest() != digest:
            return LetterAt(letter_id, digest)
    return None


def number_lost(store: Store) -> LetterAt | None:
    """Return the first series that has given out other numbers than its letters bear."""
    for series, year, last, count, letter_id in store.fetch(
        _GIVEN_OUT, {"office": store.office_id}
    ):
        if count != last:
            return LetterAt(letter_id or 0, f"{series}〔{year}〕")
    return None
