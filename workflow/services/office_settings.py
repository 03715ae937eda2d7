"""How an office numbers its requests."""

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime

from workflow.records.numbering import numbered_by
from workflow.records.tables.offices import OfficeRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.errors import NumberPatternError
from workflow.services.letters.writing import own_office

_PLACES = frozenset({"prefix", "year", "serial"})
_NEEDED = ("year", "serial")
_WIDTH = re.compile(r"(?:0?[1-9]d?)?")  # as in {serial:04}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Numbering:
    """How an office numbers: the pattern, the prefix, and what the next number looks like."""

    pattern: str
    prefix: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSettings:
    """Settings of an office to be changed; None leaves one as it is, an empty text unsets it."""

    number_pattern: str | None = None
    number_prefix: str | None = None

    def __post_init__(self) -> None:
        """Refuse a pattern that cannot number."""
        if self.number_pattern:
            check_pattern(self.number_pattern)

    def given(self) -> Mapping[str, str]:
        """Return the settings that are to be changed, by their names."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in named.items() if value is not None}


def check_pattern(pattern: str) -> None:
    """Raise NumberPatternError unless the pattern gives every year and serial its own number."""
    try:
        parts = [part[1:] for part in string.Formatter().parse(pattern) if part[1] is not None]
    except ValueError as error:
        raise NumberPatternError(pattern, pattern) from error
    for name, width, conversion in parts:
        if name not in _PLACES or conversion or not _WIDTH.fullmatch(width or ""):
            raise NumberPatternError(pattern, f"{{{name}}}")
    names = [name for name, _, _ in parts]
    for needed in _NEEDED:
        if needed not in names:
            raise NumberPatternError(pattern, f"{{{needed}}}")
    if len(pattern) > _LONGEST or not pattern.isprintable():
        raise NumberPatternError(pattern, pattern[_LONGEST:] or pattern)


def numbering_of(office: OfficeRow, year: int) -> Numbering:
    """Return how an office numbers, with its first number of a year as an example."""
    pattern, prefix = numbered_by(office)
    return Numbering(pattern, prefix, pattern.format(prefix=prefix, year=year, serial=1))


def change_settings(
    wanted: OfficeSettings, uow: UnitOfWork, *, actor: str, at: datetime
) -> OfficeRow:
    """Change settings of the office of a unit of work, and return it as it is then.

    Numbers that were given out stay as they are; the serials of a year go on.
    """
    office = own_office(uow)
    settings = {**office.settings, **wanted.given()}
    kept = {name: value for name, value in settings.items() if value != ""}
    if kept != office.settings:
        uow.offices.amend({"settings": kept}, reason="更改设置", actor=actor, at=at)
    return own_office(uow)
