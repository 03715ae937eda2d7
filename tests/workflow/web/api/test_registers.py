"""The registers by the API: every one entered by its own description, put right, made void."""

from typing import Any

import pytest

from states.steps import Role
from tests.workflow.web.api.calling import Program, fitting, program
from tests.workflow.web.visiting import Town
from workflow.web.views.book_pages import BOOK_PAGES

ENTERED = sorted(slug for slug, page in BOOK_PAGES.items() if page.asked)
COMPLAINT = {"fields": {"matter": "逾期不答复", "received_on": "2025-09-19"}}


def register(caller: Program, slug: str) -> dict[str, Any]:
    (found,) = (one for one in caller.get("/registers").body["items"] if one["slug"] == slug)
    return dict(found)


def whoever_keeps(slug: str) -> Role:
    return Role.CLERK if Role.CLERK in BOOK_PAGES[slug].keepers else Role.ADMINISTRATOR


@pytest.mark.parametrize("slug", ENTERED)
def test_a_row_is_entered_by_what_the_register_says_it_asks(town: Town, slug: str) -> None:
    caller = program(town, whoever_keeps(slug))
    sent = {"fields": fitting(register(caller, slug)["fields"])}

    first = caller.post(f"/registers/{slug}", sent, key="once")
    again = caller.post(f"/registers/{slug}", sent, key="once")

    assert first.status == 201, first.body
    assert again.body == first.body
    assert again.headers["idempotency-replayed"] == "true"
    assert len(caller.get(f"/registers/{slug}").body["items"]) == 1
    shown = caller.get(f"/registers/{slug}/{first.body['id']}")
    assert shown.body["history"][0]["actor"] in {"李四", "王管理"}
    assert shown.etag == first.etag


@pytest.mark.parametrize("slug", ENTERED)
def test_a_row_is_put_right_once_and_not_where_nothing_changes(town: Town, slug: str) -> None:
    caller = program(town, whoever_keeps(slug))
    sent = {"fields": fitting(register(caller, slug)["fields"])}
    row = caller.post(f"/registers/{slug}", sent)
    path = f"/registers/{slug}/{row.body['id']}/amend"
    column = next(one for one in ("note", "referred_to") if one in row.body["values"])
    change = {"fields": {column: "更正的内容"}, "reason": "笔误"}

    done = caller.post(path, change, version=row.etag, key="once")
    again = caller.post(path, change, version=row.etag, key="once")
    nothing = caller.post(path, change)
    stale = caller.post(path, {"fields": {column: "又改"}, "reason": "笔误"}, version=row.etag)

    assert done.status == 200, done.body
    assert done.body["values"][column] == "更正的内容"
    assert again.body == done.body
    assert nothing.status == 422
    assert "没有更改" in nothing.body["detail"]
    assert stale.status == 412


def test_a_row_made_void_stays_with_its_reason_and_out_of_the_list(town: Town) -> None:
    caller = program(town)
    row = caller.post("/registers/complaints", COMPLAINT).body["id"]

    answer = caller.post(f"/registers/complaints/{row}/annul", {"reason": "重复登记"})

    assert answer.body["void"] is True
    assert answer.body["history"][-1]["terms"]["reason"] == "重复登记"
    assert caller.get("/registers/complaints").body["items"] == []
    assert len(caller.get("/registers/complaints", void="true").body["items"]) == 1


def test_what_may_be_done_with_a_row_is_told_and_done(town: Town) -> None:
    caller = program(town)
    row = caller.post("/registers/complaints", COMPLAINT).body
    (action,) = (
        one for one in register(caller, "complaints")["actions"] if one["key"] in row["actions"]
    )

    answer = caller.post(
        f"/registers/complaints/{row['id']}/actions/{action['key']}",
        {"fields": fitting(action["fields"])},
    )

    assert answer.status == 200, answer.body
    assert answer.body["version"] == row["version"] + 1


def test_a_day_to_come_is_refused_by_its_field(town: Town) -> None:
    sent = {"fields": {"matter": "不答复", "received_on": "2025-09-23"}}

    answer = program(town).post("/registers/complaints", sent)

    assert answer.status == 422
    assert (answer.body["field"], answer.body["value"]) == ("received_on", "2025-09-23")


def test_rows_are_paged_each_once_in_any_order(town: Town) -> None:
    caller = program(town)
    for day in (19, 17, 19, 18, 17):
        caller.post(
            "/registers/complaints",
            {"fields": {"matter": "不答复", "received_on": f"2025-09-{day}"}},
        )
    for descending in ("true", "false"):
        seen: list[str] = []
        after: str | None = ""
        while after is not None:
            page = caller.get(
                "/registers/complaints",
                sort="received_on", descending=descending, limit=2, after=after,
            ).body  # fmt: skip
            seen += [one["values"]["received_on"] for one in page["items"]]
            after = page["next"]
        assert seen == sorted(seen, reverse=descending == "true")
        assert len(seen) == 5
