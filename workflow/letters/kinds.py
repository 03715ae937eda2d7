"""What a row of the catalogue of letters says."""

from dataclasses import dataclass, field
from enum import StrEnum

from states.citation import Citation
from states.statute.outcomes import Outcome
from states.statute.versions import Law
from states.steps import Role
from states.terms import label


class LetterKind(StrEnum):
    """A letter that an office writes on a request, or a form that it fills in."""

    REGISTRATION_FORM = "registration_form"
    RECEIPT_SLIP = "receipt_slip"
    CORRECTION_NOTICE = "correction_notice"
    REASONS_NOTICE = "reasons_notice"
    EXTENSION_NOTICE = "extension_notice"
    DELAY_NOTICE = "delay_notice"
    THIRD_PARTY_CONSULTATION = "third_party_consultation"
    CONSULTATION_NOTICE = "consultation_notice"
    CO_PRODUCER_CONSULTATION = "co_producer_consultation"
    ASSISTANCE_LETTER = "assistance_letter"
    THIRD_PARTY_NOTICE = "third_party_notice"
    FEE_NOTICE = "fee_notice"
    ALREADY_PUBLIC_REPLY = "already_public_reply"
    DISCLOSURE_REPLY = "disclosure_reply"
    PARTIAL_DISCLOSURE_REPLY = "partial_disclosure_reply"
    WITHHOLDING_REPLY = "withholding_reply"
    NOT_HELD_REPLY = "not_held_reply"
    NOT_OURS_REPLY = "not_ours_reply"
    REPEATED_NOTICE = "repeated_notice"
    SPECIAL_QUERY_NOTICE = "special_query_notice"
    CREATION_NOTICE = "creation_notice"
    STILL_UNCLEAR_NOTICE = "still_unclear_notice"
    NOT_A_REQUEST_NOTICE = "not_a_request_notice"
    PUBLISHED_MATTER_NOTICE = "published_matter_notice"
    EXCESSIVE_NOTICE = "excessive_notice"
    CONCLUSION_NOTICE = "conclusion_notice"
    RECORDS_CORRECTION_REPLY = "records_correction_reply"
    SERVICE_RECEIPT = "service_receipt"


class Family(StrEnum):
    """Letters that share a series of numbers (文号); a form has none."""

    REPLY = "reply"
    NOTICE = "notice"
    CORRESPONDENCE = "correspondence"
    FORM = "form"


class SendBy(StrEnum):
    """The rule that says by when a letter must have gone out."""

    SAME_DAY = "same_day"
    CORRECTION_WINDOW = "correction_window"
    ANSWER_DUE = "answer_due"
    EARLY = "early"
    WITH_THE_REPLY = "with_the_reply"
    AFTER_THE_PERIOD = "after_the_period"
    AT_SERVICE = "at_service"
    NO_LIMIT = "no_limit"


class Addressee(StrEnum):
    """Whom a letter is for."""

    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    ORGAN = "organ"
    FILE = "file"


@dataclass(frozen=True)
class LetterRule:
    """One letter: its articles under each version that knows it, and what it says beside 5.1.

    `facts` are the facts that its template takes. `outcomes` are those it answers with; with
    `remedied_as` it affects rights, and tells the remedy that such an outcome opens. What
    `roles` does not name may not issue it.
    """

    kind: LetterKind
    code: str
    title: str
    family: Family
    addressee: Addressee
    send_by: SendBy
    basis: dict[Law, tuple[Citation, ...]]
    facts: tuple[str, ...]
    roles: frozenset[Role]
    outcomes: tuple[Outcome, ...] = ()
    remedied_as: Outcome | None = None
    needs_request: bool = True
    of_outcome: dict[tuple[Outcome, Law], tuple[Citation, ...]] = field(default_factory=dict)

    @property
    def zh(self) -> str:
        """The name by which a clerk finds it; the printed title may be less exact."""
        return label("letters", self.kind)

    @property
    def en(self) -> str:
        """The name in English."""
        return label("letters", self.kind, "en")

    @property
    def laws(self) -> frozenset[Law]:
        """The versions of the Regulations that know the letter."""
        return frozenset(self.basis)

    @property
    def is_form(self) -> bool:
        """Whether it is filled in, not written: it bears no number and no red head."""
        return self.family is Family.FORM

    @property
    def is_signed(self) -> bool:
        """Whether the office signs it: whatever leaves the office, and not what it files."""
        return self.addressee is not Addressee.FILE

    @property
    def affects_rights(self) -> bool:
        """Whether the addressee must be told of the remedies."""
        return bool(self.outcomes) or self.remedied_as is not None

    @property
    def calls_itself(self) -> str:
        """The word by which the letter speaks of itself: 答复书, 告知书."""
        return self.title[-3:]
