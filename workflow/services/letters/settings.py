"""What an office sets for its letters: numbers, courts, contacts, and templates of its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from states.errors import MoveRefusedError, Refusal
from states.statute.remedies import DepartmentKind
from states.steps import Role
from workflow.letters.checking import Checked, check_template
from workflow.letters.errors import SettingInvalidError, SettingUnknownError
from workflow.letters.kinds import LetterKind
from workflow.letters.settings import (
    DEFAULT_NUMBERS,
    DEPARTMENT_KIND,
    KEY,
    NAMES,
    NUMBERS,
    WORDS,
    LetterSettings,
    checked_pattern,
)
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.letters.writing import own_office

# Who may set what every letter of the office will say.
SETTING = frozenset({Role.ADMINISTRATOR, Role.HEAD_OF_OFFICE})


def letter_settings(view: View) -> LetterSettings:
    """Return what the office has set for its letters."""
    return LetterSettings.of(own_office(view).settings)


def set_for_letters(
    changes: Mapping[str, str], uow: UnitOfWork, *, actor: str, role: Role, at: datetime
) -> LetterSettings:
    """Set something for all letters to come; a blank value takes a setting back.

    A family of letters is named as `numbers.reply`. Raises SettingUnknownError, and
    NumberPatternError for a series that would not make a number.
    """
    settings = letter_settings(uow)
    for name, value in changes.items():
        settings = _changed(settings, name, value.strip())
    return _keep(settings, uow, "设置文书", actor=actor, role=role, at=at)


def adopt_template(
    kind: LetterKind, source: str, uow: UnitOfWork, *, actor: str, role: Role, at: datetime
) -> Checked:
    """Use a template of the office's own for all letters to come, if it can serve.

    Raises a TemplateError where it cannot. Letters already issued keep theirs.
    """
    checked = check_template(kind, source)
    digest = uow.letters.keep_template(source)
    settings = letter_settings(uow)
    adopted = replace(settings, templates={**settings.templates, kind.value: digest})
    _keep(adopted, uow, f"采用模板：{kind.value}", actor=actor, role=role, at=at)
    return checked


def revert_template(
    kind: LetterKind, uow: UnitOfWork, *, actor: str, role: Role, at: datetime
) -> bool:
    """Use the built-in template again; False where it was in use already."""
    settings = letter_settings(uow)
    if kind.value not in settings.templates:
        return False
    rest = {name: kept for name, kept in settings.templates.items() if name != kind.value}
    reverted = replace(settings, templates=rest)
    _keep(reverted, uow, f"恢复内置模板：{kind.value}", actor=actor, role=role, at=at)
    return True


def _changed(settings: LetterSettings, name: str, value: str) -> LetterSettings:
    kept = settings.plain()
    group, _, family = name.partition(".")
    if name == DEPARTMENT_KIND:
        kept[name] = _department_kind(value)
    elif name in WORDS:
        kept[name] = value
    elif group == NUMBERS and family in DEFAULT_NUMBERS:
        numbers = {each.value: said for each, said in settings.numbers.items()}
        numbers[family] = checked_pattern(value) if value else ""
        kept[NUMBERS] = dict(numbers)
    else:
        raise SettingUnknownError(name, NAMES)
    return LetterSettings.of({KEY: kept})


def _department_kind(value: str) -> str:
    kinds = tuple(kind.value for kind in DepartmentKind)
    if value and value not in kinds:
        raise SettingInvalidError(DEPARTMENT_KIND, value, kinds)
    return value


def _keep(
    settings: LetterSettings, uow: UnitOfWork, reason: str, *, actor: str, role: Role, at: datetime
) -> LetterSettings:
    if role not in SETTING:
        raise MoveRefusedError("set_for_letters", (Refusal("role_may_not", None),))
    kept = own_office(uow).settings
    uow.offices.amend(
        {"settings": {**kept, KEY: settings.plain()}}, reason=reason, actor=actor, at=at
    )
    return settings
