"""Whole lives of requests that need more than a reply, lived by a clerk at the terminal."""

from datetime import date
from pathlib import Path

import pytest

from tests.workflow.cli.desk import Keyboard

RECEIVED = "2025-03-03"  # Monday


@pytest.fixture
def clerk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Keyboard:
    """A clerk of a town with a head of office, on Mon 2025-03-03."""
    monkeypatch.setenv("DISCLOSURE_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    keyboard = Keyboard(capsys, date(2025, 3, 3))
    keyboard.say("init", "净峰镇人民政府", "--short-name", "净峰镇")
    keyboard.say("staff", "add", "陈主任", "--role", "工作机构负责人")
    return keyboard


def on(clerk: Keyboard, day: str) -> Keyboard:
    clerk.on = date.fromisoformat(day)
    return clerk


def shown(clerk: Keyboard, number: str) -> dict[str, object]:
    found: dict[str, object] = clerk.read("request", "show", number)
    return found


def test_asked_to_correct_and_never_heard_of_again(clerk: Keyboard) -> None:
    number = clerk.log("甲-1", RECEIVED, "有关补贴的全部文件")
    on(clerk, "2025-03-05").say(
        *("request", "correct-ask", number, "--workdays", 10),
        *("--defect", "内容描述:范围过宽:请写明补贴名称和年度"),
    )

    # 03-06, 07 = 1, 2; 10..14 = 3..7; 17..19 = 8..10; no weekend of that March is worked.
    assert on(clerk, "2025-03-19").read("request", "lapses") == []
    (proposal,) = on(clerk, "2025-03-20").read("request", "lapses")
    assert proposal["lapses_after"] == "2025-03-19"
    clerk.say("request", "lapses", number, "--confirm")

    ended = shown(clerk, number)
    assert (ended["state"], ended["outcome"], ended["closed_on"]) == (
        "abandoned",
        "not_corrected",
        "2025-03-20",
    )
    assert ended["on_time"] is None


def test_a_third_party_that_says_nothing_leaves_it_to_the_office(clerk: Keyboard) -> None:
    number = clerk.log("乙-1", RECEIVED, "石材企业环评报告")
    on(clerk, "2025-03-05").say(
        *("request", "consult", number, "--to", "第三方", "--addressee", "海湾石材公司"),
        *("--item", "环评报告表", "--sent-by", "EMS", "--tracking", "EX1"),
    )
    on(clerk, "2025-03-06").say("request", "consult-delivered", number, "--proof", "妥投")

    # 03-07 = 1; 10..14 = 2..6; 17..21 = 7..11; 24..27 = 12..15.
    (waiting,) = on(clerk, "2025-03-27").read("request", "consultations", number)
    (silent,) = on(clerk, "2025-03-28").read("request", "consultations", number)
    assert (waiting["status"], silent["status"]) == ("open", "silent")
    assert (silent["until"], silent["consequence"]) == ("2025-03-27", "office_decides")
    # Used through 03-05: two. 03-28 = 3; 03-31..04-03 = 4..7; Qingming; 07..11 = 8..12;
    # 14..18 = 13..17; 21..23 = 18..20.
    assert shown(clerk, number)["answer_due"] == "2025-04-23"
    late = ("request", "consult-answered", number, "1", "--opinion", "不同意")
    assert "答复期限：2025-04-23" in on(clerk, "2025-04-08").say(*late)
    on(clerk, "2025-04-10").say("request", "move", number, "post_reply", "--outcome", "予以公开")

    ended = shown(clerk, number)
    assert (ended["on_time"], ended["outcome"]) == (True, "disclosed")
    # It objected, though late: it is told what is disclosed, and why.
    assert [duty["duty"] for duty in ended["duties"]] == ["tell_third_party"]  # type: ignore[attr-defined]
    clerk.say(
        *(
            "request",
            "consult-told",
            number,
            "--disclosed",
            "环评报告表",
            "--reason",
            "依法应当公开",
        )
    )
    assert shown(clerk, number)["duties"] == []


def test_many_requests_a_fee_and_nobody_who_pays(clerk: Keyboard) -> None:
    for n in range(1, 12):
        clerk.log(f"丙-{n}", RECEIVED, f"第{n}号工程合同")
    last = "丙-11"
    assert clerk.read("request", "reasons-count", last)["month"]["count"] == 11

    quote = clerk.read("request", "fee", last)["quotes"][0]
    assert quote["amount"] == 100  # the eleventh piece of the month
    on(clerk, "2025-03-10").say("request", "fee-notify", last, "--by", "piece")
    on(clerk, "2025-03-11").say("request", "fee-delivered", last)

    # 03-12..14 = 1..3; 17..21 = 4..8; 24..28 = 9..13; 03-31..04-03 = 14..17; 07..09 = 18..20.
    assert on(clerk, "2025-04-09").read("request", "lapses") == []
    on(clerk, "2025-04-10").say("request", "lapses", "--confirm")

    assert shown(clerk, last)["outcome"] == "not_paid"
    totals = clerk.read("request", "fees")["totals"]
    assert {name: total["amount"] for name, total in totals.items()} == {
        "notified": "100.00",
        "paid": "0.00",
        "abandoned": "100.00",
    }
    assert "首尾相连" in clerk.say("verify")


def test_extended_by_the_head_of_office_and_answered_within_it(clerk: Keyboard) -> None:
    number = clerk.log("丁-1", RECEIVED, "三年来的会议纪要")

    # 03-04..07 = 1..4; 10..14 = 5..9; 17..21 = 10..14; 24..28 = 15..19; Mon 31 = 20.
    # Ten more: 04-01..03 = 1..3; Qingming; 07..11 = 4..8; 14, 15 = 9, 10.
    asked = on(clerk, "2025-03-24").say(
        *("request", "extend-ask", number, "--workdays", 10, "--reason", "数量大"),
    )
    assert "2025-03-31 → 2025-04-15" in asked
    on(clerk, "2025-03-25").say("--as", "陈主任", "request", "extend-approve", number)
    assert shown(clerk, number)["answer_due"] == "2025-03-31"
    on(clerk, "2025-03-26").say("request", "extend-tell", number)
    on(clerk, "2025-04-15").say("request", "move", number, "send_reply", "--outcome", "部分公开")

    ended = shown(clerk, number)
    assert (ended["answer_due"], ended["on_time"]) == ("2025-04-15", True)


def test_not_ours_with_the_right_office_named(clerk: Keyboard) -> None:
    clerk.say(
        *("directory", "add", "惠安县自然资源局", "--contact", "0595-87382000"),
        *("--scope", "宅基地", "--scope", "征地"),
    )
    number = clerk.log("戊-1", RECEIVED, "某村征地批文")

    (match,) = clerk.read("directory", "search", "--for", number)
    clerk.say("request", "refer", number, "--office", match["name"], "--reason", "由其制作")
    on(clerk, "2025-03-05").say(
        *("request", "move", number, "hand_over_reply", "--outcome", "无法提供-非本机关")
    )

    ended = shown(clerk, number)
    assert ended["right_office"] == {
        "office_name": "惠安县自然资源局",
        "office_contact": "0595-87382000",
        "reason": "由其制作",
    }
    assert ended["duties"] == []


def test_withdrawn_in_writing_while_others_were_asked(clerk: Keyboard) -> None:
    number = clerk.log("己-1", RECEIVED, "招标文件")
    for to, whom in (("第三方", "鼎信公司"), ("其他机关", "县住建局")):
        clerk.say("request", "consult", number, "--to", to, "--addressee", whom)

    on(clerk, "2025-03-07").say("request", "withdraw", number, "--reason", "已自行查到")

    ended = shown(clerk, number)
    assert (ended["state"], ended["outcome"]) == ("withdrawn", "otherwise_concluded")
    assert ended["deadlines"] == []
    assert ended["duties"] == []
