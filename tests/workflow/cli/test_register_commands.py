"""The directory and the corrections of own records, from the terminal."""

import pytest

from tests.workflow.cli.desk import Keyboard, run
from workflow.cli.app import ExitCode


def organ(keyboard: Keyboard, name: str = "惠安县自然资源局", *more: str) -> str:
    return keyboard.say(
        *("directory", "add", name, "--contact", "0595-1", "--scope", "宅基地、征地", *more)
    )


# --- the directory -----------------------------------------------------------------------


def test_an_empty_directory_says_how_to_begin(keyboard: Keyboard) -> None:
    assert "disclosure directory add" in keyboard.say("directory", "list")
    assert "没有相关的机关" in keyboard.say("directory", "search", "宅基地")


def test_an_organ_is_entered_listed_and_found(keyboard: Keyboard) -> None:
    assert organ(keyboard) == "已登记：惠安县自然资源局\n"

    assert "0595-1" in keyboard.say("directory", "list")
    (one,) = keyboard.read("directory", "search", "宅基地审批")
    assert (one["name"], one["keywords"], one["scope"]) == (
        "惠安县自然资源局",
        ["宅基地"],
        ["宅基地", "征地"],
    )


def test_the_directory_is_searched_for_what_a_request_asks(keyboard: Keyboard) -> None:
    organ(keyboard)
    number = keyboard.log("甲-1", content="某村征地补偿安置方案")

    assert "惠安县自然资源局" in keyboard.say("directory", "search", "--for", number)
    keyboard.say("request", "refer", number, "--office", "惠安县自然资源局")

    named = keyboard.read("request", "show", number)["right_office"]
    assert named == {"office_name": "惠安县自然资源局", "office_contact": "0595-1"}


def test_a_search_for_nothing_says_what_it_wants(keyboard: Keyboard) -> None:
    assert "--for" in keyboard.refused("directory", "search")


def test_an_organ_is_changed_and_retired(keyboard: Keyboard) -> None:
    organ(keyboard)

    keyboard.say("directory", "amend", "惠安县自然资源局", "--contact", "0595-2", "--scope", "矿产")
    (one,) = keyboard.read("directory", "list")
    assert (one["contact"], one["scope"]) == ("0595-2", ["矿产"])
    keyboard.say("directory", "retire", "惠安县自然资源局", "--reason", "机构改革")

    assert keyboard.read("directory", "list") == []


def test_an_organ_known_already_or_unknown_is_named(keyboard: Keyboard) -> None:
    organ(keyboard)

    assert "已有“惠安县自然资源局”" in keyboard.refused(
        "directory", "add", "惠安县自然资源局", "--contact", "1"
    )
    assert "没有“无此局”" in keyboard.refused("directory", "retire", "无此局", "--reason", "无")
    assert "没有写明要修改什么" in keyboard.refused("directory", "amend", "惠安县自然资源局")
    assert "名称不能为空" in keyboard.refused("directory", "add", " ", "--contact", "1")
    assert "名录中没有“省档案馆”" in keyboard.refused(
        "request", "refer", keyboard.log("甲-1"), "--office", "省档案馆"
    )


def test_a_supervisor_changes_nothing_in_the_directory(keyboard: Keyboard) -> None:
    said = keyboard.refused("--as", "王监督", "directory", "add", "某局", "--contact", "1")

    assert "您的角色不能办理" in said


# --- corrections of own records ----------------------------------------------------------


def logged(keyboard: Keyboard, *more: str) -> str:
    return keyboard.say(
        *("record-correction", "log", "--applicant", "王五", "--record", "户口登记地址"),
        *("--evidence", "户口本", "--received", "2025-09-01", *more),
    )


def test_an_empty_register_says_so(keyboard: Keyboard) -> None:
    assert keyboard.say("record-correction", "list") == "没有更正本人信息的申请。\n"


def test_an_application_is_logged_with_the_offices_own_date(keyboard: Keyboard) -> None:
    # 2025-09-02..05 = 1..4, 08..12 = 5..9, 15..19 = 10..14, 22..26 = 15..19, Sun 28* = 20.
    assert logged(keyboard) == (
        "已登记：第 1 号；内部办理期限 2025-09-28（条例(2019) 第四十一条没有规定期限）。\n"
    )
    assert "art. 41" in keyboard.say("--lang", "en", "record-correction", "show", 1)


def test_the_list_shows_light_and_days_left_and_masks_the_name(keyboard: Keyboard) -> None:
    logged(keyboard)

    said = keyboard.say("record-correction", "list")

    assert "◆ 5" in said
    assert "王*" in said
    assert "王五" not in said
    (one,) = keyboard.read("record-correction", "list")
    assert (one["light"], one["left"], one["applicant"]) == ("yellow", 5, "王*")


def test_a_late_one_and_one_due_today_are_red_in_words(keyboard: Keyboard) -> None:
    logged(keyboard, "--received", "2025-08-25")
    logged(keyboard, "--received", "2025-08-01")

    said = keyboard.say("record-correction", "list")

    assert "▲ 今日" in said
    # Due Fri 2025-08-29; to Mon 09-22: 09-01..05, 08..12, 15..19, 22 = 16.
    assert "▲ 超期 16" in said


def test_an_application_is_shown_and_concluded(keyboard: Keyboard) -> None:
    logged(keyboard, "--officer", "李四", "--kind", "自然人")
    shown = keyboard.say("record-correction", "show", 1)
    for words in ("王五", "户口本", "李四", "第四十一条"):
        assert words in shown

    conclude = ("record-correction", "conclude", 1, "--result")
    assert "请写明" in keyboard.refused(*conclude, "已转送")
    assert "不是办结的结果" in keyboard.refused(*conclude, "办理中")
    assert keyboard.say(*conclude, "已转送", "--explain", "县公安局") == "第 1 号已办结：已转送\n"

    plain = keyboard.read("record-correction", "show", 1)
    assert (plain["result"], plain["explanation"], plain["left"]) == (
        "forwarded",
        "县公安局",
        None,
    )
    assert "办结" in keyboard.say("record-correction", "list")
    assert keyboard.say("record-correction", "list", "--open") == "没有更正本人信息的申请。\n"


def test_it_is_told_as_json_too(keyboard: Keyboard) -> None:
    plain = keyboard.read(
        *("record-correction", "log", "--applicant", "某公司", "--kind", "商业企业"),
        *("--record", "纳税记录", "--evidence", "完税证明"),
    )
    assert (plain["applicant"], plain["received_on"]) == ("某公司", "2025-09-22")
    done = keyboard.read("record-correction", "conclude", plain["id"], "--result", "已更正")
    assert done["concluded_on"] == "2025-09-22"


@pytest.mark.parametrize("option", ["--applicant", "--record", "--evidence"])
def test_a_blank_field_is_named(keyboard: Keyboard, option: str) -> None:
    given = {"--applicant": "王五", "--record": "户口", "--evidence": "户口本", option: " "}

    said = keyboard.refused(
        "record-correction", "log", *(word for pair in given.items() for word in pair)
    )

    assert f"{option} 不能为空" in said


def test_an_unknown_number_is_not_found(keyboard: Keyboard) -> None:
    assert run("record-correction", "show", 7) == ExitCode.FOUND
    assert "没有编号为 7 的记录" in keyboard.capsys.readouterr().err


def test_corrections_are_in_no_count_of_requests(keyboard: Keyboard) -> None:
    logged(keyboard)

    assert keyboard.read("request", "list") == []
    assert "首尾相连" in keyboard.say("verify")
