"""A holiday notice that one process loads is counted by in every other, from then on."""

from collections.abc import Iterator
from datetime import date
from threading import Event, Thread

import pytest

from states.calendar.notice import Holiday, HolidayNotice
from tests.builders import a_request
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office, open_installation
from workflow.services.calendars import load_notice
from workflow.settings import Settings

NOTICE = HolidayNotice(
    2027,
    "国办发明电〔2026〕x号",
    verified=False,
    source="",
    days_off=(Holiday("元旦", date(2027, 1, 1), date(2027, 1, 5)),),
)
SUBMITTED = date(2026, 12, 7)  # Monday
# The 18th working day after 12-07 is 12-31; two more are 1-4 and 1-5, by the notice 1-6 and 1-7.
WITHOUT, WITH = date(2027, 1, 5), date(2027, 1, 7)


@pytest.fixture(name="clock")
def _clock() -> FixedClock:
    return FixedClock.on(date(2026, 12, 8))


@pytest.fixture(name="other")
def _other(installation: Installation, clock: FixedClock) -> Iterator[Installation]:
    """Another process with the same records."""
    settings: Settings = installation.settings
    with open_installation(settings, clock) as opened:
        yield opened


def load(installation: Installation) -> None:
    with installation.work(alone=True) as uow:
        load_notice(
            NOTICE,
            uow,
            calendar=installation.calendar,
            actor="管理员",
            at=installation.clock.now(),
        )


def due(office: Office, number: str) -> date | None:
    with office.read() as view:
        return view.requests.find(number).answer_due


def test_the_next_request_in_every_process_is_counted_by_it(
    installation: Installation, other: Installation, office: Office
) -> None:
    there = other.office(office.name)
    before = a_request(there, submitted_on=SUBMITTED)
    assert due(office, before) == WITHOUT

    load(installation)
    after = a_request(there, submitted_on=SUBMITTED)

    assert due(office, after) == due(office, before) == WITH
    assert office.verify().holds
    assert there.verify().holds


def test_a_page_that_is_opened_next_counts_by_it(
    installation: Installation, other: Installation
) -> None:
    assert not other.calendar.announced(2027)

    load(installation)

    with other.read():
        assert other.calendar.announced(2027)


def load_and_fail(installation: Installation) -> None:
    with installation.work(alone=True) as uow:
        at = installation.clock.now()
        load_notice(NOTICE, uow, calendar=installation.calendar, actor="管理员", at=at)
        raise ZeroDivisionError


def test_a_notice_that_was_not_kept_after_all_is_counted_by_nowhere(
    installation: Installation, office: Office
) -> None:
    with pytest.raises(ZeroDivisionError):
        load_and_fail(installation)

    assert due(office, a_request(office, submitted_on=SUBMITTED)) == WITHOUT


def test_while_a_notice_is_loaded_nobody_writes_by_the_old_calendar(
    installation: Installation, other: Installation, office: Office
) -> None:
    there, begun, go_on = other.office(office.name), Event(), Event()
    numbers: list[str] = []

    def write() -> None:
        begun.wait(10)
        numbers.append(a_request(there, submitted_on=SUBMITTED))

    def loading() -> None:
        with installation.work(alone=True) as uow:
            begun.set()
            go_on.wait(10)
            at = installation.clock.now()
            load_notice(NOTICE, uow, calendar=installation.calendar, actor="管理员", at=at)

    threads = [Thread(target=loading), Thread(target=write)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    threads[1].join(0.3)
    assert numbers == []
    go_on.set()
    for thread in threads:
        thread.join(10)

    assert [due(office, number) for number in numbers] == [WITH]
    assert office.verify().holds
