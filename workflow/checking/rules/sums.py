"""Sums inside the tables of one report: K1, K2, K3, K5; S1, S2, S4; N1, N2."""

from collections.abc import Iterator, Mapping, Sequence

from workflow.checking.naming import cell_name, column_label, column_name, row_name, terms
from workflow.checking.published import STATISTICS, PublishedReport
from workflow.checking.rules.rule import Checked, Fact, Fault
from workflow.checking.rules.suspects import suspect_words
from workflow.checking.tables.statistics import EXTRA_CHANNELS
from workflow.reports.forms import form_2008
from workflow.reports.forms.labels import (
    APPLICANT_COLUMNS,
    CARRIED_IN,
    CARRIED_OUT,
    DISPUTE_COLUMNS,
    DISPUTES,
    OTHERWISE,
    RECEIVED,
    REQUEST_COLUMNS,
    REQUEST_ROWS_2019,
    REQUEST_ROWS_2021,
    REQUESTS,
    RESULTS_TOTAL,
    TOTAL,
)
from workflow.reports.forms.labels_2014 import SUMS_2014

_APPLICANTS = tuple(column.key for column in APPLICANT_COLUMNS)
_DISPUTE_PARTS = tuple(column.key for column in DISPUTE_COLUMNS if column.key != TOTAL)
PARTS_2014 = {2: 1, 11: 10, 13: 12}


def result_rows(report: PublishedReport) -> tuple[str, ...]:
    """Return the rows that 总计 adds up: those of the form whose （六）其他处理 the report has."""
    is_single = OTHERWISE in report.table(REQUESTS)
    rows = REQUEST_ROWS_2019 if is_single else REQUEST_ROWS_2021
    outside = {RECEIVED, CARRIED_IN, RESULTS_TOTAL, CARRIED_OUT}
    return tuple(row.key for row in rows if row.key not in outside)


def incoming_is_outgoing(checked: Checked) -> Iterator[Fault]:
    """K1: in every column, received and carried in are finished and carried out."""
    report = checked.report
    for column in (each.key for each in REQUEST_COLUMNS):
        new, before, done, after = (
            report.value(REQUESTS, row, column)
            for row in (RECEIVED, CARRIED_IN, RESULTS_TOTAL, CARRIED_OUT)
        )
        if new is None or before is None or done is None or after is None:
            continue
        if new + before != done + after:
            facts: dict[str, Fact] = {
                "column": column_name(REQUESTS, column),
                "new": new,
                "before": before,
                "done": done,
                "after": after,
                "suspect": suspect_words(report),
            }
            where = f"{REQUESTS}.{RESULTS_TOTAL}.{column}"
            yield Fault(where, new + before, done + after, facts)


def results_add_up(checked: Checked) -> Iterator[Fault]:
    """K2: in every column, the total of the results is the sum of the results."""
    report = checked.report
    for column in (each.key for each in REQUEST_COLUMNS):
        total = report.value(REQUESTS, RESULTS_TOTAL, column)
        parts = [report.value(REQUESTS, row, column) for row in result_rows(report)]
        known = [part for part in parts if part is not None]
        if total is None or len(known) < len(parts):
            continue
        if total != sum(known):
            facts: dict[str, Fact] = {
                "column": column_name(REQUESTS, column),
                "suspect": suspect_words(report),
            }
            yield Fault(f"{REQUESTS}.{RESULTS_TOTAL}.{column}", total, sum(known), facts)


def applicants_add_up(checked: Checked) -> Iterator[Fault]:
    """K3: in every row, the total is the sum of the six kinds of applicant."""
    report = checked.report
    for row, figures in report.table(REQUESTS).items():
        if TOTAL not in figures or not figures.keys() >= set(_APPLICANTS):
            continue
        right = sum(figures[column].value for column in _APPLICANTS)
        if figures[TOTAL].value != right:
            facts: dict[str, Fact] = {
                "row": row_name(REQUESTS, row),
                "sum": _written(REQUESTS, figures_of(report, REQUESTS, row), _APPLICANTS),
                "suspect": suspect_words(report),
            }
            yield Fault(f"{REQUESTS}.{row}.{TOTAL}", figures[TOTAL].value, right, facts)


