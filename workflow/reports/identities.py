"""What the figures of a report must fulfil before it is issued."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from states.statute.outcomes import Outcome
from workflow.i18n import Text
from workflow.records.figures import Counted, Opening
from workflow.reports.cells import Cell, CellKey, Cells, Values, Year, opening_of
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import Form, FormColumn, FormTable, PartRule, SumRule

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All that the identities compare; `cited` are the counts by category that the text gives."""

    form: Form
    year: Year
    cells: Cells
    last_year: Values
    openings: Sequence[Opening]
    received: tuple[Counted, ...]
    carried_in: tuple[Counted, ...]
    closed: tuple[Counted, ...]
    cited: Mapping[str, int]

    def cell(self, table: str, row: str, column: str) -> Cell:
        """Return a figure of this year's report."""
        return self.cells[CellKey(table, row, column)]


def findings_of(reckoning: Reckoning) -> tuple[Finding, ...]:
    """Return every identity that does not hold."""
    return tuple(finding for check in CHECKS for finding in check(reckoning))


def sums_hold(reckoning: Reckoning) -> Iterator[Finding]:
    """A total is the sum of its parts, in every column."""
    for table in reckoning.form.tables:
        for sum_rule in table.sums:
            for column in table.columns:
                yield from _sum_holds(reckoning, table, sum_rule, column)


def _sum_holds(
    reckoning: Reckoning, table: FormTable, sum_rule: SumRule, column: FormColumn
) -> Iterator[Finding]:
    total = reckoning.cell(table.key, sum_rule.total, column.key)
    parts = [reckoning.cell(table.key, part, column.key) for part in sum_rule.parts]
    heading = column.heading.format(year=reckoning.year.number)
    right = sum(part.value for part in parts)
    if total.value != right:
        in_parts = {record.id for part in parts for record in part.records}
        missing = tuple(r.number for r in total.records if r.id not in in_parts)
        yield Finding(
            sum_rule.rule,
            Severity.ERROR,
            f"{table.key}.{sum_rule.total}.{column.key}",
            Text(
                f"“{sum_rule.total}”{heading}为{total.value}，各分项之和为{right}{_named_zh(missing)}。",
                f"“{sum_rule.total}” ({column.key}) is {total.value}, its parts add up to {right}"
                f"{_named_en(missing)}.",
            ),
            total.value,
            right,
            missing,
        )


def years_add_up(reckoning: Reckoning) -> Iterator[Finding]:
    """A cumulative figure is last year's and this year's together, where last year's is known."""
    for table in reckoning.form.tables:
        for column in (column for column in table.columns if column.cumulative):
            for row in table.rows:
                before = opening_of(row, reckoning.openings, reckoning.year.eve)
                now = reckoning.cell(table.key, row.label, column.key)
                if now.opening_on is not None and before is None:
                    continue
                last = reckoning.last_year[CellKey(table.key, row.label, column.key)]
                added = reckoning.cell(table.key, row.label, table.columns[0].key).value
                if now.value != last + added:
                    yield _years_differ(table, now, last, added)


def _years_differ(table: FormTable, now: Cell, last: int, added: int) -> Finding:
    return Finding(
        "S3",
        Severity.ERROR,
        f"{table.key}.{now.row}.{now.column}",
        Text(
            f"“{now.row}”历年累计为{now.value}，上年累计{last}加本年度{added}为{last + added}。",
            f"“{now.row}” is {now.value} cumulatively; last year's {last} and this year's "
            f"{added} make {last + added}.",
        ),
        now.value,
        last + added,
    )


def parts_fit(reckoning: Reckoning) -> Iterator[Finding]:
    """What counts some of a row is never greater than the row."""
    for table in reckoning.form.tables:
        for part_rule in table.parts:
            for column in table.columns:
                yield from _part_fits(reckoning, table, part_rule, column)


def _part_fits(
    reckoning: Reckoning, table: FormTable, part_rule: PartRule, column: FormColumn
) -> Iterator[Finding]:
    part = reckoning.cell(table.key, part_rule.part, column.key).value
    whole = reckoning.cell(table.key, part_rule.whole, column.key).value
    heading = column.heading.format(year=reckoning.year.number)
    if part > whole:
        yield Finding(
            part_rule.rule,
            Severity.ERROR,
            f"{table.key}.{part_rule.part}.{column.key}",
            Text(
                f"“{part_rule.part}”{heading}为{part}，大于“{part_rule.whole}”的{whole}。",
                f"“{part_rule.part}” ({column.key}) is {part}, "
                f"more than the {whole} of “{part_rule.whole}”.",
            ),
            part,
            whole,
        )


