"""What the models share: texts that can be kept, values of forms, and how lists are paged."""

import re
from datetime import date
from typing import Annotated, Any, Final, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from states.terms import TERMS

LONGEST_TEXT: Final = 20_000
MOST_ROWS: Final = 100
# Controls and halves of characters: no database keeps them, and nobody types them.
_UNSAVEABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DEEPEST: Final = 6
Item = TypeVar("Item")


def _can_be_kept(text: str) -> str:
    if _UNSAVEABLE.search(text):
        raise PydanticCustomError("unsaveable", "unsaveable")
    return text


def _can_all_be_kept(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    _look(value, 0)
    return value


def _look(value: object, depth: int) -> None:
    """Look for what cannot be kept in every text of a value, however deep."""
    if depth > _DEEPEST:
        raise PydanticCustomError("too_deep", "nested deeper than anything that is kept")
    if isinstance(value, str):
        _can_be_kept(value)
    elif isinstance(value, dict):
        for name, one in value.items():
            _can_be_kept(name)
            _look(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            _look(one, depth + 1)


def coded(group: str) -> Any:  # noqa: ANN401 - a type, made of the terms of a group
    """Return the type of a code that is one of a group of terms."""
    known = [*TERMS[group]]

    def check(code: str) -> str:
        if code not in known:
            raise PydanticCustomError("not_a_code", "one of: {known}", {"known": ", ".join(known)})
        return code

    return Annotated[str, AfterValidator(check), WithJsonSchema({"type": "string", "enum": known})]


def _true_or_false(said: object) -> object:
    """Return a switch that is said in JSON's own words, or in those words in an address."""
    if isinstance(said, bool) or (isinstance(said, str) and said in {"true", "false"}):
        return said
    raise PydanticCustomError("bool_parsing", "true or false")


def _as_written(day: object) -> object:
    """Return a day that is written 2026-03-05; a number of seconds is none."""
    if isinstance(day, str) and not _DAY.fullmatch(day):
        raise PydanticCustomError("date_parsing", "2026-03-05")
    if isinstance(day, bool | int | float):
        raise PydanticCustomError("date_type", "2026-03-05")
    return day


Saveable = AfterValidator(_can_be_kept)
Day = Annotated[date, BeforeValidator(_as_written)]
Switch = Annotated[bool, BeforeValidator(_true_or_false)]
AllSaveable = AfterValidator(_can_all_be_kept)
Words = Annotated[str, Field(max_length=LONGEST_TEXT), Saveable]
ShortWords = Annotated[str, Field(max_length=200), Saveable]
# What one field of a form is given: as its kind takes it.
Value = str | int | float | bool | list[str] | None
Fields = Annotated[dict[str, Value], AllSaveable]
RowNumber = Annotated[int, Field(ge=1, le=2**31 - 1)]
Limit = Annotated[
    int,
    Field(ge=1, le=MOST_ROWS, description="一页最多几条。 How many a page has at most."),
]
Cursor = Annotated[
    str,
    Field(
        max_length=100,
        pattern=r"^(-?[0-9]{1,18}(\.-?[0-9]{1,18})*)?$",
        description="上一页给出的 `next`；不写即第一页。 The `next` of the page before.",
    ),
]


class Model(BaseModel):
    """What is answered."""

    model_config = ConfigDict(from_attributes=True)


class Asked(BaseModel):
    """What is sent; a field that there is none of is refused by its name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Page(Model, Generic[Item]):
    """A page of a list, and where the next one begins."""

    items: list[Item] = Field(description="本页各条。 The rows of the page.")
    next: str | None = Field(
        description="下一页的 `after`；没有下一页为 null。 The `after` of the next page."
    )
