"""Writing letters: previewed without a trace, issued once, printed again as they went out."""

import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from states.errors import MoveRefusedError
from states.statute.outcomes import Outcome
from states.steps import Role
from tests.builders import a_request
from tests.workflow.services.letters_written import (
    TOWN,
    a_command,
    issued,
    previewed,
    printed,
    set_up,
)
from workflow.bootstrap import Installation, Office
from workflow.letters.environment import built_in
from workflow.letters.errors import FactMissingError, SettingMissingError
from workflow.letters.files import WRITERS
from workflow.letters.kinds import LetterKind
from workflow.records.canonical import JsonValue
from workflow.records.errors import KeyReusedError, RequestNotFoundError, TemplateLostError
from workflow.services.letters.settings import adopt_template, revert_template
from workflow.services.letters.writing import WriteLetter

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


def letters_of(office: Office) -> list[str]:
    with office.read() as view:
        return [row.number for row in view.letters.all()]


# --- preview -----------------------------------------------------------------------------


def test_a_preview_shows_the_letter_with_room_for_its_number(office: Office, number: str) -> None:
    letter = previewed(office, a_command(number=number))

    assert "净公开告〔2025〕　　号" in letter.text
    assert "没有写明名称" in letter.text


def test_a_preview_of_a_form_has_no_number(office: Office, number: str) -> None:
    letter = previewed(office, a_command(K.REGISTRATION_FORM, number))

    assert letter.document.letterhead is None
    assert letter.facts["document_number"] == ""


def test_a_preview_writes_nothing(office: Office, number: str) -> None:
    entered = office.verify().events

    previewed(office, a_command(number=number))

    assert office.verify().events == entered
    assert letters_of(office) == []
    assert issued(office, a_command(number=number)).number == "净公开告〔2025〕1号"


def test_anybody_may_look_at_a_letter_that_they_may_not_issue(office: Office, number: str) -> None:
    command = a_command(K.DISCLOSURE_REPLY, number, PROVIDED, role=Role.SUPERVISOR)

    assert "可以公开" in previewed(office, command).text


# --- issue -------------------------------------------------------------------------------


def test_an_issued_letter_is_numbered_dated_and_attached_to_its_request(
    office: Office, number: str
) -> None:
    row = issued(office, a_command(number=number))

    assert (row.number, row.request_number, row.request_id) == ("净公开告〔2025〕1号", number, 1)
    assert row.issued_on == date(2025, 9, 22)
    assert (row.actor, row.kind, row.language) == ("李四", "correction_notice", "zh")
    assert "净公开告〔2025〕1号" in row.text
    assert row.facts["document_number"] == "净公开告〔2025〕1号"
    assert office.verify().holds


def test_each_family_is_numbered_by_itself(office: Office, number: str) -> None:
    asked: dict[str, JsonValue] = {
        "third_party": "王五",
        "interest": "个人隐私",
        "concerned": ["登记表"],
    }
    petition = a_command(
        K.NOT_A_REQUEST_NOTICE, number, {"reason": "举报"}, outcome=Outcome.PETITION, role=HEAD
    )
    commands = [
        a_command(number=number),
        a_command(K.DISCLOSURE_REPLY, number, PROVIDED, role=HEAD),
        a_command(K.THIRD_PARTY_CONSULTATION, number, asked),
        a_command(K.RECEIPT_SLIP, number),
        petition,
    ]

    assert [issued(office, command).number for command in commands] == [
        "净公开告〔2025〕1号",
        "净公开复〔2025〕1号",
        "净公开函〔2025〕1号",
        "",
        "净公开告〔2025〕2号",
    ]


def test_a_series_that_is_set_numbers_from_one(office: Office, number: str) -> None:
    issued(office, a_command(number=number))

    set_up(office, numbers__notice="{prefix}信公告")

    assert issued(office, a_command(number=number)).number == "净信公告〔2025〕1号"


def test_a_letter_is_numbered_in_the_year_of_its_date(office: Office) -> None:
    number = a_request(office, submitted_on=date(2024, 12, 23))  # Monday
    on = date(2024, 12, 30)  # Monday

    assert issued(office, a_command(number=number, on=on)).number == "净公开告〔2024〕1号"


