"""Reports and forms on paper."""

from tests.workflow.documents import samples
from tests.workflow.documents.printed import Page, pages_of
from workflow.documents.model import (
    Block,
    Cell,
    Document,
    Layout,
    PageBreak,
    Paragraph,
    Role,
    Table,
)
from workflow.documents.pdf import to_pdf


def a_report(*blocks: Block) -> list[Page]:
    return pages_of(to_pdf(Document("年度报告", "zh-CN", Layout.REPORT, blocks)))


def a_table(rows: int, columns: int = 3) -> Table:
    head = tuple(Cell(f"栏{column}", head=True) for column in range(columns))
    body = tuple(tuple(Cell(f"行{row}") for _ in range(columns)) for row in range(rows))
    return Table((head, *body), 1, (1.0,) * columns, caption="登记表")


def test_pages_are_numbered_out_of_how_many() -> None:
    pages = a_report(a_table(80))

    assert len(pages) > 1
    assert pages[-1].lines()[-1] == f"第{len(pages)}页，共{len(pages)}页"


def test_the_head_of_a_long_table_is_printed_on_every_page() -> None:
    pages = a_report(a_table(120))

    assert len(pages) > 2
    assert all(page.text.count("栏0") == 1 for page in pages)
    assert sum(page.text.count("登记表") for page in pages) == 1


def test_every_row_of_a_long_table_is_printed_once() -> None:
    pages = a_report(a_table(120, columns=1))
    rows = [line for page in pages for line in page.lines() if line.startswith("行")]

    assert rows == [f"行{row}" for row in range(120)]


def test_a_table_that_fits_on_a_page_is_not_torn() -> None:
    filler = tuple(Paragraph.of("文") for _ in range(20))
    pages = a_report(*filler, a_table(20))

    assert ["栏0" in page.text for page in pages] == [False, True]


def test_a_heading_stays_with_the_table_below_it() -> None:
    filler = tuple(Paragraph.of("文") for _ in range(20))
    pages = a_report(*filler, Paragraph.of("二、数据", Role.HEADING), a_table(20))

    assert ["二、数据" in page.text for page in pages] == [False, True]


def test_only_the_page_of_a_wide_table_is_turned() -> None:
    pages = a_report(Paragraph.of("前"), a_table(3, columns=14), Paragraph.of("后"))

    assert [page.width > page.height for page in pages] == [False, True, False]
    assert [("前" in page.text, "栏13" in page.text, "后" in page.text) for page in pages] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_what_follows_a_page_break_begins_a_page() -> None:
    first, second = a_report(Paragraph.of("前"), PageBreak(), Paragraph.of("后"))

    assert "前" in first.text
    assert second.lines()[0] == "后"


def test_the_statutory_table_stands_on_one_page() -> None:
    pages = pages_of(to_pdf(samples.report()))
    (page,) = [page for page in pages if "申请人情况" in page.text]

    assert "四、结转下年度继续办理" in page.text
    assert "二、收到和处理" in page.lines()[0]


def test_a_title_a_little_too_long_stays_on_one_line() -> None:
    first = pages_of(to_pdf(samples.report()))[0]

    assert first.lines()[0] == "清溪镇人民政府2025年政府信息公开工作年度报告"


def test_a_long_title_is_broken_into_lines_about_as_long_as_each_other() -> None:
    title = "国" * 34
    pages = pages_of(to_pdf(Document(title, "zh-CN", Layout.REPORT, ())))

    assert sorted(map(len, pages[0].lines()[:2])) in ([16, 18], [17, 17])


def test_a_form_fits_on_one_page() -> None:
    (page,) = pages_of(to_pdf(samples.form()))

    assert "编号：2025-17" in page.text
    assert page.text.endswith("第1页，共1页")


def test_a_row_longer_than_a_page_goes_on_over_the_next() -> None:
    pages = a_report(Table(((Cell("国" * 3_000), Cell("乙")),), 0, (1, 1)))

    assert len(pages) > 1
    assert sum(page.text.count("国") for page in pages) == 3_000


def test_an_empty_line_leaves_room_to_write_by_hand() -> None:
    def height(text: str) -> float:
        rows = ((Cell("上"), Cell(text)), (Cell("下"), Cell("")))
        (page,) = a_report(Table(rows, 0, (1, 1)))
        return page.find("下")[0].baseline - page.find("上")[0].baseline

    one, three = height("甲"), height("\n\n")

    assert three > one + 4  # half of what two lines of 10.5 points add: the text is in the middle
