"""What the law and the register refuse, in words.

A code raised in `states` or in the records needs its sentence here; a test looks for it.
"""

from datetime import date

from states.chart.rows import MOVES
from states.clock.answer import Flag
from states.clock.deadlines import ClockKey
from states.errors import MoveNotOnChartError, Refusal
from states.terms import TERMS, label
from workflow.i18n import Lang, Text, say_date

REFUSALS: dict[str, Text] = {
    "role_may_not": Text(
        "您的角色不能办理这一步；请交由有权的人员办理。",
        "Your role may not take this step; leave it to someone who may.",
    ),
    "in_the_future": Text(
        "{on}还没有到（今天是{today}）；只登记已经发生的事。",
        "{on} has not come yet (today is {today}); only what has happened is recorded.",
    ),
    "before_receipt": Text(
        "{on}早于收到申请之日{received_on}；请核对日期。",
        "{on} is before the day of receipt, {received_on}; check the date.",
    ),
    "before_last_move": Text(
        "{on}早于上一步的日期{last_on}；请核对日期，或先更正上一步。",
        "{on} is before the last step, {last_on}; check the date, or put that step right first.",
    ),
    "receipt_is_otherwise": Text(
        "“{channel}”的申请，收到之日以“{by}”为准；请登记该项。",
        "A request by {channel} is received by “{by}”; record that.",
    ),
    "submission_is_receipt": Text(
        "这一渠道提交之日即为收到之日；请按收到申请登记。",
        "By this channel the day of submission is that of receipt; record the receipt.",
    ),
    "asked_before": Text(
        "已于{asked_on}告知补正；补正应当一次性告知，不能再次要求。",
        "A correction was asked for on {asked_on}; it is asked for once, and for everything.",
    ),
    "correction_window_closed": Text(
        "告知补正的期限到{last_on}为止，现已超过；已经发出的，请确认后照实登记。",
        "A correction could be asked for up to {last_on}; if it was asked for later, confirm it.",
    ),
    "correction_late": Text(
        "补正期限到{last_on}为止；有正当理由的，请确认后登记。",
        "The period for correcting ended on {last_on}; with a good reason, confirm and record it.",
    ),
    "correction_unsettled": Text(
        "正在等待补正；收到补正或者逾期视为放弃之后，才能作出答复。",
        "A correction is awaited; answer once it has come, or the request has lapsed.",
    ),
    "correction_period_runs": Text(
        "补正期限（含稳妥算法）到{last_on}为止，期满之后才能视为放弃。",
        "The applicant may correct up to {last_on}, on the later reading; it lapses after that.",
    ),
    "reference_used": Text(
        "征求意见编号“{ref}”已经用过；请另取一个编号。",
        "The consultation reference “{ref}” is taken; choose another.",
    ),
    "consultation_answered": Text(
        "征求意见“{ref}”已经答复，不能再次登记。",
        "The consultation “{ref}” has been answered and is not recorded again.",
    ),
    "no_open_consultation": Text(
        "没有正在等待答复的征求意见；请先登记发出。",
        "No opinion is awaited; record the consultation first.",
    ),
    "before_consultation": Text(
        "日期早于发出征求意见之日{sent_on}；请核对日期。",
        "The date is before the consultation was sent, {sent_on}; check the date.",
    ),
    "consultation_unknown": Text(
        "没有编号为“{ref}”的征求意见；请先登记发出，或核对编号。",
        "There is no consultation “{ref}”; record its sending first, or check the reference.",
    ),
    "extended_before": Text(
        "已于{extended_on}延长过一次；答复期限只能延长一次。",
        "The period was extended on {extended_on}; it is extended once at most.",
    ),
    "extension_not_approved": Text(
        "延长答复期限须经政府信息公开工作机构负责人同意；请先登记同意。",
        "An extension needs the consent of the head of the disclosure office; record it first.",
    ),
    "extension_length": Text(
        "延长 {workdays} 个工作日不合规定；应当为 1 至 {limit} 个工作日。",
        "An extension of {workdays} working days is not lawful; it is from 1 to {limit}.",
    ),
    "after_answer_due": Text(
        "答复期限已于{due}届满，其后的告知不改变期限；已经发出的，请确认后照实登记。",
        "The period ended on {due}, and a later notice does not move it; if it was sent, "
        "confirm it.",
    ),
    "not_in_2007_law": Text(
        "这件申请适用2007年条例，没有这一步。",
        "This request falls under the 2007 text, which has no such step.",
    ),
    "reasons_asked_before": Text(
        "已于{asked_on}要求说明理由，不能再次要求。",
        "Reasons were asked for on {asked_on}; they are not asked for again.",
    ),
    "reasons_not_given": Text(
        "申请人尚未说明理由；请先登记收到的理由，再确定延迟答复的日期。",
        "The applicant has not given reasons; record them first, then fix a later date.",
    ),
    "new_due_not_later": Text(
        "延迟答复的日期应当晚于现在的期限{due}；填写的是“{new_due}”。",
        "The later date should be after the present one, {due}; “{new_due}” was given.",
    ),
    "no_fee_then": Text(
        "信息处理费自{since}起施行；此前收到的申请不收取。",
        "The information-processing fee began on {since}; earlier requests bear none.",
    ),
    "charged_before": Text(
        "已于{charged_on}发出收费通知，不能再次发出。",
        "A fee notice was sent on {charged_on}; it is sent once.",
    ),
    "fee_delivered_before": Text(
        "收费通知已于{delivered_on}送达，不能再次登记。",
        "The fee notice was delivered on {delivered_on}; it is not recorded again.",
    ),
    "payment_late": Text(
        "缴费期限到{last_on}为止；仍予受理的，请确认后登记。",
        "The period for paying ended on {last_on}; if it is accepted all the same, confirm it.",
    ),
    "payment_period_runs": Text(
        "缴费期限（含稳妥算法）到{last_on}为止，期满之后才能视为放弃。",
        "The applicant may pay up to {last_on}, on the later reading; it lapses after that.",
    ),
    "outcome_missing": Text(
        "没有写明答复结果；请选定一种。",
        "The outcome is not named; choose one.",
    ),
    "outcome_not_in_law": Text(
        "“{outcome}”不是这件申请所适用的条例规定的结果；请另选。",
        "“{outcome}” is no outcome under the law that governs this request; choose another.",
    ),
    "outcome_by_lapse_only": Text(
        "逾期视为放弃不是答复；请登记为逾期未补正或者逾期未缴费。",
        "A lapse is no reply; record it as not corrected in time, or not paid in time.",
    ),
    "outcome_needs_step": Text(
        "这一结果须以“{needs}”为前提；请先登记该步。",
        "This outcome supposes the step “{needs}”; record that first.",
    ),
}

