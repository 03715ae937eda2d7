"""What an office sets for its letters: kept under `letters` among its settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from states.statute.remedies import DepartmentKind
from workflow.letters.errors import NumberPatternError
from workflow.letters.kinds import Family
from workflow.records.canonical import JsonValue

KEY = "letters"
NUMBERS = "numbers"
DEPARTMENT_KIND = "department_kind"
PREFIX = "{prefix}"
# 机关代字 by family; `prefix` is the office's own.
DEFAULT_NUMBERS = {
    Family.REPLY: "{prefix}公开复",
    Family.NOTICE: "{prefix}公开告",
    Family.CORRESPONDENCE: "{prefix}公开函",
}
_ORDINARY = DepartmentKind.ORDINARY
_NOT_IN_A_NUMBER = frozenset("〔〕[]【】{}（）()号第")


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """An office's settings for its letters; what is blank falls back on its profile.

    `authority` hears reconsideration, `superior_department` too where the law lets the applicant
    choose; `online_reconsideration` is the online way there. `templates` holds the digests of the
    templates that the office has adopted in place of the built-in ones.
    """

    contact_office: str = ""
    authority: str = ""
    superior_department: str = ""
    court: str = ""
    online_reconsideration: str = ""
    payment_way: str = ""
    lookup: str = ""
    department_kind: DepartmentKind = DepartmentKind.ORDINARY
    numbers: Mapping[Family, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Mapping[str, JsonValue]) -> "LetterSettings":
        """Return what the settings of an office say of letters."""
        said = settings.get(KEY)
        kept = said if isinstance(said, dict) else {}
        words = {name: str(kept[name]) for name in WORDS if kept.get(name)}
        return cls(
            **words,
            department_kind=DepartmentKind(
                str(kept.get(DEPARTMENT_KIND) or DepartmentKind.ORDINARY)
            ),
            numbers={Family(name): said for name, said in _texts(kept.get(NUMBERS))},
            templates=dict(_texts(kept.get("templates"))),
        )

    def plain(self) -> dict[str, JsonValue]:
        """Return the settings as they are kept."""
        kept: dict[str, JsonValue] = {
            name: getattr(self, name) for name in WORDS if getattr(self, name)
        }
        if self.department_kind is not DepartmentKind.ORDINARY:
            kept[DEPARTMENT_KIND] = self.department_kind.value
        if self.numbers:
            kept[NUMBERS] = {family.value: said for family, said in self.numbers.items()}
        if self.templates:
            kept["templates"] = dict(self.templates)
        return kept

    def series(self, family: Family, prefix: str) -> str:
        """Return the series (机关代字) that numbers a family of letters."""
        return self.numbers.get(family, DEFAULT_NUMBERS[family]).replace(PREFIX, prefix)


# The settings that are words, by name.
WORDS = (
    "contact_office",
    "authority",
    "superior_department",
    "court",
    "online_reconsideration",
    "payment_way",
    "lookup",
)
# Every setting by the name it is set by.
NAMES = (*WORDS, DEPARTMENT_KIND, *(f"{NUMBERS}.{family}" for family in DEFAULT_NUMBERS))


def checked_pattern(pattern: str) -> str:
    """Return a pattern for a series, or raise NumberPatternError.

    A series is words alone: the year, its brackets and the serial number are set by the program.
    """
    pattern = pattern.strip()
    rest = pattern.replace(PREFIX, "", 1)
    if not pattern or rest[-1:].isdigit() or not _NOT_IN_A_NUMBER.isdisjoint(rest):
        raise NumberPatternError(pattern)
    return pattern


def _texts(value: JsonValue) -> list[tuple[str, str]]:
    kept = value if isinstance(value, dict) else {}
    return [(name, str(said)) for name, said in kept.items() if said]
