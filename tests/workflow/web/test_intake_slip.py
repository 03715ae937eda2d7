"""The receipt slip at the desk: printed, taken along, kept on file."""

from datetime import date

import pytest

from states.statute.receipt import Channel
from states.steps import Role
from tests.workflow.web.visiting import Town
from workflow.documents.errors import FontMissingError
from workflow.letters.files import WRITERS

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


def test_the_slip_is_a_page_to_print_with_its_code(town: Town) -> None:
    row_id, number = town.log(submitted_on=date(2025, 9, 22))  # Monday

    page = town.visitor().get(f"/requests/{row_id}/slip")

    assert page.status == 200
    assert number in page.words
    assert "查询码" in page.words
    assert "<svg" in page.text
    assert " style=" not in page.text
    assert "data-print" in page.text


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
def test_the_slip_is_a_file_that_is_kept_and_not_shown(
    town: Town, ending: str, begins: bytes
) -> None:
    row_id, _ = town.log(submitted_on=date(2025, 9, 22))  # Monday

    page = town.visitor().get(f"/requests/{row_id}/slip.{ending}")

    assert page.content.startswith(begins)
    assert page.headers["content-disposition"].startswith("attachment;")
    assert "filename*=UTF-8''" in page.headers["content-disposition"]
    assert page.headers["x-content-type-options"] == "nosniff"


def test_without_a_font_the_page_names_the_package(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_font(_letter: object) -> bytes:
        raise FontMissingError

    row_id, _ = town.log(submitted_on=date(2025, 9, 22))  # Monday
    monkeypatch.setitem(WRITERS, ".pdf", no_font)

    page = town.visitor().get(f"/requests/{row_id}/slip.pdf")

    assert page.status == 503
    assert "fonts-noto-cjk" in page.words
    assert "docx" in page.words


def test_without_a_day_of_receipt_the_page_says_what_to_do_first(town: Town) -> None:
    row_id, _ = town.log(channel=Channel.INTERNET, submitted_on=date(2025, 9, 19))

    page = town.visitor().get(f"/requests/{row_id}/slip")

    assert page.status == 409
    assert "尚未确定收到申请之日" in page.words


def test_a_provisional_date_is_written_once_the_clerk_says_so(town: Town) -> None:
    town.clock.move(days=455)  # to Mon 2026-12-21: no notice tells the holidays of January 2027
    row_id, _ = town.log(submitted_on=date(2026, 12, 21))
    clerk = town.visitor()

    asked = clerk.get(f"/requests/{row_id}/slip")
    written = clerk.get(f"/requests/{row_id}/slip", provisional="1")

    assert (asked.status, written.status) == (409, 200)
    assert "暂定" in asked.words
    assert "--provisional" not in asked.words
    assert "slip.pdf?provisional=1" in written.text


def test_the_slip_is_kept_once_however_often_the_form_is_sent(town: Town) -> None:
    row_id, number = town.log(submitted_on=date(2025, 9, 22))  # Monday
    clerk = town.visitor()

    for _ in range(2):
        clerk.post(f"/requests/{row_id}/slip", {"key": "the-same"})

    with town.office.read() as view:
        assert len(view.letters.all(request_number=number)) == 1


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_the_code_on_it_is_for_those_who_hand_it_out(town: Town, role: Role) -> None:
    row_id, _ = town.log(submitted_on=date(2025, 9, 22))  # Monday
    visitor = town.visitor(role)

    assert visitor.get(f"/requests/{row_id}/slip").status == 403
    assert visitor.get(f"/requests/{row_id}/slip.pdf").status == 403
    assert visitor.post(f"/requests/{row_id}/slip").status == 403


def test_the_slip_of_another_office_is_not_there(town: Town) -> None:
    row_id, _ = town.log(town.other, submitted_on=date(2025, 9, 22))

    assert town.visitor().get(f"/requests/{row_id}/slip").status == 404
    assert town.visitor().get(f"/requests/{row_id}/slip.docx").status == 404


def test_hostile_text_is_printed_as_it_is(town: Town) -> None:
    row_id, _ = town.log(content=HOSTILE, applicant=HOSTILE, submitted_on=date(2025, 9, 22))

    page = town.visitor().get(f"/requests/{row_id}/slip")

    assert page.status == 200
    assert "<script>alert" not in page.text
    assert "7*7" in page.words
