"""Offices and their staff."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from workflow.records.tables.naming import Table


class OfficeRow(Table, table=True):
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


class StaffRow(Table, table=True):
    """A member of staff; `account` is the system account, `email` where reminders go.

    `left_on` is the day they left, where they did.
    """

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("office_id", "name"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    name: str
    role: str = "clerk"
    active: bool = True
    account: str = ""
    email: str = ""
    left_on: date | None = None
