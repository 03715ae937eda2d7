"""Rows of a register on a terminal: in a table, and one with its history."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from workflow.clock import SHANGHAI
from workflow.i18n import Lang, Text
from workflow.records.chain import Entry
from workflow.services.registers.books import Book, FieldKind
from workflow.services.registers.lights import Due
from workflow.services.registers.said import KINDS, VOID, changes_said, shown
from workflow.services.worklist import Light
from workflow.wording.registers import column_name, register_name

Row = Any  # a row of whichever register is shown

_ID = Text("编号", "No.")
# Columns that a line is never broken within.
_WHOLE = frozenset({"index_number", "request_number", "case_number"})
_LIGHTS: dict[Light, tuple[str, str]] = {
    Light.GREEN: ("●", "green"),
    Light.YELLOW: ("◆", "yellow"),
    Light.RED: ("▲", "bold red"),
    Light.GREY: ("‖", "bright_black"),
}
_LATE = Text("超期 {n}", "late {n}")
_TODAY = Text("今日", "today")
_PROVISIONAL = Text("（暂定）", " (provisional)")
_HISTORY = Text("经过", "History")
_HISTORY_HEADS = (
    Text("录入", "Entered"),
    Text("录入人", "By"),
    Text("事项", "What"),
    Text("内容", "Terms"),
)

Extra = tuple[Text, Sequence[RichText | str]]


def plain_row(book: Book, row: Row) -> dict[str, object]:
    """Return a row for another program: codes as they are, lists as lists."""
    held: dict[str, object] = {"id": row.id}
    for field in book.fields:
        value = getattr(row, field.name)
        held[field.name] = str(value).split() if field.kind is FieldKind.CODES else value
    return {**held, "annulled": row.annulled}


def plain_due(due: Due | None) -> dict[str, object]:
    """Return when something is due for another program."""
    if due is None:
        return {"due": None, "left": None, "light": None, "provisional": None}
    return {
        "due": due.on,
        "left": due.left,
        "light": due.light,
        "provisional": due.deadline.provisional,
    }


def rows_table(
    book: Book, rows: Sequence[Row], columns: Sequence[str], lang: Lang, *extras: Extra
) -> Table:
    """Return rows as a table of some columns, with further ones beside them."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(_ID.say(lang), justify="right")
    for head, _ in extras:
        table.add_column(head.say(lang), no_wrap=True)
    for name in columns:
        called = column_name(book.subject, name, lang)
        is_whole = name in _WHOLE or book.by_name[name].kind is FieldKind.DAY
        table.add_column(called, overflow="fold", no_wrap=is_whole)
    for place, row in enumerate(rows):
        cells = [shown(getattr(row, name), book.by_name[name], lang) for name in columns]
        if row.annulled:
            cells[0] = (
                f"{cells[0]}（{VOID.say(lang)}）" if lang is Lang.ZH else f"{cells[0]} (void)"
            )
        style = "bright_black strike" if row.annulled else ""
        table.add_row(str(row.id), *(extra[place] for _, extra in extras), *cells, style=style)
    return table


def due_cell(due: Due | None, lang: Lang) -> RichText:
    """Return what is left as a light with words, and the day."""
    if due is None:
        return RichText("—")
    mark, style = _LIGHTS[due.light]
    left = str(due.left)
    if due.left <= 0:
        left = _TODAY.say(lang) if due.left == 0 else _LATE.say(lang, n=-due.left)
    provisional = _PROVISIONAL.say(lang) if due.deadline.provisional else ""
    return RichText(f"{mark} {left}　{due.on.isoformat()}{provisional}", style=style)


def row_page(
    book: Book,
    row: Row,
    history: Iterable[Entry],
    lang: Lang,
    more: Iterable[tuple[str, str | RichText]] = (),
) -> RenderableType:
    """Return one row with all it holds, and everything that was entered about it."""
    title = f"{register_name(book.subject, lang)} {row.id}"
    heading = RichText(title, style="bold")
    if row.annulled:
        heading.append(f"　{VOID.say(lang)}", style="bold red")
    table = Table(box=None, show_header=False, padding=(0, 1), pad_edge=False)
    for name, value in more:
        table.add_row(name, value)
    for field in book.fields:
        words = shown(getattr(row, field.name), field, lang)
        if words and field.kind is not FieldKind.NUMBER:
            table.add_row(column_name(book.subject, field.name, lang), words)
    return Group(heading, table, "", _history(book, history, lang))


def _history(book: Book, history: Iterable[Entry], lang: Lang) -> Table:
    table = Table(
        title=_HISTORY.say(lang),
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="dim",
    )
    for head in _HISTORY_HEADS:
        table.add_column(head.say(lang), overflow="fold")
    for entry in history:
        entered = entry.entered_at.astimezone(SHANGHAI)
        terms = "；".join(changes_said(book, entry, lang))
        kind = KINDS[entry.kind].say(lang)
        table.add_row(f"{entered:%Y-%m-%d %H:%M}", entry.actor, kind, terms)
    return table
