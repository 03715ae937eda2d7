"""The kinds of file that a report is given as, and the answer that holds one."""

from enum import StrEnum
from pathlib import Path

from fastapi.responses import Response

from workflow.web.downloads import attached


class FileName(StrEnum):
    """How the name of the file ends."""

    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


def path_of(kind: FileName) -> Path:
    """Return a name that ends as the kind does."""
    return Path(f"report.{kind}")


def file_answer(content: bytes, year: int, kind: FileName) -> Response:
    """Return a file to be kept, never shown in our own pages."""
    return attached(content, f"report-{year}.{kind}")
