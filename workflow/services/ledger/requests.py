"""A request as one row of the ledger, and the facts that such a row tells.

A new column of the sheet needs its fact here, both ways.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from states.case import SERVING_KINDS, Event, EventKind
from states.statute.outcomes import Outcome
from states.statute.periods import EXTENSION
from states.statute.practice import Practice
from states.statute.versions import law_on
from workflow.ledger.rows import RequestLine
from workflow.records.canonical import JsonValue, canonical_json
from workflow.records.facts import NewFact, NewRequest, RequestFacts

# What is kept with a fact beside its terms.
LETTER_NUMBER: Final = "letter_number"
DELIVERY: Final = "delivery"
FEE_AMOUNT: Final = "fee_amount"

LEDGER_TERMS: Final = frozenset({LETTER_NUMBER, DELIVERY, FEE_AMOUNT})

# Columns that registration sets and that say nothing of the course of the request.
DESCRIPTIVE: Final = (
    "channel",
    "applicant",
    "applicant_kind",
    "contact",
    "content",
    "note",
    "case_officer",
)

_K = EventKind
_INTAKE = (("submitted_on", _K.SUBMITTED), ("received_on", _K.RECEIVED))
_CORRECTION = (
    ("correction_requested_on", _K.CORRECTION_REQUESTED),
    ("correction_received_on", _K.CORRECTION_RECEIVED),
)
_FEE = (("fee_notified_on", _K.FEE_NOTIFIED), ("fee_paid_on", _K.FEE_PAID))
_OPINIONS = (
    ("third_party_consulted_on", _K.THIRD_PARTY_CONSULTED),
    ("third_party_answered_on", _K.THIRD_PARTY_ANSWERED),
    ("agency_consulted_on", _K.AGENCY_CONSULTED),
    ("agency_answered_on", _K.AGENCY_ANSWERED),
)
_EXTENSION = (("extension_notified_on", _K.EXTENSION_NOTIFIED),)
DATED: Final = (*_INTAKE, *_CORRECTION, *_FEE, *_OPINIONS, *_EXTENSION)

_SERVED = {
    "": _K.REPLY_POSTED,
    "post": _K.REPLY_POSTED,
    "in_person": _K.REPLY_SIGNED_FOR,
    "internet": _K.REPLY_SENT,
    "email": _K.REPLY_SENT,
}
DELIVERED = {
    _K.REPLY_POSTED: "post",
    _K.REPLY_SIGNED_FOR: "in_person",
    _K.REPLY_SENT: "internet",
}
_LAPSES = {
    Outcome.NOT_CORRECTED: _K.LAPSED_UNCORRECTED,
    Outcome.NOT_PAID: _K.LAPSED_UNPAID,
}


class Refs(NamedTuple):
    """The references of the consultations that the row tells of."""

    third_party: str = "1"
    agency: str = "1"

    def of(self, kind: EventKind) -> str:
        """Return the reference that a fact of a kind carries."""
        if kind in {_K.THIRD_PARTY_CONSULTED, _K.THIRD_PARTY_ANSWERED}:
            return self.third_party
        return self.agency if kind in {_K.AGENCY_CONSULTED, _K.AGENCY_ANSWERED} else ""


FIRST_REFS: Final = Refs()


def new_request(line: RequestLine, practice: Practice) -> NewRequest:
    """Return the request that a row tells of."""
    facts = RequestFacts(
        channel=line.channel,
        applicant=line.applicant,
        content=line.content,
        applicant_kind=line.applicant_kind,
        contact=line.contact,
        note=line.note,
        case_officer=line.case_officer,
    )
    return NewRequest(facts, facts_of(line, practice), line.number)


def facts_of(line: RequestLine, practice: Practice, refs: Refs = FIRST_REFS) -> tuple[NewFact, ...]:
    """Return the facts of a row in the order they happened.

    What has no fact of its own yet (how a reply is wanted, say) is kept with the receipt.
    """
    facts = [*_dated(line, practice, refs), *_closing(line)]
    return tuple(sorted(facts, key=lambda fact: fact.event.on))


def _dated(line: RequestLine, practice: Practice, refs: Refs) -> Iterator[NewFact]:
    """Yield the facts but for the last; facts of one day in the order the chart has them."""
    for field, kind in (*_INTAKE, *_waits(line), *_OPINIONS, *_EXTENSION):
        on = getattr(line, field)
        if not isinstance(on, date):
            continue
        event = Event(kind, on, refs.of(kind))
        if kind is _K.EXTENSION_NOTIFIED:
            event = replace(event, workdays=_extension(line, practice))
        yield NewFact(event, _kept_with(line, kind))


def _waits(line: RequestLine) -> tuple[tuple[str, EventKind], ...]:
    """Return correction and fee, whichever came first in front."""
    asked, charged = line.correction_requested_on, line.fee_notified_on
    fee_first = asked is not None and charged is not None and charged < asked
    return _FEE + _CORRECTION if fee_first else _CORRECTION + _FEE


def _extension(line: RequestLine, practice: Practice) -> int:
    """Return the length of the extension: the longest lawful, where the row names none."""
    law = law_on(line.received_on, practice.revised_from)
    return line.extension_workdays or EXTENSION.under[law].count


def _kept_with(line: RequestLine, kind: EventKind) -> dict[str, JsonValue]:
    kept: dict[str, JsonValue] = {}
    charged = line.fee_notified_on is not None
    if line.fee_amount is not None and kind is (_K.FEE_NOTIFIED if charged else _K.RECEIVED):
        kept[FEE_AMOUNT] = f"{line.fee_amount:.2f}"
    if kind is _K.RECEIVED and line.answered_on is None:
        kept |= _letter(line, line.delivery)
    return kept


def _letter(line: RequestLine, delivery: str) -> dict[str, JsonValue]:
    said = {LETTER_NUMBER: line.letter_number, DELIVERY: delivery}
    return {name: words for name, words in said.items() if words}


def _closing(line: RequestLine) -> Iterator[NewFact]:
    """Yield how it ended: a lapse, a withdrawal, or a reply and how it was served."""
    if line.answered_on is None or line.outcome is None:
        return
    lapse = _LAPSES.get(line.outcome)
    if lapse is not None:
        yield NewFact(Event(lapse, line.answered_on), _letter(line, line.delivery))
    elif _is_withdrawal(line):
        yield NewFact(Event(_K.WITHDRAWN, line.answered_on))
    else:
        kind = _SERVED[line.delivery]
        unusual = line.delivery if line.delivery not in {"", DELIVERED[kind]} else ""
        event = Event(kind, line.answered_on, outcome=line.outcome)
        yield NewFact(event, _letter(line, unusual))


def _is_withdrawal(line: RequestLine) -> bool:
    """Whether 其他处理-其他 means that nothing was answered: no letter, and no way it went."""
    is_other = line.outcome is Outcome.OTHERWISE_CONCLUDED
    return is_other and not line.delivery and not line.letter_number


def settled(line: RequestLine, practice: Practice) -> RequestLine:
    """Return a row with what it leaves to custom written out, as its facts will tell it."""
    said: dict[str, object] = {}
    if line.extension_notified_on is not None:
        said["extension_workdays"] = _extension(line, practice)
    for fact in _closing(line):
        if fact.event.kind in SERVING_KINDS:
            said["delivery"] = line.delivery or DELIVERED[fact.event.kind]
    return line.model_copy(update=said)


def fact_key(fact: NewFact) -> tuple[Event, str]:
    """Return what makes two facts equal."""
    return fact.event, canonical_json(dict(fact.more))
