"""What the clocks and their flags are called."""

from states.clock.answer import Flag
from states.clock.deadlines import ClockKey
from workflow.i18n import Lang, Text

FLAGS: dict[Flag, Text] = {
    Flag.EXTENSION_NOTICE_LATE: Text("延期告知逾期，不生效", "extension notified late, void"),
    Flag.DELAY_NOTICE_LATE: Text("延迟告知逾期，不生效", "later date notified late, void"),
    Flag.FEE_NOTICE_LATE: Text("收费通知逾期，不生效", "fee notified late, void"),
    Flag.CORRECTION_NOTICE_LATE: Text("告知补正逾期", "correction asked for late"),
    Flag.AWAITING_CORRECTION: Text("等待补正", "awaiting correction"),
    Flag.AWAITING_PAYMENT: Text("等待缴费", "awaiting payment"),
    Flag.PAUSED: Text("征求意见中，期限暂停", "paused for a consultation"),
    Flag.OVERDUE: Text("已逾期", "overdue"),
    Flag.MAKEUP_DAY_DUE: Text("到期日为调休上班日", "falls due on a worked weekend"),
}

CLOCKS: dict[ClockKey, Text] = {
    ClockKey.REPLY: Text("答复", "reply"),
    ClockKey.CORRECTION_NOTICE: Text("告知补正", "correction notice"),
    ClockKey.CORRECTION_PERIOD: Text("申请人补正", "applicant's correction"),
    ClockKey.THIRD_PARTY_OPINION: Text("第三方意见", "third party's opinion"),
    ClockKey.AGENCY_OPINION: Text("其他机关意见", "other organ's opinion"),
    ClockKey.FEE_PAYMENT: Text("申请人缴费", "applicant's payment"),
    ClockKey.RECONSIDERATION_ANSWER: Text("复议答复", "answer to the reconsideration"),
    ClockKey.LITIGATION_ANSWER: Text("应诉答辩举证", "answer to the suit"),
    ClockKey.APPEAL: Text("上诉", "appeal"),
    ClockKey.PUBLICATION: Text("公开期限", "publication"),
    ClockKey.REFUSAL_REVIEW: Text("不予公开信息的评估审查", "review of what was withheld"),
    ClockKey.RECORDS_CORRECTION: Text("更正本人信息", "correction of records"),
    ClockKey.ATTENDANCE: Text("指定经办人", "somebody to attend to it"),
    ClockKey.MAIL: Text("登记来信", "entering a letter"),
    ClockKey.ANNUAL_REPORT: Text("年度报告", "annual report"),
}


def flag_words(flag: Flag, lang: Lang) -> str:
    """Return what a flag of the clock says."""
    return FLAGS[flag].say(lang)