def replies_were_asked_for(reckoning: Reckoning) -> Iterator[Finding]:
    """Every reply is to a request received in the year or carried into it."""
    replies = reckoning.form.replies
    given = reckoning.cell(replies.table, replies.replies, replies.column)
    received, carried_in = len(reckoning.received), len(reckoning.carried_in)
    asked = {record.id for record in (*reckoning.received, *reckoning.carried_in)}
    strange = tuple(record.number for record in given.records if record.id not in asked)
    if strange:
        yield Finding(
            "S5",
            Severity.ERROR,
            f"{replies.table}.{replies.replies}.{replies.column}",
            Text(
                f"“{replies.replies}”中有{len(strange)}件既不在本年度收到的{received}件之内，"
                f"也不在上年结转的{carried_in}件之内{_named_zh(strange)}。",
                f"“{replies.replies}” counts {len(strange)} neither among the {received} received "
                f"in the year nor the {carried_in} carried in{_named_en(strange)}.",
            ),
            given.value,
            given.value - len(strange),
            strange,
        )


def categories_add_up(reckoning: Reckoning) -> Iterator[Finding]:
    """The counts by category in the text add up to the figure in the table."""
    categories = reckoning.form.categories
    counted = reckoning.cell(categories.table, categories.row, categories.column)
    right = sum(reckoning.cited.values())
    if reckoning.cited and counted.value != right:
        missing = tuple(r.number for r in counted.records if r.kind not in reckoning.cited)
        yield Finding(
            "S6",
            Severity.ERROR,
            f"{categories.table}.{categories.row}.{categories.column}",
            Text(
                f"“{categories.row}”为{counted.value}，正文各类别之和为{right}"
                f"{_named_zh(missing)}。",
                f"“{categories.row}” is {counted.value}, the categories in the text add up to "
                f"{right}{_named_en(missing)}.",
            ),
            counted.value,
            right,
            missing,
        )


def every_closed_request_is_counted_once(reckoning: Reckoning) -> Iterator[Finding]:
    """Each request closed in the year stands in exactly one kind of reply, or is named here."""
    replies = reckoning.form.replies
    kinds = Counter(
        record.id
        for part in replies.parts
        for record in reckoning.cell(replies.table, part, replies.column).records
    )
    where = f"{replies.table}.{replies.replies}.{replies.column}"
    strays = [record for record in reckoning.closed if kinds[record.id] != 1]
    for problem, severity, text in _STRAYS:
        numbers = tuple(r.number for r in strays if _stray(r, replies.unanswered) == problem)
        if numbers:
            words = Text(
                text.zh.format(count=len(numbers), names=_named_zh(numbers)),
                text.en.format(count=len(numbers), names=_named_en(numbers)),
            )
            yield Finding("S7", severity, where, words, len(numbers), 0, numbers)


_STRAYS: tuple[tuple[str, Severity, Text], ...] = (
    (
        "no_outcome",
        Severity.ERROR,
        Text(
            "已办结的申请中有{count}件没有办理结果，不能列入任何一类答复{names}。",
            "{count} closed without an outcome, and so in no kind of reply{names}.",
        ),
    ),
    (
        "unanswered",
        Severity.WARNING,
        Text(
            "视为放弃的{count}件按本机关设置不计为答复{names}。",
            "{count} deemed abandoned, which this office does not count as replies{names}.",
        ),
    ),
    (
        "miscounted",
        Severity.ERROR,
        Text(
            "已办结的申请中有{count}件没有列入唯一的一类答复{names}。",
            "{count} closed, but not in exactly one kind of reply{names}.",
        ),
    ),
)


def _stray(record: Counted, unanswered: frozenset[str]) -> str:
    if not record.kind:
        return "no_outcome"
    return "unanswered" if record.kind in unanswered else "miscounted"


def grounds_are_recorded(reckoning: Reckoning) -> Iterator[Finding]:
    """Where the form asks for the ground, no request was closed without one."""
    form = reckoning.form
    blank = tuple(r.number for r in reckoning.closed if r.kind in _WITHOUT_GROUND)
    if form.needs_ground and blank:
        yield Finding(
            "S8",
            Severity.ERROR,
            f"{form.replies.table}.{form.replies.replies}.{form.replies.column}",
            Text(
                f"有{len(blank)}件办理结果没有记录理由，本表不能归类{_named_zh(blank)}。",
                f"{len(blank)} closed without a recorded ground, which this form asks for"
                f"{_named_en(blank)}.",
            ),
            len(blank),
            0,
            blank,
        )


_WITHOUT_GROUND = frozenset({Outcome.WITHHELD_UNSPECIFIED, Outcome.OTHER_UNSPECIFIED})

CHECKS: tuple[Callable[[Reckoning], Iterable[Finding]], ...] = (
    sums_hold,
    years_add_up,
    parts_fit,
    replies_were_asked_for,
    categories_add_up,
    every_closed_request_is_counted_once,
    grounds_are_recorded,
)


def _named_zh(numbers: tuple[str, ...]) -> str:
    if not numbers:
        return ""
    more = f"等{len(numbers)}件" if len(numbers) > _SHOWN else ""
    return f"（{'、'.join(numbers[:_SHOWN])}{more}）"


def _named_en(numbers: tuple[str, ...]) -> str:
    if not numbers:
        return ""
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f" ({', '.join(numbers[:_SHOWN])}{more})"
