"""The files of a request by the API: what goes in comes out, once, and stays when withdrawn."""

import pytest

from states.steps import Role
from tests.workflow.web.api.calling import program
from tests.workflow.web.visiting import Town
from workflow.services.attachments import LARGEST_FILE
from workflow.web.api.app import LARGEST_BODY

SCAN = b"%PDF-1.7\nscan of the application\n%%EOF\n"


def test_a_file_that_was_added_is_given_back_as_it_was(town: Town) -> None:
    row_id, _ = town.log()
    caller = program(town)

    added = caller.send(
        f"/requests/{row_id}/attachments", SCAN, name="申请书.pdf", kind="application"
    )
    (listed,) = caller.get(f"/requests/{row_id}/attachments").body["items"]
    given = caller.get(f"/requests/{row_id}/attachments/{listed['id']}")

    assert added.status == 201
    assert added.headers["location"].endswith(f"/requests/{row_id}/attachments/{listed['id']}")
    assert (listed["name"], listed["kind"], listed["size"]) == (
        "申请书.pdf",
        "application",
        len(SCAN),
    )
    assert given.content == SCAN
    assert given.headers["content-type"] == "application/pdf"
    assert "%E7%94%B3%E8%AF%B7%E4%B9%A6.pdf" in given.headers["content-disposition"]
    assert caller.get(f"/requests/{row_id}/events").body["items"][-1]["kind"] == "file_added"


def test_a_file_that_is_sent_again_under_its_key_is_added_once(town: Town) -> None:
    row_id, _ = town.log()
    caller = program(town)
    path = f"/requests/{row_id}/attachments"

    first, again = (caller.send(path, SCAN, name="申请书.pdf", key="k1") for _ in range(2))
    other = caller.send(path, SCAN + b"%more\n", name="申请书.pdf", key="k1")

    assert (first.status, again.status) == (201, 201)
    assert first.body == again.body
    assert again.headers["idempotency-replayed"] == "true"
    assert other.status == 409
    assert len(caller.get(path).body["items"]) == 1


def test_a_file_that_is_there_already_is_refused(town: Town) -> None:
    row_id, _ = town.log()
    caller = program(town)
    path = f"/requests/{row_id}/attachments"
    caller.send(path, SCAN, name="申请书.pdf")

    answer = caller.send(path, SCAN, name="另一个名字.pdf")

    assert answer.status == 409
    assert "申请书.pdf" in str(answer.body)


@pytest.mark.parametrize(
    ("content", "name"), [(b"MZ\x90\x00program", "申请书.exe"), (b"no pdf", "申请书.pdf")]
)
def test_what_is_not_taken_is_refused_with_what_is(town: Town, content: bytes, name: str) -> None:
    row_id, _ = town.log()

    answer = program(town).send(f"/requests/{row_id}/attachments", content, name=name)

    assert answer.status == 415
    assert "pdf" in str(answer.body).lower()


def test_a_file_that_is_too_large_is_refused_in_words(town: Town) -> None:
    row_id, _ = town.log()
    caller, path = program(town), f"/requests/{row_id}/attachments"

    answer = caller.send(path, SCAN + b"x" * LARGEST_FILE, name="大.pdf")
    beyond = caller.send(path, SCAN + b"x" * (LARGEST_FILE + LARGEST_BODY), name="大.pdf")

    assert (answer.status, beyond.status) == (413, 413)
    assert "大.pdf" in answer.body["detail"]
    assert beyond.body["remedy"]


@pytest.mark.parametrize("said", ["application/json", "text/plain", "multipart/form-data"])
def test_a_file_is_kept_to_the_byte_whatever_it_is_said_to_be(town: Town, said: str) -> None:
    row_id, _ = town.log()
    caller = program(town)
    content = b'"hello \\u4e2d"'

    sent = caller.client.post(
        f"/api/v1/requests/{row_id}/attachments",
        params={"name": "a.txt"},
        content=content,
        headers={"Authorization": f"Bearer {caller.token}", "Content-Type": said},
    )

    assert sent.status_code == 201
    assert caller.get(f"/requests/{row_id}/attachments/1").content == content


def test_of_what_carries_no_file_little_is_read(town: Town) -> None:
    body = {"applicant": "王五", "content": "x" * (LARGEST_BODY + 1)}

    assert program(town).post("/requests", body).status == 413


def test_no_file_is_asked_for_again(town: Town) -> None:
    row_id, _ = town.log()

    answer = program(town).send(f"/requests/{row_id}/attachments", b"", name="空.pdf")

    assert answer.status == 422


def test_a_withdrawn_file_is_kept_with_its_reason(town: Town) -> None:
    row_id, _ = town.log()
    caller = program(town)
    path = f"/requests/{row_id}/attachments"
    added = caller.send(path, SCAN, name="申请书.pdf").body

    answer = caller.post(f"{path}/{added['id']}/withdraw", {"reason": "传错了文件"}, key="w1")
    again = caller.post(f"{path}/{added['id']}/withdraw", {"reason": "传错了文件"}, key="w1")
    blank = caller.post(f"{path}/{added['id']}/withdraw", {"reason": ""})

    assert answer.status == again.status == 200
    assert answer.body["withdrawn_at"] is not None
    assert caller.get(f"{path}/{added['id']}").content == SCAN
    assert blank.status == 422


def test_the_administrator_reads_no_file_of_a_request(town: Town) -> None:
    row_id, _ = town.log()
    program(town).send(f"/requests/{row_id}/attachments", SCAN, name="申请书.pdf")

    answer = program(town, Role.ADMINISTRATOR).get(f"/requests/{row_id}/attachments/1")

    assert answer.status == 403


def test_a_file_that_is_gone_is_said_to_be(town: Town) -> None:
    row_id, _ = town.log()
    caller = program(town)
    path = f"/requests/{row_id}/attachments"
    added = caller.send(path, SCAN, name="申请书.pdf").body
    town.office.attachment_files.place(added["sha256"]).unlink()

    answer = caller.get(f"{path}/{added['id']}")

    assert answer.status == 410
    assert answer.headers["content-type"] == "application/problem+json"
