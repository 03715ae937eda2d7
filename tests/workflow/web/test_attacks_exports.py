"""Every file the desk gives out, of an office whose texts are formulas: no text becomes one."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from openpyxl import load_workbook

from states.steps import Role
from tests.workflow.web.addresses import addresses_of
from tests.workflow.web.furnished import furnish
from tests.workflow.web.visiting import Town, town
from workflow.web.app import create_app

# What a spreadsheet would do something with, by its first character. (OWASP, CSV injection.)
FORMULAS = ("=HYPERLINK(0)", "+cmd|' /C x'!A0", "-2+3", "@SUM(1)", "\t=1+1")
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A sum of cells that a report writes itself.
_OUR_SUMS = re.compile(r"=(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+(\+[A-Z]+\d+)*)")
_FEWEST = 3  # kinds of spreadsheets that there are at least


@pytest.fixture(name="formulas", scope="module")
def _formulas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as opened:
        furnish(opened.office, FORMULAS[0])
        for text in FORMULAS:
            opened.log(applicant=text, content=text)
        yield opened


def test_no_text_of_anybody_is_a_formula_in_a_spreadsheet(formulas: Town) -> None:
    visitor = formulas.visitor(Role.HEAD_OF_OFFICE)
    books = {}
    for one in addresses_of(create_app(formulas.installation)):
        if one.method == "GET":
            page = visitor.get(one.filled())
            if page.headers.get("content-type", "").startswith(_SHEET):
                books[one.path] = page.content

    assert len(books) >= _FEWEST, sorted(books)
    seen = False
    for path, content in books.items():
        for sheet in load_workbook(BytesIO(content)):
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                is_ours = _OUR_SUMS.fullmatch(str(cell.value))
                assert cell.data_type != "f" or is_ours, (path, cell.coordinate, cell.value)
                seen = seen or cell.value == FORMULAS[0]
        # A workbook that was not made by our own hand may ask another one for its values.
        with zipfile.ZipFile(BytesIO(content)) as package:
            assert not [name for name in package.namelist() if "externalLink" in name], path
    assert seen
