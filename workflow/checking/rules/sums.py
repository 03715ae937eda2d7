"""Sums inside the tables of one report: K1, K2, K3, K5; S1, S2, S4; N1, N2."""

from collections.abc import Iterator, Sequence

from workflow.checking.naming import cell_name, column_label, column_name, row_name, terms
from workflow.checking.printed import Mark
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


def results_of(report: PublishedReport, column: str) -> float | None:
    """Return the sum of the results of a column, or None where one of them is not known."""
    return sum_of([report.value(REQUESTS, row, column) for row in result_rows(report)])


def parts_of(report: PublishedReport, table: str, row: str) -> float | None:
    """Return the sum of a row without its total, or None where a part of it is not known."""
    parts = _APPLICANTS if table == REQUESTS else _DISPUTE_PARTS
    return sum_of([report.value(table, row, column) for column in parts])


def sum_of(values: Sequence[float | None]) -> float | None:
    """Return a sum, or None where a part of it is not known."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


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
        total, right = report.value(REQUESTS, RESULTS_TOTAL, column), results_of(report, column)
        if total is not None and right is not None and total != right:
            facts: dict[str, Fact] = {
                "column": column_name(REQUESTS, column),
                "suspect": suspect_words(report),
            }
            yield Fault(f"{REQUESTS}.{RESULTS_TOTAL}.{column}", total, right, facts)


def applicants_add_up(checked: Checked) -> Iterator[Fault]:
    """K3: in every row, the total is the sum of the six kinds of applicant."""
    yield from _rows_add_up(checked.report, REQUESTS, _APPLICANTS)


def disputes_add_up(checked: Checked) -> Iterator[Fault]:
    """K5: in every block, the total is the sum of the four results."""
    yield from _rows_add_up(checked.report, DISPUTES, _DISPUTE_PARTS)


def _rows_add_up(report: PublishedReport, table: str, columns: Sequence[str]) -> Iterator[Fault]:
    for row, figures in report.table(table).items():
        total, right = report.value(table, row, TOTAL), parts_of(report, table, row)
        if total is not None and right is not None and total != right:
            parts = [(column_label(table, column), figures[column].value) for column in columns]
            facts: dict[str, Fact] = {
                "row": row_name(table, row),
                "sum": terms(parts),
                "suspect": suspect_words(report) if table == REQUESTS else "",
            }
            yield Fault(f"{table}.{row}.{TOTAL}", total, right, facts)


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
        right = sum_of([report.value(STATISTICS, part, column) for part in (*parts, *more)])
        if whole.mark is Mark.NUMBER and right is not None and whole.value != right:
            facts = {"cell": cell_name(STATISTICS, total, column)}
            yield Fault(f"{STATISTICS}.{total}.{column}", whole.value, right, facts)


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
