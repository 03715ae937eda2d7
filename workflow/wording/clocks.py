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
    ClockKey.LAPSE: Text("可以视为放弃", "may be deemed abandoned"),
    ClockKey.OPINION_SILENCE: Text("征求意见逾期未复", "silence upon a consultation"),
    ClockKey.REASONS: Text("申请人说明理由", "applicant's reasons"),
    ClockKey.EXTENSION_DECISION: Text("决定是否延期", "decision on an extension"),
    ClockKey.EXTENSION_NOTICE: Text("告知延期", "notice of the extension"),
    ClockKey.THIRD_PARTY_NOTICE: Text("告知第三方", "notice to the third party"),
    ClockKey.REVIEW: Text("审查答复草稿", "review of the draft"),
    ClockKey.APPROVAL: Text("批准答复", "approval of the reply"),
    ClockKey.SERVICE: Text("送出已批准的答复", "service of the approved reply"),
    ClockKey.SECRECY_REVIEW: Text("公开前的保密审查", "review before publication"),
    ClockKey.NEXT_CALENDAR: Text("下一年节假日安排", "next year's holidays"),
    ClockKey.PROBLEM: Text("记录或者备份的问题", "trouble with records or backups"),
    ClockKey.FAILED_NOTICE: Text("未能发出的提醒", "a reminder that was not sent"),
}


def flag_words(flag: Flag, lang: Lang) -> str:
    """Return what a flag of the clock says."""
    return FLAGS[flag].say(lang)
