"""From the blocks of a page to a report: tables recognised, the rest of the text in sections."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from workflow.checking.identity import identity_of
from workflow.checking.pages import Block, Grid, Page, Paragraph
from workflow.checking.published import STATISTICS, PublishedReport, Section, Table
from workflow.checking.tables.disputes import DisputesReader
from workflow.checking.tables.proactive import ProactiveReader
from workflow.checking.tables.requests import RequestsReader
from workflow.checking.tables.statistics import StatisticsReader
from workflow.checking.unreadable import Trouble, UnreadableReportError
from workflow.reports.forms.labels import DISPUTES, OTHERWISE, PROACTIVE, REQUESTS

_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、[^。；]{2,40}")


def assemble(page: Page, path: Path) -> PublishedReport:
    """Return the report that a page prints."""
    tables = _TablesReader()
    paragraphs = list(tables.texts(page.blocks))
    if not tables.read:
        raise UnreadableReportError(Trouble.NO_TABLES, path)
    identity = identity_of(page)
    return PublishedReport(
        office=identity.office,
        year=identity.year,
        form=tables.form,
        tables=tables.read,
        sections=tuple(sections_of(paragraphs)),
    )


def sections_of(paragraphs: Iterable[str]) -> Iterator[Section]:
    """Yield the sections of a text; a short line numbered 一、 begins one."""
    title, lines = "", list[str]()
    for paragraph in paragraphs:
        if _HEADING.fullmatch(paragraph.strip()):
            if title or lines:
                yield Section(title, tuple(lines))
            title, lines = paragraph.strip(), []
        else:
            lines.append(paragraph)
    if title or lines:
        yield Section(title, tuple(lines))


class _TablesReader:
    def __init__(self) -> None:
        self.requests = RequestsReader()
        self.disputes = DisputesReader()
        self.proactive = ProactiveReader()
        self.statistics = StatisticsReader()

    def texts(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield the paragraphs, reading the official tables on the way; others are text too."""
        for block in blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif not self._take(block):
                yield from self.texts(block.inside or _cells(block))

    def _take(self, grid: Grid) -> bool:
        readers = (self.proactive, self.requests, self.disputes, self.statistics)
        # Every reader looks: a sheet may hold all the tables.
        return sum(reader.take(grid) for reader in readers) > 0

    @property
    def read(self) -> dict[str, Table]:
        """The tables found, by their keys."""
        tables: dict[str, Table] = {
            PROACTIVE: self.proactive.rows,
            REQUESTS: self.requests.rows,
            DISPUTES: self.disputes.rows,
            STATISTICS: self.statistics.rows,
        }
        return {key: table for key, table in tables.items() if table}

    @property
    def form(self) -> str:
        """The key of the form; where the tables are of two, the older one."""
        if not (self.requests.rows or self.proactive.rows or self.disputes.rows):
            return self.statistics.form
        is_old = OTHERWISE in self.requests.rows or self.proactive.form == "2019"
        return "2019" if is_old else "2021"


def _cells(grid: Grid) -> Iterator[Paragraph]:
    for line in grid.rows:
        for cell in line:
            if cell.first and cell.text.strip():
                yield Paragraph(cell.text)
