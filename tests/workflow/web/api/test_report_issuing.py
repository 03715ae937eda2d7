"""A report frozen and published by the API: by the same people and for the same reasons."""

from datetime import date

from sqlalchemy import text

from states.steps import Role
from tests.workflow.web.api.calling import program
from tests.workflow.web.visiting import Town


def test_a_year_is_frozen_and_published_once_under_its_keys(town: Town) -> None:
    town.log(submitted_on=date(2024, 9, 2))
    caller = program(town, Role.HEAD_OF_OFFICE)
    asked = {"override_reason": "历史数据待核"}

    first, again = (caller.post("/reports/2024/freeze", asked, key="f1") for _ in range(2))
    sent = {"on": "2025-09-22", "url": "https://example.gov.cn/2024"}
    published, repeated = (caller.post("/reports/2024/publish", sent, key="p1") for _ in range(2))

    assert (first.status, again.status) == (201, 201)
    assert first.body == again.body
    assert first.body["frozen_by"] == "陈主任"
    assert published.body == repeated.body == {"year": 2024, "turn": 1, "published_on":
                                               "2025-09-22", "url": sent["url"]}  # fmt: skip
    assert len(caller.get("/reports/2024/frozen").body["items"]) == 1
    assert caller.get("/reports/2024").body["published_on"] == "2025-09-22"


def test_a_year_that_is_not_over_is_not_frozen(town: Town) -> None:
    answer = program(town, Role.HEAD_OF_OFFICE).post("/reports/2025/freeze")

    assert answer.status == 409
    assert "2025" in answer.body["detail"]


def test_a_report_with_errors_is_issued_by_the_head_alone_and_with_a_reason(town: Town) -> None:
    row_id, _ = town.log(submitted_on=date(2024, 9, 2))
    with town.office.work() as uow:  # an outcome that the record of its events does not have
        query = "UPDATE request SET outcome = NULL, closed_on = '2024-09-09', closed_year = 2024"
        uow.connection.execute(text(f"{query} WHERE id = :id"), {"id": row_id})
    asked = {"override_reason": "数据待核"}

    bare = program(town, Role.HEAD_OF_OFFICE).post("/reports/2024/freeze")
    by_clerk = program(town).post("/reports/2024/freeze", asked)
    by_head = program(town, Role.HEAD_OF_OFFICE).post("/reports/2024/freeze", asked)

    assert (bare.status, by_clerk.status, by_head.status) == (409, 403, 201)


def test_what_was_frozen_is_frozen_anew_by_the_head_with_a_reason(town: Town) -> None:
    head = program(town, Role.HEAD_OF_OFFICE)
    head.post("/reports/2024/freeze", {"override_reason": "无"})

    bare = head.post("/reports/2024/freeze", {"override_reason": "无"})
    anew = head.post(
        "/reports/2024/freeze", {"override_reason": "无", "supersede_reason": "补录一件"}
    )

    assert bare.status == 409
    assert (anew.status, anew.body["turn"]) == (201, 2)


def test_a_command_that_comes_late_once_more_is_answered_with_what_it_did(town: Town) -> None:
    head, on = program(town, Role.HEAD_OF_OFFICE), {"on": "2025-09-22"}
    froze = head.post("/reports/2024/freeze", {}, key="f1")
    published = head.post("/reports/2024/publish", on, key="p1")
    head.post("/reports/2024/freeze", {"supersede_reason": "补录一件"}, key="f2")

    frozen_again = head.post("/reports/2024/freeze", {}, key="f1")
    published_again = head.post("/reports/2024/publish", on, key="p1")

    assert frozen_again.body == froze.body
    assert published_again.body == published.body
    assert published.body["turn"] == 1
    assert head.get("/reports/2024").body["published_on"] is None


def test_what_is_not_frozen_is_not_published(town: Town) -> None:
    answer = program(town, Role.HEAD_OF_OFFICE).post("/reports/2024/publish", {"on": "2025-09-22"})

    assert answer.status == 409


def test_a_report_is_not_published_before_it_was_frozen(town: Town) -> None:
    head = program(town, Role.HEAD_OF_OFFICE)
    head.post("/reports/2024/freeze", {"override_reason": "无"})

    answer = head.post("/reports/2024/publish", {"on": "2025-09-21"})

    assert answer.status == 422
    assert (answer.body["field"], answer.body["value"]) == ("on", "2025-09-21")
