"""The form of intake as data: its fields, by the sections they stand in."""

from dataclasses import dataclass
from typing import Final

from states.statute.receipt import Channel
from states.terms import TERMS, label
from workflow.i18n import Lang, Text
from workflow.web.fields import Choice, Field, Filled, Kind

NOT_YET = Text("暂不指定", "Nobody yet")
_NONE = Text("没有出示", "None shown")
_NOT_SAID = Text("没有写明", "Not said")


def fields_of(lang: Lang, officers: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the fields of intake; the officers are those who are on duty."""
    return (
        *_when(lang),
        *_who(lang),
        *_what(lang),
        *_how(lang),
        Field(
            "case_officer",
            Text("经办人", "Case officer"),
            Kind.CHOICE,
            blank=NOT_YET,
            choices=tuple(Choice(name, name) for name in officers),
        ),
        Field(
            "number",
            Text("登记编号", "Number"),
            longest=100,
            help=Text("不填则自动编号。", "Left blank, the next one is given."),
        ),
        Field("note", Text("备注", "Note"), longest=2_000),
        Field("key", Text("", ""), Kind.HIDDEN),
    )


def _choices(group: str, lang: Lang) -> tuple[Choice, ...]:
    return tuple(Choice(code, label(group, code, lang)) for code in TERMS[group])


def _when(lang: Lang) -> tuple[Field, ...]:
    return (
        Field(
            "channel",
            Text("收到方式", "Channel"),
            Kind.CHOICE,
            required=True,
            choices=_choices("channels", lang),
            value=Channel.IN_PERSON.value,
        ),
        Field(
            "submitted_on",
            Text("提交日期", "Submitted on"),
            Kind.DAY,
            help=Text("几个日期都不填，即今天提交。", "Without any date, it was submitted today."),
        ),
        Field("arrived_on", Text("到达日期", "Arrived on"), Kind.DAY),
        Field("signed_on", Text("签收日期", "Signed for on"), Kind.DAY),
        Field("confirmed_on", Text("与申请人确认日期", "Confirmed on"), Kind.DAY),
        Field(
            "received_on",
            Text("已确定的收到日期", "Receipt established"),
            Kind.DAY,
            help=Text("收到之日另有依据的才填。", "Where it is established otherwise."),
        ),
    )


def _who(lang: Lang) -> tuple[Field, ...]:
    return (
        Field(
            "applicant_kind",
            Text("申请人类别", "Kind of applicant"),
            Kind.CHOICE,
            required=True,
            choices=_choices("applicants", lang),
            value="natural_person",
        ),
        Field("applicant", Text("姓名或者名称", "Name"), required=True, longest=200),
        Field("contact_person", Text("单位联系人", "Contact person"), longest=100),
        Field(
            "identity_kind",
            Text("证件种类", "Identity document"),
            Kind.CHOICE,
            blank=_NONE,
            choices=_choices("identity_kinds", lang),
        ),
        Field("identity_number", Text("证件号码", "Document number"), longest=60),
        Field("phone", Text("联系电话", "Telephone"), longest=60),
        Field("email", Text("电子邮箱", "Email"), longest=254),
        Field("address", Text("通信地址", "Address"), longest=300),
        Field("postcode", Text("邮政编码", "Postcode"), longest=10),
    )


def _what(lang: Lang) -> tuple[Field, ...]:
    return (
        Field(
            "content",
            Text("所需政府信息的内容", "What is asked for"),
            Kind.AREA,
            longest=20_000,
            help=Text(
                "照申请书写：名称、文号或者便于查询的其他特征。",
                "As the application has it: title, number, or what else helps to find it.",
            ),
        ),
        Field(
            "undescribed",
            Text("申请人没有写明内容", "The applicant did not say"),
            Kind.CHECK,
        ),
        Field(
            "provision_form",
            Text("获取形式", "Form"),
            Kind.CHOICE,
            blank=_NOT_SAID,
            choices=_choices("provision_forms", lang),
        ),
        Field(
            "provision_way",
            Text("获取途径", "Way of delivery"),
            Kind.CHOICE,
            blank=_NOT_SAID,
            choices=_choices("provision_ways", lang),
        ),
    )


def _how(lang: Lang) -> tuple[Field, ...]:
    return (
        Field(
            "oral",
            Text("口头申请，由本机关代为填写", "Oral, taken down by the office"),
            Kind.CHECK,
        ),
        Field(
            "taken_down_by",
            Text("代为填写人", "Taken down by"),
            longest=100,
            help=Text("不填则为登记的人。", "Left blank, whoever registers it."),
        ),
        Field(
            "help_needed",
            Text("需要的帮助", "Help needed"),
            Kind.MANY,
            choices=_choices("help_needed", lang),
        ),
        Field("fee_waiver", Text("申请减免费用", "Asks for a fee waiver"), Kind.CHECK),
        Field(
            "purpose",
            Text("用途", "Purpose"),
            Kind.CHOICE,
            blank=_NOT_SAID,
            choices=_choices("purposes", lang),
        ),
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """A field where it stands, and how wide it is there."""

    field: Field
    width: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Some fields under a heading."""

    code: str
    heading: Text
    fields: tuple[Placed, ...]
    is_open: bool = True


_WIDE: Final = {"content": "wide", "address": "half", "help_needed": "half"}
# Dates that some channels do not have; without style sheets all of them are there.
_DAYS: Final = {
    "arrived_on": "day-arrived",
    "signed_on": "day-signed",
    "confirmed_on": "day-confirmed",
}
_SECTIONS: Final = (
    (
        "when",
        Text("怎样收到", "How it came"),
        ("channel", "submitted_on", "arrived_on", "signed_on", "confirmed_on"),
    ),
    (
        "who",
        Text("申请人", "Applicant"),
        (
            "applicant_kind", "applicant", "identity_kind", "identity_number",
            "phone", "email", "address", "postcode", "contact_person",
        ),
    ),
    (
        "what",
        Text("申请内容", "What is asked for"),
        ("content", "undescribed", "provision_form", "provision_way", "case_officer"),
    ),
    (
        "more",
        Text("其他情况（没有就不填）", "Other matters (if any)"),
        (
            "oral", "taken_down_by", "help_needed", "fee_waiver", "purpose",
            "received_on", "number", "note",
        ),
    ),
)  # fmt: skip


def sections_of(form: Filled) -> tuple[Section, ...]:
    """Return the fields by section; the last is shut while nothing in it was filled in wrongly."""
    by_name = {one.name: one for one in form.fields}
    return tuple(
        Section(
            code,
            heading,
            tuple(Placed(by_name[name], _WIDE.get(name, _DAYS.get(name, ""))) for name in names),
            is_open=code != "more"
            or any(name in form.faults or form.typed[name] for name in names),
        )
        for code, heading, names in _SECTIONS
    )
