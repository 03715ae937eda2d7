"""What a rule is: what must hold, how to find where it does not, and the words for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from workflow.checking.printed import shown
from workflow.checking.prose.sentences import Sentence, sentences_of
from workflow.checking.published import PublishedReport
from workflow.i18n import Lang, Text
from workflow.reports.findings import Finding, Severity

Fact = str | float | Text


@dataclass(frozen=True, slots=True)
class Checked:
    """A report under the rules, with the one of the year before where it was given."""

    report: PublishedReport
    previous: PublishedReport | None = None
    sentences: tuple[Sentence, ...] = ()

    @classmethod
    def of(cls, report: PublishedReport, previous: PublishedReport | None = None) -> "Checked":
        """Return a report with its text cut into sentences."""
        return cls(report, previous, tuple(sentences_of(report.sections)))


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a rule does not hold: the cell or section, both sides, what to say of it."""

    where: str
    left: float | None = None
    right: float | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """A case of a rule; without a source it was made up."""

    text: Text
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code and gravity, what must hold, the sentence of a finding, and an example."""

    code: str
    severity: Severity
    find: Callable[[Checked], Iterable[Fault]]
    holds: Text
    says: Text
    example: Example

    def findings(self, checked: Checked) -> Iterable[Finding]:
        """Yield a finding for every place where the rule does not hold."""
        for fault in self.find(checked):
            words = Text(
                self.says.zh.format(**_said(fault, Lang.ZH)),
                self.says.en.format(**_said(fault, Lang.EN)),
            )
            yield Finding(self.code, self.severity, fault.where, words, fault.left, fault.right)


def _said(fault: Fault, lang: Lang) -> dict[str, str]:
    facts = {name: _words(fact, lang) for name, fact in fault.facts.items()}
    sides = {"left": fault.left, "right": fault.right}
    return {name: shown(side) for name, side in sides.items() if side is not None} | facts


def _words(fact: Fact, lang: Lang) -> str:
    if isinstance(fact, Text):
        return fact.say(lang)
    return fact if isinstance(fact, str) else shown(fact)
