"""Steps on what is on record of a request: whose it is, what it says, how it is related."""

from typing import Final

from states.case import CLOSED_STATES
from workflow.i18n import Text
from workflow.services.amending import Annul, annul
from workflow.services.assigning import Assign, assign
from workflow.services.registering import PutRight, put_right
from workflow.services.relating import KeepApart, LinkRequests, keep_apart, link
from workflow.services.roles import DISPATCHERS, KEEPERS
from workflow.services.splitting import SplitRequest, split
from workflow.web.fields import Field, Filled, Kind
from workflow.web.steps.shared_fields import reason
from workflow.web.steps.step_form import Context, StepForm, Taker, many, said, undated

_GROUP = Text("登记管理", "Records")


def _assign_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("officer", Text("分派给", "To"), required=True, longest=100,
              suggestions=context.staff, value=context.row.case_officer),
        reason(hint=Text("不填则为“分派”。", "Left blank: “分派”.")),
    )  # fmt: skip


def _assign(filled: Filled, taker: Taker) -> Assign:
    return Assign(**undated(taker), officer=filled["officer"], reason=said(filled, "reason"))


def _annul_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("seq", Text("撤销第几项记录", "Record to annul"), Kind.NUMBER, required=True, least=1,
              longest=12,
              value=context.asked.get("seq", "")),
        reason(Text("撤销的理由", "Why"), required=True),
    )  # fmt: skip


def _annul(filled: Filled, taker: Taker) -> Annul:
    return Annul(**undated(taker), seq=filled["seq"], reason=filled["reason"])


# The fields of a registration that may be put right, with how each is typed.
_AMENDED: Final = (
    Field("applicant", Text("申请人", "Applicant"), required=True, longest=200),
    Field("content", Text("申请内容", "Asked for"), Kind.AREA, required=True, longest=20_000),
    Field("contact", Text("联系方式", "Contact"), longest=200),
    Field("contact_person", Text("联系人", "Contact person"), longest=100),
    Field("phone", Text("联系电话", "Telephone"), longest=60),
    Field("email", Text("电子邮箱", "Email"), longest=254),
    Field("address", Text("通信地址", "Address"), longest=300),
    Field("postcode", Text("邮政编码", "Postcode"), longest=10),
    Field("note", Text("备注", "Note"), Kind.AREA),
)
_CODED: Final = (
    ("applicant_kind", Text("申请人类别", "Kind of applicant"), "applicants"),
    ("channel", Text("收到方式", "Received by"), "channels"),
    ("provision_form", Text("获取信息的形式", "Form wanted"), "provision_forms"),
    ("provision_way", Text("获取信息的途径", "Way wanted"), "provision_ways"),
)


def _amend_fields(context: Context) -> tuple[Field, ...]:
    known = registered(context)
    free = (_with_value(one, known[one.name]) for one in _AMENDED)
    coded = (
        Field(name, text, Kind.CHOICE, choices=context.choices(group), value=known[name],
              required=name in {"applicant_kind", "channel"})
        for name, text, group in _CODED
    )  # fmt: skip
    before = (
        Field(f"was_{name}", Text("", ""), Kind.HIDDEN, value=value, longest=20_000)
        for name, value in known.items()
    )
    return (*free, *coded, reason(Text("更正的理由", "Why"), required=True), *before)


def registered(context: Context) -> dict[str, str]:
    """Return what stands in the registration, by field."""
    row, details, intake = context.row, context.file.details, context.file.intake
    of_row = ("applicant", "content", "contact", "note", "applicant_kind", "channel")
    of_details = ("contact_person", "phone", "email", "address", "postcode")
    return {
        **{name: str(getattr(row, name) or "") for name in of_row},
        **{name: str(getattr(details, name) or "") for name in of_details},
        "provision_form": str(intake.provision_form or ""),
        "provision_way": str(intake.provision_way or ""),
    }


def _with_value(one: Field, value: str) -> Field:
    return Field(
        one.name, one.label, one.kind, required=one.required, longest=one.longest, value=value
    )


def _amend(filled: Filled, taker: Taker) -> PutRight:
    names = [one.name for one in _AMENDED] + [name for name, _, _ in _CODED]
    changed = {name: said(filled, name) for name in names if name in filled.meant}
    before = {name: said(filled, f"was_{name}") for name in names}
    fields: dict[str, object] = {
        name: value or (None if name.startswith("provision") else "")
        for name, value in changed.items()
        if value != before[name]
    }
    return PutRight(**undated(taker), reason=filled["reason"], fields=fields)


def _other_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("other", Text("另一件的登记编号", "Number of the other"), required=True, longest=100,
              suggestions=context.similar),
        reason(required=True),
    )  # fmt: skip


def _link(filled: Filled, taker: Taker) -> LinkRequests:
    return LinkRequests(**undated(taker), other=filled["other"], reason=filled["reason"])


def _apart(filled: Filled, taker: Taker) -> KeepApart:
    return KeepApart(**undated(taker), other=filled["other"], reason=filled["reason"])


def _split_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("parts", Text("各个事项", "The matters"), Kind.LINES, required=True,
              value=context.row.content, longest=20_000,
              help=Text("一行一个事项，至少两行；第一行保留原编号。",
                        "One a line, two at least; the first keeps the number.")),
        Field("reason", Text("理由", "Reason"), Kind.AREA, required=True, value="一事一申请"),
    )  # fmt: skip


def _split(filled: Filled, taker: Taker) -> SplitRequest:
    return SplitRequest(**undated(taker), parts=many(filled, "parts"), reason=filled["reason"])


def _is_open(context: Context) -> bool:
    return context.file.case.state not in CLOSED_STATES


_CLOSED = Text("申请已经办结。", "The request is concluded.")

STEPS = (
    StepForm("assign", Text("分派经办人", "Assign"), _GROUP, (), _assign_fields, _assign, assign,
             also=DISPATCHERS),
    StepForm("amend", Text("更正登记内容", "Put the registration right"), _GROUP, (),
             _amend_fields, _amend, put_right),
    StepForm("annul", Text("撤销一项记录", "Annul a record"), _GROUP, (), _annul_fields, _annul,
             annul, also=KEEPERS, hint=Text("原记录留在经过里，划线注明；后面的各步重新判断。",
                                            "The record stays in the history, struck out.")),
    StepForm("link", Text("与另一件关联", "Link with another"), _GROUP, (), _other_fields, _link,
             link),
    StepForm("keep-apart", Text("与另一件分别办理", "Keep apart from another"), _GROUP, (),
             _other_fields, _apart, keep_apart),
    StepForm("split", Text("拆分", "Split"), _GROUP, (), _split_fields, _split, split,
             applies=_is_open, lacking=_CLOSED),
)  # fmt: skip
