"""The office, its staff and accounts, and hand-over on the desk."""

import re

import pytest

from states.steps import Role
from tests.workflow.web.counted import queries
from tests.workflow.web.visiting import PEOPLE, Town

STEWARDS = (Role.ADMINISTRATOR, Role.HEAD_OF_OFFICE)
HANDERS = (*STEWARDS, Role.CLERK)
HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"
OFFICE = {
    "name": "净峰镇人民政府",
    "level": "town",
    "number_pattern": "{prefix}公开申〔{year}〕{serial}号",
    "index_pattern": "{office}-{category}-{year}-{serial:05}",
    "publication_categories": "0500 财政资金类",
    "phone": "0595-87801209",
    "reason": "换了电话",
}
FOR_STEWARDS = ("/office/edit", "/office/staff/new", "/office/staff/1", "/office/accounts")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_each_page_is_for_the_roles_that_may(town: Town, role: Role) -> None:
    visitor = town.visitor(role)
    for address in ("/office", "/office/staff"):
        assert visitor.get(address).status == 200
    for address in FOR_STEWARDS:
        assert visitor.get(address).status == (200 if role in STEWARDS else 403)
    for address in ("/handover", "/handover/list.docx?giver=李四"):
        assert visitor.get(address).status == (200 if role in HANDERS else 403)
    if role not in STEWARDS:
        for address in ("edit", "staff/new", "staff/1/leave", "accounts", "accounts/1/reset"):
            assert visitor.post(f"/office/{address}", {}).status == 403
    if role not in HANDERS:
        assert visitor.post("/handover", {}).status == 403


def test_the_office_is_changed_for_a_reason_and_says_so(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)
    assert head.post("/office/edit", {**OFFICE, "reason": ""}).status == 422
    saved = head.post("/office/edit", OFFICE)
    assert saved.status == 200
    assert "0595-87801209" in saved.words
    assert "0500 财政资金类" in saved.words
    assert "0100" not in saved.words


def test_a_setting_is_as_usual_again_once_it_is_emptied(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)
    assert "上午九点" in head.post("/office/edit", {**OFFICE, "office_hours": "上午九点"}).words
    cleared = head.post("/office/edit", {**OFFICE, "office_hours": ""})
    assert cleared.status == 200
    assert "上午九点" not in cleared.words


def test_a_switch_is_a_box_that_is_ticked_and_is_said_in_words(town: Town) -> None:
    head, anybody = town.visitor(Role.HEAD_OF_OFFICE), town.browser()
    form = head.get("/office/edit").text
    assert re.search(r'type="checkbox" name="public_pages" value="1" checked', form)
    assert "True" not in head.get("/office").words

    kept = head.post("/office/edit", {**OFFICE, "public_pages": "1"})
    assert anybody.get("/public/1").status == 200
    assert "False" not in kept.words

    head.post("/office/edit", {**OFFICE, "phone": "0595-87801200"})
    assert anybody.get("/public/1").status == 404
    assert "公众页面 否" in head.get("/office").words


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number_pattern", "没有序号"),
        ("index_pattern", "{year}"),
        ("office_code", "小写abc"),
        ("publication_categories", "没有名称"),
        ("level", "planet"),
        ("name", ""),
    ],
)
def test_a_bad_setting_is_said_beside_its_field(town: Town, field: str, value: str) -> None:
    page = town.visitor(Role.HEAD_OF_OFFICE).post("/office/edit", {**OFFICE, field: value})
    assert page.status == 422
    assert f'id="f-{field}"' in page.text
    assert "0595-87801209" in page.text
    assert "Value error" not in page.text


def test_hostile_text_of_the_office_comes_out_as_it_was_typed(town: Town) -> None:
    head = town.visitor(Role.HEAD_OF_OFFICE)
    page = head.post("/office/edit", {**OFFICE, "address": HOSTILE, "guide_notes": HOSTILE})
    assert page.status == 200
    assert "<script>alert" not in page.text
    assert HOSTILE in page.words


def test_somebody_comes_is_away_comes_back_and_leaves_with_their_work_handed_over(
    town: Town,
) -> None:
    admin = town.visitor(Role.ADMINISTRATOR)
    _, number = town.log(officer="李四")
    assert "新人" in admin.post("/office/staff/new", {"name": "新人", "role": "clerk"}).words
    away = {"from_on": "2025-09-22", "deputy": "新人", "why": "培训"}
    assert "代理人 新人" in admin.post("/office/staff/1/absent", away).words
    overlapping = admin.post("/office/staff/1/absent", away)
    assert overlapping.status == 422
    assert 'id="f-from_on"' in overlapping.text
    assert admin.post("/office/staff/1/back", {}).status == 200
    assert "已登记离岗" in admin.post("/office/staff/1/leave", {"receiver": "新人"}).words
    with town.office.read() as view:
        assert view.requests.find(number).case_officer == "新人"


