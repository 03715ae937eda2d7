"""Intake from the terminal: logging, what is alike, and what is decided about it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TOWN
from tests.fakes import FixedClock
from tests.workflow.filled_in import RESIDENT_ID
from workflow.__main__ import main
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.cli.request import asking
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)
ONE, TWO, THREE = (f"净公开申〔2025〕{serial}号" for serial in (1, 2, 3))

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office in a folder of its own, and nobody at the keyboard."""
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with open_installation(Settings(), FixedClock.on(MONDAY)) as installation:
        installation.establish(TOWN, actor="管理员")


def run(*arguments: str) -> int:
    return main(list(arguments), said=Invocation(clock=FixedClock.on(MONDAY)))


def log(*more: str, content: str = "净峰村征地补偿安置方案") -> int:
    return run("request", "log", "--applicant", "张三", "--content", content, *more)


def printed(capsys: Printed) -> str:
    return capsys.readouterr().out


def shown(capsys: Printed, number: str = ONE) -> dict[str, Any]:
    capsys.readouterr()
    assert run("request", "show", number, "--json") == ExitCode.OK
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.fixture
def _somebody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "at_keyboard", lambda: True)


def answer(monkeypatch: pytest.MonkeyPatch, *, yes: bool) -> None:
    """Put somebody at the keyboard who answers every question so."""
    monkeypatch.setattr(asking, "at_keyboard", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda _question: yes)


# --- logging -----------------------------------------------------------------------------------


def test_everything_about_a_request_can_be_logged(capsys: Printed) -> None:
    code = log(
        *("--kind", "自然人", "--id-kind", "居民身份证", "--id-number", RESIDENT_ID),
        *("--phone", "13800000000", "--email", "z@example.cn", "--address", "净峰街1号"),
        *("--postcode", "362141", "--form", "纸质", "--way", "邮寄", "--purpose", "生活"),
        *("--help-needed", "视觉障碍", "--help-needed", "听觉障碍", "--fee-waiver", "--oral"),
        *("--taken-down-by", "王五", "--contact-person", "张四"),
    )

    assert code == ExitCode.OK
    found = shown(capsys)
    assert found["intake"] == {
        "oral": True,
        "taken_down_by": "王五",
        "described": True,
        "provision_form": "paper",
        "provision_way": "post",
        "fee_waiver": True,
        "help_needed": "sight hearing",
        "purpose": "livelihood",
    }
    assert found["details"]["identity_number"] == "110105********002X"
    assert found["details"]["email"] == "z@example.cn"
    assert found["lacking"] == []


def test_the_file_of_a_request_masks_the_document_and_says_how_it_was_made(
    capsys: Printed,
) -> None:
    log("--id-kind", "居民身份证", "--id-number", RESIDENT_ID, "--oral", "--phone", "13800000000")
    printed(capsys)

    run("request", "show", ONE)

    said = printed(capsys)
    assert RESIDENT_ID not in said
    for words in ("居民身份证　110105********002X", "口头申请，由", "13800000000"):
        assert words in said


def test_what_the_application_lacks_is_said_with_article_and_last_day(capsys: Printed) -> None:
    assert log("--submitted", "2025-09-22", "--form", "纸质") == ExitCode.OK

    # The seventh working day after Mon 22 Sep: 23-26 (4), Sun 28 worked (5), 29, 30 (7).
    assert printed(capsys).splitlines()[-1] == (
        "依照《中华人民共和国政府信息公开条例》第二十九条第二款，申请还缺少："
        "身份证明、联系方式；可以一次性告知补正，最迟2025年9月30日。"
    )


def test_a_request_that_lacks_nothing_is_told_nothing(capsys: Printed) -> None:
    log("--id-kind", "护照", "--id-number", "E12345678", "--phone", "13800000000", "--way", "邮寄")

    assert "还缺少" not in printed(capsys)


def test_an_undescribed_request_is_logged_and_lacks_its_description(capsys: Printed) -> None:
    assert run("request", "log", "--applicant", "张三", "--undescribed") == ExitCode.OK

    assert "description" in {lack["part"] for lack in shown(capsys)["lacking"]}


@pytest.mark.parametrize("channel", ["信函", "互联网", "in_person", "平信"])
def test_a_channel_is_known_by_any_word_of_a_ledger(channel: str) -> None:
    assert log("--channel", channel) == ExitCode.OK


