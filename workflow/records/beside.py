"""What is kept beside a fact, in its terms: read by people and letters, bearing on no date.

Each kind of fact has its own values; a value that was never given is left out of the event.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeVar

from pydantic import TypeAdapter

from states.case import Event, EventKind
from states.statute.defects import Defect
from states.statute.fees import FeeBasis
from workflow.records.canonical import JsonValue
from workflow.records.requests import RequestRegister


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How a letter went: the way, and the number or receipt that proves it."""

    sent_by: str = ""
    tracking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationLetter(Sending):
    """To whom a letter of consultation goes, about which information, and what it asks."""

    addressee: str = ""
    contact: str = ""
    items: tuple[str, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """How the receipt of a letter is proved."""

    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven:
    """Why somebody thinks so; `reasonable` is the office's judgement, None before it is made."""

    reasons: str = ""
    reasonable: bool | None = None
    judgement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdPartyTold(Sending):
    """What is disclosed despite an objection, and why."""

    disclosed: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectFound:
    """One thing to be corrected: which part, what is unclear of it, and what to supply."""

    defect: Defect
    unclear: str = ""
    supply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionAsked(Sending):
    """Everything that is to be corrected, told once."""

    defects: tuple[DefectFound, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something was done, asked, given or decided; `supplied` is what came with it."""

    reason: str = ""
    supplied: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsAsked(Sending):
    """What the applicant is to explain, by when, and how many requests were counted."""

    question: str = ""
    answer_by: date | None = None
    in_month: int = 0
    in_quarter: int = 0
    in_year: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """Units from the first to the last counted, the yuan for each, and for all of them."""

    first: int
    last: int
    rate: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeNotice(Sending):
    """A fee as notified: its basis, the calculation line by line, the sum, and how to pay.

    `fee_counted` names the requests of the month that were counted before this one.
    """

    fee_basis: FeeBasis | None = None
    fee_units: int = 0
    fee_already: int = 0
    fee_lines: tuple[FeeLine, ...] = ()
    fee_amount: Decimal | None = None
    fee_counted: tuple[str, ...] = ()
    pay_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What was paid, under which fiscal receipt; `to_refund` is what was paid too much."""

    paid_amount: Decimal | None = None
    receipt_number: str = ""
    to_refund: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """In what written form the applicant withdrew, and why."""

    form: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """The period that ran out, and its last day by both readings of the calendar."""

    period_from: date | None = None
    period_workdays: int = 0
    ended_on: date | None = None
    ended_on_later_reading: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RightOffice:
    """The organ that is responsible, as it was known on the day, and why it is."""

    office_name: str = ""
    office_contact: str = ""
    office_address: str = ""
    office_website: str = ""
    reason: str = ""


UNPROVED: Final = Delivered()
UNSAID: Final = OpinionGiven()
NO_REASON: Final = Reason()

Beside = TypeVar("Beside")


def terms_of(beside: object) -> dict[str, JsonValue]:
    """Return values as they are kept with a fact: only what was given."""
    kept: dict[str, JsonValue] = _adapter(type(beside)).dump_python(
        beside, mode="json", exclude_defaults=True
    )
    return kept


def read_terms(kind: type[Beside], terms: Mapping[str, object]) -> Beside:
    """Return the values of a kind from the terms of a fact; what is not there is as usual."""
    found: Beside = _adapter(kind).validate_python(dict(terms))
    return found


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """Return what reads and writes a kind of values; it is made when first wanted."""
    found = _ADAPTERS.get(kind)
    if found is None:
        found = _ADAPTERS[kind] = TypeAdapter(kind)
    return found


class Told(NamedTuple):
    """A fact of a request that stands, with everything entered with it."""

    seq: int
    event: Event
    terms: Mapping[str, object]
    actor: str

    def beside(self, kind: type[Beside]) -> Beside:
        """Return what is kept beside the fact."""
        return read_terms(kind, self.terms)


def told(requests: RequestRegister, number: str) -> tuple[Told, ...]:
    """Return the facts of a request that stand, by their day and then as they were entered."""
    entries = {entry.seq: entry for entry in requests.history(number)}
    facts = [
        Told(seq, event, entries[seq].terms, entries[seq].actor)
        for seq, event in requests.dossier(number).facts()
    ]
    return tuple(sorted(facts, key=_day_of))


def _day_of(fact: Told) -> date:
    return fact.event.on


def last_told(facts: tuple[Told, ...], *kinds: EventKind, ref: str | None = None) -> Told | None:
    """Return the latest fact of some kinds, of one reference if it is named; None if none."""
    for fact in reversed(facts):
        if fact.event.kind in kinds and (ref is None or fact.event.ref == ref):
            return fact
    return None
