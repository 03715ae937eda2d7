"""What is put into the registers of publications, disputes, complaints, questions and reviews."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Information to be published proactively, by channels named by their codes.

    Without `published_on` it has yet to be.
    """

    title: str
    published_on: date | None = None
    channels: str = ""
    index_number: str = ""
    category: str = ""
    document_number: str = ""
    formed_on: date | None = None
    normative: bool = False
    note: str = ""
    summary: str = ""
    officer: str = ""
    review: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None
    review_basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A complaint or report about the office's disclosure work."""

    received_on: date
    origin: str = ""
    matter: str = ""
    result: str = ""
    request_number: str = ""
    ground: str = ""
    finding: str = ""
    concluded_on: date | None = None
    officer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconsideration:
    """An administrative reconsideration; pending until it is concluded."""

    received_on: date
    authority: str = ""
    request_number: str = ""
    concluded_on: date | None = None
    result: str = "pending"
    applicant: str = ""
    act: str = ""
    case_number: str = ""
    procedure: str = "ordinary"
    answer_by: date | None = None
    answered_on: date | None = None
    decision: str = ""
    officer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lawsuit:
    """A lawsuit, direct or after reconsideration; pending until it is concluded."""

    received_on: date
    after_reconsideration: bool
    court: str = ""
    case_number: str = ""
    request_number: str = ""
    concluded_on: date | None = None
    result: str = "pending"
    plaintiff: str = ""
    act: str = ""
    procedure: str = "ordinary"
    co_defendant: bool = False
    answer_by: date | None = None
    answered_on: date | None = None
    paper: str = ""
    served_on: date | None = None
    appealed_on: date | None = None
    appellant: str = ""
    decision: str = ""
    officer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterConsultation:
    """A question asked at the counter, by telephone or online."""

    asked_on: date
    way: str = ""
    content: str = ""
    answered_by: str = ""
    referred_to: str = ""
    asker: str = ""
    contact: str = ""
    answer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalReview:
    """One review of something withheld, an item or the whole of a request."""

    request_number: str
    reviewed_on: date
    conclusion: str
    item: str = ""
    basis: str = ""
    reviewed_by: str = ""
    next_on: date | None = None
