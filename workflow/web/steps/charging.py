"""Steps of the fee: notified, delivered, paid."""

from decimal import Decimal

from states.statute.fees import FeeBasis
from workflow.i18n import Lang, Text
from workflow.records.beside import Delivered
from workflow.services.handling.charging import (
    CENTS,
    DeliverFeeNotice,
    NotifyFee,
    PayFee,
    deliver_fee_notice,
    notify_fee,
    pay_fee,
)
from workflow.web.fields import Field, Filled, Kind
from workflow.web.steps.shared_fields import CHOOSE, SENT_BY, TRACKING
from workflow.web.steps.step_form import Context, StepForm, Taker, on_day, said

_GROUP = Text("收费", "Fee")
_TOO_MUCH = Decimal(1_000_000_000)
_NO_SUM = Text(
    "“{value}”不是金额；请写成 200 或者 30.50 的样子。",
    "“{value}” is no sum; write it as 200 or 30.50.",
)


def _notify_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("basis", Text("标准", "Tariff"), Kind.CHOICE, required=True, blank=CHOOSE,
              choices=context.choices("fee_bases")),
        Field("units", Text("件数或者页数", "Pieces or pages"), Kind.NUMBER, required=True, least=1,
              longest=6, value="1", help=Text("按件计收写件数，按量计收写页数。",
                                   "Pieces by the piece, pages by the page.")),
        on_day(context, Text("通知日期", "Notified on")),
        Field("pay_to", Text("缴费方式和账户", "How to pay"), longest=300),
        SENT_BY,
        TRACKING,
    )  # fmt: skip


def _notify(filled: Filled, taker: Taker) -> NotifyFee:
    return NotifyFee(
        **taker,
        basis=FeeBasis(filled["basis"]),
        units=filled["units"],
        pay_to=said(filled, "pay_to"),
        sent_by=said(filled, "sent_by"),
        tracking=said(filled, "tracking"),
    )


def _delivered_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("送达日期", "Delivered on"),
               Text("缴费期限自次日起算。", "The time for paying runs from the next day.")),
        Field("proof", Text("送达凭证", "Proof"), longest=300),
    )  # fmt: skip


def _delivered(filled: Filled, taker: Taker) -> DeliverFeeNotice:
    return DeliverFeeNotice(**taker, delivered=Delivered(proof=said(filled, "proof")))


def _pay_fields(context: Context) -> tuple[Field, ...]:
    fee = context.file.handling.fee
    outstanding = "" if fee is None or fee.outstanding is None else f"{fee.outstanding:.2f}"
    return (
        on_day(context, Text("缴费日期", "Paid on")),
        Field("amount", Text("金额（元）", "Sum (yuan)"), Kind.AMOUNT, required=True,
              value=outstanding),
        Field("receipt_number", Text("财政票据号码", "Fiscal receipt"), required=True, longest=100),
        Field("part", Text("只缴了一部分：缴清之前期限不重新计算", "Only a part was paid"),
              Kind.CHECK, value=False),
        Field("excess", Text("多缴无误：多缴部分应当退还", "More was paid, to be refunded"),
              Kind.CHECK, value=False),
    )  # fmt: skip


def _pay(filled: Filled, taker: Taker) -> PayFee:
    return PayFee(
        **taker,
        amount=filled["amount"],
        receipt_number=filled["receipt_number"],
        part=filled["part"],
        excess=filled["excess"],
    )


def _is_a_sum(filled: Filled, lang: Lang) -> Filled:
    """Say beside the field what cannot be a sum of money: nothing, less, or parts of a cent."""
    amount: Decimal = filled["amount"]
    if 0 < amount < _TOO_MUCH and amount == amount.quantize(CENTS):
        return filled
    return filled.with_fault("amount", _NO_SUM.say(lang, value=filled.typed["amount"]))


STEPS = (
    StepForm("fee-notify", Text("告知收费", "Notify a fee"), _GROUP,
             ("notify_fee",), _notify_fields, _notify, notify_fee),
    StepForm("fee-delivered", Text("收费通知送达", "Fee notice delivered"), _GROUP,
             ("record_fee_delivery",), _delivered_fields, _delivered, deliver_fee_notice),
    StepForm("fee-pay", Text("登记缴费", "Record a payment"), _GROUP,
             ("pay_fee", "record_part_payment"), _pay_fields, _pay, pay_fee, check=_is_a_sum),
)  # fmt: skip
