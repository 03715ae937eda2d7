"""The worklist: lights, what is left, what comes next, each as on a given day."""

from datetime import date

import pytest

from states.case import State
from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import a_member, a_move, a_reply, a_request
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.worklists import Wanted
from workflow.services.duty import Unattended
from workflow.services.staffing import BeAbsent, be_absent, leave
from workflow.services.worklist import (
    Condition,
    Light,
    NextStep,
    WorkLine,
    counts,
    mask,
    worklist,
)

RECEIVED = date(2025, 9, 1)  # Monday; due Sun 2025-09-28, worked in exchange


def lines(office: Office, today: date) -> list[WorkLine]:
    with office.read() as view:
        return worklist(view, today=today, calendar=office.calendar)


def the_line(office: Office, today: date) -> WorkLine:
    (line,) = lines(office, today)
    return line


@pytest.mark.parametrize(
    ("today", "light", "left"),
    [
        # From 2025-09-01: 2..5 = 1..4, 8..12 = 5..9, 15..19 = 10..14, 22..26 = 15..19, 28* = 20.
        (date(2025, 9, 19), Light.GREEN, 6),
        (date(2025, 9, 22), Light.YELLOW, 5),
        (date(2025, 9, 26), Light.YELLOW, 1),
        (date(2025, 9, 28), Light.RED, 0),
        (date(2025, 9, 29), Light.RED, -1),
    ],
)
def test_the_light_follows_the_working_days_that_are_left(
    office: Office, today: date, light: Light, left: int
) -> None:
    a_request(office, submitted_on=RECEIVED)

    line = the_line(office, today)

    assert (line.due, line.light, line.left) == (date(2025, 9, 28), light, left)
    assert (Condition.OVERDUE in line.conditions) is (left < 0)


def test_an_overdue_request_is_answered_at_once(office: Office) -> None:
    a_request(office, submitted_on=RECEIVED)

    assert the_line(office, date(2025, 9, 29)).next_step is NextStep.ASSIGN


def test_a_request_without_receipt_is_to_be_confirmed(office: Office) -> None:
    a_request(office, channel=Channel.INTERNET, submitted_on=date(2025, 9, 22))

    line = the_line(office, date(2025, 9, 22))

    assert (line.light, line.left, line.due) == (Light.YELLOW, None, None)
    assert (line.state, line.next_step) == (State.SUBMITTED, NextStep.CONFIRM)


def test_a_request_sent_back_stands_still_until_it_may_lapse(office: Office) -> None:
    number = a_request(office, submitted_on=RECEIVED)
    a_move(office, number, "request_correction", date(2025, 9, 3), workdays=5)

    # 2025-09-03 + 5 working days = Wed 2025-09-10.
    waiting = the_line(office, date(2025, 9, 10))
    over = the_line(office, date(2025, 9, 11))

    assert (waiting.light, waiting.next_step) == (Light.GREY, NextStep.AWAIT_CORRECTION)
    assert (over.light, over.next_step) == (Light.GREY, NextStep.LAPSE)


def test_a_consultation_stops_the_clock_until_its_statutory_end(office: Office) -> None:
    number = a_request(office, submitted_on=RECEIVED)
    a_move(office, number, "consult_third_party", date(2025, 9, 3), ref="甲")

    # 2025-09-03 + 15 working days: 4, 5, 8..12, 15..19, 22, 23, 24 = Wed 2025-09-24.
    standing = the_line(office, date(2025, 9, 24))
    running = the_line(office, date(2025, 9, 25))

    assert standing.light is Light.GREY
    assert standing.conditions == (Condition.CONSULTING,)
    assert standing.next_step is NextStep.AWAIT_OPINION
    assert running.light is not Light.GREY
    assert running.conditions == ()


def test_an_extended_request_says_so(office: Office) -> None:
    number = a_request(office, submitted_on=RECEIVED)
    a_move(office, number, "approve_extension", role=Role.HEAD_OF_OFFICE)
    a_move(office, number, "extend", workdays=10)

    assert the_line(office, date(2025, 9, 22)).conditions == (Condition.EXTENDED,)


def test_a_date_in_an_unannounced_year_is_marked_provisional(
    office: Office, clock: FixedClock
) -> None:
    clock.move(days=(date(2026, 12, 14) - date(2025, 9, 22)).days)
    a_request(office, submitted_on=date(2026, 12, 14))

    line = the_line(office, date(2026, 12, 14))

    assert line.provisional
    assert line.conditions == (Condition.PROVISIONAL,)


