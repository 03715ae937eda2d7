"""What looks alike is shown before a request is registered, and decided with it."""

import re
from html import unescape

import pytest

from tests.workflow.web.test_intake import ADDRESS, CONTENT, form_of, register
from tests.workflow.web.visiting import Page, Town, Visitor
from workflow.records.relations import relations_of


def seen_of(page: Page) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', page.text)
    assert found is not None
    return unescape(found[1])


def ask(clerk: Visitor, **more: object) -> tuple[Page, dict[str, object]]:
    form = form_of(clerk.get(ADDRESS), **more)
    page = clerk.post(ADDRESS, form)
    return page, {**form, "seen": seen_of(page)}


def count(town: Town) -> int:
    with town.office.read() as view:
        return len(view.requests.open_requests())


def test_what_looks_alike_is_shown_before_anything_is_registered(town: Town) -> None:
    clerk = town.visitor()
    register(clerk)

    page, _ = ask(clerk)

    assert page.status == 200
    assert "还没有登记：与下列 1 件相似" in page.words
    assert "内容相同" in page.words
    assert "张*" in page.words
    assert count(town) == 1


def test_each_decision_says_what_it_does(town: Town) -> None:
    clerk = town.visitor()
    register(clerk)

    page, _ = ask(clerk)

    assert "由后者一并答复" in page.words
    assert "年度报告仍统计为两件" in page.words
    assert "只登记，不定两件的关系" in page.words


def test_nothing_is_registered_until_something_is_chosen(town: Town) -> None:
    clerk = town.visitor()
    register(clerk)
    _, form = ask(clerk)

    page = clerk.post(ADDRESS, form)

    assert page.status == 422
    assert "请选定怎样办理" in page.words
    assert count(town) == 1


@pytest.mark.parametrize(
    ("decision", "relation"),
    [("link", "linked"), ("merge", "merged_into"), ("keep_apart", "kept_apart")],
)
def test_a_decision_is_made_with_the_registration(town: Town, decision: str, relation: str) -> None:
    clerk = town.visitor()
    register(clerk)
    _, form = ask(clerk)

    page = clerk.post(ADDRESS, {**form, "decision": decision, "reason": "同一张表交了两次"})

    assert page.address == "/requests/2/logged"
    with town.office.read() as view:
        found = relations_of(view.requests.dossier(view.requests.number_of(2)))
    assert [(one.kind, one.reason) for one in found] == [(relation, "同一张表交了两次")]


def test_a_request_is_registered_anyway(town: Town) -> None:
    clerk = town.visitor()
    register(clerk)
    _, form = ask(clerk)

    page = clerk.post(ADDRESS, {**form, "decision": "new"})

    assert page.address == "/requests/2/logged"
    with town.office.read() as view:
        assert not relations_of(view.requests.dossier(view.requests.number_of(2)))


def test_a_merger_that_is_refused_registers_nothing_and_says_why(town: Town) -> None:
    clerk = town.visitor()
    register(clerk)
    _, form = ask(clerk, applicant="王芳")  # a request of somebody else

    page = clerk.post(ADDRESS, {**form, "decision": "merge"})

    assert page.status == 409
    assert 'role="alert"' in page.text
    assert CONTENT in page.text
    assert count(town) == 1


def test_with_several_alike_it_must_be_said_which(town: Town) -> None:
    clerk = town.visitor()
    register(clerk)
    _, form = ask(clerk)
    clerk.post(ADDRESS, {**form, "decision": "new"})
    _, form = ask(clerk)

    unsaid = clerk.post(ADDRESS, {**form, "decision": "link"})
    strange = clerk.post(ADDRESS, {**form, "decision": "link", "other": "不在其中"})

    assert (unsaid.status, strange.status) == (422, 422)
    assert "请选定是与哪一件" in unsaid.words
    assert count(town) == 2


def test_what_came_since_the_page_was_shown_is_shown_first(town: Town) -> None:
    clerk = town.visitor()
    register(clerk)
    _, form = ask(clerk)
    town.log(content=CONTENT)

    page = clerk.post(ADDRESS, {**form, "decision": "new"})

    assert page.status == 200
    assert "与下列 2 件相似" in page.words


def test_the_likeness_of_another_office_is_not_shown(town: Town) -> None:
    town.log(town.other, content=CONTENT, applicant="张伟")

    page = register(town.visitor())

    assert page.address == "/requests/1/logged"
