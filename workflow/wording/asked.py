"""What services and reports refuse, in words, by the name of the error."""

from workflow.i18n import Lang, Text
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
    "RelatedToItselfError": Text(
        "“{number}”不能与它自己比较；请核对两个编号。",
        "“{number}” cannot be set beside itself; check both numbers.",
    ),
    "PartsTooFewError": Text(
        "拆分“{number}”至少要两项，每项写明内容；请用两个以上的 --part。",
        "Splitting “{number}” takes at least two parts, each in words; give --part twice or more.",
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
    "MailServerMissingError": Text(
        "不能发送邮件：没有设置 {setting}。", "Email cannot be sent: {setting} is not set."
    ),
}
_PARTS = {"table": Text("表", "table"), "row": Text("行", "row"), "column": Text("列", "column")}


def asked_sentence(error: Exception, lang: Lang) -> str:
    """Return what a service or a report could not do."""
    facts = {name: listed(fact) for name, fact in vars(error).items()}
    if "part" in facts:
        facts["part"] = _PARTS[str(facts["part"])].say(lang)
    return ASKED[type(error).__name__].say(lang, **facts)
