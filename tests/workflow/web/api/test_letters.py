"""Letters by the API: drafted without a trace, issued once, and given as files."""

from datetime import date

from states.steps import Role
from tests.builders import an_approval
from tests.workflow.web.api.calling import program
from tests.workflow.web.visiting import Town
from workflow.services.letters.settings import set_for_letters

MONDAY = date(2025, 9, 22)
REPLY = {"kind": "disclosure_reply", "facts": {"provision": "随本答复书邮寄"}}


def ready(town: Town) -> tuple[int, str]:
    """Log a request in an office that has said what its replies name."""
    with town.office.work() as uow:
        set_for_letters(
            {"authority": "惠安县人民政府", "court": "惠安县人民法院"},
            uow,
            actor="陈主任",
            role=Role.HEAD_OF_OFFICE,
            at=town.clock.now(),
        )
    return town.log()


def test_a_reply_is_drafted_without_a_number_and_issued_with_one(town: Town) -> None:
    row, number = ready(town)
    an_approval(town.office, number, MONDAY)
    caller = program(town)
    fits = caller.get(f"/requests/{row}/letter-kinds").body["items"]
    assert "disclosure_reply" in [one["kind"] for one in fits if one["fits"]]
    drafted = caller.post(f"/requests/{row}/letters/draft", REPLY)
    assert drafted.status == 200, drafted.body
    assert caller.get("/letters").body["items"] == []

    issued = caller.post(f"/requests/{row}/letters", REPLY, key="once")

    assert issued.status == 201, issued.body
    assert issued.body["number"].endswith("〔2025〕1号")
    assert "随本答复书邮寄" in drafted.body["text"]
    assert issued.headers["location"] == f"/api/v1/letters/{issued.body['id']}"
    assert caller.get(f"/requests/{row}").body["draft"]["stage"] == "dated"


def test_a_letter_sent_again_under_its_key_takes_no_second_number(town: Town) -> None:
    row, number = ready(town)
    an_approval(town.office, number, MONDAY)
    caller = program(town)
    path, sent = f"/requests/{row}/letters", REPLY
    version = caller.get(f"/requests/{row}").etag
    first = caller.post(path, sent, key="once", version=version)

    again = caller.post(path, sent, key="once", version=version)

    assert (first.status, again.status) == (201, 201)
    assert first.body == again.body
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert len(caller.get("/letters", request_id=row).body["items"]) == 1


def test_a_fact_that_is_missing_is_named(town: Town) -> None:
    row, _ = town.log()

    answer = program(town).post(f"/requests/{row}/letters/draft", {"kind": "correction_notice"})

    assert answer.status == 422
    assert answer.body["field"] == "facts.corrections"
    assert "--set" not in answer.body["detail"]


def test_a_fact_that_there_is_none_of_is_refused(town: Town) -> None:
    row, _ = town.log()
    sent = {"kind": "registration_form", "facts": {"nonsense": "x"}}

    answer = program(town).post(f"/requests/{row}/letters", sent)

    assert (answer.status, answer.body["field"]) == (422, "facts.nonsense")


def test_a_letter_is_given_as_a_file_of_each_kind(town: Town) -> None:
    row, _ = town.log()
    caller = program(town)
    letter = caller.post(f"/requests/{row}/letters", {"kind": "registration_form"}).body["id"]

    found = {
        kind: caller.get(f"/letters/{letter}/file", format=kind) for kind in ("pdf", "docx", "txt")
    }

    assert found["pdf"].content.startswith(b"%PDF")
    assert found["docx"].content.startswith(b"PK")
    assert "申请" in found["txt"].content.decode()
    assert "attachment" in found["pdf"].headers["content-disposition"]


def test_letters_are_paged_the_newest_first(town: Town) -> None:
    row, _ = town.log()
    caller = program(town, Role.HEAD_OF_OFFICE)
    for _ in range(3):
        caller.post(f"/requests/{row}/letters", {"kind": "registration_form"})

    first = caller.get("/letters", limit=2).body
    second = caller.get("/letters", limit=2, after=first["next"]).body

    assert [one["id"] for one in first["items"] + second["items"]] == [3, 2, 1]
    assert second["next"] is None
