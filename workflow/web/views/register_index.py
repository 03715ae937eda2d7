"""The index of the registers: how much is in each, and what of it waits or is late."""

from dataclasses import dataclass
from typing import Final

from workflow.i18n import Text
from workflow.records.reading import EVERY_ROW
from workflow.records.view import View
from workflow.web.desk import Desk
from workflow.web.views.book_pages import BOOK_PAGES
from workflow.web.views.register_lists import Asking

# Enough to count what is late; an office with more open rows than this has another trouble.
_LOOKED_AT: Final = 1_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A register on the index."""

    address: str
    words: Text
    rows: int
    waiting: int
    waiting_words: Text | None
    late: int


def index(view: View, desk: Desk) -> tuple[Entry, ...]:
    """Return every register with its counts, in a number of queries that no row adds to."""
    entries = []
    for page in BOOK_PAGES.values():
        register = page.book.register(view)
        waiting = late = 0
        if page.open_means:
            rows = register.page(Asking(only_open=True).wanted(page), limit=_LOOKED_AT)
            waiting = len(rows)
            dues = (page.due_of(desk, row) for row in rows)
            late = sum(due is not None and due.is_late for due in dues)
        entries.append(
            Entry(
                page.address,
                page.name,
                register.count(EVERY_ROW),
                waiting,
                page.open_words if page.open_means else None,
                late,
            )
        )
    return tuple(entries)
