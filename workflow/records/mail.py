"""What is put into the mail book; each direction is numbered by the year."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMail:
    """A letter that came in, linked to a request by its number, or settled in another way."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMail:
    """A letter that went out, and what became of it."""

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
