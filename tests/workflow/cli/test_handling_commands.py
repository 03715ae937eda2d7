"""Requests in hand from the terminal: each family of commands, its errors and its readings."""

from datetime import date

import pytest

from tests.workflow.cli.desk import REVIEWER, Keyboard


@pytest.fixture
def number(keyboard: Keyboard) -> str:
    return keyboard.log("甲-1")


# --- consultations -----------------------------------------------------------------------


def consulted(keyboard: Keyboard, number: str, *more: str) -> str:
    return keyboard.say(
        *("request", "consult", number, "--to", "第三方", "--addressee", "东海公司"),
        *("--item", "补偿协议", "--on", "2025-09-10", *more),
    )


def test_a_consultation_is_sent_delivered_and_answered(keyboard: Keyboard, number: str) -> None:
    assert "征求第三方意见" in consulted(keyboard, number)
    keyboard.say("request", "consult-delivered", number, "1", "--on", "2025-09-11")
    keyboard.say(
        *("request", "consult-answered", number, "1", "--opinion", "不同意"),
        *("--reasons", "商业秘密", "--on", "2025-09-15"),
    )

    said = keyboard.say("request", "consultations", number)

    for words in ("东海公司", "不同意公开：商业秘密", "请认定所提理由是否合理", "第三十二条"):
        assert words in said.replace("\n", "").replace(" ", "") or words in said
    (one,) = keyboard.read("request", "consultations", number)
    assert (one["opinion"], one["excluded_workdays"]) == ("disagree", 3)


def test_an_objection_is_judged_and_the_third_party_told(keyboard: Keyboard, number: str) -> None:
    consulted(keyboard, number)
    keyboard.say("request", "consult-answered", number, "--opinion", "disagree")
    keyboard.say(*("request", "consult-judge", number, "--unreasonable", "--judgement", "已公开过"))
    keyboard.say("staff", "add", REVIEWER, "--role", "保密审查员")
    said = ("--decision", "予以公开", "--public-interest", "事关公共安全")
    keyboard.reply(number, *said, served=("邮寄", "--tracking", "1151"))

    shown = keyboard.say("request", "show", number)
    assert "将决定公开的内容和理由书面告知第三方" in shown
    keyboard.say(
        *("request", "consult-told", number, "1", "--disclosed", "协议", "--reason", "公共利益")
    )

    (one,) = keyboard.read("request", "show", number)["consultations"]
    assert (one["reasonable"], one["notice"], one["told_on"]) == (False, "given", "2025-09-22")


def test_nobody_consulted_is_said_in_words(keyboard: Keyboard, number: str) -> None:
    assert keyboard.say("request", "consultations", number) == "没有征求过意见。\n"


def test_references_that_two_share_are_told_apart_by_whom(keyboard: Keyboard, number: str) -> None:
    consulted(keyboard, number)
    keyboard.say(
        *("request", "consult", number, "--to", "其他机关", "--addressee", "县住建局"),
        *("--ref", "1"),
    )

    said = keyboard.refused("request", "consult-answered", number, "1", "--opinion", "同意")
    assert "编号相同的写明对象（--to）" in said
    keyboard.say(
        *("request", "consult-answered", number, "1", "--to", "其他机关", "--opinion", "同意")
    )

    statuses = {
        one["to"]: one["status"] for one in keyboard.read("request", "consultations", number)
    }
    assert statuses == {"third_party": "open", "other_organ": "answered"}


def test_an_opinion_that_is_none_names_the_choices(keyboard: Keyboard, number: str) -> None:
    consulted(keyboard, number)

    said = keyboard.refused("request", "consult-answered", number, "--opinion", "也许")

    assert "同意公开、部分同意公开、不同意公开" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_matter_is_shown_in_both_languages(
    keyboard: Keyboard, number: str, lang: str
) -> None:
    consulted(keyboard, number)
    keyboard.say("request", "extend-ask", number, "--workdays", 5, "--reason", "材料多")
    keyboard.say("--as", "陈主任", "request", "extend-approve", number)
    keyboard.say("request", "extend-tell", number)
    keyboard.say("request", "refer", number, "--office", "县档案馆", "--contact", "0595-1")
    keyboard.say("request", "reasons-ask", number, "--question", "用途")
    keyboard.say("request", "reasons-receive", number, "--reason", "研究")
    keyboard.say("request", "reasons-judge", number, "--reasonable", "--reason", "确有需要")
    keyboard.say(
        *("request", "reasons-delay", number, "--new-due", "2026-01-20", "--reason", "核对")
    )
    keyboard.say("request", "fee-notify", number, "--by", "page", "--pages", 45)
    keyboard.say("request", "fee-delivered", number)
    keyboard.say(*("request", "fee-pay", number, "--amount", 100, "--receipt", "闽财 1", "--part"))

    said = keyboard.say("--lang", lang, "request", "show", number)

    for words in ("东海公司", "材料多", "县档案馆", "确有需要", "闽财 1"):
        assert words in said
    wanted = {
        "zh": ("待办事项", "征求意见书的送达日期", "尚欠 50.00 元", "→ 2026-01-20", "视为放弃"),
        "en": ("To be done", "outstanding: 50.00 yuan", "5 working days", "Lapse"),
    }
    assert [words for words in wanted[lang] if words not in said] == []


