"""What waits for the reviewer and for the head of office."""

import pytest

from states.steps import Role
from tests.workflow.faults.lives import LIVES
from tests.workflow.web.counted import counting
from tests.workflow.web.taking import DRAFTED, EXTENDED, address
from tests.workflow.web.visiting import Page, Town


def lived(town: Town, life: str, upto: int) -> tuple[int, str]:
    row_id, number = town.log()
    for place, step in enumerate(LIVES[life][:upto]):
        step.do(town.office, number, f"{life}-{number}-{place}")
    return row_id, number


def page(town: Town, where: str, role: Role) -> Page:
    found = town.visitor(role).get(where)
    assert found.status == 200, found.words
    return found


@pytest.mark.parametrize(
    ("where", "roles"),
    [
        ("/review", {Role.REVIEWER, Role.HEAD_OF_OFFICE}),
        ("/approval", {Role.HEAD_OF_OFFICE}),
    ],
)
def test_a_queue_is_for_its_roles_and_stands_in_their_navigation(
    town: Town, where: str, roles: set[Role]
) -> None:
    for role in (one for one in Role if one is not Role.SYSTEM):
        visitor = town.visitor(role)
        assert visitor.get(where).status == (200 if role in roles else 403)
        assert (f'href="{where}"' in visitor.get("/account").text) is (role in roles)


def test_empty_queues_say_what_will_stand_there(town: Town) -> None:
    assert "没有等待保密审查的答复" in page(town, "/review", Role.REVIEWER).words
    approval = page(town, "/approval", Role.HEAD_OF_OFFICE).words
    assert "没有等待批准的答复" in approval
    assert "没有等待决定的延长申请" in approval


def test_what_was_put_forward_waits_for_its_review_and_then_for_approval(town: Town) -> None:
    row_id, number = lived(town, DRAFTED, 9)
    link = f"{address(row_id, 'review')}?item=1"

    waiting = page(town, "/review", Role.REVIEWER)
    assert number in waiting.words
    assert link in waiting.text
    # The head of office sees what waits, and does not review.
    assert link not in page(town, "/review", Role.HEAD_OF_OFFICE).text
    assert number not in page(town, "/approval", Role.HEAD_OF_OFFICE).words

    LIVES[DRAFTED][9].do(town.office, number, "reviewed")

    assert number not in page(town, "/review", Role.REVIEWER).words
    approval = page(town, "/approval", Role.HEAD_OF_OFFICE)
    assert address(row_id, "approve") in approval.text
    assert address(row_id, "send-back") in approval.text


def test_an_extension_waits_with_what_it_would_do(town: Town) -> None:
    row_id, number = lived(town, EXTENDED, 1)

    approval = page(town, "/approval", Role.HEAD_OF_OFFICE)

    assert number in approval.words
    assert "情况复杂" in approval.words
    assert "2025-09-28 → 2025-10-17" in approval.words
    assert address(row_id, "extend-approve") in approval.text
    assert address(row_id, "extend-refuse") in approval.text


def test_a_queue_shows_nothing_of_another_office(town: Town) -> None:
    _, number = lived(town, DRAFTED, 9)
    reviewer = town.visitor(Role.REVIEWER, town.other)

    assert number not in reviewer.get("/review").words


@pytest.mark.parametrize(
    ("where", "life", "upto"),
    [("/review", DRAFTED, 9), ("/approval", DRAFTED, 10), ("/approval", EXTENDED, 1)],
)
def test_a_queue_asks_no_more_for_more_rows(town: Town, where: str, life: str, upto: int) -> None:
    visitor = town.visitor(Role.HEAD_OF_OFFICE)
    lived(town, life, upto)
    visitor.get(where)
    with counting() as few:
        visitor.get(where)
    for _ in range(4):
        lived(town, life, upto)
    with counting() as many:
        visitor.get(where)

    assert len(many) == len(few)
