"""Hand-over: what passes from one to another, seen first, then done at once, and printed."""

import secrets
from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from states.steps import Role
from workflow.i18n import Text
from workflow.services.duties import Duty, duties_of
from workflow.services.handing_over import HandOver, hand_over
from workflow.services.handover_list import HandoverList, handover_document
from workflow.services.roles import DISPATCHERS
from workflow.web.desk import Desk, DeskDep, RowId, only
from workflow.web.downloads import check_ending, paper
from workflow.web.fields import Choice, Field, Filled, FormDep, Kind, blank_form, read_form
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused, refusals
from workflow.web.views.duty_lines import duty_lines, late_among, matters_said

router = APIRouter(include_in_schema=False)

HERE: Final = "/office"
HANDERS: Final = tuple(role for role in Role if role in DISPATCHERS)
_EARLIER: Final = 50
_LONGEST = 50
_NAME = Query(max_length=_LONGEST)
_NOTE = Query(max_length=500)


@router.get("/handover", dependencies=[only(*HANDERS)])
def handover_page(
    desk: DeskDep,
    giver: Annotated[str, _NAME] = "",
    receiver: Annotated[str, _NAME] = "",
) -> HTMLResponse:
    """Choose who hands over to whom, and see all that would pass."""
    form = blank_form(_fields(desk), giver=giver, receiver=receiver)
    return _handover_page(desk, form, giver, secrets.token_urlsafe(12), Refused(desk.lang))


@router.post("/handover", dependencies=[only(*HANDERS)])
def post_handover(desk: DeskDep, sent: FormDep) -> Response:
    """Hand everything over, at once and on record."""
    form, key = read_form(_fields(desk), sent, desk.lang), sent.text("key")
    giver = sent.text("giver")[:_LONGEST]
    if form.is_good and not form["receiver"]:
        form = form.with_fault("receiver", _NO_RECEIVER.say(desk.lang))
    if not form.is_good:
        return _handover_page(desk, form, giver, key, Refused(desk.lang, 422))
    command = HandOver(
        giver=form["giver"],
        receiver=form["receiver"],
        actor=desk.actor,
        role=desk.role,
        note=form["note"],
        idempotency_key=key or None,
    )
    row_id = 0
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        done = hand_over(command, uow, at=desk.now, calendar=desk.office.calendar)
        row_id = 0 if done.row is None else done.row.id
    if not refused.is_nothing:
        return _handover_page(desk, form, giver, key, refused)
    if not row_id:
        form = form.with_fault("giver", _NOTHING.say(desk.lang))
        return _handover_page(desk, form, giver, key, Refused(desk.lang, 422))
    return go_to(f"/handover/{row_id}", done="1")


@router.get("/handover/list.{ending}", dependencies=[only(*HANDERS)])
def handover_file(
    desk: DeskDep,
    ending: str,
    giver: Annotated[str, _NAME] = "",
    receiver: Annotated[str, _NAME] = "",
    note: Annotated[str, _NOTE] = "",
) -> Response:
    """Return the list of what somebody has to do, with room for three signatures."""
    checked = check_ending(ending)
    duties = _duties(desk, giver)
    said = HandoverList(desk.office.name, giver, receiver, desk.today, duties, note)
    return paper(handover_document(said, desk.lang), checked)


@router.get("/handover/{row_id}", dependencies=[only(*HANDERS)])
def handed_over_page(
    desk: DeskDep, row_id: RowId, done: Annotated[str, Query(max_length=1)] = ""
) -> HTMLResponse:
    """Show an earlier hand-over: who handed what to whom."""
    with desk.office.read() as view:
        row = view.handovers.find(row_id)
        by = view.handovers.history(row_id)[0].actor
    shown = {"row": row, "by": by, "matters": matters_said(row.matters, desk.lang), "done": done}
    return page(desk, "office/handed_over.html.jinja", shown, here=HERE)


_NO_RECEIVER = Text("请选择接收人。", "Choose who receives it.")
_NOTHING = Text("没有需要移交的事项。", "There is nothing to hand over.")


def _fields(desk: Desk) -> tuple[Field, ...]:
    with desk.office.read() as view:
        rows = view.staff.all()
    everybody = tuple(Choice(row.name, row.name) for row in rows)
    active = tuple(Choice(row.name, row.name) for row in rows if row.active)
    return (
        Field("giver", Text("移交人", "From"), Kind.CHOICE, required=True, choices=everybody),
        Field("receiver", Text("接收人", "To"), Kind.CHOICE, choices=active),
        Field("note", Text("交接说明", "Note"), Kind.AREA, longest=500),
    )


def _duties(desk: Desk, name: str) -> Sequence[Duty]:
    with desk.office.read() as view:
        return duties_of(view, name, desk.today, desk.office.calendar, desk.office.practice)


def _handover_page(
    desk: Desk, form: Filled, giver: str, key: str, refused: Refused
) -> HTMLResponse:
    with desk.office.read() as view:
        earlier = view.handovers.page(limit=_EARLIER)
    duties = _duties(desk, giver) if giver else ()
    shown = {
        "form": form,
        "giver": giver,
        "receiver": form.typed["receiver"],
        "lines": duty_lines(duties, desk),
        "late": late_among(duties),
        "earlier": earlier,
        "key": key,
        "refused": refused,
    }
    return page(desk, "office/handover.html.jinja", shown, here=HERE, status=refused.status)
