"""Registering requests: one at the desk, or thousands from a ledger."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, insert, select, update
from sqlmodel import col

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.statute.practice import Practice
from workflow.clock import legal_date
from workflow.records.canonical import JsonValue, canonical_json
from workflow.records.chain import Chain, Draft, RecordKind
from workflow.records.derived import derive, written
from workflow.records.dossiers import SUBJECT, Dossier
from workflow.records.errors import NumberTakenError
from workflow.records.facts import UNCHANGED, Beside, NewRequest, PersonalDetails, RequestFacts
from workflow.records.intake import (
    INTAKE,
    SEAL,
    IntakeTables,
    Sealed,
    facts_of,
    registered_beside,
    sealed,
)
from workflow.records.likeness import Likeness
from workflow.records.numbering import Numbering
from workflow.records.searching import SEARCHED_NAMES
from workflow.records.shingles import identity_lookup
from workflow.records.store import Prepared, Store, columns_of
from workflow.records.tables.requests import EventRow, RequestRow
from workflow.records.worklists import Worklists

# What registration sets, and what may be amended but for the number.
REGISTERED_COLUMNS = (
    "number",
    "channel",
    "applicant",
    "applicant_kind",
    "contact",
    "content",
    "note",
    "case_officer",
)

_BATCH = 500

_REGISTER = Prepared(insert(RequestRow), columns_of(RequestRow))
_LAST_ID = Prepared(
    select(func.max(col(RequestRow.id))).where(col(RequestRow.office_id) == bindparam("office"))
)
_REGISTERED_UNDER = Prepared(
    select(col(RequestRow.number))
    .join(
        EventRow,
        (col(EventRow.office_id) == col(RequestRow.office_id))
        & (col(EventRow.subject_id) == col(RequestRow.id)),
    )
    .where(
        col(EventRow.office_id) == bindparam("office"),
        col(EventRow.subject) == bindparam("subject"),
        col(EventRow.idempotency_key) == bindparam("key"),
    )
)


class _Filed(NamedTuple):
    """A request on its way into the register, with the place it has there."""

    row_id: int
    number: str
    new: NewRequest
    kept: Sealed

    @property
    def searched(self) -> tuple[str, ...]:
        """What a clerk finds it by."""
        said = registered_facts(self.number, self.new.facts)
        return tuple(str(said[name]) for name in SEARCHED_NAMES)


class Filing(Worklists):
    """The requests of one office, as they are registered."""

    def __init__(self, store: Store, chain: Chain, practice: Practice) -> None:
        """Read and write through a store; judge by the office's practice."""
        super().__init__(store)
        self._chain = chain
        self._practice = practice
        self.numbering = Numbering(store)
        self.beside = IntakeTables(store)
        self.likeness = Likeness(store)

    def registered_under(self, key: str | None) -> str | None:
        """Return the number of the request that was registered under an idempotency key."""
        if key is None:
            return None
        values = {"office": self._store.office_id, "subject": SUBJECT, "key": key}
        rows = self._store.fetch(_REGISTERED_UNDER, values)
        return str(rows[0][0]) if rows else None

    def add(self, new: NewRequest, *, actor: str, at: datetime, calendar: WorkCalendar) -> str:
        """Register one request with the facts known so far, and return its number."""
        return self.add_many([new], actor=actor, at=at, calendar=calendar)[0]

    def add_many(
        self,
        requests: Sequence[NewRequest],
        *,
        actor: str,
        at: datetime,
        calendar: WorkCalendar,
    ) -> list[str]:
        """Register requests with their histories, and return their numbers in order.

        Raises NumberTakenError where a given number is used already.
        """
        given = self._given_numbers(requests)
        numbers = [
            new.number or self.numbering.next(self._year(new, at), given) for new in requests
        ]
        ((last,),) = self._store.fetch(_LAST_ID, {"office": self._store.office_id})
        filed = [
            _Filed(row_id, number, new, self.seal(new.details))
            for row_id, (number, new) in enumerate(
                zip(numbers, requests, strict=True), (last or 0) + 1
            )
        ]
        for start in range(0, len(filed), _BATCH):
            batch = filed[start : start + _BATCH]
            self._store.run_many(_REGISTER, [self._row(one, at, calendar) for one in batch])
            self.beside.add((one.row_id, one.new.intake, one.kept) for one in batch)
            self.likeness.add({one.row_id: self.keys(one.new.facts, one.kept) for one in batch})
            self.text_pairs.add({one.row_id: one.searched for one in batch})
            drafts = [draft for one in batch for draft in _drafts(one, at)]
            self._chain.append(drafts, actor=actor, at=at)
        return numbers

    def seal(self, details: PersonalDetails) -> Sealed:
        """Return personal details as they are kept: sealed, and with their document's lookup."""
        number, lookup = details.identity_number, ""
        if number:
            ring = self._store.identities.writable(is_first=not self.beside.has_numbers())
            (secret, *_) = ring.lookup_secrets(self.likeness.secret)
            lookup = identity_lookup(secret, details.identity_kind, number)
        return sealed(details, lookup)

    def lookups(self, kind: str, number: str) -> tuple[str, ...]:
        """Return under what a document is found again: by each key, as long as there are two."""
        if not self._store.identities.is_there:
            return ()  # then no number was ever kept
        secrets = self._store.identities.readable().lookup_secrets(self.likeness.secret)
        return tuple(identity_lookup(secret, kind, number) for secret in secrets)

    def keys(self, facts: RequestFacts, kept: Sealed) -> list[int]:
        """Return the keys under which a request is found by what it is like."""
        return self.likeness.keys_of(
            applicant=facts.applicant,
            content=facts.content,
            contacts=(facts.contact, kept.details.phone, kept.details.email),
            lookup=kept.lookup,
        )

    def _amend_row(
        self, dossier: Dossier, changes: Mapping[str, str], beside: Beside
    ) -> dict[str, JsonValue]:
        """Change what is kept of a request, and what finds its like; return what is said beside."""
        before = _found_by(self.find(dossier.number))
        texts = self.text_pairs.texts_of(dossier.id)
        old = new = self.beside.personal(dossier.id)
        said: dict[str, JsonValue] = {}
        if beside != UNCHANGED:
            intake = beside.intake or self.beside.intake(dossier.id)
            new = old if beside.details is None else self.seal(beside.details)
            self.beside.keep(dossier.id, intake, new)
            said = {INTAKE: facts_of(intake), SEAL: new.seal}
        if changes:
            self._store.connection.execute(
                update(RequestRow)
                .where(
                    col(RequestRow.office_id) == self._store.office_id,
                    col(RequestRow.id) == dossier.id,
                )
                .values(**changes)
            )
        after = _found_by(self.find(dossier.number))
        self.likeness.move(dossier.id, self.keys(before, old), self.keys(after, new))
        self.text_pairs.change(dossier.id, texts)
        return said

    def _given_numbers(self, requests: Sequence[NewRequest]) -> set[str]:
        numbers = [new.number for new in requests if new.number]
        given = set(numbers)
        taken = self.numbering.used_among(numbers)
        if len(given) < len(numbers):
            taken.update(number for number in given if numbers.count(number) > 1)
        if taken:
            raise NumberTakenError(min(taken))
        return given

    def _year(self, new: NewRequest, at: datetime) -> int:
        """Return the year that numbers a request: of its receipt, the year it is counted in.

        While that is not established it is the year of its first fact; a number stays.
        """
        received_on = _case(new, self._practice).received_on
        if received_on is not None:
            return received_on.year
        return min((known.event.on for known in new.history), default=legal_date(at)).year

    def _row(self, one: _Filed, at: datetime, calendar: WorkCalendar) -> dict[str, object]:
        new = one.new
        derived = derive(_case(new, self._practice), calendar)
        self._store.next_dues[one.number] = derived.next_due
        count = len(new.history) + 1
        return {
            "office_id": self._store.office_id,
            "id": one.row_id,
            "registered_at": at,
            "event_count": count,
            "version": count,
            **registered_facts(one.number, new.facts),
            **derived.columns(),
        }


