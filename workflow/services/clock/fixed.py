"""The questions that depend on no request: publication, the annual report, remedies."""

from datetime import date

from states.calendar.workdays import WorkCalendar
from states.clock.answer import Flag
from states.clock.fixed import (
    Remedy,
    ReportLevel,
    annual_report_due,
    publication_due,
    remedy_article,
    remedy_due,
)
from states.statute.periods import PUBLICATION
from states.statute.remedies import remedies_for
from states.statute.versions import Law, law_on
from workflow.services.clock.answer import Answer, counted, flags_of
from workflow.services.clock.cases import CaseLine
from workflow.services.clock.facts import DECISION_SERVED, INFORMATION_FORMED, REPORT_YEAR_END
from workflow.services.clock.faults import CaseLineError


def proactive_publication_due(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    """Answer with the last day to publish what was formed or last changed."""
    formed_on = line.outside_on(INFORMATION_FORMED)
    practice = line.case.practice
    citation = PUBLICATION.under[law_on(formed_on, practice.revised_from)].citation
    due = publication_due(formed_on, calendar, practice)
    return counted(line.law, calendar, formed_on, due, citation, as_of)


def annual_report_due_2007(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    """Answer with the one date that the 2007 text gives every organ."""
    year_end = line.outside_on(REPORT_YEAR_END)
    if law_on(year_end, line.case.practice.revised_from) is not Law.OGI_2007:
        raise CaseLineError(
            "question_split",
            "question",
            line.question,
            "annual_report_due_department / annual_report_due_government",
        )
    return _report_due(line, calendar, as_of, ReportLevel.GOVERNMENT)


def annual_report_due_department(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    """Answer with the date by which a department reports."""
    return _report_due(line, calendar, as_of, ReportLevel.DEPARTMENT)


def annual_report_due_government(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    """Answer with the date by which a government reports."""
    return _report_due(line, calendar, as_of, ReportLevel.GOVERNMENT)


def _report_due(line: CaseLine, calendar: WorkCalendar, as_of: date, level: ReportLevel) -> Answer:
    year_end = line.outside_on(REPORT_YEAR_END)
    calendar.kind(year_end)  # raises where it is unknown, before a year is added to it
    fixed = annual_report_due(year_end.year, level, calendar, line.case.practice)
    return Answer(
        line.law,
        year_end,
        fixed.due,
        () if fixed.citation is None else (fixed.citation,),
        flags=(Flag.OVERDUE,) if as_of > fixed.due else (),
        last_day=fixed.due,
        besides={"last_workday_before": fixed.last_workday_before.isoformat()},
    )


def remedy_ends(line: CaseLine, calendar: WorkCalendar, as_of: date) -> Answer:
    """Answer with the last day to seek a remedy, and the day before it rolled."""
    served_on = line.outside_on(DECISION_SERVED)
    try:
        remedy = Remedy(line.remedy)
    except ValueError:
        raise CaseLineError("remedy_unknown", "remedy", line.remedy, "、".join(Remedy)) from None
    calendar.kind(served_on)  # likewise
    rolled = remedy_due(served_on, remedy, calendar, line.case.practice)
    besides: dict[str, object] = {"raw_last_day": rolled.raw_last_day.isoformat()}
    if line.ground is not None:
        besides["reconsideration_first"] = remedies_for(
            served_on, line.ground
        ).reconsideration_first
    return Answer(
        line.law,
        served_on,
        rolled.due,
        (remedy_article(served_on, remedy, line.case.practice), *rolled.basis),
        rolled.provisional,
        flags_of(rolled.due, as_of, calendar),
        last_day=rolled.raw_last_day,
        besides=besides,
    )
