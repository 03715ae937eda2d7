"""One row of a register as it is shown: what is due, what it holds, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.records.chain import Entry
from workflow.services.registers.books import FieldKind
from workflow.services.registers.said import KINDS, changes_said, shown
from workflow.web.desk import Desk
from workflow.web.views.book_page import BookPage, Row
from workflow.web.views.register_lists import Lit, lit
from workflow.wording.clocks import CLOCKS
from workflow.wording.registers import column_name


@dataclass(frozen=True, slots=True)
class Standing:
    """A row with its history, and the id of the request that it is linked to."""

    row: Row
    history: Sequence[Entry]
    request_id: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a row holds; with an address where it is a link."""

    name: str
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry of the history."""

    at: datetime
    actor: str
    kind: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as it is shown."""

    id: int
    title: str
    is_void: bool
    clock: str
    article: str
    due: Lit | None
    facts: tuple[Fact, ...]
    history: tuple[Happened, ...]


def row_view(page: BookPage, standing: Standing, desk: Desk) -> RowView:
    """Return a row as it is shown."""
    row, lang = standing.row, desk.lang
    found = page.due_of(desk, row)
    facts = []
    for field in page.book.fields:
        words = shown(getattr(row, field.name), field, lang)
        if words and field.kind is not FieldKind.NUMBER:
            linked = field.name == "request_number" and standing.request_id
            address = f"/requests/{standing.request_id}" if linked else ""
            facts.append(Fact(column_name(page.book.subject, field.name, lang), words, address))
    history = tuple(
        Happened(
            entry.entered_at,
            entry.actor,
            KINDS[entry.kind].say(lang),
            tuple(changes_said(page.book, entry, lang)),
        )
        for entry in standing.history
    )
    citation = None if found is None else found.deadline.citation
    return RowView(
        row.id,
        _title(page, row, lang),
        getattr(row, "annulled", False),
        "" if found is None else CLOCKS[found.deadline.key].say(lang),
        "" if citation is None else (citation.short if lang == "zh" else citation.english),
        lit(found, lang),
        tuple(facts),
        history,
    )


def _title(page: BookPage, row: Row, lang: str) -> str:
    del lang
    if hasattr(row, "serial"):
        mark = "收" if page.slug == "incoming-mail" else "发"
        return f"{mark}〔{row.year}〕{row.serial}号"
    for name in ("title", "name"):
        if hasattr(row, name):
            return str(getattr(row, name))
    return f"{row.id}"
