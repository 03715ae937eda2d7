"""A letter as a file: each kind of file by the ending of its name."""

from collections.abc import Callable

from workflow.documents.docx import to_docx
from workflow.documents.html import to_html
from workflow.documents.model import Document
from workflow.documents.pdf import to_pdf
from workflow.documents.text import to_text

# A new kind of file is a row here.
WRITERS: dict[str, Callable[[Document], bytes]] = {
    ".pdf": to_pdf,
    ".docx": to_docx,
    ".html": lambda document: to_html(document).encode(),
    ".txt": lambda document: to_text(document).encode(),
}
