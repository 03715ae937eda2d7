"""Whole lives of requests that end in a reply: late, partly, for many requests, of the old law."""

import pytest

from tests.journeys.clerk import AGREED, OTHER, PARTLY, WITHHELD, Clerk
from tests.workflow.cli.desk import HEAD, REVIEWER

pytestmark = pytest.mark.thorough

RECEIVED = "2025-03-03"  # Monday; 20 working days end on Mon 2025-03-31


def test_partly_disclosed_for_two_reasons(clerk: Clerk) -> None:
    number = clerk.log("甲-1", RECEIVED, "某村征地的全部材料")
    clerk.say("request", "consult", number, "--to", "第三方", "--addressee", "海湾评估公司")
    clerk.day("2025-03-05").say("request", "consult-delivered", number, "--proof", "妥投")
    clerk.day("2025-03-10").say(
        *("request", "consult-answered", number, "1", "--opinion", "不同意"),
        *("--reasons", "报价是商业秘密"),
    )
    clerk.say(
        *("request", "consult-judge", number, "1", "--reasonable", "--judgement", "报价未公开过"),
    )
    clerk.say(
        *("request", "decide", number, "--title", "征地公告", "--decision", "予以公开"),
        *("--where", "随信附上"),
    )
    clerk.say(
        *("request", "decide", number, "--title", "会议记录", "--decision", "不予公开"),
        *("--ground", "讨论记录", "--reason", "属于内部讨论意见"),
    )
    clerk.say(
        *("request", "decide", number, "--title", "补偿协议", "--decision", "不予公开"),
        *("--ground", "商业秘密", "--reason", "含有评估机构的报价"),
        *("--consulted", 1),
    )
    assert clerk.read("request", "draft", number)["outcome"] == "partly_disclosed"
    clerk.say("request", "submit", number)
    clerk.day("2025-03-12").say(
        *("--as", REVIEWER, "request", "review", number),
        *("--item", 1, "--pass", "--basis", "公告已经张贴"),
    )
    clerk.say("--as", HEAD, "request", "approve", number)
    clerk.say("request", "issue", number, "--letter", "净公复〔2025〕1号")
    clerk.say("request", "serve", number, "--by", "邮寄", "--tracking", "1151")

    ended = clerk.shown(number)
    assert (ended["state"], ended["outcome"], ended["on_time"]) == (
        "answered",
        "partly_disclosed",
        True,
    )
    # One request, one reply: the two grounds make no second figure.
    assert clerk.rows(number) == {
        "2008": PARTLY, "2014": "28", "2019": "R3.2", "2021": "R3.2",
    }  # fmt: skip


def test_extended_and_still_late(clerk: Clerk) -> None:
    number = clerk.log("乙-1", RECEIVED, "十年来的财政票据存根")
    clerk.day("2025-03-25").say(
        *("request", "extend-ask", number, "--workdays", 20, "--reason", "须逐张翻拍"),
    )
    clerk.say("--as", HEAD, "request", "extend-approve", number)
    clerk.day("2025-03-28").say("request", "extend-tell", number)
    # 04-01..03 = 1..3; Qingming; 07..11 = 4..8; 14..18 = 9..13; 21..25 = 14..18;
    # Sun 04-27 is worked = 19; 28 = 20.
    assert clerk.shown(number)["answer_due"] == "2025-04-28"

    clerk.day("2025-05-06")  # after Labour Day, 05-01..05
    clerk.say("request", "decide", number, "--decision", "予以公开", "--where", "随信附上")
    clerk.say("request", "submit", number)
    review = ("review", number, "--item", 1, "--pass", "--basis", "不涉密")
    clerk.say("--as", REVIEWER, "request", *review)
    clerk.say("--as", HEAD, "request", "approve", number)
    clerk.say("request", "issue", number, "--letter", "净公复〔2025〕2号")
    posted = ("request", "serve", number, "--by", "邮寄", "--tracking", "1152")
    assert "逾期" in clerk.refused(*posted)
    clerk.say(*posted, "--late-reason", "翻拍设备损坏，送修一周")

    ended = clerk.shown(number)
    assert (ended["answer_due"], ended["on_time"]) == ("2025-04-28", False)
    (late,) = clerk.read("request", "late", 2025)
    assert late["number"] == number
    # Late is a figure of its own, never a different result.
    assert clerk.rows(number) == {
        "2008": AGREED, "2014": "27", "2019": "R3.1", "2021": "R3.1",
    }  # fmt: skip


def test_too_many_requests_for_no_good_reason(clerk: Clerk) -> None:
    number = clerk.log("丙-1", RECEIVED, "第三十一份合同")
    clerk.day("2025-03-05").say(
        *("request", "reasons-ask", number, "--question", "请说明用途", "--by", "2025-03-14"),
    )
    clerk.day("2025-03-13").say("request", "reasons-receive", number, "--reason", "不想说")
    clerk.day("2025-03-14").say(
        *("request", "reasons-judge", number, "--unreasonable", "--reason", "没有说明用途"),
    )
    clerk.day("2025-03-17").reply(
        *(number, "--decision", "大量反复申请", "--reason", "理由不合理"),
        served=("当面", "--signer", "张三"),
    )

    assert clerk.shown(number)["outcome"] == "excessive"
    assert clerk.rows(number) == {
        "2008": OTHER, "2014": "39", "2019": "R3.5.4", "2021": "R3.5.4",
    }  # fmt: skip


def test_a_request_under_the_text_of_2007(clerk: Clerk) -> None:
    number = clerk.day("2017-03-06").log("丁-1", "2017-03-06", "征地补偿安置方案")
    # 15 working days: 03-07..10 = 1..4; 13..17 = 5..9; 20..24 = 10..14; 27 = 15.
    assert clerk.shown(number)["answer_due"] == "2017-03-27"
    clerk.day("2017-03-27").reply(
        *(number, "--decision", "不予公开", "--ground", "国家秘密", "--reason", "标有密级"),
        served=("当面", "--signer", "张三"),
    )

    ended = clerk.shown(number)
    assert (ended["outcome"], ended["on_time"]) == ("state_secret", True)
    rows = clerk.rows(number, 2017)
    assert (rows["2008"], rows["2014"]) == (WITHHELD, "30")


def test_carried_into_the_next_year_it_stands_in_both(clerk: Clerk) -> None:
    number = clerk.day("2025-12-22").log("戊-1", "2025-12-22", "三年来的采购合同")
    clerk.day("2026-01-09").reply(
        *(number, "--decision", "予以公开", "--where", "附件"),
        served=("网上", "--address", "申请平台"),
    )

    assert clerk.stands(number, 2025) == {"R1", "R4"}
    assert clerk.rows(number, 2025) == {}
    assert clerk.stands(number, 2026) == {"R2", "R3.1", "R3.7"}
