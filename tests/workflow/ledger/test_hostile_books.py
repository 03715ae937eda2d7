"""Ledgers that mean harm: they fill no memory, fetch nothing, and write nowhere."""

import zipfile
from pathlib import Path

import pytest

from tests.workflow.ledger.books import TODAY, a_request, a_table, a_workbook
from workflow.ledger import packages
from workflow.ledger.book import read_book
from workflow.ledger.errors import BookTrouble, LedgerUnreadableError


def a_book(folder: Path) -> Path:
    return a_workbook(folder / "台账.xlsx", {"申请": a_table(a_request())})


def with_parts(book: Path, **changed: bytes) -> Path:
    """Write a workbook anew with some of its parts changed or added."""
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts |= {name.replace("__", "/"): content for name, content in changed.items()}
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return book


def part(book: Path, name: str) -> str:
    with zipfile.ZipFile(book) as package:
        return package.read(name).decode("utf-8")


def texts(book: Path) -> str:
    return repr(read_book(book, today=TODAY).lines)


def trouble(book: Path) -> BookTrouble:
    with pytest.raises(LedgerUnreadableError) as caught:
        read_book(book, today=TODAY)
    return caught.value.code


SHEET = "xl/worksheets/sheet1.xml"


def declaring(book: Path, entities: str, reference: str) -> Path:
    """Declare entities in a sheet, and write one of them in a cell of its text."""
    head, _, rest = part(book, SHEET).partition("?>")
    place = rest.index("</sheetData>")
    row = f'<row r="9"><c r="A9" t="inlineStr"><is><t>{reference}</t></is></c></row>'
    text = f"{head}?><!DOCTYPE worksheet [{entities}]>{rest[:place]}{row}{rest[place:]}"
    return with_parts(book, **{SHEET: text.encode()})


def test_external_entities_of_a_sheet_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET", "utf-8")
    book = declaring(a_book(tmp_path), f'<!ENTITY out SYSTEM "{secret.as_uri()}">', "&out;")

    try:
        found = texts(book)
    except LedgerUnreadableError as refused:
        found = repr(refused)

    assert "SECRET" not in found


def test_entities_that_grow_without_end_do_not_grow(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    book = declaring(a_book(tmp_path), f'<!ENTITY l0 "ha">{laughs}', "&l11;")

    try:
        found = texts(book)
    except LedgerUnreadableError as refused:
        found = repr(refused)

    assert "haha" not in found
    assert len(found) < 100_000


def test_a_book_that_unpacks_to_all_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = packages.PackageLimits(unpacked=1_000_000)
    monkeypatch.setattr(packages.refuse_oversized_package, "__defaults__", (tiny,))
    book = with_parts(a_book(tmp_path), xl__media__x=b"0" * 2_000_000)

    assert book.stat().st_size < 50_000
    assert trouble(book) is BookTrouble.TOO_LARGE


@pytest.mark.parametrize("name", ["../../outside.xml", "/outside.xml", "..\\..\\outside.xml"])
def test_a_part_that_is_named_for_another_place_is_written_nowhere(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    book = a_book(folder)
    before = sorted(tmp_path.rglob("*"))

    with_parts(book, **{name: b"x"})
    read_book(book, today=TODAY)

    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/outside.xml").exists()
