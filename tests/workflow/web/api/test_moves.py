"""Steps by the API: each lawful one is taken, once, upon what was seen; or refused by law."""

import pytest

from states.steps import Role
from tests.workflow.web.api.calling import Program, program
from tests.workflow.web.taking import TAKEN
from tests.workflow.web.visiting import Town
from workflow.web.steps.catalogue import STEPS

pytestmark = pytest.mark.thorough


def taken(caller: Program, row: int, key: str, **more: object) -> dict[str, object]:
    """Return what is typed for a step; the record to annul is the last but one."""
    typed = dict(TAKEN[key].typed) | more
    if key == "annul":
        entries = caller.get(f"/requests/{row}/events").body["items"]
        typed["seq"] = entries[-1]["seq"]
    return typed


@pytest.mark.parametrize("key", sorted(STEPS))
def test_every_step_is_offered_as_lawful_and_can_be_taken(town: Town, key: str) -> None:
    row = TAKEN[key].come(town)
    caller = program(town, TAKEN[key].role)
    offered = caller.get(f"/requests/{row}/moves/{key}")
    assert offered.body["lawful"], offered.body["reasons"]

    answer = caller.post(
        f"/requests/{row}/moves/{key}",
        {"fields": taken(caller, row, key)},
        version=offered.etag,
        key="once",
    )

    assert answer.status == 200, answer.body
    assert answer.body["events"]
    assert answer.etag == caller.get(f"/requests/{row}").etag


@pytest.mark.parametrize("key", sorted(STEPS))
def test_a_step_that_is_sent_again_under_its_key_is_taken_once(town: Town, key: str) -> None:
    row = TAKEN[key].come(town)
    caller = program(town, TAKEN[key].role)
    path, sent = f"/requests/{row}/moves/{key}", {"fields": taken(caller, row, key)}
    version = caller.get(f"/requests/{row}").etag
    first = caller.post(path, sent, version=version, key="once")

    again = caller.post(path, sent, version=version, key="once")

    assert (first.status, again.status) == (200, 200), again.body
    assert again.headers["idempotency-replayed"] == "true"
    assert caller.get(f"/requests/{row}").etag == first.etag


def test_a_key_is_refused_for_something_else_and_free_after_a_refusal(town: Town) -> None:
    caller = program(town)
    row, _ = town.log()
    path = f"/requests/{row}/moves/assign"
    refused = caller.post(path, {"fields": {"officer": "无此人"}}, key="k")
    assert refused.status == 422

    first = caller.post(path, {"fields": {"officer": "李四"}}, key="k")
    other = caller.post(path, {"fields": {"officer": "陈主任"}}, key="k")

    assert first.status == 200
    assert other.status == 409
    assert other.body["type"].endswith("KeyReusedError")


def test_two_people_may_use_the_same_key(town: Town) -> None:
    row, _ = town.log()
    path, body = f"/requests/{row}/moves/assign", {"fields": {"officer": "李四"}}

    clerk = program(town).post(path, body, key="k")
    head = program(town, Role.HEAD_OF_OFFICE).post(path, {"fields": {"officer": "陈主任"}}, key="k")

    assert (clerk.status, head.status) == (200, 200)


def test_a_step_upon_a_version_that_is_past_is_refused_with_412(town: Town) -> None:
    caller = program(town)
    row, _ = town.log()
    seen = caller.get(f"/requests/{row}").etag
    path = f"/requests/{row}/moves/assign"
    assert caller.post(path, {"fields": {"officer": "李四"}}, version=seen).status == 200

    answer = caller.post(path, {"fields": {"officer": "陈主任"}}, version=seen)

    assert answer.status == 412
    assert "重新" in answer.body["remedy"]
    assert caller.get(f"/requests/{row}").body["case_officer"] == "李四"


def test_a_dry_run_says_what_would_move_and_keeps_nothing(town: Town) -> None:
    caller = program(town)
    row, _ = town.log()
    before = caller.get(f"/requests/{row}").etag

    answer = caller.post(
        f"/requests/{row}/moves/decide", {"fields": {"decision": "disclose"}, "dry_run": True}
    )

    assert answer.body["dry_run"] is True
    assert (answer.body["before"]["stage"], answer.body["after"]["stage"]) == (
        "nothing",
        "drafting",
    )
    assert caller.get(f"/requests/{row}").etag == before == answer.etag


def test_an_unlawful_step_is_refused_with_every_reason_and_its_article(town: Town) -> None:
    caller = program(town)
    row, _ = town.log()

    answer = caller.post(f"/requests/{row}/moves/extend-tell", {"fields": {"workdays": 10}})

    assert answer.status == 409
    assert answer.body["article"] == "条例(2019) 第三十三条第二款"
    assert [one["code"] for one in answer.body["reasons"]] == ["extension_not_approved"]
    assert "工作机构负责人同意" in answer.body["detail"]


def test_a_step_that_the_chart_has_not_names_its_article(town: Town) -> None:
    caller = program(town)
    row, _ = town.log()

    answer = caller.post(f"/requests/{row}/moves/correct-receive", {})

    assert answer.status == 409
    assert answer.body["article"] == "条例(2019) 第三十条"


def test_a_breach_is_recorded_once_it_is_acknowledged(town: Town) -> None:
    caller = program(town)
    row, _ = town.log()  # of Mon 2025-09-01: the seventh working day was Wed 2025-09-10
    path = f"/requests/{row}/moves/correct-ask"
    sent = {"fields": {"unclear_description": "没有文号"}}
    refused = caller.post(path, sent).body
    (reason,) = refused["reasons"]
    assert reason["waivable"]
    assert reason["article"] == "条例(2019) 第三十条"

    answer = caller.post(path, sent | {"acknowledged": [reason["code"]]})

    assert answer.status == 200, answer.body


def test_fields_that_are_wrong_are_all_named(town: Town) -> None:
    caller = program(town)
    row, _ = town.log()

    answer = caller.post(
        f"/requests/{row}/moves/extend-ask",
        {"fields": {"workdays": "十", "on": "昨天", "nonsense": 1}},
    )

    assert answer.status == 422
    faults = {one["field"]: one for one in answer.body["faults"]}
    assert faults.keys() == {"nonsense", "workdays", "on", "reason"}
    assert faults["workdays"]["value"] == "十"
    assert "不是整数" in faults["workdays"]["detail"]


def test_fields_hidden_on_the_desk_are_not_for_programs(town: Town) -> None:
    caller = program(town)
    row, _ = town.log()

    answer = caller.post(
        f"/requests/{row}/moves/amend", {"fields": {"was_content": "", "reason": "笔误"}}
    )

    assert answer.status == 422
    assert answer.body["field"] == "was_content"


def test_reasons_are_said_in_english_to_whoever_asks_for_it(town: Town) -> None:
    row, _ = town.log()
    caller = program(town, languages="de, en-GB;q=0.8, zh;q=0.5")

    answer = caller.post(f"/requests/{row}/moves/extend-tell", {"fields": {"workdays": 10}})

    assert answer.body["title"] == "Not done"
    assert "head" in answer.body["detail"]
    assert "art. 33" in answer.body["article"]
