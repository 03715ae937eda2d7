"""Whole lives of requests that are changed by what comes later, or by who has to do them."""

import pytest

from tests.journeys.clerk import AGREED, OTHER, WITHHELD, Clerk

pytestmark = pytest.mark.thorough

RECEIVED = "2025-03-03"  # Monday; 20 working days end on Mon 2025-03-31


def test_put_right_by_reconsideration(clerk: Clerk) -> None:
    number = clerk.log("甲-1", RECEIVED, "宅基地批准书")
    clerk.day("2025-03-14").reply(
        *(number, "--decision", "不予公开", "--ground", "讨论记录", "--reason", "属于内部讨论"),
        served=("当面", "--signer", "张三"),
    )
    before = clerk.rows(number)

    # Ten working days from the copy: 04-15..18 = 1..4; 21..25 = 5..9; Sun 27 is worked = 10.
    clerk.day("2025-04-14").say(
        *("reconsideration", "add", "--authority", "惠安县人民政府", "--applicant", "张三"),
        *("--act", "不予公开答复", "--request", number),
    )
    (case,) = clerk.read("reconsideration", "list")
    assert case["due"] == "2025-04-27"
    clerk.day("2025-04-25").say("reconsideration", "answer", case["id"])
    clerk.day("2025-06-09").say(
        *("reconsideration", "conclude", case["id"], "--decision", "撤销"),
    )

    # The reply that was given stays what it was; its being put right is counted in table four.
    assert before == clerk.rows(number) == {
        "2008": WITHHELD, "2014": "35", "2019": "R3.3.6", "2021": "R3.3.6",
    }  # fmt: skip
    (counted,) = clerk.read(
        *("report", "cell", 2025, "disputes", "reconsideration", "corrected", "--form", "2021"),
    )["records"]
    assert counted["number"] == str(case["id"])
    assert case["request_number"] == number


def test_handed_over_twice_and_nothing_lost(clerk: Clerk) -> None:
    for name in ("王小兰", "李四", "赵六"):
        clerk.say("staff", "add", name)
    number = clerk.log("乙-1", RECEIVED, "道路硬化工程决算")
    clerk.say("request", "assign", number, "王小兰")
    clerk.day("2025-03-10").say("staff", "leave", "王小兰", "--to", "李四")
    assert "王小兰" in clerk.refused("request", "assign", number, "王小兰")
    clerk.day("2025-03-20").say("handover", "--from", "李四", "--to", "赵六")

    assert clerk.shown(number)["case_officer"] == "赵六"
    assert clerk.shown(number)["answer_due"] == "2025-03-31"
    assert [
        (row["giver"], row["receiver"]) for row in reversed(clerk.read("staff", "handovers"))
    ] == [("王小兰", "李四"), ("李四", "赵六")]
    clerk.day("2025-03-31").reply(
        *(number, "--decision", "已主动公开", "--where", "镇政府网站", "--reason", "已经公开"),
        served=("网上", "--address", "申请平台"),
    )
    ended = clerk.shown(number)
    assert (ended["outcome"], ended["on_time"]) == ("already_public", True)
    assert clerk.rows(number) == {
        "2008": AGREED, "2014": "26", "2019": "R3.1", "2021": "R3.1",
    }  # fmt: skip


def test_a_close_that_was_entered_wrongly_is_annulled(clerk: Clerk) -> None:
    wrong = clerk.log("丙-1", RECEIVED, "河道清淤合同")
    clerk.day("2025-03-05").say("request", "withdraw", wrong, "--reason", "申请人来电说不要了")
    assert clerk.rows(wrong)["2021"] == "R3.6.3"
    entry = clerk.shown(wrong)["history"][-1]

    clerk.day("2025-03-06").say(
        *("request", "annul", wrong, entry["seq"], "--reason", "电话不是书面撤回"),
    )

    opened = clerk.shown(wrong)
    assert (opened["state"], opened["answer_due"]) == ("received", "2025-03-31")
    assert clerk.rows(wrong) == {}
    assert clerk.stands(wrong) == {"R1", "R4"}
    kept = [row for row in opened["history"] if row["seq"] == entry["seq"]]
    assert [row["annulled_by"] is not None for row in kept] == [True]

    clerk.say("request", "search-record", wrong, "--where", "档案室", "--keywords", "清淤")
    clerk.day("2025-03-28").reply(
        *(wrong, "--decision", "信息不存在", "--reason", "未制作"),
        served=("当面", "--signer", "张三"),
    )
    assert clerk.rows(wrong) == {
        "2008": OTHER, "2014": "37", "2019": "R3.4.1", "2021": "R3.4.1",
    }  # fmt: skip


def test_sent_twice_and_merged_it_is_counted_once(clerk: Clerk) -> None:
    first = clerk.log("丁-1", RECEIVED, "征地批复")
    again = clerk.day("2025-03-04").log("丁-2", "2025-03-04", "征地批复")
    clerk.say("request", "merge", again, "--into", first, "--reason", "同一申请重复提交", "--yes")
    clerk.day("2025-03-21").reply(
        *(first, "--decision", "予以公开", "--where", "附件"),
        served=("当面", "--signer", "张三"),
    )

    assert clerk.stands(again) == set()
    assert clerk.rows(again) == {}
    assert clerk.stands(first) == {"R1", "R3.1", "R3.7"}


def test_two_matters_in_one_are_split_and_each_has_its_own_end(clerk: Clerk) -> None:
    number = clerk.log("戊-1", RECEIVED, "征地批复和低保名单")
    clerk.say(
        *("request", "split", number, "--part", "征地批复", "--part", "低保名单", "--yes"),
    )
    (other,) = (row["number"] for row in clerk.shown(number)["relations"])
    for n, how in ((number, "予以公开"), (other, "非本机关公开")):
        clerk.day("2025-03-24").reply(
            *(n, "--decision", how, "--reason", "见答复", "--where", "县民政局"),
            served=("当面", "--signer", "张三"),
        )

    assert clerk.rows(number)["2021"] == "R3.1"
    assert clerk.rows(other)["2021"] == "R3.4.1"
    assert clerk.shown(other)["received_on"] == RECEIVED
    assert "首尾相连" in clerk.say("verify")
