"""The year's end by itself: a draft appears once, and is not forgotten until it is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from notifications.messages import Lang
from states.case import Event, EventKind
from states.clock.fixed import FixedDate
from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import TOWN, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office
from workflow.records.facts import (
    NewFact,
    NewRequest,
    OfficeProfile,
    RequestFacts,
    StaffMember,
)
from workflow.services.errors import YearNotOverError
from workflow.services.freezing import FreezeReport, PublishReport, freeze_report, publish_report
from workflow.services.report_drafts import (
    draft_last_year,
    draft_report,
    remind_of_reports,
    report_years,
)

HEAD = StaffMember(name="王五", role="head_of_office", email="head@example.cn")
CLERK = StaffMember(name="李四", email="clerk@example.cn")


@dataclass
class YearEnd:
    """An office at the end of a year, and the runs of its scheduler."""

    installation: Installation
    office: Office
    clock: FixedClock

    def on(self, day: date) -> None:
        self.clock.instant = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)

    def run(self, day: date) -> tuple[bool, int]:
        """Run once, as the scheduler does: did a draft appear, and how many notices are new."""
        self.on(day)
        at, calendar = self.clock.now(), self.office.calendar
        with self.office.work() as uow:
            drafted = draft_last_year(uow, at=at, calendar=calendar)
            told = remind_of_reports(uow, self.office.name, at=at, calendar=calendar)
        return drafted, told

    def told(self) -> list[tuple[str, str, date | None]]:
        with self.office.read() as view:
            return [(row.rule, row.recipient, row.due_on) for row in view.outbox.all()]

    def freeze(self) -> None:
        at = self.clock.now()
        command = FreezeReport(year=2025, actor="王五", role=Role.HEAD_OF_OFFICE)
        with self.office.work() as uow:
            freeze_report(command, uow, at=at, calendar=self.office.calendar)

    def publish(self, day: date) -> None:
        command = PublishReport(year=2025, on=day, actor="王五", role=Role.HEAD_OF_OFFICE)
        with self.office.work() as uow:
            publish_report(command, uow, at=self.clock.now())

    def due(self) -> FixedDate:
        with self.office.read() as view:
            return report_years(view, self.office.calendar)[0].due


@pytest.fixture
def year_end(tmp_path: Path) -> Iterator[YearEnd]:
    clock = FixedClock.on(date(2025, 6, 2))  # Monday
    with an_installation(tmp_path, clock) as installation:
        office = installation.establish(TOWN, actor="管理员")
        with office.work() as uow:
            for member in (HEAD, CLERK):
                uow.staff.add(member, actor="管理员", at=clock.now())
        yield YearEnd(installation, office, clock)


def test_the_draft_of_last_year_appears_on_1_january_and_once(year_end: YearEnd) -> None:
    assert year_end.run(date(2025, 12, 31)) == (False, 0)

    # 1 January 2026 is a day off: the draft is there, the notice waits for a working day.
    assert year_end.run(date(2026, 1, 1)) == (True, 0)
    assert year_end.run(date(2026, 1, 1)) == (False, 0)

    with year_end.office.read() as view:
        drafts = view.report_drafts.all()
    assert [(row.year, row.drafted_on, row.form, row.errors, row.warnings) for row in drafts] == [
        (2025, date(2026, 1, 1), "2021", 0, 1)
    ]


def test_another_process_lets_no_second_draft_appear(year_end: YearEnd, tmp_path: Path) -> None:
    assert year_end.run(date(2026, 1, 5)) == (True, 1)

    with an_installation(tmp_path, year_end.clock) as other:
        again = YearEnd(other, other.office(), year_end.clock)
        assert again.run(date(2026, 1, 5)) == (False, 0)


def test_a_run_that_was_missed_is_made_up_for(year_end: YearEnd) -> None:
    drafted, told = year_end.run(date(2026, 3, 3))  # Tuesday

    assert (drafted, told) == (True, 1)
    assert [rule for rule, *_ in year_end.told()] == ["report-overdue"]


def test_an_office_that_began_this_year_has_nothing_to_report_of_the_last(
    year_end: YearEnd,
) -> None:
    year_end.on(date(2026, 2, 3))  # Tuesday
    later = year_end.installation.establish(OfficeProfile(name="新设机关"), actor="管理员")

    with later.work() as uow:
        assert not draft_last_year(uow, at=year_end.clock.now(), calendar=later.calendar)


def test_an_office_that_entered_last_years_requests_has_a_report_to_make(
    year_end: YearEnd,
) -> None:
    year_end.on(date(2026, 2, 3))  # Tuesday
    later = year_end.installation.establish(OfficeProfile(name="新设机关"), actor="管理员")
    with later.work() as uow:
        uow.requests.add(
            NewRequest(
                RequestFacts(channel=Channel.IN_PERSON, applicant="张三", content="预算"),
                (NewFact(Event(EventKind.RECEIVED, date(2025, 12, 1))),),
            ),
            actor="李四",
            at=year_end.clock.now(),
            calendar=later.calendar,
        )

    with later.work() as uow:
        assert draft_last_year(uow, at=year_end.clock.now(), calendar=later.calendar)


def test_the_head_is_reminded_until_the_report_is_published(year_end: YearEnd) -> None:
    rounds = {
        day: year_end.run(day)[1]
        for day in (
            date(2026, 1, 1),  # a day off
            date(2026, 1, 5),  # Monday: 20 working days are left to Friday 30 January
            date(2026, 1, 6),
            date(2026, 1, 16),  # Friday: 19 to 23 and 26 to 30 January, ten
            date(2026, 1, 19),
            date(2026, 1, 23),  # Friday: five
            date(2026, 1, 29),  # Thursday: one
            date(2026, 1, 30),  # Friday: none, the last working day before 31 January
            date(2026, 2, 2),  # Monday: overdue
            date(2026, 2, 3),
        )
    }

    assert list(rounds.values()) == [0, 1, 0, 1, 0, 1, 1, 1, 1, 0]
    assert [(rule, due) for rule, _, due in year_end.told()] == [
        ("report-draft", date(2026, 1, 30)),
        ("report-10d", date(2026, 1, 30)),
        ("report-5d", date(2026, 1, 30)),
        ("report-1d", date(2026, 1, 30)),
        ("report-0d", date(2026, 1, 30)),
        ("report-overdue", date(2026, 1, 31)),
    ]
    assert {who for _, who, _ in year_end.told()} == {"王五 <head@example.cn>"}


def test_a_frozen_report_is_still_reminded_of_and_a_published_one_is_not(
    year_end: YearEnd,
) -> None:
    year_end.run(date(2026, 1, 5))  # Monday
    year_end.freeze()
    assert year_end.run(date(2026, 1, 16)) == (False, 1)
    with year_end.office.read() as view:
        last = view.outbox.all()[-1]
    assert "已于2026年1月5日封存，尚未登记公布" in last.body

    year_end.publish(date(2026, 1, 16))

    assert year_end.run(date(2026, 1, 23)) == (False, 0)
    assert year_end.run(date(2026, 2, 2)) == (False, 0)


@pytest.mark.parametrize(
    ("level", "year", "due"),
    [
        # 条例(2019) 第四十九条：部门一月三十一日，政府三月三十一日；乡镇照设置，默认一月三十一日。
        ("town", 2025, date(2026, 1, 31)),
        ("department", 2025, date(2026, 1, 31)),
        ("county", 2025, date(2026, 3, 31)),
        ("city", 2025, date(2026, 3, 31)),
        # 条例(2007) 第三十一条：三月三十一日。
        ("town", 2018, date(2019, 3, 31)),
        ("department", 2018, date(2019, 3, 31)),
    ],
)
def test_each_level_of_office_has_its_date(
    year_end: YearEnd, level: str, year: int, due: date
) -> None:
    year_end.on(date(2026, 4, 1))  # Wednesday
    profile = OfficeProfile(name="某机关", level=level)
    year_end.office = year_end.installation.establish(profile, actor="管理员")
    with year_end.office.work() as uow:
        at, calendar = year_end.clock.now(), year_end.office.calendar
        draft_report(uow, year, actor="王五", at=at, calendar=calendar)

    assert year_end.due().due == due


def test_a_year_that_is_not_over_has_no_draft(year_end: YearEnd) -> None:
    at, calendar = year_end.clock.now(), year_end.office.calendar

    with pytest.raises(YearNotOverError), year_end.office.work() as uow:
        draft_report(uow, 2025, actor="王五", at=at, calendar=calendar)


def test_a_draft_asked_for_by_hand_is_the_same_draft(year_end: YearEnd) -> None:
    year_end.on(date(2026, 1, 5))  # Monday
    for _ in range(2):
        with year_end.office.work() as uow:
            at, calendar = year_end.clock.now(), year_end.office.calendar
            draft_report(uow, 2025, actor="王五", at=at, calendar=calendar)

    assert year_end.run(date(2026, 1, 6)) == (False, 1)
    with year_end.office.read() as view:
        assert len(view.report_drafts.all()) == 1
    assert year_end.office.verify().holds


@pytest.mark.parametrize("lang", Lang)
def test_a_notice_says_how_far_the_report_has_come(year_end: YearEnd, lang: Lang) -> None:
    year_end.on(date(2026, 1, 5))  # Monday
    at, calendar = year_end.clock.now(), year_end.office.calendar
    with year_end.office.work() as uow:
        draft_last_year(uow, at=at, calendar=calendar)
        remind_of_reports(uow, year_end.office.name, at=at, calendar=calendar, lang=lang)
        (notice,) = uow.outbox.all()

    words = {Lang.ZH: "草稿已于2026年1月5日生成", Lang.EN: "drafted on 2026-01-05"}
    assert words[lang] in notice.body
    assert "2026年1月31日" in notice.subject or "31 Jan 2026" in notice.subject
