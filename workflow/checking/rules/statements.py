"""The text against the tables: K7."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workflow.checking.naming import cell_name, row_name
from workflow.checking.prose.statements import Statement, Topic, statements
from workflow.checking.published import STATISTICS, PublishedReport
from workflow.checking.rules.rule import Checked, Fact, Fault
from workflow.checking.rules.sums import parts_of, sum_of
from workflow.checking.tables.statistics import CUMULATIVE, YEAR
from workflow.i18n import Text
from workflow.reports.forms import form_2008
from workflow.reports.forms.labels import (
    APPLICANT_COLUMNS,
    CARRIED_IN,
    CARRIED_OUT,
    DISPUTES,
    FAMILIES,
    OTHERWISE,
    PROACTIVE,
    RECEIVED,
    REQUESTS,
    RESULTS_TOTAL,
    TOTAL,
)
from workflow.reports.forms.labels_2014 import COLUMN


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of the tables: what it is called, its value, and what else may be meant by it."""

    name: Text
    value: float
    others: tuple[float, ...] = ()


Tabled = Callable[[PublishedReport], _Figure | None]


def text_says_what_the_tables_say(checked: Checked) -> Iterator[Fault]:
    """K7: a figure that the text states of the year is the one in the table.

    Where the text states it more than once, one that agrees is enough: the others may be narrower.
    """
    stated: defaultdict[Topic, list[Statement]] = defaultdict(list)
    for statement in statements(checked.sentences, checked.report.year):
        stated[statement.topic].append(statement)
    for topic, said in stated.items():
        figure = next(filter(None, (tabled(checked.report) for tabled in _TABLED[topic])), None)
        if figure is None or {each.number for each in said} & {figure.value, *figure.others}:
            continue
        facts: dict[str, Fact] = {"sentence": said[0].sentence.quoted, "cell": figure.name}
        yield Fault(said[0].sentence.where, said[0].number, figure.value, facts)


def _cell(table: str, row: str, column: str) -> Tabled:
    def tabled(report: PublishedReport) -> _Figure | None:
        value = report.value(table, row, column)
        return None if value is None else _Figure(cell_name(table, row, column), value)

    return tabled


def _taken_on(column: str) -> Tabled:
    """What was received; the carried in may be counted with it."""

    def tabled(report: PublishedReport) -> _Figure | None:
        new = report.value(REQUESTS, RECEIVED, column)
        if new is None:
            return None
        before = report.value(REQUESTS, CARRIED_IN, column) or 0
        return _Figure(cell_name(REQUESTS, RECEIVED, column), new, (new + before,))

    return tabled


def _organisations(report: PublishedReport) -> _Figure | None:
    """What was received of all that are no natural persons, the carried in with it or not."""
    columns = [column.key for column in APPLICANT_COLUMNS[1:]]
    new, before = (
        [report.value(REQUESTS, row, column) for column in columns]
        for row in (RECEIVED, CARRIED_IN)
    )
    if None in new:
        return None
    received = sum(filter(None, new))
    name = Text("“法人或其他组织”新收合计", "R1, all organisations")
    return _Figure(name, received, (received + sum(filter(None, before)),))


def _finished(report: PublishedReport) -> _Figure | None:
    """What was finished; those carried in may be left out of it."""
    done = report.value(REQUESTS, RESULTS_TOTAL, TOTAL)
    if done is None:
        return None
    before = report.value(REQUESTS, CARRIED_IN, TOTAL) or 0
    return _Figure(cell_name(REQUESTS, RESULTS_TOTAL, TOTAL), done, (done - before,))


def _total(report: PublishedReport, table: str, row: str) -> float | None:
    """Return the total of a row, added up where it was left blank."""
    total = report.value(table, row, TOTAL)
    return parts_of(report, table, row) if total is None else total


def _family(code: str) -> Tabled:
    def tabled(report: PublishedReport) -> _Figure | None:
        rows = [row for row in report.table(REQUESTS) if row == code or row.startswith(f"{code}.")]
        total = sum_of([_total(report, REQUESTS, row) for row in rows])
        if not rows or total is None:
            return None
        label = FAMILIES[code]
        return _Figure(Text(f"“{label}”合计", f"{code} “{label}”"), total)

    return tabled


def _cases(*blocks: str) -> Tabled:
    """The cases of some blocks by their totals, or, where these are wrong, by their results."""

    def tabled(report: PublishedReport) -> _Figure | None:
        total = sum_of([_total(report, DISPUTES, block) for block in blocks])
        if total is None:
            return None
        name = "、".join(row_name(DISPUTES, block).zh for block in blocks)
        by_results = sum_of([parts_of(report, DISPUTES, block) for block in blocks])
        others = () if by_results is None else (by_results,)
        return _Figure(Text(f"{name}总计", f"{name}, total"), total, others)

    return tabled


def _old(label: str, national: int, column: str = YEAR) -> Sequence[Tabled]:
    return (
        _cell(STATISTICS, label, column),
        _cell(STATISTICS, str(national), COLUMN),
    )


_TABLED: dict[Topic, Sequence[Tabled]] = {
    Topic.RECEIVED: (_cell(REQUESTS, RECEIVED, TOTAL), *_old(form_2008.RECEIVED, 17)),
    Topic.TAKEN_ON: (_taken_on(TOTAL), *_old(form_2008.RECEIVED, 17)),
    Topic.CARRIED_IN: (_cell(REQUESTS, CARRIED_IN, TOTAL),),
    Topic.CARRIED_OUT: (_cell(REQUESTS, CARRIED_OUT, TOTAL),),
    Topic.FINISHED: (_finished, _cell(STATISTICS, "22", COLUMN)),
    Topic.PERSONS: (_taken_on("natural_person"),),
    Topic.ORGANISATIONS: (_organisations,),
    Topic.DISCLOSED: (_family("R3.1"),),
    Topic.PARTLY: (_family("R3.2"),),
    Topic.WITHHELD: (_family("R3.3"),),
    Topic.UNAVAILABLE: (_family("R3.4"),),
    Topic.UNPROCESSED: (_family("R3.5"),),
    Topic.OTHERWISE: (_family(OTHERWISE),),
    Topic.RECONSIDERATIONS: (_cases("reconsideration"), *_old(form_2008.RECONSIDERATIONS, 40)),
    Topic.LAWSUITS: (
        _cases("litigation_direct", "litigation_after_reconsideration"),
        *_old(form_2008.LAWSUITS, 44),
    ),
    Topic.PUBLISHED: _old(form_2008.PUBLISHED, 1),
    Topic.PUBLISHED_IN_ALL: (_cell(STATISTICS, form_2008.PUBLISHED, CUMULATIVE),),
    Topic.NORMATIVE_ISSUED: (_cell(PROACTIVE, "normative_documents", "issued"),),
    Topic.NORMATIVE_REPEALED: (_cell(PROACTIVE, "normative_documents", "repealed"),),
    Topic.NORMATIVE_IN_FORCE: (_cell(PROACTIVE, "normative_documents", "in_force"),),
}
