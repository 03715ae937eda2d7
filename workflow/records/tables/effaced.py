"""Which rows that are never changed were written over, because who they name is to be forgotten."""

from sqlmodel import Field

from workflow.records.tables.naming import Table


class EffacedRow(Table, table=True):
    """An event (by its place in the chain), a letter or a request that names nobody any more.

    The triggers of events and letters let only those through that have a row here.
    """

    __tablename__ = "effaced"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    subject: str = Field(primary_key=True)
    id: int = Field(primary_key=True)
