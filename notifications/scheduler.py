"""The tick and a few fixed jobs beside it, in memory: the records remember what was done."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from queue import Empty, SimpleQueue
from types import FrameType

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

TIMEZONE = "Asia/Shanghai"

# Where jobs run: those of the one wait for each other.
_IN_TURN, _APART = "default", "apart"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# A signal may reach another thread; the main thread looks for it this often, in seconds.
_LOOK_AROUND = 1.0


@dataclass(frozen=True, slots=True)
class Job:
    """Something done at its times of day in Shanghai, and once at the start.

    One that takes long runs apart from the others, which are done one after the other.
    """

    name: str
    run: Callable[[], None]
    hour: str = "*"
    minute: str = "*"
    second: str = "0"
    apart: bool = False


def run_forever(
    tick: Callable[[], None],
    *others: Job,
    minute: str = "*/10",
    hour: str = "7-20",
    second: str = "0",
) -> None:
    """Tick at these times of day until told to stop; call from the main thread.

    SIGTERM and Ctrl-C let a running tick end.
    """
    with _stop_signals() as stops, ticking(tick, *others, minute=minute, hour=hour, second=second):
        _wait_for(stops)


@contextmanager
def ticking(
    tick: Callable[[], None],
    *others: Job,
    minute: str = "*/10",
    hour: str = "7-20",
    second: str = "0",
) -> Iterator[None]:
    """Call tick at once, then at these times of day in Shanghai, for as long as the block lasts.

    One tick at a time, and other jobs likewise; ticks missed are made up by one. A tick that raises
    is logged and the next one comes as usual; one that runs at the end of the block is waited for.
    """
    scheduler = BackgroundScheduler(
        timezone=TIMEZONE,
        executors={_IN_TURN: ThreadPoolExecutor(1), _APART: ThreadPoolExecutor(1)},
    )
    for job in (Job("tick", tick, hour, minute, second), *others):
        scheduler.add_job(
            job.run,
            OrTrigger([DateTrigger(timezone=TIMEZONE), _times(job)]),
            id=job.name,
            executor=_APART if job.apart else _IN_TURN,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=True)


def _times(job: Job) -> CronTrigger:
    return CronTrigger(hour=job.hour, minute=job.minute, second=job.second, timezone=TIMEZONE)


def slot_of(instant: datetime, minutes: int) -> str:
    """Return the name of the slot of so many minutes that an instant falls in, in UTC."""
    length = timedelta(minutes=minutes)
    return (_EPOCH + (instant - _EPOCH) // length * length).isoformat()


@contextmanager
def _stop_signals() -> Iterator[SimpleQueue[int]]:
    """Collect the signals to stop instead of letting them strike.

    An exception raised by a signal may leave a lock of the logging held, and a tick waiting for
    it for ever; a SimpleQueue may be put to from within a signal.
    """
    stops: SimpleQueue[int] = SimpleQueue()

    def collect(signum: int, _frame: FrameType | None) -> None:
        stops.put(signum)

    before = {signum: signal.signal(signum, collect) for signum in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stops
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler)


def _wait_for(stops: SimpleQueue[int]) -> None:
    while True:
        try:
            stops.get(timeout=_LOOK_AROUND)
        except Empty:
            continue
        return