# --- corrections -------------------------------------------------------------------------


def test_a_correction_is_asked_for_item_by_item(keyboard: Keyboard, number: str) -> None:
    keyboard.say(
        *("request", "correct-ask", number, "--workdays", 10, "--on", "2025-09-05"),
        *("--defect", "内容描述:年度不明:请写明年度", "--defect", "身份证明：：请补身份证复印件"),
    )

    shown = keyboard.read("request", "show", number)["correction"]
    assert shown["defects"] == [
        {"defect": "description", "unclear": "年度不明", "supply": "请写明年度"},
        {"defect": "identity", "supply": "请补身份证复印件"},
    ]
    said = keyboard.say("request", "show", number)
    assert "内容描述：年度不明；请写明年度" in said
    assert "2025-09-19 之后可以视为放弃" in said


def test_a_defect_that_says_nothing_is_refused_in_words(keyboard: Keyboard, number: str) -> None:
    said = keyboard.refused("request", "correct-ask", number, "--defect", "形式要求")

    assert "“形式要求”没有写明哪里不清楚" in said


def test_a_late_correction_wants_its_reason(keyboard: Keyboard, number: str) -> None:
    keyboard.say(
        *("request", "correct-ask", number, "--workdays", 5, "--on", "2025-09-05"),
        *("--defect", "内容描述:年度不明"),
    )
    late = ("request", "correct-receive", number, "--supplied", "2019年")

    assert "有正当理由的，请确认后登记" in keyboard.refused(*late)
    assert "请写明理由" in keyboard.refused(*late, "--acknowledge", "correction_late")
    keyboard.say(*late, "--acknowledge", "correction_late", "--reason", "住院")

    said = keyboard.say("request", "show", number)
    assert "收到（逾期，有正当理由）：住院" in said


# --- extensions --------------------------------------------------------------------------


def test_an_extension_is_previewed_asked_approved_and_told(keyboard: Keyboard, number: str) -> None:
    # Ten more from Sun 2025-09-28*: 29, 30, 10-09, 10, Sat 11*, 13..17.
    line = "延长 10 个工作日：2025-09-28 → 2025-10-17，依据条例(2019) 第三十三条第二款。\n"

    assert keyboard.say("request", "extend-preview", number, "--workdays", 10) == line
    assert keyboard.say("request", "extensions") == "没有等待决定的延长申请。\n"
    asked = keyboard.say("request", "extend-ask", number, "--workdays", 10, "--reason", "材料多")
    assert asked.endswith(line)
    assert "材料多" in keyboard.say("request", "extensions")
    assert "您的角色不能办理" in keyboard.refused("request", "extend-approve", number)
    keyboard.say("--as", "陈主任", "request", "extend-approve", number)
    told = keyboard.say("request", "extend-tell", number)

    assert told.endswith("答复期限：2025-10-17\n")


def test_what_waits_is_read_by_another_program_too(keyboard: Keyboard, number: str) -> None:
    keyboard.say("request", "extend-ask", number, "--workdays", 5, "--reason", "材料多")

    (one,) = keyboard.read("request", "extensions")

    assert (one["number"], one["due"], one["extended_due"]) == (
        number,
        "2025-09-28",
        "2025-10-11",
    )
    preview = keyboard.read("request", "extend-preview", number, "--workdays", 5)
    assert (preview["extended_due"], preview["void"]) == ("2025-10-11", False)