def registered_facts(number: str, facts: RequestFacts) -> dict[str, JsonValue]:
    """Return the columns that registration sets, as its event writes them down."""
    return {
        "number": number,
        "channel": "" if facts.channel is None else facts.channel.value,
        "applicant": facts.applicant,
        "applicant_kind": facts.applicant_kind,
        "contact": facts.contact,
        "content": facts.content,
        "note": facts.note,
        "case_officer": facts.case_officer,
    }


def _found_by(row: RequestRow) -> RequestFacts:
    """Return what is registered in a row, as far as requests are found by it."""
    return RequestFacts(
        channel=None, applicant=row.applicant, content=row.content, contact=row.contact
    )


def _drafts(one: _Filed, at: datetime) -> Iterator[Draft]:
    """Yield the registration and then the facts, in order of entry."""
    said = registered_facts(one.number, one.new.facts)
    said |= registered_beside(one.new.intake, one.kept.seal)
    yield Draft(
        SUBJECT,
        one.row_id,
        0,
        RecordKind.REGISTERED.value,
        legal_date(at),
        canonical_json(said),
        None,
        one.new.idempotency_key,
    )
    for position, known in enumerate(one.new.history, start=1):
        event = known.event
        yield Draft(
            SUBJECT, one.row_id, position, event.kind.value, event.on, written(event, known.more)
        )


def _case(new: NewRequest, practice: Practice) -> Case:
    """Return the case that the history of a new request makes."""
    return Case.of(new.facts.channel, (known.event for known in new.history), practice)
