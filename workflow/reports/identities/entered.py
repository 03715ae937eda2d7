"""What people enter: nothing left blank, and nothing against what is on record."""

from collections.abc import Iterator

from workflow.i18n import Text
from workflow.reports.cells import Cell
from workflow.reports.findings import Finding, Severity
from workflow.reports.forms.shape import FormTable, Source
from workflow.reports.identities.reckoning import Reckoning, finding, named_en, named_zh

_SHOWN = 6


def nothing_is_left_blank(reckoning: Reckoning) -> Iterator[Finding]:
    """What only people can know was entered; what was not is printed as 0, or as proposed."""
    for table in reckoning.form.tables:
        missing = [cell for cell in _enterable(reckoning, table) if cell.is_missing]
        if missing:
            yield _blank(reckoning, table, missing)


def _blank(reckoning: Reckoning, table: FormTable, missing: list[Cell]) -> Finding:
    names = [
        f"“{reckoning.called(table, cell.key.row)}”"
        f"{reckoning.heading(table, cell.key.row, cell.key.column)}"
        for cell in missing
    ]
    shown = "、".join(names[:_SHOWN]) + (f"等{len(names)}项" if len(names) > _SHOWN else "")
    codes = ", ".join(str(cell.key) for cell in missing[:_SHOWN])
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    return finding(
        "S12",
        Severity.WARNING,
        missing[0].key,
        Text(
            f"有{len(missing)}个数字没有录入，暂按登记情况或者0印出：{shown}。请补录。",
            f"{len(missing)} figure(s) were not entered and are printed as recorded, or as 0: "
            f"{codes}{more}. Enter them.",
        ),
        len(missing),
        0,
    )


def what_is_entered_agrees_with_the_registers(reckoning: Reckoning) -> Iterator[Finding]:
    """Where the registers know a figure too, what was entered is the same."""
    for table in reckoning.form.tables:
        for cell in _enterable(reckoning, table):
            if cell.entered is None or cell.entered == cell.counted or not _is_known(table, cell):
                continue
            label = reckoning.called(table, cell.key.row)
            heading = reckoning.heading(table, cell.key.row, cell.key.column)
            yield finding(
                "S13",
                Severity.WARNING,
                cell.key,
                Text(
                    f"“{label}”{heading}录入为{cell.entered}，登记簿中为{cell.counted}。",
                    f"“{label}” was entered as {cell.entered}; the registers have {cell.counted}.",
                ),
                cell.entered,
                cell.counted,
            )


def fees_have_amounts(reckoning: Reckoning) -> Iterator[Finding]:
    """Every fee notice and every payment names its amount, or the sum is short."""
    numbers = reckoning.measures.without_amount
    if numbers:
        yield Finding(
            "S14",
            Severity.WARNING,
            "measures.fee_paid",
            Text(
                f"有{len(numbers)}件申请的收费通知或者缴费没有记录金额，未计入收费总额"
                f"{named_zh(numbers)}。",
                f"{len(numbers)} request(s) with a fee whose amount is not recorded, and not in "
                f"the sum{named_en(numbers)}.",
            ),
            len(numbers),
            0,
            numbers,
        )


def _enterable(reckoning: Reckoning, table: FormTable) -> Iterator[Cell]:
    for row, column in table.places:
        if row.source is Source.ENTERED:
            yield reckoning.cell(table.key, row.key, column.key)


def _is_known(table: FormTable, cell: Cell) -> bool:
    """Whether the registers can propose the figure."""
    row = table.row(cell.key.row)
    if row is None or not row.selections:
        return False
    return any(c.proposed for c in table.columns_of(row) if c.key == cell.key.column)
