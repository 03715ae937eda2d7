"""Comparisons with the year before in the text: by how many, by what percentage, from what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from workflow.checking.prose.percentages import Percentage
from workflow.checking.prose.sentences import Count, Sentence, count_of

_THEN = r"(?:同比|(?:较|比|与)(?:上一?年度?|去年|前一年)(?:同期)?(?:相比|的)?|与?上年度?同期?相比)"
_UP = r"增加|增长|上升|提高|多"
_DOWN = r"减少|下降|降低|少"
_WAY = rf"(?P<way>{_UP}|{_DOWN})了?"
_PERCENT = r"(?P<p>\d{1,4}(?:\.\d{1,6})?)%"
_UNIT = r"(?:件次|条次|人次|件|条|宗|起|例|份|篇|项|个|次|人)"

_BY_MANY = re.compile(rf"{_THEN}{_WAY}(?P<n>\d{{1,12}}){_UNIT}")
_BY_PERCENT = re.compile(rf"{_THEN}{_WAY}{_PERCENT}")
_FROM = re.compile(rf"{_THEN}(?P<from>\d{{1,12}}){_UNIT}{_WAY}{_PERCENT}")
_RATE = re.compile(
    rf"(?:同比)?(?:增幅|降幅|增长率|增长幅度|升幅|增长|上升|增加|下降|减少|降低)(?:率|幅度)?"
    rf"(?:为|达|达到)?{_PERCENT}"
)
_IS_UP = re.compile(_UP)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A count and what is said of it beside the year before; what is not said is None."""

    sentence: Sentence
    now: Count
    is_rise: bool
    by: int | None = None
    percentage: Percentage | None = None
    before: int | None = None


def comparisons(sentence: Sentence) -> Iterator[Comparison]:
    """Yield the comparisons that stand right behind the count they are about."""
    clauses = sentence.clauses
    for place in range(len(clauses) - 1):
        now = count_of(clauses[place])
        if now is not None and not now.rest:
            rate = clauses[place + 2] if place + 2 < len(clauses) else ""
            yield from _comparison(sentence, now, clauses[place + 1], rate)


def _comparison(sentence: Sentence, now: Count, said: str, rate: str) -> Iterator[Comparison]:
    if found := _FROM.fullmatch(said):
        before, share = int(found["from"]), Percentage(Decimal(found["p"]))
        yield Comparison(sentence, now, _is_rise(found), None, share, before)
    elif found := _BY_PERCENT.fullmatch(said):
        share = Percentage(Decimal(found["p"]))
        yield Comparison(sentence, now, _is_rise(found), None, share)
    elif found := _BY_MANY.fullmatch(said):
        rated = _RATE.fullmatch(rate)
        share_or_none = Percentage(Decimal(rated["p"])) if rated else None
        yield Comparison(sentence, now, _is_rise(found), int(found["n"]), share_or_none)


def _is_rise(found: re.Match[str]) -> bool:
    return _IS_UP.fullmatch(found["way"]) is not None
