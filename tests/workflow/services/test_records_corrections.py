"""Corrections of one's own records: a register of its own, with the office's own twenty days."""

from datetime import date

import pytest

from states.errors import MoveRefusedError
from states.statute.own_records import RecordsResult
from states.steps import Role
from tests.builders import MONDAY, a_request
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.errors import RowNotFoundError
from workflow.records.facts import RecordsCorrection
from workflow.services.errors import (
    RecordsConcludedError,
    RecordsResultError,
    RecordsUnexplainedError,
)
from workflow.services.records_corrections import (
    ConcludeRecords,
    RecordsLine,
    conclude_records,
    log_records,
    records_lines,
)
from workflow.services.worklist import Light


def logged(
    office: Office,
    received_on: date = date(2025, 9, 1),
    *,
    role: Role = Role.CLERK,
    key: str | None = None,
) -> int:
    facts = RecordsCorrection(
        received_on=received_on,
        applicant="王五",
        record="户口登记地址",
        mistake="门牌号有误",
        evidence="户口本",
    )
    with office.work() as uow:
        return log_records(facts, uow, actor="李四", role=role, at=office.clock.now(), key=key)


def concluded(
    office: Office,
    row_id: int,
    result: RecordsResult = RecordsResult.CORRECTED,
    explanation: str = "",
    *,
    on: date | None = None,
    role: Role = Role.CLERK,
    key: str | None = None,
) -> None:
    command = ConcludeRecords(
        row_id=row_id,
        result=result,
        explanation=explanation,
        on=on,
        actor="李四",
        role=role,
        idempotency_key=key,
    )
    with office.work() as uow:
        conclude_records(command, uow, at=office.clock.now())


def lines(office: Office, *, open_only: bool = False) -> tuple[RecordsLine, ...]:
    with office.read() as view:
        return records_lines(view, today=MONDAY, calendar=office.calendar, open_only=open_only)


def codes(caught: pytest.ExceptionInfo[MoveRefusedError]) -> list[str]:
    return [refusal.code for refusal in caught.value.refusals]


def test_the_offices_own_time_is_twenty_working_days(office: Office) -> None:
    logged(office)

    (line,) = lines(office)

    # 02..05 = 1..4, 08..12 = 5..9, 15..19 = 10..14, 22..26 = 15..19, Sun 28* = 20. After Mon 09-22:
    # 23, 24, 25, 26, 28* are left.
    assert (line.due, line.left) == (date(2025, 9, 28), 5)
    assert str(line.citation) == "条例(2019) 第四十一条"
    assert not line.provisional


@pytest.mark.parametrize(
    ("received_on", "light"),
    [
        (date(2025, 9, 19), Light.GREEN),
        (date(2025, 9, 1), Light.YELLOW),  # five left
        (date(2025, 8, 25), Light.RED),  # due today: 26..29 = 1..4, 09-01..19 = 5..19, 22 = 20
        (date(2025, 8, 1), Light.RED),
    ],
)
def test_the_light_is_that_of_the_days_left(
    office: Office, received_on: date, light: Light
) -> None:
    logged(office, received_on)

    assert [line.light for line in lines(office)] == [light]


def test_those_in_hand_come_first_and_the_most_urgent_on_top(office: Office) -> None:
    fresh, old, done = (
        logged(office, day) for day in (date(2025, 9, 19), date(2025, 8, 1), date(2025, 7, 1))
    )
    concluded(office, done)

    assert [line.row.id for line in lines(office)] == [old, fresh, done]
    assert [line.row.id for line in lines(office, open_only=True)] == [old, fresh]
    assert lines(office)[-1].light is None


def test_a_correction_is_no_request(office: Office) -> None:
    a_request(office)
    logged(office)

    with office.read() as view:
        assert len(view.requests.page()) == 1
    assert office.verify().holds


def test_the_same_key_registers_and_concludes_once(office: Office) -> None:
    row_id = logged(office, key="更正-1")

    assert logged(office, key="更正-1") == row_id
    for _ in range(2):
        concluded(office, row_id, key="办结-1")

    (line,) = lines(office)
    assert (line.row.result, line.row.concluded_on) == ("corrected", MONDAY)


@pytest.mark.parametrize(
    "result", [RecordsResult.FORWARDED, RecordsResult.TOLD_WHERE, RecordsResult.REFUSED]
)
def test_any_result_but_a_plain_correction_is_explained(
    office: Office, result: RecordsResult
) -> None:
    row_id = logged(office)

    with pytest.raises(RecordsUnexplainedError):
        concluded(office, row_id, result, " ")
    concluded(office, row_id, result, "县公安局")

    (line,) = lines(office)
    assert (line.row.result, line.row.explanation) == (result.value, "县公安局")


def test_what_is_concluded_is_not_concluded_again(office: Office) -> None:
    row_id = logged(office)
    concluded(office, row_id)

    with pytest.raises(RecordsConcludedError) as caught:
        concluded(office, row_id)

    assert caught.value.concluded_on == MONDAY


def test_pending_is_no_result(office: Office) -> None:
    with pytest.raises(RecordsResultError):
        concluded(office, logged(office), RecordsResult.PENDING)


def test_the_2007_text_has_no_telling_where_to_go(office: Office, clock: FixedClock) -> None:
    clock.move(days=-(MONDAY - date(2019, 5, 14)).days)
    row_id = logged(office, date(2019, 5, 14))

    with pytest.raises(RecordsResultError) as caught:
        concluded(office, row_id, RecordsResult.TOLD_WHERE, "县公安局")

    assert caught.value.law == "2007"


def test_a_day_that_has_not_come_is_refused(office: Office) -> None:
    with pytest.raises(MoveRefusedError) as caught:
        logged(office, date(2025, 9, 23))
    assert codes(caught) == ["in_the_future"]

    with pytest.raises(MoveRefusedError) as caught:
        concluded(office, logged(office), on=date(2025, 9, 23))
    assert codes(caught) == ["in_the_future"]


def test_nothing_is_concluded_before_it_came(office: Office) -> None:
    with pytest.raises(MoveRefusedError) as caught:
        concluded(office, logged(office), on=date(2025, 8, 29))

    assert codes(caught) == ["before_receipt"]


def test_who_may_not_work_on_cases_writes_nothing(office: Office) -> None:
    with pytest.raises(MoveRefusedError) as caught:
        logged(office, role=Role.SUPERVISOR)
    assert codes(caught) == ["role_may_not"]

    row_id = logged(office)
    with pytest.raises(MoveRefusedError):
        concluded(office, row_id, role=Role.ADMINISTRATOR)


def test_an_unknown_row_is_named(office: Office) -> None:
    with pytest.raises(RowNotFoundError):
        concluded(office, 7)
