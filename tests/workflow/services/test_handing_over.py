"""Hand-over: everything open passes, at once and once; nothing else moves, and no date does."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import TOWN, a_member, a_move, a_reply, a_request, an_installation, by
from workflow.bootstrap import Office
from workflow.records.facts import RecordsCorrection
from workflow.records.register_facts import (
    Complaint,
    Lawsuit,
    Publication,
    Reconsideration,
)
from workflow.services.duties import Duty, duties_of
from workflow.services.errors import OneselfError, StaffAbsentError, StaffUnknownError
from workflow.services.handing_over import HandedOver, HandOver, hand_over
from workflow.services.records_corrections import log_records
from workflow.services.registers.books import COMPLAINTS, LAWSUITS, RECONSIDERATIONS
from workflow.services.registers.entering import enter
from workflow.services.registers.publishing import enter_publication
from workflow.services.staffing import BeAbsent, be_absent, leave
from workflow.services.worklist import Light, NextStep, worklist

TODAY = date(2025, 9, 22)  # Monday, where the clock of the tests stands
LATE = date(2025, 8, 18)  # Monday: 20 working days later is Mon 2025-09-15
GIVER, RECEIVER, OTHER = "王小兰", "李四", "赵六"


@pytest.fixture
def office(office: Office) -> Office:
    for name in (GIVER, RECEIVER, OTHER):
        a_member(office, name)
    return office


def handed_over(
    office: Office,
    giver: str = GIVER,
    receiver: str = RECEIVER,
    *,
    role: Role = Role.CLERK,
    key: str = "",
) -> HandedOver:
    command = HandOver(
        giver=giver, receiver=receiver, actor=giver, role=role, idempotency_key=key or None
    )
    with office.work() as uow:
        return hand_over(command, uow, at=office.clock.now(), calendar=office.calendar)


def duties(office: Office, name: str) -> list[Duty]:
    with office.read() as view:
        return duties_of(view, name, TODAY, office.calendar, office.practice)


def some_of_everything(office: Office, officer: str) -> None:
    a_request(office, officer=officer)
    writer = by(office)
    with office.work() as uow:
        enter(RECONSIDERATIONS, Reconsideration(received_on=TODAY, officer=officer), uow, writer)
        enter(
            LAWSUITS,
            Lawsuit(received_on=TODAY, after_reconsideration=False, officer=officer),
            uow,
            writer,
        )
        enter(
            COMPLAINTS, Complaint(received_on=TODAY, matter="未公开", officer=officer), uow, writer
        )
        enter_publication(Publication(title="预算", formed_on=TODAY, officer=officer), uow, writer)


def test_every_kind_of_work_passes(office: Office) -> None:
    some_of_everything(office, GIVER)

    done = handed_over(office)

    assert {duty.subject for duty in done.duties} == {
        "request",
        "reconsideration",
        "lawsuit",
        "complaint",
        "publication",
    }
    assert duties(office, GIVER) == []
    assert [duty.named for duty in duties(office, RECEIVER)] == [duty.named for duty in done.duties]
    assert office.verify().holds


def test_a_hand_over_is_on_record_with_all_that_passed(office: Office) -> None:
    some_of_everything(office, GIVER)

    handed_over(office)

    with office.read() as view:
        (row,) = view.handovers.all()
    assert (row.giver, row.receiver, row.handed_on) == (GIVER, RECEIVER, TODAY)
    assert len(row.matters.splitlines()) == 5
    assert "request 净公开申〔2025〕1号" in row.matters.splitlines()


def test_the_history_of_a_request_keeps_both_officers_and_why(office: Office) -> None:
    number = a_request(office, officer=GIVER)

    handed_over(office)

    with office.read() as view:
        last = view.requests.history(number)[-1]
    assert last.terms == {"facts": {"case_officer": RECEIVER}, "reason": "交接"}


def test_what_is_overdue_stays_overdue(office: Office) -> None:
    number = a_request(office, officer=GIVER, submitted_on=LATE)

    done = handed_over(office)

    # 2025-08-18: 19..22 = 1..4, 25..29 = 5..9, 09-01..05 = 10..14, 8..12 = 15..19, Mon 15 = 20.
    (duty,) = done.duties
    assert duty.next_due is not None
    assert (duty.next_due.on, duty.next_due.is_late) == (date(2025, 9, 15), True)
    with office.read() as view:
        (line,) = worklist(view, today=TODAY, calendar=office.calendar)
    assert (line.number, line.light, line.case_officer) == (number, Light.RED, RECEIVER)
    assert (line.left, line.next_step) == (-5, NextStep.DECIDE)


def test_what_is_closed_stays_with_whoever_closed_it(office: Office) -> None:
    number = a_request(office, officer=GIVER)
    a_reply(office, number, late_reason="经办人更换")

    assert handed_over(office).row is None

    with office.read() as view:
        assert view.requests.find(number).case_officer == GIVER
        assert view.handovers.all() == []


def test_a_correction_of_records_passes_with_the_office_s_own_day(office: Office) -> None:
    facts = RecordsCorrection(
        received_on=date(2025, 9, 1), applicant="张三", record="户籍", case_officer=GIVER
    )
    with office.work() as uow:
        log_records(facts, uow, actor=GIVER, role=Role.CLERK, at=office.clock.now())

    (duty,) = handed_over(office).duties

    with office.read() as view:
        (row,) = view.records_corrections.all()
    assert row.case_officer == RECEIVER
    # The office's own 20 working days: 2..5 = 1..4, 8..12 = 5..9, 15..19 = 10..14,
    # 22..26 = 15..19, Sun 28 (worked for the holiday) = 20.
    assert duty.next_due is not None
    assert duty.next_due.on == date(2025, 9, 28)


def test_what_is_left_to_do_beside_the_reply_is_on_the_list(office: Office) -> None:
    number = a_request(office, officer=GIVER)
    a_move(office, number, "consult_third_party", ref="甲公司")

    (duty,) = handed_over(office).duties

    assert [(left.kind.value, left.ref) for left in duty.left_to_do] == [
        ("record_delivery", "甲公司")
    ]


def test_standing_in_for_others_passes_too(office: Office) -> None:
    absence = BeAbsent(name=OTHER, deputy=GIVER, actor=OTHER, role=Role.CLERK)
    with office.work() as uow:
        be_absent(absence, uow, at=office.clock.now())

    handed_over(office)

    with office.read() as view:
        (row,) = view.absences.all()
    assert row.deputy == RECEIVER


def test_nobody_comes_to_stand_in_for_themselves(office: Office) -> None:
    absence = BeAbsent(
        name=RECEIVER, deputy=GIVER, actor=OTHER, role=Role.CLERK, from_on=date(2025, 10, 9)
    )
    with office.work() as uow:
        be_absent(absence, uow, at=office.clock.now())

    handed_over(office)

    with office.read() as view:
        (row,) = view.absences.all()
    assert row.deputy == ""


def test_the_work_of_one_who_has_left_can_still_be_handed_over(office: Office) -> None:
    number = a_request(office, officer=GIVER)
    with office.work() as uow:
        leave(GIVER, uow, actor=OTHER, at=office.clock.now())

    handed_over(office)

    with office.read() as view:
        assert view.requests.find(number).case_officer == RECEIVER


def test_nothing_is_handed_to_somebody_who_has_left(office: Office) -> None:
    a_request(office, officer=GIVER)
    with office.work() as uow:
        leave(RECEIVER, uow, actor=OTHER, at=office.clock.now())

    with pytest.raises(StaffUnknownError):
        handed_over(office)
    assert len(duties(office, GIVER)) == 1


def test_nothing_is_handed_to_somebody_absent_today(office: Office) -> None:
    a_request(office, officer=GIVER)
    absence = BeAbsent(name=RECEIVER, actor=OTHER, role=Role.CLERK)
    with office.work() as uow:
        be_absent(absence, uow, at=office.clock.now())

    with pytest.raises(StaffAbsentError):
        handed_over(office)


def test_nobody_hands_over_to_themselves(office: Office) -> None:
    with pytest.raises(OneselfError):
        handed_over(office, GIVER, GIVER)


def test_nobody_hands_over_who_is_not_known(office: Office) -> None:
    with pytest.raises(StaffUnknownError):
        handed_over(office, "路人", RECEIVER)


def test_a_supervisor_hands_nothing_over(office: Office) -> None:
    with pytest.raises(MoveRefusedError):
        handed_over(office, role=Role.SUPERVISOR)


def test_a_hand_over_that_fails_in_the_middle_moves_nothing(office: Office) -> None:
    some_of_everything(office, GIVER)

    def interrupted() -> None:
        command = HandOver(giver=GIVER, receiver=RECEIVER, actor=GIVER, role=Role.CLERK)
        with office.work() as uow:
            hand_over(command, uow, at=office.clock.now(), calendar=office.calendar)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    assert len(duties(office, GIVER)) == 5
    assert duties(office, RECEIVER) == []


# --- the property ----------------------------------------------------------------------------

KINDS = ("request", "reconsideration", "lawsuit", "complaint", "publication", "records")
MATTERS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.sampled_from([GIVER, RECEIVER, OTHER]),
        st.booleans(),
    ),
    max_size=8,
)


def fill(office: Office, matters: Sequence[tuple[str, str, bool]]) -> None:
    """Enter some matters, some of them at their end already."""
    for kind, officer, is_closed in matters:
        if kind == "request":
            number = a_request(office, officer=officer, submitted_on=LATE)
            if is_closed:
                a_reply(office, number, late_reason="经办人更换")
            continue
        result = "upheld" if is_closed else "pending"
        at = office.clock.now()
        with office.work() as uow:
            if kind == "reconsideration":
                row = Reconsideration(received_on=LATE, officer=officer, result=result)
                uow.reconsiderations.add(row, actor=officer, at=at)
            elif kind == "lawsuit":
                suit = Lawsuit(
                    received_on=LATE, after_reconsideration=True, officer=officer, result=result
                )
                uow.lawsuits.add(suit, actor=officer, at=at)
            elif kind == "complaint":
                finding = "founded" if is_closed else ""
                complaint = Complaint(received_on=LATE, officer=officer, finding=finding)
                uow.complaints.add(complaint, actor=officer, at=at)
            elif kind == "records":
                day = LATE if is_closed else None
                records = RecordsCorrection(
                    received_on=LATE,
                    applicant="张三",
                    record="户籍",
                    case_officer=officer,
                    concluded_on=day,
                )
                uow.records_corrections.add(records, actor=officer, at=at)
            else:
                day = LATE if is_closed else None
                item = Publication(
                    title="通告", formed_on=LATE, published_on=day, channels="", officer=officer
                )
                uow.publications.add(item, actor=officer, at=at)


def whose(office: Office) -> dict[str, list[tuple[str, tuple[object, ...]]]]:
    """Whose everything is, with the dates that must not move."""
    with office.read() as view:
        return {
            "request": [
                (row.case_officer, (row.number, row.state, row.answer_due, row.next_due))
                for row in view.requests.each()
            ],
            "reconsideration": [
                (row.officer, (row.id, row.received_on, row.result))
                for row in view.reconsiderations.all()
            ],
            "lawsuit": [
                (row.officer, (row.id, row.received_on, row.result)) for row in view.lawsuits.all()
            ],
            "complaint": [(row.officer, (row.id, row.finding)) for row in view.complaints.all()],
            "publication": [
                (row.officer, (row.id, row.published_on)) for row in view.publications.all()
            ],
            "records": [
                (row.case_officer, (row.id, row.concluded_on))
                for row in view.records_corrections.all()
            ],
        }


# Where what a row holds says that it is open, and what it holds then.
OPEN_WHEN = {
    "reconsideration": (2, "pending"),
    "lawsuit": (2, "pending"),
    "complaint": (1, ""),
    "publication": (1, None),
    "records": (1, None),
}


def is_open(kind: str, held: tuple[object, ...]) -> bool:
    if kind == "request":
        return held[1] != "answered"
    place, value = OPEN_WHEN[kind]
    return held[place] == value


@settings(max_examples=25)
@given(matters=MATTERS)
def test_a_hand_over_moves_all_that_is_open_and_nothing_else_and_acts_once(
    matters: list[tuple[str, str, bool]],
) -> None:
    with (
        TemporaryDirectory() as directory,
        an_installation(Path(directory)) as installation,
    ):
        office = installation.establish(TOWN, actor="管理员")
        for name in (GIVER, RECEIVER, OTHER):
            a_member(office, name)
        fill(office, matters)
        before = whose(office)

        handed_over(office, key="k")
        once = whose(office)
        events = office.verify().events
        handed_over(office, key="k")

        expected = {
            kind: [
                (RECEIVER if officer == GIVER and is_open(kind, rest) else officer, rest)
                for officer, rest in rows
            ]
            for kind, rows in before.items()
        }
        assert once == expected
        assert whose(office) == once
        # Without anything to move there is no hand-over, and nothing that a key could name.
        assert office.verify().events == events
        assert office.verify().holds
