"""Whole lives of requests that need more than a reply, lived by a clerk at the terminal."""

import pytest

from tests.journeys.clerk import AGREED, OTHER, PARTLY, Clerk

pytestmark = pytest.mark.thorough

RECEIVED = "2025-03-03"  # Monday


def test_asked_to_correct_and_never_heard_of_again(clerk: Clerk) -> None:
    number = clerk.log("甲-1", RECEIVED, "有关补贴的全部文件")
    clerk.day("2025-03-05").say(
        *("request", "correct-ask", number, "--workdays", 10),
        *("--defect", "内容描述:范围过宽:请写明补贴名称和年度"),
    )

    # 03-06, 07 = 1, 2; 10..14 = 3..7; 17..19 = 8..10; no weekend of that March is worked.
    assert clerk.day("2025-03-19").read("request", "lapses") == []
    (proposal,) = clerk.day("2025-03-20").read("request", "lapses")
    assert proposal["lapses_after"] == "2025-03-19"
    clerk.say("request", "lapses", number, "--confirm")

    ended = clerk.shown(number)
    assert (ended["state"], ended["outcome"], ended["closed_on"]) == (
        "abandoned",
        "not_corrected",
        "2025-03-20",
    )
    assert ended["on_time"] is None
    assert clerk.rows(number) == {
        "2008": OTHER, "2014": "38", "2019": "R3.6", "2021": "R3.6.1",
    }  # fmt: skip


def test_a_third_party_that_says_nothing_leaves_it_to_the_office(clerk: Clerk) -> None:
    number = clerk.log("乙-1", RECEIVED, "石材企业环评报告")
    clerk.day("2025-03-05").say(
        *("request", "consult", number, "--to", "第三方", "--addressee", "海湾石材公司"),
        *("--item", "环评报告表", "--sent-by", "EMS", "--tracking", "EX1"),
    )
    clerk.day("2025-03-06").say("request", "consult-delivered", number, "--proof", "妥投")

    # 03-07 = 1; 10..14 = 2..6; 17..21 = 7..11; 24..27 = 12..15.
    (waiting,) = clerk.day("2025-03-27").read("request", "consultations", number)
    (silent,) = clerk.day("2025-03-28").read("request", "consultations", number)
    assert (waiting["status"], silent["status"]) == ("open", "silent")
    assert (silent["until"], silent["consequence"]) == ("2025-03-27", "office_decides")
    # Used through 03-05: two. 03-28 = 3; 03-31..04-03 = 4..7; Qingming; 07..11 = 8..12;
    # 14..18 = 13..17; 21..23 = 18..20.
    assert clerk.shown(number)["answer_due"] == "2025-04-23"
    late = ("request", "consult-answered", number, "1", "--opinion", "不同意")
    assert "答复期限：2025-04-23" in clerk.day("2025-04-08").say(*late)
    clerk.day("2025-04-10").reply(
        *(number, "--decision", "予以公开", "--public-interest", "环评报告依法应当公开"),
        served=("邮寄", "--tracking", "1151"),
    )

    ended = clerk.shown(number)
    assert (ended["on_time"], ended["outcome"]) == (True, "disclosed")
    # It objected, though late: it is told what is disclosed, and why.
    assert [duty["duty"] for duty in ended["duties"]] == ["tell_third_party"]
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
    assert clerk.shown(number)["duties"] == []
    assert clerk.rows(number) == {
        "2008": AGREED, "2014": "27", "2019": "R3.1", "2021": "R3.1",
    }  # fmt: skip


