"""The fields of a form as data: what each is called, how it is read, and what is wrong with it.

A form that is refused comes back as it was typed, each fault in words beside its field.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any, Final

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from workflow.i18n import Lang, Text

LONGEST: Final = 4_000  # characters of a field, where nothing else is said

REQUIRED = Text("请填写。", "Please fill this in.")
NO_DAY = Text("“{value}”不是日期；写作 2026-03-05。", "“{value}” is no date; write 2026-03-05.")
NO_NUMBER = Text("“{value}”不是整数。", "“{value}” is no whole number.")
NO_AMOUNT = Text("“{value}”不是金额；写作 12.50。", "“{value}” is no amount; write 12.50.")
NO_CHOICE = Text("“{value}”不在可选范围内。", "“{value}” is not one of the choices.")
TOO_LONG = Text(
    "最多 {longest} 个字；现有 {n} 个。", "At most {longest} characters; there are {n}."
)
TOO_LARGE = Text("数字太大。", "The number is too large.")
TOO_SMALL = Text("不能小于 {least}。", "No less than {least}.")
# What any register holds; an amount written as 1e999999 would fill the memory when it is printed.
LARGEST_NUMBER: Final = 2**31 - 1
_LARGEST_AMOUNT: Final = Decimal(10**12)
_LONGEST_AMOUNT: Final = 20
_CONTROLS: Final = {chr(code): "" for code in range(32) if chr(code) not in "\n\t"}
_STRIPPED: Final = str.maketrans(_CONTROLS)


class Kind(StrEnum):
    """How a field is typed in."""

    TEXT = "text"
    AREA = "area"
    LINES = "lines"  # one thing a line: a tuple of texts
    DAY = "day"
    TIME = "time"
    NUMBER = "number"
    AMOUNT = "amount"
    CHOICE = "choice"
    MANY = "many"  # a tuple of codes
    CHECK = "check"
    PASSWORD = "password"  # noqa: S105 - a kind of field
    EMAIL = "email"
    FILE = "file"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be chosen."""

    code: str
    words: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form; a choice from a list names the list, which the page fills in."""

    name: str
    label: Text
    kind: Kind = Kind.TEXT
    required: bool = False
    help: Text | None = None
    choices: tuple[Choice, ...] = ()
    blank: Text | None = None  # what the empty choice is called; without it there is none
    value: str | bool | tuple[str, ...] = ""  # what stands there at first
    longest: int = LONGEST
    least: int | None = None
    section: Text | None = None  # a heading that stands before the field
    autocomplete: str = "off"
    suggestions: tuple[str, ...] = ()


class FieldError(ValueError):
    """What was typed into a field cannot be read; the page says why beside it."""

    def __init__(self, text: Text, **facts: object) -> None:
        """Keep what to say."""
        super().__init__(text.zh)
        self.text = text
        self.facts = facts


class Submitted:
    """A form as the browser sent it."""

    def __init__(self, form: FormData) -> None:
        """Keep the form."""
        self._form = form

    def text(self, name: str) -> str:
        """Return a text without blanks around it or control characters in it; blank if not sent."""
        value = self._form.get(name)
        return _clean(value) if isinstance(value, str) else ""

    def all(self, name: str) -> tuple[str, ...]:
        """Return every text sent under a name."""
        return tuple(_clean(v) for v in self._form.getlist(name) if isinstance(v, str))

    def file(self, name: str) -> UploadFile | None:
        """Return a file that was sent, or None where none was chosen."""
        value = self._form.get(name)
        return value if isinstance(value, UploadFile) and value.filename else None

    def has(self, name: str) -> bool:
        """Say whether a name was sent at all: a box that is ticked is."""
        return name in self._form


async def _submitted(request: Request) -> AsyncIterator[Submitted]:
    """Give the form to the page, and close its files after it."""
    async with request.form(max_files=10, max_fields=400) as form:
        yield Submitted(form)


FormDep = Annotated[Submitted, Depends(_submitted)]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was read: what each field says, as typed and as meant, and what is wrong."""

    fields: tuple[Field, ...]
    typed: Mapping[str, str | bool | tuple[str, ...]]
    meant: Mapping[str, Any] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        """Whether every field could be read."""
        return not self.faults

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - of the kind that the field is
        """Return what a field means."""
        return self.meant[name]

    def with_fault(self, name: str, words: str) -> "Filled":
        """Return the form with one more fault."""
        return Filled(self.fields, self.typed, self.meant, {**self.faults, name: words})


