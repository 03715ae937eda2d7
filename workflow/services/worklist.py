"""The clerk's worklist: each open request with its light, what is left, and what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from states.case import Case, State
from states.clock.answer import Flag, Reckoning, reckon
from states.clock.deadlines import lapse_after
from states.clock.spans import consultations, opinion_due
from states.deciding.draft import Draft, Stage, draft_of
from states.statute.versions import Law
from workflow.records.tables.requests import RequestRow
from workflow.records.view import View
from workflow.records.worklists import EVERYTHING, Wanted
from workflow.services.duty import Roster, Unattended

NEAR_THE_LIMIT = 5


class Light(StrEnum):
    """How urgent a request is; shape and words say it too, never colour alone."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


class Condition(StrEnum):
    """What runs beside the state of a request."""

    CONSULTING = "consulting"
    EXTENDED = "extended"
    DELAYED = "delayed"
    OVERDUE = "overdue"
    PROVISIONAL = "provisional"


class NextStep(StrEnum):
    """What somebody ought to do next."""

    CONFIRM = "confirm"
    ASSIGN = "assign"
    DECIDE = "decide"
    SUBMIT = "submit"
    REVIEW = "review"
    REVISE = "revise"
    APPROVE = "approve"
    ISSUE = "issue"
    SERVE = "serve"
    AWAIT_CORRECTION = "await_correction"
    AWAIT_OPINION = "await_opinion"
    AWAIT_REASONS = "await_reasons"
    AWAIT_PAYMENT = "await_payment"
    LAPSE = "lapse"


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One request as the worklist shows it; `left` counts working days, below zero when late."""

    id: int
    number: str
    light: Light
    left: int | None
    due: date | None
    provisional: bool
    state: State
    stage: Stage
    conditions: tuple[Condition, ...]
    next_step: NextStep
    content: str
    applicant: str
    channel: str
    received_on: date | None
    case_officer: str
    unattended: Unattended | None = None

    def attended(self, unattended: Unattended | None) -> "WorkLine":
        """Return the line with why nobody attends to it, or that somebody does."""
        return replace(self, unattended=unattended)


def worklist(
    view: View,
    *,
    today: date,
    calendar: WorkCalendar,
    wanted: Wanted = EVERYTHING,
    limit: int | None = 50,
) -> list[WorkLine]:
    """Return the open requests as they stand today: those that nobody attends to, then the rest.

    Of each the most urgent come first.
    """
    roster = Roster.of(view, today)
    rows = _rows(view, wanted, roster, limit)
    lines = [
        line_of(row, case, today, calendar, roster.unattended(row.case_officer))
        for row, case in view.requests.with_cases(rows)
    ]
    return sorted(lines, key=_urgency)


def unattended_officers(view: View, roster: Roster) -> frozenset[str]:
    """Return whose open requests nobody attends to; the empty name is of the unassigned."""
    return frozenset(name for name in view.requests.open_officers() if roster.unattended(name))


def _rows(view: View, wanted: Wanted, roster: Roster, limit: int | None) -> list[RequestRow]:
    """Return a page of the open requests, those that nobody attends to in front."""
    alone = unattended_officers(view, roster)
    if not alone:
        return [*view.requests.open_page(wanted, limit=limit)]
    rows = [*view.requests.open_page(replace(wanted, officer_among=alone), limit=limit)]
    left = None if limit is None else limit - len(rows)
    if left != 0:
        rows += view.requests.open_page(replace(wanted, officer_not_among=alone), limit=left)
    return rows


def counts(lines: Sequence[WorkLine]) -> dict[str, int]:
    """Count the lines by what a clerk looks for first thing in the morning."""
    dated = [line.left for line in lines if line.light is not Light.GREY and line.left is not None]
    return {
        "overdue": sum(left < 0 for left in dated),
        "today": sum(left == 0 for left in dated),
        "near": sum(0 < left <= NEAR_THE_LIMIT for left in dated),
        "stopped": sum(line.light is Light.GREY for line in lines),
        "unattended": sum(line.unattended is not None for line in lines),
        "open": len(lines),
    }


def mask(applicant: str, kind: str) -> str:
    """Hide all but the family name of a person; organisations are shown as they are."""
    if kind != "natural_person" or not applicant:
        return applicant
    return applicant[0] + "*" * (len(applicant) - 1)


def _urgency(line: WorkLine) -> tuple[bool, bool, int, date, str]:
    stopped = line.light is Light.GREY
    left = line.left if line.left is not None else 0
    return (line.unattended is None, stopped, left, line.due or date.max, line.number)


def line_of(
    row: RequestRow,
    case: Case,
    today: date,
    calendar: WorkCalendar,
    unattended: Unattended | None = None,
) -> WorkLine:
    """Return the line of one request on a day."""
    reckoning = None if case.receipt is None else reckon(case, calendar, today)
    due = None if reckoning is None else reckoning.conservative_due or reckoning.due
    left = None if due is None else calendar.workdays_between(today, due)
    return WorkLine(
        id=row.id,
        number=row.number,
        light=_light(case, reckoning, left, today, calendar),
        left=left,
        due=due,
        provisional=reckoning is not None and reckoning.provisional,
        state=case.state,
        stage=draft_of(case).stage,
        conditions=tuple(_conditions(case, reckoning, today, calendar)),
        next_step=_next_step(row, case, reckoning, today, calendar),
        content=row.content,
        applicant=mask(row.applicant, row.applicant_kind),
        channel=row.channel,
        received_on=row.received_on,
        case_officer=row.case_officer,
        unattended=unattended,
    )


def _light(
    case: Case,
    reckoning: Reckoning | None,
    left: int | None,
    today: date,
    calendar: WorkCalendar,
) -> Light:
    if reckoning is None or left is None:
        return Light.YELLOW  # contact is due the day it arrives (第三十一条)
    if Flag.OVERDUE in reckoning.flags:
        return Light.RED
    if _is_stopped(case, reckoning, today, calendar):
        return Light.GREY
    if left <= 0:
        return Light.RED
    return Light.YELLOW if left <= NEAR_THE_LIMIT else Light.GREEN


def _is_stopped(case: Case, reckoning: Reckoning, today: date, calendar: WorkCalendar) -> bool:
    waiting = case.state in {State.AWAITING_CORRECTION, State.AWAITING_PAYMENT}
    return waiting or _is_consulting(case, reckoning.law, today, calendar)


def _is_consulting(case: Case, law: Law, today: date, calendar: WorkCalendar) -> bool:
    """Say whether an opinion is still awaited: after the statutory end nobody waits for it."""
    for consultation in consultations(case):
        ends_on = opinion_due(consultation, law, calendar)
        if consultation.is_open and (ends_on is None or today <= ends_on):
            return True
    return False


def _conditions(
    case: Case, reckoning: Reckoning | None, today: date, calendar: WorkCalendar
) -> Iterator[Condition]:
    if reckoning is None:
        return
    if _is_consulting(case, reckoning.law, today, calendar):
        yield Condition.CONSULTING
    if reckoning.original_due is not None:
        delayed = any(event.new_due is not None for event in case.events)
        yield Condition.DELAYED if delayed else Condition.EXTENDED
    if Flag.OVERDUE in reckoning.flags:
        yield Condition.OVERDUE
    if reckoning.provisional:
        yield Condition.PROVISIONAL


_WAITS = {
    State.SUBMITTED: NextStep.CONFIRM,
    State.AWAITING_CORRECTION: NextStep.AWAIT_CORRECTION,
    State.AWAITING_REASONS: NextStep.AWAIT_REASONS,
    State.AWAITING_PAYMENT: NextStep.AWAIT_PAYMENT,
}


_AT_STAGE = {
    Stage.NOTHING: NextStep.DECIDE,
    Stage.DRAFTING: NextStep.SUBMIT,
    Stage.IN_REVIEW: NextStep.REVIEW,
    Stage.AWAITING_APPROVAL: NextStep.APPROVE,
    Stage.APPROVED: NextStep.ISSUE,
    Stage.DATED: NextStep.SERVE,
}


def _next_step(
    row: RequestRow,
    case: Case,
    reckoning: Reckoning | None,
    today: date,
    calendar: WorkCalendar,
) -> NextStep:
    lapses_after = lapse_after(case, calendar)
    if lapses_after is not None and today > lapses_after:
        return NextStep.LAPSE
    if case.state in _WAITS or reckoning is None:
        return _WAITS.get(case.state, NextStep.CONFIRM)
    draft = draft_of(case)
    if draft.approval is None and _is_consulting(case, reckoning.law, today, calendar):
        return NextStep.AWAIT_OPINION
    return next_of_draft(draft) if row.case_officer else NextStep.ASSIGN


def next_of_draft(draft: Draft) -> NextStep:
    """Return what comes next for a reply that is not served: 拟稿→送审→审查→审批→制发→送达."""
    return NextStep.REVISE if draft.reopened or draft.failed else _AT_STAGE[draft.stage]
