"""Writing a letter on a request: chosen, filled in, looked at, issued."""

import secrets
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from starlette.responses import Response

from states.errors import StatuteError
from states.statute.outcomes import Outcome
from states.steps import Role
from workflow.failures import sentences_of
from workflow.i18n import Text
from workflow.letters.compose import given_for
from workflow.letters.errors import (
    FactContradictedError,
    FactInvalidError,
    FactMissingError,
    LetterError,
)
from workflow.letters.kinds import LetterKind
from workflow.records.errors import RecordsError
from workflow.services.errors import ServiceError
from workflow.services.letters.asking import Asking, Unfit, asking, fits
from workflow.services.letters.writing import WriteLetter, issue, last_day_for, preview
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.failing import status_of
from workflow.web.fields import REQUIRED, Filled, FormDep, Submitted, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.papers import letter_words, paper
from workflow.web.views.letter_form import (
    FEWEST_ROWS,
    MORE_ROWS,
    MOST_ROWS,
    facts_typed,
    field_named,
    fields_of,
    rows_wanted,
    suggested,
)
from workflow.web.views.letters import FactLine, fact_said

router = APIRouter(include_in_schema=False, dependencies=[only(Role.CLERK, Role.HEAD_OF_OFFICE)])

HERE = "/letters"
_UNFIT: dict[Unfit, Text] = {
    Unfit.LAW: Text("这件申请适用的条例没有这种文书", "not under the law of this request"),
    Unfit.ROLE: Text("由工作机构负责人出具", "for the head of office to write"),
    Unfit.STATE: Text("申请现在的状态不适用", "not as the request stands now"),
    Unfit.UNDECIDED: Text("先在申请页面逐项拟定意见", "decide the items of the request first"),
    Unfit.OUTCOME: Text("与拟定的办理结果不符", "not the outcome that was drafted"),
}


@dataclass(frozen=True, slots=True)
class _Written:
    """A letter being written: what is asked, what was typed, and what came of it."""

    asking: Asking
    form: Filled
    rows: int
    key: str
    sheet: Markup | None = None
    late: date | None = None
    sentences: tuple[str, ...] = ()


@router.get("/requests/{row_id}/letters/new")
def new_letter(
    desk: DeskDep, row_id: RowId, kind: Annotated[str, Query(max_length=40)] = ""
) -> HTMLResponse:
    """Show which letters fit the request, or the form of the one that was chosen."""
    with desk.office.read() as view:
        number = view.requests.number_of(row_id)
    if kind not in set(LetterKind):
        return _choose(desk, row_id, number)
    command = WriteLetter(
        kind=LetterKind(kind), actor=desk.actor, role=desk.role, request_number=number
    )
    try:
        asked = _asking(desk, command)
    except LetterError as error:
        return _choose(desk, row_id, number, letter_words(error, desk.lang))
    rows = rows_wanted(asked)
    form = blank_form(fields_of(asked, desk.lang, rows), **suggested(asked))
    return _page(desk, row_id, number, _Written(asked, form, rows, secrets.token_urlsafe(12)))


@router.post("/requests/{row_id}/letters/new")
def post_letter(desk: DeskDep, row_id: RowId, sent: FormDep) -> Response:
    """Show the letter as it would go out, or issue it."""
    with desk.office.read() as view:
        number = view.requests.number_of(row_id)
    if sent.text("kind") not in set(LetterKind):
        return _choose(desk, row_id, number)
    command = WriteLetter(
        kind=LetterKind(sent.text("kind")),
        actor=desk.actor,
        role=desk.role,
        request_number=number,
        accepts_provisional=sent.has("provisional"),
        idempotency_key=sent.text("key") or None,
    )
    try:
        asked = _asking(desk, command)
    except LetterError as error:
        return _choose(desk, row_id, number, letter_words(error, desk.lang))
    rows = _rows(sent)
    form = read_form(fields_of(asked, desk.lang, rows), sent, desk.lang)
    key = sent.text("key") or secrets.token_urlsafe(12)
    written = _Written(asked, form, rows, key)
    if sent.text("do") == "more":
        return _page(desk, row_id, number, replace(written, form=replace(form, faults={})))
    if not form.is_good:
        return _page(desk, row_id, number, written, status=422)
    command = replace(
        command,
        on=form["on"],
        outcome=Outcome(form["outcome"]) if form.meant.get("outcome") else None,
        delivery=form.meant.get("delivery", ""),
        facts=facts_typed(asked, form, rows),
    )
    return _carried_out(desk, row_id, command, written, is_issued=sent.text("do") == "issue")


