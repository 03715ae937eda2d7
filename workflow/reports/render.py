"""A report as others read it: JSON for programs, a page for people."""

import json
from datetime import UTC
from functools import partial
from typing import TypedDict

from jinja2 import Environment, PackageLoader, StrictUndefined

from workflow.clock import SHANGHAI
from workflow.i18n import Lang, chinese_date
from workflow.reports.annual import AnnualReport
from workflow.reports.cells import Cell, CellKey
from workflow.reports.findings import FindingShape, finding_shape
from workflow.reports.forms.shape import FormRow, FormTable

_HINTED = 10

_PAGES = Environment(
    loader=PackageLoader("workflow.reports"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


class SectionShape(TypedDict):
    """A section as JSON has it."""

    title: str
    text: str


class ReportShape(TypedDict):
    """A report as JSON has it; the format is fixed by contract."""

    office: str
    year: int
    format: str
    period: list[str]
    as_known_on: str | None
    frozen: str | None
    sections: list[SectionShape]
    tables: dict[str, dict[str, dict[str, int | str]]]
    notes: dict[str, list[str]]
    findings: list[FindingShape]


def shape_of(report: AnnualReport, lang: Lang = Lang.ZH) -> ReportShape:
    """Return the report as plain values, in the order of the form."""
    known_on = report.as_known_on
    return {
        "office": report.office.name,
        "year": report.year.number,
        "format": report.form.key,
        "period": [report.year.first_day.isoformat(), report.year.last_day.isoformat()],
        "as_known_on": None if known_on is None else known_on.astimezone(UTC).isoformat(),
        "frozen": None,
        "sections": [{"title": s.title, "text": s.text} for s in report.sections],
        "tables": {
            table.key: {row.label: _row_shape(report, table, row) for row in table.rows}
            for table in report.form.tables
        },
        "notes": {table: list(notes) for table, notes in report.notes.items() if notes},
        "findings": [finding_shape(finding, lang) for finding in report.findings],
    }


def to_json(report: AnnualReport, lang: Lang = Lang.ZH) -> str:
    """Return the report as JSON text, Chinese unescaped."""
    return json.dumps(shape_of(report, lang), ensure_ascii=False, indent=2) + "\n"


def to_html(report: AnnualReport) -> str:
    """Return the report as a page that stands alone: no script, no other file."""
    return _PAGES.get_template("report.html.jinja").render(
        report=report, cell_at=partial(_cell, report), hint=_hint, known_on=_known_on(report)
    )


def _known_on(report: AnnualReport) -> str:
    if report.as_known_on is None:
        return ""
    local = report.as_known_on.astimezone(SHANGHAI)
    return f"{chinese_date(local.date())}{local:%H:%M}"


def _row_shape(report: AnnualReport, table: FormTable, row: FormRow) -> dict[str, int | str]:
    values = {c.key: _cell(report, table, row, c.key).value for c in table.columns}
    return {"name": row.name, "unit": row.unit, **values}


def _cell(report: AnnualReport, table: FormTable, row: FormRow, column: str) -> Cell:
    return report.cells[CellKey(table.key, row.label, column)]


def _hint(cell: Cell) -> str:
    """Return what a figure counted, shortly: opening balance, then the first numbers."""
    parts = []
    if cell.opening_on is not None:
        parts.append(f"期初数{cell.opening}（截至{cell.opening_on.isoformat()}）")
    if cell.records:
        shown = "、".join(cell.numbers[:_HINTED])
        rest = f"等{len(cell.records)}项" if len(cell.records) > _HINTED else ""
        parts.append(shown + rest)
    return "；".join(parts)
