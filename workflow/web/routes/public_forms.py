"""The public pages that are written to: applying online, and looking up how far it has come."""

import secrets

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from workflow.failures import sentences_of
from workflow.i18n import Text
from workflow.services.errors import TooManyTriesError
from workflow.services.offices import office_of
from workflow.services.public_desk import apply_online, count_look_up, progress_of
from workflow.web.fields import Filled, FormDep, blank_form, read_form
from workflow.web.routes.public import public_page
from workflow.web.views.public import (
    LOOK_UP,
    TRAP,
    application_fields,
    asked_for,
)
from workflow.web.visiting import Visit, VisitDep
from workflow.wording.public import STANDS

router = APIRouter(include_in_schema=False)

_UNKNOWN = Text(
    "没有查到：登记编号或者查询码不对，请照回执核对后再查。",
    "Not found: the number or the code is wrong. Check both against the receipt.",
)


@router.get("/public/{office_id}/apply")
def apply_page(visit: VisitDep) -> HTMLResponse:
    """Show the form by which anybody applies."""
    form = blank_form(application_fields(visit.lang), key=secrets.token_urlsafe(12))
    return _apply_page(visit, form)


@router.post("/public/{office_id}/apply")
def post_apply(visit: VisitDep, sent: FormDep) -> HTMLResponse:
    """Register an application, and show its number and its code: they stand in no address."""
    form = read_form(application_fields(visit.lang), sent, visit.lang)
    if sent.text(TRAP):
        return _apply_page(visit, form, is_trapped=True, status=422)
    form, asked = asked_for(form, visit.today, visit.office.practice, visit.lang)
    if asked is None:
        return _apply_page(visit, form, status=422)
    try:
        with visit.office.work() as uow:
            applied = apply_online(
                asked,
                uow,
                key=form["key"],
                address=visit.address,
                at=visit.now,
                calendar=visit.office.calendar,
            )
            profile = office_of(uow)
    except TooManyTriesError as error:
        return _apply_page(visit, form, refused=_said(error, visit), status=429)
    shown = {"applied": applied, "profile": profile, "form": asked}
    return _unlisted(public_page(visit, "public/applied.html.jinja", shown, here="/apply"))


@router.get("/public/{office_id}/progress")
def progress_page(visit: VisitDep) -> HTMLResponse:
    """Show where number and code are typed in."""
    return _progress_page(visit, blank_form(LOOK_UP))


@router.post("/public/{office_id}/progress")
def post_progress(visit: VisitDep, sent: FormDep) -> HTMLResponse:
    """Show how far an application has come, to whoever has its number and its code."""
    form = read_form(LOOK_UP, sent, visit.lang)
    if not form.is_good:
        return _progress_page(visit, form, status=422)
    try:
        with visit.office.installation.work(visit.office.id) as uow:
            count_look_up(uow, address=visit.address, at=visit.now)
    except TooManyTriesError as error:
        return _progress_page(visit, form, refused=_said(error, visit), status=429)
    with visit.office.read() as view:
        found = progress_of(view, form["number"], form["code"])
        profile = office_of(view)
    if found is None:
        return _progress_page(visit, form, refused=_UNKNOWN.say(visit.lang), status=404)
    shown = {"found": found, "stands": STANDS[found.state], "profile": profile}
    return _unlisted(
        public_page(visit, "public/progress_found.html.jinja", shown, here="/progress")
    )


def _apply_page(
    visit: Visit, form: Filled, *, refused: str = "", is_trapped: bool = False, status: int = 200
) -> HTMLResponse:
    shown = {"form": form, "trap": TRAP, "refused": refused, "is_trapped": is_trapped}
    return _unlisted(
        public_page(visit, "public/apply.html.jinja", shown, here="/apply", status=status)
    )


def _progress_page(
    visit: Visit, form: Filled, *, refused: str = "", status: int = 200
) -> HTMLResponse:
    shown = {"form": form, "refused": refused}
    return _unlisted(
        public_page(visit, "public/progress.html.jinja", shown, here="/progress", status=status)
    )


def _unlisted(answer: HTMLResponse) -> HTMLResponse:
    """Return an answer that no search engine keeps."""
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _said(error: TooManyTriesError, visit: Visit) -> str:
    return " ".join(sentences_of(error, visit.lang) or ())
