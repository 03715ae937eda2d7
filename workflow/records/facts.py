"""What is put into the registers: parsed values, from which alone rows are built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from states.case import Event
from states.statute.receipt import Channel
from workflow.records.canonical import JsonValue

# What stands for the matter of a request whose applicant did not say it.
UNDESCRIBED = "（未写明）"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeProfile:
    """An office as it introduces itself; `letter_prefix` is its 文号前缀."""

    name: str
    short_name: str = ""
    level: str = "town"
    parent: str = ""
    phone: str = ""
    fax: str = ""
    address: str = ""
    postcode: str = ""
    website: str = ""
    letter_prefix: str = ""
    settings: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """Somebody of the office, with their role and where they are reached."""

    name: str
    role: str = "clerk"
    active: bool = True
    account: str = ""
    email: str = ""
    left_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts:
    """What is registered about a request, beside what happens to it."""

    channel: Channel | None
    applicant: str
    content: str
    applicant_kind: str = "natural_person"
    contact: str = ""
    note: str = ""
    case_officer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """How a request was made, and what was wanted with it; `help_needed` holds codes with spaces.

    `described` is whether the applicant said what is asked for at all.
    """

    oral: bool = False
    taken_down_by: str = ""
    described: bool = True
    provision_form: str = ""
    provision_way: str = ""
    fee_waiver: bool = False
    help_needed: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDetails:
    """Who an applicant is, and where they are reached; never shown in a list, never logged."""

    identity_kind: str = ""
    identity_number: str = field(default="", repr=False)
    contact_person: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    postcode: str = ""
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


AS_USUAL = Intake()
NOT_GIVEN = PersonalDetails()


@dataclass(frozen=True, slots=True)
class Beside:
    """What is to be kept beside a request from now on; None leaves it as it is."""

    intake: Intake | None = None
    details: PersonalDetails | None = None


UNCHANGED = Beside()


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact to be entered, with what is kept beside what the law asks of it."""

    event: Event
    more: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A request to be registered with its history; without a number it is given the next."""

    facts: RequestFacts
    history: tuple[NewFact, ...]
    number: str = ""
    idempotency_key: str | None = None
    intake: Intake = AS_USUAL
    details: PersonalDetails = NOT_GIVEN


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsCorrection:
    """An application to correct a record about the applicant; pending until it is concluded."""

    received_on: date
    applicant: str
    record: str
    applicant_kind: str = "natural_person"
    contact: str = ""
    mistake: str = ""
    evidence: str = ""
    case_officer: str = ""
    note: str = ""
    concluded_on: date | None = None
    result: str = "pending"
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherOffice:
    """Another organ, where it is reached, and keywords of what it is responsible for."""

    name: str
    contact: str = ""
    address: str = ""
    website: str = ""
    scope: str = ""
    note: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningBalance:
    """A cumulative figure as of a 31 December."""

    indicator: str
    as_of_on: date
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """The office's own text for one section of one year's report."""

    year: int
    section: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredFigure:
    """A figure of a year's report that only people can know, as a decimal in text."""

    year: int
    form_table: str
    row_key: str
    column_key: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """That the draft of a year's report appeared, and what was found in it that day."""

    year: int
    drafted_on: date
    form: str
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPublication:
    """That a frozen report was published: when, and where it can be read."""

    report_id: int
    published_on: date
    url: str = ""
