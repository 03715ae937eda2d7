"""Anyone's published report, uploaded and judged: what in it cannot be right."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.datastructures import UploadFile

from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport
from workflow.checking.reading import read_previous, read_report
from workflow.checking.summary import summary_of
from workflow.checking.unreadable import Trouble, UnreadableReportError, unreadable_sentence
from workflow.i18n import Text
from workflow.reports.findings import Finding, Severity
from workflow.web.desk import Desk, DeskDep
from workflow.web.fields import Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import page

router = APIRouter(include_in_schema=False)

_FIELDS: Final = (
    Field(
        "report",
        Text("要核对的报告", "The report"),
        Kind.FILE,
        required=True,
        help=Text(
            "网页（.html）、.docx、.xlsx，或者本系统写出的 .json。",
            "A page (.html), .docx, .xlsx, or the .json that this program writes.",
        ),
    ),
    Field(
        "previous",
        Text("上一年度的报告", "The report of the year before"),
        Kind.FILE,
        help=Text("用来核对结转和累计，可以不选。", "To check what is carried over; may be left."),
    ),
)
_STATUSES: Final = {
    Trouble.TOO_LARGE: 413,
    Trouble.UNKNOWN_KIND: 415,
    Trouble.OLD_KIND: 415,
    Trouble.PDF: 415,
}
_LONGEST_NAME = 60
_PIECE = 1024 * 1024


@router.get("/reports/check")
def check_form(desk: DeskDep) -> HTMLResponse:
    """Ask for a report."""
    return _page(desk, blank_form(_FIELDS))


@router.post("/reports/check")
def check(desk: DeskDep, sent: FormDep) -> HTMLResponse:
    """Show the findings on a report; nothing of it is kept."""
    form = read_form(_FIELDS, sent, desk.lang)
    if not form.is_good:
        return _page(desk, form, status=422)
    name = "report"
    with TemporaryDirectory() as folder:
        try:
            report = read_report(_kept(form["report"], Path(folder) / "report"))
            name = "previous"
            before = None
            if form["previous"] is not None:
                path = _kept(form["previous"], Path(folder) / "previous")
                before = read_previous(path, report)
        except UnreadableReportError as error:
            words = unreadable_sentence(error, desk.lang)
            status = _STATUSES.get(error.code, 422)
            return _page(desk, form.with_fault(name, words), status=status)
    return _page(desk, form, report=report, findings=check_report(report, before))


def _kept(upload: UploadFile, folder: Path) -> Path:
    """Keep an upload for as long as it is looked at, under its own name without any path."""
    folder.mkdir()
    said = (upload.filename or "").replace("\\", "/").rpartition("/")[2]
    name = "".join(sign for sign in said if sign.isprintable())[-_LONGEST_NAME:].strip(". ")
    path = folder / (name or "report")
    with path.open("wb") as file:
        while piece := upload.file.read(_PIECE):
            file.write(piece)
    return path


def _page(
    desk: Desk,
    form: Filled,
    *,
    report: PublishedReport | None = None,
    findings: tuple[Finding, ...] = (),
    status: int = 200,
) -> HTMLResponse:
    errors = sum(one.severity is Severity.ERROR for one in findings)
    shown = {
        "form": form,
        "summary": "" if report is None else summary_of(report, desk.lang),
        "findings": [
            (one.severity.value, one.rule, one.message(desk.lang), one.where) for one in findings
        ],
        "errors": errors,
        "warnings": len(findings) - errors,
    }
    return page(desk, "reports/check.html.jinja", shown, here="/reports", status=status)
