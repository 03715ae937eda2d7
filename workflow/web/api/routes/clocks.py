"""The clock of a request, explained as the terminal and the desk explain it."""

import json
from typing import Final

from fastapi import APIRouter

from states.calendar.workdays import WorkCalendar
from states.clock.answer import Reckoning
from states.clock.ledger import LedgerDay
from workflow.i18n import Lang
from workflow.services.casefile import case_file
from workflow.services.clock.lines import answer_lines
from workflow.web.api.answers import ONE, READS_BODY
from workflow.web.api.calling import CallerDep
from workflow.web.api.models.clock import (
    ClockAnswered,
    ClockAsked,
    ClockShown,
    DeadlineShown,
    FlagShown,
    LedgerLine,
    ReckoningShown,
    SpanShown,
)
from workflow.web.api.models.problems import Fault
from workflow.web.api.refusing import FieldsRefusedError
from workflow.web.api.routes.requests import RequestId
from workflow.web.views.standing import citation_words
from workflow.wording.clocks import CLOCKS, flag_words

router = APIRouter(tags=["clock"])
_NAMELESS: Final = "case"


@router.get("/requests/{request_id}/clock", responses=ONE, summary="期限 The clock, explained")
def clock(desk: CallerDep, request_id: RequestId) -> ClockShown:
    """Explain the dates of the request: each day that counts or does not, and the articles."""
    lang, calendar = desk.lang, desk.office.calendar
    with desk.office.read() as view:
        file = case_file(view, view.requests.number_of(request_id), desk.step, calendar)
    reckoning = file.reckoning
    return ClockShown(
        as_of=min(desk.today, file.case.closed_on or desk.today),
        reply=None if reckoning is None else _reckoned(reckoning, file.ledger, calendar, lang),
        deadlines=[
            DeadlineShown(
                clock=one.key.value,
                name=CLOCKS[one.key].say(lang),
                due=one.due,
                provisional=one.provisional,
                paused=one.paused,
                ref=one.ref,
                article=citation_words(one.citation, lang),
            )
            for one in file.deadlines
        ],
    )


@router.post("/clock", responses=READS_BODY, summary="计算期限 Reckon a date")
def reckon_case(desk: CallerDep, sent: ClockAsked) -> ClockAnswered:
    """Reckon a date from facts alone, by the office's calendar and practice; nothing is kept."""
    said = json.dumps({"id": _NAMELESS, **sent.case})
    lines = answer_lines(
        [said],
        desk.office.calendar,
        as_of=sent.as_of,
        practice=desk.office.practice,
        lang=desk.lang,
    )
    answer = json.loads("".join(lines))
    error = answer.get("error")
    if error is not None:
        raise FieldsRefusedError((Fault(field=error["field"] or "case", detail=error["message"]),))
    return ClockAnswered.model_validate(answer)


def _reckoned(
    found: Reckoning, ledger: tuple[LedgerDay, ...], calendar: WorkCalendar, lang: Lang
) -> ReckoningShown:
    return ReckoningShown(
        law=found.law,
        counts_from=found.counts_from,
        count=found.count,
        due=found.due,
        provisional=found.provisional,
        original_due=found.original_due,
        conservative_due=found.conservative_due,
        suspended_workdays=found.suspended_workdays,
        flags=[FlagShown(code=flag, words=flag_words(flag, lang)) for flag in found.flags],
        basis=[citation_words(citation, lang) for citation in found.basis],
        spans=[
            SpanShown(
                after=span.after,
                until=span.until,
                ref=span.ref,
                article=citation_words(span.citation, lang),
            )
            for span in found.spans
        ],
        ledger=[_line(day, calendar, lang) for day in ledger],
    )


def _line(one: LedgerDay, calendar: WorkCalendar, lang: Lang) -> LedgerLine:
    return LedgerLine(
        day=one.day,
        number=one.number,
        why=one.why,
        holiday=calendar.holiday_name(one.day) or None,
        ref=None if one.span is None else one.span.ref,
        article=None if one.span is None else citation_words(one.span.citation, lang),
    )
