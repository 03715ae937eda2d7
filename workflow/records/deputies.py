"""Who is absent on a day and who acts for them: asked before every move, so asked cheaply."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Date, bindparam, or_, select
from sqlmodel import col

from workflow.records.store import Prepared, Statement, Store
from workflow.records.tables.duty import AbsenceRow


class Away(NamedTuple):
    """Somebody who is absent, and their deputy, if they have one."""

    name: str
    deputy: str


_DAY = bindparam("day", type_=Date())
_ABSENT = Prepared(
    select(col(AbsenceRow.name), col(AbsenceRow.deputy)).where(
        col(AbsenceRow.office_id) == bindparam("office"),
        col(AbsenceRow.annulled).is_(False),
        col(AbsenceRow.from_on) <= _DAY,
        or_(col(AbsenceRow.until_on).is_(None), col(AbsenceRow.until_on) >= _DAY),
    )
)


def away_on(store: Store, day: date) -> list[Away]:
    """Return who is absent on a day."""
    return [Away._make(row) for row in store.fetch(*asking_away(store, day))]


def asking_away(store: Store, day: date) -> Statement:
    """Return what is asked for who is absent on a day."""
    return _ABSENT, {"office": store.office_id, "day": day}
