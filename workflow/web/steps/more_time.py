"""Steps of more time: an extension, and reasons for many requests."""

from states.statute.periods import EXTENSION
from workflow.i18n import Text
from workflow.records.beside import Reason, ReasonsAsked
from workflow.services.handling.excess import (
    AskReasons,
    FixLaterDate,
    JudgeReasons,
    ReceiveReasons,
    ask_reasons,
    fix_later_date,
    judge_reasons,
    receive_reasons,
)
from workflow.services.handling.extending import (
    AskExtension,
    DecideExtension,
    TellExtension,
    ask_extension,
    decide_extension,
    tell_extension,
)
from workflow.web.fields import Field, Filled, Kind
from workflow.web.steps.shared_fields import SENT_BY, TRACKING, reason
from workflow.web.steps.step_form import YES, Context, StepForm, Taker, on_day, said, yes_or_no

_EXTENSION = Text("延长答复期限", "Extension")
_REASONS = Text("说明理由与延迟", "Reasons and later date")


def _length(context: Context, hint: Text | None = None, *, required: bool = True) -> Field:
    longest = EXTENSION.under[context.law].count
    return Field(
        "workdays",
        Text("延长几个工作日", "Working days"),
        Kind.NUMBER,
        required=required,
        least=1,
        longest=4,
        value=str(longest) if required else "",
        help=hint or Text(f"最多 {longest} 个工作日。", f"At most {longest} working days."),
    )


def _ask_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("提请日期", "Asked on")),
        _length(context),
        reason(Text("需要延长的理由", "Why it is needed"), required=True),
    )


def _ask(filled: Filled, taker: Taker) -> AskExtension:
    why = Reason(reason=filled["reason"])
    return AskExtension(**taker, workdays=filled["workdays"], reason=why)


def _approve_fields(context: Context) -> tuple[Field, ...]:
    hint = Text("不填则同意所提请的天数。", "Left blank: as many as were asked for.")
    return (
        on_day(context, Text("决定日期", "Decided on")),
        _length(context, hint, required=False),
        reason(Text("意见", "Remark")),
    )


def _approve(filled: Filled, taker: Taker) -> DecideExtension:
    return DecideExtension(
        **taker,
        approved=True,
        workdays=filled.meant.get("workdays") or 0,
        reason=Reason(reason=said(filled, "reason")),
    )


def _refuse_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("决定日期", "Decided on")),
        reason(Text("不同意的理由", "Why not"), required=True),
    )


def _refuse(filled: Filled, taker: Taker) -> DecideExtension:
    return DecideExtension(**taker, approved=False, reason=Reason(reason=filled["reason"]))


def _tell_fields(context: Context) -> tuple[Field, ...]:
    hint = Text("不填则按同意的天数。", "Left blank: as many as were approved.")
    return (
        on_day(context, Text("告知日期", "Told on"),
               Text("期限自告知起改变。", "Only telling moves the date.")),
        _length(context, hint, required=False),
        reason(Text("告知的理由", "Reason told")),
    )  # fmt: skip


def _tell(filled: Filled, taker: Taker) -> TellExtension:
    return TellExtension(
        **taker,
        workdays=filled.meant.get("workdays") or 0,
        reason=Reason(reason=said(filled, "reason")),
    )


def _reasons_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("告知日期", "Asked on")),
        Field("question", Text("需要说明什么", "What is to be explained"), Kind.AREA),
        Field("answer_by", Text("请在哪一天之前说明", "To be answered by"), Kind.DAY),
        SENT_BY,
        TRACKING,
    )


def _reasons(filled: Filled, taker: Taker) -> AskReasons:
    return AskReasons(
        **taker,
        asked=ReasonsAsked(
            question=said(filled, "question"),
            answer_by=filled.meant.get("answer_by"),
            sent_by=said(filled, "sent_by"),
            tracking=said(filled, "tracking"),
        ),
    )


def _given_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("收到日期", "Received on")),
        reason(Text("申请人说明的理由", "Reasons given"), required=True),
    )


def _given(filled: Filled, taker: Taker) -> ReceiveReasons:
    return ReceiveReasons(**taker, reasons=Reason(reason=filled["reason"]))


def _judge_fields(context: Context) -> tuple[Field, ...]:
    words = (
        Text("合理：可以延迟答复", "reasonable: the reply may be later"),
        Text("不合理：不予处理", "not reasonable: not processed"),
    )
    return (
        on_day(context, Text("认定日期", "Judged on")),
        yes_or_no("reasonable", Text("认定", "Finding"), words, context),
        reason(Text("这样认定的理由", "Why"), required=True),
    )


def _judge(filled: Filled, taker: Taker) -> JudgeReasons:
    why = Reason(reason=filled["reason"])
    return JudgeReasons(**taker, reasonable=filled["reasonable"] == YES, reason=why)


def _delay_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("告知日期", "Told on")),
        Field("new_due", Text("延迟到哪一天", "Later date"), Kind.DAY, required=True),
        reason(),
    )


def _delay(filled: Filled, taker: Taker) -> FixLaterDate:
    why = Reason(reason=said(filled, "reason"))
    return FixLaterDate(**taker, new_due=filled["new_due"], reason=why)


STEPS = (
    StepForm("extend-ask", Text("提请延长", "Ask for an extension"), _EXTENSION,
             ("request_extension",), _ask_fields, _ask, ask_extension),
    StepForm("extend-approve", Text("同意延长", "Approve the extension"), _EXTENSION,
             ("approve_extension",), _approve_fields, _approve, decide_extension),
    StepForm("extend-refuse", Text("不同意延长", "Refuse the extension"), _EXTENSION,
             ("refuse_extension",), _refuse_fields, _refuse, decide_extension),
    StepForm("extend-tell", Text("告知延长", "Tell the applicant"), _EXTENSION,
             ("extend",), _tell_fields, _tell, tell_extension),
    StepForm("reasons-ask", Text("要求说明理由", "Ask for reasons"), _REASONS,
             ("request_reasons",), _reasons_fields, _reasons, ask_reasons),
    StepForm("reasons-receive", Text("收到理由说明", "Receive the reasons"), _REASONS,
             ("receive_reasons",), _given_fields, _given, receive_reasons),
    StepForm("reasons-judge", Text("认定理由是否合理", "Judge the reasons"), _REASONS,
             ("accept_reasons", "reject_reasons"), _judge_fields, _judge, judge_reasons),
    StepForm("reasons-delay", Text("告知延迟答复", "Tell a later date"), _REASONS,
             ("delay",), _delay_fields, _delay, fix_later_date),
)  # fmt: skip
