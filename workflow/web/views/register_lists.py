"""A register as a list: what it is narrowed to, its order, its rows with what is due in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from workflow.documents.model import Cell, Table
from workflow.documents.xlsx import Sheet, to_xlsx
from workflow.i18n import Lang, Text
from workflow.records.reading import RowsWanted, Sorted
from workflow.records.view import View
from workflow.services.registers.books import FieldKind
from workflow.services.registers.lights import Due
from workflow.services.registers.said import VOID, shown
from workflow.web.desk import Desk
from workflow.web.views.book_page import BookPage
from workflow.wording.registers import column_name
from workflow.wording.steps import MARKS

PAGE: Final = 50
LARGEST_EXPORT: Final = 20_000
_LEFT = Text("还有 {n} 个工作日", "{n} working day(s) left")
_LATE = Text("超期 {n} 个工作日", "{n} working day(s) late")
_TODAY = Text("今日到期", "due today")


@dataclass(frozen=True, slots=True)
class Lit:
    """A day that something is due on, as a light with words."""

    light: str
    mark: str
    words: str
    on: date
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, and where the list sorted by it is."""

    words: str
    address: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list; the first cell is the link to it."""

    address: str
    first: str
    cells: tuple[str, ...]
    due: Lit | None
    is_void: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """What a list is asked for, as it stands in its address."""

    year: int | None = None
    keyword: str = ""
    only_open: bool = False
    void: bool = False
    sort: str = ""
    descending: bool = True
    after: int | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out that could be shown."""
        return bool(self.year or self.keyword or self.only_open)

    def query(self, **changed: object) -> str:
        """Return the query of an address with some of it changed; a change begins at page one."""
        said = {
            "year": self.year,
            "keyword": self.keyword,
            "open": 1 if self.only_open else None,
            "void": 1 if self.void else None,
            "sort": self.sort,
            "order": None if self.descending else "up",
            **changed,
        }
        return urlencode({name: value for name, value in said.items() if value not in {None, ""}})

    def wanted(self, page: BookPage) -> RowsWanted:
        """Return what the register is asked."""
        return RowsWanted(
            since=None if self.year is None else date(self.year, 1, 1),
            until=None if self.year is None else date(self.year, 12, 31),
            text=self.keyword,
            annulled=self.void,
            holding=dict(page.open_means) if self.only_open else {},
            unless=dict(page.unless) if self.only_open else {},
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a register."""

    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    total: int
    years: tuple[int, ...]
    next_page: str
    export: str
    has_due: bool


def lit(found: Due | None, lang: Lang) -> Lit | None:
    """Return a day that something is due on as a light with words."""
    if found is None:
        return None
    words = _TODAY if found.left == 0 else _LATE if found.left < 0 else _LEFT
    return Lit(
        found.light.value,
        MARKS[found.light],
        words.say(lang, n=abs(found.left)),
        found.on,
        found.deadline.provisional,
    )


def listed(page: BookPage, asking: Asking, desk: Desk, view: View) -> Listed:
    """Return a page of a register, in a number of queries that does not grow with its rows."""
    register = page.book.register(view)
    wanted = asking.wanted(page)
    order = Sorted(asking.sort, asking.descending, asking.after)
    rows = register.sheet(wanted, order, limit=PAGE + 1)
    more = f"?{asking.query(after=rows[PAGE - 1].id)}" if len(rows) > PAGE else ""
    return Listed(
        tuple(_head(page, name, asking, desk.lang) for name in page.columns),
        tuple(_line(page, row, desk) for row in rows[:PAGE]),
        register.count(wanted),
        tuple(reversed(register.years())) if page.book.on else (),
        more,
        f"{page.address}.xlsx?{asking.query()}",
        any(page.due_of(desk, row) for row in rows[:PAGE]),
    )


def exported(page: BookPage, asking: Asking, desk: Desk, view: View) -> bytes:
    """Return every row that a list is narrowed to, with all its columns, as an .xlsx file."""
    order = Sorted(asking.sort, asking.descending)
    rows = page.book.register(view).sheet(asking.wanted(page), order, limit=LARGEST_EXPORT)
    names = [field.name for field in page.book.fields]
    head = tuple(Cell(column_name(page.book.subject, name, desk.lang), head=True) for name in names)
    cells = tuple(tuple(map(Cell, _cells(page, row, names, desk.lang))) for row in rows)
    table = Table((head, *cells), 1, tuple(14.0 for _ in names))
    return to_xlsx([Sheet(page.name.say(desk.lang), table)], created_at=desk.now)


def _head(page: BookPage, name: str, asking: Asking, lang: Lang) -> Head:
    is_here = name == (asking.sort or page.book.on)
    descending = not asking.descending if is_here else True
    query = asking.query(sort=name, order=None if descending else "up")
    said = ("descending" if asking.descending else "ascending") if is_here else ""
    return Head(column_name(page.book.subject, name, lang), f"?{query}", said)


def _line(page: BookPage, row: Any, desk: Desk) -> Line:  # noqa: ANN401 - any register
    cells = _cells(page, row, page.columns, desk.lang)
    void = getattr(row, "annulled", False)
    first = cells[0] or f"{row.id}"
    if void:
        first = f"{first}（{VOID.say(desk.lang)}）"
    due = lit(page.due_of(desk, row), desk.lang)
    return Line(f"{page.address}/{row.id}", first, tuple(cells[1:]), due, void)


def _cells(page: BookPage, row: Any, names: Sequence[str], lang: Lang) -> list[str]:  # noqa: ANN401
    return [_cell(page, row, name, lang) for name in names]


def _cell(page: BookPage, row: Any, name: str, lang: Lang) -> str:  # noqa: ANN401 - any register
    field = page.book.by_name[name]
    value = getattr(row, name)
    if field.kind is FieldKind.NUMBER and name == "serial":
        return f"〔{row.year}〕{value}号"
    return shown(value, field, lang)
