"""What is on record when a letter is written: the office, the request, and the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.statute.outcomes import Outcome
from states.statute.practice import Practice
from states.statute.remedies import OfficeLevel
from states.statute.versions import Law, law_on
from workflow.letters.remedy import Decider
from workflow.letters.settings import LetterSettings
from workflow.records.canonical import JsonValue


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCard:
    """An office as its letters introduce it."""

    name: str
    level: OfficeLevel = OfficeLevel.TOWN
    prefix: str = ""
    parent: str = ""
    phone: str = ""
    address: str = ""
    settings: LetterSettings = field(default_factory=LetterSettings)

    @property
    def contact_office(self) -> str:
        """Who is named as the one to ask."""
        return self.settings.contact_office or f"{self.name}政府信息公开工作机构"

    @property
    def decider(self) -> Decider:
        """The office as the one whose decision may be attacked."""
        return Decider(self.name, self.level, self.parent, self.settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCard:
    """A request as its letters speak of it; of a document's number only its ends are known here.

    By its number and the look-up code together an applicant may learn how it stands.
    """

    id: int
    number: str
    applicant: str
    applicant_kind: str
    content: str
    case: Case
    contact: str = ""
    address: str = ""
    case_officer: str = ""
    identity: str = ""
    form_wanted: str = ""
    way_wanted: str = ""
    taken_down_by: str = ""
    lookup_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Why and when a letter is written; without a request it stands by itself.

    `served` are the letters already issued on the request, title and number, newest first.
    `accepts_provisional` says that the clerk has seen that a date is not certain.
    """

    office: OfficeCard
    request: RequestCard | None
    on: date
    calendar: WorkCalendar
    practice: Practice
    outcome: Outcome | None = None
    delivery: str = ""
    accepts_provisional: bool = False
    served: tuple[Mapping[str, JsonValue], ...] = field(default_factory=tuple)

    @property
    def law(self) -> Law:
        """The version that governs: by the day of receipt, or else by the day of the letter."""
        receipt = None if self.request is None else self.request.case.receipt
        return receipt.law if receipt else law_on(self.on, self.practice.revised_from)
