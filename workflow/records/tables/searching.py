"""What finds a piece of text in the requests of a large office without reading all of them."""

from sqlalchemy import BigInteger, Column
from sqlmodel import Field

from workflow.records.tables.naming import Table


class TextPairRow(Table, table=True):
    """That somewhere in a block of requests two characters stand side by side."""

    __tablename__ = "text_pair"
    __table_args__ = ({"sqlite_with_rowid": False},)

    office_id: int = Field(primary_key=True)
    pair: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    block: int = Field(primary_key=True)
