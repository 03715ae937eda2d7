"""The files of a request at the desk: what is taken, what is refused, and who may do what."""

import io
import zipfile

import pytest

from states.steps import Role
from tests.workflow.web.visiting import Page, Town, Visitor
from workflow.services.attachments import LARGEST_FILE

PDF = b"%PDF-1.7\nnothing more\n%%EOF\n"
HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


def upload(
    visitor: Visitor,
    row_id: int,
    name: str = "申请书.pdf",
    content: bytes = PDF,
    **more: object,
) -> Page:
    form = {"kind": "application", **more}
    files = {"file": (name, content, "application/octet-stream")}
    return visitor.post(f"/requests/{row_id}/attachments", form, files)


def packed(*names: str, content: bytes = b"<xml/>") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return held.getvalue()


@pytest.fixture
def row_id(town: Town) -> int:
    return town.log()[0]


def test_a_file_is_added_and_taken_along_again(town: Town, row_id: int) -> None:
    clerk = town.visitor()

    page = upload(clerk, row_id)
    taken = clerk.get(f"/requests/{row_id}/attachments/1")

    assert page.address == f"/requests/{row_id}/attachments?done=added"
    assert "申请书.pdf" in page.words
    assert taken.content == PDF
    said = taken.headers["content-disposition"]
    assert said.startswith("attachment;")
    assert "filename*=UTF-8''%E7%94%B3%E8%AF%B7%E4%B9%A6.pdf" in said
    assert taken.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in taken.headers["content-security-policy"]


def test_adding_and_withdrawing_stand_in_the_history(town: Town, row_id: int) -> None:
    clerk = town.visitor()
    upload(clerk, row_id)

    page = clerk.post(f"/requests/{row_id}/attachments/1/withdraw", {"reason": "传错了文件"})

    assert "传错了文件" in page.words
    with town.office.read() as view:
        history = view.requests.history(view.requests.number_of(row_id))
    assert [entry.kind for entry in history[-2:]] == ["file_added", "file_withdrawn"]
    assert history[-2].terms["sha256"]
    assert clerk.get(f"/requests/{row_id}/attachments/1").content == PDF


def test_a_withdrawal_needs_its_reason(town: Town, row_id: int) -> None:
    clerk = town.visitor()
    upload(clerk, row_id)

    page = clerk.post(f"/requests/{row_id}/attachments/1/withdraw", {"reason": "  "})

    assert page.status == 422
    assert "请写明撤下的理由" in page.words


def test_the_same_form_sent_twice_adds_once(town: Town, row_id: int) -> None:
    clerk = town.visitor()

    pages = [upload(clerk, row_id, key="the-same") for _ in range(2)]

    assert [page.status for page in pages] == [200, 200]
    with town.office.read() as view:
        assert len(view.attachments.of_request(row_id)) == 1


def test_the_same_file_is_not_added_twice(town: Town, row_id: int) -> None:
    clerk = town.visitor()
    upload(clerk, row_id)

    page = upload(clerk, row_id, "另一个名字.pdf")

    assert page.status == 409
    assert "名为“申请书.pdf”" in page.words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("申请书.pdf.exe", PDF),  # the last ending counts
        ("申请书.exe", b"MZ\x90\x00"),
        ("照片.png", b"\xff\xd8\xff\xe0 a jpeg"),  # not what the ending says
        ("网页.pdf", b"<html><script>alert(1)</script></html>"),
        ("网页.html", b"<html></html>"),
        ("图.svg", b"<svg onload='alert(1)'/>"),
        ("没有后缀", PDF),
        ("压缩包.zip", packed("申请书.pdf")),
        ("空壳.docx", packed("anything.xml")),
        ("宏.docx", packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
        ("坏的.docx", b"PK\x03\x04 and no more"),
        ("二进制.txt", b"MZ\x90\x00\x03\x00"),
    ],
)
def test_what_is_not_taken_is_refused_with_415_and_words(
    town: Town, row_id: int, name: str, content: bytes
) -> None:
    page = upload(town.visitor(), row_id, name, content)

    assert page.status == 415
    assert 'id="f-file"' in page.text
    assert "只收" in page.words
    with town.office.read() as view:
        assert not view.attachments.of_request(row_id)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("意见.docx", packed("[Content_Types].xml", "word/document.xml")),
        ("明细.xlsx", packed("[Content_Types].xml", "xl/workbook.xml")),
        ("照片.JPG", b"\xff\xd8\xff\xe0 a jpeg"),
        ("照片.png", b"\x89PNG\r\n\x1a\n a png"),
        ("说明.txt", "各位：请查收。\r\n".encode("gb18030")),
        ("说明.txt", "各位：请查收。\n".encode()),
    ],
)
def test_what_an_office_uses_is_taken(town: Town, row_id: int, name: str, content: bytes) -> None:
    assert upload(town.visitor(), row_id, name, content).status == 200


def test_an_empty_file_is_refused_beside_its_field(town: Town, row_id: int) -> None:
    page = upload(town.visitor(), row_id, content=b"")

    assert page.status == 422
    assert "空文件" in page.words


def test_no_file_at_all_is_refused_beside_its_field(town: Town, row_id: int) -> None:
    page = town.visitor().post(f"/requests/{row_id}/attachments", {"kind": "opinion"})

    assert page.status == 422
    assert 'id="f-file"' in page.text


def test_a_file_too_large_is_refused_with_413_and_words(town: Town, row_id: int) -> None:
    page = upload(town.visitor(), row_id, content=PDF + b"0" * LARGEST_FILE)

    assert page.status == 413
    assert "超过 10 MB" in page.words


