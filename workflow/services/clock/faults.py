"""What is wrong with a line of the clock, in one sentence: the field, the value, the remedy."""

import json

from workflow.i18n import Lang, Text

_LONGEST_VALUE = 60


class CaseLineError(Exception):
    """A line that cannot be answered: a code, the field at fault, its value, what would do."""

    def __init__(self, code: str, field: str = "", value: object = "", hint: str = "") -> None:
        """Keep what the sentence is made of."""
        super().__init__(code, field)
        self.code = code
        self.field = field
        self.value = value
        self.hint = hint


FAULTS: dict[str, Text] = {
    "not_utf8": Text(
        "这一行不是 UTF-8 编码；请把文件另存为 UTF-8 后再试。",
        "This line is not UTF-8; save the file as UTF-8 and try again.",
    ),
    "json_malformed": Text(
        "这一行不是完整的 JSON；每行应当是一个完整的 JSON 对象。",
        "This line is not complete JSON; every line should be one whole JSON object.",
    ),
    "not_an_object": Text(
        '这一行不是 JSON 对象；应当写成 {{"id": …, "question": …, "events": […]}}。',
        'This line is not a JSON object; write {{"id": …, "question": …, "events": […]}}.',
    ),
    "id_missing": Text(
        "缺少 id；请给每一行一个编号，答案用它对应。",
        "id is missing; give every line an identifier, which its answer repeats.",
    ),
    "id_malformed": Text(
        "id “{value}”不能用作编号；应当是非空的文字或整数。",
        "id “{value}” cannot be an identifier; use text that is not empty, or a whole number.",
    ),
    "question_missing": Text(
        "缺少 question，或不是文字；请写明要问什么，如 reply_due。",
        "question is missing or is not text; say what is asked, such as reply_due.",
    ),
    "question_unknown": Text(
        "没有 question “{value}”；应当是：{hint}。",
        "There is no question “{value}”; it should be one of: {hint}.",
    ),
    "channel_unknown": Text(
        "没有 channel “{value}”；应当是：{hint}。",
        "There is no channel “{value}”; it should be one of: {hint}.",
    ),
    "channel_missing": Text(
        "没有 channel，也没有 received 事件，无法确定收到申请之日；请补上其中之一。",
        "Without channel or a received event the day of receipt is unknown; give one of them.",
    ),
    "receipt_not_established": Text(
        "尚未确定收到申请之日：{value} 渠道以 {hint} 为准；请补上这一事件，或 received。",
        "The day of receipt is not established: by {value} it is that of {hint}; "
        "add this event, or received.",
    ),
    "ref_malformed": Text(
        '{field} “{value}”不是文字；征求意见的编号应当是文字，如 "a"。',
        '{field} “{value}” is not text; the reference of a consultation is text, such as "a".',
    ),
    "events_missing": Text(
        "缺少 events，或其中没有事件；请按日期顺序列出事实。",
        "events is missing or empty; list the facts in order of date.",
    ),
    "event_not_object": Text(
        '{field} 不是 JSON 对象；应当写成 {{"type": "received", "on": "2023-05-08"}}。',
        '{field} is not a JSON object; write {{"type": "received", "on": "2023-05-08"}}.',
    ),
    "event_type_missing": Text(
        "缺少 {field}；请写明是什么事件，如 received。",
        "{field} is missing; say which event it is, such as received.",
    ),
    "event_type_unknown": Text(
        "{field} “{value}”不是已知的事件；请核对拼写，如 received、extension_notified。",
        "{field} “{value}” is no known event; check its spelling, as in received, "
        "extension_notified.",
    ),
    "event_missing": Text(
        "要回答这个问题，{field} 中还需要事件 {value}；请补上。",
        "To answer this question, {field} needs the event {value}; add it.",
    ),
    "date_missing": Text(
        "缺少 {field}；请写明日期，如 2023-05-08。",
        "{field} is missing; give the date, such as 2023-05-08.",
    ),
    "date_malformed": Text(
        "{field} “{value}”不是日期；应当写成 2023-05-08 的样子，并且确有这一天。",
        "{field} “{value}” is not a date; write it as 2023-05-08, and let the day exist.",
    ),
    "dates_not_in_order": Text(
        "{field} “{value}”早于前面的 {hint}；请按日期先后排列事件。",
        "{field} “{value}” is earlier than {hint} before it; put the events in order of date.",
    ),
    "workdays_missing": Text(
        "缺少 {field}；请写明延长多少个工作日。",
        "{field} is missing; say by how many working days the period is extended.",
    ),
    "workdays_malformed": Text(
        "{field} “{value}”不是工作日数；应当是不小于 1 的整数。",
        "{field} “{value}” is no number of working days; it should be a whole number from 1.",
    ),
    "workdays_too_many": Text(
        "{field} “{value}”超出法定上限；延长不得超过 {hint} 个工作日。",
        "{field} “{value}” is beyond the law; an extension is {hint} working days at most.",
    ),
    "new_due_missing": Text(
        "缺少 {field}；请写明告知申请人的延迟答复日期。",
        "{field} is missing; give the later date that the applicant was notified of.",
    ),
    "co_producer_malformed": Text(
        "{field} “{value}”应当是 true（共同制作机关）或 false（其他机关）。",
        "{field} “{value}” should be true (a co-producing organ) or false (another organ).",
    ),
    "correction_without_request": Text(
        "{field} 是收到补正，但此前没有 correction_requested；请先写告知补正。",
        "{field} is a correction received, with no correction_requested before it; add that.",
    ),
    "payment_without_notice": Text(
        "{field} 是缴费，但此前没有 fee_notified 或 fee_notice_delivered；请先写收费通知。",
        "{field} is a payment, with no fee_notified or fee_notice_delivered before it; add one.",
    ),
    "consultation_unknown": Text(
        "{field} “{value}”没有对应的征求意见；请先写征求意见的事件，并用同一个 ref。",
        "{field} “{value}” is of no known consultation; put the consulting event before it, "
        "with the same ref.",
    ),
    "consultation_repeated": Text(
        "{field} “{value}”已用于前一次征求意见；再次征求请另取一个 ref。",
        "{field} “{value}” is that of an earlier consultation; give the new one its own ref.",
    ),
    "not_year_end": Text(
        "{field} “{value}”不是年底；应当是报告年度的12月31日。",
        "{field} “{value}” is not the end of a year; it is 31 December of the report's year.",
    ),
    "ground_unknown": Text(
        "没有 {field} “{value}”；应当是 14、15、16，或结果代码 O1 至 O23。",
        "There is no {field} “{value}”; it should be 14, 15, 16, or an outcome from O1 to O23.",
    ),
    "remedy_unknown": Text(
        "没有 remedy “{value}”；应当是：{hint}。",
        "There is no remedy “{value}”; it should be one of: {hint}.",
    ),
    "no_such_period": Text(
        "question “{value}”在2007年条例下没有期限可答；请核对收到日期（新条例自2019年5月15日起）。",
        "question “{value}” has no period under the 2007 text; check the date of receipt "
        "(the 2019 text applies from 2019-05-15).",
    ),
    "no_statutory_end": Text(
        "question “{value}”只问共同制作机关；征求其他机关意见，条例没有规定反馈期限。",
        "question “{value}” is of co-producing organs; the law sets no period for other organs.",
    ),
    "no_fee_then": Text(
        "question “{value}”在{hint}以前没有期限可答：信息处理费自该日起施行；请核对日期。",
        "question “{value}” has no answer before {hint}, when the fee began; check the dates.",
    ),
    "question_split": Text(
        "question “{value}”只用于2018及以前年度；2019年度起请改问：{hint}。",
        "question “{value}” is for years up to 2018; from 2019 ask: {hint}.",
    ),
    "calendar_unknown": Text(
        "{field} “{value}”超出日历范围（{hint}年），或从该日起算超出；请核对日期。",
        "{field} “{value}”, or a count from it, lies outside the calendar ({hint}); "
        "check the date.",
    ),
}


def fault_sentence(fault: CaseLineError, lang: Lang) -> str:
    """Return the sentence of a fault: what is wrong where, and what would be right."""
    return FAULTS[fault.code].say(
        lang, field=fault.field, value=_shown(fault.value), hint=fault.hint
    )


def _shown(value: object) -> str:
    """Return a value as it was given, cut short where it is long."""
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= _LONGEST_VALUE else shown[: _LONGEST_VALUE - 1] + "…"
