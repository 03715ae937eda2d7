"""What services and reports refuse, in words, by the name of the error."""

from states.terms import label
from workflow.i18n import Lang, Text
from workflow.wording.handling import FIELDS, HANDLING
from workflow.wording.records import listed

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
ASKED |= HANDLING
# Facts that are codes, and the group of terms that names them.
_GROUPS = {"defect": "defects", "result": "records_results"}
_PARTS = {"table": Text("表", "table"), "row": Text("行", "row"), "column": Text("列", "column")}


def asked_sentence(error: Exception, lang: Lang) -> str:
    """Return what a service or a report could not do."""
    facts = {name: listed(fact) for name, fact in vars(error).items()}
    if "part" in facts:
        facts["part"] = _PARTS[str(facts["part"])].say(lang)
    if "field" in facts:
        facts["field"] = FIELDS[str(facts["field"])].say(lang)
    for name in facts.keys() & _GROUPS.keys():
        facts[name] = label(_GROUPS[name], str(facts[name]), lang)
    return ASKED[type(error).__name__].say(lang, **facts)