def test_many_requests_a_fee_and_nobody_who_pays(clerk: Clerk) -> None:
    for n in range(1, 12):
        clerk.log(f"丙-{n}", RECEIVED, f"第{n}号工程合同")
    last = "丙-11"
    assert clerk.read("request", "reasons-count", last)["month"]["count"] == 11

    quote = clerk.read("request", "fee", last)["quotes"][0]
    assert quote["amount"] == 100  # the eleventh piece of the month
    clerk.day("2025-03-10").say("request", "fee-notify", last, "--by", "piece")
    clerk.day("2025-03-11").say("request", "fee-delivered", last)

    # 03-12..14 = 1..3; 17..21 = 4..8; 24..28 = 9..13; 03-31..04-03 = 14..17; 07..09 = 18..20.
    assert clerk.day("2025-04-09").read("request", "lapses") == []
    clerk.day("2025-04-10").say("request", "lapses", "--confirm")

    assert clerk.shown(last)["outcome"] == "not_paid"
    totals = clerk.read("request", "fees")["totals"]
    assert {name: total["amount"] for name, total in totals.items()} == {
        "notified": "100.00",
        "paid": "0.00",
        "abandoned": "100.00",
    }
    assert "首尾相连" in clerk.say("verify")
    # What is not paid for is no reply of 2014: it is settled and no more.
    assert clerk.rows(last) == {"2008": OTHER, "2019": "R3.6", "2021": "R3.6.2"}
    assert clerk.stands("丙-1") == {"R1", "R4"}  # the first is still open


def test_extended_by_the_head_of_office_and_answered_within_it(clerk: Clerk) -> None:
    number = clerk.log("丁-1", RECEIVED, "三年来的会议纪要")

    # 03-04..07 = 1..4; 10..14 = 5..9; 17..21 = 10..14; 24..28 = 15..19; Mon 31 = 20.
    # Ten more: 04-01..03 = 1..3; Qingming; 07..11 = 4..8; 14, 15 = 9, 10.
    asked = clerk.day("2025-03-24").say(
        *("request", "extend-ask", number, "--workdays", 10, "--reason", "数量大"),
    )
    assert "2025-03-31 → 2025-04-15" in asked
    clerk.day("2025-03-25").say("--as", "陈主任", "request", "extend-approve", number)
    assert clerk.shown(number)["answer_due"] == "2025-03-31"
    clerk.day("2025-03-26").say("request", "extend-tell", number)
    clerk.day("2025-04-15").reply(
        *(number, "--decision", "区分处理", "--ground", "讨论记录", "--part", "讨论发言"),
        *("--reason", "属于内部讨论意见"),
        served=("网上", "--address", "申请平台"),
    )

    ended = clerk.shown(number)
    assert (ended["answer_due"], ended["on_time"]) == ("2025-04-15", True)
    assert clerk.rows(number) == {
        "2008": PARTLY, "2014": "28", "2019": "R3.2", "2021": "R3.2",
    }  # fmt: skip


def test_not_ours_with_the_right_office_named(clerk: Clerk) -> None:
    clerk.say(
        *("directory", "add", "惠安县自然资源局", "--contact", "0595-87382000"),
        *("--scope", "宅基地", "--scope", "征地"),
    )
    number = clerk.log("戊-1", RECEIVED, "某村征地批文")

    (match,) = clerk.read("directory", "search", "--for", number)
    clerk.say("request", "refer", number, "--office", match["name"], "--reason", "由其制作")
    clerk.day("2025-03-05").reply(
        *(number, "--decision", "非本机关公开", "--reason", "由县自然资源局制作"),
        served=("当面", "--signer", "张三"),
    )

    ended = clerk.shown(number)
    assert ended["right_office"] == {
        "office_name": "惠安县自然资源局",
        "office_contact": "0595-87382000",
        "reason": "由其制作",
    }
    assert ended["duties"] == []
    assert clerk.rows(number) == {
        "2008": OTHER, "2014": "36", "2019": "R3.4.1", "2021": "R3.4.1",
    }  # fmt: skip


def test_withdrawn_in_writing_while_others_were_asked(clerk: Clerk) -> None:
    number = clerk.log("己-1", RECEIVED, "招标文件")
    for to, whom in (("第三方", "鼎信公司"), ("其他机关", "县住建局")):
        clerk.say("request", "consult", number, "--to", to, "--addressee", whom)

    clerk.day("2025-03-07").say("request", "withdraw", number, "--reason", "已自行查到")

    ended = clerk.shown(number)
    assert (ended["state"], ended["outcome"]) == ("withdrawn", "otherwise_concluded")
    assert ended["deadlines"] == []
    assert ended["duties"] == []
    assert clerk.rows(number) == {"2008": OTHER, "2019": "R3.6", "2021": "R3.6.3"}
