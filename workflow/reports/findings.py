"""What does not add up: a finding is a value, collected and shown, never raised."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

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
    left: int | float | None = None
    right: int | float | None = None
    records: tuple[str, ...] = ()

    def message(self, lang: Lang = Lang.ZH) -> str:
        """Return what is wrong, in words."""
        return self.text.say(lang)


class FindingShape(TypedDict):
    """A finding as JSON has it; the format is fixed by contract."""

    rule: str
    severity: str
    where: str
    message: str
    left: int | float | None
    right: int | float | None


def finding_shape(finding: Finding, lang: Lang = Lang.ZH) -> FindingShape:
    """Return a finding as plain values."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": finding.message(lang),
        "left": finding.left,
        "right": finding.right,
    }
