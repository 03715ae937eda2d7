"""What an office sets of its reminders: a rule off, a rule earlier; nothing else is taken."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from notifications.rules import ALL_RULES
from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey
from states.steps import Role
from tests import databases
from tests.notifications.fakes_notifications import HandClock
from workflow.bootstrap import Office, open_installation
from workflow.records.facts import OfficeProfile
from workflow.services.reminder_errors import (
    ReminderDaysError,
    ReminderDaysFixedError,
    ReminderRuleUnknownError,
)
from workflow.services.reminder_rules import OFF, rules_of, set_rule
from workflow.services.waiting import _next_calendar
from workflow.settings import Settings

AT = datetime(2025, 10, 10, 1, tzinfo=UTC)  # Friday


def set_in(office: Office, rule: str, value: str | int) -> dict[str, int]:
    """Set a rule, and return the days of the rules in use."""
    with office.work() as uow:
        set_rule(uow, rule, value, reason="试", actor="林主任", role=Role.HEAD_OF_OFFICE, at=AT)
        return {one.id: one.days_before for one in rules_of(uow)}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    settings = Settings(data_dir=tmp_path, database_url=databases.one())
    with open_installation(settings, HandClock(AT)) as opened:
        yield opened.establish(OfficeProfile(name="净峰镇人民政府"), actor="林主任")


def test_a_rule_is_moved_switched_off_and_as_usual_again(office: Office) -> None:
    assert set_in(office, "reply-5d", 7)["reply-5d"] == 7
    assert "reply-5d" not in set_in(office, "reply-5d", OFF)
    assert set_in(office, "reply-5d", "")["reply-5d"] == 5


@pytest.mark.parametrize(
    ("rule", "value", "error"),
    [
        ("no-such-rule", 3, ReminderRuleUnknownError),
        ("reply-5d", 0, ReminderDaysError),
        ("reply-5d", 11, ReminderDaysError),
        ("reply-0d", 3, ReminderDaysFixedError),
        ("report-draft", 3, ReminderDaysFixedError),
    ],
)
def test_what_cannot_be_set_is_refused(
    office: Office, rule: str, value: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        set_in(office, rule, value)


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({rule.id for rule in ALL_RULES}) == len(ALL_RULES)


# 1 November 2025 is a Saturday; Monday 3 begins the first week with a working day.
@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2025, 10, 31), None),  # Friday
        (date(2025, 11, 3), date(2025, 11, 3)),  # Monday
        (date(2025, 11, 7), date(2025, 11, 3)),  # Friday of that week
        (date(2025, 11, 10), date(2025, 11, 10)),  # Monday: another key
    ],
)
def test_the_missing_notice_is_told_weekly_from_november(today: date, due: date | None) -> None:
    calendar = WorkCalendar(())

    found = [matter.deadlines[0] for matter in _next_calendar(today, calendar)]

    assert [one.due for one in found] == ([] if due is None else [due])
    assert all(one.key is ClockKey.NEXT_CALENDAR for one in found)
