"""Anyone's published report at the desk: what is found in it, and files that are none."""

import json

import pytest

from tests.workflow.web.visiting import Page, Town
from workflow.checking import reading


def sent(town: Town, name: str, content: bytes) -> Page:
    return town.visitor().post("/reports/check", {}, {"report": (name, content)})


def test_our_own_report_is_read_back(town: Town) -> None:
    written = town.visitor().get("/reports/2024.html")

    page = sent(town, "报告.html", written.content)

    assert page.status == 200
    assert "2024年度" in page.words


def test_what_does_not_add_up_is_said(town: Town) -> None:
    shape = json.loads(town.visitor().get("/reports/2024.json").content)
    shape["tables"]["requests"]["R1"]["total"] = 5
    content = json.dumps(shape, ensure_ascii=False).encode()

    page = sent(town, "x.json", content)

    assert page.status == 200
    assert "✗ 错误" in page.words


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("a.pdf", b"%PDF-1.7", 415),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 415),
        ("a.bin", b"\x00\x01\x02 nothing", 415),
        ("a.docx", b"PK\x03\x04 damaged", 422),
        ("a.html", b"", 422),
        ("a.json", b"{", 422),
        ("../../<b>etc</b>", b"%PDF-1.7", 415),
        ("..", b"%PDF-1.7", 415),
    ],
)
def test_a_file_that_is_no_report_is_refused_in_words(
    town: Town, name: str, content: bytes, status: int
) -> None:
    page = sent(town, name, content)

    assert page.status == status
    assert "<b>etc" not in page.text
    assert 'class="fault"' in page.text


def test_a_file_must_be_chosen(town: Town) -> None:
    page = town.visitor().post("/reports/check", {"x": "1"})

    assert page.status == 422
    assert "请填写" in page.words


def test_a_file_that_is_too_large_is_refused_beside_its_field(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_MAX_TEXT", 1_000)

    page = sent(town, "a.html", b"<p>" + b"x" * 1_000)

    assert page.status == 413
    assert "过大" in page.words
