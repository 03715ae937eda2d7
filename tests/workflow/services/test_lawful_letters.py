"""Whether a letter may go out: by whom, on which day, on what the record must hold first."""

from collections.abc import Mapping
from datetime import date

import pytest

from states.errors import MoveNotOnChartError, MoveRefusedError
from states.statute.outcomes import Outcome
from states.steps import Role
from tests.builders import a_move, a_request
from tests.workflow.services.letters_written import (
    TOWN,
    a_command,
    issued,
    previewed,
)
from workflow.bootstrap import Installation, Office
from workflow.letters.errors import FactMissingError
from workflow.letters.kinds import LetterKind
from workflow.records.canonical import JsonValue
from workflow.services.letters.writing import WriteLetter, last_day_for

K = LetterKind
HEAD = Role.HEAD_OF_OFFICE
EARLY = date(2025, 9, 3)  # Wednesday
PROVIDED: Mapping[str, JsonValue] = {"provided": [{"title": "方案"}], "provision": "邮寄"}


@pytest.fixture
def office(installation: Installation) -> Office:
    return installation.establish(TOWN, actor="管理员")


@pytest.fixture
def number(office: Office) -> str:
    return a_request(office)  # received in person on Mon 2025-09-01


# --- who, when, and on what --------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR, Role.REVIEWER])
def test_a_role_without_casework_issues_no_letter(office: Office, number: str, role: Role) -> None:
    with pytest.raises(MoveRefusedError) as refused:
        issued(office, a_command(number=number, role=role))

    assert [it.code for it in refused.value.refusals] == ["role_may_not"]


def refusals(office: Office, command: WriteLetter) -> list[str]:
    with pytest.raises(MoveRefusedError) as refused:
        issued(office, command)
    return [refusal.code for refusal in refused.value.refusals]


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2025, 9, 23), "in_the_future"), (date(2025, 8, 29), "before_receipt")],
)
def test_a_letter_is_dated_between_receipt_and_today(
    office: Office, number: str, on: date, code: str
) -> None:
    assert refusals(office, a_command(number=number, on=on)) == [code]


def test_a_correction_is_asked_for_by_one_letter(office: Office, number: str) -> None:
    a_move(office, number, "request_correction", EARLY, workdays=10)

    assert issued(office, a_command(number=number, on=EARLY)).serial == 1
    with pytest.raises(MoveNotOnChartError):
        issued(office, a_command(number=number))


def test_an_extension_is_told_once_the_head_of_office_agreed(office: Office, number: str) -> None:
    given: dict[str, JsonValue] = {"reason": "查档需时", "extension_workdays": 10}
    command = a_command(K.EXTENSION_NOTICE, number, given)
    assert refusals(office, command) == ["extension_not_approved"]

    a_move(office, number, "approve_extension", role=HEAD)

    row = issued(office, command)
    assert (row.facts["old_due"], row.facts["new_due"]) == ("2025-09-28", "2025-10-17")


def test_an_extension_can_be_drafted_for_the_head_of_office_to_agree_to(
    office: Office, number: str
) -> None:
    given: dict[str, JsonValue] = {"reason": "查档需时", "extension_workdays": 10}

    assert "2025年10月17日" in previewed(office, a_command(K.EXTENSION_NOTICE, number, given)).text


def test_an_extension_longer_than_the_law_allows_is_not_told(office: Office, number: str) -> None:
    a_move(office, number, "approve_extension", role=HEAD)
    given: dict[str, JsonValue] = {"reason": "查档需时", "extension_workdays": 21}

    assert refusals(office, a_command(K.EXTENSION_NOTICE, number, given)) == ["extension_length"]


def test_a_date_that_has_passed_is_not_extended_by_letter(office: Office) -> None:
    number = a_request(office, submitted_on=date(2025, 8, 1))  # due Fri 2025-08-29
    a_move(office, number, "approve_extension", date(2025, 8, 28), role=HEAD)
    given: dict[str, JsonValue] = {"reason": "查档需时", "extension_workdays": 10}

    assert refusals(office, a_command(K.EXTENSION_NOTICE, number, given)) == ["after_answer_due"]


def test_a_later_date_is_told_once_reasons_were_heard(office: Office, number: str) -> None:
    given: dict[str, JsonValue] = {"reason": "件数较多", "new_due": "2025-09-26"}

    assert refusals(office, a_command(K.DELAY_NOTICE, number, given)) == [
        "reasons_not_given",
        "new_due_not_later",
    ]


