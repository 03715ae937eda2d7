"""A letter on a page and as a file; what keeps it from being written is said in words."""

from fastapi.responses import HTMLResponse
from markupsafe import Markup
from starlette.responses import Response

from workflow.documents.errors import DocumentError
from workflow.documents.html import to_html
from workflow.failures import sentences_of
from workflow.i18n import Lang
from workflow.letters.errors import (
    LetterError,
)
from workflow.letters.files import WRITERS
from workflow.letters.render import Letter
from workflow.letters.words import letter_sentence
from workflow.web.desk import Desk
from workflow.web.downloads import attached
from workflow.web.pages import page
from workflow.wording.letters import AT_THE_DESK

_UNAVAILABLE = 503


def paper(letter: Letter) -> Markup:
    """Return a letter as a part of a page: of our own making, without style or script in it."""
    return Markup(to_html(letter.document, fragment=True))  # noqa: S704 - the writer escapes


def letter_words(error: LetterError, lang: Lang) -> str:
    """Return why a letter cannot be written, as the desk says it."""
    if type(error).__name__ in AT_THE_DESK:
        return letter_sentence(error, lang, AT_THE_DESK)
    return letter_sentence(error, lang)


def letter_file(
    desk: Desk, letter: Letter, ending: str, name: str, *, back: str, here: str
) -> Response:
    """Return a letter as a file; where it cannot be made, a page that says what to install."""
    try:
        content = WRITERS[ending](letter)
    except DocumentError as error:
        return _unwritable(desk, error, back, here)
    return attached(content, f"{name}{ending}")


def _unwritable(desk: Desk, error: DocumentError, back: str, here: str) -> HTMLResponse:
    shown = {"sentences": sentences_of(error, desk.lang) or (), "back": back}
    return page(desk, "letters/unwritable.html.jinja", shown, here=here, status=_UNAVAILABLE)
