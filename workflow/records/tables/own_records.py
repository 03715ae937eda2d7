"""Applications to have one's own records corrected (更正): never in the tables of requests."""

from datetime import date

from sqlalchemy import Column, Index, Text
from sqlmodel import Field

from workflow.records.tables.naming import Table


class RecordsCorrectionRow(Table, table=True):
    """An application to correct a record about the applicant; `result` is pending until concluded.

    `explanation` says to whom it was forwarded, where the applicant was sent, or why not.
    """

    __tablename__ = "records_correction"
    __table_args__ = (Index("ix_records_correction_received", "office_id", "received_on"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    received_on: date
    applicant: str
    applicant_kind: str = "natural_person"
    contact: str = ""
    record: str = Field(sa_column=Column(Text, nullable=False))
    mistake: str = Field(default="", sa_column=Column(Text, nullable=False))
    evidence: str = Field(default="", sa_column=Column(Text, nullable=False))
    case_officer: str = ""
    note: str = ""
    concluded_on: date | None = None
    result: str = "pending"
    explanation: str = Field(default="", sa_column=Column(Text, nullable=False))
