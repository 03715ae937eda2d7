"""All or nothing, by one writer, for many at once."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from tests.builders import a_move, a_publication, a_request
from workflow.bootstrap import Installation, Office, open_installation
from workflow.records.engine import writing_engine
from workflow.records.errors import (
    NestedWorkError,
    StorageReadOnlyError,
    WriteFailedError,
    WriterBusyError,
)
from workflow.records.shared_writer import GROUP_LIMIT, SharedWriter

THREADS = 8
ROUNDS = 100
HOT = 20


def _all_at_once(*tasks: Callable[[], None]) -> list[BaseException]:
    """Run the tasks, each in a thread of its own, and return what went wrong."""
    faults: list[BaseException] = []

    def guarded(task: Callable[[], None]) -> None:
        try:
            task()
        except BaseException as error:  # noqa: BLE001 - told to the test
            faults.append(error)

    threads = [Thread(target=guarded, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    _join(threads)
    return faults


def _publish(office: Office, title: str) -> None:
    with office.work() as uow:
        uow.publications.add(a_publication(title), actor="李四", at=office.clock.now())


def _publish_and_fail(office: Office, title: str = "坏") -> None:
    with office.work() as uow:
        uow.publications.add(a_publication(title), actor="李四", at=office.clock.now())
        raise ZeroDivisionError


def _titles(office: Office) -> set[str]:
    with office.read() as view:
        return {row.title for row in view.publications.all()}


def _break_at_commit(office: Office, title: str) -> None:
    """Publish something, and leave behind what the database only refuses at the commit."""
    with office.work() as uow:
        uow.publications.add(a_publication(title), actor="李四", at=office.clock.now())
        uow.connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        uow.connection.execute(
            text("INSERT INTO numbering (office_id, year, last_serial) VALUES (999, 2025, 1)")
        )


def _start_and_let_queue(threads: list[Thread]) -> None:
    """Start threads one by one, each with the time to take its place in the queue."""
    for thread in threads:
        thread.start()
        time.sleep(0.03)


def _join(threads: list[Thread]) -> None:
    for thread in threads:
        thread.join(timeout=60)


@contextmanager
def _queued_behind(office: Office) -> Iterator[list[Thread]]:
    """Hold the writer until the threads that the block names stand in its queue."""
    threads: list[Thread] = []
    with office.work():
        yield threads
        _start_and_let_queue(threads)
    _join(threads)


def test_what_is_done_in_a_unit_of_work_stays(office: Office) -> None:
    _publish(office, "预算")

    assert _titles(office) == {"预算"}


def test_a_unit_of_work_that_fails_leaves_nothing(office: Office) -> None:
    with pytest.raises(ZeroDivisionError):
        _publish_and_fail(office)

    assert _titles(office) == set()
    assert office.verify().holds


def test_the_next_unit_of_work_goes_on_after_one_that_failed(office: Office) -> None:
    with pytest.raises(ZeroDivisionError):
        _publish_and_fail(office)

    _publish(office, "预算")

    assert _titles(office) == {"预算"}


def test_eight_threads_with_a_hundred_moves_each_lose_none(office: Office) -> None:
    # Everyone consults about the same few requests, so that the moves meet each other.
    numbers = [a_request(office) for _ in range(HOT)]

    def consult(thread: int) -> Callable[[], None]:
        def task() -> None:
            for count in range(ROUNDS):
                a_move(office, numbers[count % HOT], "consult_agency", ref=f"{thread}-{count}")

        return task

    faults = _all_at_once(*(consult(thread) for thread in range(THREADS)))

    with office.read() as view:
        versions = [view.requests.find(number).version for number in numbers]
        events = [event for number in numbers for event in view.requests.case(number).events]
    assert faults == []
    assert len({event.ref for event in events} - {""}) == THREADS * ROUNDS
    assert sum(versions) == THREADS * ROUNDS + 2 * HOT
    assert office.verify().holds


def test_numbers_given_out_by_eight_threads_have_no_gap(office: Office) -> None:
    numbers: list[str] = []

    def file() -> None:
        numbers.extend(a_request(office) for _ in range(25))

    faults = _all_at_once(*[file] * THREADS)

    assert faults == []
    assert sorted(numbers) == sorted(
        f"净公开申〔2025〕{serial}号" for serial in range(1, THREADS * 25 + 1)
    )


def test_those_who_wait_share_one_commit(office: Office) -> None:
    with _queued_behind(office) as threads:
        threads.extend(Thread(target=_publish, args=(office, str(n))) for n in range(5))

    assert _titles(office) == {"0", "1", "2", "3", "4"}
    assert office.verify().holds


def test_one_that_fails_among_others_takes_nobody_along(office: Office) -> None:
    failed = Event()

    def fail() -> None:
        with pytest.raises(ZeroDivisionError):
            _publish_and_fail(office)
        failed.set()

    with _queued_behind(office) as threads:
        threads.append(Thread(target=_publish, args=(office, "前")))
        threads.append(Thread(target=fail))
        threads.append(Thread(target=_publish, args=(office, "后")))

    assert failed.is_set()
    assert _titles(office) == {"前", "后"}
    assert office.verify().holds


def test_the_last_to_fail_still_commits_for_those_before(office: Office) -> None:
    def fail() -> None:
        with pytest.raises(ZeroDivisionError):
            _publish_and_fail(office)

    with _queued_behind(office) as threads:
        threads.append(Thread(target=_publish, args=(office, "前")))
        threads.append(Thread(target=fail))

    assert _titles(office) == {"前"}


@pytest.mark.sqlite_only("asks about the writer that threads share on SQLite")
def test_a_commit_that_fails_is_an_error_of_everyone_in_the_group(office: Office) -> None:
    outcomes: list[str] = []

    def outcome(task: Callable[[Office, str], None], title: str) -> Callable[[], None]:
        def run() -> None:
            try:
                task(office, title)
            except WriteFailedError:
                outcomes.append(title)

        return run

    threads = [Thread(target=outcome(_publish, "甲"))]
    threads.append(Thread(target=outcome(_break_at_commit, "乙")))
    # Who holds the writer first is in the group too.
    with pytest.raises(WriteFailedError), office.work():
        _start_and_let_queue(threads)
    _join(threads)

    assert sorted(outcomes) == ["乙", "甲"]
    assert _titles(office) == set()


@pytest.mark.sqlite_only("asks about the writer that threads share on SQLite")
def test_the_writer_goes_on_after_a_commit_that_failed(office: Office) -> None:
    with pytest.raises(WriteFailedError):
        _break_at_commit(office, "坏")

    _publish(office, "好")

    assert _titles(office) == {"好"}
    assert office.verify().holds


def test_a_unit_of_work_cannot_stand_inside_another(office: Office) -> None:
    with office.work(), pytest.raises(NestedWorkError), office.work():
        pass


def test_who_is_interrupted_while_waiting_leaves_the_queue(office: Office) -> None:
    held, done = Event(), Event()

    def hold() -> None:
        with office.work():
            held.set()
            done.wait(timeout=10)

    def ring(*_signal: object) -> None:
        raise KeyboardInterrupt

    holder = Thread(target=hold)
    before = signal.signal(signal.SIGALRM, ring)
    holder.start()
    held.wait(timeout=10)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    with pytest.raises(KeyboardInterrupt), office.work():
        pass
    signal.signal(signal.SIGALRM, before)
    done.set()
    _join([holder])

    _publish(office, "预算")

    assert _titles(office) == {"预算"}


def test_more_than_a_group_holds_are_all_written(office: Office) -> None:
    titles = {str(count) for count in range(GROUP_LIMIT + 6)}

    faults = _all_at_once(*(partial(_publish, office, title) for title in titles))

    assert faults == []
    assert _titles(office) == titles


@pytest.mark.sqlite_only("asks about the writer that threads share on SQLite")
def test_a_unit_of_work_that_the_database_took_back_is_not_acknowledged(office: Office) -> None:
    with pytest.raises(WriteFailedError), office.work() as uow:
        uow.connection.execute(text("ROLLBACK"))  # as SQLite itself does when the disk is full

    _publish(office, "预算")

    assert _titles(office) == {"预算"}


@pytest.mark.sqlite_only("names the error of SQLite")
def test_a_view_cannot_write(office: Office) -> None:
    with pytest.raises(StorageReadOnlyError), office.read() as view:
        view.publications.add(a_publication(), actor="李四", at=office.clock.now())


def test_a_view_keeps_to_the_moment_it_was_opened(office: Office) -> None:
    with office.read() as view:
        before = view.publications.all()
        _publish(office, "预算")

        assert view.publications.all() == before == []


def _hold(database: Path) -> sqlite3.Connection:
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


@contextmanager
def _impatient_writer(directory: Path) -> Iterator[tuple[SharedWriter, sqlite3.Connection]]:
    """Yield a writer that gives up soon, and another process that has the database."""
    database = directory / "held.db"
    engine = writing_engine(f"sqlite:///{database}")
    writer = SharedWriter(engine, patience=0.05)
    other = _hold(database)
    yield writer, other
    writer.close()
    engine.dispose()
    other.close()


def test_another_process_is_waited_for(office: Office, tmp_path: Path) -> None:
    other = _hold(tmp_path / "disclosure.db")
    waiting = Thread(target=_publish, args=(office, "预算"))

    waiting.start()
    time.sleep(0.05)
    other.execute("COMMIT")
    other.close()
    waiting.join(timeout=10)

    assert _titles(office) == {"预算"}


def test_another_process_is_not_waited_for_without_end(tmp_path: Path) -> None:
    with _impatient_writer(tmp_path) as (writer, other):
        with pytest.raises(WriterBusyError):
            writer.enter()

        # Whoever gave up has left the queue, and the next may write.
        other.execute("ROLLBACK")
        writer.leave(writer.enter())


KILLED = """
import sys
from tests.builders import a_publication
from workflow.bootstrap import open_installation
from workflow.settings import Settings
office = open_installation(Settings(database_url=sys.argv[1])).office()
count = 0
while True:
    with office.work() as uow:
        uow.publications.add(a_publication(str(count)), actor="x", at=office.clock.now())
    print(count, flush=True)
    count += 1
"""


def test_what_was_acknowledged_survives_a_kill(office: Office) -> None:
    database = office.installation.settings.database
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", KILLED, database], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    acknowledged = [process.stdout.readline() for _ in range(30)]

    process.kill()
    acknowledged += process.communicate()[0].splitlines()

    assert office.verify().holds
    assert {line.strip() for line in acknowledged if line.strip()} <= _titles(office)


def test_two_installations_write_to_one_database(
    installation: Installation, office: Office
) -> None:
    def publish(where: Installation, who: str) -> Callable[[], None]:
        def task() -> None:
            for count in range(20):
                _publish(where.office(), f"{who}{count}")

        return task

    with open_installation(installation.settings, installation.clock) as other:
        faults = _all_at_once(publish(installation, "甲"), publish(other, "乙"))

    assert faults == []
    assert len(_titles(office)) == 40
    assert office.verify().holds
