"""The forms of a register: its columns as fields that a clerk fills in, and what they mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from states.terms import TERMS, label
from workflow.i18n import Lang
from workflow.records.people import on_duty
from workflow.records.view import View
from workflow.services.offices import settings_of
from workflow.services.registers.books import Book, FieldKind
from workflow.services.registers.books import Field as Column
from workflow.web.desk import Desk
from workflow.web.fields import Choice, Field, Kind
from workflow.web.views.book_page import Action, Asked, BookPage
from workflow.wording.registers import COLUMNS

# Columns that hold whole sentences.
_LONG: Final = frozenset(
    {
        "act",
        "answer",
        "content",
        "evidence",
        "explanation",
        "matter",
        "mistake",
        "note",
        "record",
        "result",
        "return_reason",
        "review_basis",
        "settlement",
        "summary",
    }
)
_NAMES: Final = frozenset({"officer", "case_officer", "answered_by", "signed_by"})
_KINDS: Final[Mapping[FieldKind, Kind]] = {
    FieldKind.DAY: Kind.DAY,
    FieldKind.NUMBER: Kind.NUMBER,
    FieldKind.FLAG: Kind.CHECK,
    FieldKind.CODE: Kind.CHOICE,
    FieldKind.CODES: Kind.MANY,
}
# What a code may not be set to by hand: a matter that is pending is so until it is concluded.
_NOT_CHOSEN: Final = frozenset({"pending"})


@dataclass(frozen=True, slots=True)
class Lists:
    """What the fields of a register are chosen from or suggest."""

    people: tuple[str, ...]
    categories: tuple[str, ...]

    @classmethod
    def of(cls, view: View) -> "Lists":
        """Return the lists of an office."""
        people = tuple(person.name for person in on_duty(view.store))
        return cls(people, tuple(settings_of(view).publication_categories.values()))


def new_fields(page: BookPage, desk: Desk, lists: Lists) -> tuple[Field, ...]:
    """Return the form of a new row; its day is today until somebody says another."""
    needed = page.required | {one.name for one in page.book.fields if one.required}
    today = desk.today.isoformat()
    first_days = {page.book.on, "formed_on"} - {"published_on"}
    return tuple(
        _field(
            page.book,
            page.book.by_name[name],
            desk.lang,
            lists,
            required=name in needed,
            value=today if name in first_days else None,
        )
        for name in page.asked
    )


def amend_fields(page: BookPage, desk: Desk, lists: Lists) -> tuple[Field, ...]:
    """Return the form by which a row is put right."""
    columns = (page.book.by_name[name] for name in page.amendable)
    return tuple(
        _field(page.book, column, desk.lang, lists, required=column.required) for column in columns
    )


def action_fields(page: BookPage, action: Action, desk: Desk, lists: Lists) -> tuple[Field, ...]:
    """Return the form of an action."""
    return tuple(_asked(page, asked, desk, lists) for asked in action.asks)


def _asked(page: BookPage, asked: Asked, desk: Desk, lists: Lists) -> Field:
    column = page.book.by_name[asked.name]
    value = desk.today.isoformat() if asked.is_today else ""
    made = _field(page.book, column, desk.lang, lists, required=asked.required, value=value)
    choices = tuple(choice for choice in made.choices if choice.code not in _NOT_CHOSEN)
    return Field(
        made.name,
        made.label,
        made.kind,
        required=made.required,
        choices=choices,
        blank=asked.blank,
        value=made.value,
        suggestions=made.suggestions,
    )


def values_of(row: Any, fields: Iterable[Field]) -> dict[str, object]:  # noqa: ANN401 - any register
    """Return what a row holds, as its form shows it."""
    held: dict[str, object] = {}
    for field in fields:
        value = getattr(row, field.name)
        held[field.name] = tuple(str(value).split()) if field.kind is Kind.MANY else value
    return held


def meant_of(fields: Iterable[Field], meant: Mapping[str, Any]) -> dict[str, object]:
    """Return what a form means in the columns of its register."""
    return {
        field.name: " ".join(meant[field.name]) if field.kind is Kind.MANY else meant[field.name]
        for field in fields
    }


def facts_of(book: Book, meant: Mapping[str, object]) -> Any:  # noqa: ANN401 - of the book
    """Return a row as it is entered; its number is given later."""
    numbers = {one.name: 0 for one in book.fields if one.kind is FieldKind.NUMBER}
    return book.facts(**{**numbers, **meant})


def _field(
    book: Book,
    column: Column,
    lang: Lang,
    lists: Lists,
    *,
    required: bool,
    value: str | None = None,
) -> Field:
    shown = value if value is not None else column.blank if isinstance(column.blank, str) else ""
    return Field(
        column.name,
        COLUMNS[book.subject][column.name],
        _kind(book, column),
        required=required and column.kind is not FieldKind.FLAG,
        choices=_choices(book, column, lang, lists),
        value=shown,
        suggestions=lists.people if column.name in _NAMES else (),
    )


def _kind(book: Book, column: Column) -> Kind:
    if book.subject == "publication" and column.name == "category":
        return Kind.CHOICE
    if column.kind is FieldKind.TEXT:
        return Kind.AREA if column.name in _LONG else Kind.TEXT
    return _KINDS[column.kind]


def _choices(book: Book, column: Column, lang: Lang, lists: Lists) -> tuple[Choice, ...]:
    if book.subject == "publication" and column.name == "category":
        return tuple(Choice(name, name) for name in lists.categories)
    if not column.group:
        return ()
    return tuple(Choice(code, label(column.group, code, lang)) for code in TERMS[column.group])
