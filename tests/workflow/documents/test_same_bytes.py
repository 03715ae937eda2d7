"""Equal documents give equal bytes: in one process, in another, and at another time."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest

from tests.workflow.documents import samples
from workflow.documents.docx import to_docx
from workflow.documents.html import to_html
from workflow.documents.model import Document
from workflow.documents.pdf import to_pdf
from workflow.documents.text import to_text
from workflow.documents.xlsx import sheets_of, to_xlsx

ROOT = Path(__file__).parents[3]
SAMPLES = (
    samples.letter,
    samples.long_letter,
    samples.report,
    samples.form,
    samples.english_letter,
)
WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": to_docx,
    "html": lambda document: to_html(document).encode(),
    "pdf": to_pdf,
    "text": lambda document: to_text(document).encode(),
    "xlsx": lambda document: to_xlsx(sheets_of(document), created_at=document.created_at),
}


def digests() -> str:
    """Return the digest of every sample in every format."""
    return "\n".join(
        f"{sample.__name__}.{name} {sha256(write(sample())).hexdigest()}"
        for sample in SAMPLES
        for name, write in WRITERS.items()
    )


def digests_elsewhere(**environment: str) -> str:
    """Return the digests that another process finds."""
    done = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-c", f"from {__name__} import digests; print(digests())"],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_equal_documents_give_equal_bytes(sample: Callable[[], Document], name: str) -> None:
    assert WRITERS[name](sample()) == WRITERS[name](sample())


def test_another_process_in_another_time_zone_writes_the_same_bytes() -> None:
    east = digests_elsewhere(PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    west = digests_elsewhere(PYTHONHASHSEED="2", TZ="America/Lima", SOURCE_DATE_EPOCH="86400")

    assert east == west == digests()


@pytest.mark.parametrize("name", ["docx", "pdf", "xlsx"])
def test_one_instant_in_two_time_zones_is_one_instant(name: str) -> None:
    report = samples.report()
    elsewhere = samples.CREATED_AT.astimezone(timezone(timedelta(hours=8)))

    assert WRITERS[name](samples.report(elsewhere)) == WRITERS[name](report)
