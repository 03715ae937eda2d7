"""What services and reports refuse, in words, by the name of the error."""

from datetime import date

from states.terms import label
from workflow.i18n import Lang, Text, say_date
from workflow.wording.attachments import ATTACHMENTS
from workflow.wording.handling import FIELDS, HANDLING
from workflow.wording.offices import office_key_name
from workflow.wording.privacy import PRIVACY
from workflow.wording.records import listed
from workflow.wording.registers import column_name, register_name
from workflow.wording.tokens import TOKENS

# What the services and the reports refuse, likewise by name.
ASKED: dict[str, Text] = {
    "TooManyViewsError": Text(
        "最多保存 {most} 个视图；请先删除不用的。",
        "At most {most} views can be saved; delete one that is not used first.",
    ),
    "FormUnknownError": Text(
        "没有“{wanted}”年度报告格式；现有的格式：{known}。",
        "There is no report form “{wanted}”; there is: {known}.",
    ),
    "CellUnknownError": Text(
        "年度报告中没有“{wanted}”这一{part}；有：{known}。",
        "The report has no {part} “{wanted}”; there is: {known}.",
    ),
    "YearNotOverError": Text(
        "{year}年度还没有结束，报告不能起草或者封存；现在只能查看到目前为止的数字。",
        "The year {year} is not over; there are only the figures so far.",
    ),
    "ReportErrorsError": Text(
        "{year}年度报告有 {errors} 处错误，没有封存；请先改正，"
        "或由工作机构负责人写明照此封存的理由。",
        "The report of {year} has {errors} error(s) and was not frozen; put them right, or let the "
        "head of office say why it is issued all the same.",
    ),
    "ReportFrozenError": Text(
        "{year}年度报告已由{by}于 {on} 封存；重新封存由工作机构负责人写明理由。",
        "The report of {year} was frozen by {by} on {on}; the head of office may freeze it anew "
        "and say why.",
    ),
    "NotYetFrozenError": Text(
        "{year}年度报告还没有封存；请先封存。",
        "The report of {year} is not frozen yet; freeze it first.",
    ),
    "ReportRoleError": Text(
        "{role}不能{what}年度报告；请由{who}办理。",
        "The {role} may not {what} a report; that is for {who}.",
    ),
    "ReportPublishedError": Text(
        "{year}年度报告已登记于 {on} 公布。",
        "The report of {year} is on record as published on {on}.",
    ),
    "PublicationDayError": Text(
        "公布日期 {on} 不对：应在封存之日（{frozen_on}）以后、今天以前（均含当日）。",
        "Published on {on} cannot be: it lies between the freeze ({frozen_on}) and today.",
    ),
    "NotEnterableError": Text(
        "“{where}”由登记簿统计得出，不能人工录入；可以录入的行：{known}。",
        "“{where}” is counted from the registers and not entered; rows to enter: {known}.",
    ),
    "AmountError": Text(
        "“{where}”不能是“{amount}”；件数为不小于0的整数，金额以万元为单位，可有小数。",
        "“{where}” cannot be “{amount}”: counts are whole and not below 0, money is in ten "
        "thousand yuan.",
    ),
    "StaffUnknownError": Text(
        "没有名叫“{name}”的在岗人员；请核对姓名。",
        "Nobody called “{name}” is on duty; check the name.",
    ),
    "BackupUnreadableError": Text(
        "{file} 不是完整的备份：{what} 读不出来或者被改动过；请换一份备份。",
        "{file} is no whole backup: {what} cannot be read or was altered. Use another backup.",
    ),
    "BackupKeyError": Text(
        "{file} 是加密的备份：没有给密钥，或者密钥不对；请指明密钥文件。",
        "{file} is encrypted, and no key was given or another one; name the file of the key.",
    ),
    "PlaceNotEmptyError": Text(
        "{place} 里已经有记录，没有改动；备份只能恢复到空的地方，请另设 DISCLOSURE_DATA_DIR。",
        "{place} holds records already and was left alone; a backup goes only where nothing is: "
        "set DISCLOSURE_DATA_DIR elsewhere.",
    ),
    "BackupNewerError": Text(
        "{file} 是较新版本的程序备份的（记录版本 {revision}）；请先升级程序。",
        "{file} was taken by a newer program (records at {revision}); upgrade first.",
    ),
    "BackupProgramError": Text(
        "数据库程序 {program} 没有办成：{said}；请安装与服务器同版本的 postgresql-client。",
        "The database program {program} failed: {said}. Install the postgresql-client of the "
        "server's version.",
    ),
    "BackupProgramMissingError": Text(
        "这台机器上没有数据库程序 {program}，备份和恢复 PostgreSQL 都要用它；"
        "请安装与服务器同版本的 postgresql-client"
        "（Debian：sudo apt-get install postgresql-client）。",
        "The database program {program} is not on this machine; PostgreSQL is backed up and "
        "restored by it. Install the postgresql-client of the server's version (Debian: sudo "
        "apt-get install postgresql-client).",
    ),
    "LoginTakenError": Text(
        "登录名“{login}”已经用过；请换一个。",
        "The login “{login}” was given out before; use another.",
    ),
    "PasswordTooShortError": Text(
        "密码太短；至少 {shortest} 个字符。",
        "The password is too short; it has at least {shortest} characters.",
    ),
    "PasswordWrongError": Text("原密码不对。", "The old password is wrong."),
    "TooManyTriesError": Text(
        "次数太多，请过 {minutes} 分钟再试；急需办理的，请拨打机关电话或者到机关当面办理。",
        "Too many tries: wait {minutes} minute(s). If it is urgent, telephone the office or call "
        "in person.",
    ),
    "StaffOnDutyError": Text("“{name}”已经登记在岗。", "“{name}” is entered and on duty already."),
    "RelatedToItselfError": Text(
        "“{number}”不能与它自己比较；请核对两个编号。",
        "“{number}” cannot be set beside itself; check both numbers.",
    ),
    "PartsTooFewError": Text(
        "拆分“{number}”至少要两项，每项写明内容。",
        "Splitting “{number}” takes at least two parts, each in words.",
    ),
    "NothingToAmendError": Text(
        "“{number}”登记的内容与所填相同，没有要更正的；请写明更正哪一项。",
        "“{number}” says that already; name what is to be put right.",
    ),
    "NumberPatternError": Text(
        "编号格式“{pattern}”中“{wrong}”不合要求；格式须含 {{year}} 和 {{serial}}，可含 {{prefix}}，"
        "如 {{prefix}}公开申〔{{year}}〕{{serial}}号。",
        "The pattern “{pattern}” has a fault at “{wrong}”; it takes {{year}} and {{serial}}, and "
        "may take {{prefix}}.",
    ),
    "ReminderRuleUnknownError": Text(
        "没有“{rule}”这条提醒规则。",
        "There is no reminder rule “{rule}”.",
    ),
    "ReminderDaysError": Text(
        "提醒规则“{rule}”不能提前{days}个工作日；请填 1 至 {most}。",
        "The rule “{rule}” may not speak {days} working days before; give 1 to {most}.",
    ),
    "ReminderDaysFixedError": Text(
        "提醒规则“{rule}”在当日或者期满之后提醒，不能设置提前的天数；可以停用。",
        "The rule “{rule}” speaks on the day or after it and takes no days; switch it off instead.",
    ),
    "MailServerMissingError": Text(
        "不能发送邮件：没有设置 {setting}。", "Email cannot be sent: {setting} is not set."
    ),
    "ExtraNotInstalledError": Text(
        "没有安装 {package}；请执行 pip install 'disclosure-desk[{extra}]'。",
        "{package} is not installed; run pip install 'disclosure-desk[{extra}]'.",
    ),
    "QueueNeedsServerError": Text(
        "作业队列要用 PostgreSQL，这一套的记录在 SQLite 文件里；"
        "一个机关不需要队列，没有它照样提醒。",
        "A queue of jobs is kept in PostgreSQL, and these records are a file of SQLite: one office "
        "needs no queue, and is reminded without.",
    ),
    "JobUnknownError": Text(
        "没有作业“{name}”；有：{known}。", "There is no job “{name}”; there are: {known}."
    ),
    "ReminderNotGivenUpError": Text(
        "没有未能发出的提醒“{key}”；可能已经重发。",
        "No reminder “{key}” was given up; it may have been sent again.",
    ),
    "StaffAbsentError": Text(
        "“{name}”{on}不在岗（至{until}），代理人：{deputy}；请另选在岗的人员。",
        "{name} is absent on {on} (until {until}; deputy: {deputy}); choose somebody on duty.",
    ),
    "AbsenceOverlapsError": Text(
        "“{name}”已登记自{from_on}起不在岗，与此重叠；请先登记返岗。",
        "{name} is entered as absent from {from_on} already; enter their return first.",
    ),
    "NotAbsentError": Text(
        "“{name}”当日并未登记为不在岗，不需要登记返岗。",
        "{name} is not entered as absent on that day; there is no return to enter.",
    ),
    "OwnRoleError": Text(
        "“{name}”不能改自己的岗位；请由另一名管理员或者负责人来改。",
        "{name} cannot change their own role; another administrator or the head does it.",
    ),
    "OneselfError": Text(
        "“{name}”不能代理自己或者交接给自己；请另选一人。",
        "{name} cannot stand in for, or hand over to, themselves; choose somebody else.",
    ),
    "NotDeputyError": Text(
        "“{name}”今天不是“{absent}”的代理人，不能代为办理；代理人在登记不在岗时指定。",
        "{name} is not the deputy of {absent} today and cannot act for them; deputies are "
        "named where an absence is entered.",
    ),
    "DaysReversedError": Text(
        "{column} {on}早于{earlier} {earlier_on}；请核对日期。",
        "{column} {on} is before {earlier} {earlier_on}; check the dates.",
    ),
    "DayToComeError": Text(
        "{column} {on}还没有到（今天是{today}）；只登记已经发生的事。",
        "{column} {on} has not come yet (today is {today}); only what has happened is entered.",
    ),
    "ReasonBlankError": Text(
        "请写明理由；更正和作废都要留下理由。",
        "Give the reason; whatever is put right or made void keeps it.",
    ),
    "NothingChangedError": Text(
        "所填内容与现有记录相同，没有更改。", "The record holds this already; nothing was changed."
    ),
    "IndexNumberTakenError": Text(
        "索引号“{index_number}”已用于“{title}”；请另取一个。",
        "The index number “{index_number}” is that of “{title}”; choose another.",
    ),
    "ReviewMissingError": Text(
        "“{title}”没有通过保密审查，不能登记为已公开；请先登记审查结论。",
        "“{title}” has not passed the secrecy review and cannot be published; record the review "
        "first.",
    ),
    "ReviewerIsOfficerError": Text(
        "“{name}”是经办人，不能审查自己经办的信息；请由他人审查。",
        "{name} prepared this and cannot review it; leave the review to somebody else.",
    ),
    "AlreadyPublishedError": Text(
        "“{title}”已于{on}公开；有误的用 amend 更正。",
        "“{title}” was published on {on}; put mistakes right with amend.",
    ),
    "AlreadyConcludedError": Text(
        "{subject} {row_id} 号已于{on}办结；有误的用 amend 更正。",
        "{subject} {row_id} was concluded on {on}; put mistakes right with amend.",
    ),
    "NotWithheldError": Text(
        "申请“{number}”没有不予公开的内容“{item}”。",
        "Nothing of request “{number}” was withheld as “{item}”.",
    ),
    "MailUnknownError": Text(
        "收发文登记中没有“{reference}”；写成 收2026-3 或者 发2026-3 的样子。",
        "The mail book has no “{reference}”; write it as in2026-3 or out2026-3.",
    ),
    "GuideIncompleteError": Text(
        "公开指南缺少：{missing}；请先填写（《条例》第十二条）。",
        "The guide lacks: {missing}; fill it in first (art. 12).",
    ),
}
_UNTIL = {
    "until": Text("另行通知", "further notice"),
    "deputy": Text("无", "nobody"),
    "item": Text("整件", "as a whole"),
}
_WHAT = {
    "freeze": (
        Text("封存", "freeze"),
        Text("经办人或者工作机构负责人", "a clerk or the head of office"),
    ),
    "publish": (
        Text("登记公布", "publish"),
        Text("经办人或者工作机构负责人", "a clerk or the head of office"),
    ),
    "override": (
        Text("照此封存有错误的", "override the errors of"),
        Text("工作机构负责人", "the head of office"),
    ),
    "supersede": (Text("重新封存", "supersede"), Text("工作机构负责人", "the head of office")),
}
ASKED |= HANDLING | ATTACHMENTS | TOKENS | PRIVACY
# Facts that are codes, and the group of terms that names them.
_GROUPS = {"defect": "defects", "result": "records_results"}
_PARTS = {"table": Text("表", "table"), "row": Text("行", "row"), "column": Text("列", "column")}


