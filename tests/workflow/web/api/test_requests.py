"""Requests by the API: registered once, listed once each, and their clocks explained."""

from datetime import date

from states.steps import Role
from tests.workflow.web.api.calling import program
from tests.workflow.web.visiting import Town

NEW = {"applicant": "王小明", "content": "2024年征地补偿方案"}


def test_a_request_is_registered_with_the_date_that_the_desk_reckons(town: Town) -> None:
    # Handed in on Mon 2025-09-22; 20 working days, with 1-8 October off and Sat 11 October worked
    # (国办发明电〔2024〕12号), end on Fri 2025-10-24 once Sun 28 September is worked.
    answer = program(town).post("/requests", NEW)

    assert answer.status == 201
    assert answer.body["answer_due"] == "2025-10-24"
    assert answer.headers["location"] == f"/api/v1/requests/{answer.body['id']}"
    assert [one["part"] for one in answer.body["lacking"]] == ["identity", "contact", "form"]


def test_a_request_sent_again_under_its_key_is_registered_once(town: Town) -> None:
    caller = program(town)
    first = caller.post("/requests", NEW, key="portal-1")

    again = caller.post("/requests", NEW, key="portal-1")
    other = caller.post("/requests", NEW | {"note": "加急"}, key="portal-1")

    assert (again.status, again.body) == (201, first.body)
    assert again.headers["idempotency-replayed"] == "true"
    assert other.status == 409
    assert len(caller.get("/requests").body["items"]) == 1


def test_what_is_done_by_token_is_recorded_in_the_name_of_its_person(town: Town) -> None:
    caller = program(town)
    row = caller.post("/requests", NEW).body["id"]

    entries = caller.get(f"/requests/{row}/events").body["items"]

    assert {entry["actor"] for entry in entries} == {"李四"}
    assert town.office.verify().first_break is None


def test_what_looks_alike_is_told_and_decided_when_it_is_said(town: Town) -> None:
    caller = program(town)
    first = caller.post("/requests", NEW).body

    second = caller.post(
        "/requests", NEW | {"decision": {"kind": "link", "other": first["number"]}}
    ).body

    assert [one["number"] for one in second["similar"]] == [first["number"]]
    assert second["similar"][0]["applicant"] == "王**"
    shown = caller.get(f"/requests/{second['id']}").body
    assert [(one["kind"], one["number"]) for one in shown["relations"]] == [
        ("linked", first["number"])
    ]


def test_an_applicant_is_masked_in_lists_and_named_in_the_file(town: Town) -> None:
    caller = program(town)
    identity = {"identity_kind": "resident_id", "identity_number": "11010519491231002X"}
    row = caller.post("/requests", NEW | identity).body["id"]

    assert caller.get("/worklist").body["items"][0]["applicant"] == "王**"
    assert caller.get("/requests").body["items"][0]["applicant"] == "王**"
    shown = caller.get(f"/requests/{row}")
    assert shown.body["applicant"] == "王小明"
    assert "11010519491231002X" not in shown.content.decode()


def test_pages_give_each_request_once(town: Town) -> None:
    caller = program(town)
    rows = [town.log(submitted_on=date(2025, 9, day))[0] for day in range(1, 18)]
    for path in ("/requests", "/worklist"):
        seen: list[int] = []
        after = ""
        while True:
            page = caller.get(path, limit=5, after=after).body
            seen += [one["id"] for one in page["items"]]
            after = page["next"]
            if after is None:
                break
        assert sorted(seen) == rows
        assert len(seen) == len(set(seen))


def test_a_page_is_not_shifted_by_what_comes_in_meanwhile(town: Town) -> None:
    caller = program(town)
    rows = [town.log()[0] for _ in range(4)]
    first = caller.get("/requests", limit=2).body

    town.log()
    second = caller.get("/requests", limit=2, after=first["next"]).body

    assert [one["id"] for one in first["items"] + second["items"]] == rows[::-1]


def test_the_worklist_has_the_filters_of_the_desk(town: Town) -> None:
    caller = program(town)
    late, _ = town.log(submitted_on=date(2025, 8, 1))
    town.log(submitted_on=date(2025, 9, 22), content="规划图")

    overdue = caller.get("/worklist", show="overdue").body
    found = caller.get("/worklist", q="规划图", descending="true").body

    assert [one["id"] for one in overdue["items"]] == [late]
    assert overdue["counts"]["overdue"] == 1
    assert [one["content"] for one in found["items"]] == ["规划图"]


def test_the_clock_is_explained_day_by_day(town: Town) -> None:
    caller = program(town)
    row = caller.post("/requests", NEW).body["id"]

    reply = caller.get(f"/requests/{row}/clock").body["reply"]

    days = {one["day"]: one for one in reply["ledger"]}
    assert days["2025-09-23"]["number"] == 1
    assert days["2025-09-28"]["number"] == 5  # a worked Sunday
    assert (days["2025-10-01"]["why"], days["2025-10-01"]["holiday"]) == (
        "holiday",
        "国庆节、中秋节",
    )
    assert days["2025-10-24"]["number"] == 20 == reply["count"]
    assert reply["basis"][0] == "条例(2019) 第三十三条第二款"


def test_a_date_is_reckoned_from_facts_that_are_nobodys_request(town: Town) -> None:
    # As above: handed in on Mon 2025-09-22, to be answered by Fri 2025-10-24.
    facts = {"channel": "in_person", "events": [{"type": "submitted", "on": "2025-09-22"}]}

    answer = program(town, Role.SUPERVISOR).post(
        "/clock", {"case": {"id": "A1", "question": "reply_due", **facts}}
    )

    assert answer.status == 200, answer.body
    assert (answer.body["id"], answer.body["due"]) == ("A1", "2025-10-24")
    assert answer.body["ledger"][-1] == {"day": "2025-10-24", "number": 20}
    assert program(town).get("/requests").body["items"] == []


def test_a_case_that_cannot_be_reckoned_names_its_field(town: Town) -> None:
    case = {"question": "reply_due", "channel": "in_person", "events": [{"type": "submitted"}]}

    answer = program(town).post("/clock", {"case": case})

    assert (answer.status, answer.body["field"]) == (422, "events[0].on")


def test_the_history_is_paged_in_the_order_of_entry(town: Town) -> None:
    caller = program(town)
    row = caller.post("/requests", NEW).body["id"]

    first = caller.get(f"/requests/{row}/events", limit=1).body
    second = caller.get(f"/requests/{row}/events", limit=1, after=first["next"]).body

    assert [one["kind"] for one in first["items"] + second["items"]] == ["registered", "submitted"]
    assert second["next"] is None
