"""What is done on the worklist: assigning many at once, saving views, taking it away as a file."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from states.steps import Role
from tests.workflow.web.visiting import Page, Town
from workflow.services.saved_views import MOST_VIEWS

LIN = "林秀英"


def box(page: Page, row_id: int) -> str:
    """Return the value of the box beside a request."""
    (value,) = re.findall(rf'name="id" value="({row_id}-\d+)"', page.text)
    return str(value)


def key(page: Page) -> str:
    """Return the key that the form was given."""
    return str(re.findall(r'name="key" value="([^"]+)"', page.text)[0])


def officers(town: Town) -> list[str]:
    with town.office.read() as view:
        return [row.case_officer for row in view.requests.page()][::-1]


def test_the_ticked_requests_are_given_to_somebody_at_once(town: Town) -> None:
    rows = [town.log()[0] for _ in range(3)]
    visitor = town.visitor()
    page = visitor.get("/worklist")

    done = visitor.post(
        "/worklist/assign",
        {"id": [box(page, row) for row in rows[:2]], "to": LIN, "key": key(page)},
    )

    assert officers(town) == [LIN, LIN, ""]
    assert f"已把 2 件分派给{LIN}" in done.words


def test_a_form_that_comes_twice_assigns_once(town: Town) -> None:
    row, number = town.log()
    visitor = town.visitor()
    page = visitor.get("/worklist")
    form = {"id": box(page, row), "to": LIN, "key": key(page)}

    visitor.post("/worklist/assign", form)
    with town.office.read() as view:
        once = len(view.requests.history(number))
    again = visitor.post("/worklist/assign", form)

    assert again.status == 200
    with town.office.read() as view:
        assert len(view.requests.history(number)) == once


def test_a_page_that_has_grown_old_assigns_nothing(town: Town) -> None:
    (first, _), (second, _) = town.log(), town.log()
    visitor = town.visitor()
    page = visitor.get("/worklist")
    boxes = [box(page, first), box(page, second)]
    visitor.post("/worklist/assign", {"id": boxes[1], "to": "李四", "key": "another"})

    stale = visitor.post("/worklist/assign", {"id": boxes, "to": LIN, "key": key(page)})

    assert stale.status == 409
    assert officers(town) == ["", "李四"]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"to": LIN}, "请先勾选要分派的申请"),
        ({"id": "ticked"}, "请选择要分派给谁"),
        ({"id": "ticked", "to": "无此人"}, "无此人"),
    ],
)
def test_what_is_wrong_with_an_assignment_is_said_on_the_list(
    town: Town, form: dict[str, str], words: str
) -> None:
    row, _ = town.log()
    visitor = town.visitor()
    ticked = {"id": box(visitor.get("/worklist"), row)} if "id" in form else {}

    page = visitor.post("/worklist/assign", form | ticked | {"q": "补偿"})

    assert page.status == 422
    assert words in page.words
    assert 'value="补偿"' in page.text  # the filters are still there
    if "id" in form:
        assert re.search(r'value="1-\d+" aria-label="勾选 [^"]+" checked', page.text)
    assert officers(town) == [""]


@pytest.mark.parametrize("value", ["x", "99-1", "1", "-", "1-1-1", "²-1"])
def test_a_box_of_no_request_is_not_found(town: Town, value: str) -> None:
    town.log()

    assert town.visitor().post("/worklist/assign", {"id": value, "to": LIN}).status == 404


def test_the_requests_of_another_office_cannot_be_assigned(town: Town) -> None:
    town.log()
    row, _ = town.log(office=town.other)
    town.log(office=town.other)

    answered = town.visitor().post("/worklist/assign", {"id": f"{row + 1}-1", "to": LIN})

    assert answered.status == 404


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR])
def test_only_whoever_dispatches_may_assign(town: Town, role: Role) -> None:
    row, _ = town.log()

    assert town.visitor(role).post("/worklist/assign", {"id": f"{row}-1", "to": LIN}).status == 403
    assert officers(town) == [""]


def test_a_saved_view_is_a_tab_until_it_is_deleted(town: Town) -> None:
    town.log(content="征地补偿")
    visitor = town.visitor()

    saved = visitor.post("/worklist/views", {"name": "征地<b>", "q": "征地", "sort": "received"})

    assert "视图已保存" in saved.words
    assert "征地<b>" in visitor.get("/worklist").words
    tab = "/worklist?q=%E5%BE%81%E5%9C%B0&amp;sort=received"
    assert f'<a href="{tab}">征地&lt;b&gt;</a>' in visitor.get("/worklist").text
    opened = visitor.get(tab.replace("&amp;", "&"))
    assert f'<a href="{tab}" aria-current="page">' in opened.text
    visitor.post(re.findall(r'action="(/worklist/views/\d+/delete)"', opened.text)[0])
    assert "征地<b>" not in visitor.get("/worklist").words


def test_a_view_saved_under_the_same_name_takes_its_place(town: Town) -> None:
    visitor = town.visitor()
    visitor.post("/worklist/views", {"name": "急件", "show": "overdue"})
    visitor.post("/worklist/views", {"name": "急件", "show": "today"})

    page = visitor.get("/worklist")

    assert page.text.count(">急件</a>") == 1
    assert '<a href="/worklist?show=today">急件</a>' in page.text


def test_a_view_is_seen_and_deleted_by_nobody_else(town: Town) -> None:
    visitor, other = town.visitor(), town.visitor(Role.REVIEWER)
    visitor.post("/worklist/views", {"name": "急件", "show": "overdue"})

    assert "急件" not in other.get("/worklist").words
    other.post("/worklist/views/1/delete")
    assert "急件" in visitor.get("/worklist").words


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": "", "q": "征地"}, "请填写"),
        ({"name": "全部"}, "先选好筛选条件"),
        ({"name": "长" * 21, "q": "征地"}, "最多 20 个字"),
    ],
)
def test_a_view_that_cannot_be_saved_says_why(town: Town, form: dict[str, str], words: str) -> None:
    page = town.visitor().post("/worklist/views", form)

    assert page.status == 422
    assert words in page.words
    assert f'value="{form["name"]}"' in page.text


def test_as_many_views_are_saved_as_stand_side_by_side(town: Town) -> None:
    visitor = town.visitor()
    for place in range(MOST_VIEWS):
        assert visitor.post("/worklist/views", {"name": f"第{place}个", "q": "征地"}).status == 200

    page = visitor.post("/worklist/views", {"name": "再一个", "q": "征地"})

    assert page.status == 422
    assert f"最多保存 {MOST_VIEWS} 个视图" in page.words


@pytest.mark.parametrize("address", ["/worklist/export.xlsx", "/requests/export.xlsx"])
def test_the_file_holds_what_is_listed_and_no_formula(town: Town, address: str) -> None:
    town.log(content="=1+1", applicant="=HYPERLINK(1)")
    town.log(content="某路征地补偿方案")
    visitor = town.visitor()

    found = load_workbook(BytesIO(visitor.get(f"{address}?q==1").content)).active
    every = load_workbook(BytesIO(visitor.get(address).content)).active

    assert found is not None
    assert every is not None
    cells = [cell for row in found.iter_rows() for cell in row]
    assert any(cell.value == "=1+1" for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n"}  # text, or empty
    assert (found.max_row, every.max_row) == (3, 4)  # caption, head, and the requests


def test_the_lists_speak_english_too(town: Town) -> None:
    _, number = town.log(officer="李四")
    visitor = town.visitor()
    visitor.post("/language", {"lang": "en", "back": "/worklist"})

    listed, all_of_them = visitor.get("/worklist"), visitor.get("/requests")

    assert "Answer due" in listed.words
    assert "Unattended 0" in listed.words
    assert number in listed.words
    assert "State, outcome" in all_of_them.words
