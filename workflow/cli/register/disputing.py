"""What reconsiderations and suits share on the command line: their lists, their ends."""

from collections.abc import Iterator, Sequence
from datetime import date

import typer
from rich.text import Text as RichText

from states.statute.disputes import DisputeDecision, DisputeResult
from states.terms import label
from workflow.cli.desk import Desk, console, print_json
from workflow.cli.register.options import by
from workflow.cli.register.pages import due_cell, plain_due, plain_row, rows_table
from workflow.cli.register.shared import nothing
from workflow.cli.values import by_code_or_name
from workflow.i18n import Text
from workflow.records.reading import RowsWanted
from workflow.services.registers.books import Book
from workflow.services.registers.disputes import (
    Conclude,
    DisputeRow,
    conclude,
    deadlines,
    is_open,
)
from workflow.services.registers.entering import put_right
from workflow.services.registers.lights import Due, due
from workflow.wording.clocks import CLOCKS
from workflow.wording.registers import register_name

_DUE = Text("期限", "Due")
_CONCLUDED = Text(
    "{register} {row_id} 已审结，计为“{result}”", "{register} {row_id} is concluded as “{result}”"
)
_ANSWERED = Text("已登记答复：{register} {row_id}", "Answered: {register} {row_id}")
_ANSWER = "答复"


def next_due(desk: Desk, row: DisputeRow) -> Due | None:
    """Return what is due next in a dispute."""
    calendar = desk.office.calendar
    found = deadlines(row, calendar, desk.office.practice, desk.today)
    return due(found[0], desk.today, calendar) if found and not row.annulled else None


def due_rows(desk: Desk, row: DisputeRow) -> Iterator[tuple[str, str | RichText]]:
    """Yield what is due next, above the fields of a row."""
    found = next_due(desk, row)
    if found is not None:
        yield CLOCKS[found.deadline.key].say(desk.lang), due_cell(found, desk.lang)


def plain_dispute(desk: Desk, row: DisputeRow) -> dict[str, object]:
    """Return what is due next, for another program."""
    return plain_due(next_due(desk, row))


def list_disputes(
    desk: Desk,
    book: Book,
    narrowed: RowsWanted,
    columns: Sequence[str],
    limit: int,
    *,
    only_open: bool,
    only_late: bool,
    as_json: bool,
    command: str,
) -> None:
    """Print disputes with what is due in each; what is due first, first."""
    with desk.office.read() as view:
        rows: Sequence[DisputeRow] = book.register(view).page(narrowed, limit=None)
    found = [(row, next_due(desk, row)) for row in rows]
    if only_open:
        found = [(row, left) for row, left in found if is_open(row)]
    if only_late:
        found = [(row, left) for row, left in found if left is not None and left.is_late]
    found = sorted(found, key=_by_day)[:limit]
    if as_json:
        print_json([{**plain_row(book, row), **plain_due(left)} for row, left in found])
    elif found:
        shown = [row for row, _ in found]
        dues = (_DUE, [due_cell(left, desk.lang) for _, left in found])
        console().print(rows_table(book, shown, columns, desk.lang, dues))
    else:
        is_narrowed = narrowed != RowsWanted() or only_open or only_late
        nothing(desk, command, is_narrowed=is_narrowed)


def record_answer(desk: Desk, book: Book, row_id: int, on: date | None, key: str) -> None:
    """Record that the office has answered."""
    changes: dict[str, object] = {"answered_on": on or desk.today}
    with desk.office.work() as uow:
        put_right(book, row_id, changes, _ANSWER, uow, by(desk, key))
    name = register_name(book.subject, desk.lang)
    typer.echo(_ANSWERED.say(desk.lang, register=name, row_id=row_id))


def record_end(
    desk: Desk, book: Book, row_id: int, decision: str, result: str, on: date | None, key: str
) -> None:
    """Record how a dispute ended."""
    command = Conclude(
        row_id=row_id,
        decision=DisputeDecision(
            by_code_or_name("dispute_decisions", decision, "--decision", desk.lang)
        ),
        result=DisputeResult(by_code_or_name("dispute_results", result, "--result", desk.lang))
        if result
        else None,
        concluded_on=on or desk.today,
    )
    with desk.office.work() as uow:
        counted = conclude(book, command, uow, by(desk, key))
    words = _CONCLUDED.say(
        desk.lang,
        register=register_name(book.subject, desk.lang),
        row_id=row_id,
        result=label("dispute_results", counted, desk.lang),
    )
    typer.echo(words)


def _by_day(found: tuple[DisputeRow, Due | None]) -> tuple[bool, date, int]:
    row, left = found
    return (left is None, row.received_on if left is None else left.on, row.id)
