"""A report opened by other programs: LibreOffice without repair, a browser without fault."""

import subprocess
from pathlib import Path

import pytest

from tests.browser.pages import faults_of_access, opened_page
from tests.machine import program
from tests.workflow.documents.printed import text_of
from tests.workflow.reports.drawn import ERRATUM, a_report, frozen
from workflow.reports.papers import docx_file
from workflow.reports.render import to_html
from workflow.reports.rendering import Rendering
from workflow.reports.workbook import xlsx_file

pytestmark = pytest.mark.thorough

PATIENCE_SECONDS = 120
KEYS = ("2008", "2021")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Open every file in one run of LibreOffice, and return what it prints."""
    soffice = program("soffice", package="libreoffice-writer-nogui libreoffice-calc-nogui")
    folder = tmp_path_factory.mktemp("opened")
    for key in KEYS:
        said = Rendering(frozen(a_report(key)), (ERRATUM,))
        (folder / f"word-{key}.docx").write_bytes(docx_file(said))
        (folder / f"book-{key}.xlsx").write_bytes(xlsx_file(said))
    files = [str(path) for path in sorted(folder.iterdir())]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(  # noqa: S603 -- our own files
        [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
    )
    return {path.stem: text_of(path.read_bytes()) for path in Path(folder).glob("*.pdf")}


@pytest.mark.parametrize("key", KEYS)
def test_libreoffice_opens_the_word_file(printed: dict[str, str], key: str) -> None:
    report = a_report(key)

    assert report.title in printed[f"word-{key}"]
    assert all(section.title in printed[f"word-{key}"] for section in report.sections)


@pytest.mark.parametrize("key", KEYS)
def test_libreoffice_opens_the_workbook(printed: dict[str, str], key: str) -> None:
    said = printed[f"book-{key}"]

    assert all(table.caption in said for table in a_report(key).tables)
    assert "#REF" not in said
    assert "Err:" not in said


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("key", KEYS)
def test_the_page_can_be_read_by_everyone(key: str, width: int) -> None:
    page = to_html(frozen(a_report(key)), (ERRATUM,))

    with opened_page(page, width=width) as shown:
        assert faults_of_access(shown) == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        assert shown.locator("figure svg").count() >= 4
