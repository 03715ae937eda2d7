"""Reminder rules: which of them speak in this office, and how many working days before."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from workflow.i18n import Text
from workflow.services.reminder_rules import OFF, rule_states, set_rule
from workflow.web.desk import Desk, DeskDep, only
from workflow.web.fields import FormDep
from workflow.web.pages import go_to, page
from workflow.web.refusing import Refused, refusals
from workflow.web.routes.offices import HERE, STEWARDS, WATCHERS
from workflow.web.views.rule_lines import rule_lines

router = APIRouter(include_in_schema=False)

PAGE: Final = "/office/reminders/rules"
REASON: Final = Text("修改提醒规则", "Reminder rule changed")


@router.get(PAGE, dependencies=[only(*WATCHERS)])
def rules_page(desk: DeskDep, done: Annotated[str, Query(max_length=60)] = "") -> HTMLResponse:
    """List every rule with what the office has set of it."""
    return _page(desk, Refused(desk.lang), done)


@router.post(PAGE, dependencies=[only(*STEWARDS)])
def post_rule(desk: DeskDep, sent: FormDep) -> Response:
    """Switch a rule off, move it, or let it be as usual again."""
    rule, chosen = sent.text("rule"), sent.text("days")
    # What is no number of days reaches the service as one that nobody may set.
    value = chosen if chosen in {"", OFF} else int(chosen) if chosen.isdecimal() else 0
    with refusals(desk.lang) as refused, desk.office.work() as uow:
        set_rule(
            uow,
            rule,
            value,
            reason=REASON.say(desk.lang),
            actor=desk.actor,
            role=desk.role,
            at=desk.now,
        )
    if not refused.is_nothing:
        return _page(desk, refused, "")
    return go_to(PAGE, done=rule)


def _page(desk: Desk, refused: Refused, done: str) -> HTMLResponse:
    with desk.office.read() as view:
        states = rule_states(view)
    shown = {
        "lines": rule_lines(states, desk.lang),
        "may_change": desk.role in STEWARDS,
        "done": done,
        "refused": refused,
    }
    return page(desk, "audit/reminder_rules.html.jinja", shown, here=HERE, status=refused.status)
