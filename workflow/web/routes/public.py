"""The public pages that are read: the guide, the catalogue, and the reports that were published."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, PlainTextResponse
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from workflow.bootstrap import Office
from workflow.documents.html import to_html
from workflow.documents.model import Document
from workflow.reports.document import document_of
from workflow.services.offices import office_of
from workflow.services.public_reports import for_everybody, published_report, published_reports
from workflow.services.registers.catalogue import CatalogueWanted, catalogue
from workflow.services.registers.errors import GuideIncompleteError
from workflow.services.registers.guide import guide
from workflow.services.report_files import report_file
from workflow.services.reporting import Shown
from workflow.web.desk import LangDep
from workflow.web.downloads import attached
from workflow.web.pages import plain_page
from workflow.web.visiting import Visit, VisitDep, open_offices

router = APIRouter(include_in_schema=False)

_KINDS: Final = ("pdf", "docx", "xlsx")
# Beginning of a path, and what the entry is called.
ENTRIES: Final = (
    ("", "首页"),
    ("/guide", "公开指南"),
    ("/catalogue", "公开目录"),
    ("/reports", "年度报告"),
    ("/apply", "网上申请"),
    ("/progress", "进度查询"),
)
_ROBOTS: Final = "User-agent: *\nAllow: /public\nDisallow: /\n"


def public_page(
    visit: Visit, name: str, shown: Mapping[str, object], *, here: str, status: int = 200
) -> HTMLResponse:
    """Return a public page of an office."""
    frame = {"visit": visit, "entries": ENTRIES, "here": here}
    return plain_page(name, visit.lang, {**frame, **shown}, status=status)


@router.get("/robots.txt")
def robots() -> PlainTextResponse:
    """Tell those who read for a search engine to keep to what is public."""
    return PlainTextResponse(_ROBOTS)


@router.get("/public")
def offices_page(
    lang: LangDep, offices: Annotated[tuple[Office, ...], Depends(open_offices)]
) -> HTMLResponse:
    """List the offices that have public pages."""
    return plain_page("public/offices.html.jinja", lang, {"offices": offices})


@router.get("/public/{office_id}")
def index_page(visit: VisitDep) -> HTMLResponse:
    """Show what there is, and where the office is reached."""
    with visit.office.read() as view:
        shown = {"profile": office_of(view)}
    return public_page(visit, "public/index.html.jinja", shown, here="")


@router.get("/public/{office_id}/guide")
def guide_page(visit: VisitDep) -> HTMLResponse:
    """Show the guide, or whom to ask while it is being written."""
    with visit.office.read() as view:
        profile = office_of(view)
        try:
            document = guide(view, visit.today, visit.lang)
        except GuideIncompleteError:
            shown = {"profile": profile}
            return public_page(visit, "public/no_guide.html.jinja", shown, here="/guide")
    return _document_page(visit, document, here="/guide")


@router.get("/public/{office_id}/catalogue")
def catalogue_page(visit: VisitDep) -> HTMLResponse:
    """Show the catalogue of what was published."""
    with visit.office.read() as view:
        document = catalogue(view, CatalogueWanted(), visit.today, visit.lang)
    return _document_page(visit, document, here="/catalogue")


@router.get("/public/{office_id}/reports")
def reports_page(visit: VisitDep) -> HTMLResponse:
    """List the annual reports that were published."""
    with visit.office.read() as view:
        shown = {"reports": published_reports(view), "kinds": _KINDS}
    return public_page(visit, "public/reports.html.jinja", shown, here="/reports")


@router.get("/public/{office_id}/reports/{year}")
def report_page(visit: VisitDep, year: int) -> HTMLResponse:
    """Show a published report as it was issued."""
    with visit.office.read() as view:
        report = published_report(view, year)
    if report is None:
        raise HTTPException(404)
    return _document_page(visit, document_of(report.printed), here="/reports")


@router.get("/public/{office_id}/reports/{year}/file.{kind}")
def report_download(visit: VisitDep, year: int, kind: str) -> Response:
    """Return a published report as a file."""
    with visit.office.read() as view:
        report = published_report(view, year)
    if report is None or kind not in _KINDS:
        raise HTTPException(404)
    content = _written(report.digest, report.content, kind)
    return attached(content, f"report-{year}.{kind}")


@lru_cache(maxsize=32)
def _written(digest: str, content: str, kind: str) -> bytes:
    """Return an issued report as a file, made once: it never changes, and making it takes long."""
    del digest
    return report_file(Shown(for_everybody(content)), Path(f"report.{kind}"))


def _document_page(visit: Visit, document: Document, *, here: str) -> HTMLResponse:
    shown = {
        "title": document.title,
        "document": Markup(to_html(document, fragment=True)),  # noqa: S704 - escaped as it is made
    }
    return public_page(visit, "public/document.html.jinja", shown, here=here)
