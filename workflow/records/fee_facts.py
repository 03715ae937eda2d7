"""Fees as the facts of the requests tell them: notices sent and payments received, with amounts."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from sqlalchemy import Connection, exists, select
from sqlalchemy.orm import Session

from states.case import EventKind
from workflow.records.counting import CountedSpan
from workflow.records.moment import EVERYTHING, UpTo
from workflow.records.tables.metadata import TABLES
from workflow.records.tables.requests import FEE_FACTS

PAYMENTS = frozenset({EventKind.FEE_PART_PAID, EventKind.FEE_PAID})
_KINDS = (EventKind.FEE_NOTIFIED, *sorted(PAYMENTS))

# What a fact may call its amount, and how many of its units make a yuan.
_CALLED = {
    "fee_amount": 1,
    "paid_amount": 1,
    "amount": 1,
    "amount_yuan": 1,
    "amount_fen": 100,
}


class FeeFact(NamedTuple):
    """A fee notice or a payment; the amount in yuan, where the fact names one."""

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
    event, request = TABLES["event"], TABLES["request"]
    undone = event.alias("undone")
    annulled = exists().where(
        undone.c.office_id == event.c.office_id,
        undone.c.subject == event.c.subject,
        undone.c.subject_id == event.c.subject_id,
        undone.c.annuls == event.c.seq,
        upto.before(undone),
    )
    query = (
        select(
            event.c.office_id,
            event.c.subject_id,
            request.c.number,
            event.c.kind,
            event.c.happened_on,
            event.c.details,
        )
        .join(
            request,
            (request.c.office_id == event.c.office_id) & (request.c.id == event.c.subject_id),
        )
        .where(
            event.c.office_id.in_(offices),
            event.c.subject == "request",
            FEE_FACTS,  # as its index is written, which is thereby known to serve
            event.c.kind.in_(_KINDS),
            event.c.happened_on > (span.after or date.min),
            event.c.happened_on <= span.until,
            upto.before(event),
            ~annulled,
        )
        .order_by(event.c.happened_on, event.c.office_id, event.c.seq)
    )
    return tuple(
        FeeFact(office, place, number, EventKind(kind), on, _amount(details))
        for office, place, number, kind, on, details in connection.execute(query)
    )


def _amount(details: Mapping[str, Any]) -> Decimal | None:
    for name, units in _CALLED.items():
        held = details.get(name)
        if held is not None and not isinstance(held, bool | dict | list):
            try:
                return Decimal(str(held)) / units
            except InvalidOperation:
                return None
    return None
