"""What one applicant has asked an office for."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select

from states.case import State
from workflow.records.store import Store
from workflow.records.tables.requests import RequestRow


def requests_of(
    store: Store, applicant: str, kind: str, first: date, last: date
) -> Sequence[RequestRow]:
    """Return the requests of an applicant received between two days, both included, in order.

    An applicant is known by name and kind; those received on one day come as registered. A
    request that was merged into another is the same request again, and left out.
    """
    return store.all(
        select(RequestRow)
        .where(
            RequestRow.office_id == store.office_id,
            col(RequestRow.received_on) >= first,
            col(RequestRow.received_on) <= last,
            RequestRow.applicant == applicant,
            RequestRow.applicant_kind == kind,
            RequestRow.state != State.MERGED.value,
        )
        .order_by(col(RequestRow.received_on), col(RequestRow.id))
    )
