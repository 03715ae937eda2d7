"""A reply lived from the terminal: each command, what it refuses, and what it shows."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TOWN
from tests.fakes import FixedClock
from workflow.__main__ import main
from workflow.bootstrap import open_installation
from workflow.cli.app import ExitCode, Invocation
from workflow.records.facts import StaffMember
from workflow.settings import Settings

MONDAY = date(2025, 9, 22)
CLERK, REVIEWER, HEAD = "李四", "林秀英", "陈主任"
STAFF = ((CLERK, "clerk"), (REVIEWER, "reviewer"), (HEAD, "head_of_office"))

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office with a clerk, a reviewer and a head, in a folder of its own."""
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    clock = FixedClock.on(MONDAY)
    with open_installation(Settings(), clock) as installation:
        office = installation.establish(TOWN, actor="管理员")
        members = [StaffMember(name=name, role=role) for name, role in STAFF]
        with office.work() as uow:
            uow.staff.add_many(members, actor="管理员", at=clock.now())


@pytest.fixture
def number(capsys: Printed) -> str:
    """A request that came in on Mon 2025-09-01; due Sun 2025-09-28, worked in exchange."""
    logged = ("--applicant", "张三", "--content", "征地批复", "--submitted", "2025-09-01")
    assert run(CLERK, "log", *logged, "--json") == ExitCode.OK
    return str(json.loads(capsys.readouterr().out)["number"])


def run(who: str, *arguments: str, lang: str = "zh") -> int:
    said = Invocation(clock=FixedClock.on(MONDAY))
    return main(["--lang", lang, "--as", who, "request", *arguments], said=said)


def answer(capsys: Printed, who: str, *arguments: str) -> Any:  # noqa: ANN401 -- what JSON holds
    capsys.readouterr()
    assert run(who, *arguments, "--json") == ExitCode.OK
    return json.loads(capsys.readouterr().out)


def approved(number: str) -> None:
    """Draft, review and approve a reply of one item."""
    assert run(CLERK, "decide", number, "--decision", "予以公开") == ExitCode.OK
    assert run(CLERK, "submit", number) == ExitCode.OK
    review = ("review", number, "--item", "1", "--pass", "--basis", "不涉密")
    assert run(REVIEWER, *review) == ExitCode.OK
    assert run(HEAD, "approve", number, "--remark", "同意") == ExitCode.OK


def issued(number: str) -> None:
    approved(number)
    assert run(CLERK, "issue", number, "--letter", "净公复〔2025〕1号") == ExitCode.OK


def test_a_reply_is_lived_from_the_terminal(number: str, capsys: Printed) -> None:
    issued(number)
    capsys.readouterr()

    assert run(CLERK, "serve", number, "--by", "邮寄", "--tracking", "1151") == ExitCode.OK

    assert capsys.readouterr().out.splitlines() == [f"已登记：{number}　邮寄答复　2025-09-22"]
    shown = answer(capsys, CLERK, "show", number)
    assert (shown["state"], shown["outcome"], shown["on_time"]) == ("answered", "disclosed", True)
    assert shown["draft"]["stage"] == "served"
    assert run(CLERK, "delivered", number, "--signer", "张三") == ExitCode.OK


def test_each_step_says_what_comes_next(number: str, capsys: Printed) -> None:
    assert run(CLERK, "decide", number, "--decision", "disclose", "--on", "2025-09-19") == 0

    assert capsys.readouterr().out.splitlines() == [
        f"已登记：{number}　拟定处理意见　2025-09-19",
        "答复期限：2025-09-28",
        "下一步：送审",
    ]


def test_a_step_tells_another_program_where_the_request_stands(
    number: str, capsys: Printed
) -> None:
    said = answer(capsys, CLERK, "decide", number, "--decision", "予以公开")

    assert (said["number"], said["state"], said["version"]) == (number, "received", 3)


