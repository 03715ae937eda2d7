"""Which requests something happened to: found by the kind of their facts."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import exists, select
from sqlmodel import col
from sqlmodel import select as select_rows

from states.case import EventKind
from workflow.records.dossiers import SUBJECT
from workflow.records.store import Store
from workflow.records.tables.requests import FEE_FACTS, EventRow, RequestRow

_ABOUT = (
    (col(EventRow.office_id) == col(RequestRow.office_id))
    & (col(EventRow.subject) == SUBJECT)
    & (col(EventRow.subject_id) == col(RequestRow.id))
)


def charged_between(store: Store, first: date, last: date) -> Sequence[str]:
    """Return the requests with a fact of the fee register between two days, both included.

    A fact that was annulled counts too: whoever asks looks at those that stand.
    """
    query = (
        select(col(RequestRow.number))
        .join(EventRow, _ABOUT)
        .where(
            FEE_FACTS,
            col(EventRow.office_id) == store.office_id,
            col(EventRow.happened_on) >= first,
            col(EventRow.happened_on) <= last,
        )
        .group_by(col(RequestRow.id), col(RequestRow.number))
        .order_by(col(RequestRow.id))
    )
    return store.connection.scalars(query).all()


def open_rows_with(store: Store, kind: EventKind) -> Sequence[RequestRow]:
    """Return the rows of the open requests of which a kind of fact was entered, soonest due first.

    A fact that was annulled counts too: whoever asks looks at those that stand.
    """
    query = select_rows(RequestRow).where(
        RequestRow.office_id == store.office_id,
        col(RequestRow.closed_on).is_(None),
        exists().where(_ABOUT, col(EventRow.kind) == kind.value),
    )
    return store.all(query.order_by(col(RequestRow.next_due), col(RequestRow.id)))


def open_with(store: Store, kind: EventKind) -> Sequence[str]:
    """Return the open requests of which a kind of fact was entered, in order of registration."""
    query = (
        select(col(RequestRow.number))
        .join(EventRow, _ABOUT)
        .where(
            col(RequestRow.office_id) == store.office_id,
            col(RequestRow.closed_on).is_(None),
            col(EventRow.kind) == kind.value,
        )
        .group_by(col(RequestRow.id), col(RequestRow.number))
        .order_by(col(RequestRow.id))
    )
    return store.connection.scalars(query).all()
