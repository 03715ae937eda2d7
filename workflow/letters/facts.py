"""What a letter may say: facts of a few shapes, each a plain value that is kept with the letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.terms import label
from workflow.documents.literal import literal
from workflow.letters.errors import FactInvalidError, FactMissingError
from workflow.records.canonical import JsonValue

Facts = dict[str, JsonValue]


class Shape(StrEnum):
    """What kind of value a fact is."""

    TEXT = "text"
    DAY = "day"
    COUNT = "count"
    CHOICE = "choice"
    TEXTS = "texts"
    ROWS = "rows"


class Source(StrEnum):
    """Where a fact comes from; a clerk may give those of the last two alone."""

    RECORD = "record"
    OFFICE = "office"
    LAW = "law"
    RECORD_OR_CLERK = "record_or_clerk"
    CLERK = "clerk"


GIVEN = frozenset({Source.CLERK, Source.RECORD_OR_CLERK})


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its names, its shape, where it comes from; an optional one may be blank.

    The columns of rows are facts too; those that come from the law are added to what is given.
    A choice that `terms` names may be given by its name.
    """

    name: str
    zh: str
    en: str
    shape: Shape = Shape.TEXT
    source: Source = Source.CLERK
    optional: bool = False
    columns: tuple["Fact", ...] = ()
    choices: tuple[str, ...] = ()
    terms: str = ""

    @property
    def blank(self) -> JsonValue:
        """What stands for an optional fact that is not known."""
        match self.shape:
            case Shape.TEXTS | Shape.ROWS:
                return []
            case Shape.COUNT:
                return 0
            case _:
                return ""

    @property
    def given_columns(self) -> tuple["Fact", ...]:
        """The columns that a clerk fills in."""
        return tuple(column for column in self.columns if column.source in GIVEN)


def checked(kind: str, facts: Iterable[Fact], values: Mapping[str, JsonValue]) -> Facts:
    """Return the values of the facts, clean and in order; what else is there is left out.

    Raises FactMissingError naming every fact without a value, and FactInvalidError.
    """
    wanted = tuple(facts)
    clean = {fact.name: cleaned(kind, fact, values.get(fact.name)) for fact in wanted}
    missing = tuple(fact.name for fact in wanted if _lacks(fact, clean[fact.name]))
    if missing:
        raise FactMissingError(kind, missing)
    return {
        fact.name: fact.blank if clean[fact.name] is None else clean[fact.name] for fact in wanted
    }


def cleaned(kind: str, fact: Fact, value: JsonValue) -> JsonValue:
    """Return a value as it is kept, or None where there is none; FactInvalidError if it is none."""
    if value is None or value == [] or (isinstance(value, str) and not value.strip()):
        return None
    return _Cleaner(kind, fact).clean(fact, value, "")


def _lacks(fact: Fact, value: JsonValue) -> bool:
    return value is None and not fact.optional


@dataclass(frozen=True, slots=True)
class _Cleaner:
    """Reads one fact; every complaint names the letter and the fact."""

    kind: str
    fact: Fact

    def clean(self, shape: Fact, value: JsonValue, place: str) -> JsonValue:
        match shape.shape:
            case Shape.TEXT:
                return self._text(value, place)
            case Shape.DAY:
                return self._day(value, place)
            case Shape.COUNT:
                return self._count(value, place)
            case Shape.CHOICE:
                return self._choice(shape, value, place)
            case Shape.TEXTS:
                texts = [
                    self._text(text, str(number))
                    for number, text in enumerate(self._list(shape, value), 1)
                ]
                return [text for text in texts if text is not None] or None
            case Shape.ROWS:
                return [
                    self._row(shape, row, number)
                    for number, row in enumerate(self._list(shape, value), 1)
                ]

    def _text(self, value: JsonValue, place: str) -> JsonValue:
        if not isinstance(value, str):
            raise self._invalid(Shape.TEXT, value, place)
        return literal(value).strip() or None

    def _day(self, value: JsonValue, place: str) -> JsonValue:
        said = value.strip() if isinstance(value, str) else ""
        try:
            day = date.fromisoformat(said).isoformat()
        except ValueError:
            day = ""
        if not day or day != said:
            raise self._invalid(Shape.DAY, value, place)
        return day

    def _count(self, value: JsonValue, place: str) -> JsonValue:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self._invalid(Shape.COUNT, value, place)
        return value

    def _choice(self, shape: Fact, value: JsonValue, place: str) -> JsonValue:
        for choice in shape.choices:
            if value == choice or (shape.terms and value == label(shape.terms, choice)):
                return choice
        raise self._invalid(Shape.CHOICE, value, place)

    def _list(self, shape: Fact, value: JsonValue) -> Sequence[JsonValue]:
        if not isinstance(value, list):
            raise self._invalid(shape.shape, value, "")
        return value

    def _row(self, shape: Fact, value: JsonValue, number: int) -> JsonValue:
        names = {column.name for column in shape.columns}
        if not isinstance(value, dict) or not value.keys() <= names:
            raise self._invalid(Shape.ROWS, value, str(number))
        row: dict[str, JsonValue] = {}
        for column in shape.columns:
            place = f"{number}.{column.name}"
            found = value.get(column.name)
            kept = None if found in (None, "") else self.clean(column, found, place)
            if kept is None and not column.optional:
                raise self._invalid(column.shape, "", place)
            row[column.name] = column.blank if kept is None else kept
        return row

    def _invalid(self, wanted: Shape, value: JsonValue, place: str) -> FactInvalidError:
        return FactInvalidError(self.kind, self.fact.name, wanted.value, str(value), place)
