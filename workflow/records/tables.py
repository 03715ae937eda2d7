"""The tables: columns only, office first in every key; questions are asked of the registers.

Rows are built in `workflow.records` alone, from input that was parsed into a command first.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


class OfficeRow(SQLModel, table=True):
    """An office, and the head of its chain of events."""

    __tablename__ = "office"

    id: int = Field(primary_key=True)
    name: str = Field(unique=True)
    short_name: str = ""
    level: str = "town"
    parent: str = ""
    phone: str = ""
    fax: str = ""
    address: str = ""
    postcode: str = ""
    website: str = ""
    letter_prefix: str = ""
    settings: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    chain_length: int = 0
    chain_head: str = ""
    created_at: datetime


class StaffRow(SQLModel, table=True):
    """A member of staff; `account` is the system account, `email` where reminders go."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("office_id", "name"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    name: str
    role: str = "clerk"
    active: bool = True
    account: str = ""
    email: str = ""


class RequestRow(SQLModel, table=True):
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
        Index("ix_request_received", "office_id", "received_on", "channel", "applicant_kind"),
        Index("ix_request_closed", "office_id", "closed_on", "outcome", "applicant_kind"),
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
    event_count: int = 0
    version: int = 0


class NumberingRow(SQLModel, table=True):
    """How far the serial numbers of one year have been given out."""

    __tablename__ = "numbering"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    year: int = Field(primary_key=True)
    last_serial: int = 0


class EventRow(SQLModel, table=True):
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


class PublicationRow(SQLModel, table=True):
    """Information published proactively; `channels` holds codes separated by spaces."""

    __tablename__ = "publication"
    __table_args__ = (Index("ix_publication_published", "office_id", "published_on"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    index_number: str = ""
    title: str
    category: str = ""
    document_number: str = ""
    formed_on: date | None = None
    published_on: date
    channels: str
    normative: bool = False
    note: str = ""


class ComplaintRow(SQLModel, table=True):
    """A complaint or report received about the office's disclosure work."""

    __tablename__ = "complaint"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    received_on: date
    origin: str = ""
    matter: str = ""
    result: str = ""
    request_number: str = ""


class ReconsiderationRow(SQLModel, table=True):
    """An administrative reconsideration; `result` is pending until concluded."""

    __tablename__ = "reconsideration"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    received_on: date
    authority: str = ""
    request_number: str = ""
    concluded_on: date | None = None
    result: str = "pending"


class LawsuitRow(SQLModel, table=True):
    """A lawsuit, direct or after reconsideration; `result` is pending until concluded."""

    __tablename__ = "lawsuit"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    received_on: date
    court: str = ""
    case_number: str = ""
    request_number: str = ""
    after_reconsideration: bool
    concluded_on: date | None = None
    result: str = "pending"


class CounterConsultationRow(SQLModel, table=True):
    """A question asked at the counter, by telephone or online: not a request."""

    __tablename__ = "counter_consultation"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    asked_on: date
    way: str = ""
    content: str = ""
    answered_by: str = ""
    referred_to: str = ""


class OpeningBalanceRow(SQLModel, table=True):
    """A cumulative figure as of a 31 December before the office used the program."""

    __tablename__ = "opening_balance"
    __table_args__ = (UniqueConstraint("office_id", "indicator", "as_of_on"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    indicator: str
    as_of_on: date
    amount: int


class NarrativeRow(SQLModel, table=True):
    """The office's own text for one section of one year's report."""

    __tablename__ = "narrative"
    __table_args__ = (UniqueConstraint("office_id", "year", "section"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    year: int
    section: str
    body: str = Field(sa_column=Column(Text, nullable=False))


class OutboxRow(SQLModel, table=True):
    """A notice to send, unique by its key; written with the fact that causes it."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("office_id", "dedup_key"),
        Index(
            "ix_outbox_waiting",
            "office_id",
            "next_try_at",
            sqlite_where=text("status = 'pending'"),
            postgresql_where=text("status = 'pending'"),
        ),
    )

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    dedup_key: str
    rule: str
    request_number: str = ""
    due_on: date | None = None
    recipient: str
    channel: str
    subject: str
    body: str = Field(sa_column=Column(Text, nullable=False))
    status: str = "pending"
    attempts: int = 0
    next_try_at: datetime
    leased_until: datetime | None = None
    last_error: str = ""
    created_at: datetime
    sent_at: datetime | None = None


class SlotRow(SQLModel, table=True):
    """A scheduler's slot, taken once by whichever process inserts it first."""

    __tablename__ = "slot"

    job: str = Field(primary_key=True)
    slot: str = Field(primary_key=True)
    taken_at: datetime


class CalendarNoticeRow(SQLModel, table=True):
    """A holiday notice loaded after the built-in ones, as it was given."""

    __tablename__ = "calendar_notice"

    id: int = Field(primary_key=True)
    year: int
    reference: str
    source: str
    content: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    loaded_at: datetime
    actor: str
