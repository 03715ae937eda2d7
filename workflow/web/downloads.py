"""Documents as files that a browser saves, and tables as workbooks."""

from typing import Final
from urllib.parse import quote

from fastapi.responses import Response
from starlette.exceptions import HTTPException

from workflow.documents.model import Document
from workflow.services.printing import WRITERS, written

_TYPES: Final = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


def check_ending(ending: str) -> str:
    """Return the ending of a file that can be written, with its dot; anything else is not there."""
    if f".{ending}" not in WRITERS:
        raise HTTPException(404)
    return f".{ending}"


def paper(document: Document, ending: str) -> Response:
    """Return a document as a file to be saved under its title."""
    name = quote(f"{document.title}{ending}", safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(written(document, ending), media_type=_TYPES[ending], headers=headers)
