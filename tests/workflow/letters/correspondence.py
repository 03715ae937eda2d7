"""An office and a request as letters see them, for tests that care about one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from states.calendar.workdays import built_in
from states.case import Case, Event, EventKind
from states.statute.outcomes import Outcome
from states.statute.practice import DEFAULT_PRACTICE
from states.statute.receipt import Channel
from workflow.letters.compose import facts_for
from workflow.letters.facts import Facts
from workflow.letters.kinds import LetterKind
from workflow.letters.record import Occasion, OfficeCard, RequestCard
from workflow.letters.samples import samples
from workflow.records.canonical import JsonValue

MONDAY = date(2025, 9, 22)  # Monday
RECEIVED = date(2025, 9, 1)  # Monday
IN_2017 = date(2017, 9, 20)  # Wednesday
TOWN = OfficeCard(name="净峰镇人民政府", prefix="净", parent="惠安县人民政府")
E = EventKind


def a_request(
    *events: Event,
    received_on: date = RECEIVED,
    kind: str = "natural_person",
    content: str = "征地批复",
) -> RequestCard:
    """Return a request that came in person, with what has happened to it."""
    submitted = Event(E.SUBMITTED, received_on)
    return RequestCard(
        id=1,
        number="净公开申〔2025〕1号",
        applicant="张三",
        applicant_kind=kind,
        content=content,
        case=Case.of(Channel.IN_PERSON, [submitted, *events]),
    )


def an_occasion(
    *events: Event,
    on: date = MONDAY,
    office: OfficeCard = TOWN,
    outcome: Outcome | None = None,
    received_on: date = RECEIVED,
    delivery: str = "",
) -> Occasion:
    """Return the occasion of a letter on such a request."""
    return Occasion(
        office=office,
        request=a_request(*events, received_on=received_on),
        on=on,
        calendar=built_in(),
        practice=DEFAULT_PRACTICE,
        outcome=outcome,
        delivery=delivery,
    )


def facts_of(
    kind: LetterKind, occasion: Occasion, given: Mapping[str, JsonValue] | None = None
) -> Facts:
    """Return the facts of a letter, but for its number."""
    return facts_for(kind, occasion, given or {})[0]


def without_request(occasion: Occasion) -> Occasion:
    """Return the same occasion with no request."""
    return replace(occasion, request=None)


def full_samples(kinds: Iterable[LetterKind] = LetterKind) -> dict[LetterKind, Facts]:
    """Return the facts of one letter of each kind, with nothing left out."""
    return {kind: next(iter(samples(kind))).facts for kind in kinds}
