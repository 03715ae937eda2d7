"""The lines as a table: on the terminal, and as a page of the documentation."""

import platform
import sqlite3
import sys
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table

from tests.bench.lines import Line
from tests.bench.targets import unmeasured

UNKNOWN = "not measured"
HEADINGS = ("work", "ours", "beside", "judged", "must", "aim", "")
NOTES = "† as measured elsewhere, wrong dates included"
LEGEND = "★ the aim is reached, ✓ what it must, ✗ not even that, ? not measured yet"

_told = Console(stderr=True)

PREFACE = f"""# Performance

What `make bench` found: ours beside the floor (the least work that could do it) and beside what
others offer, timed in one run, in alternation, in random order. Each ratio is the median over the
rounds of what two contenders took in the same round: machines differ, and only ratios travel.
{LEGEND}; `·` an aim not reached where nothing is required.
{NOTES}.

This page is written by `make bench ARGS=--write`; `ARGS="--only scale --write"` measures one part
anew and leaves the rest as it was. Every row is of the last run that measured it.
"""


def told(sentence: str) -> None:
    """Say how the run goes, beside the table and not in it."""
    _told.print(sentence, highlight=False)


def shown_lines(lines: Iterable[Line], seconds: float) -> None:
    """Print the table."""
    table = Table(*HEADINGS, caption=f"{LEGEND}. {NOTES}. {seconds:.0f} s on {machine()}.")
    rows = [_cells(line) for line in lines]
    for row in (*rows, *_not_measured(row[0] for row in rows)):
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 150).print(table)


def as_markdown(lines: Iterable[Line], earlier: str = "") -> str:
    """Return the page; what it said before of other work, it goes on saying in the same place."""
    known: list[tuple[str, ...]] = [row for row in _rows_of(earlier) if row[3] != UNKNOWN]
    new = [_cells(line) for line in lines]
    for work in dict.fromkeys(row[0] for row in new):
        rows = [row for row in new if row[0] == work]
        places = [place for place, row in enumerate(known) if row[0] == work]
        known = [row for row in known if row[0] != work]
        first = places[0] if places else len(known)
        known[first:first] = rows
    unknown = _not_measured(row[0] for row in known)
    rows = [HEADINGS, ("---",) * len(HEADINGS), *known, *unknown]
    body = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"{PREFACE}\n{body}\n\nMeasured on {machine()}.\n"


def _rows_of(page: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table on a page."""
    for line in page.splitlines():
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        if len(cells) == len(HEADINGS) and cells[0] not in {HEADINGS[0], "---"}:
            yield cells


def _not_measured(measured: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for every target that none of these is about."""
    for promised in unmeasured(measured):
        yield promised.work, "", "", UNKNOWN, promised.must, promised.aim, "?"


def machine() -> str:
    """Return what the run was on, as far as it matters."""
    python = ".".join(map(str, sys.version_info[:3]))
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, Python {python}, SQLite {sqlite3.sqlite_version}"


def _cells(line: Line) -> tuple[str, ...]:
    must, aim = line.target.bound(line.target.must), line.target.bound(line.target.aim)
    return line.work, line.ours, line.beside, line.judged, must, aim, line.reached
