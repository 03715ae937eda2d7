"""The smaller registers: publications, complaints, disputes, questions at the counter, reviews.

A row that was entered wrongly is annulled, not removed; its events keep what it held and why.
"""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from workflow.records.tables.naming import Table


class PublicationRow(Table, table=True):
    """Information to be published proactively; without `published_on` it has yet to be.

    `channels` holds codes separated by spaces, `review` what the secrecy review decided.
    """

    __tablename__ = "publication"
    __table_args__ = (Index("ix_publication_published", "office_id", "published_on"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    index_number: str = ""
    title: str
    category: str = ""
    document_number: str = ""
    formed_on: date | None = None
    published_on: date | None = None
    channels: str
    normative: bool = False
    note: str = ""
    summary: str = ""
    officer: str = ""
    review: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None
    review_basis: str = ""
    annulled: bool = False


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
    ground: str = ""
    finding: str = ""
    concluded_on: date | None = None
    officer: str = ""
    note: str = ""
    annulled: bool = False


class ReconsiderationRow(Table, table=True):
    """An administrative reconsideration; `result` is pending until concluded.

    `received_on` is when the copy of the application came, from which the answer is due;
    `answer_by` is a day that the authority fixed itself.
    """

    __tablename__ = "reconsideration"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    received_on: date
    authority: str = ""
    request_number: str = ""
    concluded_on: date | None = None
    result: str = "pending"
    applicant: str = ""
    act: str = ""
    case_number: str = ""
    procedure: str = "ordinary"
    answer_by: date | None = None
    answered_on: date | None = None
    decision: str = ""
    officer: str = ""
    note: str = ""
    annulled: bool = False


class LawsuitRow(Table, table=True):
    """A lawsuit, direct or after reconsideration; `result` is pending until concluded.

    `paper` is what the court of first instance decided by, `served_on` when the office got it.
    """

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
    plaintiff: str = ""
    act: str = ""
    procedure: str = "ordinary"
    co_defendant: bool = False
    answer_by: date | None = None
    answered_on: date | None = None
    paper: str = ""
    served_on: date | None = None
    appealed_on: date | None = None
    appellant: str = ""
    decision: str = ""
    officer: str = ""
    note: str = ""
    annulled: bool = False


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
    asker: str = ""
    contact: str = ""
    answer: str = ""
    note: str = ""
    annulled: bool = False


class RefusalReviewRow(Table, table=True):
    """One review of something withheld; `item` is empty where the whole request was."""

    __tablename__ = "refusal_review"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    request_number: str
    item: str = ""
    reviewed_on: date
    conclusion: str
    basis: str = ""
    reviewed_by: str = ""
    next_on: date | None = None
    annulled: bool = False
