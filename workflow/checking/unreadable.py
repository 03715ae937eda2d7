"""Why a file cannot be checked at all, and what to do about it."""

from enum import StrEnum
from pathlib import Path

from workflow.i18n import Lang, Text


class Trouble(StrEnum):
    """Why a file cannot be checked."""

    NOT_FOUND = "not_found"
    NOT_A_FILE = "not_a_file"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 -- the trouble's name
    OLD_KIND = "old_kind"
    PDF = "pdf"
    UNKNOWN_KIND = "unknown_kind"
    BAD_JSON = "bad_json"
    NO_TABLES = "no_tables"
    NOT_LAST_YEAR = "not_last_year"


_NO_DETAIL = Text("", "")


class UnreadableReportError(Exception):
    """A file is no report that can be checked: a code, the file, and the detail if there is one."""

    def __init__(self, code: Trouble, path: Path, detail: Text = _NO_DETAIL) -> None:
        """Keep the code, the path and the detail."""
        super().__init__(code, path, detail)
        self.code = code
        self.path = path
        self.detail = detail


_SENTENCES: dict[Trouble, Text] = {
    Trouble.NOT_FOUND: Text(
        "找不到“{name}”，请检查文件名和路径。",
        "“{name}” was not found; check its name and path.",
    ),
    Trouble.NOT_A_FILE: Text(
        "“{name}”不是文件；请写明一份报告的文件名。",
        "“{name}” is no file; name the file of one report.",
    ),
    Trouble.EMPTY: Text("“{name}”是空文件。", "“{name}” is empty."),
    Trouble.TOO_LARGE: Text(
        "“{name}”过大，或含有跨度异常的表格，没有打开；请只保存报告正文后再核对。",
        "“{name}” is too large, or holds a table of senseless spans, and was not opened; "
        "save the report alone and check that.",
    ),
    Trouble.DAMAGED: Text(
        "“{name}”已损坏，或者不是它的名称所说的那种文件，无法打开；请重新下载或另存一份。",
        "“{name}” is damaged, or not what its name says; download it again, or save a copy.",
    ),
    Trouble.PASSWORD: Text(
        "“{name}”有密码保护；请取消密码后再核对。",
        "“{name}” is protected by a password; remove it and check again.",
    ),
    Trouble.OLD_KIND: Text(
        "“{name}”是旧版的文档或工作簿（.doc、.wps、.xls、.et）；请另存为 .docx 或 .xlsx 后再核对。",
        "“{name}” is a file of the old kind (.doc, .wps, .xls, .et); save it as .docx or .xlsx "
        "and check that.",
    ),
    Trouble.PDF: Text(
        "“{name}”是 PDF，不能核对；请用网页（.html）、.docx 或 .xlsx 的版本。",
        "“{name}” is a PDF, which cannot be checked; use its .html, .docx or .xlsx version.",
    ),
    Trouble.UNKNOWN_KIND: Text(
        "“{name}”不是可以核对的文件；可以核对的有：网页（.html）、.docx、.xlsx，"
        "以及本程序写出的 .json。",
        "“{name}” is no file that can be checked; these can: a page (.html), .docx, .xlsx, "
        "and the .json that this program writes.",
    ),
    Trouble.BAD_JSON: Text(
        "“{name}”不是年度报告的 JSON：{detail}。",
        "“{name}” is not the JSON of an annual report: {detail}.",
    ),
    Trouble.NO_TABLES: Text(
        "“{name}”里没有认出年度报告的表格。找过：表三的“本年新收政府信息公开申请数量”等各行、"
        "表四的“结果维持”等各列、表二的“行政规范性文件”等各行，"
        "以及2018年以前统计表的“主动公开文件数”“收到申请数”等各行。请确认保存的是报告正文。",
        "No table of an annual report was recognised in “{name}”. Looked for: the rows of 表三 "
        "(本年新收政府信息公开申请数量 …), the columns of 表四 (结果维持 …), the rows of 表二 "
        "(行政规范性文件 …), and those of the tables up to 2018 (主动公开文件数, 收到申请数 …). "
        "Make sure that the report itself was saved.",
    ),
    Trouble.NOT_LAST_YEAR: Text(
        "--previous：“{name}”不是上一年度的报告（{detail}）。",
        "--previous: “{name}” is not the report of the year before ({detail}).",
    ),
}


def unreadable_sentence(error: UnreadableReportError, lang: Lang) -> str:
    """Return one sentence saying what keeps the file from being checked, and what to do."""
    return _SENTENCES[error.code].say(lang, name=error.path.name, detail=error.detail.say(lang))
