"""What does not add up: a finding is a value, collected and shown, never raised."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.i18n import Lang, Text


class Severity(StrEnum):
    """How grave a finding is; an error is arithmetic, or a hole in what is printed."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that was broken, where, and by which records."""

    rule: str
    severity: Severity
    where: str
    text: Text
    left: int | None = None
    right: int | None = None
    records: tuple[str, ...] = ()

    def message(self, lang: Lang = Lang.ZH) -> str:
        """Return what is wrong, in words."""
        return self.text.say(lang)
