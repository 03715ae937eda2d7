"""Style, script and pictures: each under an address that changes with what it holds."""

import hashlib
from functools import cache
from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import Response

from workflow.documents.html import STYLE

router = APIRouter(include_in_schema=False)

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
}
_DOCUMENT = "document.css"  # the style of documents, which lives with them
# What never changes under its address need never be asked for again.
_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}


# Styles that a document brings along when it stands alone.
_BROUGHT = {"document.css": "workflow.documents"}


@cache
def _held(name: str) -> tuple[bytes, str]:
    """Return what a file holds, and its digest; KeyError where there is none to be served."""
    if name == _DOCUMENT:
        return STYLE.encode(), hashlib.sha256(STYLE.encode()).hexdigest()[:12]
    folder = files("workflow.web").joinpath("static")
    known = {entry.name for entry in folder.iterdir()}
    if name in _BROUGHT:
        folder, known = files(_BROUGHT[name]), {name}
    if name not in known or _type_of(name) is None:
        raise KeyError(name)
    held = folder.joinpath(name).read_bytes()
    return held, hashlib.sha256(held).hexdigest()[:12]


def _type_of(name: str) -> str | None:
    return next((kind for ending, kind in _TYPES.items() if name.endswith(ending)), None)


def address_of_static(name: str) -> str:
    """Return the address of a static file, as it is now."""
    return f"/static/{_held(name)[1]}/{name}"


@router.get("/static/{digest}/{name}")
def static_file(digest: str, name: str) -> Response:
    """Return a static file."""
    del digest
    try:
        held, _ = _held(name)
    except KeyError:
        return Response(status_code=404)
    return Response(held, media_type=_type_of(name), headers=_FOR_GOOD)
