"""Whose report it is, and of which year: read from its title, else from its statistical period."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow.checking.pages import Grid, Page, Paragraph
from workflow.checking.printed import tidy

_YEAR = r"(?P<year>20\d\d|二[〇○零O][〇○零O一二三四五六七八九]{2})年度?"
_REPORT = r"(?:政府|政务)?信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?报告"
_OFFICE = r"(?P<office>[^\d，。：]{0,40}?)"
_TITLES = tuple(
    re.compile(pattern)
    for pattern in (rf"{_OFFICE}{_YEAR}{_REPORT}", rf"{_YEAR}{_OFFICE}{_REPORT}")
)
_PERIOD = re.compile(r"(20\d\d)年1月1日[^。]{0,6}?(?:至|到|—|-|~)[^。]{0,6}?12月31日")
_CHINESE_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_LONGEST_TITLE = 60
_LONGEST_OFFICE = 30
_FIRST_LINES = 40
_FIRST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Identity:
    """The office as its title names it, and the report year."""

    office: str = ""
    year: int | None = None


def year_of(digits: str) -> int:
    """Return a year printed in digits of either kind."""
    return int(digits.translate(_CHINESE_DIGITS))


def identity_of(page: Page) -> Identity:
    """Return whose report a page is: by its headings, its title, its first lines, its sheets."""
    paragraphs = [block for block in page.blocks if isinstance(block, Paragraph)]
    lines = [tidy(block.text) for block in paragraphs[:_FIRST_LINES]]
    headings = [tidy(block.text) for block in paragraphs if block.heading]
    for candidates in (headings, [tidy(page.title)], lines, list(_first_cells(page))):
        found = _titled(candidates)
        if found is not None:
            return found
    return Identity(year=_period_year(tidy(block.text) for block in paragraphs))


def _titled(lines: list[str]) -> Identity | None:
    """Return what the titles among some lines say; those that name the office first."""
    found = list(_titles(lines))
    return next((each for each in found if each.office), found[0] if found else None)


def _titles(lines: list[str]) -> Iterator[Identity]:
    for number, line in enumerate(lines):
        for pattern in _TITLES:
            found = pattern.match(line) if len(line) <= _LONGEST_TITLE else None
            if found is not None:
                office = found["office"] or _named_above(lines, number)
                yield Identity(office, year_of(found["year"]))
                break


def _named_above(lines: list[str], number: int) -> str:
    """Return the line above a title that begins with its year: there the office may stand."""
    above = lines[number - 1] if number else ""
    is_name = re.fullmatch(r"[^\d，。：]*(?:政府|局|委员会|办公室|办事处|委|厅|部|院)", above)
    return above if is_name and len(above) <= _LONGEST_OFFICE else ""


def _first_cells(page: Page) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Grid):
            for line in block.rows[:_FIRST_ROWS]:
                yield from (tidy(cell.text) for cell in line if cell.first)


def _period_year(lines: Iterable[str]) -> int | None:
    found = next((match for line in lines if (match := _PERIOD.search(line))), None)
    return int(found[1]) if found else None
