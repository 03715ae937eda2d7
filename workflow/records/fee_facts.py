"""Fees as the facts of the requests tell them: notices sent and payments received, with amounts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, exists, select
from sqlalchemy.orm import Session

from states.case import EventKind
from workflow.records.counting import CountedSpan
from workflow.records.moment import EVERYTHING, UpTo
from workflow.records.roll_up import of_offices
from workflow.records.tables.metadata import TABLES
from workflow.records.tables.requests import FEE_FACTS

NOTICE = EventKind.FEE_NOTIFIED
PAYMENTS = frozenset({EventKind.FEE_PART_PAID, EventKind.FEE_PAID})

_KINDS = (NOTICE, *sorted(PAYMENTS))


class FeeFact(NamedTuple):
    """A fee notice or a payment; the amount in yuan, where it can be known.

    Of a payment what is to be refunded is taken off; one recorded without its sum, as in a
    ledger, paid what was left.
    """

    office: int
    request: int
    number: str
    kind: EventKind
    on: date
    amount: Decimal | None


def fee_facts(
    connection: Connection | Session,
    offices: Sequence[int],
    span: CountedSpan,
    upto: UpTo = EVERYTHING,
) -> tuple[FeeFact, ...]:
    """Return the fee notices and payments of some days, by day and order of entry."""
    event = TABLES["event"]
    since = event.c.happened_on > (span.after or date.min)
    found = _facts(connection, _query(offices, span.until, upto).where(since))
    if not any(_lacks_amount(fact) for fact in found):
        return tuple(found)
    # What was left is known from the earlier facts of the same requests.
    lacking = {fact.request for fact in found if _lacks_amount(fact)}
    about = event.c.subject_id.in_(sorted(lacking))
    whole = _settled(_facts(connection, _query(offices, span.until, upto).where(about)))
    others = (fact for fact in found if fact.request not in lacking)
    settled = (fact for fact in whole if span.holds(fact.on))
    return tuple(sorted((*others, *settled), key=_day_of))


def _query(offices: Sequence[int], until: date, upto: UpTo) -> Select[Any]:
    event, request = TABLES["event"], TABLES["request"]
    undone = event.alias("undone")
    annulled = exists().where(
        undone.c.office_id == event.c.office_id,
        undone.c.subject == event.c.subject,
        undone.c.subject_id == event.c.subject_id,
        undone.c.annuls == event.c.seq,
        upto.before(undone),
    )
    mine = (request.c.office_id == event.c.office_id) & (request.c.id == event.c.subject_id)
    columns = (
        event.c.office_id,
        event.c.subject_id,
        request.c.number,
        event.c.kind,
        event.c.happened_on,
        event.c.details,
    )
    return (
        select(*columns)
        .join(request, mine)
        .where(
            of_offices(event.c.office_id, offices),
            event.c.subject == "request",
            FEE_FACTS,  # as its index is written, which is thereby known to serve
            event.c.kind.in_(_KINDS),
            event.c.happened_on <= until,
            upto.before(event),
            ~annulled,
        )
        .order_by(event.c.happened_on, event.c.office_id, event.c.seq)
    )


def _facts(connection: Connection | Session, query: Select[Any]) -> list[FeeFact]:
    return [
        FeeFact(office, place, number, EventKind(kind), on, _amount(EventKind(kind), details))
        for office, place, number, kind, on, details in connection.execute(query)
    ]


def _amount(kind: EventKind, details: Mapping[str, Any]) -> Decimal | None:
    if kind is NOTICE:
        return _decimal(details.get("fee_amount"))
    paid, refund = (_decimal(details.get(name)) for name in ("paid_amount", "to_refund"))
    return None if paid is None else paid - (refund or 0)


def _decimal(held: object) -> Decimal | None:
    try:
        return None if held is None else Decimal(str(held))
    except InvalidOperation:
        return None


def _lacks_amount(fact: FeeFact) -> bool:
    return fact.amount is None and fact.kind in PAYMENTS


def _settled(facts: Iterable[FeeFact]) -> Iterator[FeeFact]:
    """Yield the facts of some requests in order, each payment with what it paid."""
    left: defaultdict[tuple[int, int], Decimal | None] = defaultdict(lambda: None)
    for fact in facts:
        key = fact.office, fact.request
        owed = left[key]
        if fact.kind is NOTICE:
            left[key] = fact.amount
            yield fact
            continue
        paid = owed if fact.amount is None else fact.amount
        left[key] = None if owed is None or paid is None else max(owed - paid, Decimal(0))
        yield fact._replace(amount=paid)


def _day_of(fact: FeeFact) -> tuple[date, int]:
    return fact.on, fact.office
