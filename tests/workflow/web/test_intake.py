"""Intake at the desk: one screen, its days foreseen, and nothing typed is lost."""

import re

import pytest

from states.steps import Role
from tests.workflow.web.visiting import Page, Town, Visitor

CONTENT = "净峰村征地补偿安置方案及其附图"
ADDRESS = "/requests/new"
HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


def key_of(page: Page) -> str:
    found = re.search(r'name="key" value="([^"]+)"', page.text)
    assert found is not None
    return found[1]


def form_of(page: Page, **more: object) -> dict[str, object]:
    return {
        "key": key_of(page),
        "channel": "in_person",
        "applicant_kind": "natural_person",
        "applicant": "张伟",
        "content": CONTENT,
        **more,
    }


def register(clerk: Visitor, **more: object) -> Page:
    return clerk.post(ADDRESS, form_of(clerk.get(ADDRESS), **more))


@pytest.mark.parametrize("role", [Role.CLERK, Role.HEAD_OF_OFFICE])
def test_whoever_handles_requests_may_register_one(town: Town, role: Role) -> None:
    assert town.visitor(role).get(ADDRESS).status == 200


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_nobody_else_may_register_one(town: Town, role: Role) -> None:
    visitor = town.visitor(role)

    assert visitor.get(ADDRESS).status == 403
    assert visitor.get(f"{ADDRESS}/due").status == 403
    assert visitor.post(ADDRESS, {"applicant": "张伟", "content": CONTENT}).status == 403


def test_a_request_is_registered_and_its_page_opened(town: Town) -> None:
    page = register(
        town.visitor(),
        identity_kind="passport",
        identity_number="E12345678",
        phone="0595-87801209",
        help_needed=["reading", "sight"],
        provision_form="paper",
        provision_way="post",
        case_officer="李四",
        note="窗口递交",
    )

    assert (page.status, page.address) == (200, "/requests/1/logged")
    with town.office.read() as view:
        row = view.requests.rows_of([1])[0]
        beside = view.requests.beside
        assert (row.applicant, row.content, row.case_officer) == ("张伟", CONTENT, "李四")
        assert beside.intake(1).help_needed == "reading sight"
        assert beside.personal(1).details.identity_number == "E12345678"


def test_after_registering_the_page_says_what_comes_next(town: Town) -> None:
    page = register(town.visitor())

    assert "2025-10-24 周五" in page.words
    assert "还缺少：身份证明" in page.words
    for address in ("/requests/1/slip", "/requests/1/attachments", "/requests/1", ADDRESS):
        assert f'href="{address}"' in page.text, address


def test_what_was_registered_elsewhere_is_not_there(town: Town) -> None:
    row_id, _ = town.log(town.other)

    assert town.visitor().get(f"/requests/{row_id}/logged").status == 404


@pytest.mark.parametrize("row_id", ["0", "-1", "99999999999999999999", "x"])
def test_a_row_that_no_database_holds_is_not_found(town: Town, row_id: str) -> None:
    clerk = town.visitor()

    for address in ("logged", "slip", "attachments", "attachments/1", "letters/new"):
        assert clerk.get(f"/requests/{row_id}/{address}").status == 404, address
    assert clerk.get(f"/letters/{row_id}").status == 404


def test_the_same_form_sent_twice_registers_once(town: Town) -> None:
    clerk = town.visitor()
    form = form_of(clerk.get(ADDRESS))

    first, second = clerk.post(ADDRESS, form), clerk.post(ADDRESS, form)

    assert first.address == second.address
    with town.office.read() as view:
        assert len(view.requests.open_requests()) == 1


def test_the_page_says_when_a_request_handed_in_today_is_to_be_answered(town: Town) -> None:
    # Received on Mon 2025-09-22; 20 working days from the 23rd: 23-26 and Sun 28 (worked) make 5,
    # 29 and 30 make 7; holiday to 10-08; 10-09, 10, 11 (worked) make 10; 13-17 make 15, and
    # 20-24 make 20: Fri 2025-10-24. 条例(2019) 第三十三条.
    page = town.visitor().get(ADDRESS)

    assert "2025-10-24 周五" in page.words
    assert "第三十三条" in page.words


