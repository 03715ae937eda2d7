"""The smaller registers of an office: each row is an event too, so that the chain covers it."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import func, insert, update
from sqlmodel import SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from workflow.clock import legal_date
from workflow.records.canonical import JsonValue, canonical_json, plain
from workflow.records.chain import Chain, Draft, RecordKind
from workflow.records.errors import AlreadyRegisteredError, RowNotFoundError
from workflow.records.facts import (
    Complaint,
    CounterConsultation,
    EnteredFigure,
    Lawsuit,
    Narrative,
    OpeningBalance,
    OtherOffice,
    Publication,
    Reconsideration,
    RecordsCorrection,
    ReportDraft,
    ReportPublication,
    StaffMember,
)
from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.directory import OtherOfficeRow
from workflow.records.tables.metadata import TABLES
from workflow.records.tables.offices import StaffRow
from workflow.records.tables.own_records import RecordsCorrectionRow
from workflow.records.tables.registers import (
    ComplaintRow,
    CounterConsultationRow,
    LawsuitRow,
    PublicationRow,
    ReconsiderationRow,
)
from workflow.records.tables.reports import (
    EnteredFigureRow,
    NarrativeRow,
    OpeningBalanceRow,
    ReportDraftRow,
    ReportPublicationRow,
)
from workflow.records.tables.requests import EventRow

_BATCH = 500


class _Parsed(Protocol):
    """A dataclass of parsed values."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


Row = TypeVar("Row", bound=SQLModel)
Facts = TypeVar("Facts", bound=_Parsed)


class Kind(Generic[Facts, Row]):
    """What a register holds: parsed facts, the rows they become, and the day that matters."""

    def __init__(self, facts: type[Facts], row: type[Row], on: str = "") -> None:
        """Describe a register; `on` names the column of its day, by which it is ordered."""
        self.row = row
        self.on = on
        self.subject = str(row.__tablename__)
        self.columns = TABLES[self.subject].c
        self.names = tuple(field.name for field in fields(facts))
        self.insert = Prepared(insert(row), columns_of(row))


STAFF = Kind(StaffMember, StaffRow)
PUBLICATIONS = Kind(Publication, PublicationRow, "published_on")
COMPLAINTS = Kind(Complaint, ComplaintRow, "received_on")
RECONSIDERATIONS = Kind(Reconsideration, ReconsiderationRow, "received_on")
LAWSUITS = Kind(Lawsuit, LawsuitRow, "received_on")
COUNTER_CONSULTATIONS = Kind(CounterConsultation, CounterConsultationRow, "asked_on")
OPENING_BALANCES = Kind(OpeningBalance, OpeningBalanceRow, "as_of_on")
NARRATIVES = Kind(Narrative, NarrativeRow)
ENTERED_FIGURES = Kind(EnteredFigure, EnteredFigureRow)
REPORT_DRAFTS = Kind(ReportDraft, ReportDraftRow, "drafted_on")
REPORT_PUBLICATIONS = Kind(ReportPublication, ReportPublicationRow, "published_on")
RECORDS_CORRECTIONS = Kind(RecordsCorrection, RecordsCorrectionRow, "received_on")
OTHER_OFFICES = Kind(OtherOffice, OtherOfficeRow)

KINDS: tuple[Kind[Any, Any], ...] = (
    STAFF,
    PUBLICATIONS,
    COMPLAINTS,
    RECONSIDERATIONS,
    LAWSUITS,
    COUNTER_CONSULTATIONS,
    OPENING_BALANCES,
    NARRATIVES,
    ENTERED_FIGURES,
    REPORT_DRAFTS,
    REPORT_PUBLICATIONS,
    RECORDS_CORRECTIONS,
    OTHER_OFFICES,
)


