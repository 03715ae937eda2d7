"""The tables of letters: what was issued, the words it was made from, and its numbers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Text, text
from sqlmodel import Field

from workflow.records.tables.naming import Table


class LetterRow(Table, table=True):
    """A letter as issued: inserted once, never changed, never removed.

    `series`, `year` and `serial` make its number (文号); a form has none. `template` is the
    digest of the template that, with the facts, makes the same letter again.
    """

    __tablename__ = "letter"
    __table_args__ = (
        Index(
            "uq_letter_number",
            "office_id",
            "series",
            "year",
            "serial",
            unique=True,
            sqlite_where=text("serial > 0"),
            postgresql_where=text("serial > 0"),
        ),
        Index("ix_letter_request", "office_id", "request_id", "id"),
    )

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    request_id: int | None = None
    request_number: str = ""
    kind: str
    series: str = ""
    year: int
    serial: int = 0
    number: str = ""
    issued_on: date
    issued_at: datetime
    actor: str
    language: str = "zh"
    template: str
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    text: str = Field(sa_column=Column(Text, nullable=False))


class LetterTemplateRow(Table, table=True):
    """The text of a template under its digest: kept for as long as a letter names it."""

    __tablename__ = "letter_template"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    digest: str = Field(primary_key=True)
    source: str = Field(sa_column=Column(Text, nullable=False))


class LetterNumberingRow(Table, table=True):
    """How far the numbers of one series and year have been given out."""

    __tablename__ = "letter_numbering"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    series: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    last_serial: int = 0
