"""Comparisons with the year before in the text: G1, G2."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from workflow.checking.prose.comparisons import Comparison, comparisons
from workflow.checking.prose.percentages import Percentage
from workflow.checking.prose.statements import Topic, topic_of
from workflow.checking.published import STATISTICS, PublishedReport
from workflow.checking.rules.rule import Checked, Fact, Fault
from workflow.checking.tables.statistics import YEAR
from workflow.i18n import Text
from workflow.reports.forms import form_2008
from workflow.reports.forms.labels import RECEIVED, REQUESTS, TOTAL
from workflow.reports.forms.labels_2014 import COLUMN

_RISE = Text("增长", "a rise of")
_FALL = Text("下降", "a fall of")
_SAME = Text("持平", "no change,")


@dataclass(frozen=True, slots=True)
class _Change:
    """A change in per cent as printed, and as the two counts make it."""

    comparison: Comparison
    before: int
    printed: Percentage

    @property
    def exact(self) -> Fraction:
        """By what part of itself the count changed; below 0 where it fell."""
        return Fraction(self.comparison.now.number - self.before, self.before)

    @property
    def is_right(self) -> bool:
        """Whether way and percentage are right, to the digits printed."""
        return self._goes_that_way and self.printed.rounds(abs(self.exact))

    @property
    def is_cut_off(self) -> bool:
        """Whether further digits were cut off."""
        return self._goes_that_way and self.printed.cuts_off(abs(self.exact))

    @property
    def _goes_that_way(self) -> bool:
        return not self.exact or (self.exact > 0) == self.comparison.is_rise

    def fault(self) -> Fault:
        """Return a fault of it, what is right beside what is printed."""
        right = self.printed.right(abs(self.exact))
        way = _RISE if self.exact > 0 else _FALL if self.exact else _SAME
        facts: dict[str, Fact] = {
            "way": _RISE if self.comparison.is_rise else _FALL,
            "right_way": way,
            "now": self.comparison.now.number,
            "before": self.before,
            "printed": f"{self.printed.printed}%",
            "right_p": f"{right}%",
        }
        where = self.comparison.sentence.where
        return Fault(where, float(self.printed.printed), float(right), facts)


def changes_are_right(checked: Checked) -> Iterator[Fault]:
    """G1: a rise or fall in per cent is that of the counts it is said of."""
    for change in _changes(checked):
        if not change.is_right and not change.is_cut_off:
            yield change.fault()


def changes_are_rounded(checked: Checked) -> Iterator[Fault]:
    """G2: a rise or fall in per cent is rounded, not cut off."""
    for change in _changes(checked):
        if change.is_cut_off:
            yield change.fault()


def changes_are_of_last_year(checked: Checked) -> Iterator[Fault]:
    """G3: what the text implies of last year's requests is what last year's report counted."""
    for sentence in checked.sentences:
        for comparison in comparisons(sentence):
            then, said = _last_year(comparison, checked), _said_before(comparison)
            if then is not None and said is not None and said != then:
                facts: dict[str, Fact] = {"sentence": sentence.quoted}
                yield Fault(sentence.where, said, then, facts)


def _changes(checked: Checked) -> Iterator[_Change]:
    """Yield the changes in per cent whose count of the year before is known, and not nothing."""
    for sentence in checked.sentences:
        for comparison in comparisons(sentence):
            before = _said_before(comparison)
            if before is None:
                before = _last_year(comparison, checked)
            if before and comparison.percentage is not None:
                yield _Change(comparison, before, comparison.percentage)


def _said_before(comparison: Comparison) -> int | None:
    """Return last year's count as the text itself implies it."""
    if comparison.before is not None:
        return comparison.before
    if comparison.by is None:
        return None
    before = comparison.now.number - comparison.by * (1 if comparison.is_rise else -1)
    return before if before >= 0 else None


def _last_year(comparison: Comparison, checked: Checked) -> int | None:
    """Return last year's count from its report, where the text plainly speaks of the table's."""
    if checked.previous is None or topic_of(comparison.now) not in _REQUESTS:
        return None
    now, then = _received(checked.report), _received(checked.previous)
    return None if then is None or comparison.now.number != now else int(then)


_REQUESTS = frozenset({Topic.RECEIVED, Topic.TAKEN_ON})


def _received(report: PublishedReport) -> float | None:
    """Return what was received in the year, in whichever form."""
    cells = ((REQUESTS, RECEIVED, TOTAL), (STATISTICS, form_2008.RECEIVED, YEAR))
    values = (report.value(*cell) for cell in (*cells, (STATISTICS, "17", COLUMN)))
    return next((value for value in values if value is not None), None)
