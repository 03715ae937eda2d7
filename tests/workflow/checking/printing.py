"""The official tables printed in the shapes that real pages have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from tests.workflow.reports.consistent import Table
from workflow.reports.forms.labels import (
    APPLICANTS_HEADING,
    CONTENT_HEADING,
    DISPUTE_COLUMNS,
    DISPUTE_ROWS,
    LITIGATION_HEADING,
    ORGANISATIONS_HEADING,
    PROACTIVE_2019,
    PROACTIVE_2021,
    RECKONING_NOTE,
    REQUEST_COLUMNS,
    REQUEST_ROWS_2019,
    REQUEST_ROWS_2021,
    TOTAL,
    RowLabel,
)

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True)
class Printed:
    """A cell as it is printed: its text, and the columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


Lines = list[list[Printed]]


@dataclass(frozen=True)
class Shape:
    """How a page prints: each field is a liberty that real pages take."""

    full_width: bool = False
    thousands: bool = False
    unit: str = ""
    merged: bool = True
    with_total: bool = True
    with_head: bool = True
    cut_before: str = ""
    headings_in_two: bool = False
    padding: int = 0
    labels: Mapping[str, str] = field(default_factory=dict)
    spaced: bool = False
    note: str = ""

    def number(self, value: int) -> str:
        """Print a figure."""
        digits = f"{value:,}" if self.thousands else str(value)
        shown = digits.translate(FULL_WIDTH) if self.full_width else digits
        return f"{shown}{self.unit}"

    def label(self, row: RowLabel) -> str:
        """Print the label of a row."""
        words = self.labels.get(row.key, row.label)
        return " ".join(words) if self.spaced else words


PLAIN = Shape()


def request_lines(table: Table, shape: Shape = PLAIN, *, form: str = "2021") -> list[Lines]:
    """Print 表三 as one table, or as two where the shape cuts it."""
    columns = [c for c in REQUEST_COLUMNS if shape.with_total or c.key != TOTAL]
    head = _request_head(shape) if shape.with_head else []
    parts: list[Lines] = [[*head]]
    labels = REQUEST_ROWS_2021 if form == "2021" else REQUEST_ROWS_2019
    rows = [row for row in labels if row.key in table]
    for row, groups in zip(rows, _groups(rows, shape), strict=True):
        if row.key == shape.cut_before:
            parts.append([])
        figures = [Printed(shape.number(table[row.key][c.key])) for c in columns]
        padding = [Printed("")] * shape.padding
        parts[-1].append([*groups, *figures, *padding])
    if shape.note:
        parts[-1].append([Printed(shape.note, 3 + len(columns))])
    return parts


def _request_head(shape: Shape) -> Lines:
    kinds = [column.label for column in REQUEST_COLUMNS if column.group]
    total = [Printed("总计", 1, 2)] if shape.with_total else []
    if shape.headings_in_two:
        upper = [Printed(kind[:2]) for kind in kinds]
        lower = [Printed(kind[2:]) for kind in kinds]
        return [
            [Printed("", 3), Printed("自然人"), *upper, *(Printed("总计") for _ in total)],
            [Printed("", 4), *lower, *(Printed("") for _ in total)],
        ]
    width = 1 + len(kinds) + len(total)
    return [
        [Printed(RECKONING_NOTE, 3, 3), Printed(APPLICANTS_HEADING, width)],
        [Printed("自然人", 1, 2), Printed(ORGANISATIONS_HEADING, len(kinds)), *total],
        [Printed(kind) for kind in kinds],
    ]


def _groups(rows: Sequence[RowLabel], shape: Shape) -> Iterator[list[Printed]]:
    """Yield the label cells of every row: three columns, merged down and across, or left blank."""
    printed: set[str] = set()
    for number, row in enumerate(rows):
        cells: list[Printed] = []
        for group in row.groups:
            height = sum(group in later.groups for later in rows[number:])
            if group not in printed:
                cells.append(
                    Printed(group, 1, height if shape.merged and not shape.cut_before else 1)
                )
            elif not shape.merged or shape.cut_before:
                cells.append(Printed(""))
            printed.add(group)
        span = 3 - len(row.groups)
        if shape.merged:
            yield [*cells, Printed(shape.label(row), span)]
        else:
            yield [*cells, Printed(shape.label(row)), *[Printed("")] * (span - 1)]


def dispute_lines(table: Table, shape: Shape = PLAIN) -> Lines:
    """Print 表四: three blocks side by side."""
    results = [column.label for column in DISPUTE_COLUMNS]
    figures = [
        Printed(shape.number(table[row.key][column.key]))
        for row in DISPUTE_ROWS
        for column in DISPUTE_COLUMNS
    ]
    return [
        [Printed(DISPUTE_ROWS[0].label, 5), Printed(LITIGATION_HEADING, 10)],
        [
            *(Printed(result, 1, 2) for result in results),
            *(Printed(row.label, 5) for row in DISPUTE_ROWS[1:]),
        ],
        [Printed(result) for _ in DISPUTE_ROWS[1:] for result in results],
        figures,
    ]


def upright_dispute_lines(table: Table, shape: Shape = PLAIN) -> Lines:
    """Print 表四 turned: a row for each block."""
    return [
        [Printed(""), *(Printed(column.label) for column in DISPUTE_COLUMNS)],
        *(
            [
                Printed(row.label),
                *(Printed(shape.number(table[row.key][c.key])) for c in DISPUTE_COLUMNS),
            ]
            for row in DISPUTE_ROWS
        ),
    ]


def proactive_lines(table: Table, shape: Shape = PLAIN, *, form: str = "2021") -> Lines:
    """Print 表二: its blocks one under the other."""
    lines: Lines = []
    for block in PROACTIVE_2021 if form == "2021" else PROACTIVE_2019:
        last = 4 - len(block.columns)
        headings = [column.label for column in block.columns]
        lines.append([Printed(block.heading, 4)])
        lines.append(
            [Printed(CONTENT_HEADING), *map(Printed, headings[:-1]), Printed(headings[-1], last)]
        )
        for row in block.rows:
            figures = [shape.number(table[row.key][column.key]) for column in block.columns]
            lines.append(
                [Printed(row.label), *map(Printed, figures[:-1]), Printed(figures[-1], last)]
            )
    return lines


def html_table(lines: Lines) -> str:
    """Write a table of a page."""
    rows = ("".join(map(_td, cells)) for cells in lines)
    return f"<table border=1><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"


def _td(cell: Printed) -> str:
    spans = (("colspan", cell.columns), ("rowspan", cell.rows))
    attributes = "".join(f' {name}="{span}"' for name, span in spans if span > 1)
    return f"<td{attributes}><p><span>{escape(cell.text)}</span></p></td>"


def html_page(title: str, *parts: str) -> str:
    """Write a page: what is no table is a paragraph."""
    body = "\n".join(part if part.startswith("<table") else f"<p>{part}</p>" for part in parts)
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>"
        "<style>td{border:1px}</style><script>var total = 99;</script></head>"
        f"<body><h1>{title}</h1>\n{body}\n</body></html>"
    )
