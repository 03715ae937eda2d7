"""A fault of a cell as a value, and the sentence that says what would be right."""

from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """What may be wrong with a cell; a new one needs its sentence below."""

    NO_HEADER = "no_header"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    REQUIRED = "required"
    REQUIRED_WITH = "required_with"
    NOT_A_DATE = "not_a_date"
    PARTIAL_DATE = "partial_date"
    IMPOSSIBLE_DATE = "impossible_date"
    FUTURE_DATE = "future_date"
    DATE_TOO_EARLY = "date_too_early"
    NOT_YEAR_END = "not_year_end"
    NOT_A_NUMBER = "not_a_number"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    NOT_AN_AMOUNT = "not_an_amount"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_ON_LIST = "not_on_list"
    REPEATED = "repeated"
    MORE_THAN_ONE_ROW = "more_than_one_row"
    DECIDED_HERE = "decided_here"


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """One fault: where it is (rows and headers as in the book), what stands there, and why not.

    `hint` is what the sentence needs besides: the other column, a limit, the names on a list.
    """

    sheet: str
    row: int
    column: str
    value: str
    code: FaultCode
    hint: str = ""


_SENTENCES: dict[FaultCode, tuple[str, str]] = {
    FaultCode.NO_HEADER: (
        "没有找到表头：应有一行写着列名，如{hint}。",
        "No header row was found: one row should hold the column names, such as {hint}.",
    ),
    FaultCode.COLUMN_MISSING: (
        "缺少必填的列“{column}”，请加上这一列。",
        "The required column “{column}” is missing; add it.",
    ),
    FaultCode.COLUMN_TWICE: (
        "列“{column}”与列“{hint}”是同一项，请只保留一列。",
        "The columns “{column}” and “{hint}” mean the same; keep only one.",
    ),
    FaultCode.REQUIRED: (
        "“{column}”必填，这里是空的。",
        "“{column}” is required and is empty here.",
    ),
    FaultCode.REQUIRED_WITH: (
        "已填写“{hint}”，还应填写“{column}”。",
        "“{hint}” is filled in, so “{column}” must be too.",
    ),
    FaultCode.NOT_A_DATE: (
        "“{value}”不是日期；应写成 2017-03-05 或 2017年3月5日。",
        "“{value}” is not a date; write 2017-03-05 or 2017年3月5日.",
    ),
    FaultCode.PARTIAL_DATE: (
        "日期“{value}”不完整；应写明年月日，如 2017-03-05。",
        "The date “{value}” is not complete; give year, month and day, as in 2017-03-05.",
    ),
    FaultCode.IMPOSSIBLE_DATE: (
        "没有“{value}”这一天；请核对月份和日数。",
        "There is no such day as “{value}”; check the month and the day.",
    ),
    FaultCode.FUTURE_DATE: (
        "“{value}”还没有到；只登记已经发生的事，最晚为今天（{hint}）。",
        "“{value}” has not come yet; only what has happened is recorded, up to today ({hint}).",
    ),
    FaultCode.DATE_TOO_EARLY: (
        "“{value}”早于{hint}；应为同一天或更晚。",
        "“{value}” is earlier than {hint}; it should be that day or later.",
    ),
    FaultCode.NOT_YEAR_END: (
        "“{value}”不是年底；期初数的截至日期应为某年12月31日。",
        "“{value}” is not the end of a year; opening balances are as of a 31 December.",
    ),
    FaultCode.NOT_A_NUMBER: (
        "“{value}”不是整数；应为 0 或正整数。",
        "“{value}” is not a whole number; write 0 or a positive whole number.",
    ),
    FaultCode.NUMBER_OUT_OF_RANGE: (
        "“{value}”超出范围；应在 {hint} 之间。",
        "“{value}” is out of range; it should be within {hint}.",
    ),
    FaultCode.NOT_AN_AMOUNT: (
        "“{value}”不是金额；应为以元为单位的数，最多两位小数，如 30.50。",
        "“{value}” is not an amount; write yuan with at most two decimals, such as 30.50.",
    ),
    FaultCode.NOT_YES_OR_NO: (
        "“{value}”应为“是”或“否”。",
        "“{value}” should be 是 (yes) or 否 (no).",
    ),
    FaultCode.NOT_ON_LIST: (
        "“{value}”不在可选范围内；应为：{hint}。",
        "“{value}” is not on the list; it should be one of: {hint}.",
    ),
    FaultCode.REPEATED: (
        "“{value}”与第{hint}行重复；同一张表里不能出现两次。",
        "“{value}” is the same as in row {hint}; it may stand only once in a sheet.",
    ),
    FaultCode.MORE_THAN_ONE_ROW: (
        "这张表只能有一行，第{hint}行已经填写。",
        "This sheet has only one row, and row {hint} is filled in already.",
    ),
    FaultCode.DECIDED_HERE: (
        "这件申请已在本系统逐项办理，“{column}”由各步得出，不能由台账改为“{value}”；请在本系统中办理。",
        "This request is decided here; “{column}” follows from its steps, not from “{value}”.",
    ),
}


def explain(fault: LedgerFault, language: str = "zh") -> str:
    """Return one sentence saying what is wrong and what would be right."""
    zh, en = _SENTENCES[fault.code]
    sentence = en if language == "en" else zh
    return sentence.format(column=fault.column, value=fault.value, hint=fault.hint)
