"""Reminders: what each person would be told on a day and why, and what became of what was sent."""

from datetime import date
from itertools import groupby
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from notifications.messages import Lang as NoticeLang
from notifications.messages import notices
from notifications.ports import Notice
from workflow.records.outbox import OutboxStatus
from workflow.services.reminding import Saying, channel_for
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.pages import page
from workflow.web.routes.offices import HERE, WATCHERS
from workflow.wording.reminders import NEW, STATUSES

router = APIRouter(include_in_schema=False)

SENT: Final = 100


@router.get("/office/reminders", dependencies=[only(*WATCHERS)])
def reminders_page(
    desk: DeskDep,
    on: Annotated[str, Query(max_length=10)] = "",
    failed: Annotated[str, Query(max_length=1)] = "",
) -> HTMLResponse:
    """Show what would be said by the end of a day, and what was sent."""
    day = _day(on) or desk.today
    found = sorted(_due(desk, day), key=_recipient)
    only_failed = OutboxStatus.FAILED if failed else None
    with desk.office.read() as view:
        kept = view.outbox.statuses([one.dedup_key for one in found])
        sent = view.outbox.latest(limit=SENT, status=only_failed)
    people = [
        (name, [(one, kept.get(one.dedup_key, NEW)) for one in theirs])
        for name, theirs in groupby(found, key=_recipient)
    ]
    shown = {
        "day": day,
        "people": people,
        "sent": sent,
        "statuses": STATUSES,
        "only_failed": bool(failed),
        "most": SENT,
    }
    return page(desk, "audit/reminders.html.jinja", shown, here=HERE)


def _recipient(notice: Notice) -> str:
    return notice.recipient.name


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _due(desk: Desk, day: date) -> list[Notice]:
    settings = desk.office.installation.settings
    said = Saying(desk.office.name, day, desk.office.calendar, channel_for(settings))
    with desk.office.read() as view:
        return list(notices(said.everything(view), NoticeLang(settings.lang)))