class Register(Generic[Facts, Row]):
    """The rows of one kind that an office has, by their day and then by id."""

    def __init__(self, store: Store, chain: Chain, kind: Kind[Facts, Row]) -> None:
        """Read and write through a store, and enter what is written in the chain."""
        self._store = store
        self._chain = chain
        self._kind = kind

    # --- reading -------------------------------------------------------------------------

    def all(self) -> Sequence[Row]:
        """Return every row in its order."""
        return self._store.all(self._rows())

    def between(self, first: date, last: date) -> Sequence[Row]:
        """Return the rows whose day lies between two, both included."""
        on = self._kind.columns[self._kind.on]
        return self._store.all(self._rows().where(on >= first, on <= last))

    def where(self, **columns: object) -> Sequence[Row]:
        """Return the rows whose columns hold these values."""
        held = [self._kind.columns[name] == value for name, value in columns.items()]
        return self._store.all(self._rows().where(*held))

    def find(self, row_id: int) -> Row:
        """Return a row, or raise RowNotFoundError."""
        found = self._store.first(self._rows().where(self._kind.columns.id == row_id))
        if found is None:
            raise RowNotFoundError(self._kind.subject, row_id)
        return found

    def written_under(self, key: str | None) -> int | None:
        """Return the id of the row about which something was entered under a key before."""
        if key is None:
            return None
        return self._store.first(
            select(EventRow.subject_id).where(
                EventRow.office_id == self._store.office_id,
                EventRow.subject == self._kind.subject,
                EventRow.idempotency_key == key,
            )
        )

    def _rows(self) -> SelectOfScalar[Row]:
        columns, on = self._kind.columns, self._kind.on
        order = (columns[on], columns.id) if on else (columns.id,)
        return (
            select(self._kind.row)
            .where(columns.office_id == self._store.office_id)
            .order_by(*order)
        )

    # --- writing -------------------------------------------------------------------------

    def add(
        self, facts: Facts, *, actor: str, at: datetime, idempotency_key: str | None = None
    ) -> int:
        """Register one row, and return its id; a repeated key writes nothing."""
        written = self.written_under(idempotency_key)
        if written is not None:
            return written
        return self.add_many([facts], actor=actor, at=at, idempotency_key=idempotency_key)[0]

    def add_many(
        self,
        many: Sequence[Facts],
        *,
        actor: str,
        at: datetime,
        idempotency_key: str | None = None,
    ) -> list[int]:
        """Register rows in order, and return their ids; a key is that of the first.

        Raises AlreadyRegisteredError where the register takes such a row only once.
        """
        first = self._next_id()
        for start in range(0, len(many), _BATCH):
            batch = [
                (row_id, self._values(facts))
                for row_id, facts in enumerate(many[start : start + _BATCH], first + start)
            ]
            self._insert(batch)
            drafts = [
                Draft(
                    self._kind.subject,
                    row_id,
                    0,
                    RecordKind.REGISTERED.value,
                    self._day(values, at),
                    canonical_json(_plain(values)),
                    None,
                    idempotency_key if row_id == first else None,
                )
                for row_id, values in batch
            ]
            self._chain.append(drafts, actor=actor, at=at)
        return list(range(first, first + len(many)))

    def amend(
        self,
        row_id: int,
        changes: Mapping[str, object],
        *,
        reason: str,
        actor: str,
        at: datetime,
        idempotency_key: str | None = None,
    ) -> None:
        """Put columns of a row right; the event keeps what they hold from now on, and why.

        A repeated key writes nothing.
        """
        if self.written_under(idempotency_key) is not None:
            return
        unknown = changes.keys() - set(self._kind.names)
        if unknown:
            raise KeyError(*sorted(unknown))
        self.find(row_id)
        columns = self._kind.columns
        self._store.connection.execute(
            update(self._kind.row)
            .where(columns.office_id == self._store.office_id, columns.id == row_id)
            .values(**changes)
        )
        draft = Draft(
            self._kind.subject,
            row_id,
            self._next_position(row_id),
            RecordKind.AMENDED.value,
            legal_date(at),
            canonical_json({"facts": _plain(changes), "reason": reason}),
            None,
            idempotency_key,
        )
        self._chain.append([draft], actor=actor, at=at)

    def _insert(self, batch: Sequence[tuple[int, dict[str, object]]]) -> None:
        office = self._store.office_id
        rows = [{"office_id": office, "id": row_id, **values} for row_id, values in batch]
        try:
            self._store.run_many(self._kind.insert, rows)
        except self._store.duplicate as error:
            raise AlreadyRegisteredError(self._kind.subject) from error

    def _values(self, facts: Facts) -> dict[str, object]:
        return {name: getattr(facts, name) for name in self._kind.names}

    def _day(self, values: Mapping[str, object], at: datetime) -> date:
        """Return the day that a registration happened on, as far as the law is concerned."""
        on = values.get(self._kind.on)
        return on if isinstance(on, date) else legal_date(at)

    def _next_id(self) -> int:
        columns = self._kind.columns
        last = self._store.connection.scalar(
            select(func.max(columns.id)).where(columns.office_id == self._store.office_id)
        )
        return (last or 0) + 1

    def _next_position(self, row_id: int) -> int:
        last = self._store.connection.scalar(
            select(func.max(col(EventRow.position))).where(
                EventRow.office_id == self._store.office_id,
                EventRow.subject == self._kind.subject,
                EventRow.subject_id == row_id,
            )
        )
        return int(last or 0) + 1


def _plain(values: Mapping[str, object]) -> dict[str, JsonValue]:
    return {name: plain(value) for name, value in values.items()}
