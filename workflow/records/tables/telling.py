"""Notices to send, and the runs of the scheduler."""

from datetime import date, datetime

from sqlalchemy import Column, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from workflow.records.tables.naming import Table

# The index serves only a query that says the very same.
FAILED = text("status = 'failed'")


class OutboxRow(Table, table=True):
    """A notice to send, unique by its key; written with the fact that causes it.

    One that waits on the desk itself is sent when it is written; `read_at` is when it was read.
    """

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
        Index(
            "ix_outbox_failed",
            "office_id",
            "request_number",
            sqlite_where=FAILED,
            postgresql_where=FAILED,
        ),
        Index("ix_outbox_added", "office_id", "created_at"),
        Index(
            "ix_outbox_on_desk",
            "office_id",
            "recipient",
            sqlite_where=text("channel = 'in_app'"),
            postgresql_where=text("channel = 'in_app'"),
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
    read_at: datetime | None = None


class DeliveryRow(Table, table=True):
    """What came of one attempt, in the channel's own answer; written with the row it is about."""

    __tablename__ = "delivery"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    dedup_key: str = Field(primary_key=True)
    at: datetime = Field(primary_key=True)
    attempt: int = Field(primary_key=True)
    outcome: str = Field(primary_key=True)
    channel: str
    answer: str = ""


class SlotRow(Table, table=True):
    """A scheduler's slot, taken once by whichever process inserts it first."""

    __tablename__ = "slot"

    job: str = Field(primary_key=True)
    slot: str = Field(primary_key=True)
    taken_at: datetime
