"""Requests that look like one another: found by their keys, compared in full, told with why."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.case import State
from states.statute.outcomes import Outcome
from workflow.clock import legal_date
from workflow.records.intake import UNSEALED, Sealed
from workflow.records.relations import RelationKind, relations_of
from workflow.records.shingles import (
    bare,
    contact_key,
    contacts_in,
    content_keys,
    identity_key,
    matter,
    name_key,
    pairs,
)
from workflow.records.tables.requests import RequestRow
from workflow.records.view import View
from workflow.services.applicants import Party, Sign
from workflow.services.identity import written_number

# From how much in common on two texts are alike: of anybody, and of the same applicant.
ALIKE, ALIKE_OF_ONE = 0.6, 0.3
# What a text that stands whole inside another counts for, and the fewest pairs that say so.
_CONTAINED, _ENOUGH = 0.9, 6

# How many are compared in full: those nearest by text, and as many of the applicant's own.
_COMPARED = 150

_PERSON = {
    frozenset({Sign.NAME, Sign.CONTACT}): 0.9,
    frozenset({Sign.NAME}): 0.7,
    frozenset({Sign.CONTACT}): 0.6,
}
_TEXT_SHARE = 0.7


class Why(StrEnum):
    """Why a request is shown as being like another."""

    SAME_TEXT = "same_text"
    SIMILAR_TEXT = "similar_text"
    CONTAINED = "contained"
    SAME_IDENTITY = "same_identity"
    SAME_NAME = "same_name"
    SAME_CONTACT = "same_contact"
    OTHER_IDENTITY = "other_identity"
    OTHER_CHANNEL = "other_channel"


_SAID_BY = {
    Sign.IDENTITY: Why.SAME_IDENTITY,
    Sign.NAME: Why.SAME_NAME,
    Sign.CONTACT: Why.SAME_CONTACT,
    Sign.OTHER_IDENTITY: Why.OTHER_IDENTITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is looked for: a text, and who wrote it by what channel, as far as that is known.

    `number` is that of a request on record, which is not like itself.
    """

    content: str
    applicant: str = ""
    identity_kind: str = ""
    identity_number: str = ""
    contacts: tuple[str, ...] = ()
    channel: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """A request that looks like the one asked about: how much, why, and what became of it.

    `score` is out of a hundred, `text` the share of the pairs of characters that both have.
    `relation` is what was decided about the two before.
    """

    number: str
    score: int
    text: float
    why: tuple[Why, ...]
    on: date
    channel: str
    state: State
    outcome: Outcome | None
    applicant: str
    applicant_kind: str
    content: str
    relation: RelationKind | None


@dataclass(frozen=True, slots=True)
class Found:
    """The requests that look alike, most alike first; and how many the applicant has made."""

    alike: tuple[Alike, ...]
    of_applicant: int


def asked_of(view: View, number: str) -> Asked:
    """Return the question whether any request is like one on record."""
    row = view.requests.find(number)
    details = view.requests.beside.personal(row.id).details
    return Asked(
        content=row.content,
        applicant=row.applicant,
        identity_kind=details.identity_kind,
        identity_number=details.identity_number,
        contacts=(row.contact, details.phone, details.email),
        channel=row.channel,
        number=number,
    )


def similar_to(view: View, asked: Asked, *, limit: int = 10) -> Found:
    """Return the requests of the office that look like what is asked about, by any channel.

    Of the same applicant little in common is enough; of anybody else much is needed.
    """
    party = _party(view, asked)
    shared = view.requests.likeness.shared(content_keys(asked.content))
    mine = _of_applicant(view, party)
    near = heapq.nlargest(_COMPARED, shared, key=lambda row_id: (shared[row_id], row_id))
    own = heapq.nlargest(_COMPARED, mine, key=lambda row_id: (shared.get(row_id, 0.0), row_id))
    rows = view.requests.rows_of(sorted({*near, *own}))
    beside = view.requests.beside.personal_of([row.id for row in rows])
    decided = _decided(view, asked.number)
    compared = _Comparison(matter(asked.content), pairs(asked.content), party, asked.channel)
    found = [
        alike
        for row in rows
        if row.number != asked.number
        and (alike := compared.with_row(row, beside.get(row.id, UNSEALED), decided))
    ]
    found.sort(key=lambda alike: (alike.score, alike.on, alike.number), reverse=True)
    itself = {row.id for row in rows if row.number == asked.number}
    return Found(tuple(found[:limit]), len(mine - itself))


