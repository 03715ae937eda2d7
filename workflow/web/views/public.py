"""What is asked of whoever applies online, and how it is read."""

from datetime import date
from typing import Final

from pydantic import ValidationError

from states.statute.application import HelpNeeded, IdentityKind, ProvisionForm, ProvisionWay
from states.statute.practice import Practice
from states.statute.receipt import Channel
from states.terms import TERMS, label
from workflow.i18n import Lang, Text
from workflow.services.intake_form import RequestForm
from workflow.web.fields import Choice, Field, Filled, Kind
from workflow.wording.entered import input_sentence

# A field that people do not see; whoever fills it in is a program.
TRAP: Final = "homepage"
LOOK_UP: Final = (
    Field("number", Text("登记编号", "Number"), required=True, longest=100),
    Field("code", Text("查询码", "Code"), required=True, longest=40),
)
_NO_CONTACT = Text(
    "请至少填写电话、电子邮箱、通信地址中的一项。",
    "Give a telephone number, a mail address or a postal address at least.",
)
_CHOSEN_OR_NOT: Final = frozenset({"provision_form", "provision_way"})
_KEPT_BY_OTHERS: Final = frozenset({"key"})


def application_fields(lang: Lang) -> tuple[Field, ...]:
    """Return the fields that article 29 has an application fill in, and what helps to reply."""
    return (
        Field("key", Text("", ""), Kind.HIDDEN, longest=100),
        Field(
            "applicant_kind",
            Text("申请人类别", "Kind of applicant"),
            Kind.CHOICE,
            required=True,
            choices=_choices("applicants", tuple(TERMS["applicants"]), lang),
            value="natural_person",
            section=Text("申请人", "Applicant"),
        ),
        Field(
            "applicant",
            Text("姓名或者名称", "Name"),
            required=True,
            longest=200,
            autocomplete="name",
        ),
        Field(
            "contact_person",
            Text("联系人（单位申请的填写）", "Contact person (of an organisation)"),
            longest=100,
        ),
        Field(
            "identity_kind",
            Text("证件种类", "Kind of document"),
            Kind.CHOICE,
            required=True,
            choices=_choices("identity_kinds", tuple(IdentityKind), lang),
            value=IdentityKind.RESIDENT_ID.value,
        ),
        Field("identity_number", Text("证件号码", "Document number"), required=True, longest=60),
        Field(
            "phone",
            Text("联系电话", "Telephone"),
            longest=60,
            autocomplete="tel",
            help=Text(
                "电话、电子邮箱、通信地址至少填写一项；本机关据此与您确认收到申请之日。",
                "One way to reach you at least: the day of receipt is confirmed with you by it.",
            ),
            section=Text("联系方式", "How to reach you"),
        ),
        Field(
            "email",
            Text("电子邮箱", "Mail address"),
            Kind.EMAIL,
            longest=254,
            autocomplete="email",
        ),
        Field(
            "address",
            Text("通信地址", "Postal address"),
            longest=300,
            autocomplete="street-address",
        ),
        Field(
            "postcode",
            Text("邮政编码", "Postcode"),
            longest=10,
            autocomplete="postal-code",
        ),
        Field(
            "content",
            Text("所需政府信息", "Information asked for"),
            Kind.AREA,
            required=True,
            longest=2_000,
            help=Text(
                "请写明名称、文号，或者便于查找的其他特征，如时间、地点、项目。一件申请只写一事。",
                "Its title, its document number, or what helps to find it: when, where, which "
                "project. One matter for one application.",
            ),
            section=Text("所需信息", "What is asked for"),
        ),
        Field(
            "provision_form",
            Text("获取形式", "In what form"),
            Kind.CHOICE,
            required=True,
            choices=_choices("provision_forms", tuple(ProvisionForm), lang),
            value=ProvisionForm.ELECTRONIC.value,
        ),
        Field(
            "provision_way",
            Text("获取途径", "By what way"),
            Kind.CHOICE,
            choices=_choices("provision_ways", tuple(ProvisionWay), lang),
            blank=Text("不限", "Any"),
        ),
        Field(
            "help_needed",
            Text("需要的帮助", "Help needed"),
            Kind.MANY,
            choices=_choices("help_needed", tuple(HelpNeeded), lang),
        ),
    )


def asked_for(
    form: Filled, today: date, practice: Practice, lang: Lang
) -> tuple[Filled, RequestForm | None]:
    """Return the request that was filled in, or the form with every fault it has, all at once."""
    found = form
    if not any(form.typed[name] for name in ("phone", "email", "address")):
        found = found.with_fault("phone", _NO_CONTACT.say(lang))
    fields: dict[str, object] = {
        name: value or None if name in _CHOSEN_OR_NOT else value
        for name, value in form.meant.items()
        if name not in _KEPT_BY_OTHERS
    }
    fields |= {"channel": Channel.INTERNET, "submitted_on": today}
    try:
        asked = RequestForm.filled_in(fields, today=today, practice=practice)
    except ValidationError as error:
        return _with_faults(found, error, lang), None
    return found, asked if found.is_good else None


def _with_faults(form: Filled, error: ValidationError, lang: Lang) -> Filled:
    """Return the form with each fault beside its field; a field that has one gets no second."""
    found = form
    for fault in error.errors(include_url=False):
        name = str(fault["loc"][0]) if fault["loc"] else "content"
        words = input_sentence(
            fault["type"], name, fault["input"], fault["msg"], lang, fault.get("ctx")
        )
        shown = name if name in form.typed else "content"
        if shown not in found.faults:
            found = found.with_fault(shown, words)
    return found


def _choices(group: str, codes: tuple[str, ...], lang: Lang) -> tuple[Choice, ...]:
    return tuple(Choice(str(code), label(group, str(code), lang)) for code in codes)
