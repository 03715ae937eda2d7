"""Reminders put into the outbox, beside one statement that copies as many rows within it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from notifications.ports import Notice, Recipient
from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.offices import AT, an_office
from tests.bench.timing import Contender, Work, alternate, shown
from workflow.bootstrap import Office

OURS, FLOOR = "outbox", "INSERT … SELECT"
TARGET = Target("× the floor", must=at_most(20), aim=at_most(3))
_COPY = text(
    "INSERT INTO outbox SELECT office_id, id + :by, dedup_key || ':' || :by, rule, "
    "request_number, due_on, recipient, channel, subject, body, status, attempts, next_try_at, "
    "leased_until, last_error, created_at, sent_at, read_at FROM outbox WHERE id <= :count"
)


def bench(effort: Effort) -> Iterator[Line]:
    """Add notices in one unit of work, and let the database copy as many by itself."""
    count = effort.of(10_000, 100)
    with TemporaryDirectory() as folder:
        here = Path(folder)
        with an_office(here / "ours.db") as ours, an_office(here / "floor.db") as floor:
            _add(floor, _notices(count, 0))
            contenders = [
                Contender(OURS, _adding(ours, count)),
                Contender(FLOOR, _copying(floor, count)),
            ]
            timings = alternate(contenders, effort.of(9, 1), effort.random)
    yield Line(
        "reminders into the outbox",
        f"{shown(timings.median(OURS))} each",
        f"{FLOOR} {shown(timings.median(FLOOR))}",
        timings.ratio(OURS, FLOOR),
        TARGET,
    )


def _notices(count: int, first: int) -> list[Notice]:
    recipient = Recipient("经办人", "clerk@office.example")
    return [
        Notice(
            "reply-5d",
            f"测公开申〔2026〕{first + n}号",
            AT.date() + timedelta(days=n % 20),
            recipient,
            "email",
            "【信息公开】还有5个工作日到期",
            "请于期限届满之前答复。",
        )
        for n in range(count)
    ]


def _add(office: Office, notices: list[Notice]) -> None:
    with office.installation.work(office.id) as uow:
        added = uow.outbox.add(notices)
    if added != len(notices):
        raise AssertionError(added)


def _adding(office: Office, count: int) -> Callable[[], Work]:
    rounds = iter(range(1_000))

    def prepare() -> Work:
        notices = _notices(count, next(rounds) * count)

        def work() -> int:
            _add(office, notices)
            return count

        return work

    return prepare


def _copying(office: Office, count: int) -> Callable[[], Work]:
    rounds = iter(range(1, 1_000))

    def prepare() -> Work:
        by = next(rounds) * count

        def work() -> int:
            with office.installation.work(office.id) as uow:
                uow.connection.execute(_COPY, {"by": by, "count": count})
            return count

        return work

    return prepare
