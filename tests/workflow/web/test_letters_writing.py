"""Writing a letter at the desk: chosen, filled in, looked at, issued."""

import re
from datetime import date

import pytest

from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import an_approval
from tests.workflow.web.visiting import MONDAY, Page, Town, Visitor

pytestmark = pytest.mark.thorough

CORRECTION = {
    "kind": "correction_notice",
    "f-corrections-1-point": "内容描述不明确",
    "f-corrections-1-how": "请写明文件名称或者文号",
    "f-correction_workdays": "10",
    "rows": "2",
}
HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


@pytest.fixture
def row_id(town: Town) -> int:
    return town.log(submitted_on=date(2025, 9, 18))[0]  # Thursday


def key_of(page: Page) -> str:
    found = re.search(r'name="key" value="([^"]+)"', page.text)
    assert found is not None
    return found[1]


def write(visitor: Visitor, row_id: int, do: str, **more: object) -> Page:
    return visitor.post(f"/requests/{row_id}/letters/new", {**CORRECTION, "do": do, **more})


def count(town: Town) -> int:
    with town.office.read() as view:
        return len(view.letters.all())


def test_the_letters_that_fit_are_told_from_those_that_do_not(town: Town, row_id: int) -> None:
    page = town.visitor().get(f"/requests/{row_id}/letters/new")

    now, not_now = page.words.split("现在不能写的")
    assert "补正告知书" in now
    assert "第三方告知书：由工作机构负责人出具" in not_now
    assert "答复书（予以公开）：先在申请页面逐项拟定意见" in not_now


def test_a_reply_fits_once_its_outcome_is_drafted(town: Town) -> None:
    row_id, number = town.log(submitted_on=date(2025, 9, 18))
    an_approval(town.office, number, MONDAY)

    page = town.visitor().get(f"/requests/{row_id}/letters/new")

    assert "kind=disclosure_reply" in page.text
    form = town.visitor().get(f"/requests/{row_id}/letters/new", kind="disclosure_reply")
    assert "取自登记" in form.words
    assert "f-provided-1-title" not in form.text


def test_a_preview_leaves_no_trace(town: Town, row_id: int) -> None:
    page = write(town.visitor(), row_id, "preview")

    assert page.status == 200
    assert "请写明文件名称或者文号" in page.words
    assert '<article class="document' in page.text
    assert 'value="issue"' in page.text
    assert count(town) == 0


def test_a_letter_is_issued_with_its_number_and_opened(town: Town, row_id: int) -> None:
    page = write(town.visitor(), row_id, "issue")

    assert page.address == "/letters/1?done=issued"
    assert "净公开告〔2025〕1号" in page.words
    assert "已签发并存档" in page.words


def test_the_same_form_sent_twice_takes_one_number(town: Town, row_id: int) -> None:
    clerk = town.visitor()
    key = key_of(clerk.get(f"/requests/{row_id}/letters/new", kind="correction_notice"))

    pages = [write(clerk, row_id, "issue", key=key) for _ in range(2)]

    assert [page.address for page in pages] == ["/letters/1?done=issued"] * 2
    assert count(town) == 1


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_lost(
    town: Town, row_id: int
) -> None:
    page = town.visitor().post(
        f"/requests/{row_id}/letters/new",
        {
            "kind": "correction_notice",
            "f-corrections-2-how": "请写明年份",
            "f-correction_workdays": "十",
            "rows": "2",
            "do": "preview",
        },
    )

    assert page.status == 422
    assert 'id="f-f-correction_workdays"' in page.text
    assert "请写明年份" in page.text
    assert 'value="十"' in page.text


def test_half_a_row_is_said_to_lack_its_other_half(town: Town, row_id: int) -> None:
    form = {"f-corrections-1-how": "", "f-corrections-1-point": "不明确"}

    page = write(town.visitor(), row_id, "preview", **form)

    assert page.status == 422
    assert 'id="f-f-corrections-1-how"' in page.text


def test_more_rows_keep_what_was_typed(town: Town, row_id: int) -> None:
    page = write(town.visitor(), row_id, "more")

    assert 'name="f-corrections-5-point"' in page.text
    assert "请写明文件名称或者文号" in page.text


def test_a_letter_that_the_law_does_not_allow_is_refused_with_its_reason(
    town: Town, row_id: int
) -> None:
    page = town.visitor().post(
        f"/requests/{row_id}/letters/new",
        {"kind": "delay_notice", "do": "issue", "f-reason": "量大", "f-new_due": "2025-12-31"},
    )

    assert page.status == 409
    assert 'role="alert"' in page.text
    assert "量大" in page.text
    assert count(town) == 0


def test_before_receipt_is_established_the_page_says_what_to_do(town: Town) -> None:
    row_id, _ = town.log(channel=Channel.INTERNET, submitted_on=date(2025, 9, 19))

    page = town.visitor().get(f"/requests/{row_id}/letters/new", kind="extension_notice")

    assert page.status == 409
    assert "尚未确定收到申请之日" in page.words


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_does_not_handle_requests_writes_no_letter(town: Town, row_id: int, role: Role) -> None:
    visitor = town.visitor(role)

    assert visitor.get(f"/requests/{row_id}/letters/new").status == 403
    assert write(visitor, row_id, "issue").status == 403
    assert count(town) == 0


def test_nobody_writes_on_a_request_of_another_office(town: Town) -> None:
    row_id, _ = town.log(town.other)

    assert town.visitor().get(f"/requests/{row_id}/letters/new").status == 404
    assert write(town.visitor(), row_id, "issue").status == 404


def test_hostile_text_is_set_as_it_is(town: Town, row_id: int) -> None:
    page = write(town.visitor(), row_id, "preview", **{"f-corrections-1-how": HOSTILE})

    assert page.status == 200
    assert "<script>alert" not in page.text
    assert "7*7" in page.words
    assert "49" not in page.words.split("预览（尚未签发）")[1].split("电话")[0]
