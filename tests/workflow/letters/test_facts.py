"""Facts: of a few shapes, clean, and named where they are missing or wrong."""

import pytest

from workflow.letters.errors import FactInvalidError, FactMissingError
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.facts import Fact, Shape, checked, cleaned
from workflow.records.canonical import JsonValue

TEXT = Fact("reason", "理由", "reason")
DAY = Fact("on", "日期", "day", Shape.DAY)
COUNT = Fact("count", "件数", "count", Shape.COUNT)
CHOICE = Fact("way", "方式", "way", Shape.CHOICE, choices=("post", "email"), terms="deliveries")
TEXTS = Fact("items", "事项", "items", Shape.TEXTS)
ROWS = Fact(
    "rows",
    "各行",
    "rows",
    Shape.ROWS,
    columns=(TEXT, Fact("note", "备注", "note", optional=True), DAY),
)


@pytest.mark.parametrize(
    ("fact", "value", "clean"),
    [
        (TEXT, "  征地\r\n补偿 ", "征地\n补偿"),
        (TEXT, "   ", None),
        (TEXT, None, None),
        (DAY, " 2025-09-22 ", "2025-09-22"),
        (COUNT, 0, 0),
        (CHOICE, "post", "post"),
        (CHOICE, "电子邮件", "email"),
        (TEXTS, ["甲", "  ", " 乙"], ["甲", "乙"]),
        (TEXTS, [" "], None),
        (TEXTS, [], None),
        (
            ROWS,
            [{"reason": " 甲 ", "on": "2025-09-22"}],
            [{"reason": "甲", "note": "", "on": "2025-09-22"}],
        ),
    ],
)
def test_a_value_is_kept_clean(fact: Fact, value: JsonValue, clean: JsonValue) -> None:
    assert cleaned("fee_notice", fact, value) == clean


@pytest.mark.parametrize(
    ("fact", "value", "wanted", "place"),
    [
        (TEXT, 5, "text", ""),
        (DAY, "2025-02-30", "day", ""),
        (DAY, 20250922, "day", ""),
        (COUNT, -1, "count", ""),
        (COUNT, "5", "count", ""),
        (COUNT, True, "count", ""),
        (CHOICE, "飞鸽", "choice", ""),
        (TEXTS, "甲", "texts", ""),
        (TEXTS, ["甲", 5], "text", "2"),
        (ROWS, "甲", "rows", ""),
        (ROWS, ["甲"], "rows", "1"),
        (ROWS, [{"reason": "甲", "on": "2025-09-22", "more": ""}], "rows", "1"),
        (ROWS, [{"reason": "甲"}], "day", "1.on"),
        (ROWS, [{"reason": "甲", "on": "昨天"}], "day", "1.on"),
    ],
)
def test_a_value_of_another_shape_is_named_with_its_place(
    fact: Fact, value: JsonValue, wanted: str, place: str
) -> None:
    with pytest.raises(FactInvalidError) as refused:
        cleaned("fee_notice", fact, value)

    assert (refused.value.fact, refused.value.wanted) == (fact.name, wanted)
    assert refused.value.place == place


def test_every_fact_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(FactMissingError) as refused:
        checked("fee_notice", (TEXT, DAY, COUNT), {"on": "2025-09-22", "count": None})

    assert refused.value.facts == ("reason", "count")


def test_an_optional_fact_that_is_not_known_is_blank() -> None:
    shapes = {
        Shape.TEXT: "",
        Shape.DAY: "",
        Shape.CHOICE: "",
        Shape.COUNT: 0,
        Shape.TEXTS: [],
        Shape.ROWS: [],
    }
    facts = [Fact(shape.value, "", "", shape, optional=True) for shape in Shape]

    assert checked("fee_notice", facts, {}) == {shape.value: shapes[shape] for shape in Shape}


def test_what_a_letter_does_not_say_is_left_out() -> None:
    assert checked("fee_notice", (TEXT,), {"reason": "甲", "other": "乙"}) == {"reason": "甲"}


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_is_named_in_both_languages(name: str) -> None:
    fact = FACTS[name]

    assert fact.name == name
    assert not fact.zh.isascii()
    assert fact.en.isascii()
    for column in fact.columns:
        assert not column.zh.isascii()
        assert column.en.isascii()


def test_a_column_never_hides_behind_what_a_row_is_made_of() -> None:
    # A row is a dict: a template that asks for `row.items` would get its method.
    columns = {column.name for fact in FACTS.values() for column in fact.columns}

    assert columns.isdisjoint(dir(dict))
