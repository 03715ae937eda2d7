"""The papers of a request: where they are, for each role that may open them."""

from dataclasses import dataclass
from typing import Final

from states.steps import Role
from workflow.i18n import Lang, Text

_CASEWORK: Final = frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})
_READERS: Final = _CASEWORK | {Role.REVIEWER, Role.SUPERVISOR}
_PAPERS: Final = (
    ("slip", Text("登记回执", "Receipt slip"), _CASEWORK),
    ("attachments", Text("附件", "Attachments"), _READERS),
    ("letters/new", Text("写文书", "Write a letter"), _CASEWORK),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A page that belongs to a request."""

    address: str
    words: str


def papers_of(row_id: int, role: Role, lang: Lang) -> tuple[Paper, ...]:
    """Return the pages of papers that a role may open."""
    return tuple(
        Paper(f"/requests/{row_id}/{place}", words.say(lang))
        for place, words, roles in _PAPERS
        if role in roles
    )
