"""A report as others read it: JSON for programs, a page for people."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypedDict

from jinja2 import Environment, PackageLoader, StrictUndefined

from workflow.documents.html import part_of_page
from workflow.documents.model import QrCode
from workflow.i18n import Lang
from workflow.reports import told
from workflow.reports.cells import Number
from workflow.reports.document import QR_CAPTION, charts_in
from workflow.reports.errata import Erratum, ErratumShape, erratum_shape
from workflow.reports.findings import FindingShape, finding_shape
from workflow.reports.forms.shape import Layout
from workflow.reports.grid import grid_of
from workflow.reports.identities.reckoning import plain
from workflow.reports.measures import Measures
from workflow.reports.printed import PrintedReport, PrintedRow, PrintedTable
from workflow.reports.rendering import Hints, Rendering
from workflow.reports.told import tables_in, website

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


class OverrideShape(TypedDict):
    """Who had a report with errors issued, and why, as JSON has it."""

    by: str
    reason: str


RowShape = dict[str, int | float | str]


class ReportShape(TypedDict):
    """A report as JSON has it; the format is fixed by contract."""

    office: str
    year: int
    format: str
    period: list[str]
    as_known_on: str | None
    frozen: str | None
    sections: list[SectionShape]
    tables: dict[str, dict[str, RowShape]]
    notes: dict[str, list[str]]
    findings: list[FindingShape]
    supplement: dict[str, RowShape]
    measures: dict[str, int | float | None]
    members: list[str]
    override: OverrideShape | None
    errata: list[ErratumShape]


def shape_of(
    report: PrintedReport, lang: Lang = Lang.ZH, errata: Sequence[Erratum] = ()
) -> ReportShape:
    """Return the report as plain values, in the order of the form."""
    override = report.override
    return {
        "office": report.office.name,
        "year": report.year,
        "format": report.form,
        "period": [f"{report.year}-01-01", f"{report.year}-12-31"],
        "as_known_on": _instant(report.as_known_on),
        "frozen": _instant(report.frozen_at),
        "sections": [{"title": s.title, "text": s.text} for s in report.sections],
        "tables": {table.key: _table_shape(table) for table in report.tables},
        "notes": {table.key: list(table.notes) for table in report.tables if table.notes},
        "findings": [finding_shape(finding, lang) for finding in report.findings],
        "supplement": {} if report.supplement is None else _table_shape(report.supplement),
        "measures": _measures_shape(report.measures),
        "members": list(report.members),
        "override": None if override is None else {"by": override.by, "reason": override.reason},
        "errata": [erratum_shape(erratum, lang) for erratum in errata],
    }


def to_json(report: PrintedReport, lang: Lang = Lang.ZH, errata: Sequence[Erratum] = ()) -> str:
    """Return the report as JSON text, Chinese unescaped."""
    return json.dumps(shape_of(report, lang, errata), ensure_ascii=False, indent=2) + "\n"


def to_html(
    report: PrintedReport, errata: Sequence[Erratum] = (), hints: Hints | None = None
) -> str:
    """Return the report as a page that stands alone: no script, no other file.

    `hints` say what a figure counted, where the page is for the desk.
    """
    charts = charts_in(report)
    address = website(report.office)
    return _PAGES.get_template("report.html.jinja").render(
        report=report,
        told=told,
        tables_of=lambda section: [(it, grid_of(it)) for it in tables_in(report, section)],
        figures_of=lambda section: [it.figure for it in charts.get(section.title, ())],
        code=QrCode(address, QR_CAPTION) if address else None,
        part_of_page=part_of_page,
        hints=hints or {},
        errata=errata,
    )


def json_file(it: Rendering) -> bytes:
    """Return the report as a file for programs."""
    return to_json(it.report, it.lang, it.errata).encode()


def html_file(it: Rendering) -> bytes:
    """Return the report as a page in a file."""
    return to_html(it.report, it.errata, it.hints).encode()


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat()


def _table_shape(table: PrintedTable) -> dict[str, RowShape]:
    found: dict[str, RowShape] = {}
    for row, column, figure in table.figures:
        shape = found.setdefault(row.key, _row_shape(table, row))
        shape[column.key] = plain(figure)
    return found


def _row_shape(table: PrintedTable, row: PrintedRow) -> RowShape:
    """Return what a row says beside its figures: in the forms since 2019, nothing."""
    if table.layout is not Layout.INDICATORS:
        return {}
    return {"name": row.name, "unit": row.unit}


def _measures_shape(measures: Measures) -> dict[str, int | float | None]:
    def told(value: Number | None) -> int | float | None:
        return None if value is None else plain(value)

    return {
        "answered": measures.answered,
        "on_time": measures.on_time,
        "on_time_rate": told(measures.on_time_rate),
        "median_days": told(measures.median_days),
        "longest_days": measures.longest_days,
        "fee_notices": measures.fee_notices,
        "fee_notified": told(measures.fee_notified),
        "fee_payments": measures.fee_payments,
        "fee_paid": told(measures.fee_paid),
    }
