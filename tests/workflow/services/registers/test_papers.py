"""The public catalogue and the public guide, as documents."""

from datetime import date

import pytest

from tests.builders import a_publication
from workflow.bootstrap import Office
from workflow.documents.model import Document, Paragraph, Role, Table
from workflow.documents.text import to_text
from workflow.i18n import Lang
from workflow.records.canonical import JsonValue
from workflow.records.register_facts import (
    Publication,
)
from workflow.services.registers.catalogue import CatalogueWanted, catalogue
from workflow.services.registers.errors import (
    GuideIncompleteError,
)
from workflow.services.registers.guide import guide

TODAY = date(2025, 9, 22)  # Monday
EVERYTHING = CatalogueWanted()
PROFILE: dict[str, JsonValue] = {
    "phone": "0595-87801209",
    "address": "净峰镇净峰街1号",
    "website": "http://www.example.gov.cn",
    "settings": {
        "disclosure_office": "党政综合办公室",
        "office_hours": "周一至周五 8:00-12:00，15:00-18:00",
    },
}


def publish(office: Office, *items: Publication) -> None:
    with office.work() as uow:
        uow.publications.add_many(items, actor="台账", at=office.clock.now())


def item(title: str, on: date, category: str = "", **given: object) -> Publication:
    facts = {"title": title, "published_on": on, "category": category, "channels": "website"}
    return Publication(**facts | given)  # type: ignore[arg-type]


def the_catalogue(
    office: Office, wanted: CatalogueWanted = EVERYTHING, lang: Lang = Lang.ZH
) -> Document:
    with office.read() as view:
        return catalogue(view, wanted, TODAY, lang)


def filled_in(office: Office, **changes: JsonValue) -> None:
    with office.work() as uow:
        uow.offices.amend(PROFILE | changes, reason="填写", actor="管理员", at=office.clock.now())


def the_guide(office: Office, lang: Lang = Lang.ZH, on: date = TODAY) -> str:
    with office.read() as view:
        return to_text(guide(view, on, lang))


def headings(document: Document) -> list[str]:
    return [
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and block.role is Role.HEADING
    ]


# --- the catalogue ---------------------------------------------------------------------------


def test_the_catalogue_has_the_four_columns_of_article_12(office: Office) -> None:
    publish(
        office,
        item(
            "2024年决算",
            date(2025, 8, 1),
            index_number="QZ06913-0500-2025-00001",
            summary="部门决算",
            formed_on=date(2025, 7, 21),
            document_number="净政〔2025〕7号",
        ),
    )

    (table,) = [block for block in the_catalogue(office).blocks if isinstance(block, Table)]

    assert [[cell.text for cell in row] for row in table.rows] == [
        ["索引号", "名称", "内容概述", "生成日期", "文号"],
        ["QZ06913-0500-2025-00001", "2024年决算", "部门决算", "2025-07-21", "净政〔2025〕7号"],
    ]


def test_the_catalogue_follows_the_offices_own_categories(office: Office) -> None:
    day = date(2025, 8, 1)
    publish(
        office,
        item("甲", day, "自定类别"),
        item("乙", day, "财政资金类"),
        item("丙", day, "机构职能类"),
        item("丁", day, "财政资金类"),
        item("戊", day),
    )

    assert headings(the_catalogue(office)) == [
        "机构职能类（1 条）",
        "财政资金类（2 条）",
        "自定类别（1 条）",
        "未分类（1 条）",
    ]


def test_what_is_yet_to_be_published_or_void_is_in_no_catalogue(office: Office) -> None:
    publish(office, item("甲", date(2025, 8, 1)), a_publication("乙", date(2025, 8, 4)))
    publish(office, Publication(title="待公开", formed_on=TODAY))
    with office.work() as uow:
        uow.publications.annul(1, reason="误", actor="李四", at=office.clock.now())

    text = to_text(the_catalogue(office))

    assert "共 1 条" in text
    assert "乙" in text
    assert "甲" not in text
    assert "待公开" not in text


