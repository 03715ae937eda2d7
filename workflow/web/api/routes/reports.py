"""Annual reports: the years, figures, what each counts, what does not add up, what was frozen."""

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi import Path as InPath

from workflow.clock import read_instant
from workflow.i18n import Text
from workflow.reports.errata import erratum_shape
from workflow.reports.findings import Finding
from workflow.reports.printed import PrintedTable
from workflow.services.report_drafts import report_years
from workflow.services.report_files import REPORT_WRITERS, report_file
from workflow.services.reporting import Opened, ReportWanted, Shown, open_figure, show_report
from workflow.web.api.answers import FILE, file_answers
from workflow.web.api.calling import CallerDep
from workflow.web.api.models.problems import Fault
from workflow.web.api.models.reports import (
    CellAsked,
    CellShown,
    FigureShown,
    FileAsked,
    Findings,
    FindingShown,
    FrozenReports,
    FrozenShown,
    HeadShown,
    RecordShown,
    ReportAsked,
    ReportShown,
    TableShown,
    Years,
    YearShown,
)
from workflow.web.api.paging import last_id
from workflow.web.api.refusing import FieldsRefusedError
from workflow.web.desk import Desk
from workflow.web.downloads import attached
from workflow.web.views.reports import FIRST_YEAR, LAST_YEAR

router = APIRouter(tags=["reports"])
YearPath = Annotated[int, InPath(ge=FIRST_YEAR, le=LAST_YEAR, description="年度。 Year.")]


def _place(example: str) -> Any:  # noqa: ANN401 - what FastAPI takes
    return InPath(
        min_length=1,
        max_length=60,
        pattern=r"^[^\x00-\x1f/]+$",
        description="代号。 Its key.",
        examples=[example],
    )


_NO_INSTANT = Text(
    "“{words}”不是时刻；写作 2018-03-10 或 2018-03-10T09:30。",
    "“{words}” is no instant; write 2018-03-10 or 2018-03-10T09:30.",
)


@router.get("/reports", summary="各年度 Years")
def years(desk: CallerDep) -> Years:
    """List the years, and how far the report of each has come."""
    also = (desk.today.year, desk.today.year - 1)
    with desk.office.read() as view:
        found = report_years(view, desk.office.calendar, also)
    return Years(
        items=[
            YearShown(
                year=one.year,
                due=one.due.due,
                drafted_on=None if one.draft is None else one.draft.drafted_on,
                frozen_at=None if one.frozen is None else one.frozen.frozen_at,
                published_on=None if one.published is None else one.published.published_on,
                url=None if one.published is None else one.published.url,
            )
            for one in found
        ]
    )


@router.get("/reports/{year}", responses=FILE, summary="一个年度的报告 The report of a year")
def report(desk: CallerDep, year: YearPath, asked: Annotated[ReportAsked, Query()]) -> ReportShown:
    """Show the report of a year: as it was issued where it is frozen, else as it counts now."""
    found = _report(desk, year, asked)
    printed = found.printed
    return ReportShown(
        year=printed.year,
        form=printed.form,
        title=printed.title,
        members=list(printed.members),
        as_known_on=printed.as_known_on,
        frozen_at=printed.frozen_at,
        published_on=None if found.published is None else found.published.published_on,
        tables=[_table(one) for one in printed.tables],
        findings=[_finding(one, desk) for one in printed.findings],
        errata=[dict(erratum_shape(one, desk.lang)) for one in found.errata],
    )


@router.get("/reports/{year}/findings", responses=FILE, summary="问题 What does not add up")
def findings(desk: CallerDep, year: YearPath, asked: Annotated[ReportAsked, Query()]) -> Findings:
    """List what does not add up in the report of a year, each with the requests it names."""
    printed = _report(desk, year, asked).printed
    return Findings(items=[_finding(one, desk) for one in printed.findings])


