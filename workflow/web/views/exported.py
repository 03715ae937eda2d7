"""A list as a workbook: the columns of its page, every cell text, so that no formula lives."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from workflow.documents.model import Cell, Table
from workflow.documents.xlsx import Sheet, to_xlsx
from workflow.i18n import Lang, Text, say_date
from workflow.records.tables.requests import RequestRow
from workflow.services.worklist import WorkLine
from workflow.web.views.searched import Result, result_of
from workflow.web.views.worklist import row_of

_TITLE = Text("待办清单", "Worklist")
_CAPTION = Text("{title}（{day}，共 {n} 件）", "{title} ({day}, {n} requests)")
_LINES: Final = (
    (Text("编号", "Number"), 14),
    (Text("剩余", "Left"), 8),
    (Text("答复期限", "Answer due"), 12),
    (Text("暂定", "Provisional"), 6),
    (Text("状态", "State"), 16),
    (Text("下一步", "Next"), 12),
    (Text("申请内容", "Asked for"), 40),
    (Text("申请人", "Applicant"), 12),
    (Text("渠道", "Channel"), 10),
    (Text("收到", "Received"), 12),
    (Text("经办", "Officer"), 12),
)
_ALL = Text("申请查询", "Requests")
_RESULTS: Final = (
    (Text("编号", "Number"), 14),
    (Text("状态、结果", "State, outcome"), 20),
    (Text("收到", "Received"), 12),
    (Text("答复期限", "Answer due"), 12),
    (Text("暂定", "Provisional"), 6),
    (Text("办结", "Closed"), 12),
    (Text("按期", "On time"), 8),
    (Text("申请内容", "Asked for"), 40),
    (Text("申请人", "Applicant"), 12),
    (Text("渠道", "Channel"), 10),
    (Text("经办", "Officer"), 12),
)
_MORE = Text(
    "只导出最新的 {n} 件；请用年份等条件分次导出。",
    "Only the newest {n} are here; narrow the search, by year for instance, for the rest.",
)
_YES = Text("是", "yes")


def exported_lines(lines: Sequence[WorkLine], today: date, lang: Lang) -> bytes:
    """Return the lines of the worklist as a workbook."""
    rows = [_cells(line, lang) for line in lines]
    return workbook(_TITLE.say(lang), _LINES, rows, today, lang)


def exported_results(rows: Sequence[RequestRow], today: date, lang: Lang, *, most: int) -> bytes:
    """Return what a search found as a workbook; a last row says so where there was more."""
    told = [_result_cells(result_of(row, lang), lang) for row in rows[:most]]
    if len(rows) > most:
        told.append((_MORE.say(lang, n=most), *[""] * (len(_RESULTS) - 1)))
    return workbook(_ALL.say(lang), _RESULTS, told, today, lang)


def workbook(
    title: str,
    columns: Sequence[tuple[Text, int]],
    rows: Iterable[Sequence[str]],
    today: date,
    lang: Lang,
) -> bytes:
    """Return rows of text under their heads as a workbook of one sheet."""
    cells = [tuple(Cell(text) for text in row) for row in rows]
    head = tuple(Cell(words.say(lang), head=True) for words, _ in columns)
    caption = _CAPTION.say(lang, title=title, day=say_date(today, lang), n=len(cells))
    widths = tuple(float(width) for _, width in columns)
    table = Table((head, *cells), 1, widths, caption)
    return to_xlsx([Sheet(title, table)])


def _cells(line: WorkLine, lang: Lang) -> tuple[str, ...]:
    row = row_of(line, lang)
    return (
        row.number,
        row.left,
        row.due_day,
        _YES.say(lang) if row.is_provisional else "",
        row.state,
        row.next_words,
        row.content,
        row.applicant,
        row.channel,
        row.received_day,
        row.officer,
    )


def _result_cells(result: Result, lang: Lang) -> tuple[str, ...]:
    return (
        result.number,
        result.state,
        result.received,
        result.due,
        _YES.say(lang) if result.is_provisional else "",
        result.closed,
        result.time,
        result.content,
        result.applicant,
        result.channel,
        result.officer,
    )
