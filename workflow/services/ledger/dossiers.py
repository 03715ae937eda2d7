"""A request on record as one row of the ledger, and what such a row has no room for."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from states.case import Case, Event, EventKind, State
from states.deciding.draft import draft_of
from states.matters import ReplyDated
from states.statute.practice import Practice
from workflow.ledger.rows import RequestLine
from workflow.records.canonical import JsonValue
from workflow.records.dossiers import Dossier, standing
from workflow.records.facts import NewFact
from workflow.records.intake import UNSEALED, Sealed
from workflow.records.store import as_json
from workflow.records.tables.requests import RequestRow
from workflow.services.duty import ON_BEHALF_OF
from workflow.services.ledger.requests import (
    DATED,
    DELIVERED,
    DELIVERY,
    DESCRIPTIVE,
    FEE_AMOUNT,
    FIRST_REFS,
    LETTER_NUMBER,
    Refs,
    fact_key,
    facts_of,
)

_K = EventKind
_EVENT_TERMS = frozenset(
    {
        "ref",
        "workdays",
        "new_due",
        "co_producer",
        "outcome",
        "acknowledged",
        "matter",
        "by",
        "opinion",
    }
)
# Who acted is told by the history alone; a row neither has nor lacks it.
_NOT_TOLD = frozenset({ON_BEHALF_OF})


class Known(NamedTuple):
    """A fact on record that stands, with what is kept beside its terms."""

    seq: int
    event: Event
    more: dict[str, JsonValue]


def known_facts(dossier: Dossier) -> list[Known]:
    """Return the facts that stand, in the order of entry."""
    pairs = zip(standing(dossier.lines), dossier.facts(), strict=True)
    return [Known(seq, event, _more(line.details)) for line, (seq, event) in pairs]


def _more(details: object) -> dict[str, JsonValue]:
    terms: dict[str, JsonValue] = json.loads(as_json(details))
    return {name: value for name, value in terms.items() if name not in _EVENT_TERMS | _NOT_TOLD}


def refs_of(case: Case) -> Refs:
    """Return the references of the consultations that the row of a case has room for."""
    third_party = case.first(_K.THIRD_PARTY_CONSULTED)
    agency = case.first(_K.AGENCY_CONSULTED)
    return Refs(
        FIRST_REFS.third_party if third_party is None else third_party.ref,
        FIRST_REFS.agency if agency is None else agency.ref,
    )


def line_of(
    row: RequestRow, case: Case, known: list[Known], kept: Sealed = UNSEALED
) -> RequestLine:
    """Return the row of a request; where its receipt is not established, that day is None.

    Who has no contact of their own words is reached as the personal details have it.
    """
    receipt = case.first(_K.RECEIVED)
    letter = _beside(case.closing or receipt, known)
    amount = _beside(case.first(_K.FEE_NOTIFIED) or receipt, known).get(FEE_AMOUNT)
    refs = refs_of(case)
    days = {field: _first_on(case, kind, refs) for field, kind in DATED}
    extended = case.first(_K.EXTENSION_NOTIFIED)
    told: dict[str, Any] = {
        "number": row.number,
        **{column: getattr(row, column) for column in DESCRIPTIVE},
        "contact": row.contact or kept.details.phone or kept.details.email,
        **days,
        "received_on": case.received_on,
        "extension_workdays": (extended.workdays or None) if extended else None,
        "fee_amount": None if amount is None else Decimal(str(amount)),
        "answered_on": None if case.state is State.MERGED else case.closed_on,
        "delivery": _delivery(case.closing, letter.get(DELIVERY)),
        "outcome": case.outcome,
        "letter_number": letter.get(LETTER_NUMBER) or _letter_number(case),
    }
    return RequestLine.model_construct(None, **told)


def _letter_number(case: Case) -> str:
    """Return the number of the letter that was issued here, if one was."""
    letter = draft_of(case).letter
    return letter.matter.number if letter and isinstance(letter.matter, ReplyDated) else ""


def _first_on(case: Case, kind: EventKind, refs: Refs) -> date | None:
    """Return the day of the first fact of a kind; of opinions, of the one consultation told."""
    for event in case.events:
        if event.kind is kind and event.ref == refs.of(kind):
            return event.on
    return None


def _beside(event: Event | None, known: list[Known]) -> Mapping[str, JsonValue]:
    """Return what is kept beside the terms of a fact."""
    return next((fact.more for fact in known if fact.event == event), {})


def _delivery(closing: Event | None, said: JsonValue) -> str:
    """Return how the reply went, or is wanted; the kind of service says it where nothing else."""
    served = DELIVERED.get(closing.kind, "") if closing is not None else ""
    return str(said or served)


def not_told(
    line: RequestLine, known: list[Known], case: Case, practice: Practice
) -> tuple[EventKind, ...]:
    """Return the kinds of the facts on record that a row does not tell, or not as they are."""
    told = Counter(map(fact_key, facts_of(line, practice)))
    left = Counter(fact_key(NewFact(_as_receipt(fact.event, case), fact.more)) for fact in known)
    return tuple(event.kind for event, _ in (left - told).elements())


def _as_receipt(event: Event, case: Case) -> Event:
    """Return the fact that decided the receipt as what the row calls it: the receipt."""
    if is_deciding(event, case) and event.kind is not _K.SUBMITTED:
        return replace(event, kind=_K.RECEIVED)
    return event


def is_deciding(event: Event, case: Case) -> bool:
    """Whether a fact is the one by which the request counts as received."""
    deciding = {_K.SUBMITTED, _K.SIGNED_FOR, _K.CONFIRMED}
    established = case.first(_K.RECEIVED) is not None
    return not established and event.kind in deciding and event.on == case.received_on
