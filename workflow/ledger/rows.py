"""One parsed row of each sheet; text that is not there is the empty string."""

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from states.statute.outcomes import Outcome
from states.statute.receipt import Channel


class Line(BaseModel):
    """A row as the book has it, with its number there (0 for a line that was not read)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    row: int = 0


class RequestLine(Line):
    """A request with its history; without a number it is numbered on import."""

    number: str = ""
    channel: Channel
    submitted_on: date | None = None
    received_on: date
    applicant: str
    applicant_kind: str = "natural_person"
    contact: str = ""
    content: str
    correction_requested_on: date | None = None
    correction_received_on: date | None = None
    third_party_consulted_on: date | None = None
    third_party_answered_on: date | None = None
    agency_consulted_on: date | None = None
    agency_answered_on: date | None = None
    extension_notified_on: date | None = None
    extension_workdays: int | None = None
    fee_notified_on: date | None = None
    fee_amount: Decimal | None = None
    fee_paid_on: date | None = None
    answered_on: date | None = None
    delivery: str = ""
    outcome: Outcome | None = None
    letter_number: str = ""
    case_officer: str = ""
    note: str = ""


class PublicationLine(Line):
    """An item published of the office's own accord."""

    index_number: str = ""
    title: str
    category: str = ""
    document_number: str = ""
    formed_on: date | None = None
    published_on: date
    channels: tuple[str, ...]
    is_normative: bool = False
    note: str = ""


class ComplaintLine(Line):
    """A complaint or report."""

    received_on: date
    source: str = ""
    subject: str = ""
    result: str = ""
    request_number: str = ""


class ReconsiderationLine(Line):
    """An administrative reconsideration; pending where no result is recorded."""

    received_on: date
    authority: str = ""
    request_number: str = ""
    concluded_on: date | None = None
    result: str = "pending"


class LawsuitLine(Line):
    """An administrative lawsuit; pending where no result is recorded."""

    received_on: date
    court: str = ""
    case_number: str = ""
    request_number: str = ""
    after_reconsideration: bool
    concluded_on: date | None = None
    result: str = "pending"


class CounterConsultationLine(Line):
    """A question asked at the counter, by telephone or online (咨询); not a request."""

    asked_on: date
    way: str = ""
    content: str = ""
    answered_by: str = ""
    referred_to: str = ""


class OpeningBalanceLine(Line):
    """A figure as it stood at the end of a year before the office used the program."""

    indicator: str
    as_of: date
    value: int


class NarrativeLine(Line):
    """A section of a year's report in the office's own words."""

    year: int
    section: str
    text: str


class OfficeLine(Line):
    """The office itself."""

    name: str = ""
    short_name: str = ""
    level: str = ""
    superior: str = ""
    telephone: str = ""
    fax: str = ""
    address: str = ""
    postcode: str = ""
    website: str = ""
    document_prefix: str = ""
