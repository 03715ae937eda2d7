"""The same jobs at hand and on procrastinate: each key once, and run by the same code."""

import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from notifications.ports import Notice, Recipient
from tests.builders import a_request
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office
from workflow.cli.worker import a_ticker
from workflow.i18n import Lang
from workflow.jobs.at_hand import QueueAtHand
from workflow.jobs.errors import JobUnknownError, QueueNeedsServerError
from workflow.jobs.on_procrastinate import ProcrastinateQueue
from workflow.jobs.running import JobName, Queue, run_job
from workflow.records.facts import OfficeProfile, StaffMember
from workflow.services.errors import ExtraNotInstalledError
from workflow.settings import Settings

Make = Callable[[Installation], Queue]


def at_hand(installation: Installation) -> Queue:
    return QueueAtHand(installation)


def _need_server(installation: Installation) -> None:
    if not installation.settings.database.startswith("postgresql"):
        pytest.skip("procrastinate keeps its jobs in PostgreSQL: pytest --database postgresql")


def on_procrastinate(installation: Installation) -> Queue:
    _need_server(installation)
    queue = ProcrastinateQueue(installation)
    queue.set_up()
    return queue


every_queue = pytest.mark.parametrize("make", [at_hand, on_procrastinate])


def payload(office: Office, **more: str) -> dict[str, str]:
    return {"office": office.name, **more}


def statuses(office: Office) -> list[str]:
    with office.read() as view:
        return [row.status for row in view.outbox.all()]


@every_queue
def test_what_was_swept_and_sent_once_is_so_when_it_is_queued_again(
    installation: Installation, office: Office, clock: FixedClock, make: Make
) -> None:
    with office.work() as uow:
        uow.staff.add(StaffMember(name="李四"), actor="管理员", at=clock.now())
    a_request(office, officer="李四")
    clock.move(days=5)  # Saturday; the reply is due on Monday 2025-09-29
    queue = make(installation)

    for turn in ("08:00", "08:10"):
        queue.put(JobName.SWEEP, f"{office.name}:{turn}", payload(office))
        queue.work()
        queue.put(JobName.SEND, f"{office.name}:{turn}", payload(office))
        queue.work()

    assert statuses(office)
    assert set(statuses(office)) == {"sent"}
    with office.read() as view:
        assert {row.attempts for row in view.outbox.all()} == {1}


@every_queue
def test_a_key_waits_once(installation: Installation, office: Office, make: Make) -> None:
    with office.work() as uow:
        due = date(2025, 9, 29)  # Monday
        told = Recipient("李四", "li")
        uow.outbox.add([Notice("reply-1d", "净1", due, told, "console", "主题", "正文\n")])
    queue = make(installation)

    taken = [queue.put(JobName.SEND, "08:00", payload(office)) for _ in range(3)]
    queue.work()

    assert taken == [True, False, False]
    assert statuses(office) == ["sent"]


def test_a_job_of_another_name_is_refused_with_those_there_are(
    installation: Installation,
) -> None:
    with pytest.raises(JobUnknownError) as caught:
        run_job(installation, "sing", {})

    assert caught.value.known == tuple(JobName)


def test_procrastinate_that_is_not_installed_names_its_extra(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "procrastinate", None)
    monkeypatch.setattr(installation, "settings", Settings(database_url="postgresql://server/x"))

    with pytest.raises(ExtraNotInstalledError) as caught:
        ProcrastinateQueue(installation)

    assert caught.value.extra == "queue"


@pytest.mark.sqlite_only("a server keeps a queue")
def test_a_file_of_records_keeps_no_queue(installation: Installation) -> None:
    with pytest.raises(QueueNeedsServerError):
        ProcrastinateQueue(installation)


def test_the_tables_of_the_queue_are_made_once(installation: Installation) -> None:
    on_procrastinate(installation)

    on_procrastinate(installation)


