"""The calendar on the desk: a year in shape and words, and a notice shown before it is loaded."""

import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from states.steps import Role
from tests.workflow.web.visiting import Page, Town, town
from workflow.clock import legal_date

OFF = "元旦 2027-01-01 2027-01-03\n春节 2027-02-05 2027-02-11\n清明节 2027-04-03 2027-04-05"
OFF += "\n劳动节 2027-05-01 2027-05-05\n端午节 2027-06-09\n中秋节 2027-09-15"
OFF += "\n国庆节 2027-10-01 2027-10-07"
TYPED = {"year": "2027", "off": OFF, "worked": "2027-02-20", "reference": "国办发明电〔2026〕9号"}
LOADERS = (Role.ADMINISTRATOR, Role.HEAD_OF_OFFICE)


def content_of(page: Page) -> dict[str, str]:
    """Return the hidden fields by which a preview is confirmed."""
    found = re.findall(r'name="(content|reference)" value="([^"]*)"', page.text)
    return {name: unescape(value) for name, value in found} | {"force": "1"}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_every_role_sees_the_calendar_and_two_may_load_a_notice(town: Town, role: Role) -> None:
    visitor, may = town.visitor(role), role in LOADERS
    assert visitor.get("/calendar").status == 200
    assert visitor.get("/calendar/load").status == (200 if may else 403)
    assert visitor.post("/calendar/preview", TYPED).status == (200 if may else 403)
    if not may:
        assert visitor.post("/calendar/load", {"content": "{}"}).status == 403


def test_a_year_shows_what_each_day_is_in_words_and_its_notice(town: Town) -> None:
    page = town.visitor().get("/calendar", year=2025)
    # 国办发明电〔2024〕12号: 28 days off in 2025, five weekend days worked in exchange.
    assert "放假 28 天" in page.words
    assert "调休上班 5 天" in page.words
    assert "国办发明电〔2024〕12号" in page.words
    assert 'aria-current="date"' in page.text
    assert "暂定" not in page.words


def test_a_year_without_its_notice_is_said_to_be_provisional(town: Town) -> None:
    assert "所示为暂定" in town.visitor().get("/calendar", year=2027).words


@pytest.mark.parametrize("year", ["1900", "9999", "abc"])
def test_a_year_there_is_not_is_not_found(town: Town, year: str) -> None:
    assert town.visitor().get("/calendar", year=year).status == 404


def test_a_notice_moves_nothing_until_it_is_confirmed(tmp_path: Path) -> None:
    with town(tmp_path, date(2026, 12, 14)) as opened:
        row_id, number = opened.log(submitted_on=date(2026, 12, 14))
        head = opened.visitor(Role.HEAD_OF_OFFICE)
        preview = head.post("/calendar/preview", TYPED)
        assert number in preview.words
        assert "所示为暂定" in head.get("/calendar", year=2027).words
        loaded = head.post("/calendar/load", content_of(preview))
        assert "已载入" in loaded.words
        assert "国办发明电〔2026〕9号" in loaded.words
        assert "所示为暂定" not in loaded.words
        with opened.office.read() as view:
            row = view.requests.find(number)
            assert row.id == row_id
            assert not row.provisional
        again = head.post("/calendar/load", content_of(preview))
        assert "没有改动" in again.words
        assert legal_date(opened.clock.now()) == date(2026, 12, 14)


def test_another_office_is_counted_and_not_named(town: Town) -> None:
    _, number = town.log(town.other)
    town.log()
    changed = {**TYPED, "year": "2025", "off": "国庆节 2025-10-01 2025-10-03", "worked": ""}
    page = town.visitor(Role.HEAD_OF_OFFICE).post("/calendar/preview", changed)
    assert page.status == 200
    assert "东园" not in page.words
    assert number not in page.words or "净" in number


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"off": ""}, "file", "请选择文件"),
        ({"year": "1066"}, "year", "不能小于 2008"),
        ({"year": "3000"}, "year", "2008 至 2100"),
        ({"off": "春节 二月"}, "off", "第 1 行“春节 二月”看不懂"),
        ({"off": "春节 2027-02-11 2027-02-05"}, "off", "末日早于首日"),
        ({"worked": "2027-02-20\n周六"}, "worked", "第 2 行“周六”不是日期"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(
    town: Town, changed: dict[str, str], field: str, words: str
) -> None:
    page = town.visitor(Role.HEAD_OF_OFFICE).post("/calendar/preview", {**TYPED, **changed})
    assert page.status == 422
    assert f'id="f-{field}"' in page.text
    assert words in page.words
    assert "国办发明电〔2026〕9号" in page.text


def test_a_file_is_read_and_one_that_is_none_is_refused(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)
    days = [{"name": "元旦", "date": f"2027-01-0{n}", "isOffDay": True} for n in (1, 2, 3)]
    good = json.dumps({"year": 2027, "papers": [], "days": days}).encode()
    page = head.post("/calendar/preview", {}, {"file": ("2027.json", good)})
    assert page.status == 200
    assert "全年工作日总数不合常理" in page.words
    unchecked = content_of(page)
    del unchecked["force"]
    assert head.post("/calendar/load", unchecked).status == 422
    bad = head.post("/calendar/preview", {}, {"file": ("x.json", b"<script>alert(1)</script>")})
    assert bad.status == 422
    assert "不是放假安排文件" in bad.words


def test_what_is_confirmed_must_be_a_notice(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)
    assert head.post("/calendar/load", {"content": "nonsense"}).status == 422
    hostile = {**TYPED, "off": OFF.replace("元旦", "<script>alert(1)</script>{{7*7}}")}
    page = head.post("/calendar/preview", hostile)
    assert "<script>alert" not in page.text
    assert "{{7*7}}" in page.text
