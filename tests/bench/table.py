"""The lines as a table: on the terminal, and as a page of the documentation."""

import platform
import sqlite3
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from tests.bench.lines import Line

HEADINGS = ("work", "ours", "beside", "judged", "must", "aim", "")
NOTES = "† as measured elsewhere, wrong dates included"
LEGEND = "★ the aim is reached, ✓ what it must, ✗ not even that"

_told = Console(stderr=True)

PREFACE = f"""# Performance

What `make bench` found: ours beside the floor (the least work that could do it) and beside what
others offer, timed in one run, in alternation, in random order. Each ratio is the median over the
rounds of what two contenders took in the same round: machines differ, and only ratios travel.
{LEGEND}; `·` an aim not reached where nothing is required.
{NOTES}.

This page is written by `make bench ARGS=--write`.
"""


def told(sentence: str) -> None:
    """Say how the run goes, beside the table and not in it."""
    _told.print(sentence, highlight=False)


def shown_lines(lines: Iterable[Line], seconds: float) -> None:
    """Print the table."""
    table = Table(*HEADINGS, caption=f"{LEGEND}. {NOTES}. {seconds:.0f} s on {machine()}.")
    for line in lines:
        table.add_row(*_cells(line))
    Console(width=None if sys.stdout.isatty() else 150).print(table)


def as_markdown(lines: Iterable[Line]) -> str:
    """Return the page."""
    rows = [HEADINGS, ("---",) * len(HEADINGS), *map(_cells, lines)]
    body = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"{PREFACE}\n{body}\n\nMeasured on {machine()}.\n"


def machine() -> str:
    """Return what the run was on, as far as it matters."""
    python = ".".join(map(str, sys.version_info[:3]))
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, Python {python}, SQLite {sqlite3.sqlite_version}"


def _cells(line: Line) -> tuple[str, ...]:
    must, aim = line.target.bound(line.target.must), line.target.bound(line.target.aim)
    return line.work, line.ours, line.beside, line.judged, must, aim, line.reached
