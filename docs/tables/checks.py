"""What `disclosure report check` checks: every rule, with an example."""

from collections.abc import Iterator

from docs.tables.markdown import Row, both, code, page, table
from workflow.checking.forms import FORMS
from workflow.checking.rules.of_forms import OF_FORMS
from workflow.checking.rules.of_tables import OF_TABLES
from workflow.checking.rules.of_texts import OF_TEXTS
from workflow.checking.rules.rule import Example, Rule
from workflow.i18n import Text
from workflow.reports.findings import Severity

_HEADERS = "规则 · rule | 程度 · severity | 应当成立 · what must hold | 例 · example"
_SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("提示", "warning"),
}
_CONSTRUCTED = "（自拟 · constructed）"


def _example(example: Example) -> str:
    source = f"（{example.source}）" if example.source else _CONSTRUCTED
    return both(example.text.zh, example.text.en) + f"<br>{source}"


def _rows(rules: tuple[Rule, ...]) -> Iterator[Row]:
    for rule in rules:
        severity = _SEVERITIES[rule.severity]
        yield (
            code(rule.code),
            f"{severity.zh} {code(severity.en)}",
            both(rule.holds.zh, rule.holds.en),
            _example(rule.example),
        )


def report_checks_page() -> str:
    """Return every rule that published reports are checked by."""
    forms = ((code(key), both(form.zh, form.en)) for key, form in FORMS.items())
    return page(
        "年度报告的核对 · Checking a report",
        "workflow/checking/rules/table.py",
        "`disclosure report check 年报.html` 核对任何机关已公布的年度报告，"
        "不需要台账，什么也不写入。"
        "有错误（`error`）时退出码为 3；只有提示（`warning`）或者没有问题时为 0；"
        "文件读不了，或者认不出年度报告的表格时为 2。`--json` 只输出问题，格式见"
        "[年度报告的格式](report-format.md#问题--findings)。\n"
        "`disclosure report check FILE` checks anyone's published report; it needs no records and "
        "writes nothing. Errors exit 3, warnings alone 0, a file that cannot be read or holds no "
        "table of a report 2.",
        "## 能读的文件 · Files",
        "网页（另存为 `.html`，UTF-8 或 GBK）、`.docx`、`.xlsx`，以及本程序写出的 `.json`"
        "（只有数字也可以）。合并的单元格、全角数字、千分位、单位、拆成两半的表、缺少的表头、"
        "表中套表都能读；认出了哪些表、读到多少个数字，第一行会写明，请先看这一行。\n"
        "A saved page, `.docx`, `.xlsx`, or this program's own `.json` (figures alone are enough). "
        "The first line says which tables were recognised and how many figures were read.",
        table("格式 · form | 年度与文号", forms),
        "## 怎样判断 · How it judges",
        "- 正文只按字面明确的意思核对：统计口径可能更窄（某一部门、某一渠道、往年）、约数、"
        "意思不确定的，一律不判。没有报出问题，不等于正文没有问题。\n"
        "- 一条信息可以在两个渠道公开，所以各渠道之和大于公开总数是合法的，不算问题。\n"
        "- 空白按 0 相加；总计空白视为没有填，不视为 0。\n"
        "- 表三的各项差额只有一格能够全部解释时，指出这一格以及它应当是多少。\n"
        "- 有上一年度报告时用 `--previous` 给出，才能核对结转、现行有效件数和历年累计。\n\n"
        "The text is held to what it plainly says; what may be meant more narrowly is let be. More "
        "channels than items is lawful. A blank counts as nothing, a blank total as not filled in. "
        "Where one cell of 表三 would explain every difference, it is named.",
        "## 表格里的数 · Figures of the tables",
        table(_HEADERS, _rows(OF_TABLES)),
        "## 正文 · The text",
        table(_HEADERS, _rows(OF_TEXTS)),
        "## 格式与填写 · The form, and how it was filled in",
        table(_HEADERS, _rows(OF_FORMS)),
    )
