"""Reports to be read: every figure leads to what it counts, and nothing of another office."""

import pytest

from states.steps import Role
from tests.workflow.web.visiting import MONDAY, Town
from workflow.documents.errors import FontMissingError


@pytest.mark.parametrize("role", sorted({*Role} - {Role.SYSTEM}))
def test_every_role_reads_reports_and_the_dashboard(town: Town, role: Role) -> None:
    visitor = town.visitor(role)
    for address in ("/reports", "/reports/2025", "/reports/check", "/dashboard"):
        assert visitor.get(address).status == 200, address


def test_a_figure_is_as_many_records_as_its_page_lists(town: Town) -> None:
    for n in range(3):
        town.log(submitted_on=MONDAY, content=f"事项{n}")
    town.log(town.other, submitted_on=MONDAY, content="别家的事项")

    report = town.visitor().get("/reports/2025")
    cell = town.visitor().get("/reports/2025/cells/requests/R1/total")

    assert 'href="/reports/2025/cells/requests/R1/total">3</a>' in report.text
    assert cell.text.count('<tr class="record">') == 3
    assert "别家的事项" not in cell.text
    assert 'href="/requests/1"' in cell.text


def test_the_records_behind_a_figure_come_fifty_at_a_time(town: Town) -> None:
    for n in range(52):
        town.log(submitted_on=MONDAY, content=f"事项{n}")
    visitor = town.visitor()

    first = visitor.get("/reports/2025/cells/requests/R1/total")
    second = visitor.get("/reports/2025/cells/requests/R1/total", offset=50)

    assert first.text.count('<tr class="record">') == 50
    assert second.text.count('<tr class="record">') == 2
    assert "offset=50" in first.text
    assert "offset=100" not in second.text


def test_a_report_of_nothing_is_a_report(town: Town) -> None:
    page = town.visitor().get("/reports/2024")
    cell = town.visitor().get("/reports/2024/cells/requests/R1/total")

    assert page.status == 200
    assert "2024年" in page.words
    assert "没有记录计入这一格" in cell.words


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/reports/1999", 404),
        ("/reports/二〇二五", 404),
        ("/reports/2025.exe", 404),
        ("/reports/2025/cells/requests/R99/total", 422),
        ("/reports/2025?known=昨天", 422),
        ("/reports/2025?form=1999", 422),
    ],
)
def test_an_address_that_is_wrong_is_answered_in_words(
    town: Town, address: str, status: int
) -> None:
    assert town.visitor().get(address).status == status


def test_what_was_typed_wrongly_stands_in_its_field_again(town: Town) -> None:
    page = town.visitor().get("/reports/2025", known="昨天<b>")

    assert page.status == 422
    assert "昨天&lt;b&gt;" in page.text


def test_a_report_is_shown_as_known_on_a_day_and_in_another_form(town: Town) -> None:
    town.log(submitted_on=MONDAY)
    visitor = town.visitor()

    before = visitor.get("/reports/2025", known="2025-01-31")
    other = visitor.get("/reports/2025", form="2014")

    assert '/cells/requests/R1/total?known=2025-01-31">0</a>' in before.text
    assert "form=2014" in other.text


@pytest.mark.parametrize(
    ("kind", "beginning"),
    [("html", b"<!DOCTYPE"), ("json", b"{"), ("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")],
)
def test_a_report_is_given_as_a_file(town: Town, kind: str, beginning: bytes) -> None:
    got = town.visitor().get(f"/reports/2025.{kind}")

    assert got.status == 200
    assert got.content.startswith(beginning)
    assert got.headers["content-disposition"] == f'attachment; filename="report-2025.{kind}"'


def test_a_missing_font_is_named_with_its_package(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workflow.reports.papers.to_pdf", _without_font)

    got = town.visitor().get("/reports/2025.pdf")

    assert got.status == 422
    assert "fonts-noto-cjk" in got.words


def _without_font(_document: object) -> bytes:
    raise FontMissingError


def test_no_page_of_a_report_has_a_style_or_a_script_of_its_own(town: Town) -> None:
    town.log(submitted_on=MONDAY, content="<script>alert(1)</script>")
    visitor = town.visitor()
    for address in ("/reports/2025", "/dashboard", "/reports/2025/cells/requests/R1/total"):
        page = visitor.get(address)
        assert "<style" not in page.text
        assert " style=" not in page.text
        assert "<script>" not in page.text


def test_the_years_say_what_comes_next(town: Town) -> None:
    visitor = town.visitor(Role.HEAD_OF_OFFICE)

    before = visitor.get("/reports")
    visitor.post("/reports/2024/draft")
    after = visitor.get("/reports")

    assert "生成草稿" in before.words
    assert "核对问题、补录数字，然后封存" in after.words
