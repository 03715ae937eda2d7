"""This year beside the year before: K4, K6, S3."""

from collections.abc import Iterator

from workflow.checking.naming import cell_name, column_name, row_name
from workflow.checking.published import STATISTICS, PublishedReport
from workflow.checking.rules.rule import Checked, Fact, Fault
from workflow.checking.tables.statistics import CUMULATIVE, YEAR
from workflow.reports.forms.labels import (
    CARRIED_IN,
    CARRIED_OUT,
    PROACTIVE,
    REQUEST_COLUMNS,
    REQUESTS,
)

_NOTHING_BEFORE = PublishedReport()


def carried_in_was_carried_out(checked: Checked) -> Iterator[Fault]:
    """K4: in every column, what is carried in is what the year before carried out."""
    before = checked.previous or _NOTHING_BEFORE
    for column in (each.key for each in REQUEST_COLUMNS):
        now = checked.report.value(REQUESTS, CARRIED_IN, column)
        then = before.value(REQUESTS, CARRIED_OUT, column)
        if now is not None and then is not None and now != then:
            facts = {"column": column_name(REQUESTS, column)}
            yield Fault(f"{REQUESTS}.{CARRIED_IN}.{column}", now, then, facts)


def in_force_follows(checked: Checked) -> Iterator[Fault]:
    """K6: what is in force was in force the year before, plus issued, less repealed."""
    before = checked.previous or _NOTHING_BEFORE
    for row, figures in checked.report.table(PROACTIVE).items():
        now, issued, repealed = (
            figures.get(column) for column in ("in_force", "issued", "repealed")
        )
        then = before.value(PROACTIVE, row, "in_force")
        if now is None or issued is None or repealed is None or then is None:
            continue
        right = then + issued.value - repealed.value
        if now.value != right:
            facts: dict[str, Fact] = {
                "row": row_name(PROACTIVE, row),
                "then": then,
                "issued": issued.value,
                "repealed": repealed.value,
            }
            yield Fault(f"{PROACTIVE}.{row}.in_force", now.value, right, facts)


def years_add_up(checked: Checked) -> Iterator[Fault]:
    """S3: a cumulative figure is that of the year before and this year's, and no less than it."""
    before = checked.previous or _NOTHING_BEFORE
    for row, figures in checked.report.table(STATISTICS).items():
        if CUMULATIVE not in figures or YEAR not in figures:
            continue
        year, now = figures[YEAR].value, figures[CUMULATIVE].value
        then = before.value(STATISTICS, row, CUMULATIVE)
        if (then is None and now < year) or (then is not None and now != then + year):
            facts: dict[str, Fact] = {
                "cell": cell_name(STATISTICS, row, CUMULATIVE),
                "year": year,
                "then": then or 0,
            }
            where = f"{STATISTICS}.{row}.{CUMULATIVE}"
            yield Fault(where, now, (then or 0) + year, facts)
