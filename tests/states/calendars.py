"""Calendars for tests: as built in, with a notice loaded, with local days."""

from collections.abc import Iterator
from datetime import date

from states.calendar.notice import Holiday, HolidayNotice
from states.calendar.workdays import LocalDay, WorkCalendar


def days(first: date, last: date) -> Iterator[date]:
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def a_loaded_notice(
    *days_off: Holiday,
    worked: tuple[date, ...] = (),
    restored: tuple[date, ...] = (),
    year: int = 2027,
    amends: bool = False,
) -> HolidayNotice:
    return HolidayNotice(
        year=year,
        reference="国办发明电〔2026〕9号",
        verified=False,
        source="https://example.org/2027",
        days_off=days_off,
        worked_weekends=worked,
        restored=restored,
        amends=amends,
    )


# Made up for these tests; no notice for 2027 is known.
LOADED = a_loaded_notice(
    Holiday("元旦", date(2026, 12, 31), date(2027, 1, 2)),
    worked=(date(2026, 12, 26), date(2027, 1, 3)),  # Saturday, Sunday
)


def with_a_loaded_notice() -> WorkCalendar:
    return WorkCalendar().with_notices(LOADED)


def with_local_days() -> WorkCalendar:
    return WorkCalendar(
        local=(
            LocalDay(date(2024, 4, 11), off=True, name="开斋节"),  # Thursday
            LocalDay(date(2024, 4, 14), off=False),  # Sunday
        )
    )
