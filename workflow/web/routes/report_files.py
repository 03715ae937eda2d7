"""The kinds of file that a report is given as, and the answer that holds one."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from fastapi.responses import Response


class FileName(StrEnum):
    """How the name of the file ends."""

    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_MEDIA: Final = {
    FileName.HTML: "text/html; charset=utf-8",
    FileName.DOCX: f"{_OFFICE}.wordprocessingml.document",
    FileName.PDF: "application/pdf",
    FileName.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    FileName.JSON: "application/json",
}


def path_of(kind: FileName) -> Path:
    """Return a name that ends as the kind does."""
    return Path(f"report.{kind}")


def file_answer(content: bytes, year: int, kind: FileName) -> Response:
    """Return a file to be kept, never shown in our own pages."""
    name = f'attachment; filename="report-{year}.{kind}"'
    return Response(content, media_type=_MEDIA[kind], headers={"Content-Disposition": name})
