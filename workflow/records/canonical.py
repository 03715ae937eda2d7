"""One way to write a value down, so that its hash can be taken again years later."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from json.encoder import encode_basestring
from typing import Final

JsonValue = None | bool | int | str | list["JsonValue"] | dict[str, "JsonValue"]

_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


# A text as canonical JSON has it, without the cost of an encoder.
quoted: Final[Callable[[str], str]] = encode_basestring


def canonical_json(value: object) -> str:
    """Return the one JSON text of a value: keys in order, no spaces, letters as they are."""
    return _ENCODER.encode(value)


def canonical_instant(at: datetime) -> str:
    """Return an aware instant as UTC, to the microsecond."""
    if at.utcoffset() is None:
        raise ValueError(at)
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def plain(value: object) -> JsonValue:
    """Return a column's value as JSON has it; dates as text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime):
        return canonical_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    raise TypeError(type(value))
