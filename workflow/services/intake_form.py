"""A request as somebody fills it in: parsed field by field, every fault named at once."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from states.statute.application import (
    HelpNeeded,
    IdentityKind,
    ProvisionForm,
    ProvisionWay,
    Purpose,
)
from states.statute.practice import DEFAULT_PRACTICE, Practice
from states.statute.receipt import RECEIPT, Channel, ReceiptFact
from states.statute.versions import FIRST_DAY, Law, law_on
from states.steps import Role
from workflow.records.facts import UNDESCRIBED, Intake, PersonalDetails
from workflow.services.identity import may_be_right, written_number
from workflow.services.intake import LogRequest

_UNSAVEABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PHONE = re.compile(r"[\d\s+()/,;、，；－—-]*(?:(?:转|ext\.?|x)\s*\d+)?")
_FEWEST_DIGITS = 5
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_POSTCODE = re.compile(r"\d{6}")


def _fault(code: str, **facts: object) -> PydanticCustomError:
    """Return a fault of one field; its words are made where it is shown."""
    return PydanticCustomError(code, code, facts)


def _text(limit: int, *, required: bool = False) -> AfterValidator:
    """Return what checks that a text has at most so many characters, and can be kept."""

    def check(text: str) -> str:
        if _UNSAVEABLE.search(text):
            raise _fault("unsaveable")
        text = text.strip()
        if required and not text:
            raise _fault("blank")
        if len(text) > limit:
            raise _fault("too_long", limit=limit, length=len(text))
        return text

    return AfterValidator(check)


def _narrow(text: object) -> object:
    """Return a number as it is usually written, whatever width it was typed in."""
    return unicodedata.normalize("NFKC", text).strip() if isinstance(text, str) else text


_Checked = Callable[[str], str]


def _like(pattern: re.Pattern[str], code: str) -> _Checked:
    def check(text: str) -> str:
        if text and not pattern.fullmatch(text):
            raise _fault(code)
        return text

    return check


def _enough_digits(text: str) -> str:
    if text and sum(character.isdigit() for character in text) < _FEWEST_DIGITS:
        raise _fault("not_a_phone")
    return text


_Phone = Annotated[
    str,
    BeforeValidator(_narrow),
    _text(60),
    AfterValidator(_like(_PHONE, "not_a_phone")),
    AfterValidator(_enough_digits),
]
_Email = Annotated[
    str, BeforeValidator(_narrow), _text(254), AfterValidator(_like(_EMAIL, "not_an_email"))
]
_Postcode = Annotated[
    str, BeforeValidator(_narrow), _text(10), AfterValidator(_like(_POSTCODE, "not_a_postcode"))
]


# By the fact that is the receipt, the days that a request of such a channel can have.
_DAYS = ("submitted_on", "arrived_on", "signed_on", "confirmed_on", "received_on")
_DAYS_BY: dict[ReceiptFact, frozenset[str]] = {
    ReceiptFact.SUBMITTED: frozenset({"submitted_on", "received_on"}),
    ReceiptFact.SIGNED_FOR: frozenset({"submitted_on", "signed_on", "received_on"}),
    ReceiptFact.CONFIRMED: frozenset({"submitted_on", "arrived_on", "confirmed_on", "received_on"}),
}
_FIELD_OF = {
    ReceiptFact.SUBMITTED: "submitted_on",
    ReceiptFact.SIGNED_FOR: "signed_on",
    ReceiptFact.CONFIRMED: "confirmed_on",
}


class RequestForm(BaseModel):
    """A request to be logged, as it is filled in; validated with `today` and `practice`.

    Only what cannot be true or cannot be kept is a fault. What the law asks for and is not there
    is a ground to ask for a correction: `states.statute.application.lacking`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    channel: Channel = Channel.IN_PERSON
    applicant: Annotated[str, _text(200, required=True)]
    applicant_kind: Annotated[str, _text(40)] = "natural_person"
    described: bool = True
    content: Annotated[str, _text(20_000), Field(validate_default=True)] = ""
    oral: bool = False
    taken_down_by: Annotated[str, _text(100)] = ""
    identity_kind: IdentityKind | None = None
    identity_number: Annotated[str, _text(60), Field(validate_default=True, repr=False)] = ""
    contact: Annotated[str, _text(200)] = ""
    contact_person: Annotated[str, _text(100)] = ""
    address: Annotated[str, _text(300)] = ""
    postcode: _Postcode = ""
    phone: _Phone = ""
    email: _Email = ""
    provision_form: ProvisionForm | None = None
    provision_way: ProvisionWay | None = None
    fee_waiver: bool = False
    help_needed: tuple[HelpNeeded, ...] = ()
    purpose: Purpose | None = None
    case_officer: Annotated[str, _text(100)] = ""
    note: Annotated[str, _text(2_000)] = ""
    number: Annotated[str, _text(100)] = ""
    submitted_on: date | None = None
    arrived_on: date | None = None
    signed_on: date | None = None
    confirmed_on: date | None = None
    received_on: date | None = None

    @classmethod
    def filled_in(
        cls, fields: dict[str, object], *, today: date, practice: Practice = DEFAULT_PRACTICE
    ) -> Self:
        """Parse what was filled in; pydantic's ValidationError has every fault, by field."""
        return cls.model_validate(fields, context={"today": today, "practice": practice})

    @field_validator("content")
    @classmethod
    def _says_what_is_asked(cls, content: str, info: ValidationInfo) -> str:
        if info.data.get("described", True):
            if not content:
                raise _fault("undescribed")
        elif content:
            raise _fault("described_after_all")
        return content or UNDESCRIBED

    @field_validator("oral")
    @classmethod
    def _is_said_in_person(cls, oral: bool, info: ValidationInfo) -> bool:  # noqa: FBT001 -- a field
        if oral and info.data.get("channel") not in {None, Channel.IN_PERSON}:
            raise _fault("oral_elsewhere", channel=info.data["channel"])
        return oral

    @field_validator("taken_down_by")
    @classmethod
    def _takes_down_what_was_said(cls, name: str, info: ValidationInfo) -> str:
        if name and info.data.get("oral") is False:
            raise _fault("not_oral")
        return name

    @field_validator("identity_number")
    @classmethod
    def _is_of_its_kind(cls, number: str, info: ValidationInfo) -> str:
        if "identity_kind" not in info.data:
            return number
        kind: IdentityKind | None = info.data["identity_kind"]
        if number and kind is None:
            raise _fault("identity_without_kind")
        if kind is not None and not number:
            raise _fault("identity_without_number")
        number = written_number(number)
        if kind is not None and not may_be_right(kind, number):
            raise _fault("not_of_its_kind", kind=kind)
        return number

    @field_validator(*_DAYS)
    @classmethod
    def _can_be(cls, day: date | None, info: ValidationInfo) -> date | None:
        if day is None:
            return None
        today = (info.context or {}).get("today")
        if today is not None and day > today:
            raise _fault("future_day", today=today)
        if day < FIRST_DAY[Law.OGI_2007]:
            raise _fault("before_the_regulations", since=FIRST_DAY[Law.OGI_2007])
        _check_channel(day, info)
        _check_order(day, info)
        return day

    def command(self, *, actor: str, role: Role, key: str = "") -> LogRequest:
        """Return the command that logs the request."""
        return LogRequest(
            channel=self.channel,
            applicant=self.applicant,
            content=self.content,
            actor=actor,
            role=role,
            applicant_kind=self.applicant_kind,
            contact=self.contact,
            note=self.note,
            case_officer=self.case_officer,
            number=self.number,
            submitted_on=self.submitted_on,
            arrived_on=self.arrived_on,
            signed_on=self.signed_on,
            confirmed_on=self.confirmed_on,
            received_on=self.received_on,
            intake=self.intake(actor),
            details=self.details(),
            idempotency_key=key or None,
        )

    def intake(self, actor: str) -> Intake:
        """Return how the request was made; what was said is taken down by whoever logs it."""
        return Intake(
            oral=self.oral,
            taken_down_by=(self.taken_down_by or actor) if self.oral else "",
            described=self.described,
            provision_form=_code(self.provision_form),
            provision_way=_code(self.provision_way),
            fee_waiver=self.fee_waiver,
            help_needed=" ".join(need.value for need in self.help_needed),
            purpose=_code(self.purpose),
        )

    def details(self) -> PersonalDetails:
        """Return who made the request, and where they are reached."""
        return PersonalDetails(
            identity_kind=_code(self.identity_kind),
            identity_number=self.identity_number,
            contact_person=self.contact_person,
            address=self.address,
            postcode=self.postcode,
            phone=self.phone,
            email=self.email,
        )


def _code(chosen: StrEnum | None) -> str:
    """Return what was chosen as it is kept."""
    return "" if chosen is None else chosen.value


def _check_channel(day: date, info: ValidationInfo) -> None:
    """Refuse a day that a request of its channel does not have under the law of the time."""
    channel = info.data.get("channel")
    if channel is None:
        return
    practice: Practice = (info.context or {}).get("practice", DEFAULT_PRACTICE)
    law = law_on(info.data.get("submitted_on") or day, practice.revised_from)
    by = RECEIPT[law][channel].fact
    if info.field_name not in _DAYS_BY[by]:
        raise _fault("day_of_another_channel", channel=channel, by=by)
    settled = info.data.get(_FIELD_OF[by])
    if info.field_name == "received_on" and settled not in {None, day}:
        raise _fault("received_otherwise", other=_FIELD_OF[by], other_day=settled)


def _check_order(day: date, info: ValidationInfo) -> None:
    """Refuse a day before one that comes before it."""
    for earlier in _DAYS[: _DAYS.index(str(info.field_name))]:
        other = info.data.get(earlier)
        if other is not None and day < other:
            raise _fault("day_too_early", other=earlier, other_day=other)
