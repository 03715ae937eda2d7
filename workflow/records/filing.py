"""Registering requests: one at the desk, or thousands from a ledger."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, insert, select
from sqlmodel import col

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.statute.practice import Practice
from workflow.clock import legal_date
from workflow.records.canonical import JsonValue, canonical_json
from workflow.records.chain import Chain, Draft, RecordKind
from workflow.records.derived import derive, written
from workflow.records.dossiers import SUBJECT
from workflow.records.errors import NumberTakenError
from workflow.records.facts import NewRequest, RequestFacts
from workflow.records.numbering import Numbering
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


class Filing(Worklists):
    """The requests of one office, as they are registered."""

    def __init__(self, store: Store, chain: Chain, practice: Practice) -> None:
        """Read and write through a store; judge by the office's practice."""
        super().__init__(store)
        self._chain = chain
        self._practice = practice
        self.numbering = Numbering(store)

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
        numbers = [new.number or self.numbering.next(_year(new, at), given) for new in requests]
        ((last,),) = self._store.fetch(_LAST_ID, {"office": self._store.office_id})
        first = (last or 0) + 1
        for start in range(0, len(requests), _BATCH):
            batch = list(
                zip(
                    range(first + start, first + start + _BATCH),
                    numbers[start : start + _BATCH],
                    requests[start : start + _BATCH],
                    strict=False,
                )
            )
            self._store.run_many(
                _REGISTER,
                [self._row(row_id, number, new, at, calendar) for row_id, number, new in batch],
            )
            drafts = [
                draft for row_id, number, new in batch for draft in _drafts(row_id, number, new, at)
            ]
            self._chain.append(drafts, actor=actor, at=at)
        return numbers

    def _given_numbers(self, requests: Sequence[NewRequest]) -> set[str]:
        numbers = [new.number for new in requests if new.number]
        given = set(numbers)
        taken = self.numbering.used_among(numbers)
        if len(given) < len(numbers):
            taken.update(number for number in given if numbers.count(number) > 1)
        if taken:
            raise NumberTakenError(min(taken))
        return given

    def _row(
        self, row_id: int, number: str, new: NewRequest, at: datetime, calendar: WorkCalendar
    ) -> dict[str, object]:
        case = Case.of(new.facts.channel, (known.event for known in new.history), self._practice)
        derived = derive(case, calendar)
        self._store.next_dues[number] = derived.next_due
        count = len(new.history) + 1
        return {
            "office_id": self._store.office_id,
            "id": row_id,
            "registered_at": at,
            "event_count": count,
            "version": count,
            **registered_facts(number, new.facts),
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


def _drafts(row_id: int, number: str, new: NewRequest, at: datetime) -> Iterator[Draft]:
    """Yield the registration and then the facts, in order of entry."""
    yield Draft(
        SUBJECT,
        row_id,
        0,
        RecordKind.REGISTERED.value,
        legal_date(at),
        canonical_json(registered_facts(number, new.facts)),
        None,
        new.idempotency_key,
    )
    for position, known in enumerate(new.history, start=1):
        event = known.event
        yield Draft(
            SUBJECT, row_id, position, event.kind.value, event.on, written(event, known.more)
        )


def _year(new: NewRequest, at: datetime) -> int:
    """Return the year that numbers a request: of its first fact."""
    days = [known.event.on for known in new.history]
    return min(days, default=legal_date(at)).year
