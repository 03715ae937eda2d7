"""What an office says of itself, and what it has set; nothing is set that there is no key for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from states.steps import Role
from workflow.records.canonical import JsonValue
from workflow.records.errors import OfficeExistsError
from workflow.records.numbering import NUMBER_PATTERN, fault_of, numbered_by
from workflow.records.office_settings import OfficeSettings
from workflow.records.offices import PROFILE_COLUMNS
from workflow.records.tables.offices import OfficeRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.errors import NothingChangedError, NumberPatternError, ReasonBlankError
from workflow.services.roles import STEWARDS, require

SETTINGS = "settings"
PROFILE = tuple(name for name in PROFILE_COLUMNS if name != SETTINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOffice:
    """Entries of the profile and settings to be changed; a setting of None is as usual again."""

    profile: Mapping[str, str]
    settings: Mapping[str, JsonValue]
    reason: str
    actor: str
    role: Role


def office_of(view: View) -> OfficeRow:
    """Return the office of a view."""
    return view.offices.row(view.office_id)


def settings_of(view: View) -> OfficeSettings:
    """Return what the office of a view has set."""
    return OfficeSettings.of(office_of(view).settings)


def check_pattern(pattern: JsonValue) -> None:
    """Refuse a pattern by which requests cannot be numbered; raises NumberPatternError."""
    fault = fault_of(pattern) if isinstance(pattern, str) else ""
    if fault:
        raise NumberPatternError(str(pattern), fault)


def example_of(office: OfficeRow, year: int) -> str:
    """Return what the first number of a year looks like."""
    pattern, prefix = numbered_by(office)
    return pattern.format(prefix=prefix, year=year, serial=1)


def set_office(command: SetOffice, uow: UnitOfWork, *, at: datetime) -> OfficeRow:
    """Change the profile and the settings of an office; raises ValidationError for a bad one."""
    require(command.role, STEWARDS, "office")
    if not command.reason.strip():
        raise ReasonBlankError
    check_pattern(command.settings.get(NUMBER_PATTERN))
    row = office_of(uow)
    changes: dict[str, JsonValue] = {
        name: value for name, value in command.profile.items() if getattr(row, name) != value
    }
    settings = _settled(row.settings, command.settings)
    if settings != row.settings:
        changes[SETTINGS] = settings
    if not changes:
        raise NothingChangedError
    name = changes.get("name")
    if any(other.name == name for other in uow.offices.all()):
        raise OfficeExistsError(str(name))
    uow.offices.amend(changes, reason=command.reason.strip(), actor=command.actor, at=at)
    return office_of(uow)


def _settled(kept: Mapping[str, Any], said: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Return the settings with the changes, checked as a whole; nested ones are merged."""
    settled: dict[str, JsonValue] = dict(kept)
    for key, value in said.items():
        if value is None:
            settled.pop(key, None)
        elif isinstance(value, dict):
            settled[key] = _merged(key, kept, value)
        else:
            settled[key] = value
    checked = OfficeSettings.model_validate(
        {key: value for key, value in settled.items() if key in said or key in _KNOWN}
    )
    plain = checked.model_dump(mode="json", exclude_unset=True)
    return {key: plain.get(key, value) for key, value in settled.items()}


_KNOWN = frozenset(OfficeSettings.model_fields)


def _merged(key: str, kept: Mapping[str, Any], said: dict[str, JsonValue]) -> JsonValue:
    """Return a table of settings with some of its rows changed; an empty one is taken out."""
    standing = kept.get(key, OfficeSettings().model_dump(mode="json").get(key, {}))
    merged = {**standing, **said}
    return {name: value for name, value in merged.items() if value not in {"", None}}
