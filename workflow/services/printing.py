"""A document as a file: each kind of file by the ending of its name."""

from importlib import import_module
from pathlib import Path

from workflow.documents.model import Document

# The writer of each kind of file: imported when one is written, since most commands write none.
WRITERS = {
    ".pdf": ("workflow.documents.pdf", "to_pdf"),
    ".docx": ("workflow.documents.docx", "to_docx"),
    ".html": ("workflow.documents.html", "to_html"),
    ".txt": ("workflow.documents.text", "to_text"),
}


def can_be_written(path: Path) -> bool:
    """Say whether a file of this name can be written."""
    return path.suffix.lower() in WRITERS


def written(document: Document, ending: str) -> bytes:
    """Return a document as a file of the kind that an ending names."""
    module, name = WRITERS[ending]
    made: str | bytes = getattr(import_module(module), name)(document)
    return made.encode() if isinstance(made, str) else made


def write_document(document: Document, path: Path) -> None:
    """Write a document in the kind of file that the name asks for."""
    path.write_bytes(written(document, path.suffix.lower()))
