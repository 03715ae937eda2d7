"""Every request that was closed stands in exactly one kind of result, or is named."""

from collections import Counter
from collections.abc import Iterator

from states.statute.outcomes import Outcome
from workflow.i18n import Text
from workflow.records.counting import (
    Condition,
    Counted,
    Edge,
    OpenAt,
    Question,
    Register,
    Selection,
)
from workflow.reports.cells import Cell, list_cell
from workflow.reports.findings import Finding, Severity
from workflow.reports.identities.reckoning import Reckoning, finding, named_en, named_zh

_REQUESTS = Selection(Register.REQUESTS)
_WITHOUT_GROUND = frozenset({Outcome.WITHHELD_UNSPECIFIED, Outcome.OTHER_UNSPECIFIED})


def closed_in(reckoning: Reckoning, *conditions: Condition) -> Question:
    """Return the question for the requests closed in the year."""
    return Question(_REQUESTS.narrowed(*conditions), reckoning.year.span(Edge.ENDED))


def replies_were_asked_for(reckoning: Reckoning) -> Iterator[Finding]:
    """Every reply is to a request received in the year or carried into it."""
    replies = reckoning.form.replies
    year = reckoning.year
    received = Question(_REQUESTS, year.span())
    carried_in = Question(_REQUESTS, OpenAt(year.eve))
    closed = closed_in(reckoning)
    carried_out = Question(_REQUESTS, OpenAt(year.last_day))
    came, before, went, left = reckoning.figures.numbers(
        reckoning.offices, (received, carried_in, closed, carried_out)
    )
    if went + left <= came + before:
        return
    asked = {record.key for q in (received, carried_in) for record in reckoning.asked(q)}
    given = reckoning.cell(replies.table, replies.replies, replies.column)
    strange = [record for record in reckoning.listed(given) if record.key not in asked]
    if strange:
        label = _label(reckoning)
        yield finding(
            "S5",
            Severity.ERROR,
            given.key,
            Text(
                f"“{label}”中有{len(strange)}件既不在本年度收到的{came}件之内，"
                f"也不在上年结转的{before}件之内{named_zh(strange)}。",
                f"“{label}” counts {len(strange)} neither among the {came} received "
                f"in the year nor the {before} carried in{named_en(strange)}.",
            ),
            given.value,
            given.value - len(strange),
            strange,
        )


def every_closed_request_is_counted_once(reckoning: Reckoning) -> Iterator[Finding]:
    """Each request closed in the year stands in exactly one kind of result, or is named here."""
    replies = reckoning.form.replies
    rows = [reckoning.cell(replies.table, part, replies.column) for part in replies.parts]
    blank = Condition("outcome", frozenset({""}))
    closed, without = reckoning.figures.numbers(
        reckoning.offices, (closed_in(reckoning), closed_in(reckoning, blank))
    )
    if closed == sum(cell.value for cell in rows) and not without and not _overlaps(rows):
        return
    counts = Counter(record.key for cell in rows for record in list_cell(reckoning.figures, cell))
    strays = [r for r in reckoning.asked(closed_in(reckoning)) if counts[r.key] != 1]
    where = reckoning.cell(replies.table, replies.replies, replies.column).key
    for problem, severity, text in _STRAYS:
        some = [record for record in strays if _stray(record, replies.unanswered) == problem]
        if some:
            words = Text(
                text.zh.format(count=len(some), names=named_zh(some)),
                text.en.format(count=len(some), names=named_en(some)),
            )
            yield finding(replies.rule, severity, where, words, len(some), 0, some)


def _overlaps(rows: list[Cell]) -> bool:
    """Whether an outcome is counted in two of the rows."""
    outcomes: Counter[str] = Counter()
    for cell in rows:
        held = {
            code
            for asked in cell.asked
            for condition in asked.question.selection.conditions
            if condition.column == "outcome" and not condition.excluded
            for code in condition.codes
        }
        outcomes.update(held)
    return any(count > 1 for count in outcomes.values())


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
            "有{count}件不计为答复，没有列入各类答复{names}。",
            "{count} not counted as replies, and in no kind of them{names}.",
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
    if record.kind in unanswered:
        return "unanswered"
    # Named by the rule about grounds.
    return "no_ground" if record.kind in _WITHOUT_GROUND else "miscounted"


def grounds_are_recorded(reckoning: Reckoning) -> Iterator[Finding]:
    """Where the form asks for the ground, no request was closed without one."""
    if not reckoning.form.needs_ground:
        return
    asked = closed_in(reckoning, Condition("outcome", frozenset(map(str, _WITHOUT_GROUND))))
    count = reckoning.figures.number(reckoning.offices, asked)
    if count:
        blank = reckoning.asked(asked)
        replies = reckoning.form.replies
        yield finding(
            "S8",
            Severity.ERROR,
            reckoning.cell(replies.table, replies.replies, replies.column).key,
            Text(
                f"有{count}件办理结果没有记录理由，本表不能归类{named_zh(blank)}。",
                f"{count} closed without a recorded ground, which this form asks for"
                f"{named_en(blank)}.",
            ),
            count,
            0,
            blank,
        )


def rows_are_settled(reckoning: Reckoning) -> Iterator[Finding]:
    """Where more than one row can be argued for an outcome, the requests are named."""
    if not reckoning.form.arguable:
        return
    asked = closed_in(reckoning, Condition("outcome", reckoning.form.arguable))
    count = reckoning.figures.number(reckoning.offices, asked)
    if count:
        some = reckoning.asked(asked)
        replies = reckoning.form.replies
        yield finding(
            "S11",
            Severity.WARNING,
            reckoning.cell(replies.table, replies.replies, replies.column).key,
            Text(
                f"有{count}件的办理结果可以列入本表不止一行，请核对{named_zh(some)}。",
                f"{count} ended in a way for which more than one row can be argued; check them"
                f"{named_en(some)}.",
            ),
            count,
            None,
            some,
        )


def _label(reckoning: Reckoning) -> str:
    replies = reckoning.form.replies
    table = reckoning.form.table(replies.table)
    return replies.replies if table is None else reckoning.called(table, replies.replies)
