"""Figures that only people can know: entered once, put right with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation

from workflow.records.facts import EnteredFigure
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.reports.annual import place_in
from workflow.reports.catalogue import form_for
from workflow.reports.cells import CellKey
from workflow.reports.forms.shape import Form, FormColumn, FormRow, Source
from workflow.services.errors import AmountError, NotEnterableError

_CORRECTED = "更正"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterFigure:
    """Enter a figure of a year's report, or another in its place."""

    year: int
    table: str
    row: str
    column: str
    amount: str
    actor: str
    note: str = ""
    reason: str = ""
    form_key: str | None = None


@dataclass(frozen=True, slots=True)
class EnteredNow:
    """What was entered, and what stood there before."""

    key: CellKey
    row: str
    column: str
    amount: str
    before: str | None = None


def enter_figure(command: EnterFigure, uow: UnitOfWork, *, at: datetime) -> EnteredNow:
    """Keep a figure that people entered.

    Raises CellUnknownError, NotEnterableError or AmountError.
    """
    form = form_for(command.year, uow.practice, key=command.form_key)
    key = place_in(form, command.year, command.table, command.row, command.column)
    row, column = _place(form, key)
    if row.source is not Source.ENTERED:
        raise NotEnterableError(str(key), _enterable(form, key.table))
    amount = _amount(command.amount, key, is_decimal=row.decimal or column.decimal)
    found = uow.entered_figures.where(
        year=command.year, form_table=key.table, row_key=key.row, column_key=key.column
    )
    heading = column.heading.format(year=command.year)
    if not found:
        fact = EnteredFigure(
            year=command.year,
            form_table=key.table,
            row_key=key.row,
            column_key=key.column,
            amount=amount,
            note=command.note,
        )
        uow.entered_figures.add(fact, actor=command.actor, at=at)
        return EnteredNow(key, row.label, heading, amount)
    before = found[0]
    if before.amount != amount or (command.note and command.note != before.note):
        uow.entered_figures.amend(
            before.id,
            {"amount": amount, "note": command.note or before.note},
            reason=command.reason or _CORRECTED,
            actor=command.actor,
            at=at,
        )
    return EnteredNow(key, row.label, heading, amount, before.amount)


def enter_figures(
    commands: Sequence[EnterFigure], uow: UnitOfWork, *, at: datetime
) -> tuple[EnteredNow, ...]:
    """Keep several figures, or none: AmountsError holds everything that is wrong with them."""
    done, faults = [], {}
    for command in commands:
        try:
            done.append(enter_figure(command, uow, at=at))
        except AmountError as error:
            faults[CellKey(command.table, command.row, command.column)] = error
    if faults:
        raise AmountsError(faults)
    return tuple(done)


class AmountsError(Exception):
    """Some of several figures cannot be kept, so none is; each with what is wrong with it."""

    def __init__(self, faults: Mapping[CellKey, AmountError]) -> None:
        """Keep what is wrong, by place."""
        super().__init__(*map(str, faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Enterable:
    """A figure that people enter, and what they did enter, if anything."""

    key: CellKey
    row: str
    column: str
    amount: str | None


def enterable_figures(view: View, year: int, form_key: str | None = None) -> tuple[Enterable, ...]:
    """Return every figure of a year that people enter, in the order of the form."""
    form = form_for(year, view.practice, key=form_key)
    entered = {
        CellKey(row.form_table, row.row_key, row.column_key): row.amount
        for row in view.entered_figures.where(year=year)
    }
    return tuple(
        Enterable(key, row.label, column.heading.format(year=year), entered.get(key))
        for table in form.tables
        for row, column in table.places
        if row.source is Source.ENTERED
        for key in (CellKey(table.key, row.key, column.key),)
    )


def _place(form: Form, key: CellKey) -> tuple[FormRow, FormColumn]:
    table = form.table(key.table)
    rows = () if table is None else tuple(table.places)
    return next(
        (row, column) for row, column in rows if (row.key, column.key) == (key.row, key.column)
    )


def _enterable(form: Form, table: str) -> tuple[str, ...]:
    found = form.table(table)
    rows = () if found is None else found.rows
    return tuple(row.key for row in rows if row.source is Source.ENTERED)


def _amount(words: str, key: CellKey, *, is_decimal: bool) -> str:
    """Return an amount as it is kept; what is counted is whole, a change may be negative."""
    try:
        amount = Decimal(words.strip().replace(",", ""))
    except InvalidOperation:
        raise AmountError(str(key), words) from None
    is_whole = amount.is_finite() and amount == amount.to_integral_value()
    if not amount.is_finite() or not (is_decimal or is_whole):
        raise AmountError(str(key), words)
    if amount < 0 and key.column not in _MAY_FALL:
        raise AmountError(str(key), words)
    return f"{int(amount)}" if is_whole else f"{amount.normalize():f}"


# 本年增/减: what became fewer is written with a minus.
_MAY_FALL = frozenset({"change"})
