"""Who is on duty in an office, and whose a request is: read quickly, since every move may ask."""

from typing import NamedTuple

from sqlalchemy import bindparam, select, true
from sqlmodel import col

from workflow.records.store import Prepared, Statement, Store
from workflow.records.tables.offices import StaffRow
from workflow.records.tables.requests import RequestRow


class Person(NamedTuple):
    """Somebody on duty, and where they are reached."""

    name: str
    role: str
    account: str
    email: str


_ON_DUTY = Prepared(
    select(col(StaffRow.name), col(StaffRow.role), col(StaffRow.account), col(StaffRow.email))
    .where(col(StaffRow.office_id) == bindparam("office"), col(StaffRow.active).is_(true()))
    .order_by(col(StaffRow.id))
)
_OFFICER = Prepared(
    select(col(RequestRow.case_officer)).where(
        col(RequestRow.office_id) == bindparam("office"),
        col(RequestRow.number) == bindparam("number"),
    )
)


def on_duty(store: Store) -> list[Person]:
    """Return the active staff of the office, in the order they came."""
    return [Person._make(row) for row in store.fetch(*asking_on_duty(store))]


def asking_on_duty(store: Store) -> Statement:
    """Return what is asked for the active staff."""
    return _ON_DUTY, {"office": store.office_id}


def officer_of(store: Store, number: str) -> str:
    """Return the name of a request's case officer; blank while it is nobody's."""
    ((name,),) = store.fetch(_OFFICER, {"office": store.office_id, "number": number})
    return str(name)
