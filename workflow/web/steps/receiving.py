"""Steps of receipt and correction."""

from states.chart.rows import MOVES
from states.statute.defects import Defect, may_be_asked
from states.statute.receipt import RECEIPT, ReceiptFact
from states.terms import label
from workflow.i18n import Text
from workflow.records.beside import CorrectionAsked, DefectFound, Reason
from workflow.services.handling.correcting import (
    AskCorrection,
    ReceiveCorrection,
    ask_correction,
    receive_correction,
)
from workflow.services.moves import MakeMove, make_move
from workflow.web.fields import Choice, Field, Filled, Kind
from workflow.web.steps.shared_fields import SENT_BY, TRACKING, reason
from workflow.web.steps.step_form import Context, StepForm, Taker, on_day, said

_GROUP = Text("收到与补正", "Receipt and correction")
_BY_FACT = {
    ReceiptFact.SUBMITTED: "receive_in_hand",
    ReceiptFact.SIGNED_FOR: "sign_for",
    ReceiptFact.CONFIRMED: "confirm",
}
_RECEIVING = ("confirm", "sign_for", "receive_in_hand", "record_arrival", "establish_receipt")


def _confirm_fields(context: Context) -> tuple[Field, ...]:
    channel = context.file.case.channel
    usual = "establish_receipt" if channel is None else _BY_FACT[RECEIPT[context.law][channel].fact]
    named = tuple(
        Choice(name, Text(MOVES[name].zh, MOVES[name].en).say(context.lang)) for name in _RECEIVING
    )
    return (
        Field("move", Text("登记什么", "What happened"), Kind.CHOICE, required=True,
              choices=named, value=usual),
        on_day(context),
    )  # fmt: skip


def _confirm(filled: Filled, taker: Taker) -> MakeMove:
    return MakeMove(**taker, move=said(filled, "move"))


def _asking_fields(context: Context) -> tuple[Field, ...]:
    fields = [
        on_day(context, Text("告知日期", "Told on")),
        Field(
            "workdays",
            Text("补正期限（工作日）", "Working days to correct it"),
            Kind.NUMBER,
            least=1,
            longest=4,
            value=str(context.file.case.practice.correction_period),
        ),
    ]
    for defect in Defect:
        if may_be_asked(defect, context.law):
            fields += _of_defect(defect)
    return (*fields, SENT_BY, TRACKING)


def _of_defect(defect: Defect) -> list[Field]:
    name = Text(label("defects", defect), label("defects", defect, "en"))
    return [
        Field(
            f"unclear_{defect.value}",
            Text(f"{name.zh}：哪里不清楚", f"{name.en}: what is unclear"),
            longest=500,
            section=name,
        ),
        Field(
            f"supply_{defect.value}",
            Text(f"{name.zh}：应当补充什么", f"{name.en}: what to supply"),
            longest=500,
        ),
    ]


def _ask(filled: Filled, taker: Taker) -> AskCorrection:
    found = (
        DefectFound(
            defect=defect,
            unclear=said(filled, f"unclear_{defect.value}"),
            supply=said(filled, f"supply_{defect.value}"),
        )
        for defect in Defect
    )
    return AskCorrection(
        **taker,
        asked=CorrectionAsked(
            defects=tuple(one for one in found if one.unclear or one.supply),
            sent_by=said(filled, "sent_by"),
            tracking=said(filled, "tracking"),
        ),
        workdays=filled.meant.get("workdays") or 0,
    )


def _corrected_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("收到日期", "Received on")),
        Field("supplied", Text("补正的内容", "What was supplied"), Kind.AREA),
        reason(Text("逾期的正当理由", "Good reason for being late"),
               hint=Text("没有逾期的不填。", "Leave blank if it came in time.")),
    )  # fmt: skip


def _corrected(filled: Filled, taker: Taker) -> ReceiveCorrection:
    received = Reason(reason=said(filled, "reason"), supplied=said(filled, "supplied"))
    return ReceiveCorrection(**taker, received=received)


STEPS = (
    StepForm(
        "confirm",
        Text("登记收到申请", "Record the receipt"),
        _GROUP,
        _RECEIVING,
        _confirm_fields,
        _confirm,
        make_move,
    ),
    StepForm(
        "correct-ask",
        Text("告知补正", "Ask for a correction"),
        _GROUP,
        ("request_correction",),
        _asking_fields,
        _ask,
        ask_correction,
        hint=Text(
            "一次性写明全部需要补正的内容；没有问题的栏目空着。",
            "Say once all that is to be corrected; leave the rest blank.",
        ),
    ),
    StepForm(
        "correct-receive",
        Text("收到补正", "Receive the correction"),
        _GROUP,
        ("receive_correction",),
        _corrected_fields,
        _corrected,
        receive_correction,
    ),
)