def _carried_out(
    desk: Desk, row_id: int, command: WriteLetter, written: _Written, *, is_issued: bool
) -> Response:
    """Look at a letter or issue it; what stands against it is said where it belongs."""
    number = command.request_number
    try:
        if is_issued:
            with desk.office.work() as uow:
                row = issue(command, uow, at=desk.now, calendar=desk.office.calendar)
            return go_to(f"/letters/{row.id}", done="issued")
        with desk.office.read() as view:
            letter = preview(command, view, at=desk.now, calendar=desk.office.calendar)
            last = last_day_for(command, view, at=desk.now, calendar=desk.office.calendar)
    except LetterError as error:
        return _page(desk, row_id, number, _at_fault(desk, written, error), status=422)
    except (StatuteError, RecordsError, ServiceError) as error:
        sentences = sentences_of(error, desk.lang) or ()
        status = status_of(error)
        return _page(desk, row_id, number, replace(written, sentences=sentences), status=status)
    late = last if last is not None and (command.on or desk.today) > last else None
    return _page(desk, row_id, number, replace(written, sheet=paper(letter), late=late))


def _at_fault(desk: Desk, written: _Written, error: LetterError) -> _Written:
    """Put what is wrong beside its field, or above them all where it belongs to none."""
    words = letter_words(error, desk.lang)
    match error:
        case FactMissingError():
            named = [
                (field_named(written.asking, name), REQUIRED.say(desk.lang)) for name in error.facts
            ]
        case FactInvalidError():
            named = [(field_named(written.asking, error.fact, error.place), words)]
        case FactContradictedError():
            named = [(field_named(written.asking, error.fact), words)]
        case _:
            named = []
    form = written.form
    known = {one.name for one in form.fields}
    for name, fault in named:
        if name in known:
            form = form.with_fault(name, fault)
    return replace(written, form=form, sentences=(words,))


def _asking(desk: Desk, command: WriteLetter) -> Asking:
    with desk.office.read() as view:
        return asking(command, view, at=desk.now, calendar=desk.office.calendar)


def _rows(sent: Submitted) -> int:
    said = sent.text("rows")
    rows = int(said) if said.isdecimal() else FEWEST_ROWS
    more = MORE_ROWS if sent.text("do") == "more" else 0
    return max(FEWEST_ROWS, min(rows + more, MOST_ROWS))


def _choose(desk: Desk, row_id: int, number: str, fault: str = "") -> HTMLResponse:
    with desk.office.read() as view:
        found = fits(view, number, desk.role)
    shown = {
        "row_id": row_id,
        "number": number,
        "fault": fault,
        "fitting": [one.row for one in found if one.why is None],
        "unfit": [(one.row, _UNFIT[one.why]) for one in found if one.why is not None],
    }
    return page(desk, "letters/choose.html.jinja", shown, here=HERE, status=409 if fault else 200)


def _page(
    desk: Desk, row_id: int, number: str, written: _Written, *, status: int = 200
) -> HTMLResponse:
    asked = written.asking
    facts = {fact.name: fact for fact in given_for(asked.row)}
    shown = {
        "row_id": row_id,
        "number": number,
        "kind": asked.row.kind,
        "written": written,
        "form": written.form,
        "has_rows": any(fact.given_columns for fact in asked.facts),
        "fixed": [
            FactLine(facts[name].zh, fact_said(facts[name], value, desk.lang))
            for name, value in asked.fixed.items()
        ],
    }
    return page(desk, "letters/new.html.jinja", shown, here=HERE, status=status)