def test_days_that_contradict_the_channel_are_refused_in_words(capsys: Printed) -> None:
    code = log("--channel", "信函", "--confirmed", "2025-09-02")

    assert code == ExitCode.USAGE
    assert "“信函（签收）”的申请没有确认日期" in capsys.readouterr().err


# --- what is alike -----------------------------------------------------------------------------


def test_what_is_alike_is_shown_before_a_request_is_logged(capsys: Printed) -> None:
    log()
    printed(capsys)

    assert log("--channel", "网上") == ExitCode.OK

    said = printed(capsys)
    assert said.index(ONE) < said.index(f"已登记：{TWO}")
    for words in ("内容相同", "申请人同名", "收到方式不同", "该申请人另有申请 1 件", "张*"):
        assert words in said
    for effect in ("年度报告只统计", "年度报告仍统计为两件"):
        assert effect in said


def test_who_says_no_at_the_keyboard_logs_nothing(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    log()
    answer(monkeypatch, yes=False)

    code = log()

    assert code == ExitCode.FAILURE
    assert printed(capsys).endswith("没有写入。\n")
    assert run("request", "show", TWO) == ExitCode.FOUND


@pytest.mark.parametrize("more", [(), ("--yes",)])
def test_who_says_yes_logs_a_new_request(
    monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    log()
    answer(monkeypatch, yes=not more)  # with --yes nobody is asked

    assert log(*more) == ExitCode.OK
    assert run("request", "show", TWO) == ExitCode.OK


def test_a_program_is_told_what_is_alike_and_is_not_asked(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    log()
    printed(capsys)
    answer(monkeypatch, yes=False)

    assert log("--json") == ExitCode.OK

    said = json.loads(printed(capsys))
    (alike,) = said["similar"]
    assert (alike["number"], alike["applicant"]) == (ONE, "张*")
    assert alike["why"] == ["same_text", "same_name"]


def test_a_form_that_comes_twice_is_not_alike_to_itself(capsys: Printed) -> None:
    log("--key", "表单-1")
    printed(capsys)

    assert log("--key", "表单-1", "--json") == ExitCode.OK

    said = json.loads(printed(capsys))
    assert (said["number"], said["similar"]) == (ONE, [])


@pytest.mark.parametrize(
    ("option", "state", "kind"),
    [
        ("--merge-into", "merged", "merged_into"),
        ("--link", "received", "linked"),
        ("--keep-apart", "received", "kept_apart"),
    ],
)
def test_what_a_new_request_is_to_another_is_decided_as_it_is_logged(
    capsys: Printed, option: str, state: str, kind: str
) -> None:
    log("--submitted", "2025-09-01")

    for _ in range(2):
        assert log(option, ONE, "--reason", "网上重复提交", "--key", "表单-2") == ExitCode.OK

    found = shown(capsys, TWO)
    assert found["state"] == state
    (relation,) = found["relations"]
    assert (relation["kind"], relation["number"]) == (kind, ONE)
    assert relation["reason"] == "网上重复提交"
    assert run("request", "show", THREE) == ExitCode.FOUND


def test_a_merger_that_is_refused_leaves_nothing_logged(capsys: Printed) -> None:
    log("--submitted", "2025-09-03")

    assert log("--submitted", "2025-09-01", "--merge-into", ONE) == ExitCode.USAGE

    assert "合并不能推迟期限" in capsys.readouterr().err
    assert run("request", "show", TWO) == ExitCode.FOUND


def test_one_request_is_decided_about_once(capsys: Printed) -> None:
    log()

    assert log("--link", ONE, "--keep-apart", ONE) == ExitCode.USAGE
    assert "只能用一个" in capsys.readouterr().err


def test_similar_requests_are_listed_for_one_on_record_or_for_words(capsys: Printed) -> None:
    log()
    log()
    printed(capsys)

    assert run("request", "similar", ONE) == ExitCode.OK
    assert TWO in printed(capsys)
    assert run("request", "similar", "--content", "净峰村征地补偿安置方案", "--json") == ExitCode.OK
    said = json.loads(printed(capsys))
    assert {alike["number"] for alike in said["similar"]} == {ONE, TWO}
    assert run("request", "similar", "--content", "低保名单") == ExitCode.OK
    assert printed(capsys) == "没有相似的申请。\n"


@pytest.mark.parametrize("arguments", [(), (ONE, "--content", "低保")])
def test_similar_takes_a_number_or_words(arguments: tuple[str, ...], capsys: Printed) -> None:
    assert run("request", "similar", *arguments) == ExitCode.USAGE
    assert "两者取其一" in capsys.readouterr().err
