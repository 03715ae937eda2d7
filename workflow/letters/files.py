"""A letter as a file: each kind of file by the ending of its name."""

from collections.abc import Callable

from workflow.documents.docx import to_docx
from workflow.documents.html import to_html
from workflow.documents.pdf import to_pdf
from workflow.letters.render import Letter

# A new kind of file is a row here.
WRITERS: dict[str, Callable[[Letter], bytes]] = {
    ".pdf": lambda letter: to_pdf(letter.document),
    ".docx": lambda letter: to_docx(letter.document),
    ".html": lambda letter: to_html(letter.document).encode(),
    ".txt": lambda letter: letter.text.encode(),
}
