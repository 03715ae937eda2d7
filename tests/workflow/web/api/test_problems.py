"""Every refusal is a problem (RFC 9457) that names what is wrong and what to do."""

import pytest
from starlette.testclient import TestClient

from tests.workflow.web.api.calling import a_token, program
from tests.workflow.web.visiting import Town
from workflow.web.api.app import LARGEST_BODY
from workflow.web.app import create_app

NEW = {"applicant": "王小明", "content": "补偿方案"}


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"nonsense": 1}, "nonsense", "没有这个字段"),
        ({"applicant": ""}, "applicant", "不能为空"),
        ({"applicant": 7}, "applicant", "应当是文字"),
        ({"channel": "pigeon"}, "channel", "不在可选范围内"),
        ({"applicant_kind": "ghost"}, "applicant_kind", "只能是"),
        ({"submitted_on": "2025-09-23"}, "submitted_on", "还没有到"),
        ({"submitted_on": 0}, "submitted_on", "不是日期"),
        ({"phone": "无"}, "phone", "不像电话号码"),
        ({"oral": "yes"}, "oral", "true 或者 false"),
        ({"content": "甲\u0000乙"}, "content", "不能保存的字符"),
        ({"decision": {"kind": "merge"}}, "decision.other", "缺少"),
        ({"case_officer": "无此人"}, "case_officer", "无此人"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_wrong(
    town: Town, more: dict[str, object], field: str, words: str
) -> None:
    answer = program(town).post("/requests", NEW | more)

    assert answer.status == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.body["field"] == field
    assert words in answer.body["detail"]
    assert answer.body["remedy"]


def test_half_a_character_is_refused(town: Town) -> None:
    client = TestClient(create_app(town.installation))
    headers = {"Authorization": f"Bearer {a_token(town)}", "Content-Type": "application/json"}
    sent = b'{"applicant": "\\ud83d", "content": "x"}'

    answer = client.post("/api/v1/requests", content=sent, headers=headers)

    assert answer.status_code == 422
    assert answer.json()["field"] == "applicant"


def test_of_a_documents_number_only_the_ends_are_said_again(town: Town) -> None:
    wrong = {"identity_kind": "resident_id", "identity_number": "110105194912310021"}

    answer = program(town).post("/requests", NEW | wrong)

    assert answer.body["field"] == "identity_number"
    assert "110105194912310021" not in answer.content.decode()
    assert answer.body["value"] == "110105********0021"


def test_what_is_no_json_is_refused_as_such(town: Town) -> None:
    client = TestClient(create_app(town.installation))
    headers = {"Authorization": f"Bearer {a_token(town)}", "Content-Type": "application/json"}

    answer = client.post("/api/v1/requests", content=b"{", headers=headers)

    assert (answer.status_code, answer.json()["detail"]) == (400, "内容不是 JSON。")


def test_a_body_beyond_the_limit_is_refused(town: Town) -> None:
    answer = program(town).post("/requests", {"applicant": "王" * LARGEST_BODY})

    assert answer.status == 413
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_word_in_an_address_that_means_nothing_is_refused(town: Town) -> None:
    answer = program(town).get("/worklist", order="left")

    assert (answer.status, answer.body["field"]) == (422, "order")


def test_an_address_that_is_not_there_is_a_problem_too(town: Town) -> None:
    answer = program(town).get("/nowhere")

    assert (answer.status, answer.body["title"]) == (404, "没有找到")


def test_a_method_that_an_address_has_not_is_told_with_those_it_has(town: Town) -> None:
    answer = program(town).ask("DELETE", "/requests")

    assert answer.status == 405
    assert answer.headers["allow"] == "GET, POST"
