"""The mail book from the terminal."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.cli.app import ExitCode, Invocation

MONDAY = date(2025, 9, 22)

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    said = Invocation(clock=FixedClock.on(MONDAY))
    assert main(["init", "净峰镇人民政府", "--short-name", "净峰镇"], said=said) == ExitCode.OK
    capsys.readouterr()


def run(*arguments: object) -> int:
    said = Invocation(clock=FixedClock.on(MONDAY))
    return main(["mail", *map(str, arguments)], said=said)


def printed(capsys: Printed, *arguments: object) -> str:
    capsys.readouterr()
    assert run(*arguments) == ExitCode.OK, capsys.readouterr().err
    return capsys.readouterr().out


def a_request() -> str:
    words = ["request", "log", "--applicant", "张三", "--content", "批复"]
    assert main(words, said=Invocation(clock=FixedClock.on(MONDAY))) == ExitCode.OK
    return "净公开申〔2025〕1号"


def test_an_empty_mail_book_says_how_to_begin(capsys: Printed) -> None:
    assert "disclosure mail in" in printed(capsys, "list")
    assert "没有需要处理的问题" in printed(capsys, "list", "--findings")


def test_a_letter_that_came_is_linked_to_the_request_it_was(capsys: Printed) -> None:
    assert run("in", "--from", "张三", "--way", "挂号信", "--received", "2025-09-19",
               "--postmark", "2025-09-17", "--tracking", "XA1", "--signed-by", "门卫",
               "--to", "镇党委") == ExitCode.OK  # fmt: skip
    told = capsys.readouterr()
    assert "收〔2025〕1号" in told.out
    assert "disclosure mail link 收2025-1" in told.err

    assert run("list", "--findings") == ExitCode.FOUND
    assert "一封收到的信没有登记为申请（指导案例26号）" in capsys.readouterr().out.replace(
        "\n", ""
    ).replace(" ", "")
    number = a_request()
    printed(capsys, "link", "收2025-1", number)

    assert "没有需要处理的问题" in printed(capsys, "list", "--findings")
    shown = json.loads(printed(capsys, "show", "收2025-1", "--json"))
    assert (shown["number"], shown["request_number"], shown["signed_by"]) == (
        "收〔2025〕1号",
        number,
        "门卫",
    )
    assert "关联申请" in printed(capsys, "show", "收2025-1")


def test_a_letter_that_is_no_request_is_settled(capsys: Printed) -> None:
    printed(capsys, "in", "--from", "张三", "--received", "2025-09-19")

    printed(capsys, "settle", "收2025-1", "--as", "信访件，转信访办")

    assert "没有需要处理的问题" in printed(capsys, "list", "--findings")
    assert "信访件，转信访办" in printed(capsys, "list", "--in")


def test_a_letter_that_goes_by_private_courier_is_warned_of_with_its_article(
    capsys: Printed,
) -> None:
    number = a_request()
    capsys.readouterr()

    assert run("out", "--to", "张三", "--way", "快递公司", "--request", number) == ExitCode.OK

    said = capsys.readouterr().err
    assert "邮政企业" in said
    assert "送达解释(2016) 第二条" in said
    assert run("list", "--findings", "--json") == ExitCode.FOUND
    assert json.loads(capsys.readouterr().out)[0]["findings"] == ["not_by_post"]


@pytest.mark.parametrize("way", ["邮政特快专递（EMS）", "挂号信", "直接送达", "电子送达"])
def test_a_letter_that_goes_lawfully_is_not_warned_of(way: str, capsys: Printed) -> None:
    assert run("out", "--to", "张三", "--way", way) == ExitCode.OK
    assert capsys.readouterr().err == ""


def test_a_letter_comes_back_and_is_delivered_after_all(capsys: Printed) -> None:
    printed(capsys, "out", "--to", "张三", "--way", "挂号信", "--posted", "2025-09-15",
            "--letter", "净公开复〔2025〕1号")  # fmt: skip

    assert "另行送达" in printed(capsys, "returned", "发2025-1", "--why", "逾期未领")
    assert run("list", "--findings") == ExitCode.FOUND
    capsys.readouterr()
    printed(capsys, "delivered", "发2025-1", "--signed-by", "张三")

    assert "没有需要处理的问题" in printed(capsys, "list", "--findings")
    assert "送达 张三" in printed(capsys, "list", "--out")


def test_the_mail_book_is_put_right_and_made_void_by_number(capsys: Printed) -> None:
    printed(capsys, "in", "--from", "张三", "--as", "便函")

    printed(capsys, "amend", "收2025-1", "--set", "来信人（单位）=李四", "--reason", "误写")
    printed(capsys, "annul", "收2025-1", "--reason", "重复")

    assert json.loads(printed(capsys, "list", "--json")) == []
    (row,) = json.loads(printed(capsys, "list", "--annulled", "--json"))
    assert (row["sender"], row["annulled"]) == ("李四", True)
    assert "已作废" in printed(capsys, "list", "--annulled")
    assert "收〔2025〕2号" in printed(capsys, "in", "--from", "王五", "--as", "便函")


def test_the_number_of_a_letter_is_never_put_right(capsys: Printed) -> None:
    printed(capsys, "in", "--from", "张三")

    assert run("amend", "收2025-1", "--set", "序号=9", "--reason", "改") == ExitCode.USAGE
    assert "没有“序号”这个字段" in capsys.readouterr().err


@pytest.mark.parametrize("reference", ["收2025-9", "甲"])
def test_a_letter_there_is_not_is_said_with_how_to_write_its_number(
    reference: str, capsys: Printed
) -> None:
    assert run("show", reference) == ExitCode.USAGE
    assert "收2026-3" in capsys.readouterr().err


def test_the_mail_book_is_listed_in_english_too(capsys: Printed) -> None:
    printed(capsys, "in", "--from", "张三")
    capsys.readouterr()

    assert main(["--lang", "en", "mail", "list"], said=Invocation(clock=FixedClock.on(MONDAY))) == 0
    assert "From / to" in capsys.readouterr().out


def test_entering_twice_under_one_key_enters_once(capsys: Printed) -> None:
    for _ in range(2):
        assert "收〔2025〕1号" in printed(capsys, "in", "--from", "张三", "--key", "k")

    assert len(json.loads(printed(capsys, "list", "--json"))) == 1
