"""Dates that do not fit the report year: D1 to D3."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workflow.checking.identity import year_of
from workflow.checking.printed import tidy
from workflow.checking.published import PublishedReport
from workflow.checking.rules.rule import Checked, Fact, Fault
from workflow.i18n import Text

_DAY = r"(20\d\d)年(\d{1,2})月(\d{1,2})日"
_PERIOD = re.compile(
    rf"(?:统计[期时]限|数据|统计时间|统计期间)[^。，；]{{0,20}}?{_DAY}起?(?:至|到|—+|-+|~+|～)"
    r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日"
)
_ANNOUNCED = re.compile(
    r"(?:现将|现公布|现就|现向社会公布|特向社会公[布开])[^。，；]{0,40}?(20\d\d)年度?"
    r"[^。，；\d]{0,20}?信息公开[^。，；]{0,12}?(?:报告|情况)"
)
_FIRST_YEAR = 2008  # the Regulations began on 1 May of it
_FIRST_AND_LAST = ((1, 1), (12, 31))
_CHINESE_DAY = (
    r"(二[〇○零][〇○零一二三四五六七八九]{2})年"
    r"([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_SIGNED = re.compile(rf"[（(]?(?P<name>[^\d，。：；]{{0,30}}?)(?:{_DAY}|{_CHINESE_DAY})[）)]?")
_NO_SIGNATURE = re.compile("时间|日期|发布|来源|更新|截止|截至|起|印发|浏览|打印")
_NAME = re.compile("(?:政府|局|委员会|办公室|办事处|委|厅|部|院)$")
_NEAR_AN_END = 15
_LABEL = 6  # what names a day stands at the end of the line or cell before it


def period_is_the_year(checked: Checked) -> Iterator[Fault]:
    """D1: the figures are those of 1 January to 31 December of the report year."""
    report = checked.report
    if report.year is None or report.year == _FIRST_YEAR:
        return
    whole = (date(report.year, 1, 1), date(report.year, 12, 31))
    if report.period is not None and report.period != whole:
        first, last = report.period
        yield Fault("period", facts=_period_facts(f"{first}—{last}", report.year))
    for sentence in checked.sentences:
        found = _PERIOD.search(sentence.text)
        if found is not None and not _is_whole(found, report.year):
            yield Fault(sentence.where, facts=_period_facts(found[0], report.year))


def _period_facts(printed: str, year: int) -> dict[str, Fact]:
    return {"printed": printed, "year": year}


def _is_whole(found: re.Match[str], year: int) -> bool:
    first = tuple(map(int, found.group(2, 3)))
    last = tuple(map(int, found.group(5, 6)))
    years = {int(found[1]), int(found[4] or found[1])}
    return years == {year} and (first, last) == _FIRST_AND_LAST


def year_is_the_title_s(checked: Checked) -> Iterator[Fault]:
    """D2: the text announces the report of the year that its title names."""
    report = checked.report
    for sentence in checked.sentences:
        found = _ANNOUNCED.search(sentence.text)
        if found is not None and report.year not in {None, int(found[1])}:
            facts: dict[str, Fact] = {"sentence": sentence.quoted, "year": report.year or 0}
            yield Fault(sentence.where, int(found[1]), report.year, facts)


def signed_after_the_year(checked: Checked) -> Iterator[Fault]:
    """D3: a report is signed after its year, and within the next."""
    report = checked.report
    if report.year is None:
        return
    for signature in _signatures(report):
        early = signature.day < date(report.year, 12, 31)
        late = signature.day > date(report.year + 1, 12, 31) and signature.has_name
        if early or late:
            day = signature.day
            facts: dict[str, Fact] = {
                "day": Text(f"{day.year}年{day.month}月{day.day}日", day.isoformat()),
                "year": report.year,
                "how": _EARLY if early else _LATE,
            }
            yield Fault(signature.where, facts=facts)


_EARLY = Text("当时年度还没有结束", "when the year had not ended")
_LATE = Text("已经过了下一年度", "when the next year was over")


@dataclass(frozen=True, slots=True)
class _Signature:
    """A day that stands alone; with a name before or above it, not just the day of a web page."""

    where: str
    day: date
    has_name: bool


def _signatures(report: PublishedReport) -> Iterator[_Signature]:
    """Yield the days that stand alone, or after a name, near the beginning or the end."""
    lines = [(s.title, tidy(line)) for s in report.sections for line in s.paragraphs]
    for number, (title, line) in enumerate(lines):
        found = _SIGNED.fullmatch(line)
        is_near = min(number, len(lines) - 1 - number) < _NEAR_AN_END
        above = lines[number - 1][1] if number else ""
        is_dated_otherwise = _NO_SIGNATURE.search(above[-_LABEL:] + line) is not None
        day = _date(found) if found and is_near and not is_dated_otherwise else None
        if found is not None and day is not None:
            has_name = bool(found["name"]) or _NAME.search(above) is not None
            yield _Signature(f"sections.{title}" if title else "sections", day, has_name)


def _date(found: re.Match[str]) -> date | None:
    numbers = [part for part in found.groups()[1:] if part is not None]
    year, month, day = (_number(part) for part in numbers)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    if "十" not in digits:
        return year_of(digits)
    tens, _, ones = digits.partition("十")
    return (year_of(tens) if tens else 1) * 10 + (year_of(ones) if ones else 0)