LAW: dict[str, Text] = {
    "move_not_on_chart": Text(
        "申请现为“{state}”，不能办理“{move}”。",
        "The request is “{state}”; “{move}” cannot be done from there.",
    ),
    "move_unknown": Text(
        "没有“{move}”这一步；请核对名称。",
        "There is no step “{move}”; check its name.",
    ),
    "calendar_unknown": Text(
        "{day}超出日历范围，无法计算；请核对日期。",
        "{day} lies outside the calendar and cannot be reckoned; check the date.",
    ),
    "receipt_not_established": Text(
        "尚未确定收到申请之日，无法计算期限；请先登记收到。",
        "The day of receipt is not established, so nothing can be counted; record it first.",
    ),
    "event_missing": Text(
        "缺少“{value}”这一事实，无法计算；请先登记。",
        "The fact “{value}” is missing, so nothing can be counted; record it first.",
    ),
    "no_such_period": Text(
        "所适用的条例没有规定这一期限。",
        "The law that governs this request sets no such period.",
    ),
}

# By the name of the error; the placeholders are what it carries.
RECORDS: dict[str, Text] = {
    "RequestNotFoundError": Text(
        "没有编号为“{number}”的申请；请核对编号。",
        "There is no request “{number}”; check the number.",
    ),
    "StaleRequestError": Text(
        "申请“{number}”刚被{changed_by}改动，没有写入；请重新查看后再办理。",
        "Request “{number}” was just changed by {changed_by}; look again before going on.",
    ),
    "NumberTakenError": Text(
        "编号“{number}”已经用过；请另取编号。",
        "The number “{number}” is taken; choose another.",
    ),
    "KeyReusedError": Text(
        "幂等键“{key}”已用于另一项内容；请换一个键。",
        "The idempotency key “{key}” was used for something else; take another.",
    ),
    "AlreadyRegisteredError": Text(
        "“{subject}”只能登记一次，已经登记过。",
        "“{subject}” is registered once only, and is there already.",
    ),
    "RowNotFoundError": Text(
        "“{subject}”没有编号为 {row_id} 的记录；请核对编号。",
        "“{subject}” has no record {row_id}; check the number.",
    ),
    "LetterNotFoundError": Text(
        "没有文号或者序号为“{reference}”的文书；用 disclosure letter list 查看。",
        "There is no letter “{reference}”; see disclosure letter list.",
    ),
    "EventNotFoundError": Text(
        "申请“{number}”没有第 {seq} 项记录；请核对序号。",
        "Request “{number}” has no record {seq}; check its number.",
    ),
    "EventNotAnnullableError": Text(
        "申请“{number}”的第 {seq} 项记录不能撤销，或者已经撤销。",
        "Record {seq} of request “{number}” cannot be annulled, or is annulled already.",
    ),
    "OfficeNotFoundError": Text(
        "没有机关“{name}”；请核对 --office，或先用 disclosure init 建立。",
        "There is no office “{name}”; check --office, or make one with disclosure init.",
    ),
    "OfficeAmbiguousError": Text(
        "有几个机关：{names}；请用 --office 写明是哪一个。",
        "There are several offices: {names}; name one with --office.",
    ),
    "OfficeExistsError": Text(
        "机关“{name}”已经建立。",
        "The office “{name}” is there already.",
    ),
    "WriteFailedError": Text(
        "没有写入：数据库拒绝了这次更改；请稍后重试。",
        "Nothing was written: the database refused the change; try again.",
    ),
    "WriterBusyError": Text(
        "数据库被其他程序占用超过 {seconds} 秒，没有写入；请稍后重试。",
        "Another program kept the database for over {seconds} s; nothing was written. Try again.",
    ),
    "NestedWorkError": Text(
        "上一项更改还没有结束，不能同时开始另一项。",
        "A change is still under way; another cannot begin inside it.",
    ),
    "DatabaseUnsupportedError": Text(
        "不支持这种数据库：{url}；请用 sqlite:/// 开头的地址。",
        "This kind of database is not supported: {url}; use an address in sqlite:///.",
    ),
}

