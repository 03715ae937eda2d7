"""Holiday notices loaded after those that come with the program, for every office alike."""

from datetime import date, datetime
from typing import Final

from sqlalchemy import func, insert
from sqlmodel import col, select

from states.calendar.notice import Holiday, HolidayNotice
from workflow.records.canonical import JsonValue
from workflow.records.store import Prepared, Store
from workflow.records.tables.calendars import CalendarNoticeRow

# How many there are, and where the connection of a unit of work keeps what it was told of that.
COUNT_NOTICES: Final = "SELECT count(*) FROM calendar_notice"
COUNTED: Final = "disclosure_notices"
_COUNT = Prepared(select(func.count()).select_from(CalendarNoticeRow))


class NoticeRegister:
    """The notices that were loaded, in the order they were."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store."""
        self._store = store

    def all(self) -> tuple[HolidayNotice, ...]:
        """Return the loaded notices; a later one lies on top of an earlier."""
        rows = self._store.all(select(CalendarNoticeRow).order_by(col(CalendarNoticeRow.id)))
        return tuple(map(_notice, rows))

    def count(self) -> int:
        """Return how many were loaded; asked in every unit of work and every view.

        On a server it is counted as the office is taken, and brought along.
        """
        if self._store.dialect.name != "sqlite":
            counted = self._store.connection.info.pop(COUNTED, None)
            if counted is not None:
                return int(counted)
        ((count,),) = self._store.fetch(_COUNT, {})
        return int(count)

    def add(self, notice: HolidayNotice, *, actor: str, at: datetime) -> None:
        """Keep a notice; reckon the requests of every office again in the same unit of work."""
        connection = self._store.connection
        last = connection.scalar(select(func.max(col(CalendarNoticeRow.id))))
        connection.execute(
            insert(CalendarNoticeRow).values(
                id=int(last or 0) + 1,
                year=notice.year,
                reference=notice.reference,
                source=notice.source,
                content=_content(notice),
                loaded_at=at,
                actor=actor,
            )
        )


def _content(notice: HolidayNotice) -> dict[str, JsonValue]:
    return {
        "verified": notice.verified,
        "amends": notice.amends,
        "days_off": [
            [run.name, run.first.isoformat(), (run.last or run.first).isoformat()]
            for run in notice.days_off
        ],
        "worked_weekends": [day.isoformat() for day in notice.worked_weekends],
        "restored": [day.isoformat() for day in notice.restored],
    }


def _notice(row: CalendarNoticeRow) -> HolidayNotice:
    content = row.content
    return HolidayNotice(
        year=row.year,
        reference=row.reference,
        verified=content["verified"],
        source=row.source,
        days_off=tuple(
            Holiday(name, date.fromisoformat(first), date.fromisoformat(last))
            for name, first, last in content["days_off"]
        ),
        worked_weekends=tuple(map(date.fromisoformat, content["worked_weekends"])),
        restored=tuple(map(date.fromisoformat, content["restored"])),
        amends=content["amends"],
    )
