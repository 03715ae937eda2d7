"""The one cell of 表三 that would explain every sum that does not hold, if there is one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workflow.checking.naming import cell_name
from workflow.checking.printed import shown
from workflow.checking.published import PublishedReport
from workflow.i18n import Text
from workflow.reports.forms.labels import (
    APPLICANT_COLUMNS,
    CARRIED_IN,
    CARRIED_OUT,
    RECEIVED,
    REQUEST_COLUMNS,
    REQUESTS,
    RESULTS_TOTAL,
    TOTAL,
)

# By how much a sum is out: ("row", R3.1) for K3, ("results", company) for K2, ("flow", …) for K1.
Differences = Mapping[tuple[str, str], float]
_NOTHING = Text("", "")
_OUTSIDE = frozenset({RECEIVED, CARRIED_IN, RESULTS_TOTAL, CARRIED_OUT})


@dataclass(frozen=True, slots=True)
class Suspect:
    """A cell, what it prints, and what all the sums want there."""

    row: str
    column: str
    printed: float
    wanted: float


def suspect_words(report: PublishedReport) -> Text:
    """Return the half sentence that names the suspect, or nothing."""
    suspect = suspect_of(report)
    if suspect is None:
        return _NOTHING
    cell = cell_name(REQUESTS, suspect.row, suspect.column)
    printed, wanted = shown(suspect.printed), shown(suspect.wanted)
    return Text(
        f"；各项差额都指向{cell.zh}，印的是{printed}，疑应为{wanted}",
        f"; every difference points at {cell.en}: it prints {printed}, should it be {wanted}?",
    )


def suspect_of(report: PublishedReport) -> Suspect | None:
    """Return the only cell whose change would make all sums of the table hold."""
    out = {sum_: by for sum_, by in _differences(report).items() if by}
    if len(out) < _FEWEST_SUMS:
        return None
    found = [
        Suspect(row, column, figure.value, figure.value - by)
        for row, column, figure in report.cells(REQUESTS)
        if (by := _explained(out, _effects(row, column))) and figure.value - by >= 0
    ]
    return found[0] if len(found) == 1 else None


_FEWEST_SUMS = 2


def _explained(out: Differences, effects: Mapping[tuple[str, str], int]) -> float:
    """Return the one error of a cell that puts exactly these sums out by so much, or 0."""
    if out.keys() != effects.keys():
        return 0
    errors = {out[sum_] * sign for sum_, sign in effects.items()}
    return errors.pop() if len(errors) == 1 else 0


def _effects(row: str, column: str) -> Mapping[tuple[str, str], int]:
    """Return which sums a cell that is 1 too great puts out, and which way."""
    effects = {("row", row): 1 if column == TOTAL else -1}
    if row in {RECEIVED, CARRIED_IN}:
        effects["flow", column] = 1
    elif row == CARRIED_OUT:
        effects["flow", column] = -1
    elif row == RESULTS_TOTAL:
        effects |= {("flow", column): -1, ("results", column): 1}
    else:
        effects["results", column] = -1
    return effects


def _differences(report: PublishedReport) -> Differences:
    return dict((*_of_rows(report), *_of_columns(report)))


def _of_rows(report: PublishedReport) -> Iterator[tuple[tuple[str, str], float]]:
    for row in report.table(REQUESTS):
        parts = [report.value(REQUESTS, row, column.key) for column in APPLICANT_COLUMNS]
        total = report.value(REQUESTS, row, TOTAL)
        if total is not None and None not in parts:
            yield ("row", row), total - sum(filter(None, parts))


def _of_columns(report: PublishedReport) -> Iterator[tuple[tuple[str, str], float]]:
    for column in (each.key for each in REQUEST_COLUMNS):
        values = {row: report.value(REQUESTS, row, column) for row in report.table(REQUESTS)}
        known = {row: value for row, value in values.items() if value is not None}
        if len(known) < len(values) or not known.keys() >= _OUTSIDE:
            continue
        incoming = known[RECEIVED] + known[CARRIED_IN]
        yield ("flow", column), incoming - known[RESULTS_TOTAL] - known[CARRIED_OUT]
        parts = sum(value for row, value in known.items() if row not in _OUTSIDE)
        yield ("results", column), known[RESULTS_TOTAL] - parts
