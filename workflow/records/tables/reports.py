"""What only the office can say for its reports."""

from datetime import date, datetime

from sqlalchemy import Column, Text, UniqueConstraint
from sqlmodel import Field

from workflow.records.tables.naming import Table


class OpeningBalanceRow(Table, table=True):
    """A cumulative figure as of a 31 December before the office used the program."""

    __tablename__ = "opening_balance"
    __table_args__ = (UniqueConstraint("office_id", "indicator", "as_of_on"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    indicator: str
    as_of_on: date
    amount: int


class NarrativeRow(Table, table=True):
    """The office's own text for one section of one year's report."""

    __tablename__ = "narrative"
    __table_args__ = (UniqueConstraint("office_id", "year", "section"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    year: int
    section: str
    body: str = Field(sa_column=Column(Text, nullable=False))


class EnteredFigureRow(Table, table=True):
    """A figure of a year's report that only people can know; `amount` is a decimal in text."""

    __tablename__ = "entered_figure"
    __table_args__ = (UniqueConstraint("office_id", "year", "form_table", "row_key", "column_key"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    year: int
    form_table: str
    row_key: str
    column_key: str
    amount: str
    note: str = ""


class ReportDraftRow(Table, table=True):
    """That the draft of a year's report appeared, once, and how many findings it had that day."""

    __tablename__ = "report_draft"
    __table_args__ = (UniqueConstraint("office_id", "year"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    year: int
    drafted_on: date
    form: str
    errors: int
    warnings: int


class FrozenReportRow(Table, table=True):
    """A report as it was issued, inserted once and never changed.

    `turn` counts the reports of the same year, each superseding the one before; `content` is all
    that is printed, as canonical JSON; `chain_length` is the last event that was counted, and
    `digest` covers the content and the cells with their lists.
    """

    __tablename__ = "frozen_report"
    __table_args__ = (UniqueConstraint("office_id", "year", "rolled_up", "turn"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    year: int
    rolled_up: bool
    turn: int
    form: str
    form_version: int
    frozen_at: datetime
    frozen_by: str
    chain_length: int
    override_reason: str = ""
    supersede_reason: str = ""
    digest: str
    content: str = Field(sa_column=Column(Text, nullable=False))


class FrozenCellRow(Table, table=True):
    """One figure of a frozen report with the list behind it, as JSON, in the order printed."""

    __tablename__ = "frozen_cell"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    report_id: int = Field(primary_key=True)
    place: int = Field(primary_key=True)
    form_table: str
    row_key: str
    column_key: str
    amount: str
    records: str = Field(sa_column=Column(Text, nullable=False))


class ReportPublicationRow(Table, table=True):
    """That a frozen report was published: on which day, and where it can be read."""

    __tablename__ = "report_publication"
    __table_args__ = (UniqueConstraint("office_id", "report_id"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    report_id: int
    published_on: date
    url: str = ""
