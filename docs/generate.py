"""Write the reference pages that the code itself can tell: `make docs`.

A stale page fails `tests/docs/test_generated_pages.py`.
"""
# ruff: noqa: INP001 - the first of the docs, not a package of the program

from collections.abc import Callable
from pathlib import Path

from docs.tables.api import api_page
from docs.tables.chart import chart_page
from docs.tables.checks import report_checks_page
from docs.tables.cli import cli_page
from docs.tables.decisions import decisions_page
from docs.tables.forms import report_forms_page
from docs.tables.law import fees_page, outcomes_page, periods_page, practice_page
from docs.tables.letters import letters_page
from docs.tables.office import glossary_page, notices_page, reminders_page
from docs.tables.remedies import remedies_page

DOCS = Path(__file__).parent

PAGES: dict[str, Callable[[], str]] = {
    "glossary.md": glossary_page,
    "reference/api.md": api_page,
    "reference/cli.md": cli_page,
    "reference/decisions.md": decisions_page,
    "reference/fees.md": fees_page,
    "reference/holiday-notices.md": notices_page,
    "reference/letters.md": letters_page,
    "reference/outcomes.md": outcomes_page,
    "reference/periods.md": periods_page,
    "reference/practice.md": practice_page,
    "reference/remedies.md": remedies_page,
    "reference/reminders.md": reminders_page,
    "reference/report-checks.md": report_checks_page,
    "reference/report-forms.md": report_forms_page,
    "reference/state-chart.md": chart_page,
}


def pages() -> dict[str, str]:
    """Return the text of every generated page by its path under `docs`."""
    return {path: written() for path, written in PAGES.items()}


def main() -> None:
    """Write every generated page where it belongs."""
    for path, text in pages().items():
        (DOCS / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
