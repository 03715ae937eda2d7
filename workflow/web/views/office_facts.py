"""What an office says of itself and what it has set, as a list and as a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from states.terms import TERMS, label
from workflow.i18n import Lang, Text
from workflow.records.canonical import JsonValue
from workflow.records.office_settings import OfficeSettings
from workflow.records.tables.offices import OfficeRow
from workflow.services.offices import PROFILE
from workflow.services.reminder_rules import OFF
from workflow.services.reminder_rules import SETTING as REMINDERS
from workflow.web.fields import Choice, Field, Filled, Kind
from workflow.wording.offices import PROFILE as PROFILE_NAMES
from workflow.wording.offices import SETTINGS as SETTING_NAMES
from workflow.wording.reminders import when_words

CATEGORIES, RESULTS = "publication_categories", "dispute_results"
# What is set on a page of its own, or by several fields.
_APART: Final = frozenset({CATEGORIES, RESULTS, REMINDERS})
_LEVEL = "level"
_LONG: Final = frozenset({"reading_places", "guide_notes", "office_hours"})
_RESULT_OF = "result-"
_WHO = Text("机关情况", "The office")
_GUIDE = Text("公开指南的内容", "What the guide says")
_NUMBERS = Text("编号和公开目录", "Numbers and the catalogue")
_DISPUTES = Text("争议结果的归类", "What decisions in disputes count as")
_SECTIONS: Final = {"name": _WHO, "number_pattern": _NUMBERS, "disclosure_office": _GUIDE}
_CATEGORY_HELP = Text("一行一类：代码 名称，如 0500 财政资金类。", "One a line: code, then name.")
_NO_CATEGORY = Text(
    "第 {n} 行“{line}”缺少名称；写作 代码 名称。", "Line {n}, “{line}”, lacks its name."
)
_WRONG = Text("填写的内容不合要求。", "This is not as it must be.")
_FAULTS: Final = {
    "index_pattern": Text(
        "索引号格式须含 {year} 和 {serial}，可含 {office} 和 {category}。",
        "It has {year} and {serial}, and may have {office} and {category}.",
    ),
    "office_code": Text(
        "机构代码由 2 至 12 个大写字母或者数字组成。", "It has 2 to 12 capitals or digits."
    ),
    CATEGORIES: Text(
        "类别代码由 1 至 8 个数字或者大写字母组成。", "A code has 1 to 8 digits or capitals."
    ),
}
_SWITCHES: Final = frozenset(
    key for key, field in OfficeSettings.model_fields.items() if field.annotation is bool
)
_YES, _NO = Text("是", "yes"), Text("否", "no")
_UNUSED = Text("已停用", "off")
_REASON = Field("reason", Text("修改的理由", "Why it is changed"), required=True, longest=200)


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry of the profile or a setting, as it is read."""

    name: str
    lines: tuple[str, ...]
    is_usual: bool


def facts_of(row: OfficeRow, settings: OfficeSettings, lang: Lang) -> tuple[Fact, ...]:
    """Return everything that is known and set, with what is as usual marked."""
    known = [
        Fact(PROFILE_NAMES[key].say(lang), (_said(key, getattr(row, key), lang),), is_usual=False)
        for key in PROFILE
    ]
    plain = settings.model_dump(mode="json")
    return (
        *known,
        *(
            Fact(SETTING_NAMES[key].say(lang), _lines(key, value, lang), key not in row.settings)
            for key, value in plain.items()
        ),
    )


def office_fields(lang: Lang) -> tuple[Field, ...]:
    """Return the form of an office."""
    simple = tuple(
        _field(key, lang)
        for key in (*PROFILE, *OfficeSettings.model_fields)
        if key not in {RESULTS, REMINDERS}
    )
    results = tuple(
        Field(
            f"{_RESULT_OF}{decision}",
            Text(term.zh, term.en),
            Kind.CHOICE,
            choices=tuple(
                Choice(code, label(RESULTS, code, lang))
                for code in TERMS[RESULTS]
                if code != "pending"
            ),
            blank=Text("（按通常）", "(as usual)"),
            section=_DISPUTES if place == 0 else None,
        )
        for place, (decision, term) in enumerate(TERMS["dispute_decisions"].items())
    )
    return (*simple, *results, _REASON)