def blank_form(fields: Iterable[Field], **values: object) -> Filled:
    """Return a form as it is first shown, with some values already there."""
    shown = tuple(fields)
    typed = {one.name: _typed(values.get(one.name, one.value)) for one in shown}
    return Filled(shown, typed)


def read_form(fields: Iterable[Field], sent: Submitted, lang: Lang) -> Filled:
    """Read a form: all its faults at once, and nothing typed is lost."""
    shown = tuple(fields)
    typed: dict[str, str | bool | tuple[str, ...]] = {}
    meant: dict[str, object] = {}
    faults: dict[str, str] = {}
    for one in shown:
        typed[one.name] = _as_typed(one, sent)
        try:
            meant[one.name] = _read(one, sent)
        except FieldError as error:
            faults[one.name] = error.text.say(lang, **error.facts)
    return Filled(shown, typed, meant, faults)


def choices_of(terms: Mapping[str, str] | Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
    """Return choices from codes and words."""
    pairs = terms.items() if isinstance(terms, Mapping) else terms
    return tuple(Choice(code, words) for code, words in pairs)


def _clean(value: str) -> str:
    return value.replace("\r\n", "\n").translate(_STRIPPED).strip()


def _typed(value: object) -> str | bool | tuple[str, ...]:
    if isinstance(value, bool):
        return value
    if isinstance(value, (tuple, list)):
        return tuple(str(one) for one in value)
    return "" if value is None else str(value)


def _as_typed(one: Field, sent: Submitted) -> str | bool | tuple[str, ...]:
    match one.kind:
        case Kind.CHECK:
            return sent.has(one.name)
        case Kind.MANY:
            return sent.all(one.name)
        case Kind.PASSWORD | Kind.FILE:
            return ""
        case _:
            return sent.text(one.name)


def _read(one: Field, sent: Submitted) -> object:
    match one.kind:
        case Kind.CHECK:
            return sent.has(one.name)
        case Kind.FILE:
            chosen = sent.file(one.name)
            if chosen is None and one.required:
                raise FieldError(REQUIRED)
            return chosen
        case Kind.MANY:
            return _many(one, sent.all(one.name))
        case _:
            return _single(one, sent.text(one.name))


def _many(one: Field, chosen: tuple[str, ...]) -> tuple[str, ...]:
    known = {choice.code for choice in one.choices}
    for code in chosen:
        if code not in known:
            raise FieldError(NO_CHOICE, value=code)
    if one.required and not chosen:
        raise FieldError(REQUIRED)
    return chosen


def _single(one: Field, value: str) -> object:
    if not value:
        if one.required:
            raise FieldError(REQUIRED)
        return _NOTHING.get(one.kind, "")
    if len(value) > one.longest:
        raise FieldError(TOO_LONG, longest=one.longest, n=len(value))
    return _READERS.get(one.kind, _as_it_is)(one, value)


def _as_it_is(_one: Field, value: str) -> str:
    return value


def _lines(_one: Field, value: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in value.splitlines() if line.strip())


def _day(_one: Field, value: str) -> date:
    try:
        return date.fromisoformat(value.replace("/", "-").replace(".", "-"))
    except ValueError as error:
        raise FieldError(NO_DAY, value=value) from error


def _number(one: Field, value: str) -> int:
    try:
        number = int(value)
    except ValueError as error:
        raise FieldError(NO_NUMBER, value=value) from error
    if abs(number) > LARGEST_NUMBER:
        raise FieldError(TOO_LARGE)
    if one.least is not None and number < one.least:
        raise FieldError(TOO_SMALL, least=one.least)
    return number


def _amount(_one: Field, value: str) -> Decimal:
    try:
        amount = Decimal(value)
    except InvalidOperation as error:
        raise FieldError(NO_AMOUNT, value=value) from error
    if not amount.is_finite() or abs(amount) > _LARGEST_AMOUNT or len(value) > _LONGEST_AMOUNT:
        raise FieldError(NO_AMOUNT, value=value)
    return amount


def _choice(one: Field, value: str) -> str:
    if value not in {choice.code for choice in one.choices}:
        raise FieldError(NO_CHOICE, value=value)
    return value


_READERS: Final[Mapping[Kind, Callable[[Field, str], object]]] = {
    Kind.LINES: _lines,
    Kind.DAY: _day,
    Kind.NUMBER: _number,
    Kind.AMOUNT: _amount,
    Kind.CHOICE: _choice,
}
_NOTHING: Final[Mapping[Kind, object]] = {
    Kind.LINES: (),
    Kind.DAY: None,
    Kind.NUMBER: None,
    Kind.AMOUNT: None,
}
