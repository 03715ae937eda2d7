"""Fees, withdrawals and lapses from the terminal: each with its errors and its readings."""

import pytest

from tests.workflow.cli.desk import Keyboard


@pytest.fixture
def number(keyboard: Keyboard) -> str:
    return keyboard.log("甲-1")


# --- fees --------------------------------------------------------------------------------


def test_both_tariffs_are_computed_line_by_line_and_nobody_is_charged(
    keyboard: Keyboard, number: str
) -> None:
    said = keyboard.say("request", "fee", number, "--pages", 45)

    for line in (
        "按件计收（收费办法(2020) 第四条）",
        "第 1 件：1 件 × 0 元 = 0 元",
        "没有超过免费的部分",
        "按量计收（收费办法(2020) 第五条）",
        "第 31 至 45 页：15 页 × 10 元 = 150 元",
        "合计 150 元",
        "以上只是计算，没有收费",
    ):
        assert line in said
    assert keyboard.read("request", "show", number)["fee"] is None


def test_one_tariff_may_be_asked_for_alone(keyboard: Keyboard, number: str) -> None:
    assert "按量计收（" not in keyboard.say("request", "fee", number, "--by", "piece")
    assert "按件计收（" not in keyboard.say(
        "request", "fee", number, "--by", "按量计收", "--pages", 45
    )
    plain = keyboard.read("request", "fee", number, "--by", "page", "--pages", 45)
    assert (plain["quotes"][0]["amount"], plain["charged"]) == (150, False)


def test_without_pages_a_tariff_by_page_says_what_it_needs(keyboard: Keyboard, number: str) -> None:
    assert "写明页数（--pages）" in keyboard.say("request", "fee", number)
    assert "按量计收须写明页数" in keyboard.refused("request", "fee", number, "--by", "page")
    assert "按量计收须写明页数" in keyboard.refused("request", "fee-notify", number, "--by", "page")
    assert "可选：piece" in keyboard.refused("request", "fee", number, "--by", "字数")


def test_a_fee_is_notified_delivered_and_paid(keyboard: Keyboard, number: str) -> None:
    notified = keyboard.say("request", "fee-notify", number, "--by", "page", "--pages", 45)
    assert "合计 150 元" in notified
    keyboard.say("request", "fee-delivered", number, "--proof", "签收")
    pay = ("request", "fee-pay", number, "--receipt", "闽财 1")
    assert "少于应缴的 150.00 元" in keyboard.refused(*pay, "--amount", 100)
    assert "多于应缴的 150.00 元" in keyboard.refused(*pay, "--amount", 200)
    keyboard.say(*pay, "--amount", "150.00")

    said = keyboard.say("request", "fees")

    assert "通知收费：1 笔，150.00 元" in said
    assert "实际收取：1 笔，150.00 元" in said
    assert "闽财 1" in said
    totals = keyboard.read("request", "fees", "--year", 2025)["totals"]
    assert totals["paid"] == {"count": 1, "amount": "150.00", "unknown": 0}
    assert keyboard.say("request", "fees", "--year", 2024) == "2024年没有收费记录。\n"


def test_a_fee_without_its_sum_is_named_in_the_register(keyboard: Keyboard, number: str) -> None:
    keyboard.say("request", "move", number, "notify_fee")
    keyboard.say("request", "move", number, "pay_fee")

    assert "其中 1 笔没有登记金额" in keyboard.say("request", "fees")
    assert "（金额未登记）" in keyboard.say("request", "show", number)


@pytest.mark.parametrize("amount", ["很多", "-5", "0", "1.005", "NaN", "inf"])
def test_a_sum_that_is_none_is_named(keyboard: Keyboard, number: str, amount: str) -> None:
    said = keyboard.refused("request", "fee-pay", number, f"--amount={amount}", "--receipt", "1")

    assert f"“{amount}”不是金额" in said


# --- endings -----------------------------------------------------------------------------


def test_a_withdrawal_is_written(keyboard: Keyboard, number: str) -> None:
    keyboard.say("request", "withdraw", number, "--reason", "已自行获取", "--form", "电子邮件")

    shown = keyboard.read("request", "show", number)
    assert shown["withdrawal"] == {
        "on": "2025-09-22",
        "form": "email",
        "reason": "已自行获取",
    }
    assert "电子邮件　已自行获取" in keyboard.say("request", "show", number)


def test_what_may_lapse_is_listed_with_both_readings_and_confirmed(
    keyboard: Keyboard, number: str
) -> None:
    other = keyboard.log("甲-2")
    for each in (number, other):
        keyboard.say(
            *("request", "correct-ask", each, "--workdays", 5, "--on", "2025-09-05"),
            *("--defect", "内容描述:年度不明"),
        )
    listed = keyboard.say("request", "lapses")
    assert "逾期不补正" in listed
    assert listed.count("2025-09-12") == 4
    assert "lapses --confirm" in listed
    assert "不在可以视为放弃的清单" in keyboard.refused("request", "lapses", "甲-9", "--confirm")

    assert keyboard.say("request", "lapses", other, "--confirm") == "已视为放弃：甲-2\n"

    (left,) = keyboard.read("request", "lapses")
    assert (left["number"], left["lapses_after"], left["confirmed"]) == (
        number,
        "2025-09-12",
        False,
    )
    assert [one["confirmed"] for one in keyboard.read("request", "lapses", "--confirm")] == [True]
    assert keyboard.say("request", "lapses") == "没有可以视为放弃的申请。\n"