def test_the_head_of_office_refuses_with_a_reason(keyboard: Keyboard, number: str) -> None:
    keyboard.say("request", "extend-ask", number, "--workdays", 5, "--reason", "材料多")

    keyboard.say("--as", "陈主任", "request", "extend-refuse", number, "--reason", "来得及")

    assert keyboard.read("request", "extensions") == []
    assert "来得及" in keyboard.say("request", "show", number)


def test_an_extension_after_the_period_is_shown_to_be_void(keyboard: Keyboard) -> None:
    late = keyboard.log("甲-2", "2025-08-01")

    said = keyboard.say("request", "extend-preview", late, "--workdays", 5)

    assert "2025-08-29 已经届满" in said


def test_an_extension_into_an_unannounced_year_is_marked(keyboard: Keyboard) -> None:
    keyboard.on = date(2026, 12, 14)
    far = keyboard.log("甲-3", "2026-12-01")

    assert "（暂定）" in keyboard.say("request", "extend-preview", far, "--workdays", 20)


# --- reasons -----------------------------------------------------------------------------


def test_requests_of_one_applicant_are_counted(keyboard: Keyboard, number: str) -> None:
    keyboard.log("甲-2", "2025-07-01")

    said = keyboard.say("request", "reasons-count", number)

    assert "本月（2025-09-01 至 2025-09-30）　1 件" in said
    assert "本季度（2025-07-01 至 2025-09-30）　2 件" in said
    assert keyboard.read("request", "reasons-count", number)["year"]["numbers"] == ["甲-2", "甲-1"]


# --- looking ahead -----------------------------------------------------------------------


def test_a_dry_run_shows_what_would_move_and_records_nothing(
    keyboard: Keyboard, number: str
) -> None:
    keyboard.say("--as", "陈主任", "request", "extend-approve", number)
    version = keyboard.read("request", "show", number)["version"]

    said = keyboard.say("request", "move", number, "extend", "--workdays", 10, "--dry-run")

    assert (
        "  答复　2025-09-28 → 2025-10-17，依据《中华人民共和国政府信息公开条例》第三十三条第二款\n"
        in said
    )
    assert keyboard.read("request", "show", number)["version"] == version


def test_a_dry_run_shows_the_state_and_what_stays(keyboard: Keyboard, number: str) -> None:
    consulted(keyboard, number)

    said = keyboard.say("request", "move", number, "request_reasons", "--dry-run")

    assert "状态　办理中 → 待说明理由" in said
    assert "第三方意见（1）　2025-09-30，不变" in said
    ended = keyboard.say("request", "move", number, "withdraw", "--dry-run")
    assert "第三方意见（1）　2025-09-30 → —" in ended


def test_a_dry_run_is_read_by_another_program(keyboard: Keyboard, number: str) -> None:
    found = keyboard.read("request", "move", number, "withdraw", "--dry-run")

    assert found["recorded"] is False
    assert found["state"] == {"before": "received", "after": "withdrawn"}
    (reply,) = found["clocks"]
    assert (reply["before"]["due"], reply["after"], reply["changed"]) == (
        "2025-09-28",
        None,
        True,
    )


def test_a_move_may_carry_its_reason_and_opinion(keyboard: Keyboard, number: str) -> None:
    consulted(keyboard, number)

    keyboard.say(
        *("request", "move", number, "receive_third_party_opinion", "--ref", "1"),
        *("--opinion", "部分同意", "--reason", "附件除外"),
    )

    (*_, last) = keyboard.read("request", "show", number)["history"]
    assert (last["terms"]["opinion"], last["terms"]["reason"]) == ("partly", "附件除外")
    assert "部分同意公开；理由：附件除外" in keyboard.say("request", "show", number)


def test_a_bare_consultation_and_a_bare_withdrawal_are_shown_too(
    keyboard: Keyboard, number: str
) -> None:
    keyboard.say("request", "move", number, "consult_agency", "--ref", "1", "--not-co-producer")
    keyboard.say("request", "move", number, "withdraw")

    said = keyboard.say("request", "show", number)

    assert "无法定期限" in said
    assert "撤回 2025-09-22" in said


def test_an_opinion_due_in_an_unannounced_year_is_marked(keyboard: Keyboard) -> None:
    keyboard.on = date(2026, 12, 14)
    far = keyboard.log("甲-3", "2026-12-01")
    keyboard.say("request", "consult", far, "--to", "第三方", "--addressee", "东海公司")

    assert "（暂定）" in keyboard.say("request", "consultations", far)
