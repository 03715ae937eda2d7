"""The tick under a real APScheduler: for a second or two, then told to stop."""

import os
import signal
import threading
from datetime import UTC, datetime, timedelta, timezone
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.scheduler import Job, run_forever, slot_of, ticking

SHANGHAI = timezone(timedelta(hours=8))
EVERY_SECOND = {"hour": "*", "minute": "*", "second": "*"}
NEVER = {"hour": "4", "minute": "0"}


class Ticks:
    """Counts its calls and asks the process to stop after some of them."""

    def __init__(self, stop_after: int, *, signum: int = signal.SIGTERM) -> None:
        self.count = 0
        self.finished = 0
        self._stop_after = stop_after
        self._signum = signum

    def __call__(self) -> None:
        self.count += 1
        if self.count == self._stop_after:
            os.kill(os.getpid(), self._signum)  # to the main thread, as an init system would
        threading.Event().wait(0.05)
        self.finished += 1


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_the_first_tick_comes_at_once(signum: int) -> None:
    ticks = Ticks(1, signum=signum)

    run_forever(ticks, **NEVER)

    assert ticks.count == 1


def test_the_tick_comes_again_at_its_times() -> None:
    ticks = Ticks(2)

    run_forever(ticks, **EVERY_SECOND)

    assert ticks.count == 2


def test_a_running_tick_is_let_end_before_the_stop() -> None:
    ticks = Ticks(1)

    run_forever(ticks, **NEVER)

    assert ticks.finished == 1


def test_a_worker_with_nothing_to_do_is_stopped_too() -> None:
    late = threading.Timer(1.2, os.kill, (os.getpid(), signal.SIGTERM))
    late.start()

    run_forever(lambda: None, **NEVER)

    assert late.finished.is_set()


def test_a_tick_that_raises_does_not_end_the_worker() -> None:
    ticks = Ticks(2)

    def failing_first() -> None:
        ticks()
        if ticks.count == 1:
            raise ZeroDivisionError

    run_forever(failing_first, **EVERY_SECOND)

    assert ticks.count == 2


def test_other_jobs_run_at_once_too() -> None:
    ran: list[str] = []
    ticks = Ticks(1)
    others = [Job(name, partial(ran.append, name), hour="4", minute="0") for name in ("甲", "乙")]

    run_forever(ticks, *others, Job("丙", partial(ran.append, "丙"), apart=True), **NEVER)

    assert sorted(ran) == sorted(["甲", "乙", "丙"])


def test_jobs_that_are_not_apart_wait_for_each_other() -> None:
    at_work, most = list[str](), list[int]()
    done = threading.Event()

    def job() -> None:
        at_work.append("")
        most.append(len(at_work))
        threading.Event().wait(0.05)
        at_work.pop()
        if len(most) == 3:
            done.set()

    others = [Job(name, job, hour="4", minute="0") for name in ("甲", "乙")]
    with ticking(job, *others, **NEVER):
        assert done.wait(5)

    assert most == [1, 1, 1]


def test_a_job_that_takes_long_and_is_apart_holds_up_no_tick() -> None:
    ticked, released = threading.Event(), threading.Event()
    long = Job("verify", lambda: assert_waited(released), hour="4", minute="0", apart=True)

    with ticking(ticked.set, long, **NEVER):
        ticked_meanwhile = ticked.wait(5)
        released.set()

    assert ticked_meanwhile


def assert_waited(released: threading.Event) -> None:
    assert released.wait(10)


def test_the_handler_of_the_caller_is_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)

    run_forever(Ticks(1), **NEVER)

    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize(
    ("instant", "slot"),
    [
        (datetime(2026, 12, 14, 0, 30, tzinfo=UTC), "2026-12-14T00:30:00+00:00"),
        (datetime(2026, 12, 14, 0, 39, 59, tzinfo=UTC), "2026-12-14T00:30:00+00:00"),
        (datetime(2026, 12, 14, 8, 39, 59, tzinfo=SHANGHAI), "2026-12-14T00:30:00+00:00"),
        (datetime(2026, 12, 14, 0, 40, tzinfo=UTC), "2026-12-14T00:40:00+00:00"),
    ],
)
def test_instants_of_ten_minutes_share_a_slot(instant: datetime, slot: str) -> None:
    assert slot_of(instant, 10) == slot


@given(st.datetimes(min_value=datetime(2008, 5, 1)), st.integers(1, 60))  # noqa: DTZ001 - made aware next
def test_a_slot_begins_no_later_than_its_instant(naive: datetime, minutes: int) -> None:
    instant = naive.replace(tzinfo=UTC)

    begins = datetime.fromisoformat(slot_of(instant, minutes))

    assert begins <= instant < begins + timedelta(minutes=minutes)
