"""The smaller registers: publications, complaints, disputes, questions at the counter."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from workflow.records.tables.naming import Table


class PublicationRow(Table, table=True):
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


class ComplaintRow(Table, table=True):
    """A complaint or report received about the office's disclosure work."""

    __tablename__ = "complaint"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    received_on: date
    origin: str = ""
    matter: str = ""
    result: str = ""
    request_number: str = ""


class ReconsiderationRow(Table, table=True):
    """An administrative reconsideration; `result` is pending until concluded."""

    __tablename__ = "reconsideration"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    received_on: date
    authority: str = ""
    request_number: str = ""
    concluded_on: date | None = None
    result: str = "pending"


class LawsuitRow(Table, table=True):
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


class CounterConsultationRow(Table, table=True):
    """A question asked at the counter, by telephone or online: not a request."""

    __tablename__ = "counter_consultation"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    asked_on: date
    way: str = ""
    content: str = ""
    answered_by: str = ""
    referred_to: str = ""
