"""The smaller registers of an office: each row is an event too, so that the chain covers it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Generic

from sqlalchemy import func, select, update

from workflow.clock import legal_date
from workflow.records.canonical import JsonValue, canonical_json, plain
from workflow.records.chain import Draft, RecordKind
from workflow.records.counting import ANNULLED
from workflow.records.duty import Absence, Handover
from workflow.records.errors import (
    AlreadyRegisteredError,
    RowAnnulledError,
    StaleRowError,
)
from workflow.records.facts import (
    EnteredFigure,
    Narrative,
    OpeningBalance,
    OtherOffice,
    RecordsCorrection,
    ReportDraft,
    ReportPublication,
    StaffMember,
)
from workflow.records.kinds import Facts, Kind, Row
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.records.reading import Reading
from workflow.records.register_facts import (
    Complaint,
    CounterConsultation,
    Lawsuit,
    Publication,
    Reconsideration,
    RefusalReview,
)
from workflow.records.tables.directory import OtherOfficeRow
from workflow.records.tables.duty import AbsenceRow, HandoverRow
from workflow.records.tables.mail import IncomingMailRow, OutgoingMailRow
from workflow.records.tables.offices import StaffRow
from workflow.records.tables.own_records import RecordsCorrectionRow
from workflow.records.tables.registers import (
    ComplaintRow,
    CounterConsultationRow,
    LawsuitRow,
    PublicationRow,
    ReconsiderationRow,
    RefusalReviewRow,
)
from workflow.records.tables.reports import (
    EnteredFigureRow,
    NarrativeRow,
    OpeningBalanceRow,
    ReportDraftRow,
    ReportPublicationRow,
)

_BATCH = 500

STAFF = Kind(StaffMember, StaffRow)
PUBLICATIONS = Kind(
    Publication,
    PublicationRow,
    "published_on",
    ("index_number", "title", "summary", "document_number", "category", "note"),
)
COMPLAINTS = Kind(
    Complaint,
    ComplaintRow,
    "received_on",
    ("origin", "matter", "result", "request_number", "note"),
)
RECONSIDERATIONS = Kind(
    Reconsideration,
    ReconsiderationRow,
    "received_on",
    ("applicant", "act", "authority", "case_number", "request_number", "note"),
)
LAWSUITS = Kind(
    Lawsuit,
    LawsuitRow,
    "received_on",
    ("plaintiff", "act", "court", "case_number", "request_number", "note"),
)
COUNTER_CONSULTATIONS = Kind(
    CounterConsultation,
    CounterConsultationRow,
    "asked_on",
    ("asker", "content", "answer", "answered_by", "referred_to", "note"),
)
REFUSAL_REVIEWS = Kind(
    RefusalReview, RefusalReviewRow, "reviewed_on", ("request_number", "item", "basis")
)
INCOMING_MAIL = Kind(
    IncomingMail,
    IncomingMailRow,
    "received_on",
    ("sender", "reference", "tracking_number", "matter", "request_number", "settlement", "note"),
)
OUTGOING_MAIL = Kind(
    OutgoingMail,
    OutgoingMailRow,
    "posted_on",
    ("addressee", "letter_number", "tracking_number", "matter", "request_number", "note"),
)
ABSENCES = Kind(Absence, AbsenceRow, "from_on", ("name", "deputy", "why"))
HANDOVERS = Kind(Handover, HandoverRow, "handed_on", ("giver", "receiver", "matters"))
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
    REFUSAL_REVIEWS,
    INCOMING_MAIL,
    OUTGOING_MAIL,
    ABSENCES,
    HANDOVERS,
    OPENING_BALANCES,
    NARRATIVES,
    ENTERED_FIGURES,
    REPORT_DRAFTS,
    REPORT_PUBLICATIONS,
    RECORDS_CORRECTIONS,
    OTHER_OFFICES,
)


class Register(Reading[Facts, Row], Generic[Facts, Row]):
    """The rows of one kind that an office has, read and written."""

    def add(
        self, facts: Facts, *, actor: str, at: datetime, idempotency_key: str | None = None
    ) -> int:
        """Register one row, and return its id; a repeated key registers nothing more."""
        known = self.written_under(idempotency_key)
        if known is not None:
            return known
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
                    self.kind.subject,
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
        expected_version: int | None = None,
        idempotency_key: str | None = None,
    ) -> None:
        """Put columns of a row right; the event keeps what they hold from now on, and why.

        A repeated key writes nothing.
        """
        unknown = changes.keys() - set(self.kind.names)
        if unknown:
            raise KeyError(*sorted(unknown))
        if self.written_under(idempotency_key) is not None:
            return
        self._expect(row_id, expected_version)
        self._write(row_id, changes)
        draft = Draft(
            self.kind.subject,
            row_id,
            self.version(row_id),
            RecordKind.AMENDED.value,
            legal_date(at),
            canonical_json({"facts": _plain(changes), "reason": reason}),
            None,
            idempotency_key,
        )
        self._chain.append([draft], actor=actor, at=at)

    def annul(
        self,
        row_id: int,
        *,
        reason: str,
        actor: str,
        at: datetime,
        expected_version: int | None = None,
        idempotency_key: str | None = None,
    ) -> None:
        """Write down that a row was entered wrongly: it stays, and counts nowhere from now on."""
        if not self.kind.is_annullable:
            raise TypeError(self.kind.subject)
        if self.written_under(idempotency_key) is not None:
            return
        self._expect(row_id, expected_version)
        registration = self.history(row_id)[0]
        self._write(row_id, {ANNULLED: True})
        draft = Draft(
            self.kind.subject,
            row_id,
            self.version(row_id),
            RecordKind.ANNULLED.value,
            legal_date(at),
            canonical_json({"reason": reason}),
            registration.seq,
            idempotency_key,
        )
        self._chain.append([draft], actor=actor, at=at)

    def _expect(self, row_id: int, version: int | None) -> None:
        """Refuse to write on a row that is void, or has changed since it was read."""
        if getattr(self.find(row_id), ANNULLED, False):
            raise RowAnnulledError(self.kind.subject, row_id)
        if version is not None and version != self.version(row_id):
            last = self.history(row_id)[-1]
            raise StaleRowError(self.kind.subject, row_id, last.actor, last.entered_at)

    def _insert(self, batch: Sequence[tuple[int, dict[str, object]]]) -> None:
        office = self._store.office_id
        fresh = {ANNULLED: False} if self.kind.is_annullable else {}
        rows = [{"office_id": office, "id": row_id, **fresh, **values} for row_id, values in batch]
        try:
            self._store.run_many(self.kind.insert, rows)
        except self._store.duplicate as error:
            raise AlreadyRegisteredError(self.kind.subject) from error

    def _write(self, row_id: int, values: Mapping[str, object]) -> None:
        columns = self.kind.columns
        self._store.connection.execute(
            update(self.kind.row)
            .where(columns.office_id == self._store.office_id, columns.id == row_id)
            .values(**values)
        )

    def _values(self, facts: Facts) -> dict[str, object]:
        return {name: getattr(facts, name) for name in self.kind.names}

    def _day(self, values: Mapping[str, object], at: datetime) -> date:
        """Return the day that a registration happened on, as far as the law is concerned."""
        on = values.get(self.kind.on)
        return on if isinstance(on, date) else legal_date(at)

    def _next_id(self) -> int:
        columns = self.kind.columns
        last = self._store.connection.scalar(
            select(func.max(columns.id)).where(columns.office_id == self._store.office_id)
        )
        return (last or 0) + 1


def _plain(values: Mapping[str, object]) -> dict[str, JsonValue]:
    return {name: plain(value) for name, value in values.items()}