def disputes_add_up(checked: Checked) -> Iterator[Fault]:
    """K5: in every block, the total is the sum of the four results."""
    for row, figures in checked.report.table(DISPUTES).items():
        if TOTAL not in figures or not figures.keys() >= set(_DISPUTE_PARTS):
            continue
        right = sum(figures[column].value for column in _DISPUTE_PARTS)
        if figures[TOTAL].value != right:
            facts: dict[str, Fact] = {
                "row": row_name(DISPUTES, row),
                "sum": _written(
                    DISPUTES, figures_of(checked.report, DISPUTES, row), _DISPUTE_PARTS
                ),
            }
            yield Fault(f"{DISPUTES}.{row}.{TOTAL}", figures[TOTAL].value, right, facts)


def figures_of(report: PublishedReport, table: str, row: str) -> Mapping[str, float]:
    """Return the figures of a row by column."""
    return {column: each.value for column, each in report.table(table)[row].items()}


def _written(table: str, figures: Mapping[str, float], columns: Sequence[str]) -> str:
    return terms([(column_label(table, column), figures[column]) for column in columns])


def channels_add_up_2008(checked: Checked) -> Iterator[Fault]:
    """S1: requests received are those of the channels; a place may have more channels."""
    channels = (form_2008.IN_PERSON, form_2008.ONLINE, form_2008.BY_LETTER)
    more = tuple(row for row in EXTRA_CHANNELS if row in checked.report.table(STATISTICS))
    yield from _row_sums(checked.report, form_2008.RECEIVED, channels, more)


def replies_add_up_2008(checked: Checked) -> Iterator[Fault]:
    """S2: replies are those of the four kinds."""
    kinds = (form_2008.AGREED, form_2008.AGREED_PARTLY, form_2008.WITHHELD, form_2008.OTHER)
    yield from _row_sums(checked.report, form_2008.REPLIES, kinds)


def sums_hold_2014(checked: Checked) -> Iterator[Fault]:
    """N1: in the national table, each total is the sum of its parts."""
    for total, parts in SUMS_2014.items():
        yield from _row_sums(checked.report, str(total), tuple(map(str, parts)))


def _row_sums(
    report: PublishedReport, total: str, parts: Sequence[str], more: Sequence[str] = ()
) -> Iterator[Fault]:
    """Yield a fault for every column in which a row is not the sum of others that are all there."""
    for column, whole in report.table(STATISTICS).get(total, {}).items():
        values = [report.value(STATISTICS, part, column) for part in (*parts, *more)]
        known = [value for value in values if value is not None]
        if len(known) == len(values) and whole.value != sum(known):
            facts = {"cell": cell_name(STATISTICS, total, column)}
            yield Fault(f"{STATISTICS}.{total}.{column}", whole.value, sum(known), facts)


def channels_fit_2008(checked: Checked) -> Iterator[Fault]:
    """S4: no channel published more than was published; together they may."""
    for part in (form_2008.ON_WEBSITE, form_2008.IN_GAZETTE):
        yield from _fits(checked.report, part, form_2008.PUBLISHED)


def parts_fit_2014(checked: Checked) -> Iterator[Fault]:
    """N2: in the national table, what counts some of a row is not more than the row."""
    for part, whole in PARTS_2014.items():
        yield from _fits(checked.report, str(part), str(whole))


def _fits(report: PublishedReport, part: str, whole: str) -> Iterator[Fault]:
    for column, some in report.table(STATISTICS).get(part, {}).items():
        every = report.value(STATISTICS, whole, column)
        if every is not None and some.value > every:
            facts = {
                "cell": cell_name(STATISTICS, part, column),
                "whole": cell_name(STATISTICS, whole, column),
            }
            yield Fault(f"{STATISTICS}.{part}.{column}", some.value, every, facts)
