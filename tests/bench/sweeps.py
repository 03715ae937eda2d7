"""The sweep of reminders over an office of a million requests, of which ten thousand are open."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Engine, create_engine, text

from notifications.rules import MOST_DAYS
from states.calendar.workdays import built_in
from states.statute.practice import DEFAULT_PRACTICE
from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.million import OFFICE, build
from tests.bench.postgres import a_server
from tests.bench.timing import shown
from workflow.records.canonical import canonical_json
from workflow.records.engine import writing_engine
from workflow.records.unit_of_work import unit_of_work, writer_for
from workflow.services.reminding import EMAIL, plan_reminders

AT = datetime(2026, 1, 20, 2, tzinfo=UTC)  # Tuesday, 10:00 in Shanghai
TODAY = AT.date()
SWEEP = Target("s", must=at_most(2))
AGAIN = Target("s")
DUE = Target("ms", must=at_most(5))

_CLERKS = 40


def bench(effort: Effort) -> Iterator[Line]:
    """Time the sweep on SQLite."""
    with TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'million.db'}"
        filling = create_engine(address)
        count, still_open = _filled(filling, effort)
        filling.dispose()
        yield from _on(writing_engine(address), "SQLite", count, still_open)


def bench_postgres(effort: Effort) -> Iterator[Line]:
    """Time the same on a server of one's own."""
    with a_server() as address:
        engine = create_engine(address, json_serializer=canonical_json)
        count, still_open = _filled(engine, effort)
        with engine.connect() as connection:
            by_itself = connection.execution_options(isolation_level="AUTOCOMMIT")
            by_itself.execute(text("VACUUM ANALYZE"))
        yield from _on(engine, "PostgreSQL", count, still_open)


def _filled(engine: Engine, effort: Effort) -> tuple[int, int]:
    """Fill the office, leave the last ten thousand open, and give it people with addresses."""
    count, still_open = effort.of(1_000_000, 3_000), effort.of(10_000, 300)
    build(engine, count, effort.random)
    calendar = built_in()
    with engine.begin() as connection:
        connection.execute(
            text(
                "UPDATE request SET closed_on = :day, closed_year = :year, state = 'answered' "
                "WHERE closed_on IS NULL"
            ),
            {"day": date(2026, 1, 19).isoformat(), "year": 2026},
        )
        open_ids = {"first": count - still_open}
        connection.execute(
            text(
                "DELETE FROM event WHERE office_id = 1 AND subject = 'request' "
                "AND subject_id > :first AND position > 1"
            ),
            open_ids,
        )
        days = [calendar.nth_workday(TODAY, 1 + place % 25) for place in range(still_open)]
        connection.execute(
            text(
                "UPDATE request SET closed_on = NULL, closed_year = NULL, state = 'received', "
                "outcome = NULL, on_time = NULL, received_on = :received, next_due = :due, "
                "answer_due = :due, case_officer = :officer, event_count = 2, version = 2 "
                "WHERE office_id = 1 AND id = :id"
            ),
            [
                {
                    "received": _received(due).isoformat(),
                    "due": due.isoformat(),
                    "officer": f"经办{place % _CLERKS}",
                    "id": count - place,
                }
                for place, due in enumerate(days)
            ],
        )
        connection.execute(
            text(
                "UPDATE event SET happened_on = :received "
                "WHERE office_id = 1 AND subject = 'request' AND subject_id = :id"
            ),
            [
                {"received": _received(due).isoformat(), "id": count - place}
                for place, due in enumerate(days)
            ],
        )
        names = [*(f"经办{place}" for place in range(_CLERKS)), "主任"]
        connection.execute(
            text(
                "INSERT INTO staff (office_id, id, name, role, account, email, active) "
                "VALUES (1, :id, :name, :role, '', :email, :active)"
            ),
            [
                {
                    "id": place,
                    "name": name,
                    "role": "head_of_office" if name == "主任" else "clerk",
                    "email": f"{place}@office.example",
                    "active": True,
                }
                for place, name in enumerate(names, 1)
            ],
        )
    return count, still_open


def _received(due: date) -> date:
    """Return a day whose answering period ends on another."""
    calendar = built_in()
    return next(
        day
        for day in (date.fromordinal(due.toordinal() - ago) for ago in range(15, 60))
        if calendar.nth_workday(day, 20) == due
    )


def _on(engine: Engine, name: str, count: int, still_open: int) -> Iterator[Line]:
    writer, calendar = writer_for(engine), built_in()
    work = f"sweep of reminders, {count:,} requests, {still_open:,} open, {name}"

    def sweep() -> tuple[float, int]:
        begun = perf_counter()
        with unit_of_work(writer, OFFICE, DEFAULT_PRACTICE, lambda: AT) as uow:
            found = plan_reminders(uow, "测速市", at=AT, calendar=calendar, channel=EMAIL)
        return perf_counter() - begun, found.added

    with unit_of_work(writer, OFFICE, DEFAULT_PRACTICE, lambda: AT) as uow:
        horizon = calendar.nth_workday(TODAY, 1 + MOST_DAYS // 2)
        uow.requests.next_due_by(horizon)  # the statement is compiled once for each process
        begun = perf_counter()
        near = uow.requests.next_due_by(horizon)
        seconds = perf_counter() - begun
        yield Line(
            f"what is due, {count:,} requests, {still_open:,} open, {name}",
            shown(seconds),
            f"{len(near):,} found",
            seconds * 1_000,
            DUE,
        )
    first, added = sweep()
    if not added:
        raise AssertionError(added)
    yield Line(f"{work}: the first", shown(first), f"{added:,} notices", first, SWEEP)
    again, more = sweep()
    if more:
        raise AssertionError(more)
    yield Line(f"{work}: nothing new", shown(again), "", again, AGAIN)
    writer.close()
    engine.dispose()
