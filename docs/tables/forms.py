"""The forms of the annual report: tables, rows, columns, and how a text names each figure."""

from collections.abc import Iterator

from docs.tables.markdown import code, page, table
from states.statute.practice import DEFAULT_PRACTICE
from workflow.reports.catalogue import FORMS, form_key
from workflow.reports.forms.shape import Block, FormRow, Source
from workflow.reports.narrative import placeholder

_YEARS = range(2008, 2031)
_UNVERIFIED = r" \*"
_SOURCES = {
    Source.COUNTED: "由登记簿统计 · counted",
    Source.ENTERED: "人工录入 · entered",
    Source.FEES: "缴费金额之和 · sums paid",
}


def report_forms_page() -> str:
    """Return every form with its codes, its official labels and its placeholders."""
    return page(
        "年度报告的表格 · The forms",
        "workflow/reports/forms",
        "代号是 JSON、`disclosure report cell` 和 `disclosure report enter` 里的写法；行名照官方"
        "表格，带“*”的未能与发文原件核对。占位符写在正文里，如 `{{ 新收申请数 }}`；列有自己名称的，"
        "接在后面，如 `{{ 新收申请数自然人 }}`。\n"
        "Codes are those of the JSON and of the commands; labels are the official ones, with a “*” "
        "where they could not be verified. A placeholder stands in a text, with the column's name "
        "after it where the column has one.",
        *(part for key in FORMS for part in _form(key)),
    )


def _form(key: str) -> Iterator[str]:
    form = FORMS[key](DEFAULT_PRACTICE)
    yield f"## {key}"
    yield _years(key)
    for each in form.all_tables:
        yield f"### {key}：{code(each.key)} {each.caption.format(year='某')}"
        for block in each.blocks:
            yield from _block(block)


def _years(key: str) -> str:
    years = [year for year in _YEARS if form_key(year) == key]
    if not years:
        return "用 `--format` 指明时编制。Made on request alone."
    last = "以后" if years[-1] == _YEARS[-1] else f"至{years[-1]}年度"
    first = "" if years[0] == _YEARS[0] else f"{years[0]}年度"
    return (
        f"报告年度：{first}{last}。Report years: {years[0]}–{'' if last == '以后' else years[-1]}"
    )


def _block(block: Block) -> Iterator[str]:
    if block.heading:
        yield f"**{block.heading}**"
    columns = "、".join(
        f"{code(column.key)} {column.heading.format(year='某')}" for column in block.columns
    )
    yield f"列 · columns：{columns}"
    yield table(
        "代号 · code | 行名 · label | 单位 | 从哪里来 · source | 占位符 · placeholder",
        (
            (
                code(row.key),
                _indented(row) + ("" if row.verified else _UNVERIFIED),
                row.unit,
                _SOURCES[row.source],
                code(placeholder(row.name)),
            )
            for row in block.rows
            if row.has_figures
        ),
    )


def _indented(row: FormRow) -> str:
    """Return a label with the heading it needs, as code where its sign would be read as a list."""
    group = f"{row.groups[-1]} " if len(row.groups) > 1 else ""
    return f"{group}{code(row.label)}"
