"""What keeps a whole book from being read or written; faults of single cells are values."""

from enum import StrEnum
from pathlib import Path


class BookTrouble(StrEnum):
    """Why a whole book cannot be read or written."""

    NOT_FOUND = "not_found"
    NO_SHEETS = "no_sheets"
    NOT_A_WORKBOOK = "not_a_workbook"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 -- the trouble's name
    TOO_LARGE = "too_large"
    UNKNOWN_ENCODING = "unknown_encoding"
    BAD_CSV = "bad_csv"
    CANNOT_WRITE = "cannot_write"
    WRONG_ENDING = "wrong_ending"
    TEXT_TOO_LONG = "text_too_long"


class LedgerError(Exception):
    """A book could not be read or written: a code, the file, and the cell if one is to blame."""

    def __init__(self, code: BookTrouble, path: Path, cell: str = "") -> None:
        """Keep the code, the path and the cell."""
        super().__init__(code, path, cell)
        self.code = code
        self.path = path
        self.cell = cell


class LedgerUnreadableError(LedgerError):
    """A book cannot be read at all."""


class LedgerUnwritableError(LedgerError):
    """A book cannot be written."""


_SENTENCES: dict[BookTrouble, tuple[str, str]] = {
    BookTrouble.NOT_FOUND: (
        "找不到“{name}”，请检查文件名和路径。",
        "“{name}” was not found; check its name and path.",
    ),
    BookTrouble.NO_SHEETS: (
        "文件夹“{name}”中没有 .csv 文件；应为每张工作表一个文件，以表名命名。",
        "The folder “{name}” holds no .csv file; there should be one for each sheet, named as it.",
    ),
    BookTrouble.NOT_A_WORKBOOK: (
        "“{name}”不是工作簿；请另存为 .xlsx，或用 .csv 文件夹。",
        "“{name}” is not a workbook; save it as .xlsx, or use a folder of .csv files.",
    ),
    BookTrouble.DAMAGED: (
        "“{name}”已损坏，无法打开；请用表格软件打开后另存一份再导入。",
        "“{name}” is damaged; open it in a spreadsheet program, save a copy, and import that.",
    ),
    BookTrouble.PASSWORD: (
        "“{name}”有密码保护；请取消密码后再导入。",
        "“{name}” is protected by a password; remove it and import again.",
    ),
    BookTrouble.TOO_LARGE: (
        "“{name}”过大（或在很远的单元格里有内容）；请删去多余的行列，或分成几本导入。",
        "“{name}” is too large, or holds something in a far cell; remove that, or split it.",
    ),
    BookTrouble.UNKNOWN_ENCODING: (
        "“{name}”的文字编码无法识别；请另存为 UTF-8 编码的 CSV。",
        "The encoding of “{name}” is not known; save it as CSV in UTF-8.",
    ),
    BookTrouble.BAD_CSV: (
        "“{name}”不是完整的 CSV 文件（可能有未成对的引号）；请检查后再导入。",
        "“{name}” is not a whole CSV file (a quotation mark may be missing); check it.",
    ),
    BookTrouble.CANNOT_WRITE: (
        "无法写入“{name}”；请确认文件没有被打开，并且文件夹可以写入。",
        "“{name}” cannot be written; make sure that it is not open elsewhere.",
    ),
    BookTrouble.WRONG_ENDING: (
        "不能写成“{name}”；请用 .xlsx 结尾的文件名，或不带结尾的文件夹名。",
        "“{name}” cannot be written; name an .xlsx file, or a folder.",
    ),
    BookTrouble.TEXT_TOO_LONG: (
        "“{name}”写不下 {cell} 的文字：一个单元格最多 32767 字；请导出为 .csv 文件夹。",
        "The text of {cell} is over the 32,767 characters of a cell; export to .csv files.",
    ),
}


def book_trouble(error: LedgerError, language: str = "zh") -> str:
    """Return one sentence saying what keeps the book, and what to do."""
    zh, en = _SENTENCES[error.code]
    sentence = en if language == "en" else zh
    return sentence.format(name=error.path.name, cell=error.cell)
