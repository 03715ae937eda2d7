"""The mail book: letters that came in, and letters that went out."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from workflow.records.tables.naming import Table


class IncomingMailRow(Table, table=True):
    """A letter that came in; one that is no request says in `settlement` what was done with it."""

    __tablename__ = "incoming_mail"
    __table_args__ = (UniqueConstraint("office_id", "year", "serial"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    year: int
    serial: int
    received_on: date
    sender: str
    reference: str = ""
    letter_date: date | None = None
    postmark_on: date | None = None
    way: str = ""
    tracking_number: str = ""
    signed_by: str = ""
    addressed_to: str = ""
    matter: str = ""
    request_number: str = ""
    settlement: str = ""
    note: str = ""
    annulled: bool = False


class OutgoingMailRow(Table, table=True):
    """A letter that went out, and what is known of its delivery or return."""

    __tablename__ = "outgoing_mail"
    __table_args__ = (UniqueConstraint("office_id", "year", "serial"),)

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    id: int = Field(primary_key=True)
    year: int
    serial: int
    posted_on: date
    addressee: str
    address: str = ""
    letter_number: str = ""
    matter: str = ""
    way: str = ""
    carrier: str = ""
    tracking_number: str = ""
    request_number: str = ""
    delivered_on: date | None = None
    signed_by: str = ""
    returned_on: date | None = None
    return_reason: str = ""
    note: str = ""
    annulled: bool = False
