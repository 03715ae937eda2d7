"""What waits for the reviewer, and for the head of office."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from states.steps import Role
from workflow.services.queues import waiting_items, waiting_lengths, waiting_replies
from workflow.web.desk import DeskDep, only
from workflow.web.pages import page
from workflow.web.views.queues import item_lines, length_lines, reply_lines

router = APIRouter(include_in_schema=False)

REVIEW_SEEN_BY = (Role.REVIEWER, Role.HEAD_OF_OFFICE)
APPROVAL_SEEN_BY = (Role.HEAD_OF_OFFICE,)


@router.get("/review", dependencies=[only(*REVIEW_SEEN_BY)])
def review_page(desk: DeskDep) -> HTMLResponse:
    """List the items that wait for a review."""
    with desk.office.read() as view:
        lines = item_lines(waiting_items(view), desk)
    return page(desk, "case/review.html.jinja", {"lines": lines}, here="/review")


@router.get("/approval", dependencies=[only(*APPROVAL_SEEN_BY)])
def approval_page(desk: DeskDep) -> HTMLResponse:
    """List the replies that wait for approval, and the extensions that wait for a decision."""
    with desk.office.read() as view:
        replies = reply_lines(waiting_replies(view), desk)
        asked = waiting_lengths(view, today=desk.today, calendar=desk.office.calendar)
        lengths = length_lines(asked, desk)
    shown = {"replies": replies, "lengths": lengths}
    return page(desk, "case/approval.html.jinja", shown, here="/approval")