def office_values(row: OfficeRow, settings: OfficeSettings) -> dict[str, object]:
    """Return what stands in the form of an office."""
    plain = settings.model_dump(mode="json")
    values: dict[str, object] = {key: getattr(row, key) for key in PROFILE}
    values |= {key: value for key, value in plain.items() if isinstance(value, (str, bool))}
    values[CATEGORIES] = "\n".join(f"{code} {name}" for code, name in plain[CATEGORIES].items())
    return values | {f"{_RESULT_OF}{key}": value for key, value in plain[RESULTS].items()}


def meant_of(
    form: Filled, row: OfficeRow, settings: OfficeSettings, lang: Lang
) -> tuple[dict[str, str], dict[str, JsonValue], Filled]:
    """Return the entries and settings that a form changes, and the form with its faults."""
    held = office_values(row, settings)
    profile = {key: form[key] for key in PROFILE}
    changed: dict[str, JsonValue] = {
        key: form[key] if isinstance(form[key], bool) else form[key] or None
        for key in OfficeSettings.model_fields
        if key not in _APART and form[key] != held[key]
    }
    categories: dict[str, JsonValue] = {}
    for n, line in enumerate(form[CATEGORIES], start=1):
        code, _, name = line.partition(" ")
        if not name.strip():
            return {}, {}, form.with_fault(CATEGORIES, _NO_CATEGORY.say(lang, n=n, line=line))
        categories[code] = name.strip()
    standing: Mapping[str, str] = settings.publication_categories
    if categories != standing:
        changed[CATEGORIES] = {**dict.fromkeys(standing, ""), **categories}
    results: dict[str, JsonValue] = {
        key: form[f"{_RESULT_OF}{key}"]
        for key in TERMS["dispute_decisions"]
        if form[f"{_RESULT_OF}{key}"] != held.get(f"{_RESULT_OF}{key}", "")
    }
    if results:
        changed[RESULTS] = results
    return profile, changed, form


def field_at_fault(error: ValidationError) -> tuple[str, Text]:
    """Return the field of the form that a setting that was refused stands in, and what to say."""
    place = error.errors()[0]["loc"]
    field = str(place[0]) if place else ""
    return field, _FAULTS.get(field, _WRONG)


def _field(key: str, lang: Lang) -> Field:
    words = PROFILE_NAMES.get(key) or SETTING_NAMES[key]
    kind = Kind.TEXT
    choices: tuple[Choice, ...] = ()
    if key == _LEVEL:
        kind = Kind.CHOICE
        choices = tuple(Choice(c, label("office_levels", c, lang)) for c in TERMS["office_levels"])
    elif key == CATEGORIES:
        kind = Kind.LINES
    elif key in _LONG:
        kind = Kind.AREA
    elif key in _SWITCHES:
        kind = Kind.CHECK
    return Field(
        key,
        words,
        kind,
        required=key in {"name", _LEVEL},
        choices=choices,
        help=_CATEGORY_HELP if key == CATEGORIES else None,
        section=_SECTIONS.get(key),
    )


def _said(key: str, value: str, lang: Lang) -> str:
    return label("office_levels", value, lang) if key == _LEVEL and value else value


def _rule_line(rule: str, days: str | int, lang: Lang) -> str:
    said = _UNUSED.say(lang) if days == OFF else when_words(int(days), lang)
    return f"{rule} → {said}"


def _lines(key: str, value: Any, lang: Lang) -> tuple[str, ...]:  # noqa: ANN401 - a setting
    if key == CATEGORIES:
        return tuple(f"{code}　{name}" for code, name in value.items())
    if key == RESULTS:
        return tuple(
            f"{label('dispute_decisions', code, lang)} → {label(RESULTS, result, lang)}"
            for code, result in value.items()
        )
    if key == REMINDERS:
        return tuple(_rule_line(rule, days, lang) for rule, days in value.items())
    if key in _SWITCHES:
        return ((_YES if value else _NO).say(lang),)
    return (str(value),)
