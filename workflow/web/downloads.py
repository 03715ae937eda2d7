"""Files that a browser saves: named, of one kind, and never shown in our own pages."""

from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from fastapi.responses import Response
from starlette.exceptions import HTTPException

from workflow.documents.model import Document
from workflow.services.printing import WRITERS, written

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
MEDIA: Final = {
    ".pdf": "application/pdf",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
}
# Whatever is in it, a browser that opens it all the same runs none of it.
_SHUT_IN: Final = "default-src 'none'; sandbox"


def attached(content: bytes, name: str, media: str = "") -> Response:
    """Return a file to be kept under a name; its kind is what the name ends in, or as given."""
    headers = {"Content-Disposition": _disposition(name), "Content-Security-Policy": _SHUT_IN}
    return Response(content, media_type=media or MEDIA[PurePath(name).suffix], headers=headers)


def check_ending(ending: str) -> str:
    """Return the ending of a file that can be written, with its dot; anything else is not there."""
    if f".{ending}" not in WRITERS:
        raise HTTPException(404)
    return f".{ending}"


def paper(document: Document, ending: str) -> Response:
    """Return a document as a file to be saved under its title."""
    return attached(written(document, ending), f"{document.title}{ending}")


def _disposition(name: str) -> str:
    """Name a file for browsers old and new; a plain name is said once."""
    plain = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "_"
        for letter in name
    )
    said = f'attachment; filename="{plain}"'
    return said if plain == name else f"{said}; filename*=UTF-8''{quote(name, safe='')}"
