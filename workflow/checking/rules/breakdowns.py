"""Breakdowns in the text: A1, and the percentages printed beside their parts: P1 to P3."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workflow.checking.prose.breakdowns import Breakdown, Part, breakdowns
from workflow.checking.prose.percentages import Percentage
from workflow.checking.published import PublishedReport
from workflow.checking.rules.rule import Checked, Fact, Fault
from workflow.i18n import Text
from workflow.reports.forms.labels import CARRIED_IN, RECEIVED, REQUESTS, RESULTS_TOTAL, TOTAL

# What a share may call the whole before it without meaning another.
_THE_WHOLE_ITSELF = frozenset(
    {"总数", "总量", "申请总数", "申请总量", "全部申请", "全部", "其", "比"}
)


def parts_make_the_whole(checked: Checked) -> Iterator[Fault]:
    """A1: parts that exclude each other are no more than the whole, and all of them are it."""
    for breakdown in breakdowns(checked.sentences):
        judged = breakdown.judged()
        if judged is None:
            continue
        parts, must_be_whole = judged
        added, whole = sum(part.number for part in parts), breakdown.whole.number
        if added > whole or (must_be_whole and added != whole):
            facts: dict[str, Fact] = {
                "sentence": breakdown.sentence.quoted,
                "sum": "＋".join(str(part.number) for part in parts),
            }
            yield Fault(breakdown.sentence.where, whole, added, facts)


@dataclass(frozen=True, slots=True)
class _Share:
    """A percentage printed for a part, with what it is a share of."""

    breakdown: Breakdown
    part: Part
    printed: Percentage

    @property
    def exact(self) -> Fraction:
        """What it should be a rounding of."""
        return Fraction(self.part.number, self.breakdown.whole.number)

    def fault(self, **facts: Fact) -> Fault:
        """Return a fault of it, its right value beside the printed one."""
        right = self.printed.right(self.exact)
        said: dict[str, Fact] = {
            "part": self.part.label or "该项",
            "n": self.part.number,
            "whole": self.breakdown.whole.number,
            "printed": f"{self.printed.printed}%",
            "right_p": f"{right}%",
        }
        sentence = self.breakdown.sentence
        return Fault(sentence.where, float(self.printed.printed), float(right), said | facts)


def _wrong_shares(checked: Checked) -> Iterator[_Share]:
    """Yield the shares that are not their part of the whole, rounded."""
    for breakdown in breakdowns(checked.sentences):
        for part in breakdown.parts:
            printed = part.percentage
            if printed is None or printed.vague or not _is_of_whole(printed, breakdown):
                continue
            if not breakdown.whole.number:
                continue
            share = _Share(breakdown, part, printed)
            if not printed.rounds(share.exact):
                yield share


def _is_of_whole(printed: Percentage, breakdown: Breakdown) -> bool:
    """Whether a share is said to be of the whole before it, not of something else."""
    if not printed.of:
        return True
    return printed.of in _THE_WHOLE_ITSELF or printed.of in breakdown.whole.label


def shares_are_right(checked: Checked) -> Iterator[Fault]:
    """P1: a share is its part of the whole before it, or of no figure at all in the tables."""
    for share in _wrong_shares(checked):
        if not share.printed.cuts_off(share.exact) and _implied(share, checked.report) is None:
            yield share.fault()


def shares_are_of_the_whole_named(checked: Checked) -> Iterator[Fault]:
    """P2: a share is of the whole before it, not of another figure."""
    for share in _wrong_shares(checked):
        implied = _implied(share, checked.report)
        if implied is not None and not share.printed.cuts_off(share.exact):
            name, value = implied
            yield share.fault(other=name, other_n=value)


def shares_are_rounded(checked: Checked) -> Iterator[Fault]:
    """P3: a share is rounded, not cut off."""
    for share in _wrong_shares(checked):
        if share.printed.cuts_off(share.exact):
            yield share.fault()


def _implied(share: _Share, report: PublishedReport) -> tuple[Text, float] | None:
    """Return the figure of 表三 that the percentage is a share of, if there is one."""
    for name, rows in _DENOMINATORS:
        values = [report.value(REQUESTS, row, TOTAL) for row in rows]
        total = int(sum(filter(None, values)))
        if None in values or total < max(share.part.number, 1):
            continue
        if share.printed.rounds(Fraction(share.part.number, total)):
            return name, total
    return None


_DENOMINATORS: Sequence[tuple[Text, tuple[str, ...]]] = (
    (Text("本年新收", "received in the year"), (RECEIVED,)),
    (Text("本年新收加上年结转", "received and carried in"), (RECEIVED, CARRIED_IN)),
    (Text("本年度办理结果总计", "finished in the year"), (RESULTS_TOTAL,)),
)