def _party(view: View, asked: Asked) -> Party:
    lookups: tuple[str, ...] = ()
    if asked.identity_number:
        number = written_number(asked.identity_number)
        lookups = view.requests.lookups(asked.identity_kind, number)
    return Party(bare(asked.applicant), frozenset(lookups), contacts_in(*asked.contacts))


def _of_applicant(view: View, party: Party) -> frozenset[int]:
    """Return the rows under what an applicant is known by."""
    likeness = view.requests.likeness
    keys = [contact_key(likeness.secret, contact) for contact in sorted(party.contacts)]
    if party.name:
        keys.append(name_key(party.name))
    keys.extend(identity_key(lookup) for lookup in sorted(party.lookups))
    return frozenset().union(*map(likeness.under, keys))


def _decided(view: View, number: str) -> dict[str, RelationKind]:
    """Return what was decided about a request and others, by their numbers."""
    if not number:
        return {}
    relations = relations_of(view.requests.dossier(number))
    return {relation.number: relation.kind for relation in relations}


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What is asked about, taken apart once to be compared with many."""

    matter: str
    pairs: frozenset[str]
    party: Party
    channel: str

    def with_row(
        self, row: RequestRow, kept: Sealed, decided: dict[str, RelationKind]
    ) -> Alike | None:
        """Return how a request is like what is asked about, or None where it is not."""
        text, contained = self._text(row.content)
        if text < ALIKE_OF_ONE and not contained:
            return None
        signs = self.party.signs(Party.of(row, kept))
        person = _person(signs)
        if text < ALIKE and not person:
            return None
        why = (self._why_text(row.content, text), *self._why_person(row, signs))
        return Alike(
            number=row.number,
            score=round(100 * (_TEXT_SHARE * text + (1 - _TEXT_SHARE) * person)),
            text=round(text, 2),
            why=why,
            on=row.received_on or legal_date(row.registered_at),
            channel=row.channel,
            state=State(row.state),
            outcome=None if row.outcome is None else Outcome(row.outcome),
            applicant=row.applicant,
            applicant_kind=row.applicant_kind,
            content=row.content,
            relation=decided.get(row.number),
        )

    def _text(self, content: str) -> tuple[float, bool]:
        """Return how much two texts have in common, and whether one stands inside the other."""
        theirs = pairs(content)
        common = len(self.pairs & theirs)
        if not common:
            return 0.0, False
        fewer = min(len(self.pairs), len(theirs))
        share = common / (len(self.pairs) + len(theirs) - common)
        contained = fewer >= _ENOUGH and common / fewer >= _CONTAINED
        return share, contained

    def _why_text(self, content: str, text: float) -> Why:
        """Return what the texts have in common: all, much, or one the whole of the other."""
        if text == 1 and self.matter == matter(content):
            return Why.SAME_TEXT
        return Why.SIMILAR_TEXT if text >= ALIKE or not self._text(content)[1] else Why.CONTAINED

    def _why_person(self, row: RequestRow, signs: frozenset[Sign]) -> Iterator[Why]:
        yield from (_SAID_BY[sign] for sign in Sign if sign in signs)
        if self.channel and row.channel != self.channel and _person(signs):
            yield Why.OTHER_CHANNEL


def _person(signs: frozenset[Sign]) -> float:
    """Return how far the signs speak for the same applicant; another document speaks against it."""
    if Sign.OTHER_IDENTITY in signs:
        return 0.0
    if Sign.IDENTITY in signs:
        return 1.0
    return _PERSON.get(signs, 0.0)
