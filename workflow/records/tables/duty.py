"""Who stands in for whom, and what was handed over."""

from datetime import date

from sqlalchemy import Column, Text
from sqlmodel import Field

from workflow.records.tables.naming import Table


class AbsenceRow(Table, table=True):
    """Somebody's absence, with the deputy who acts meanwhile; open-ended without `until_on`."""

    __tablename__ = "absence"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    name: str
    from_on: date
    until_on: date | None = None
    deputy: str = ""
    why: str = ""
    annulled: bool = False


class HandoverRow(Table, table=True):
    """A hand-over: `matters` names what passed from one to the other, a line each."""

    __tablename__ = "handover"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    handed_on: date
    giver: str
    receiver: str
    matters: str = Field(sa_column=Column(Text, nullable=False))
    note: str = ""