def test_no_fee_is_asked_for_a_request_of_before_2021(office: Office) -> None:
    number = a_request(office, submitted_on=date(2020, 12, 1))
    given: dict[str, JsonValue] = {"fee_way": "pages", "fee_units": 50, "payment_way": "窗口"}
    command = a_command(K.FEE_NOTICE, number, given, on=date(2020, 12, 8))

    assert refusals(office, command) == ["no_fee_then"]


def test_a_reply_waits_for_the_correction_that_was_asked_for(office: Office, number: str) -> None:
    a_move(office, number, "request_correction", EARLY, workdays=10)
    command = a_command(K.DISCLOSURE_REPLY, number, PROVIDED, role=HEAD)

    assert refusals(office, command) == ["correction_unsettled"]


def test_what_was_withdrawn_is_not_answered(office: Office, number: str) -> None:
    a_move(office, number, "withdraw", EARLY)

    with pytest.raises(MoveNotOnChartError):
        issued(office, a_command(K.DISCLOSURE_REPLY, number, PROVIDED, role=HEAD))
    concluded = a_command(K.CONCLUSION_NOTICE, number, outcome=Outcome.OTHERWISE_CONCLUDED)
    assert "撤回该申请" in issued(office, concluded).text


def test_a_request_is_not_concluded_while_the_applicant_may_still_correct(
    office: Office, number: str
) -> None:
    # Asked on Wed 2025-09-03; the 15th working day is Wed 2025-09-24.
    a_move(office, number, "request_correction", EARLY, workdays=15)
    command = a_command(K.CONCLUSION_NOTICE, number, outcome=Outcome.NOT_CORRECTED)

    assert refusals(office, command) == ["correction_period_runs"]


def test_a_lapse_is_told_once_its_period_is_over(office: Office, number: str) -> None:
    a_move(office, number, "request_correction", EARLY, workdays=5)  # to Wed 2025-09-10

    command = a_command(K.CONCLUSION_NOTICE, number, outcome=Outcome.NOT_CORRECTED)

    assert issued(office, command).facts["period_end"] == "2025-09-10"


def test_what_was_corrected_does_not_lapse(office: Office, number: str) -> None:
    a_move(office, number, "request_correction", EARLY, workdays=5)
    a_move(office, number, "receive_correction", date(2025, 9, 5))

    with pytest.raises(MoveNotOnChartError):
        issued(office, a_command(K.CONCLUSION_NOTICE, number, outcome=Outcome.NOT_CORRECTED))


def test_still_unclear_supposes_a_correction(office: Office, number: str) -> None:
    command = a_command(K.STILL_UNCLEAR_NOTICE, number, {"unclear": ["项目"]}, role=HEAD)

    with pytest.raises(FactMissingError) as missing:
        previewed(office, command)
    assert missing.value.facts == ("asked_on",)
    assert refusals(office, command) == ["outcome_needs_step"]


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        (K.RECEIPT_SLIP, date(2025, 9, 1)),
        # The 7th and the 20th working day after Mon 2025-09-01.
        (K.CORRECTION_NOTICE, date(2025, 9, 10)),
        (K.DISCLOSURE_REPLY, date(2025, 9, 28)),
        (K.THIRD_PARTY_CONSULTATION, None),
        (K.SERVICE_RECEIPT, None),
        (K.RECORDS_CORRECTION_REPLY, None),
    ],
)
def test_a_letter_knows_by_when_it_had_to_go_out(
    office: Office, number: str, kind: K, day: date | None
) -> None:
    with office.read() as view:
        found = last_day_for(
            a_command(kind, number), view, at=office.clock.now(), calendar=office.calendar
        )

    assert found == day


def test_a_letter_on_no_request_has_no_last_day(office: Office) -> None:
    command = a_command(K.RECORDS_CORRECTION_REPLY)

    with office.read() as view:
        day = last_day_for(command, view, at=office.clock.now(), calendar=office.calendar)
    assert day is None


def test_a_proof_of_service_names_the_letter_that_is_served(office: Office, number: str) -> None:
    issued(office, a_command(K.DISCLOSURE_REPLY, number, PROVIDED, role=HEAD))

    row = issued(office, a_command(K.SERVICE_RECEIPT, number, delivery="post"))

    assert row.facts["served"] == [
        {"title": "政府信息公开申请答复书", "number": "净公开复〔2025〕1号"}
    ]
