"""Other organs, and what each of them is responsible for disclosing."""

from sqlalchemy import Column, Text, UniqueConstraint
from sqlmodel import Field

from workflow.records.tables.naming import Table


class OtherOfficeRow(Table, table=True):
    """Another organ and where it is reached; `scope` holds keywords separated by spaces."""

    __tablename__ = "other_office"
    __table_args__ = (UniqueConstraint("office_id", "name"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    name: str
    contact: str = ""
    address: str = ""
    website: str = ""
    scope: str = Field(default="", sa_column=Column(Text, nullable=False))
    note: str = ""
    active: bool = True
