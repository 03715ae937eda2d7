"""Steps that end a request, or say whose it is: withdrawn, another organ's, deemed abandoned."""

from workflow.i18n import Text
from workflow.services.handling.lapsing import ConfirmLapse, confirm_lapse
from workflow.services.handling.referring import Refer, refer
from workflow.services.handling.withdrawing import Withdraw, WrittenForm, withdraw
from workflow.services.relating import MergeRequest, merge
from workflow.web.fields import Field, Filled, Kind
from workflow.web.steps.shared_fields import reason
from workflow.web.steps.step_form import Context, StepForm, Taker, on_day, said, undated

_GROUP = Text("办结", "Endings")


def _withdraw_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("撤回日期", "Withdrawn on")),
        Field("form", Text("书面形式", "Written form"), Kind.CHOICE, required=True,
              choices=context.choices("written_forms"), value=WrittenForm.LETTER.value),
        reason(Text("撤回的理由", "Why"), required=True),
    )  # fmt: skip


def _withdraw(filled: Filled, taker: Taker) -> Withdraw:
    return Withdraw(**taker, form=WrittenForm(filled["form"]), reason=filled["reason"])


def _refer_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("office", Text("负责公开的机关", "Organ responsible"), required=True, longest=200,
              suggestions=context.organs),
        Field("contact", Text("联系方式", "Contact"), longest=300,
              help=Text("名录中没有这个机关时必填。", "Needed where the directory has it not.")),
        Field("address", Text("地址", "Address"), longest=300),
        reason(Text("为什么由该机关负责", "Why it is responsible")),
        on_day(context, Text("告知日期", "Named on")),
    )  # fmt: skip


def _refer(filled: Filled, taker: Taker) -> Refer:
    return Refer(
        **taker,
        office=filled["office"],
        contact=said(filled, "contact"),
        address=said(filled, "address"),
        reason=said(filled, "reason"),
    )


def _lapse_fields(_context: Context) -> tuple[Field, ...]:
    return ()


def _lapse(_filled: Filled, taker: Taker) -> ConfirmLapse:
    return ConfirmLapse(**undated(taker))


def _merge_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("into", Text("并入哪一件（登记编号）", "Into which (number)"), required=True,
              longest=100, suggestions=context.similar),
        reason(required=True),
        on_day(context, Text("合并日期", "Merged on")),
    )  # fmt: skip


def _merge(filled: Filled, taker: Taker) -> MergeRequest:
    return MergeRequest(**taker, into=filled["into"], reason=filled["reason"])


STEPS = (
    StepForm("withdraw", Text("申请人撤回", "Withdrawn by the applicant"), _GROUP,
             ("withdraw",), _withdraw_fields, _withdraw, withdraw),
    StepForm("refer", Text("指明负责的机关", "Name the organ responsible"), _GROUP,
             ("name_right_office",), _refer_fields, _refer, refer),
    StepForm("lapse", Text("视为放弃", "Deem it abandoned"), _GROUP,
             ("lapse_uncorrected", "lapse_unpaid"), _lapse_fields, _lapse, confirm_lapse),
    StepForm("merge", Text("并入另一件", "Merge into another"), _GROUP,
             ("merge_into",), _merge_fields, _merge, merge),
)  # fmt: skip
