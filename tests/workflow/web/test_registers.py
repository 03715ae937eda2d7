"""The registers on the desk: who may do what, what is shown, and that nothing typed is lost."""

import io
from datetime import date

import openpyxl
import pytest

from states.steps import Role
from tests.workflow.web.visiting import Town, Visitor
from workflow.records.facts import OtherOffice
from workflow.records.register_facts import Complaint
from workflow.services.registers.books import COMPLAINTS
from workflow.services.registers.entering import By, enter
from workflow.web.views.book_pages import BOOK_PAGES

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"
ENTERED = {slug for slug, page in BOOK_PAGES.items() if page.asked}
# What each register takes at the least; the day is a Monday the town is open on.
LEAST: dict[str, dict[str, object]] = {
    "publications": {"title": "预算公开", "formed_on": "2025-09-01", "category": "财政资金类"},
    "complaints": {"received_on": "2025-09-22", "matter": "未答复"},
    "reconsiderations": {"received_on": "2025-09-22", "procedure": "ordinary"},
    "lawsuits": {"received_on": "2025-09-22", "procedure": "ordinary"},
    "inquiries": {"asked_on": "2025-09-22", "way": "visit", "content": "怎样申请"},
    "incoming-mail": {"received_on": "2025-09-22", "sender": "张伟", "way": "ems"},
    "outgoing-mail": {"posted_on": "2025-09-22", "addressee": "张伟", "way": "ems"},
    "records-corrections": {
        "received_on": "2025-09-22",
        "applicant": "张伟",
        "applicant_kind": "natural_person",
        "record": "户籍地址",
        "evidence": "户口本",
    },
    "directory": {"name": "县自然资源局", "contact": "0595-1"},
}


def entered(visitor: Visitor, slug: str, **more: object) -> int:
    """Enter a row over the desk, and return its id."""
    page = visitor.post(f"/registers/{slug}/new", {**LEAST[slug], **more})
    assert page.status == 200, page.words
    return int(page.address.partition("?")[0].rpartition("/")[2])


def complain(town: Town, matters: list[str], received_on: date = date(2025, 9, 1)) -> None:
    """Enter complaints by the service, one after the other."""
    with town.office.work() as uow:
        for matter in matters:
            by = By(actor="李四", role=Role.CLERK, at=town.clock.now())
            enter(COMPLAINTS, Complaint(received_on=received_on, matter=matter), uow, by)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_every_role_sees_every_register(town: Town, role: Role) -> None:
    visitor = town.visitor(role)
    for slug in BOOK_PAGES:
        assert visitor.get(f"/registers/{slug}").status == 200
    for address in ("/registers", "/registers/withheld", "/registers/fees"):
        assert visitor.get(address).status == 200


@pytest.mark.parametrize("slug", sorted(ENTERED))
def test_a_row_is_entered_seen_and_listed(town: Town, slug: str) -> None:
    clerk = town.visitor()
    empty = clerk.get(f"/registers/{slug}")
    assert BOOK_PAGES[slug].empty.zh in empty.text
    row_id = entered(clerk, slug)
    page = clerk.get(f"/registers/{slug}/{row_id}")
    assert page.status == 200
    assert "登记" in page.words
    assert f"/registers/{slug}/{row_id}" in clerk.get(f"/registers/{slug}").text


@pytest.mark.parametrize("slug", sorted(ENTERED))
def test_whoever_does_not_keep_a_register_writes_nothing_in_it(town: Town, slug: str) -> None:
    row_id = entered(town.visitor(), slug)
    watcher = town.visitor(Role.SUPERVISOR)
    assert watcher.get(f"/registers/{slug}/{row_id}").status == 200
    for address in ("new", f"{row_id}/amend"):
        assert watcher.get(f"/registers/{slug}/{address}").status == 403
        assert watcher.post(f"/registers/{slug}/{address}", LEAST[slug]).status == 403
    assert watcher.post(f"/registers/{slug}/{row_id}/annul", {"reason": "错"}).status == 403
    for action in BOOK_PAGES[slug].actions:
        address = f"/registers/{slug}/{row_id}/do/{action.key}"
        assert watcher.post(address, {}).status == 403


@pytest.mark.parametrize("slug", sorted(ENTERED))
def test_a_row_of_another_office_is_not_there(town: Town, slug: str) -> None:
    row_id = entered(town.visitor(), slug)
    other = town.visitor(office=town.other)
    assert other.get(f"/registers/{slug}/{row_id}").status == 404
    assert other.get(f"/registers/{slug}/{row_id}/amend").status == 404
    form = {**LEAST[slug], "reason": "错"}
    assert other.post(f"/registers/{slug}/{row_id}/amend", form).status == 404
    for action in BOOK_PAGES[slug].actions:
        assert other.post(f"/registers/{slug}/{row_id}/do/{action.key}", {}).status in {403, 404}


@pytest.mark.parametrize("slug", sorted(ENTERED))
def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(
    town: Town, slug: str
) -> None:
    page = town.visitor().post(f"/registers/{slug}/new", {"note": "别丢了"})
    assert page.status == 422
    assert "请填写。" in page.text
    assert "别丢了" in page.text
    assert 'aria-invalid="true"' in page.text