def test_the_catalogue_can_be_narrowed_to_days_and_a_category(office: Office) -> None:
    publish(
        office,
        item("早", date(2025, 1, 6), "财政资金类"),
        item("中", date(2025, 5, 6), "财政资金类"),
        item("别类", date(2025, 5, 6), "机构职能类"),
        item("晚", date(2025, 9, 1), "财政资金类"),
    )

    text = to_text(
        the_catalogue(office, CatalogueWanted(date(2025, 2, 1), date(2025, 8, 31), "财政资金类"))
    )

    assert "2025年2月1日至2025年8月31日公开的政府信息，共 1 条。" in text
    assert [word for word in ("早", "中", "别类", "晚") if word in text] == ["中"]


def test_an_empty_catalogue_says_so(office: Office) -> None:
    assert "没有符合条件的政府信息" in to_text(the_catalogue(office))
    assert "nothing to list" in to_text(the_catalogue(office, lang=Lang.EN))


# --- the guide -------------------------------------------------------------------------------


def test_the_guide_says_all_that_article_12_has_it_say(office: Office) -> None:
    filled_in(office)

    text = the_guide(office)

    for said in (
        "净峰镇人民政府政府信息公开指南",
        "党政综合办公室",
        "净峰镇净峰街1号",
        "周一至周五 8:00-12:00，15:00-18:00",
        "0595-87801209",
        "http://www.example.gov.cn",
        "索引号",
        "财政资金类",
        "20 个工作日",
        "7 个工作日",
        "60 日",
        "6 个月",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("key", "blank"),
    [
        ("phone", {"phone": ""}),
        ("address", {"address": ""}),
        ("website", {"website": ""}),
        ("disclosure_office", {"settings": {"office_hours": "周一至周五"}}),
        ("office_hours", {"settings": {"disclosure_office": "党政办"}}),
    ],
)
def test_a_guide_that_lacks_something_is_not_printed_with_a_blank(
    office: Office, key: str, blank: dict[str, JsonValue]
) -> None:
    filled_in(office, **blank)

    with pytest.raises(GuideIncompleteError) as caught:
        the_guide(office)
    assert caught.value.missing == (key,)


def test_an_empty_office_is_told_all_that_is_missing(office: Office) -> None:
    with pytest.raises(GuideIncompleteError) as caught:
        the_guide(office)
    assert caught.value.missing == (
        "disclosure_office",
        "address",
        "office_hours",
        "phone",
        "website",
    )


def test_an_email_serves_where_there_is_no_website(office: Office) -> None:
    settings: JsonValue = {
        "disclosure_office": "党政办",
        "office_hours": "周一至周五",
        "email": "gk@example.gov.cn",
    }
    filled_in(office, website="", settings=settings)

    text = the_guide(office)

    assert "以电子邮件" in text
    assert "gk@example.gov.cn" in text


def test_a_town_without_a_fax_says_so(office: Office) -> None:
    filled_in(office)

    assert "|         传真         | 无 " in the_guide(office)


# 复议法(2023) 第二十三条第一款第四项, from 2024-01-01.
def test_reconsideration_first_is_told_from_2024_on(office: Office) -> None:
    filled_in(office)

    assert "应当先申请行政复议" in the_guide(office)
    assert "应当先申请行政复议" not in the_guide(office, on=date(2023, 12, 29))


def test_the_authority_and_the_court_are_those_that_are_set_for_letters(office: Office) -> None:
    letters: JsonValue = {"authority": "惠安县人民政府", "court": "惠安县人民法院"}
    held = PROFILE["settings"]
    assert isinstance(held, dict)
    filled_in(office, settings={**held, "letters": letters})

    text = the_guide(office)

    assert "向惠安县人民政府申请行政复议" in text
    assert "向惠安县人民法院提起行政诉讼" in text


def test_the_guide_is_complete_in_english_too(office: Office) -> None:
    filled_in(office)

    text = the_guide(office, Lang.EN)

    assert "guide to the disclosure of information" in text
    assert "within 20 working days of receipt" in text
    assert "{" not in text


def test_what_an_office_adds_is_printed_as_it_stands(office: Office) -> None:
    held = PROFILE["settings"]
    assert isinstance(held, dict)
    filled_in(office, settings={**held, "guide_notes": "第一行\n{{ 7*7 }} <b>#set</b>"})

    text = the_guide(office)

    assert "四、其他" in text
    assert "{{ 7*7 }} <b>#set</b>" in text