@router.get("/reports/{year}/frozen", summary="封存 Frozen reports")
def frozen(desk: CallerDep, year: YearPath) -> FrozenReports:
    """List the reports of a year that were frozen; the last is in force."""
    with desk.office.read() as view:
        rows = view.frozen_reports.every(year)
    return FrozenReports(items=[FrozenShown.model_validate(row) for row in rows])


@router.get(
    "/reports/{year}/file",
    responses=FILE | file_answers(*REPORT_WRITERS),
    response_class=Response,
    summary="报告的文件 The report as a file",
)
def file(desk: CallerDep, year: YearPath, asked: Annotated[FileAsked, Query()]) -> Response:
    """Give the report as HTML, Word, PDF, a workbook or JSON."""
    found = _report(desk, year, asked)
    name = Path(f"report-{year}.{asked.format}")
    return attached(report_file(found, name, desk.lang), str(name))


@router.get(
    "/reports/{year}/cells/{table}/{row}/{column}",
    responses=FILE,
    summary="一个数字背后的记录 What a figure counts",
)
def cell(
    desk: CallerDep,
    year: YearPath,
    table: Annotated[str, _place("requests")],
    row: Annotated[str, _place("R1")],
    column: Annotated[str, _place("total")],
    asked: Annotated[CellAsked, Query()],
) -> CellShown:
    """Show a figure with the records that it counted, and what was brought forward."""
    first = last_id(asked.after) or 0
    last = min(first + asked.limit, 2**31 - 2)
    with desk.office.read() as view:
        opened = open_figure(
            view,
            _wanted(desk, year, asked),
            (table, row, column),
            at=desk.now,
            calendar=desk.office.calendar,
            limit=last + 1,
        )
    return CellShown(
        table=opened.key.table,
        row=HeadShown(key=opened.key.row, label=opened.row),
        column=HeadShown(key=opened.key.column, label=opened.column),
        value=opened.value,
        opening=opened.opening,
        is_frozen=opened.is_frozen,
        items=_records(opened, desk, first, last),
        next=str(last) if len(opened.records) > last else None,
    )


def _records(opened: Opened, desk: Desk, first: int, last: int) -> list[RecordShown]:
    own = desk.office.id
    return [
        RecordShown(
            register_name=one.register,
            id=one.id if one.office == own else None,
            number=str(one.number),
            on=one.on,
            title=one.title if one.office == own else "",
            kind=one.kind,
        )
        for one in opened.records[first:last]
    ]


def _wanted(desk: Desk, year: int, asked: ReportAsked) -> ReportWanted:
    try:
        instant = read_instant(asked.known) if asked.known else None
    except (ValueError, OverflowError) as error:
        words = _NO_INSTANT.say(desk.lang, words=asked.known)
        fault = Fault(field="known", detail=words, value=asked.known)
        raise FieldsRefusedError((fault,)) from error
    return ReportWanted(year=year, form_key=asked.form, as_known_on=instant, roll_up=asked.roll_up)


def _report(desk: Desk, year: int, asked: ReportAsked) -> Shown:
    wanted = _wanted(desk, year, asked)
    with desk.office.read() as view:
        return show_report(view, wanted, at=desk.now, calendar=desk.office.calendar)


def _table(one: PrintedTable) -> TableShown:
    rows = {row.key: row.label for block in one.blocks for row in block.rows}
    columns = {each.key: each.heading for block in one.blocks for each in block.columns}
    return TableShown(
        key=one.key,
        caption=one.caption,
        rows=[HeadShown(key=key, label=label) for key, label in rows.items()],
        columns=[HeadShown(key=key, label=label) for key, label in columns.items()],
        figures=[
            FigureShown(row=row.key, column=column.key, value=value)
            for row, column, value in one.figures
        ],
        notes=list(one.notes),
    )


def _finding(one: Finding, desk: Desk) -> FindingShown:
    return FindingShown(
        rule=one.rule,
        severity=one.severity,
        where=one.where,
        message=one.message(desk.lang),
        records=list(one.records),
    )
