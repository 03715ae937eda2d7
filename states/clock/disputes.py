"""The office's own clocks when it is reconsidered or sued: answer, evidence, appeal.

复议法(2017) 第二十三、四十条; 复议法(2023) 第四十八、五十四、八十八条; 行诉法 第六十七、八十五条.
"""

from dataclasses import dataclass
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.citation import Citation, cite
from states.clock.fixed import ROLLING
from states.clock.spans import ONE_DAY
from states.statute.disputes import CourtPaper, Procedure
from states.statute.instruments import RECONSIDERATION_2017, RECONSIDERATION_2023
from states.statute.periods import (
    APPEAL_JUDGMENT,
    APPEAL_RULING,
    LITIGATION_ANSWER,
    LITIGATION_ANSWER_1990,
    RECONSIDERATION_ANSWER,
    RECONSIDERATION_ANSWER_2017,
    RECONSIDERATION_ANSWER_SUMMARY,
    CalendarDays,
    WorkingDays,
)
from states.statute.practice import DEFAULT_PRACTICE, Practice

_WORKING_DAYS = cite(RECONSIDERATION_2023, 88, 2)
_AS_IN_CIVIL_PROCEDURE = cite(RECONSIDERATION_2017, 40, 1)
_ANSWERS = {
    Procedure.ORDINARY: RECONSIDERATION_ANSWER,
    Procedure.SUMMARY: RECONSIDERATION_ANSWER_SUMMARY,
}
_APPEALS = {CourtPaper.JUDGMENT: APPEAL_JUDGMENT, CourtPaper.RULING: APPEAL_RULING}


@dataclass(frozen=True, slots=True)
class DisputeDate:
    """The last day of a period in a dispute, and the articles that it rests on."""

    due: date
    provisional: bool
    basis: tuple[Citation, ...]

    @property
    def citation(self) -> Citation:
        """The article that sets the period."""
        return self.basis[0]


def reconsideration_answer_due(
    copy_received_on: date,
    procedure: Procedure,
    calendar: WorkCalendar,
    practice: Practice = DEFAULT_PRACTICE,
) -> DisputeDate:
    """Return the last day for the written answer with its evidence, from receipt of the copy.

    Before the revision there is no summary procedure, and the ten days are calendar days.
    """
    if copy_received_on < practice.reconsideration_revised_from:
        period = RECONSIDERATION_ANSWER_2017
        return _rolled(copy_received_on, period, calendar, _AS_IN_CIVIL_PROCEDURE)
    return _counted(copy_received_on, _ANSWERS[procedure], calendar)


def lawsuit_answer_due(
    copy_received_on: date, calendar: WorkCalendar, practice: Practice = DEFAULT_PRACTICE
) -> DisputeDate:
    """Return the last day for defence and evidence, from receipt of the copy of the complaint."""
    is_old = copy_received_on < practice.six_months_from  # the day the amended text came in force
    return _rolled(
        copy_received_on, LITIGATION_ANSWER_1990 if is_old else LITIGATION_ANSWER, calendar
    )


def appeal_due(served_on: date, paper: CourtPaper, calendar: WorkCalendar) -> DisputeDate:
    """Return the last day to appeal against what a court of first instance served on a day."""
    return _rolled(served_on, _APPEALS[paper], calendar)


def _counted(start: date, period: WorkingDays, calendar: WorkCalendar) -> DisputeDate:
    due = calendar.nth_workday(start, period.count)
    basis = (period.citation, _WORKING_DAYS)
    return DisputeDate(due, calendar.is_provisional(start, due), basis)


def _rolled(
    start: date, period: CalendarDays, calendar: WorkCalendar, *by: Citation
) -> DisputeDate:
    """Count calendar days; an end on a rest day is the next working day."""
    raw = start + period.count * ONE_DAY
    due = calendar.next_workday_on_or_after(raw)
    provisional = calendar.is_provisional(raw - ONE_DAY, due)
    return DisputeDate(due, provisional, (period.citation, *by, *ROLLING))