def test_a_body_far_too_large_is_refused_with_413_and_words(town: Town, row_id: int) -> None:
    page = upload(town.visitor(), row_id, content=PDF + b"0" * (13 * 1024 * 1024))

    assert page.status == 413
    assert "文件太大" in page.words


def test_an_archive_that_swells_is_never_unpacked(town: Town, row_id: int) -> None:
    # 300 MB of naughts in some 300 kB: taken as a Word file by its table of contents alone.
    swelling = packed("[Content_Types].xml", "word/document.xml", content=b"0" * 150_000_000)

    page = upload(town.visitor(), row_id, "swelling.docx", swelling)

    assert page.status == 200
    with town.office.read() as view:
        assert view.attachments.of_request(row_id)[0].size == len(swelling)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\windows\\申请书.pdf", "申请书.pdf"),
        ("..pdf", "附件"),
        ("a\u202efdp.exe.pdf", "afdp.exe.pdf"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
        ("<b>名</b>?.pdf", "b__.pdf"),
    ],
)
def test_a_name_is_only_a_name(town: Town, row_id: int, sent: str, kept: str) -> None:
    page = upload(town.visitor(), row_id, sent)

    if kept == "附件":
        assert page.status == 415
        return
    with town.office.read() as view:
        (row,) = view.attachments.of_request(row_id)
    assert row.name == kept


def test_hostile_names_come_out_as_they_are(town: Town, row_id: int) -> None:
    page = upload(town.visitor(), row_id, "{{ 7+7 }} 'onclick=alert(1).pdf")

    assert page.status == 200
    assert "{{ 7+7 }}" in page.text
    assert "'onclick" not in page.text


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR])
def test_some_may_read_and_not_add(town: Town, row_id: int, role: Role) -> None:
    upload(town.visitor(), row_id)
    reader = town.visitor(role)

    page = reader.get(f"/requests/{row_id}/attachments")

    assert page.status == 200
    assert "上传" not in page.words
    assert reader.get(f"/requests/{row_id}/attachments/1").content == PDF
    assert upload(reader, row_id, content=PDF + b"2").status == 403
    address = f"/requests/{row_id}/attachments/1/withdraw"
    assert reader.post(address, {"reason": "试试"}).status == 403


def test_the_administrator_does_not_read_what_citizens_send(town: Town, row_id: int) -> None:
    upload(town.visitor(), row_id)
    administrator = town.visitor(Role.ADMINISTRATOR)

    assert administrator.get(f"/requests/{row_id}/attachments").status == 403
    assert administrator.get(f"/requests/{row_id}/attachments/1").status == 403


def test_the_files_of_another_office_are_not_there(town: Town) -> None:
    row_id, _ = town.log(town.other)
    upload(town.visitor(office=town.other), row_id)
    clerk = town.visitor()

    assert clerk.get(f"/requests/{row_id}/attachments").status == 404
    assert clerk.get(f"/requests/{row_id}/attachments/1").status == 404
    assert upload(clerk, row_id).status == 404
    assert clerk.post(f"/requests/{row_id}/attachments/1/withdraw", {"reason": "a"}).status == 404


def test_a_file_is_found_under_its_own_request_alone(town: Town, row_id: int) -> None:
    other, _ = town.log(content="另一件事")
    clerk = town.visitor()
    upload(clerk, row_id)

    assert clerk.get(f"/requests/{other}/attachments/1").status == 404


def test_a_file_that_was_changed_is_not_given_out(town: Town, row_id: int) -> None:
    clerk = town.visitor()
    upload(clerk, row_id)
    with town.office.read() as view:
        (row,) = view.attachments.of_request(row_id)
    town.office.attachment_files.place(row.sha256).write_bytes(b"%PDF-something else")

    page = clerk.get(f"/requests/{row_id}/attachments/1")

    assert page.status == 410
    assert "备份" in page.words


def test_files_of_one_kind_are_shown_by_themselves(town: Town, row_id: int) -> None:
    clerk = town.visitor()
    upload(clerk, row_id)
    upload(clerk, row_id, "回执.pdf", PDF + b"2", kind="service_proof")

    page = clerk.get(f"/requests/{row_id}/attachments", kind="service_proof")

    assert "回执.pdf" in page.words
    assert "申请书.pdf" not in page.words
    assert 'value="service_proof" selected' in page.text


def test_without_files_the_page_says_what_to_do(town: Town, row_id: int) -> None:
    assert "还没有附件" in town.visitor().get(f"/requests/{row_id}/attachments").words
    supervisor = town.visitor(Role.SUPERVISOR)
    assert "没有附件" in supervisor.get(f"/requests/{row_id}/attachments").words


def test_the_page_of_the_request_lists_what_was_not_withdrawn(town: Town, row_id: int) -> None:
    clerk = town.visitor()
    upload(clerk, row_id, "身份证明.pdf", kind="identity")
    upload(clerk, row_id, f"{HOSTILE.replace('/', '')}.pdf", PDF + b" ", kind="application")
    clerk.post(f"/requests/{row_id}/attachments/1/withdraw", {"reason": "传错了文件"})

    page = clerk.get(f"/requests/{row_id}")
    listed = page.text.partition('id="files-head"')[2].partition("</section>")[0]

    assert f'href="/requests/{row_id}/attachments/2"' in listed
    assert "身份证明.pdf" not in listed
    assert "<script>" not in listed
    assert "李四" in listed


def test_an_administrator_is_not_shown_the_files_of_a_request(town: Town, row_id: int) -> None:
    upload(town.visitor(), row_id)
    page = town.visitor(Role.ADMINISTRATOR).get(f"/requests/{row_id}")
    assert "files-head" not in page.text
