"""LibreOffice opens what we write; where it is not installed, these tests say so."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workflow.documents import samples
from tests.workflow.documents.printed import Page, pages_of
from workflow.documents.docx import to_docx
from workflow.documents.model import Document
from workflow.documents.xlsx import sheets_of, to_xlsx

SOFFICE = shutil.which("soffice")
PATIENCE_SECONDS = 120
SAMPLES: dict[str, Callable[[], Document]] = {
    "letter": samples.letter,
    "long_letter": samples.long_letter,
    "report": samples.report,
    "form": samples.form,
}

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Open every sample in one run of LibreOffice, and print it as PDF."""
    folder = tmp_path_factory.mktemp("opened")
    for name, sample in SAMPLES.items():
        (folder / f"{name}.docx").write_bytes(to_docx(sample()))
    (folder / "book.xlsx").write_bytes(to_xlsx(sheets_of(samples.report())))
    files = [str(path) for path in sorted(folder.iterdir())]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(  # noqa: S603 -- our own files
        [
            str(SOFFICE),
            "--headless",
            profile,
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *files,
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
    )
    return {path.stem: pages_of(path.read_bytes()) for path in Path(folder).glob("*.pdf")}


def text(pages: list[Page]) -> str:
    return "".join(page.text for page in pages)


@pytest.mark.parametrize("name", SAMPLES)
def test_libreoffice_opens_a_word_file(opened: dict[str, list[Page]], name: str) -> None:
    title = "".join(SAMPLES[name]().title.split())

    assert title in text(opened[name])


def test_libreoffice_counts_the_pages(opened: dict[str, list[Page]]) -> None:
    assert opened["letter"][0].text.endswith("—1—")
    count = len(opened["report"])
    assert opened["report"][-1].text.endswith(f"第{count}页，共{count}页")


def test_libreoffice_keeps_the_merged_heads(opened: dict[str, list[Page]]) -> None:
    (page,) = [page for page in opened["report"] if "法人或其他组织" in page.text]
    head = page.find("法人或其他组织")
    before, after = page.find("自然")[0], page.find("总计")[0]

    assert before.right < head[0].left < head[-1].right < after.left


def test_libreoffice_opens_a_workbook(opened: dict[str, list[Page]]) -> None:
    assert "三、本年度办理结果" in text(opened["book"])