# What the services and the reports refuse, likewise by name.
ASKED: dict[str, Text] = {
    "FormUnknownError": Text(
        "没有“{wanted}”年度报告格式；可用 --format 指定：{known}。",
        "There is no report form “{wanted}”; name one with --format: {known}.",
    ),
    "CellUnknownError": Text(
        "年度报告中没有“{wanted}”这一{part}；有：{known}。",
        "The report has no {part} “{wanted}”; there is: {known}.",
    ),
    "StaffUnknownError": Text(
        "没有名叫“{name}”的在岗人员；用 disclosure staff list 查看。",
        "Nobody called “{name}” is on duty; see disclosure staff list.",
    ),
    "StaffOnDutyError": Text("“{name}”已经登记在岗。", "“{name}” is entered and on duty already."),
    "MailServerMissingError": Text(
        "不能发送邮件：没有设置 {setting}。", "Email cannot be sent: {setting} is not set."
    ),
}
_PARTS = {"table": Text("表", "table"), "row": Text("行", "row"), "column": Text("列", "column")}

# Reading and writing files, by what the system says.
FILES: dict[type[OSError], Text] = {
    FileNotFoundError: Text("没有“{file}”这个文件或者目录。", "There is no file “{file}”."),
    PermissionError: Text("没有权限读写“{file}”。", "“{file}” may not be read or written."),
    IsADirectoryError: Text("“{file}”是目录，不是文件。", "“{file}” is a directory, no file."),
}
_OTHER_FILE = Text("读写“{file}”失败：{reason}。", "“{file}” cannot be used: {reason}.")

