"""The working calendar: a year, and next year's notice with all that it moves."""

from collections.abc import Iterator
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from states.calendar.workdays import WorkCalendar
from states.steps import Role
from workflow.i18n import Text
from workflow.services.calendars import (
    HolidayFile,
    Shift,
    adds_nothing,
    changed_days,
    faults_of,
    file_of,
    load_notice,
    missing_years,
    notice_of,
    shifts,
)
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.fields import Filled, FormDep, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.views.calendar_year import moved_for, year_view
from workflow.web.views.notice_form import FIELDS, LONGEST_FILE, read_days
from workflow.wording.calendars import fault_line

router = APIRouter(include_in_schema=False)

HERE: Final = "/calendar"
LOADERS: Final = (Role.ADMINISTRATOR, Role.HEAD_OF_OFFICE)
_FIRST_YEAR, _LAST_YEAR = 2008, 2100
_NOTHING_NEW = Text(
    "现有日历与此一致，不必载入。", "The calendar has all of it already; there is nothing to load."
)


@router.get("/calendar")
def calendar_page(
    desk: DeskDep,
    year: Annotated[int | None, Query(ge=_FIRST_YEAR, le=_LAST_YEAR)] = None,
    done: Annotated[str, Query(max_length=10)] = "",
) -> HTMLResponse:
    """Show a year by months, with the notice that it rests on."""
    shown = {
        "view": year_view(year or desk.today.year, desk.office.calendar, desk.today, desk.lang),
        "missing": missing_years(desk.office.calendar, desk.today),
        "may_load": desk.role in LOADERS,
        "first": _FIRST_YEAR,
        "last": _LAST_YEAR,
        "done": done,
    }
    return page(desk, "calendar/year.html.jinja", shown, here=HERE)


@router.get("/calendar/load", dependencies=[only(*LOADERS)])
def load_page(desk: DeskDep) -> HTMLResponse:
    """Show where a notice is typed, or sent as a file."""
    return _load_page(desk, blank_form(FIELDS))


@router.post("/calendar/preview", dependencies=[only(*LOADERS)])
def preview_page(desk: DeskDep, sent: FormDep) -> HTMLResponse:
    """Show what a notice would move, before anything is kept."""
    read, form = read_days(read_form(FIELDS, sent, desk.lang), desk.lang)
    if read is None:
        return _load_page(desk, form, status=422)
    return _preview_page(desk, read, form["reference"], form)


@router.post("/calendar/load", dependencies=[only(*LOADERS)])
def post_notice(desk: DeskDep, sent: FormDep) -> Response:
    """Keep a notice, and reckon every office's requests anew, at one stroke."""
    content, reference = sent.text("content"), sent.text("reference")[:60]
    if len(content) > LONGEST_FILE:
        raise HTTPException(413)
    try:
        read = file_of(content.encode())
    except ValidationError as error:
        raise HTTPException(422) from error
    calendar = desk.office.calendar
    notice = notice_of(read, calendar, reference=reference)
    if adds_nothing(notice, calendar):
        return go_to(HERE, year=str(notice.year), done="same")
    if faults_of([notice]) and not sent.has("force"):
        return _preview_page(desk, read, reference, blank_form(FIELDS), status=422)
    installation = desk.office.installation
    with installation.work(alone=True) as uow:
        load_notice(notice, uow, calendar=installation.calendar, actor=desk.actor, at=desk.now)
    return go_to(HERE, year=str(notice.year), done="loaded")


def _preview_page(
    desk: Desk, read: HolidayFile, reference: str, form: Filled, *, status: int = 200
) -> HTMLResponse:
    old = desk.office.calendar
    notice = notice_of(read, old, reference=reference)
    if adds_nothing(notice, old):
        return _load_page(desk, form.with_fault("file", _NOTHING_NEW.say(desk.lang)), status=422)
    new = old.with_notices(notice)
    shown = {
        "year": notice.year,
        "reference": reference,
        "content": read.model_dump_json(by_alias=True),
        "days": changed_days(notice, old),
        "faults": [fault_line(year, fault, desk.lang) for year, fault in faults_of([notice])],
        "moved": moved_for(desk.office.name, _every_shift(desk, old, new)),
        "view": year_view(notice.year, new, desk.today, desk.lang),
    }
    return page(desk, "calendar/preview.html.jinja", shown, here=HERE, status=status)


def _every_shift(desk: Desk, old: WorkCalendar, new: WorkCalendar) -> Iterator[Shift]:
    for office in desk.office.installation.offices():
        with office.read() as view:
            yield from shifts(view, office.name, old, new)


def _load_page(desk: Desk, form: Filled, *, status: int = 200) -> HTMLResponse:
    return page(desk, "calendar/load.html.jinja", {"form": form}, here=HERE, status=status)
