"""Notices: what waits on the desk for whoever is signed in, and what was sent to them."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from workflow.web.desk import DeskDep
from workflow.web.fields import FormDep
from workflow.web.pages import go_to, page
from workflow.wording.reminders import STATUSES
from workflow.wording.telling import CHANNELS

router = APIRouter(include_in_schema=False)

PAGE: Final = "/notices"
MOST: Final = 50


@router.get(PAGE)
def notices_page(desk: DeskDep, done: Annotated[str, Query(max_length=10)] = "") -> HTMLResponse:
    """Show what nobody has read yet first, then what was told before."""
    with desk.office.read() as view:
        unread = view.outbox.for_person(desk.actor)
        told = view.outbox.told_to(desk.actor, limit=MOST)
    shown = {
        "unread": unread,
        "told": told,
        "statuses": STATUSES,
        "channels": CHANNELS,
        "most": MOST,
        "done": done,
    }
    return page(desk, "audit/notices.html.jinja", shown, here=PAGE)


@router.post(f"{PAGE}/read")
def post_read(desk: DeskDep, sent: FormDep) -> Response:
    """Write down that somebody read what waited for them; what was read already stays as it is."""
    with desk.office.installation.work(desk.office.id) as uow:
        uow.outbox.mark_read(sent.text("key"), desk.actor, desk.now)
    return go_to(PAGE, done="read")