# By the kind of fault that the parser of input reports.
INPUT: dict[str, Text] = {
    "missing": Text("缺少 {field}；请填写。", "{field} is missing; give it."),
    "extra_forbidden": Text("没有 {field} 这一项；请核对名称。", "There is no {field}; check it."),
    "enum": Text(
        "{field} “{value}”不在可选范围内。", "{field} “{value}” is not one of the choices."
    ),
    "date_from_datetime_parsing": Text(
        "{field} “{value}”不是日期；请写成 2023-05-08 的样子。",
        "{field} “{value}” is not a date; write it as 2023-05-08.",
    ),
    "string_too_short": Text("{field} 不能为空。", "{field} may not be empty."),
    "json_invalid": Text("内容不是 JSON，无法读取。", "This is not JSON and cannot be read."),
    "model_type": Text(
        "内容不是所要的格式，无法读取。", "This is not in the format that is wanted."
    ),
}
INPUT |= {
    "literal_error": INPUT["enum"],
    "date_parsing": INPUT["date_from_datetime_parsing"],
    "date_type": INPUT["date_from_datetime_parsing"],
}
_OTHER_INPUT = Text("{field} “{value}”不合要求：{message}。", "{field} “{value}”: {message}.")

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
}

# What the records say of a request beside what happened to it.
RECORD_KINDS: dict[str, Text] = {
    "registered": Text("登记入册", "registered"),
    "amended": Text("更正登记内容", "amended"),
    "annulled": Text("撤销一项记录", "a record annulled"),
    "reckoned": Text("重新计算期限", "dates reckoned anew"),
}

# Facts that are codes, and the group of terms that names them.
_GROUPS = {"channel": "channels", "outcome": "outcomes", "state": "states"}
# What happened is called as the move that recorded it, save where two moves record one fact.
FACTS: dict[str, Text] = {move.fact.value: Text(move.zh, move.en) for move in MOVES.values()}
FACTS["submitted"] = Text("申请人提交申请", "submitted by the applicant")


def refusal_sentence(refusal: Refusal, lang: Lang) -> str:
    """Return why the law refuses, and by which article where there is one."""
    facts = {name: _shown(name, fact, lang) for name, fact in refusal.facts.items()}
    sentence = REFUSALS[refusal.code].say(lang, **facts)
    if refusal.citation is None:
        return sentence
    if lang is Lang.ZH:
        return f"{sentence}（{refusal.citation.full}）"
    return f"{sentence} ({refusal.citation.english})"


def _shown(name: str, fact: str, lang: Lang) -> str:
    """Return a fact of a refusal as it is read: a date printed, a code named."""
    group = TERMS.get(_GROUPS.get(name, ""), {})
    if fact in group:
        return label(_GROUPS[name], fact, lang)
    if name in {"by", "needs"} and fact in FACTS:
        return FACTS[fact].say(lang)
    try:
        return say_date(date.fromisoformat(fact), lang)
    except ValueError:
        return fact


def not_on_chart_sentence(error: MoveNotOnChartError, lang: Lang) -> str:
    """Return why a step cannot be taken from where the request stands."""
    move = MOVES.get(error.move)
    if move is None:
        return LAW["move_unknown"].say(lang, move=error.move)
    step = Text(move.zh, move.en).say(lang)
    return LAW["move_not_on_chart"].say(lang, move=step, state=label("states", error.state, lang))


def flag_words(flag: Flag, lang: Lang) -> str:
    """Return what a flag of the clock says."""
    return FLAGS[flag].say(lang)


def record_sentence(error: Exception, lang: Lang) -> str:
    """Return what the records could not do."""
    facts = {name: _listed(fact) for name, fact in vars(error).items()}
    return RECORDS[type(error).__name__].say(lang, **facts)


def asked_sentence(error: Exception, lang: Lang) -> str:
    """Return what a service or a report could not do."""
    facts = {name: _listed(fact) for name, fact in vars(error).items()}
    if "part" in facts:
        facts["part"] = _PARTS[str(facts["part"])].say(lang)
    return ASKED[type(error).__name__].say(lang, **facts)


def file_sentence(error: OSError, lang: Lang) -> str:
    """Return why a file could not be read or written."""
    text = FILES.get(type(error), _OTHER_FILE)
    return text.say(lang, file=error.filename, reason=error.strerror)


def _listed(fact: object) -> object:
    return "、".join(map(str, fact)) if isinstance(fact, tuple) else fact


def input_sentence(kind: str, field: str, value: object, message: str, lang: Lang) -> str:
    """Return what is wrong with a value that was entered."""
    text = INPUT.get(kind, _OTHER_INPUT)
    return text.say(lang, field=field, value=value, message=message)
