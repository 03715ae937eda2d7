from datetime import date

import pytest

from workflow.documents.errors import TableShapeError
from workflow.documents.model import (
    Align,
    Block,
    Cell,
    Document,
    Layout,
    Paragraph,
    Role,
    Run,
    Signature,
    Table,
)
from workflow.documents.rows import full_rows

ON = date(2025, 9, 22)  # Mon


def a_table(*rows: tuple[Cell, ...], head_rows: int = 0, columns: int = 2) -> Table:
    return Table(rows, head_rows, (1.0,) * columns)


def a_document(*blocks: Block, signature: Signature | None = None) -> Document:
    return Document("标题", "zh-CN", Layout.REPORT, blocks, signature=signature)


def test_the_title_is_printed_at_the_head_when_no_block_has_it() -> None:
    document = a_document(Paragraph.of("正文"))

    assert document.flow == (Paragraph.of("标题", Role.TITLE), Paragraph.of("正文"))


def test_the_title_is_printed_once_when_a_block_has_it() -> None:
    title = Paragraph.of("分两行的\n标题", Role.TITLE)

    assert a_document(title).flow == (title,)


def test_the_signature_follows_the_last_block() -> None:
    signature = Signature("某镇人民政府", ON)

    assert a_document(Paragraph.of("正文"), signature=signature).flow[-1] == signature


def test_a_paragraph_says_what_its_runs_say_together() -> None:
    assert Paragraph((Run("依"), Run("法", bold=True))).text == "依法"


def test_a_head_is_centred_unless_it_is_said_otherwise() -> None:
    assert Cell("列", head=True).aligned is Align.CENTER
    assert Cell("行", head=True, align=Align.LEFT).aligned is Align.LEFT
    assert Cell("文").aligned is Align.LEFT


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        pytest.param(((Cell("a"),),), (1, 2), id="a gap at the end of a row"),
        pytest.param(((Cell("a"), Cell("b"), Cell("c")),), (1, 3), id="a cell too many"),
        pytest.param(((Cell("a", span=3),),), (1, 3), id="a cell over too many columns"),
        pytest.param(((Cell("a", rows=2), Cell("b")),), (2, 1), id="a cell over too many rows"),
        pytest.param(
            ((Cell("a"), Cell("b", rows=2)), (Cell("c", span=2),)), (2, 2), id="an overlap"
        ),
        pytest.param(((Cell("a"), Cell("b", span=0)),), (1, 2), id="a cell of nothing"),
    ],
)
def test_a_table_that_does_not_fit_together_is_refused(
    rows: tuple[tuple[Cell, ...], ...], at: tuple[int, int]
) -> None:
    with pytest.raises(TableShapeError) as refused:
        a_table(*rows)

    assert (refused.value.row, refused.value.column) == at


def test_a_cell_may_not_reach_out_of_the_rows_that_are_printed_on_each_page() -> None:
    with pytest.raises(TableShapeError):
        a_table((Cell("a", rows=2), Cell("b")), (Cell("c"),), head_rows=1)


def test_a_table_has_no_more_rows_in_its_head_than_it_has() -> None:
    with pytest.raises(TableShapeError):
        a_table((Cell("a"), Cell("b")), head_rows=2)


def test_a_full_row_tells_of_the_cells_that_cover_it_from_above() -> None:
    table = a_table((Cell("a"), Cell("b", rows=2)), (Cell("c"),))

    assert [(place.cell.text, place.begins) for place in full_rows(table)[1]] == [
        ("c", True),
        ("b", False),
    ]


def test_only_a_table_of_many_columns_is_turned() -> None:
    assert not a_table(tuple(Cell("") for _ in range(12)), columns=12).landscape
    assert a_table(tuple(Cell("") for _ in range(13)), columns=13).landscape
