"""Where the cells of a table stand, when some of them cover several places."""

from collections.abc import Iterator, Sequence

from workflow.documents.errors import TableShapeError

Extent = tuple[int, int]  # how many rows and how many columns a cell covers
Place = tuple[int, int]


def check_shape(extents: Sequence[Sequence[Extent]], columns: int, head_rows: int) -> None:
    """Refuse cells that do not cover every place of the table exactly once.

    The rows that are printed on each page are a table of their own: no cell reaches out of them.
    """
    if not 0 <= head_rows <= len(extents):
        raise TableShapeError(len(extents), 0)
    _check_covered(extents[:head_rows], columns, 0)
    _check_covered(extents[head_rows:], columns, head_rows)


def places(extents: Sequence[Sequence[Extent]]) -> Iterator[tuple[int, list[Place]]]:
    """Yield for every row its number and the place of each of its cells, as HTML places them."""
    taken: set[Place] = set()
    for row, cells in enumerate(extents):
        column, placed = 0, list[Place]()
        for rows, span in cells:
            while (row, column) in taken:
                column += 1
            placed.append((row, column))
            taken.update(
                (row + down, column + right) for down in range(rows) for right in range(span)
            )
            column += span
        yield row, placed


def _check_covered(extents: Sequence[Sequence[Extent]], columns: int, first_row: int) -> None:
    covered: set[Place] = set()
    for row, placed in places(extents):
        for (rows, span), (_, column) in zip(extents[row], placed, strict=True):
            if rows < 1 or span < 1:
                raise TableShapeError(row + first_row, column)
            for place in _covers(row, column, rows, span):
                _check_place(place, covered, (len(extents), columns), first_row)
                covered.add(place)
    for place in _covers(0, 0, len(extents), columns):
        if place not in covered:
            raise TableShapeError(place[0] + first_row, place[1])


def _covers(row: int, column: int, rows: int, span: int) -> Iterator[Place]:
    for down in range(rows):
        for right in range(span):
            yield row + down, column + right


def _check_place(place: Place, covered: set[Place], size: Extent, first_row: int) -> None:
    row, column = place
    if place in covered or row >= size[0] or column >= size[1]:
        raise TableShapeError(row + first_row, column)