def test_nobody_changes_their_own_role(town: Town) -> None:
    admin = town.visitor(Role.ADMINISTRATOR)
    own = 1 + list(PEOPLE).index(Role.ADMINISTRATOR)
    page = admin.post(f"/office/staff/{own}/change", {"role": "head_of_office", "email": ""})
    assert page.status == 422
    assert "不能改自己的岗位" in page.words
    assert admin.post("/office/staff/1/change", {"role": "reviewer", "email": ""}).status == 200


def test_a_bad_address_and_a_name_twice_are_said_beside_their_fields(town: Town) -> None:
    admin = town.visitor(Role.ADMINISTRATOR)
    bad = admin.post("/office/staff/new", {"name": HOSTILE, "role": "clerk", "email": "无"})
    assert bad.status == 422
    assert 'id="f-email"' in bad.text
    assert "<script>alert" not in bad.text
    twice = admin.post("/office/staff/new", {"name": "李四", "role": "clerk"})
    assert twice.status == 422
    assert "李四" in twice.words


def test_a_person_of_another_office_is_not_there(town: Town) -> None:
    admin = town.visitor(Role.ADMINISTRATOR)
    assert admin.post("/office/staff/new", {"name": "新人", "role": "clerk"}).status == 200
    with town.office.read() as view:
        row_id = view.staff.where(name="新人")[0].id
    other = town.visitor(Role.ADMINISTRATOR, town.other)
    assert other.get(f"/office/staff/{row_id}").status == 404
    assert other.post(f"/office/staff/{row_id}/leave", {}).status == 404


def test_an_account_is_opened_with_a_password_that_is_shown_once(town: Town) -> None:
    admin = town.visitor(Role.ADMINISTRATOR)
    page = admin.post("/office/accounts", {"name": "李四", "login": "li.si"})
    assert page.headers["cache-control"] == "no-store"
    (password,) = re.findall(r"<dt>密码</dt><dd><code>([^<]+)</code>", page.text)
    assert password not in admin.get("/office/accounts").text
    signed_in = town.browser().post("/sign-in", {"login": "li.si", "password": password})
    assert signed_in.address == "/account"
    taken = admin.post("/office/accounts", {"name": "林秀英", "login": "li.si"})
    assert taken.status == 422
    assert 'id="f-login"' in taken.text


def test_an_account_is_reset_and_closed_by_its_own_office_alone(town: Town) -> None:
    admin = town.visitor(Role.ADMINISTRATOR)
    clerk = town.visitor(Role.CLERK)
    with town.office.read() as view:
        own, theirs = (account.id for account in view.accounts.all())
    other = town.visitor(Role.ADMINISTRATOR, town.other)
    for what in ("reset", "close"):
        assert other.post(f"/office/accounts/{theirs}/{what}").status == 404
    assert "只显示这一次" in admin.post(f"/office/accounts/{theirs}/reset").words
    assert clerk.get("/worklist").address.startswith("/sign-in")
    assert admin.post(f"/office/accounts/{own}/close").status == 403
    assert "已停用" in admin.post(f"/office/accounts/{theirs}/close").words


def test_what_is_late_is_seen_before_it_is_handed_over_and_stays_late(town: Town) -> None:
    clerk = town.visitor()
    _, number = town.log(officer="李四", submitted_on=None, received_on=None)
    assert number in clerk.get("/handover", giver="李四").words
    nobody = clerk.post("/handover", {"giver": "李四", "note": "休产假"})
    assert nobody.status == 422
    assert "休产假" in nobody.text
    form = {"giver": "李四", "receiver": "林秀英", "note": "休产假", "key": "once"}
    done = clerk.post("/handover", form)
    assert number in done.words
    assert clerk.post("/handover", form).address == done.address
    assert "休产假" in clerk.get("/handover").words
    assert "没有需要移交的事项" in clerk.get("/handover", giver="李四").words


def test_nothing_is_handed_over_to_oneself_and_another_offices_list_is_not_there(
    town: Town,
) -> None:
    clerk = town.visitor()
    town.log(officer="李四")
    assert clerk.post("/handover", {"giver": "李四", "receiver": "李四"}).status == 422
    assert clerk.post("/handover", {"giver": "李四", "receiver": "林秀英"}).status == 200
    assert clerk.get("/handover/1").status == 200
    assert town.visitor(office=town.other).get("/handover/1").status == 404


def test_the_list_to_be_signed_is_saved_as_a_file(town: Town) -> None:
    town.log(officer="李四")
    page = town.visitor().get("/handover/list.docx", giver="李四", receiver="林秀英")
    assert page.content.startswith(b"PK")
    assert "attachment" in page.headers["content-disposition"]


def test_the_staff_page_makes_no_more_queries_for_more_people(town: Town) -> None:
    admin = town.visitor(Role.ADMINISTRATOR)
    few = queries(admin, "/office/staff")
    for n in range(10):
        admin.post("/office/staff/new", {"name": f"新人{n}", "role": "clerk"})
    assert queries(admin, "/office/staff") == few