def test_the_draft_is_shown_with_what_is_wanting(number: str, capsys: Printed) -> None:
    withheld = ("--ground", "讨论记录", "--reason", "属于内部讨论", "--title", "会议记录")
    run(CLERK, "decide", number, "--decision", "予以公开", "--where", "随信附上")
    run(CLERK, "decide", number, "--decision", "不予公开", *withheld)
    run(CLERK, "decide", number, "--decision", "信息不存在", "--title", "航拍图")
    run(CLERK, "search-record", number, "--where", "档案室", "--keywords", "航拍", "--item", "3")
    run(
        CLERK,
        "earlier-reply",
        number,
        "--letter",
        "净公复〔2024〕9号",
        "--dated",
        "2024-05-06",
    )
    capsys.readouterr()

    assert run(CLERK, "draft", number) == ExitCode.OK

    said = capsys.readouterr().out
    for words in (
        "答复　拟稿中，结果为部分公开",
        "不予公开（讨论记录）",
        "理由：属于内部讨论",
        "检索：档案室；关键词：航拍；未检索到（李四）",
        "此前的答复：净公复〔2024〕9号，2024-05-06",
        "尚缺：",
        "拟稿尚未送审",
        "下一步：送审",
    ):
        assert words in said


def test_the_draft_is_shown_in_english_too(number: str, capsys: Printed) -> None:
    run(CLERK, "decide", number, "--decision", "予以公开")
    run(CLERK, "search-record", number, "--where", "archive", "--keywords", "map", "--found")
    capsys.readouterr()

    assert run(CLERK, "draft", number, lang="en") == ExitCode.OK

    said = capsys.readouterr().out
    assert "Reply  being drafted, outcome Disclosed" in said
    assert "Search: archive; for map; found (李四)" in said
    assert "Next: put forward" in said


def test_an_empty_draft_says_what_to_begin_with(number: str, capsys: Printed) -> None:
    assert run(CLERK, "draft", number) == ExitCode.OK

    said = capsys.readouterr().out
    assert "未拟稿" in said
    assert "下一步：拟稿" in said


def test_what_was_sent_back_is_shown_with_the_reason(number: str, capsys: Printed) -> None:
    run(CLERK, "decide", number, "--decision", "予以公开")
    run(CLERK, "submit", number)
    assert run(HEAD, "send-back", number, "--reason", "理由要写具体", "--item", "1") == ExitCode.OK
    assert "下一步：修改" in capsys.readouterr().out

    run(CLERK, "draft", number)

    said = capsys.readouterr().out
    assert "退回修改（陈主任，2025-09-22）：理由要写具体" in said
    assert "已退回，待重新拟定" in said


def test_the_verdict_of_a_review_is_shown(number: str, capsys: Printed) -> None:
    run(CLERK, "decide", number, "--decision", "予以公开")
    run(CLERK, "submit", number)
    review = ("review", number, "--item", "1", "--fail", "--basis", "附图涉密")
    assert run(REVIEWER, *review) == ExitCode.OK

    run(CLERK, "draft", number)

    assert "不通过（林秀英" in capsys.readouterr().out


def test_a_request_is_shown_with_its_reply_and_its_history(number: str, capsys: Printed) -> None:
    issued(number)
    capsys.readouterr()

    assert run(CLERK, "show", number) == ExitCode.OK

    said = capsys.readouterr().out
    assert "第1项；予以公开" in said
    assert "第1项；通过；依据：不涉密" in said
    assert "制发 净公复〔2025〕1号 李四 2025-09-22" in said


def test_a_review_of_ones_own_is_refused_in_one_line_with_its_article(
    number: str, capsys: Printed
) -> None:
    run(CLERK, "decide", number, "--decision", "予以公开")
    run(CLERK, "submit", number)
    capsys.readouterr()

    code = run(CLERK, "review", number, "--item", "1", "--pass", "--basis", "不涉密")

    assert code == ExitCode.USAGE
    assert "李四拟定，本人不能作保密审查" in capsys.readouterr().err


def test_a_review_says_whether_it_passes(number: str, capsys: Printed) -> None:
    run(CLERK, "decide", number, "--decision", "予以公开")

    code = run(REVIEWER, "review", number, "--item", "1", "--basis", "不涉密")

    assert code == ExitCode.USAGE
    assert "--pass" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (("search-record", "--where", " ", "--keywords", "航拍"), "--where"),
        (("earlier-reply", "--letter", " ", "--dated", "2024-05-06"), "--letter"),
        (("review", "--item", "1", "--pass", "--basis", " "), "--basis"),
        (("send-back", "--reason", " "), "--reason"),
        (("issue", "--letter", " "), "--letter"),
        (("undelivered", "--reason", " "), "--reason"),
    ],
)
def test_what_must_be_said_is_not_left_blank(
    number: str, capsys: Printed, command: tuple[str, ...], option: str
) -> None:
    code = run(CLERK, command[0], number, *command[1:])

    assert code == ExitCode.USAGE
    assert f"{option} 不能为空" in capsys.readouterr().err


