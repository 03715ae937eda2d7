"""By when a letter must have gone out, where the law says so."""

from datetime import date

from states.clock.answer import answer_due
from states.clock.deadlines import correction_notice_due
from states.statute.periods import ASK_CORRECTION
from workflow.letters.derive import without
from workflow.letters.kinds import LetterRule, SendBy
from workflow.letters.lawful import step_told_of
from workflow.letters.record import Occasion


def last_day(row: LetterRule, occasion: Occasion) -> date | None:
    """Return the last day for a letter to go out; None where no rule gives one."""
    if occasion.request is None or occasion.request.case.receipt is None:
        return None
    told = step_told_of(row.kind)
    case = occasion.request.case if told is None else without(occasion.request.case, told)
    match row.send_by:
        case SendBy.SAME_DAY:
            return case.received_on
        case SendBy.CORRECTION_WINDOW if occasion.law in ASK_CORRECTION.under:
            return correction_notice_due(case, occasion.calendar)
        case SendBy.ANSWER_DUE:
            return answer_due(case, occasion.calendar, occasion.on)
        case _:
            return None
