"""The year's end: the draft appears, figures are entered, the report is frozen and published."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from workflow.failures import sentences_of
from workflow.reports.findings import Severity
from workflow.services.entering import AmountsError, EnterFigure, enter_figures, enterable_figures
from workflow.services.errors import ServiceError
from workflow.services.freezing import (
    FreezeReport,
    PublishReport,
    freeze_report,
    publish_report,
    required_frozen,
)
from workflow.services.report_drafts import draft_report
from workflow.services.reporting import ReportWanted, frozen_in_force, report_year
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.fields import Filled, FormDep, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.routes.reports import HERE, YearPath
from workflow.web.views.report_issuing import (
    PUBLISH_FIELDS,
    fault_of,
    figure_fields,
    figure_name,
    freeze_fields,
)
from workflow.web.views.reports import ISSUING, finding_lines

router = APIRouter(include_in_schema=False, dependencies=[only(*ISSUING)])


@router.post("/reports/{year}/draft")
def draft(desk: DeskDep, year: YearPath) -> Response:
    """Let the draft of a year appear; a second time nothing more is written down."""
    with desk.office.work() as uow:
        draft_report(uow, year, actor=desk.actor, at=desk.now, calendar=desk.office.calendar)
    return go_to(f"{HERE}/{year}", done="drafted")


@router.get("/reports/{year}/freeze")
def freeze_form(desk: DeskDep, year: YearPath) -> HTMLResponse:
    """Show what would be frozen, and ask for the reasons that it takes."""
    with desk.office.read() as view:
        issued = frozen_in_force(view, year)
    return _freeze_page(desk, year, blank_form(freeze_fields(desk.role, issued, desk.lang)))


@router.post("/reports/{year}/freeze")
def freeze(desk: DeskDep, year: YearPath, sent: FormDep) -> Response:
    """Freeze the report of a year, or say beside the field why not."""
    with desk.office.read() as view:
        issued = frozen_in_force(view, year, roll_up=sent.has("roll_up"))
    form = read_form(freeze_fields(desk.role, issued, desk.lang), sent, desk.lang)
    if not form.is_good:
        return _freeze_page(desk, year, form, status=422)
    command = FreezeReport(
        year=year,
        actor=desk.actor,
        role=desk.role,
        form_key=form["form"] or None,
        roll_up=form["roll_up"],
        override_reason=form["override"],
        supersede_reason=sent.text("supersede"),
    )
    try:
        with desk.office.work() as uow:
            freeze_report(command, uow, at=desk.now, calendar=desk.office.calendar)
    except ServiceError as error:
        return _freeze_page(desk, year, _refused(form, error, desk), status=422)
    return go_to(f"{HERE}/{year}", done="frozen")


def _freeze_page(desk: Desk, year: int, form: Filled, *, status: int = 200) -> HTMLResponse:
    wanted = ReportWanted(
        year=year,
        form_key=str(form.typed["form"] or "") if "form" not in form.faults else None,
        roll_up=bool(form.typed["roll_up"]),
    )
    with desk.office.read() as view:
        report = report_year(view, wanted, at=desk.now, calendar=desk.office.calendar)
        issued = frozen_in_force(view, year, roll_up=wanted.roll_up)
        numbers = [number for one in report.findings for number in one.records]
        ids = view.requests.ids_of(numbers)
    shown = {
        "year": year,
        "form": form,
        "issued": issued,
        "is_over": year < desk.today.year,
        "errors": sum(one.severity is Severity.ERROR for one in report.findings),
        "findings": finding_lines(report.printed, ids, "", desk.lang),
    }
    return page(desk, "reports/freeze.html.jinja", shown, here=HERE, status=status)


def _refused(form: Filled, error: ServiceError, desk: Desk) -> Filled:
    """Return a form with what a service refused; what has no field of it is a page of its own."""
    fault = fault_of(error, desk.lang)
    if fault is None:
        raise error
    name, words = fault
    known = {one.name for one in form.fields}
    return form.with_fault(name if name in known else form.fields[0].name, words)


@router.get("/reports/{year}/publish")
def publish_form(desk: DeskDep, year: YearPath) -> HTMLResponse:
    """Ask where and on which day the frozen report was published."""
    return _publish_page(desk, year, blank_form(PUBLISH_FIELDS, on=desk.today))


@router.post("/reports/{year}/publish")
def publish(desk: DeskDep, year: YearPath, sent: FormDep) -> Response:
    """Register that the frozen report was published."""
    form = read_form(PUBLISH_FIELDS, sent, desk.lang)
    if not form.is_good:
        return _publish_page(desk, year, form, status=422)
    command = PublishReport(
        year=year,
        on=form["on"],
        actor=desk.actor,
        role=desk.role,
        url=form["url"],
        roll_up=form["roll_up"],
    )
    try:
        with desk.office.work() as uow:
            publish_report(command, uow, at=desk.now)
    except ServiceError as error:
        return _publish_page(desk, year, _refused(form, error, desk), status=422)
    return go_to(f"{HERE}/{year}", done="published")


def _publish_page(desk: Desk, year: int, form: Filled, *, status: int = 200) -> HTMLResponse:
    with desk.office.read() as view:
        issued = required_frozen(view, year, roll_up=bool(form.typed["roll_up"]))
    shown = {"year": year, "form": form, "issued": issued}
    return page(desk, "reports/publish.html.jinja", shown, here=HERE, status=status)


@router.get("/reports/{year}/figures")
def figures_form(desk: DeskDep, year: YearPath, done: str = "") -> HTMLResponse:
    """Show the figures that only people can know, with what was entered."""
    with desk.office.read() as view:
        figures = enterable_figures(view, year)
    return _figures_page(desk, year, blank_form(figure_fields(figures)), done=done)


@router.post("/reports/{year}/figures")
def figures(desk: DeskDep, year: YearPath, sent: FormDep) -> Response:
    """Keep every figure that was filled in, or none where one is wrong."""
    with desk.office.read() as view:
        known = enterable_figures(view, year)
    form = read_form(figure_fields(known), sent, desk.lang)
    typed = {one.key: sent.text(figure_name(one)) for one in known}
    commands = [
        EnterFigure(
            year=year,
            table=one.key.table,
            row=one.key.row,
            column=one.key.column,
            amount=typed[one.key],
            actor=desk.actor,
            reason=sent.text("reason"),
        )
        for one in known
        if typed[one.key] not in {"", one.amount}
    ]
    if form.is_good:
        try:
            with desk.office.work() as uow:
                enter_figures(commands, uow, at=desk.now)
        except AmountsError as error:
            for key, fault in error.faults.items():
                said = " ".join(sentences_of(fault, desk.lang) or ())
                form = form.with_fault(f"figure.{key}", said)
        else:
            return go_to(f"{HERE}/{year}/figures", done="1")
    return _figures_page(desk, year, form, status=422)


def _figures_page(
    desk: Desk, year: int, form: Filled, *, status: int = 200, done: str = ""
) -> HTMLResponse:
    shown = {"year": year, "form": form, "done": bool(done)}
    return page(desk, "reports/figures.html.jinja", shown, here=HERE, status=status)
