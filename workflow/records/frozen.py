"""Reports as they were issued: inserted once with every figure and the list behind it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import bindparam, func, insert, select
from sqlmodel import col
from sqlmodel import select as select_rows

from workflow.clock import legal_date
from workflow.records.canonical import JsonValue, canonical_json, plain
from workflow.records.chain import Chain, Draft, RecordKind
from workflow.records.counting import Counted, Register
from workflow.records.errors import AlreadyRegisteredError, KeyReusedError, RowNotFoundError
from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.reports import FrozenCellRow, FrozenReportRow
from workflow.records.tables.requests import EventRow

SUBJECT = "frozen_report"

# What the event of a freeze writes down; the digest stands for the rest.
EVENT_COLUMNS = (
    "year",
    "rolled_up",
    "turn",
    "form",
    "form_version",
    "frozen_by",
    "override_reason",
    "supersede_reason",
    "digest",
)

_REPORT = Prepared(insert(FrozenReportRow), columns_of(FrozenReportRow))
_CELL = Prepared(insert(FrozenCellRow), columns_of(FrozenCellRow))
_KEPT = Prepared(
    select(col(FrozenReportRow.id), col(FrozenReportRow.digest), col(FrozenReportRow.content))
    .where(col(FrozenReportRow.office_id) == bindparam("office"))
    .order_by(col(FrozenReportRow.id))
)
_CELLS = Prepared(
    select(
        col(FrozenCellRow.form_table),
        col(FrozenCellRow.row_key),
        col(FrozenCellRow.column_key),
        col(FrozenCellRow.amount),
        col(FrozenCellRow.records),
    )
    .where(
        col(FrozenCellRow.office_id) == bindparam("office"),
        col(FrozenCellRow.report_id) == bindparam("report"),
    )
    .order_by(col(FrozenCellRow.place))
)

_UNDER = Prepared(
    select(col(EventRow.subject), col(EventRow.subject_id)).where(
        col(EventRow.office_id) == bindparam("office"),
        col(EventRow.idempotency_key) == bindparam("key"),
    )
)


@dataclass(frozen=True, slots=True)
class FrozenCell:
    """One figure as it was issued, as a decimal in text, and the records that it counted."""

    form_table: str
    row_key: str
    column_key: str
    amount: str
    records: tuple[Counted, ...]

    @property
    def written_records(self) -> str:
        """The list as it is kept; what the applicants asked for is not in it."""
        return canonical_json(
            [
                [r.register.value, r.office, r.id, r.number, plain(r.on), r.kind]
                for r in self.records
            ]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFrozenReport:
    """A report to be frozen: what is printed, and its figures."""

    year: int
    rolled_up: bool
    form: str
    form_version: int
    content: str
    cells: Sequence[FrozenCell]
    override_reason: str = ""
    supersede_reason: str = ""


class FrozenReports:
    """The frozen reports of one office; of each year the last one is in force."""

    def __init__(self, store: Store, chain: Chain) -> None:
        """Read and write through a store, and enter each freeze in the chain."""
        self._store = store
        self._chain = chain

    def current(self, year: int, *, rolled_up: bool = False) -> FrozenReportRow | None:
        """Return the report of a year that is in force, or None where it was not frozen."""
        found = self.every(year, rolled_up=rolled_up)
        return found[-1] if found else None

    def every(
        self, year: int | None = None, *, rolled_up: bool | None = None
    ) -> Sequence[FrozenReportRow]:
        """Return the reports of a year, or of all, in the order they were frozen."""
        query = select_rows(FrozenReportRow).where(
            FrozenReportRow.office_id == self._store.office_id
        )
        if year is not None:
            query = query.where(FrozenReportRow.year == year)
        if rolled_up is not None:
            query = query.where(col(FrozenReportRow.rolled_up).is_(rolled_up))
        return self._store.all(query.order_by(col(FrozenReportRow.id)))

    def cells(self, report_id: int) -> Iterator[FrozenCell]:
        """Yield the figures of a report in the order printed, each with its list."""
        values = {"office": self._store.office_id, "report": report_id}
        for table, row, column, amount, records in self._store.fetch(_CELLS, values):
            yield FrozenCell(table, row, column, amount, tuple(_counted(records)))

    def frozen_under(self, key: str | None) -> FrozenReportRow | None:
        """Return the report that was frozen under an idempotency key, if one was.

        Raises KeyReusedError where the key has served for something else.
        """
        if key is None:
            return None
        found = self._store.fetch(_UNDER, {"office": self._store.office_id, "key": key})
        if not found:
            return None
        ((subject, report_id),) = found
        if subject != SUBJECT:
            raise KeyReusedError(key)
        return self.find(report_id)

    def find(self, report_id: int) -> FrozenReportRow:
        """Return a frozen report, or raise RowNotFoundError."""
        found = self._store.first(
            select_rows(FrozenReportRow).where(
                FrozenReportRow.office_id == self._store.office_id, FrozenReportRow.id == report_id
            )
        )
        if found is None:
            raise RowNotFoundError(SUBJECT, report_id)
        return found

    def freeze(
        self,
        new: NewFrozenReport,
        *,
        actor: str,
        at: datetime,
        idempotency_key: str | None = None,
    ) -> int:
        """Keep a report as it is, and return its id.

        Raises AlreadyRegisteredError where another was frozen at the same time.
        """
        office = self._store.office_id
        before = self.current(new.year, rolled_up=new.rolled_up)
        report_id = self._next_id()
        cells = [(cell, cell.written_records) for cell in new.cells]
        row = {
            "office_id": office,
            "id": report_id,
            "year": new.year,
            "rolled_up": new.rolled_up,
            "turn": 1 if before is None else before.turn + 1,
            "form": new.form,
            "form_version": new.form_version,
            "frozen_at": at,
            "frozen_by": actor,
            "chain_length": self._chain_length(),
            "override_reason": new.override_reason,
            "supersede_reason": new.supersede_reason,
            "digest": _digest(
                new.content,
                (
                    (cell.form_table, cell.row_key, cell.column_key, cell.amount, written)
                    for cell, written in cells
                ),
            ),
            "content": new.content,
        }
        try:
            self._store.run(_REPORT, row)
        except self._store.duplicate as error:
            raise AlreadyRegisteredError(SUBJECT) from error
        self._store.run_many(
            _CELL,
            [
                {
                    "office_id": office,
                    "report_id": report_id,
                    "place": place,
                    "form_table": cell.form_table,
                    "row_key": cell.row_key,
                    "column_key": cell.column_key,
                    "amount": cell.amount,
                    "records": written,
                }
                for place, (cell, written) in enumerate(cells)
            ],
        )
        said: dict[str, JsonValue] = {name: plain(row[name]) for name in EVENT_COLUMNS}
        draft = Draft(
            SUBJECT,
            report_id,
            0,
            RecordKind.REGISTERED.value,
            legal_date(at),
            canonical_json(said),
            None,
            idempotency_key,
        )
        self._chain.append([draft], actor=actor, at=at)
        return report_id

    def _next_id(self) -> int:
        last = self._store.connection.scalar(
            select(func.max(col(FrozenReportRow.id))).where(
                col(FrozenReportRow.office_id) == self._store.office_id
            )
        )
        return int(last or 0) + 1

    def _chain_length(self) -> int:
        """Return the last event that the report can have counted."""
        length = self._store.connection.scalar(
            select(col(OfficeRow.chain_length)).where(col(OfficeRow.id) == self._store.office_id)
        )
        return int(length or 0)


def changed_reports(store: Store) -> Iterator[int]:
    """Yield the frozen reports that are no longer what their digest was taken over."""
    for report, digest, content in store.fetch(_KEPT, {"office": store.office_id}):
        cells = store.fetch(_CELLS, {"office": store.office_id, "report": report})
        if _digest(content, cells) != digest:
            yield report


def _digest(content: str, cells: Iterable[Sequence[str]]) -> str:
    """Return the digest of a report: over its content, then each figure with its list."""
    found = sha256(content.encode())
    for cell in cells:
        found.update(b"\n" + canonical_json(list(cell)).encode())
    return found.hexdigest()


def _counted(records: str) -> Iterator[Counted]:
    for register, office, place, number, on, kind in json.loads(records):
        yield Counted(Register(register), office, place, number, date.fromisoformat(on), "", kind)
