"""The public pages that are read: what everybody sees, and what an office can switch off."""

from datetime import date
from pathlib import Path

import pytest

from states.steps import Role
from tests.builders import a_publication
from tests.workflow.services.issuing import Issuing
from tests.workflow.web.visiting import Town, town
from workflow.records.canonical import JsonValue
from workflow.services.offices import SetOffice, set_office
from workflow.web.routes.public import ENTRIES

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"
PATHS = [f"/public/1{path}" for path, _ in ENTRIES]


def settle(town: Town, profile: dict[str, str] | None = None, **settings: JsonValue) -> None:
    command = SetOffice(
        profile=profile or {},
        settings=settings,
        reason="修改设置",
        actor="王管理",
        role=Role.ADMINISTRATOR,
    )
    with town.office.work() as uow:
        set_office(command, uow, at=town.clock.now())


@pytest.mark.parametrize("path", PATHS)
def test_nobody_need_sign_in(town: Town, path: str) -> None:
    page = town.browser().get(path)

    assert (page.status, page.address) == (200, path)
    assert "净峰镇人民政府" in page.words


@pytest.mark.parametrize("path", PATHS)
def test_an_office_that_has_switched_them_off_has_none(town: Town, path: str) -> None:
    settle(town, public_pages=False)

    assert town.browser().get(path).status == 404
    assert town.browser().post(f"{path}", {}).status in {404, 405}
    assert town.browser().get(path.replace("/1", f"/{town.other.id}")).status == 200
    assert "净峰镇" not in town.browser().get("/public").words


def test_an_office_switched_off_answers_like_one_that_is_not_there(town: Town) -> None:
    settle(town, public_pages=False)

    off, nobody = town.browser().get("/public/1/apply"), town.browser().get("/public/99/apply")

    assert (off.status, off.text) == (nobody.status, nobody.text)
    assert "待办" not in off.words


def test_an_installation_that_has_switched_them_off_has_none(tmp_path: Path) -> None:
    with town(tmp_path) as opened:
        opened.installation.settings = opened.installation.settings.model_copy(
            update={"public_pages": False}
        )
        for path in PATHS:
            assert opened.browser().get(path).status == 404
        assert "没有开通" in opened.browser().get("/public").words


def test_every_page_says_the_same_in_english(town: Town) -> None:
    browser = town.browser()
    browser.post("/language", {"lang": "en", "back": "/public/1"})

    page = browser.get("/public/1")

    assert "Apply online" in page.words
    assert "网上申请" not in page.words
    assert 'lang="en"' in page.text


def test_the_guide_tells_whom_to_ask_until_it_is_complete(town: Town) -> None:
    settle(town, {"phone": "0595-87801209"})
    assert "公开指南正在编制" in town.browser().get("/public/1/guide").words
    assert "0595-87801209" in town.browser().get("/public/1/guide").words

    settle(
        town,
        {"address": "净峰镇政府大院", "website": "https://example.cn"},
        disclosure_office="党政办公室",
        office_hours="工作日 8:00—12:00",
        guide_notes=HOSTILE,
    )
    page = town.browser().get("/public/1/guide")

    assert "党政办公室" in page.words
    assert HOSTILE in page.words
    assert "<script>alert" not in page.text
    assert "<style" not in page.text


def test_the_catalogue_lists_what_was_published_and_nothing_that_is_hostile(town: Town) -> None:
    with town.office.work() as uow:
        uow.publications.add(a_publication(HOSTILE), actor="李四", at=town.clock.now())

    page = town.browser().get("/public/1/catalogue")

    assert HOSTILE in page.words
    assert "<script>alert" not in page.text


def test_reports_are_public_when_frozen_and_published_and_not_before(tmp_path: Path) -> None:
    with town(tmp_path, date(2026, 1, 6)) as opened:  # Tuesday
        issuing, browser = Issuing(opened.office, opened.clock), opened.browser()
        address = "/public/1/reports/2025"
        issuing.received("1")
        for step in (lambda: None, issuing.freeze):
            step()
            assert "还没有公布年度报告" in browser.get("/public/1/reports").words
            assert browser.get(address).status == 404
            assert browser.get(f"{address}/file.xlsx").status == 404

        issuing.publish(date(2026, 1, 6))

        assert "2026年1月6日" in browser.get("/public/1/reports").words
        page = browser.get(address)
        assert page.status == 200
        assert "2025" in page.words
        assert "请补录" in str(issuing.shown().printed.findings[0].message())
        assert "请补录" not in page.words  # advice that was meant for the office
        assert "<style" not in page.text
        assert " style=" not in page.text
        assert browser.get(f"{address}/file.exe").status == 404


def test_a_published_report_can_be_taken_along(tmp_path: Path) -> None:
    with town(tmp_path, date(2026, 1, 6)) as opened:
        issuing = Issuing(opened.office, opened.clock)
        issuing.received("1")
        issuing.freeze()
        issuing.publish(date(2026, 1, 6))

        for kind, begins in (("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
            page = opened.browser().get(f"/public/1/reports/2025/file.{kind}")
            assert page.status == 200
            assert page.content.startswith(begins)
            assert f"report-2025.{kind}" in page.headers["content-disposition"]


def test_what_supersedes_a_published_report_is_public_when_it_is_published_itself(
    tmp_path: Path,
) -> None:
    with town(tmp_path, date(2026, 1, 6)) as opened:
        issuing = Issuing(opened.office, opened.clock)
        issuing.received("1")
        issuing.freeze()
        issuing.publish(date(2026, 1, 6))
        first = opened.browser().get("/public/1/reports/2025").text
        issuing.received("2")
        issuing.freeze(Role.HEAD_OF_OFFICE, supersede_reason="补录一件")
        assert opened.browser().get("/public/1/reports/2025").text == first

        issuing.publish(date(2026, 1, 6))
        assert opened.browser().get("/public/1/reports/2025").text != first


def test_robots_are_told_to_keep_to_what_is_public(town: Town) -> None:
    page = town.browser().get("/robots.txt")

    assert page.text.splitlines() == ["User-agent: *", "Allow: /public", "Disallow: /"]
    for path in ("apply", "progress"):
        headers = town.browser().get(f"/public/1/{path}").headers
        assert headers["x-robots-tag"] == "noindex, nofollow"
