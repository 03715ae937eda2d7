"""What is kept of a request beside its row: how it was made, by whom, and what finds its like."""

from sqlalchemy import BigInteger, Column, ForeignKeyConstraint
from sqlmodel import Field

from workflow.records.tables.naming import Table


def _of_a_request() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["office_id", "id"], ["request.office_id", "request.id"])


class IntakeRow(Table, table=True):
    """How a request was made and what was wanted with it; `id` is that of the request.

    Only a request of which something is not as usual has a row; the chain holds all of it.
    """

    __tablename__ = "intake"
    __table_args__ = (_of_a_request(),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    oral: bool = False
    taken_down_by: str = ""
    described: bool = True
    provision_form: str = ""
    provision_way: str = ""
    fee_waiver: bool = False
    help_needed: str = ""
    purpose: str = ""


class PersonalDetailsRow(Table, table=True):
    """Who an applicant is and where they are reached; `id` is that of the request.

    The chain holds only the seal, a digest of the row with its salt, so that the row may be
    erased one day without a trace and cannot be changed without one. `identity_lookup` finds
    the same document again without reading it.
    """

    __tablename__ = "personal_details"
    __table_args__ = (_of_a_request(),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    identity_kind: str = ""
    identity_number: str = ""
    identity_lookup: str = ""
    contact_person: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    salt: str


class LikenessRow(Table, table=True):
    """One key under which requests that are like each other are found; nothing is proved by it."""

    __tablename__ = "likeness"
    __table_args__ = ({"sqlite_with_rowid": False},)

    office_id: int = Field(primary_key=True)
    key: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    id: int = Field(primary_key=True)


class OfficeKeyRow(Table, table=True):
    """The secret by which an office makes digests that nobody else can make."""

    __tablename__ = "office_key"

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    secret: str