def test_the_same_key_issues_a_letter_once(office: Office, number: str) -> None:
    first, again = (issued(office, a_command(number=number, key="表单-1")) for _ in range(2))

    assert again == first
    assert letters_of(office) == ["净公开告〔2025〕1号"]


def test_a_key_of_another_letter_is_refused(office: Office, number: str) -> None:
    issued(office, a_command(number=number, key="表单-1"))

    with pytest.raises(KeyReusedError):
        issued(office, a_command(K.RECEIPT_SLIP, number, key="表单-1"))


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (a_command(given={}), FactMissingError),
        (a_command(K.NOT_OURS_REPLY, given={"reason": "甲"}, role=Role.CLERK), MoveRefusedError),
        (
            a_command(K.NOT_OURS_REPLY, given={"reason": "甲"}, role=HEAD, delivery="email"),
            SettingMissingError,
        ),
    ],
)
def test_a_letter_that_cannot_go_out_takes_no_number(
    office: Office, number: str, command: WriteLetter, error: type[Exception]
) -> None:
    with pytest.raises(error):
        issued(office, replace(command, request_number=number))

    assert letters_of(office) == []
    reply = a_command(K.NOT_OURS_REPLY, number, {"reason": "甲"}, role=HEAD)
    assert issued(office, reply).number == "净公开复〔2025〕1号"
    assert issued(office, a_command(number=number)).number == "净公开告〔2025〕1号"


def test_a_letter_on_a_request_that_is_not_there_is_refused(office: Office) -> None:
    with pytest.raises(RequestNotFoundError):
        issued(office, a_command(number="无此号"))


def test_eight_clerks_at_once_leave_no_gap(office: Office, number: str) -> None:
    def write(turn: int) -> str:
        if turn % 4 == 0:
            with pytest.raises(FactMissingError):
                issued(office, a_command(number=number, given={}))
            return ""
        return issued(office, a_command(number=number)).number

    with ThreadPoolExecutor(8) as pool:
        numbers = [it for it in pool.map(write, range(80)) if it]

    assert set(numbers) == {f"净公开告〔2025〕{serial}号" for serial in range(1, 61)}
    assert office.verify().holds


# --- printed again -----------------------------------------------------------------------


@pytest.mark.parametrize("ending", WRITERS)
def test_a_letter_is_printed_again_to_the_byte(office: Office, number: str, ending: str) -> None:
    issued(office, a_command(number=number))
    write = WRITERS[ending]
    first = write(printed(office, "1"))

    with office.work() as uow:
        at = office.clock.now()
        uow.offices.amend({"name": "净峰镇", "phone": "1"}, reason="改名", actor="甲", at=at)
    adopt(office, built_in("correction_notice").replace("一次性告知", "一并告知"))

    assert write(printed(office, "1")) == first
    if ending == ".txt":
        with office.read() as view:
            assert view.letters.find("1").text.encode() == first


def adopt(office: Office, source: str, role: Role = Role.ADMINISTRATOR) -> None:
    with office.work() as uow:
        adopt_template(
            K.CORRECTION_NOTICE, source, uow, actor="管理员", role=role, at=office.clock.now()
        )


def test_an_adopted_template_words_the_letters_to_come_and_none_before(
    office: Office, number: str
) -> None:
    issued(office, a_command(number=number))
    adopt(office, built_in("correction_notice").replace("一次性告知", "一并告知"))
    issued(office, a_command(number=number))
    with office.work() as uow:
        assert revert_template(
            K.CORRECTION_NOTICE, uow, actor="甲", role=HEAD, at=office.clock.now()
        )
    issued(office, a_command(number=number))

    assert ["一并告知" in printed(office, str(place)).text for place in (1, 2, 3)] == [
        False,
        True,
        False,
    ]
    assert office.verify().holds


def test_a_letter_whose_template_was_taken_away_is_shown_and_not_printed(
    office: Office, number: str, tmp_path: Path
) -> None:
    issued(office, a_command(number=number))
    with sqlite3.connect(tmp_path / "disclosure.db") as database:
        database.execute("DROP TRIGGER letter_template_is_never_removed")
        database.execute("DELETE FROM letter_template")
    database.close()

    with pytest.raises(TemplateLostError):
        printed(office, "1")
    with office.read() as view:
        assert "没有写明名称" in view.letters.find("1").text
