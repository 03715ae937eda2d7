"""The form of a letter as data: what it takes from whoever writes it, field by field."""

from collections.abc import Iterable, Iterator
from typing import Final

from states.terms import label
from workflow.i18n import Lang, Text
from workflow.letters.fact_catalogue import DELIVERIES
from workflow.letters.facts import Fact, Facts, Shape
from workflow.records.canonical import JsonValue
from workflow.services.letters.asking import Asking
from workflow.web.fields import Choice, Field, Filled, Kind

FEWEST_ROWS, MOST_ROWS, MORE_ROWS = 2, 60, 3
_KINDS: Final = {
    Shape.TEXT: Kind.TEXT,
    Shape.DAY: Kind.DAY,
    Shape.COUNT: Kind.NUMBER,
    Shape.CHOICE: Kind.CHOICE,
    Shape.TEXTS: Kind.LINES,
}
_LONG: Final = frozenset(
    {"reason", "tendency", "interest", "provision", "special_rule", "where_to_ask", "how", "point"}
)
_ONE_A_LINE = Text("一行写一条。", "One on each line.")
_PREFIX: Final = "f-"


def fields_of(asking: Asking, lang: Lang, rows: int) -> tuple[Field, ...]:
    """Return the fields of a letter: its day, its outcome where there are several, its facts."""
    return (*_head(asking, lang), *_facts(asking.facts, lang, rows), *_foot())


def rows_wanted(asking: Asking) -> int:
    """Return how many rows are offered at first: what the record suggests, and one to add."""
    held = [value for value in asking.suggested.values() if isinstance(value, list)]
    return max(FEWEST_ROWS, *(len(value) + 1 for value in held)) if held else FEWEST_ROWS


def suggested(asking: Asking) -> dict[str, object]:
    """Return what stands in the fields at first."""
    found: dict[str, object] = {}
    for fact in asking.facts:
        value = asking.suggested.get(fact.name)
        if value is None:
            continue
        if fact.shape is Shape.ROWS and isinstance(value, list):
            for place, row in enumerate(value, 1):
                if isinstance(row, dict):
                    found |= {field_of(fact, place, name): said for name, said in row.items()}
        elif isinstance(value, list):
            found[_PREFIX + fact.name] = "\n".join(map(str, value))
        else:
            found[_PREFIX + fact.name] = value
    return found


def facts_typed(asking: Asking, form: Filled, rows: int) -> Facts:
    """Return the facts as they were typed; what was left blank is not among them."""
    found = {
        fact.name: _rows(fact, form, rows) if fact.shape is Shape.ROWS else _value(fact, form)
        for fact in asking.facts
    }
    return {name: value for name, value in found.items() if value not in ("", [], None)}


def field_of(fact: Fact, place: int = 0, column: str = "") -> str:
    """Return the name of a fact's field, or of a column of one of its rows."""
    return f"{_PREFIX}{fact.name}-{place}-{column}" if column else _PREFIX + fact.name


def field_named(asking: Asking, name: str, place: str = "") -> str:
    """Return the field of a fact that is at fault: its column, or the first of its first row."""
    fact = next((one for one in asking.facts if one.name == name), None)
    if fact is None:
        return ""
    if fact.shape is not Shape.ROWS:
        return field_of(fact)
    row, _, column = place.partition(".")
    first = fact.given_columns[0].name
    return field_of(fact, int(row) if row.isdecimal() else 1, column or first)


def _head(asking: Asking, lang: Lang) -> Iterator[Field]:
    yield Field(
        "on",
        Text("成文日期", "Date of the letter"),
        Kind.DAY,
        help=Text("不填即今天。", "Left blank, today."),
    )
    if len(asking.row.outcomes) > 1:
        yield Field(
            "outcome",
            Text("办理结果", "Outcome"),
            Kind.CHOICE,
            blank=Text("由所填内容或者拟办意见决定", "As the facts or the draft decide"),
            choices=tuple(Choice(o.value, label("outcomes", o, lang)) for o in asking.row.outcomes),
        )
    if asking.row.affects_rights:
        yield Field(
            "delivery",
            Text("拟用的送达方式", "How it will be served"),
            Kind.CHOICE,
            blank=Text("还没有定", "Not settled"),
            choices=tuple(Choice(way, label("deliveries", way, lang)) for way in DELIVERIES),
        )


def _foot() -> Iterator[Field]:
    yield Field(
        "provisional",
        Text("期限暂定，也照写", "Write it though it is provisional"),
        Kind.CHECK,
    )


def _facts(facts: Iterable[Fact], lang: Lang, rows: int) -> Iterator[Field]:
    for fact in facts:
        if fact.shape is not Shape.ROWS:
            yield _field(fact, field_of(fact), lang)
            continue
        for place in range(1, rows + 1):
            section: Text | None = Text(f"{fact.zh} {place}", f"{fact.en} {place}")
            for column in fact.given_columns:
                name = field_of(fact, place, column.name)
                yield _field(column, name, lang, section, is_row=True)
                section = None


def _field(
    fact: Fact, name: str, lang: Lang, section: Text | None = None, *, is_row: bool = False
) -> Field:
    kind = _KINDS[fact.shape]
    return Field(
        name,
        Text(fact.zh, fact.en[:1].upper() + fact.en[1:]),
        Kind.AREA if kind is Kind.TEXT and fact.name in _LONG else kind,
        required=not (fact.optional or is_row),
        help=_ONE_A_LINE if kind is Kind.LINES else None,
        choices=tuple(
            Choice(code, label(fact.terms, code, lang) if fact.terms else code)
            for code in fact.choices
        ),
        least=0 if kind is Kind.NUMBER else None,
        section=section,
    )


def _rows(fact: Fact, form: Filled, rows: int) -> JsonValue:
    found: list[JsonValue] = []
    for place in range(1, rows + 1):
        row: dict[str, JsonValue] = {}
        for column in fact.given_columns:
            value = form.meant.get(field_of(fact, place, column.name))
            if value not in ("", None):
                row[column.name] = _json(value)
        if row:
            found.append(row)
    return found


def _value(fact: Fact, form: Filled) -> JsonValue:
    return _json(form.meant.get(field_of(fact)))


def _json(value: object) -> JsonValue:
    """Return what was read from a field as a fact holds it: a day as text, lines as a list."""
    if isinstance(value, tuple):
        return [str(one) for one in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)
