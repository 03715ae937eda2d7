"""Requests, their numbering, and the events of every record."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from workflow.records.tables.naming import Table

# The facts of the fee register. The index serves only a query that says the very same.
FEE_FACTS = text("kind IN ('fee_notified', 'fee_part_paid', 'fee_paid', 'lapsed_unpaid')")


class RequestRow(Table, table=True):
    """A request: what was registered, and copies of what its events say, for searching."""

    __tablename__ = "request"
    __table_args__ = (
        UniqueConstraint("office_id", "number"),
        Index(
            "ix_request_open",
            "office_id",
            "next_due",
            "answer_due",
            "id",
            sqlite_where=text("closed_on IS NULL"),
            postgresql_where=text("closed_on IS NULL"),
        ),
        # The lists of a report go by the day, its counts by whole years: each covers what it reads.
        Index(
            "ix_request_received", "office_id", "received_on", "state", "channel", "applicant_kind"
        ),
        Index("ix_request_closed", "office_id", "closed_on", "state", "outcome", "applicant_kind"),
        Index(
            "ix_request_officer",
            "office_id",
            "case_officer",
            sqlite_where=text("closed_on IS NULL"),
            postgresql_where=text("closed_on IS NULL"),
        ),
        Index(
            "ix_request_years",
            "office_id",
            "closed_year",
            "outcome",
            "applicant_kind",
            "received_year",
            "on_time",
        ),
        Index(
            "ix_request_carried",
            "office_id",
            "closed_year",
            "received_year",
            "received_on",
            "applicant_kind",
            "outcome",
            sqlite_where=text("closed_year IS NULL OR closed_year <> received_year"),
            postgresql_where=text("closed_year IS NULL OR closed_year <> received_year"),
        ),
        # Of all offices together a year lies in few blocks of the table, as requests come.
        *(
            Index(
                f"ix_request_{day}_blocks",
                f"{day}_on",
                postgresql_using="brin",
                info={"only": "postgresql"},
            ).ddl_if(dialect="postgresql")
            for day in ("received", "closed")
        ),
    )

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    number: str
    channel: str
    applicant: str
    applicant_kind: str = "natural_person"
    contact: str = ""
    content: str = Field(sa_column=Column(Text, nullable=False))
    note: str = Field(default="", sa_column=Column(Text, nullable=False))
    case_officer: str = ""
    registered_at: datetime
    # Derived: written in one place, RequestRegister.record(), and nowhere else.
    state: str = "submitted"
    received_on: date | None = None
    answer_due: date | None = None
    next_due: date | None = None
    provisional: bool = False
    outcome: str | None = None
    closed_on: date | None = None
    on_time: bool | None = None
    received_year: int | None = None
    closed_year: int | None = None
    event_count: int = 0
    version: int = 0


class NumberingRow(Table, table=True):
    """How far the serial numbers of one year have been given out."""

    __tablename__ = "numbering"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    year: int = Field(primary_key=True)
    last_serial: int = 0


class EventRow(Table, table=True):
    """One fact, entered once and never changed; each carries the hash of the one before.

    `happened_on` is the legal date (Asia/Shanghai), `entered_at` the instant of entry. `subject`
    and `subject_id` say which record it is about; `position` orders the facts of one record.
    """

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("office_id", "subject", "subject_id", "position"),
        Index(
            "uq_event_idempotency_key",
            "office_id",
            "idempotency_key",
            unique=True,
            sqlite_where=text("idempotency_key IS NOT NULL"),
            postgresql_where=text("idempotency_key IS NOT NULL"),
        ),
        # Fees are few among the facts, and a year's are asked for at once.
        Index(
            "ix_event_fee",
            "office_id",
            "happened_on",
            sqlite_where=FEE_FACTS,
            postgresql_where=FEE_FACTS,
        ),
        {"sqlite_with_rowid": False},
    )

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    seq: int = Field(primary_key=True)
    subject: str
    subject_id: int
    position: int
    kind: str
    happened_on: date
    entered_at: datetime
    actor: str
    details: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    annuls: int | None = None
    idempotency_key: str | None = None
    previous_hash: str
    hash: str