def test_a_bad_day_and_a_strange_code_are_said_beside_their_fields(town: Town) -> None:
    form = {"received_on": "2025-13-01", "matter": "甲", "ground": "nonsense"}
    page = town.visitor().post("/registers/complaints/new", form)
    assert page.status == 422
    assert "“2025-13-01”不是日期" in page.words
    assert "“nonsense”不在可选范围内" in page.words


def test_a_day_to_come_and_a_request_there_is_not_are_said_beside_their_fields(
    town: Town,
) -> None:
    clerk = town.visitor()
    late = clerk.post("/registers/complaints/new", {"received_on": "2025-09-23", "matter": "甲"})
    assert late.status == 422
    assert 'id="f-received_on"' in late.text
    form = {**LEAST["complaints"], "request_number": "没有这一件"}
    unknown = clerk.post("/registers/complaints/new", form)
    assert unknown.status == 422
    assert 'id="f-request_number"' in unknown.text
    assert "未答复" in unknown.text


def test_hostile_text_comes_out_as_it_was_typed(town: Town) -> None:
    clerk = town.visitor()
    row_id = entered(clerk, "complaints", matter=HOSTILE, origin=HOSTILE)
    for address in ("/registers/complaints", f"/registers/complaints/{row_id}"):
        page = clerk.get(address)
        assert "<script>alert" not in page.text
        assert HOSTILE in page.words.replace("&lt;", "<")
    assert clerk.get("/registers/complaints", keyword=HOSTILE).status == 200


def test_the_same_form_sent_twice_enters_one_row(town: Town) -> None:
    clerk = town.visitor()
    form = {**LEAST["complaints"], "key": "once"}
    first = clerk.post("/registers/complaints/new", form)
    second = clerk.post("/registers/complaints/new", form)
    assert first.address == second.address
    assert "共 1 条" in clerk.get("/registers/complaints").words


def test_a_row_is_put_right_with_its_reason_and_a_stale_page_is_refused(town: Town) -> None:
    clerk = town.visitor()
    row_id = entered(clerk, "complaints")
    address = f"/registers/complaints/{row_id}/amend"
    form = {**LEAST["complaints"], "matter": "未公开预算", "version": "1", "reason": "写错"}
    done = clerk.post(address, form)
    assert done.status == 200
    assert "理由：写错" in done.words
    stale = clerk.post(address, {**form, "matter": "第三种", "version": "1"})
    assert stale.status == 409
    assert "第三种" in stale.text


def test_nothing_is_put_right_or_made_void_without_a_reason(town: Town) -> None:
    clerk = town.visitor()
    row_id = entered(clerk, "complaints")
    base = f"/registers/complaints/{row_id}"
    assert clerk.post(f"{base}/amend", {**LEAST["complaints"], "matter": "乙"}).status == 422
    assert clerk.post(f"{base}/annul", {}).status == 422
    assert "已作废" in clerk.post(f"{base}/annul", {"reason": "重复登记"}).words
    assert "未答复" not in clerk.get("/registers/complaints").words
    assert "未答复" in clerk.get("/registers/complaints", void=1).words


def test_a_list_is_narrowed_sorted_and_paged_without_losing_a_row(town: Town) -> None:
    complain(town, [f"事由{n:03}" for n in range(120)])
    complain(town, ["去年的"], date(2024, 5, 6))
    clerk, seen, address = town.visitor(), [], "/registers/complaints?sort=matter&order=up"
    while address:
        page = clerk.get(address)
        seen += [word for word in page.words.split() if word.startswith(("事由0", "事由1", "去年"))]
        _, found, rest = page.text.partition("下一页")
        before = page.text[: page.text.find("下一页")] if found else ""
        address = before.rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
        assert rest or not found
    assert len(seen) == 121
    assert seen == sorted(seen)
    assert "共 1 条" in clerk.get("/registers/complaints", year=2024).words
    assert "共 120 条" in clerk.get("/registers/complaints", year=2025).words
    assert "共 1 条" in clerk.get("/registers/complaints", keyword="事由077").words
    assert "没有符合条件的" in clerk.get("/registers/complaints", keyword="没有").words


def test_a_list_is_saved_as_a_workbook_as_it_is_narrowed(town: Town) -> None:
    complain(town, ["=1+1", "乙"])
    page = town.visitor().get("/registers/complaints.xlsx", keyword="=1+1")
    rows = list(openpyxl.load_workbook(io.BytesIO(page.content)).active.values)
    assert "事由" in rows[0]
    assert len(rows) == 2
    assert any(str(cell).endswith("=1+1") for cell in rows[1])


def test_an_unknown_register_action_or_file_is_not_there(town: Town) -> None:
    clerk = town.visitor()
    row_id = entered(clerk, "complaints")
    for address in ("nothing", "complaints/999", "nothing.xlsx", "refusal-reviews/new"):
        assert clerk.get(f"/registers/{address}").status == 404
    assert clerk.post(f"/registers/complaints/{row_id}/do/nothing", {}).status == 404
    assert clerk.get("/registers/catalogue.exe").status == 404


def test_an_organ_is_in_the_directory_once(town: Town) -> None:
    with town.office.work() as uow:
        organ = OtherOffice(name="县自然资源局", contact="0595-1")
        uow.other_offices.add(organ, actor="李四", at=town.clock.now())
    page = town.visitor().post("/registers/directory/new", LEAST["directory"])
    assert page.status == 422
    assert 'id="f-name"' in page.text
