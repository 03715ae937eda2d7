"""What a figure counted, shortly: for the desk's own page, where a pointer rests on it."""

from workflow.records.figures import Figures
from workflow.reports.cells import Cell, CellKey, Cells, list_cell

_HINTED = 10


def hints_of(figures: Figures, cells: Cells) -> dict[CellKey, str]:
    """Return the opening balance and the first numbers behind each figure that is not nothing."""
    told = ((key, _hint(figures, cell)) for key, cell in cells.items() if cell.value)
    return {key: hint for key, hint in told if hint}


def _hint(figures: Figures, cell: Cell) -> str:
    parts = []
    if cell.opening_on is not None:
        parts.append(f"期初数{cell.opening}（截至{cell.opening_on.isoformat()}）")
    records = list_cell(figures, cell, limit=_HINTED)
    if records:
        more = f"等{cell.counted}项" if cell.counted > _HINTED else ""
        parts.append("、".join(record.number for record in records) + more)
    return "；".join(parts)