def test_an_unknown_decision_names_the_choices(number: str, capsys: Printed) -> None:
    code = run(CLERK, "decide", number, "--decision", "随便")

    assert code == ExitCode.USAGE
    assert "予以公开、已主动公开、区分处理、不予公开" in capsys.readouterr().err


def test_serving_late_asks_for_the_reason_and_lists_it(capsys: Printed) -> None:
    logged = ("--applicant", "李五", "--content", "批复", "--submitted", "2025-08-20")
    late = str(answer(capsys, CLERK, "log", *logged)["number"])  # due Wed 2025-09-17
    issued(late)
    capsys.readouterr()
    serve = ("serve", late, "--by", "电子邮件", "--address", "a@example.org", "--time", "16:05")

    assert run(CLERK, *serve) == ExitCode.USAGE
    assert "请写明逾期的原因" in capsys.readouterr().err
    assert run(CLERK, *serve, "--late-reason", "经办人更换") == ExitCode.OK

    capsys.readouterr()
    assert run(CLERK, "late", "2025") == ExitCode.OK
    said = capsys.readouterr().out
    assert "2025-09-17" in said
    assert "经办人更换" in said
    assert [line["number"] for line in answer(capsys, CLERK, "late", "2025")] == [late]
    assert run(CLERK, "late", "2024") == ExitCode.OK
    assert "没有逾期的答复" in capsys.readouterr().out


def test_a_breach_is_recorded_when_it_is_acknowledged(number: str, capsys: Printed) -> None:
    issued(number)
    capsys.readouterr()
    serve = ("serve", number, "--by", "邮寄", "--carrier", "快递", "--tracking", "SF1")

    assert run(CLERK, *serve) == ExitCode.USAGE
    assert "--acknowledge private_courier" in capsys.readouterr().err
    assert run(CLERK, *serve, "--acknowledge", "private_courier") == ExitCode.OK


def test_a_reply_that_came_back_is_served_again(number: str, capsys: Printed) -> None:
    issued(number)
    run(CLERK, "serve", number, "--by", "邮寄", "--tracking", "1151")
    assert run(CLERK, "undelivered", number, "--reason", "查无此人，退回") == ExitCode.OK

    assert run(CLERK, "serve", number, "--by", "当面", "--signer", "张三") == ExitCode.OK

    capsys.readouterr()
    run(CLERK, "show", number)
    said = capsys.readouterr().out
    assert "理由：查无此人，退回" in said
    assert "签收人：张三" in said


def test_an_outcome_that_contradicts_the_items_is_refused(number: str, capsys: Printed) -> None:
    issued(number)
    capsys.readouterr()

    code = run(CLERK, "serve", number, "--by", "邮寄", "--tracking", "1", "--outcome", "部分公开")

    assert code == ExitCode.USAGE
    assert "依各项应为“予以公开”" in capsys.readouterr().err


def test_an_item_is_taken_off_the_list(number: str, capsys: Printed) -> None:
    run(CLERK, "decide", number, "--decision", "予以公开")
    assert run(CLERK, "undecide", number, "--item", "1", "--reason", "重复列入") == ExitCode.OK

    assert answer(capsys, CLERK, "draft", number)["items"] == []


def test_the_same_key_decides_once(number: str, capsys: Printed) -> None:
    for _ in range(2):
        assert run(CLERK, "decide", number, "--decision", "予以公开", "--key", "表单-7") == 0

    assert len(answer(capsys, CLERK, "draft", number)["items"]) == 1


def test_an_old_version_is_told_what_was_done_meanwhile(number: str, capsys: Printed) -> None:
    run(CLERK, "decide", number, "--decision", "予以公开")
    capsys.readouterr()

    code = run(CLERK, "submit", number, "--version", "2")

    assert code == ExitCode.FAILURE
    assert "李四于2025-09-22 10:00拟定处理意见" in capsys.readouterr().err


def test_an_annulment_may_be_of_what_was_seen_only(number: str, capsys: Printed) -> None:
    run(CLERK, "decide", number, "--decision", "予以公开")
    seq = answer(capsys, CLERK, "show", number)["history"][-1]["seq"]
    annul = ("annul", number, str(seq), "--reason", "录入错误")

    assert run(CLERK, *annul, "--version", "2") == ExitCode.FAILURE
    assert run(CLERK, *annul, "--version", "3") == ExitCode.OK
    assert "已撤销" in capsys.readouterr().out