def test_the_days_typed_move_the_date(town: Town) -> None:
    due = town.visitor().get(
        f"{ADDRESS}/due", channel="post_signed", submitted_on="2025-09-12", signed_on="2025-09-15"
    )

    # Signed for on Mon 2025-09-15: the week of 16-19 makes 4, 22-26 make 9, Sun 28, 29, 30 make
    # 12; 10-09, 10, 11 make 15; 13-17 make 20: Fri 2025-10-17.
    assert due.status == 200
    assert "2025-10-17 周五" in due.words
    assert "<html" not in due.text


def test_an_unconfirmed_online_request_has_no_date_yet(town: Town) -> None:
    due = town.visitor().get(f"{ADDRESS}/due", channel="internet", submitted_on="2025-09-19")

    assert "尚未确定" in due.words
    assert "第三十一条" in due.words


def test_a_day_to_come_is_said_to_be_wrong_beside_the_dates(town: Town) -> None:
    due = town.visitor().get(f"{ADDRESS}/due", channel="in_person", submitted_on="2025-09-23")

    assert "fault" in due.text
    assert "提交日期" in due.words


def test_the_button_reckons_without_registering(town: Town) -> None:
    page = register(town.visitor(), do="due", submitted_on="2025-09-22", applicant="")

    assert (page.status, page.address) == (200, ADDRESS)
    assert "2025-10-24 周五" in page.words
    assert "需要改正" not in page.words
    with town.office.read() as view:
        assert not view.requests.open_requests()


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(town: Town) -> None:
    page = register(
        town.visitor(),
        applicant="",
        phone="没有",
        postcode="36210",
        identity_number="350525",
        submitted_on="2025-13-40",
        note="请留着这一句",
        address=HOSTILE,
    )

    assert page.status == 422
    for name in ("applicant", "phone", "postcode", "identity_number", "submitted_on"):
        assert f'id="f-{name}"' in page.text, name
    for kept in ("请留着这一句", CONTENT, "36210", "350525", "2025-13-40"):
        assert kept in page.text, kept
    assert "<script>alert(1)" not in page.text
    assert "{{ 7*7 }}" in page.text


def test_a_request_that_says_nothing_is_registered_where_the_clerk_says_so(town: Town) -> None:
    clerk = town.visitor()

    refused = register(clerk, content="")
    taken = register(clerk, content="", undescribed="1")

    assert refused.status == 422
    assert 'id="f-content"' in refused.text
    assert taken.address == "/requests/1/logged"


def test_a_number_that_is_taken_is_said_beside_the_number(town: Town) -> None:
    clerk = town.visitor()
    register(clerk, number="旧〔2025〕1号")

    page = register(clerk, number="旧〔2025〕1号", content="全镇公务用车维修支出明细")

    assert page.status == 422
    assert 'id="f-number"' in page.text
    assert "全镇公务用车维修支出明细" in page.text


def test_an_officer_who_is_not_on_duty_cannot_be_chosen(town: Town) -> None:
    page = register(town.visitor(), case_officer="某人")

    assert page.status == 422
    assert 'id="f-case_officer"' in page.text


def test_hostile_text_is_registered_as_it_is(town: Town) -> None:
    clerk = town.visitor()
    register(clerk, content=HOSTILE, applicant=HOSTILE)

    page = register(clerk, content=HOSTILE, applicant="王芳")

    assert "还没有登记" in page.words
    assert HOSTILE in page.words
    assert "<script>alert(1)" not in page.text


def test_a_form_far_too_long_is_refused_beside_its_field(town: Town) -> None:
    page = register(town.visitor(), note="长" * 2_001)

    assert page.status == 422
    assert 'id="f-note"' in page.text
