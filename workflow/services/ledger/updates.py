"""Requests of a book that are on record already, and putting the record right by the book."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind, State
from states.deciding.draft import draft_of
from workflow.ledger.faults import FaultCode, LedgerFault
from workflow.ledger.rows import RequestLine
from workflow.ledger.sheets import REQUESTS
from workflow.records.facts import NewFact
from workflow.records.intake import UNSEALED
from workflow.records.tables.requests import RequestRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.worklists import Wanted
from workflow.services.ledger.contradictions import Finding, fault_at
from workflow.services.ledger.dossiers import (
    Known,
    is_deciding,
    known_facts,
    line_of,
    refs_of,
)
from workflow.services.ledger.matching import Alike, Record, differing, match
from workflow.services.ledger.requests import (
    DESCRIPTIVE,
    LEDGER_TERMS,
    fact_key,
    facts_of,
    settled,
)

# Why something on record is annulled or amended by an import.
REASON: Final = "台账更新"

_ALIKE: Final = Alike(("number",), ("channel", "received_on", "applicant", "content"))
_FEW: Final = 100

RequestRecord = Record[str, RequestLine]


@dataclass(frozen=True, slots=True)
class KnownRequest:
    """A row of the book, the record it is about, and the fields in which they differ.

    A merged request is left as it is, whatever the book says of it.
    """

    line: RequestLine
    record: RequestLine
    fields: tuple[str, ...]
    is_merged: bool = False

    @property
    def revised(self) -> RequestLine:
        """The record as the book has it; where the book says nothing, as it was."""
        return self.record.model_copy(
            update={name: getattr(self.line, name) for name in self.fields}
        )


# How a request ended: by the steps of a reply, where it is decided here.
_ENDING: Final = ("outcome", "answered_on")


def decided_here(known: KnownRequest, uow: UnitOfWork) -> LedgerFault | None:
    """Refuse to end a request by a ledger, or otherwise than it did, where it is decided here.

    A reply is reviewed and approved before it goes out; a row of a ledger is neither.
    """
    changed = next((name for name in _ENDING if name in known.fields), None)
    if changed is None or not draft_of(uow.requests.case(known.record.number)).items:
        return None
    return fault_at(REQUESTS, known.line, Finding(changed, FaultCode.DECIDED_HERE, ""))


def known_requests(
    lines: Sequence[RequestLine], uow: UnitOfWork
) -> tuple[list[RequestLine], list[KnownRequest]]:
    """Part the rows that are new from those about a request on record."""
    records = list(_records(lines, uow))
    whole = [settled(line, uow.practice) for line in lines]
    new: list[RequestLine] = []
    known: list[KnownRequest] = []
    for line, record in zip(lines, match(whole, records, REQUESTS, _ALIKE), strict=True):
        if record is None:
            new.append(line)
        else:
            merged = uow.requests.case(record.id).state is State.MERGED
            fields = () if merged else differing(line, record.line)
            known.append(KnownRequest(line, record.line, fields, merged))
    return new, known


def _records(lines: Sequence[RequestLine], uow: UnitOfWork) -> Iterator[RequestRecord]:
    """Yield the requests on record that some row may be about."""
    beside = uow.requests.beside.personal_of()
    for row in _rows(lines, uow):
        dossier = uow.requests.dossier(row.number)
        kept = beside.get(row.id, UNSEALED)
        yield Record(row.number, line_of(row, dossier.case, known_facts(dossier), kept))


def _rows(lines: Sequence[RequestLine], uow: UnitOfWork) -> Iterator[RequestRow]:
    numbers = [line.number for line in lines if line.number]
    used = uow.requests.numbering.used_among(numbers)
    if len(used) <= _FEW:
        yield from map(uow.requests.find, sorted(used))
    else:
        yield from (row for row in uow.requests.each() if row.number in used)
    likes = {_like(line) for line in lines if not line.number}
    if likes:
        days = [line.received_on for line in lines if not line.number]
        wanted = Wanted(received_from=min(days), received_until=max(days))
        # The newest come first; the n-th equal row is about the n-th that was registered.
        for row in reversed(uow.requests.page(wanted, limit=None)):
            if row.number not in used and _like(row) in likes:
                yield row


def _like(row: RequestLine | RequestRow) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _ALIKE.like)


def restate(
    known: KnownRequest, uow: UnitOfWork, *, actor: str, at: datetime, calendar: WorkCalendar
) -> None:
    """Put a request right by the book: annul the facts that differ, and record the book's."""
    number, requests = known.record.number, uow.requests
    changes = {name: str(getattr(known.line, name)) for name in known.fields if name in DESCRIPTIVE}
    if changes:
        requests.amend(number, changes, reason=REASON, actor=actor, at=at, calendar=calendar)
    dossier = requests.dossier(number)
    facts, refs = known_facts(dossier), refs_of(dossier.case)
    told = facts_of(known.record, uow.practice, refs)
    wanted = facts_of(known.revised, uow.practice, refs)
    replaced = [
        found for fact in _without(told, wanted) if (found := _standing(fact, facts, dossier.case))
    ]
    for seq in sorted((fact.seq for fact in replaced), reverse=True):
        requests.annul(number, seq, reason=REASON, actor=actor, at=at, calendar=calendar)
    for fact in _without(wanted, told):
        going_on = _going_on(fact, replaced)
        requests.record(
            number, going_on.event, actor=actor, at=at, calendar=calendar, more=going_on.more
        )


def _without(facts: Sequence[NewFact], others: Sequence[NewFact]) -> list[NewFact]:
    """Return the facts that are not among others, one for one."""
    others_left = Counter(map(fact_key, others))
    left = []
    for fact in facts:
        key = fact_key(fact)
        if others_left[key]:
            others_left[key] -= 1
        else:
            left.append(fact)
    return left


def _standing(fact: NewFact, facts: Sequence[Known], case: Case) -> Known | None:
    """Return the fact on record that a row tells so; a receipt may rest on another fact."""
    told = fact.event
    for known in facts:
        if (known.event.kind, known.event.on, known.event.ref) == (told.kind, told.on, told.ref):
            return known
    if told.kind is not EventKind.RECEIVED:
        return None
    # The submission stays what it is, although it was the receipt until now.
    deciding = (known for known in facts if is_deciding(known.event, case))
    return next((known for known in deciding if known.event.kind is not EventKind.SUBMITTED), None)


def _going_on(fact: NewFact, replaced: Sequence[Known]) -> NewFact:
    """Return a fact with what its predecessor held and the book has no column for."""
    told = fact.event
    for old in replaced:
        if old.event.kind is told.kind:
            event = replace(
                old.event,
                on=told.on,
                outcome=told.outcome,
                workdays=told.workdays or old.event.workdays,
            )
            more = {name: kept for name, kept in old.more.items() if name not in LEDGER_TERMS}
            return NewFact(event, more | dict(fact.more))
    return fact
