"""What only the office can say for its reports."""

from datetime import date

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
