"""The report asked of real registers: entered through units of work, read through a view."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from states.case import Event, EventKind
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests import databases
from tests.workflow.reports.desk import statistics
from workflow.bootstrap import Office, open_installation
from workflow.records.facts import (
    Narrative,
    NewFact,
    NewRequest,
    OfficeProfile,
    OpeningBalance,
    RequestFacts,
)
from workflow.records.register_facts import (
    Publication,
)
from workflow.records.unit_of_work import UnitOfWork
from workflow.reports.annual import AnnualReport
from workflow.reports.catalogue import FORMS
from workflow.reports.errors import FormUnknownError
from workflow.services.reporting import ReportWanted, report_year
from workflow.settings import Settings

JANUARY = datetime(2018, 1, 10, 1, 0, tzinfo=UTC)
MARCH = datetime(2018, 3, 10, 1, 0, tzinfo=UTC)
MAY = datetime(2018, 5, 10, 1, 0, tzinfo=UTC)
CLERK = "clerk"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_installation(
        Settings(data_dir=tmp_path, database_url=databases.one())
    ) as installation:
        opened = installation.establish(OfficeProfile(name="净峰镇人民政府"), actor=CLERK)
        with opened.work() as uow:
            _enter_2017(uow, opened)
        yield opened


def _enter_2017(uow: UnitOfWork, office: Office) -> None:
    uow.publications.add(
        Publication(
            title="办事指南",
            published_on=date(2017, 5, 4),
            channels="website gazette",
            index_number="2017-001",
        ),
        actor=CLERK,
        at=JANUARY,
    )
    uow.opening_balances.add(
        OpeningBalance(indicator="主动公开文件数", as_of_on=date(2016, 12, 31), amount=160),
        actor=CLERK,
        at=JANUARY,
    )
    uow.narratives.add(
        Narrative(year=2017, section="一、概述", body="公开{{ 主动公开文件数 }}条。"),
        actor=CLERK,
        at=JANUARY,
    )
    received = NewFact(Event(EventKind.RECEIVED, date(2017, 3, 6)))
    answered = NewFact(Event(EventKind.REPLY_SENT, date(2017, 3, 20), outcome=Outcome.NOT_HELD))
    uow.requests.add(
        NewRequest(
            RequestFacts(channel=Channel.IN_PERSON, applicant="张三", content="预算"),
            (received, answered),
            number="2017-1",
        ),
        actor=CLERK,
        at=JANUARY,
        calendar=office.calendar,
    )


def report(office: Office, as_known_on: datetime | None = None) -> AnnualReport:
    wanted = ReportWanted(year=2017, as_known_on=as_known_on)
    with office.read() as records:
        return report_year(records, wanted, at=MAY, calendar=office.calendar)


def test_the_registers_are_counted_the_same_now_as_known_on_the_day(office: Office) -> None:
    now = report(office)
    as_known = report(office, JANUARY)

    counted = statistics(now)
    assert counted["主动公开文件数"] == (1, 161)
    assert counted["政府公报公开"] == (1, 1)
    assert counted["当面申请数"] == (1, 1)
    assert counted["其他类型答复数"] == (1, 1)
    assert now.cells == as_known.cells
    assert (now.printed.as_known_on, as_known.printed.as_known_on) == (MAY, JANUARY)
    assert replace(now.printed, as_known_on=JANUARY) == as_known.printed


@pytest.mark.parametrize("key", FORMS)
def test_every_form_counts_the_same_now_as_known_on_the_day(office: Office, key: str) -> None:
    wanted = ReportWanted(year=2017, form_key=key)
    with office.read() as records:
        now = report_year(records, wanted, at=MAY, calendar=office.calendar)
        as_known = report_year(
            records, replace(wanted, as_known_on=JANUARY), at=MAY, calendar=office.calendar
        )
        before = report_year(
            records,
            replace(wanted, as_known_on=JANUARY - timedelta(days=1)),
            at=MAY,
            calendar=office.calendar,
        )

    assert now.cells == as_known.cells
    assert replace(now.printed, as_known_on=JANUARY) == as_known.printed
    assert any(cell.value for cell in now.cells.values())
    assert not any(cell.value for cell in before.cells.values())


def test_a_request_merged_in_march_counts_as_known_before(office: Office) -> None:
    for number in ("2017-2", "2017-3"):
        received = NewFact(Event(EventKind.RECEIVED, date(2017, 12, 4)))
        facts = RequestFacts(channel=Channel.EMAIL, applicant="李四", content="规划")
        with office.work() as uow:
            uow.requests.add(
                NewRequest(facts, (received,), number=number),
                actor=CLERK,
                at=JANUARY,
                calendar=office.calendar,
            )
    with office.work() as uow:
        merged = Event(EventKind.MERGED, date(2017, 12, 11), ref="2017-2")
        uow.requests.record("2017-3", merged, actor=CLERK, at=MARCH, calendar=office.calendar)

    known = {
        at: [report_of(office, at).cell("requests", row, "total").value for row in ("R1", "R4")]
        for at in (JANUARY, MARCH, None)
    }

    assert known == {JANUARY: [3, 2], MARCH: [2, 1], None: [2, 1]}
    assert not report_of(office, None).has_errors


def report_of(office: Office, at: datetime | None) -> AnnualReport:
    wanted = ReportWanted(year=2017, form_key="2021", as_known_on=at)
    with office.read() as records:
        return report_year(records, wanted, at=MAY, calendar=office.calendar)


def test_an_amendment_counts_from_when_it_was_entered(office: Office) -> None:
    with office.work() as uow:
        uow.publications.amend(
            1,
            {"published_on": date(2018, 1, 4), "channels": "website"},
            reason="日期录错",
            actor=CLERK,
            at=MARCH,
        )
        uow.narratives.amend(1, {"body": "没有公开。"}, reason="改写", actor=CLERK, at=MARCH)

    before, after = report(office, JANUARY), report(office, MARCH)

    assert statistics(before)["主动公开文件数"] == (1, 161)
    assert statistics(after)["主动公开文件数"] == (0, 160)
    assert after.cells == report(office).cells
    assert (before.printed.sections[0].text, after.printed.sections[0].text) == (
        "公开1条。",
        "没有公开。",
    )


def test_a_reply_annulled_in_march_counts_as_known_in_january(office: Office) -> None:
    with office.work() as uow:
        reply = uow.requests.history("2017-1")[-1]
        uow.requests.annul(
            "2017-1", reply.seq, reason="录错", actor=CLERK, at=MARCH, calendar=office.calendar
        )

    known = {at: statistics(report(office, at))["对申请的答复总数"] for at in (JANUARY, MARCH)}

    assert known == {JANUARY: (1, 1), MARCH: (0, 0)}
    assert statistics(report(office))["对申请的答复总数"] == (0, 0)


def test_a_form_is_refused_that_is_not_there(office: Office) -> None:
    wanted = ReportWanted(year=2017, form_key="1999")
    with (
        office.read() as records,
        pytest.raises(FormUnknownError),
    ):
        report_year(records, wanted, at=MAY, calendar=office.calendar)


def test_a_channel_put_right_counts_from_when_that_was_entered(office: Office) -> None:
    with office.work() as uow:
        uow.requests.amend(
            "2017-1",
            {"channel": "internet"},
            reason="渠道录错",
            actor=CLERK,
            at=MARCH,
            calendar=office.calendar,
        )

    known = {
        at: [statistics(report(office, at))[name] for name in ("当面申请数", "网上申请数")]
        for at in (JANUARY, MARCH)
    }

    assert known == {JANUARY: [(1, 1), (0, 0)], MARCH: [(0, 0), (1, 1)]}
