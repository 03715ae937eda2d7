"""Reminders: what each person would be told on a day and why, and what became of what was sent."""

from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from notifications.messages import Lang as NoticeLang
from workflow.records.outbox import OutboxStatus
from workflow.services.reminder_errors import ReminderNotGivenUpError
from workflow.services.reminding import channel_for
from workflow.services.told import ToBeTold, to_be_told
from workflow.web.desk import DeskDep, only
from workflow.web.fields import FormDep
from workflow.web.pages import go_to, page
from workflow.web.routes.offices import HERE, STEWARDS, WATCHERS
from workflow.web.views.sent_notices import sent_lines
from workflow.wording.reminders import NEW, STATUSES
from workflow.wording.telling import CHANNELS

router = APIRouter(include_in_schema=False)

PAGE: Final = "/office/reminders"
SENT: Final = 100


@router.get(PAGE, dependencies=[only(*WATCHERS)])
def reminders_page(
    desk: DeskDep,
    on: Annotated[str, Query(max_length=10)] = "",
    failed: Annotated[str, Query(max_length=1)] = "",
    done: Annotated[str, Query(max_length=10)] = "",
) -> HTMLResponse:
    """Show what would be said by the end of a day, and what was sent."""
    day = _day(on) or desk.today
    only_failed = OutboxStatus.FAILED if failed else None
    with desk.office.read() as view:
        settings = desk.office.installation.settings
        found = to_be_told(
            view,
            desk.office.name,
            day,
            desk.office.calendar,
            channel_for(settings),
            NoticeLang(desk.lang.value),
        )
        kept = view.outbox.statuses([one.key for told in found.values() for one in told])
        sent = sent_lines(view, view.outbox.latest(limit=SENT, status=only_failed), desk.lang)
    shown = {
        "day": day,
        "people": [(name, _with_statuses(told, kept)) for name, told in sorted(found.items())],
        "sent": sent,
        "statuses": STATUSES,
        "channels": CHANNELS,
        "only_failed": bool(failed),
        "most": SENT,
        "may_retry": desk.role in STEWARDS,
        "done": done,
    }
    return page(desk, "audit/reminders.html.jinja", shown, here=HERE)


@router.post(f"{PAGE}/retry", dependencies=[only(*STEWARDS)])
def post_retry(desk: DeskDep, sent: FormDep) -> Response:
    """Have a reminder that was given up tried again, from the start."""
    key = sent.text("key")
    with desk.office.work() as uow:
        if not uow.outbox.revive(key, desk.now):
            raise ReminderNotGivenUpError(key)
    return go_to(PAGE, failed="1", done="retried")


def _with_statuses(told: tuple[ToBeTold, ...], kept: dict[str, str]) -> list[tuple[ToBeTold, str]]:
    return [(one, kept.get(one.key, NEW)) for one in told]


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
