"""The text of a report: the office's own beside the figures it may name, previewed, then saved."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from workflow.i18n import Text
from workflow.services.narrating import (
    Told,
    WriteNarrative,
    sections_of,
    telling_of,
    write_narrative,
)
from workflow.services.reporting import frozen_in_force
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.fields import Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.routes.reports import HERE, YearPath
from workflow.web.views.reports import ISSUING

router = APIRouter(include_in_schema=False, dependencies=[only(*ISSUING)])

_LONGEST = 20_000
_FIELDS = (
    Field(
        "body",
        Text("本机关的正文", "The office's own text"),
        Kind.AREA,
        help=Text(
            "空着就用系统生成的正文。双花括号里写名称，就是活的数字，如 {{收到申请数}}；"
            "写 {{默认正文}} 就放进系统生成的正文。",
            "Blank means the generated text. A name in double braces is a live figure; "
            "{{默认正文}} is the generated text.",
        ),
        longest=_LONGEST,
    ),
)


@router.get("/reports/{year}/narrative")
def narrative_form(
    desk: DeskDep,
    year: YearPath,
    section: Annotated[str, Query()] = "",
    done: Annotated[str, Query()] = "",
) -> HTMLResponse:
    """Show a section's text as it stands, beside the generated one and the live figures."""
    return _page(desk, year, section, done=done)


@router.post("/reports/{year}/narrative")
def narrative(desk: DeskDep, year: YearPath, sent: FormDep) -> Response:
    """Save a section's text, or show what it would come out as; nothing typed is lost."""
    section = sent.text("section")
    form = read_form(_FIELDS, sent, desk.lang)
    if not form.is_good:
        return _page(desk, year, section, form=form, status=422)
    if sent.has("preview"):
        return _page(desk, year, section, form=form, is_preview=True)
    with desk.office.work() as uow:
        names = {one.template: one.name for one in sections_of(uow, year)}
        if section not in names:
            raise HTTPException(404)
        write_narrative(_command(desk, year, names[section], form), uow, at=desk.now)
    return go_to(f"{HERE}/{year}/narrative", section=section, done="1")


def _command(desk: Desk, year: int, name: str, form: Filled) -> WriteNarrative:
    return WriteNarrative(
        year=year, section=name, body=form["body"], actor=desk.actor, role=desk.role
    )


def _chosen(sections: tuple[Told, ...], key: str) -> Told:
    """Return the section of a key, or the first where none is named; an unknown one is 404."""
    found = [told for told in sections if told.key == key] if key else [*sections[:1]]
    if not found:
        raise HTTPException(404)
    return found[0]


def _page(
    desk: Desk,
    year: int,
    section: str,
    *,
    form: Filled | None = None,
    is_preview: bool = False,
    status: int = 200,
    done: str = "",
) -> HTMLResponse:
    with desk.office.read() as view:
        telling = telling_of(view, year, at=desk.now, calendar=desk.office.calendar)
        issued = frozen_in_force(view, year)
    chosen = _chosen(telling.sections, section)
    if is_preview and form is not None:
        with desk.office.rehearse() as uow:
            write_narrative(_command(desk, year, chosen.name, form), uow, at=desk.now)
            telling = telling_of(uow, year, at=desk.now, calendar=desk.office.calendar)
    now = _chosen(telling.sections, chosen.key)
    shown = {
        "year": year,
        "sections": telling.sections,
        "chosen": chosen,
        "form": form or blank_form(_FIELDS, body=chosen.own),
        "printed": now.printed.splitlines(),
        "default": chosen.default.splitlines(),
        "findings": [one.message(desk.lang) for one in telling.findings(now)],
        "names": [*telling.names.items()],
        "is_preview": is_preview,
        "issued": issued,
        "done": bool(done),
    }
    return page(desk, "reports/narrative.html.jinja", shown, here=HERE, status=status)
