"""What a fact of drafting or serving says, written down as JSON and read again.

A field that says nothing is left out, and one that is not known is passed over, so that fields may
come and go. Which matter it is follows from the kind of the event.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from typing import Any, cast, get_type_hints

from states.case import MATTERS, EventKind
from states.matters import Carrier, Matter
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from workflow.records.canonical import JsonValue

_Reader = Callable[[Any], object]


def _texts(written: Any) -> tuple[str, ...]:  # noqa: ANN401 -- whatever JSON holds
    return tuple(map(str, written))


_READERS: dict[object, _Reader] = {
    str: str,
    bool: bool,
    date: date.fromisoformat,
    tuple[str, ...]: _texts,
    Carrier: Carrier,
    Decision: Decision,
    Ground | None: Ground,
}
# How each field of each matter is read; a field of a new type needs its reader above.
_FIELDS: dict[type[Matter], dict[str, _Reader]] = {
    matter: {name: _READERS[hint] for name, hint in get_type_hints(matter).items()}
    for matter in MATTERS.values()
}


def written_matter(matter: Matter) -> dict[str, JsonValue]:
    """Return what a matter says, as JSON."""
    said = ((field, getattr(matter, field.name)) for field in fields(matter))
    return {field.name: _plain(value) for field, value in said if value != _usual(field)}


def read_matter(kind: EventKind, said: Mapping[str, object]) -> Matter | None:
    """Return the matter that was written down so; None for a kind that carries none."""
    matter = MATTERS.get(kind)
    if matter is None:
        return None
    readers = _FIELDS[matter]
    read = {name: readers[name](value) for name, value in said.items() if name in readers}
    return matter(**cast("Any", read))


def _usual(field: Field[object]) -> object:
    return None if field.default is MISSING else field.default


def _plain(value: object) -> JsonValue:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else cast("JsonValue", value)
