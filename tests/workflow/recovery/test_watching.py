"""The night watch: what is wrong with records or backups reaches those who answer for them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col

from states.steps import Role
from tests.builders import TOWN, a_request, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office
from workflow.records.facts import StaffMember
from workflow.records.tables.requests import RequestRow
from workflow.recovery.backing_up import back_up
from workflow.recovery.watching import BACKUPS, RECORDS, watch

# Monday 22 September 2025, 02:30 in Shanghai.
NIGHT = datetime(2025, 9, 21, 18, 30, tzinfo=UTC)
HEAD = "陈主任"


@pytest.fixture(name="clock")
def _clock() -> FixedClock:
    return FixedClock(NIGHT)


@pytest.fixture(name="installation")
def _installation(tmp_path: Path, clock: FixedClock) -> Iterator[Installation]:
    with an_installation(tmp_path, clock) as installation:
        yield installation


@pytest.fixture(name="office")
def _office(installation: Installation) -> Office:
    office = installation.establish(TOWN, actor="王管理")
    with office.work() as uow:
        head = StaffMember(name=HEAD, role=Role.HEAD_OF_OFFICE, email="chen@example.cn")
        uow.staff.add(head, actor="王管理", at=NIGHT)
    return office


def told(office: Office) -> list[tuple[str, str]]:
    """Return what was written, and by which channel."""
    with office.read() as view:
        return [(row.request_number, row.channel) for row in view.outbox.all()]


def night(installation: Installation) -> list[str]:
    return [*watch(installation, "email")]


def test_without_a_backup_of_this_week_the_head_is_told_once_a_week(
    installation: Installation, office: Office, clock: FixedClock
) -> None:
    for _ in range(5):  # Monday to Friday
        assert night(installation) == []
        clock.instant += timedelta(days=1)
    assert told(office) == [(BACKUPS, "email")]

    clock.instant += timedelta(days=2)  # Monday 29 September, the last working day but one
    night(installation)
    assert told(office) == [(BACKUPS, "email")] * 2


def test_with_a_fresh_backup_nobody_is_told(
    installation: Installation, office: Office, clock: FixedClock, tmp_path: Path
) -> None:
    back_up(installation.settings, tmp_path / "kept.zip", at=NIGHT)
    night(installation)
    assert told(office) == []

    clock.instant += timedelta(days=8)
    night(installation)
    assert told(office) == [(BACKUPS, "email")]
    with office.read() as view:
        assert "2025年9月22日" in view.outbox.all()[0].body


def test_a_break_waits_on_the_desk_and_leaves_by_the_channel_too(
    installation: Installation, office: Office, tmp_path: Path
) -> None:
    back_up(installation.settings, tmp_path / "kept.zip", at=NIGHT)
    number = a_request(office, submitted_on=date(2025, 9, 1))
    with office.work() as uow:
        row = uow.requests.find(number)
        uow.store.connection.execute(
            update(RequestRow).where(col(RequestRow.id) == row.id).values(content="changed")
        )

    assert night(installation) == [office.name]
    assert night(installation) == [office.name]

    about_records = [one for one in told(office) if one[0] != number]
    assert about_records == [("", "in_app"), (RECORDS, "email")]
