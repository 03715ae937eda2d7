import io
from datetime import UTC, datetime

import openpyxl
import pytest
from hypothesis import given
from openpyxl.worksheet.worksheet import Worksheet

from tests.workflow.documents import samples
from tests.workflow.documents.hostile import HOSTILE
from tests.workflow.documents.test_literal import ANY_TEXT
from workflow.documents.errors import CellTooLongError
from workflow.documents.literal import literal
from workflow.documents.model import Align, Cell, Document, Layout, Table
from workflow.documents.xlsx import MAX_CELL_TEXT, Chart, Sheet, sheets_of, to_xlsx


def read(data: bytes, *, values: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def first_page(data: bytes, *, values: bool = False) -> Worksheet:
    page = read(data, values=values).worksheets[0]
    assert isinstance(page, Worksheet)
    return page


def a_sheet(*rows: tuple[Cell, ...], head_rows: int = 0, caption: str = "") -> Sheet:
    columns = sum(cell.span for cell in rows[0])
    return Sheet("表", Table(rows, head_rows, (1.0,) * columns, caption))


def figure(number: int) -> Cell:
    return Cell(str(number), align=Align.RIGHT, number=number)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    cell = first_page(to_xlsx([a_sheet((Cell(text),))])).cell(1, 1)

    assert (cell.value, cell.data_type) == (text, "s")


@given(ANY_TEXT)
def test_text_is_never_anything_else(text: str) -> None:
    cell = first_page(to_xlsx([a_sheet((Cell(text), Cell("乙")))])).cell(1, 1)

    # openpyxl reads what a workbook writes as _x005F_x0041_ without undoing it.
    said = literal(text).replace("\ufffe", "")
    assert (cell.value or "").replace("_x005F", "") == said.replace("_x005F", "")
    assert cell.data_type == ("s" if text else "n")


def test_a_number_is_a_number_and_a_text_of_figures_is_not() -> None:
    page = first_page(to_xlsx([a_sheet((figure(7), Cell("0571"), Cell("110101199001011234")))]))

    assert [cell.value for cell in page[1]] == [7, "0571", "110101199001011234"]


def test_a_total_is_a_live_formula_with_its_value() -> None:
    rows = ((figure(3),), (figure(4),), (figure(7),))
    sheet = Sheet("表", Table(rows, 0, (1,), "件数"), totals={(2, 0): ((0, 0), (1, 0))})
    data = to_xlsx([sheet])

    assert first_page(data).cell(4, 1).value == "=A2+A3"
    assert first_page(data, values=True).cell(4, 1).value == 7


def test_merged_heads_are_merged() -> None:
    page = first_page(to_xlsx(sheets_of(samples.report())))
    merged = {str(found) for found in page.merged_cells.ranges}

    # Below the caption in row 1: the corner over 3 by 3 places, the head over five columns.
    assert {"A1:J1", "A2:C4", "D2:J2", "E3:I3", "A7:A28"} <= merged
    assert page["E3"].value == "法人或其他组织"
    assert page["A7"].value == "三、本年度办理结果"


def test_the_head_stays_in_sight_and_is_printed_on_every_page() -> None:
    page = first_page(to_xlsx(sheets_of(samples.report())))

    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$2:$4"
    assert page.page_setup.paperSize == 9  # A4
    assert page.page_setup.orientation == "portrait"


def test_a_wide_table_is_printed_on_a_turned_page() -> None:
    page = first_page(to_xlsx([a_sheet(tuple(Cell("") for _ in range(13)))]))

    assert page.page_setup.orientation == "landscape"


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    page = first_page(to_xlsx([a_sheet((Cell("字" * 200), Cell("乙"))), a_sheet((Cell("甲"),))]))

    assert (page.row_dimensions[1].height or 0) > 100


def test_a_chart_draws_the_cells_of_its_table() -> None:
    head = (Cell("年度", head=True), Cell("件数", head=True))
    rows = (head, *((Cell(f"{year}年"), figure(year - 2000)) for year in range(2021, 2024)))
    chart = Chart("近三年", ((1, 0), (3, 0)), ((1, 1), (3, 1)))
    page = first_page(to_xlsx([Sheet("表 '1'", Table(rows, 1, (1, 1)), charts=(chart,))]))

    (drawn,) = page._charts  # noqa: SLF001 -- there is no other way
    assert drawn.series[0].val.numRef.f == "'表 1'!$B$2:$B$4"
    assert drawn.series[0].cat.strRef.f == "'表 1'!$A$2:$A$4"


def test_every_table_of_a_document_has_its_sheet() -> None:
    book = read(to_xlsx(sheets_of(samples.report())))

    assert book.sheetnames == ["收到和处理政府信息公开申请情况", "图1 近五年新收申请数量"]


def test_the_name_of_a_sheet_is_one_that_a_spreadsheet_allows() -> None:
    names = ("a/b:c[1]", "长" * 40, "长" * 40, "A", "a", "'", "")
    table = Table(((Cell("x"),),), 0, (1,))
    book = read(to_xlsx([Sheet(name, table) for name in names]))

    assert book.sheetnames == [
        "a b c 1", "长" * 31, f"{'长' * 29} 2", "A", "a 2", "Sheet", "Sheet 2",
    ]  # fmt: skip


def test_a_link_leads_on_and_a_link_within_the_desk_does_not() -> None:
    cells = (Cell("网站", link="https://a.gov.cn/x"), Cell("7", link="/desk/cells/1"))
    page = first_page(to_xlsx([a_sheet(cells)]))

    assert page["A1"].hyperlink is not None
    assert page["A1"].value == "网站"
    assert page["B1"].hyperlink is None


def test_a_text_too_long_for_a_cell_is_refused_with_its_place() -> None:
    with pytest.raises(CellTooLongError, match="表!B1"):
        to_xlsx([a_sheet((Cell("甲"), Cell("字" * (MAX_CELL_TEXT + 1))))])


def test_the_workbook_says_when_the_document_was_made() -> None:
    at = datetime(2025, 9, 22, 1, 30, tzinfo=UTC)

    made = read(to_xlsx([a_sheet((Cell("甲"),))], created_at=at)).properties.created
    assert made == at.replace(tzinfo=None)


def test_a_document_without_tables_has_no_sheets() -> None:
    assert sheets_of(Document("题", "zh-CN", Layout.REPORT, ())) == ()
