"""What is drawn from the registers: the public catalogue, the guide, what was withheld, fees."""

import secrets
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from states.terms import TERMS, label
from workflow.i18n import Text
from workflow.records.fee_register import fee_register
from workflow.services.registers.catalogue import CatalogueWanted, catalogue
from workflow.services.registers.guide import guide
from workflow.services.registers.refusals import (
    Conclusion,
    ReviewRefusal,
    refusals,
    review_refusal,
)
from workflow.services.roles import KEEPERS
from workflow.web import refusing
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.downloads import check_ending, paper
from workflow.web.fields import Choice, Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused
from workflow.web.routes.registers import HERE
from workflow.web.views.withheld import fee_lines, withheld_lines

router = APIRouter(include_in_schema=False)

PAGE = 50
_FIRST_YEAR, _LAST_YEAR = 2008, 2999


@router.get("/registers/catalogue.{ending}")
def catalogue_file(desk: DeskDep, ending: str) -> Response:
    """Return the public catalogue as a file."""
    checked = check_ending(ending)
    with desk.office.read() as view:
        document = catalogue(view, CatalogueWanted(), desk.today, desk.lang)
    return paper(document, checked)


@router.get("/registers/guide.{ending}")
def guide_file(desk: DeskDep, ending: str) -> Response:
    """Return the public guide as a file; what it lacks is said on a page."""
    checked = check_ending(ending)
    with desk.office.read() as view:
        document = guide(view, desk.today, desk.lang)
    return paper(document, checked)


@router.get("/registers/withheld")
def withheld_page(
    desk: DeskDep,
    at: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
    done: Annotated[str, Query(max_length=20)] = "",
) -> HTMLResponse:
    """Show what was withheld with its reviews; what is due first comes first."""
    office = desk.office
    with office.read() as view:
        found = refusals(view, desk.today, office.calendar, office.practice)
    first = (at - 1) * PAGE
    shown = {
        "lines": withheld_lines(found[first : first + PAGE], desk),
        "total": len(found),
        "before": at - 1,
        "next": at + 1 if len(found) > first + PAGE else 0,
        "may_write": desk.role in KEEPERS,
        "done": done,
    }
    return page(desk, "registers/withheld.html.jinja", shown, here=HERE)


@router.get("/registers/withheld/review", dependencies=[only(*KEEPERS)])
def review_page(
    desk: DeskDep,
    request: Annotated[str, Query(max_length=100)] = "",
    item: Annotated[str, Query(max_length=100)] = "",
) -> HTMLResponse:
    """Show the form of a review of something withheld."""
    form = blank_form(_review_fields(desk), request_number=request, item=item)
    return _review_page(desk, form, secrets.token_urlsafe(12), Refused(desk.lang))


@router.post("/registers/withheld/review", dependencies=[only(*KEEPERS)])
def post_review(desk: DeskDep, sent: FormDep) -> Response:
    """Record a review of something withheld."""
    form, key = read_form(_review_fields(desk), sent, desk.lang), sent.text("key")
    if not form.is_good:
        return _review_page(desk, form, key, Refused(desk.lang, 422))
    command = ReviewRefusal(
        request_number=form["request_number"],
        item=form["item"],
        conclusion=Conclusion(form["conclusion"]),
        basis=form["basis"],
        reviewer=desk.actor,
        reviewed_on=form["reviewed_on"],
        next_on=form["next_on"],
    )
    with refusing.refusals(desk.lang) as refused, desk.office.work() as uow:
        review_refusal(command, uow, desk.by(key), desk.office.practice)
    if not refused.is_nothing:
        return _review_page(desk, refused.beside(form), key, refused)
    return go_to("/registers/withheld", done="reviewed")


@router.get("/registers/fees")
def fees_page(
    desk: DeskDep,
    asked: Annotated[str, Query(alias="year", max_length=4)] = "",
) -> HTMLResponse:
    """Show the fees of a year with their totals."""
    said = int(asked) if asked.isascii() and asked.isdigit() else 0
    year = said if _FIRST_YEAR <= said <= _LAST_YEAR else desk.today.year
    with desk.office.read() as view:
        found = fee_register(view, year, desk.office.calendar)
    shown = {
        "year": year,
        "years": range(desk.today.year, _FIRST_YEAR - 1, -1),
        "lines": fee_lines(found, desk.lang),
        "register": found,
    }
    return page(desk, "registers/fees.html.jinja", shown, here=HERE)


def _review_page(desk: Desk, form: Filled, key: str, refused: Refused) -> HTMLResponse:
    shown = {"form": form, "key": key, "refused": refused}
    return page(desk, "registers/review.html.jinja", shown, here=HERE, status=refused.status)


def _review_fields(desk: Desk) -> tuple[Field, ...]:
    group = "refusal_conclusions"
    choices = tuple(Choice(code, label(group, code, desk.lang)) for code in TERMS[group])
    return tuple(
        replace(one, choices=choices) if one.name == "conclusion" else one
        for one in _review_form(desk.today.isoformat())
    )


def _review_form(today: str) -> tuple[Field, ...]:
    return (
        Field("request_number", Text("登记编号", "Request"), required=True, longest=100),
        Field(
            "item",
            Text("信息项", "Item"),
            help=Text("只有一项的可以不填。", "May be left out where there is only one."),
            longest=100,
        ),
        Field("conclusion", Text("结论", "Conclusion"), Kind.CHOICE, required=True),
        Field("basis", Text("依据", "Basis"), Kind.AREA, required=True),
        Field("reviewed_on", Text("审查日期", "Reviewed on"), Kind.DAY, required=True, value=today),
        Field(
            "next_on",
            Text("下次审查日期", "Next review"),
            Kind.DAY,
            help=Text("不填则按本机关的周期推算。", "Left out, it is reckoned as usual."),
        ),
    )