def test_the_most_urgent_comes_first_and_what_stands_still_comes_last(office: Office) -> None:
    fresh = a_request(office, submitted_on=date(2025, 9, 19))
    urgent = a_request(office, submitted_on=RECEIVED)
    stopped = a_request(office, submitted_on=RECEIVED)
    a_move(office, stopped, "consult_third_party", date(2025, 9, 18), ref="甲")

    found = [line.number for line in lines(office, date(2025, 9, 22))]

    assert found == [urgent, fresh, stopped]


def test_a_closed_request_leaves_the_list(office: Office) -> None:
    number = a_request(office, submitted_on=RECEIVED)
    a_reply(office, number, move="hand_over_reply")

    assert lines(office, date(2025, 9, 22)) == []


def test_the_counts_are_those_of_the_lines(office: Office) -> None:
    a_request(office, submitted_on=RECEIVED)
    a_request(office, submitted_on=date(2025, 8, 25))
    stopped = a_request(office, submitted_on=RECEIVED)
    a_move(office, stopped, "consult_third_party", date(2025, 9, 18), ref="甲")

    # 2025-08-25 + 20 = Mon 2025-09-22.
    assert counts(lines(office, date(2025, 9, 22))) == {
        "overdue": 0,
        "today": 1,
        "near": 1,
        "stopped": 1,
        "unattended": 3,
        "open": 3,
    }


@pytest.mark.parametrize(
    ("applicant", "kind", "shown"),
    [
        ("赟喆堃", "natural_person", "赟**"),
        ("张", "natural_person", "张"),
        ("", "natural_person", ""),
        ("东海测绘有限公司", "company", "东海测绘有限公司"),
    ],
)
def test_only_the_family_name_of_a_person_is_listed(applicant: str, kind: str, shown: str) -> None:
    assert mask(applicant, kind) == shown


# --- nobody attends --------------------------------------------------------------------------


def test_what_nobody_attends_to_heads_the_list_and_says_why(office: Office) -> None:
    for name in ("王小兰", "李四", "赵六"):
        a_member(office, name)
    mine = a_request(office, submitted_on=date(2025, 8, 25), officer="王小兰")  # due today
    away = a_request(office, submitted_on=RECEIVED, officer="李四")
    gone = a_request(office, submitted_on=date(2025, 9, 19), officer="赵六")
    alone = a_request(office, submitted_on=RECEIVED)
    at = office.clock.now()
    with office.work() as uow:
        be_absent(BeAbsent(name="李四", actor="王小兰", role=Role.CLERK), uow, at=at)
        leave("赵六", uow, actor="王小兰", at=at)

    found = lines(office, date(2025, 9, 22))

    assert [(line.number, line.unattended) for line in found] == [
        (away, Unattended.ABSENT),
        (alone, Unattended.UNASSIGNED),
        (gone, Unattended.LEFT),
        (mine, None),
    ]
    assert counts(found)["unattended"] == 3


def test_what_a_deputy_attends_to_is_not_marked(office: Office) -> None:
    a_member(office, "王小兰")
    a_member(office, "李四")
    a_request(office, submitted_on=RECEIVED, officer="王小兰")
    absence = BeAbsent(name="王小兰", deputy="李四", actor="李四", role=Role.CLERK)
    with office.work() as uow:
        be_absent(absence, uow, at=office.clock.now())

    assert the_line(office, date(2025, 9, 22)).unattended is None


def test_a_page_begins_with_what_nobody_attends_to_however_late_it_is_due(
    office: Office,
) -> None:
    a_member(office, "王小兰")
    for _ in range(3):
        a_request(office, submitted_on=date(2025, 8, 25), officer="王小兰")
    alone = a_request(office, submitted_on=date(2025, 9, 19))

    with office.read() as view:
        page = worklist(view, today=date(2025, 9, 22), calendar=office.calendar, limit=2)

    assert (page[0].number, len(page)) == (alone, 2)


def test_a_list_of_ones_own_is_ones_own(office: Office) -> None:
    a_member(office, "王小兰")
    mine = a_request(office, submitted_on=RECEIVED, officer="王小兰")
    a_request(office, submitted_on=RECEIVED)

    with office.read() as view:
        page = worklist(
            view,
            today=date(2025, 9, 22),
            calendar=office.calendar,
            wanted=Wanted(case_officer="王小兰"),
        )

    assert [line.number for line in page] == [mine]
