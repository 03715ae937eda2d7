"""Dates that depend on no request: publication, own records, the annual report, remedies.

条例(2007) 第十八、三十一条; 条例(2019) 第二十六、四十九条; 民法典 第二百零一至二百零三条.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from states.citation import Citation, cite
from states.clock.spans import ONE_DAY
from states.statute.instruments import (
    CIVIL_CODE,
    CIVIL_PROCEDURE,
    LITIGATION,
    LITIGATION_1990,
    OGI_2007,
    OGI_2019,
    RECONSIDERATION_2017,
    RECONSIDERATION_2023,
)
from states.statute.own_records import OWN_RECORDS
from states.statute.periods import PUBLICATION
from states.statute.practice import DEFAULT_PRACTICE, Practice
from states.statute.remedies import Regime, regime_on, remedies_for
from states.statute.versions import Law, law_on

_MONTHS = 12


class ReportLevel(StrEnum):
    """Whose annual report: the law gives departments and governments their own dates."""

    TOWN = "town"
    DEPARTMENT = "department"
    GOVERNMENT = "government"


class Remedy(StrEnum):
    """A way to have a decision reviewed."""

    RECONSIDERATION = "reconsideration"
    LITIGATION = "litigation"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration"


@dataclass(frozen=True, slots=True)
class FixedDate:
    """A calendar date that never rolls, and the working day on or before it."""

    due: date
    last_workday_before: date
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class RolledDate:
    """The end of a period of calendar days, and the raw day before it rolled."""

    due: date
    raw_last_day: date
    provisional: bool
    basis: tuple[Citation, ...]


def publication_due(
    formed_on: date, calendar: WorkCalendar, practice: Practice = DEFAULT_PRACTICE
) -> date:
    """Return the last day to publish information formed or changed on a day."""
    period = PUBLICATION.under[law_on(formed_on, practice.revised_from)]
    return calendar.nth_workday(formed_on, period.count)


def records_correction_due(
    received_on: date, calendar: WorkCalendar, practice: Practice = DEFAULT_PRACTICE
) -> date:
    """Return the office's own last day to correct a person's records; the text sets none."""
    return calendar.nth_workday(received_on, practice.records_correction_days)


def records_correction_article(
    received_on: date, practice: Practice = DEFAULT_PRACTICE
) -> Citation:
    """Return the article by which a person may have their records corrected."""
    return OWN_RECORDS[law_on(received_on, practice.revised_from)]


def annual_report_due(
    year: int,
    level: ReportLevel,
    calendar: WorkCalendar,
    practice: Practice = DEFAULT_PRACTICE,
) -> FixedDate:
    """Return the date by which the report on a year is published.

    The 2007 text gives every organ 31 March (not read in the text itself); the 2019 text names
    departments (31 January) and governments (31 March), and leaves towns to practice.
    """
    if law_on(date(year, 12, 31), practice.revised_from) is Law.OGI_2007:
        due, citation = date(year + 1, 3, 31), cite(OGI_2007, 31)
    elif level is ReportLevel.DEPARTMENT:
        due, citation = date(year + 1, 1, 31), cite(OGI_2019, 49, 1)
    elif level is ReportLevel.GOVERNMENT:
        due, citation = date(year + 1, 3, 31), cite(OGI_2019, 49, 2)
    else:
        due = date(year + 1, practice.town_report_month, practice.town_report_day)
        citation = cite(OGI_2019, 49)
    return FixedDate(due, calendar.last_workday_on_or_before(due), citation)


def remedy_due(
    served_on: date,
    remedy: Remedy,
    calendar: WorkCalendar,
    practice: Practice = DEFAULT_PRACTICE,
) -> RolledDate:
    """Return the last day to seek a remedy against a decision served on a day.

    The day of service is not counted; months end on the same day of the month, or its last;
    an end on a rest day rolls to the next working day.
    """
    plan = remedies_for(served_on, None, six_months_from=practice.six_months_from)
    if remedy is Remedy.RECONSIDERATION:
        raw = served_on + plan.reconsideration_days * ONE_DAY
    elif remedy is Remedy.LITIGATION:
        raw = add_months(served_on, plan.litigation_months)
    else:
        raw = served_on + plan.after_reconsideration_days * ONE_DAY
    due = calendar.next_workday_on_or_after(raw)
    return RolledDate(due, raw, calendar.is_provisional(raw - ONE_DAY, due), ROLLING)


def remedy_article(
    served_on: date, remedy: Remedy, practice: Practice = DEFAULT_PRACTICE
) -> Citation:
    """Return the article that sets the period of a remedy."""
    return _ARTICLES[regime_on(served_on, six_months_from=practice.six_months_from)][remedy]


_SUIT_2015 = {
    Remedy.LITIGATION: cite(LITIGATION, 46),
    Remedy.LITIGATION_AFTER_RECONSIDERATION: cite(LITIGATION, 45),
}
_RECONSIDERED_2017 = {Remedy.RECONSIDERATION: cite(RECONSIDERATION_2017, 9)}
_RECONSIDERED_2023 = {Remedy.RECONSIDERATION: cite(RECONSIDERATION_2023, 20)}
_ARTICLES: dict[Regime, dict[Remedy, Citation]] = {
    Regime.THREE_MONTHS: {
        **_RECONSIDERED_2017,
        Remedy.LITIGATION: cite(LITIGATION_1990, 39),
        Remedy.LITIGATION_AFTER_RECONSIDERATION: cite(LITIGATION_1990, 38),
    },
    Regime.SIX_MONTHS: _RECONSIDERED_2017 | _SUIT_2015,
    Regime.UNSETTLED_SCOPE: _RECONSIDERED_2023 | _SUIT_2015,
    Regime.SETTLED_SCOPE: _RECONSIDERED_2023 | _SUIT_2015,
}
ROLLING = (cite(CIVIL_PROCEDURE, 85), cite(CIVIL_CODE, 203))


def add_months(start: date, months: int) -> date:
    """Return the same day so many months on, or the month's last day where it has none."""
    years, month = divmod(start.month - 1 + months, _MONTHS)
    last_day = monthrange(start.year + years, month + 1)[1]
    return date(start.year + years, month + 1, min(start.day, last_day))
