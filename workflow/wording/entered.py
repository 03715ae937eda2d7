"""What is wrong with a file or with a value that was entered."""

from collections.abc import Mapping
from datetime import date

from states.terms import TERMS, label
from workflow.i18n import Lang, Text, say_date
from workflow.wording.facts import FACTS

# Reading and writing files, by what the system says.
FILES: dict[type[OSError], Text] = {
    FileNotFoundError: Text("没有“{file}”这个文件或者目录。", "There is no file “{file}”."),
    PermissionError: Text("没有权限读写“{file}”。", "“{file}” may not be read or written."),
    IsADirectoryError: Text("“{file}”是目录，不是文件。", "“{file}” is a directory, no file."),
}
_OTHER_FILE = Text("读写“{file}”失败：{reason}。", "“{file}” cannot be used: {reason}.")

# By the kind of fault that the parser of input reports.
INPUT: dict[str, Text] = {
    "missing": Text("缺少{field}；请填写。", "{field} is missing; give it."),
    "extra_forbidden": Text("没有{field}这一项；请核对名称。", "There is no {field}; check it."),
    "enum": Text("{field}“{value}”不在可选范围内。", "{field}“{value}” is not one of the choices."),
    "date_from_datetime_parsing": Text(
        "{field}“{value}”不是日期；请写成 2023-05-08 的样子。",
        "{field} “{value}” is not a date; write it as 2023-05-08.",
    ),
    "string_too_short": Text("{field}不能为空。", "{field} may not be empty."),
    "blank": Text("{field}不能为空；请填写。", "{field} may not be blank; fill it in."),
    "too_long": Text(
        "{field}有 {length} 个字，最多 {limit} 个；请精简，其余内容写入附件。",
        "{field} has {length} characters and takes {limit} at most; shorten it.",
    ),
    "unsaveable": Text(
        "{field}含有不能保存的字符（控制字符或者乱码）；请重新输入。",
        "{field} holds characters that cannot be kept; enter it again.",
    ),
    "not_a_phone": Text(
        "{field}“{value}”不像电话号码；请写数字，可以带区号、分机，如 0595-87801209。",
        "{field} “{value}” does not look like a telephone number; write digits.",
    ),
    "not_an_email": Text(
        "{field}“{value}”不是电子邮件地址；请写成 name@example.cn 的样子。",
        "{field} “{value}” is no mail address; write it as name@example.cn.",
    ),
    "not_a_postcode": Text(
        "{field}“{value}”不是邮政编码；请写六位数字。",
        "{field} “{value}” is no postcode; write six digits.",
    ),
    "identity_without_kind": Text(
        "写了{field}“{value}”，没有写证件种类；请选定种类。",
        "{field} “{value}” is given without its kind; name the kind of document.",
    ),
    "identity_without_number": Text(
        "写了证件种类，没有写{field}；请填写号码，没有出示证件的两项都空着。",
        "A kind of document is given without {field}; give it, or leave out both.",
    ),
    "not_of_its_kind": Text(
        "{field}“{value}”不是有效的{kind}号码（位数或者校验位不符）；请核对，"
        "确如证件所载的，证件种类请选“其他证件”。",
        "{field} “{value}” cannot be the number of a document of this kind ({kind}); check it, "
        "or choose another kind.",
    ),
    "undescribed": Text(
        "{field}为空；请填写所需政府信息的名称、文号或者特征。"
        "申请人确实没有写明的，请注明未写明，登记后告知补正。",
        "{field} is blank; say what is asked for, or that the applicant did not say it.",
    ),
    "described_after_all": Text(
        "注明了没有写明内容，又填了{field}“{value}”；两者只能有一项。",
        "{field} “{value}” is given although it is said that nothing was described.",
    ),
    "oral_elsewhere": Text(
        "{field}只能当面提出，收到方式却是“{channel}”；请核对收到方式。",
        "{field} is made in person, yet this came by “{channel}”; check the channel.",
    ),
    "not_oral": Text(
        "{field}“{value}”只在口头申请时填写；请注明是口头申请，或者空着。",
        "{field} “{value}” is given for oral requests alone; say that it is one, or leave it out.",
    ),
    "future_day": Text(
        "{field}“{value}”还没有到（今天是{today}）；只登记已经发生的事。",
        "{field} “{value}” has not come yet (today is {today}).",
    ),
    "before_the_regulations": Text(
        "{field}“{value}”早于条例施行之日（{since}）；请核对年份。",
        "{field} “{value}” is before the Regulations ({since}); check the year.",
    ),
    "day_of_another_channel": Text(
        "“{channel}”的申请没有{field}（填的是“{value}”），收到之日以“{by}”为准；"
        "请核对收到方式，或者改填该项日期。",
        "A request by “{channel}” has no {field} (“{value}”): it is received by “{by}”; check "
        "the channel, or give that day.",
    ),
    "day_too_early": Text(
        "{field}“{value}”早于{other}“{other_day}”；请核对这两个日期。",
        "{field} “{value}” is before {other} “{other_day}”; check both days.",
    ),
    "received_otherwise": Text(
        "{field}“{value}”与{other}“{other_day}”不一致，而收到之日正以后者为准；请核对，只留一项。",
        "{field} “{value}” is not {other} “{other_day}”, by which this is received; give one.",
    ),
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
# What the fields of a form are called; a field that has no name here is called as it is written.
FIELDS: dict[str, Text] = {
    "channel": Text("收到方式", "channel"),
    "applicant": Text("申请人", "applicant"),
    "applicant_kind": Text("申请人类别", "kind of applicant"),
    "content": Text("申请内容", "content"),
    "described": Text("是否写明内容", "described"),
    "oral": Text("口头申请", "oral request"),
    "taken_down_by": Text("代为填写人", "taken down by"),
    "identity_kind": Text("证件种类", "kind of document"),
    "identity_number": Text("证件号码", "document number"),
    "contact": Text("联系方式", "contact"),
    "contact_person": Text("联系人", "contact person"),
    "address": Text("通信地址", "address"),
    "postcode": Text("邮政编码", "postcode"),
    "phone": Text("联系电话", "telephone"),
    "email": Text("电子邮箱", "mail address"),
    "provision_form": Text("获取形式", "form of provision"),
    "provision_way": Text("获取途径", "way of provision"),
    "fee_waiver": Text("申请减免费用", "fee waiver"),
    "help_needed": Text("需要的帮助", "help needed"),
    "purpose": Text("用途", "purpose"),
    "case_officer": Text("经办人", "case officer"),
    "note": Text("备注", "note"),
    "number": Text("登记编号", "number"),
    "submitted_on": Text("提交日期", "day of submission"),
    "arrived_on": Text("到达日期", "day of arrival"),
    "signed_on": Text("签收日期", "day of signature"),
    "confirmed_on": Text("确认日期", "day of confirmation"),
    "received_on": Text("收到日期", "day of receipt"),
}
# Facts of a fault that are codes, and the group of terms that names them.
_GROUPS = {"channel": "channels", "kind": "identity_kinds"}
_SECRET = frozenset({"identity_number"})
# How much of a masked number can be read.
_HEAD, _TAIL = 3, 2
# Of a resident's number: the place and the last four, never the day of birth.
_LONG, _LONG_HEAD, _LONG_TAIL = 15, 6, 4
_OTHER_INPUT = Text("{field}“{value}”不合要求：{message}。", "{field} “{value}”: {message}.")


def file_sentence(error: OSError, lang: Lang) -> str:
    """Return why a file could not be read or written."""
    text = FILES.get(type(error), _OTHER_FILE)
    return text.say(lang, file=error.filename, reason=error.strerror)


def input_sentence(
    kind: str,
    field: str,
    value: object,
    message: str,
    lang: Lang,
    facts: Mapping[str, object] | None = None,
) -> str:
    """Return what is wrong with a value that was entered; of a document's number only its ends."""
    text = INPUT.get(kind, _OTHER_INPUT)
    shown = masked(str(value)) if field in _SECRET else _shown("value", value, lang)
    said = {name: _shown(name, fact, lang) for name, fact in (facts or {}).items()}
    said |= {"field": _called(field, lang), "value": shown, "message": message}
    return text.say(lang, **said).strip()


def _called(field: str, lang: Lang) -> str:
    """Return what a field is called; one without a name as it is written, apart from Chinese."""
    if field in FIELDS:
        return FIELDS[field].say(lang)
    return f" {field} " if lang is Lang.ZH else field


def _shown(name: str, fact: object, lang: Lang) -> object:
    """Return a fact of a fault as it is read: a day printed, a code or a field by its name."""
    if isinstance(fact, date):
        return say_date(fact, lang)
    group = TERMS.get(_GROUPS.get(name, ""), {})
    if str(fact) in group:
        return label(_GROUPS[name], str(fact), lang)
    if name == "by" and str(fact) in FACTS:
        return FACTS[str(fact)].say(lang)
    return _called(fact, lang) if name == "other" and isinstance(fact, str) else fact


def masked(number: str) -> str:
    """Return a number of which only the ends can be read; of a short one nothing but the last."""
    if len(number) <= _HEAD + _TAIL:
        return "*" * (len(number) - 1) + number[-1:]
    head, tail = (_LONG_HEAD, _LONG_TAIL) if len(number) >= _LONG else (_HEAD, _TAIL)
    return number[:head] + "*" * (len(number) - head - tail) + number[-tail:]