@every_queue
def test_the_tick_leaves_every_office_to_whoever_runs_the_queue(
    installation: Installation, office: Office, clock: FixedClock, make: Make
) -> None:
    with office.work() as uow:
        uow.staff.add(StaffMember(name="李四"), actor="管理员", at=clock.now())
    a_request(office, officer="李四")
    clock.move(days=5)
    queue = make(installation)
    ticker = replace(a_ticker(installation, "console", Lang.ZH), queue=queue)

    ticker.once()
    ticker.once()  # another process, in the same ten minutes
    assert "sent" not in statuses(office)
    queue.work()

    assert set(statuses(office)) == {"sent"}
    with office.read() as view:
        assert {row.attempts for row in view.outbox.all()} == {1}


def _rows(installation: Installation) -> list[str]:
    with installation.read() as view:
        query = text("SELECT status::text FROM procrastinate_jobs ORDER BY id")
        return list(view.connection.scalars(query))


def _lose(installation: Installation) -> None:
    """Leave every job as it is left by a worker that was killed over it, and is forgotten."""
    with installation.work() as uow:
        uow.connection.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))


def test_a_job_whose_worker_died_is_run_by_another(
    installation: Installation, office: Office
) -> None:
    queue = on_procrastinate(installation)
    queue.put(JobName.SWEEP, office.name, payload(office))
    _lose(installation)

    queue.work()

    assert _rows(installation) == []


def test_a_job_that_died_while_the_same_waits_is_not_run_twice(
    installation: Installation, office: Office
) -> None:
    queue = on_procrastinate(installation)
    queue.put(JobName.SWEEP, office.name, payload(office))
    _lose(installation)
    queue.put(JobName.SWEEP, office.name, payload(office))

    with queue.putting():
        assert _rows(installation) == ["todo"]


def test_of_an_office_one_job_of_a_kind_waits_however_many_ticks_there_were(
    installation: Installation, clock: FixedClock
) -> None:
    installation.establish(OfficeProfile(name="甲"), actor="管理员")
    queue = on_procrastinate(installation)
    ticker = replace(a_ticker(installation, "console", Lang.ZH), queue=queue)

    for _ in range(3):
        ticker.once()
        clock.move(minutes=10)

    assert _rows(installation) == ["todo", "todo"]


def test_processes_that_begin_at_once_make_the_tables_once(installation: Installation) -> None:
    _need_server(installation)

    with ThreadPoolExecutor(4) as pool:
        begun = [pool.submit(ProcrastinateQueue(installation).set_up) for _ in range(4)]

    assert [one.exception() for one in begun] == [None] * 4
    assert _rows(installation) == []


@every_queue
def test_by_the_queue_all_is_told_that_is_told_without(
    installation: Installation, clock: FixedClock, make: Make
) -> None:
    clock.instant = datetime(2026, 1, 14, 2, tzinfo=UTC)  # Wednesday: last year's report is due
    offices = [installation.establish(OfficeProfile(name=name), actor="管理员") for name in "甲乙"]
    for office in offices:
        with office.work() as uow:
            head = StaffMember(name="陈主任", role="head_of_office")
            uow.staff.add(head, actor="管理员", at=clock.now())
        a_request(office, officer="陈主任", submitted_on=date(2025, 12, 18))
    queue = make(installation)
    plain = a_ticker(installation, "console", Lang.ZH)

    for job in (JobName.SWEEP, JobName.SEND):
        queue.put(job, "甲", {"office": "甲", "channel": "console"})
        queue.work()
    plain.once()

    told = [_told(office) for office in offices]
    assert told[0] == told[1]
    assert ("report", 1) in told[0]


def _told(office: Office) -> list[tuple[str, int]]:
    with office.read() as view:
        rules = Counter(row.rule for row in view.outbox.all())
        drafts = len(view.report_drafts.all())
    return [*sorted(rules.items()), ("report", drafts)]
