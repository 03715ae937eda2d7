"""What everybody is told of an application, in plain words, by the state it is in."""

from states.case import State
from workflow.i18n import Text

STANDS: dict[State, Text] = {
    State.SUBMITTED: Text(
        "已登记，收到日期待确认。本机关将与您联系，双方确认之日为收到申请之日，答复期限从那时起算。",
        "Registered; the day of receipt is to be confirmed with you, and the time for the reply "
        "runs from then.",
    ),
    State.RECEIVED: Text("正在办理。", "In hand."),
    State.AWAITING_CORRECTION: Text(
        "等待您补正：请按补正告知书的要求，在期限内补正。",
        "Waiting for your correction: see the notice, and answer it in time.",
    ),
    State.AWAITING_REASONS: Text(
        "等待您说明理由：请按通知书的要求，在期限内说明。",
        "Waiting for your reasons: see the notice, and answer it in time.",
    ),
    State.AWAITING_PAYMENT: Text(
        "等待您缴费：请按收费通知的要求，在期限内缴纳。",
        "Waiting for your payment: see the notice, and pay in time.",
    ),
    State.ANSWERED: Text(
        "已经答复。没有收到答复的，请与本机关联系。",
        "Answered. If the reply has not reached you, ask the office.",
    ),
    State.ABANDONED: Text(
        "期限内没有补正、说明理由或者缴费，视为放弃申请；您可以重新提出申请。",
        "Deemed abandoned, for want of a correction, reasons or payment in time; you may apply "
        "again.",
    ),
    State.WITHDRAWN: Text("已经撤回，不再办理。", "Withdrawn; nothing more is done."),
    State.MERGED: Text(
        "与另一件申请合并办理，请以那一件的答复为准。",
        "Merged into another application, whose reply answers both.",
    ),
}