def asked_sentence(error: Exception, lang: Lang) -> str:
    """Return what a service or a report could not do."""
    facts = {name: _shown(name, fact, lang) for name, fact in vars(error).items()}
    if "what" in facts:
        what, who = _WHAT[str(facts["what"])]
        facts |= {
            "what": what.say(lang),
            "who": who.say(lang),
            "role": label("roles", str(facts["role"]), lang),
        }
    if "field" in facts:
        facts["field"] = FIELDS[str(facts["field"])].say(lang)
    for name in facts.keys() & _GROUPS.keys():
        facts[name] = label(_GROUPS[name], str(facts[name]), lang)
    return ASKED[type(error).__name__].say(lang, **facts)


def _shown(name: str, fact: object, lang: Lang) -> object:
    """Return what an error carries as it is read: codes by their names, days printed."""
    if name == "part":
        return _PARTS[str(fact)].say(lang)
    if name == "subject":
        return register_name(str(fact), lang)
    if name in {"column", "earlier"}:
        subject, _, column = str(fact).partition(".")
        return column_name(subject, column, lang)
    if name == "missing" and isinstance(fact, tuple):
        return listed(tuple(office_key_name(key, lang) for key in fact))
    if name in _UNTIL and not fact:
        return _UNTIL[name].say(lang)
    return say_date(fact, lang) if isinstance(fact, date) else listed(fact)
