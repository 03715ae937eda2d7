"""Steps of consultations: sent, delivered, answered, judged, told."""

from typing import TypedDict

from states.statute.opinions import Addressee, Opinion
from workflow.i18n import Text
from workflow.records.beside import ConsultationLetter, Delivered, OpinionGiven, ThirdPartyTold
from workflow.services.handling.consulting import (
    Consult,
    ConsultationFile,
    DeliverConsultation,
    JudgeObjection,
    ReceiveOpinion,
    TellThirdParty,
    consult,
    deliver,
    judge_objection,
    receive_opinion,
    tell_third_party,
)
from workflow.web.fields import Choice, Field, Filled, Kind
from workflow.web.steps.shared_fields import CHOOSE, SENT_BY, TRACKING, reason
from workflow.web.steps.step_form import (
    NO,
    YES,
    Context,
    StepForm,
    Taker,
    many,
    on_day,
    only_choice,
    said,
    yes_or_no,
)

_GROUP = Text("征求意见", "Consultations")
_REASONABLE = (Text("理由合理", "reasonable"), Text("理由不合理", "not reasonable"))


class _Meant(TypedDict):
    ref: str
    to: Addressee | None


def _which(choices: tuple[Choice, ...]) -> Field:
    return Field(
        "ref",
        Text("哪一次征求意见", "Which consultation"),
        Kind.CHOICE,
        required=True,
        choices=choices,
        blank=CHOOSE,
        value=only_choice(choices),
    )


def _meant(filled: Filled) -> _Meant:
    addressee, _, ref = said(filled, "ref").partition(":")
    return {"ref": ref, "to": Addressee(addressee) if addressee else None}


def _is_open(one: ConsultationFile) -> bool:
    return one.standing.consultation.is_open


def _is_undelivered(one: ConsultationFile) -> bool:
    return _is_open(one) and one.standing.consultation.delivered_on is None


def _is_to_be_judged(one: ConsultationFile) -> bool:
    return one.is_to_be_judged


def _is_third_party_answered(one: ConsultationFile) -> bool:
    return one.standing.consultation.third_party and not _is_open(one)


def _consult_fields(context: Context) -> tuple[Field, ...]:
    items = "\n".join(one.decided.title for one in context.file.reply.draft.items)
    return (
        Field("to", Text("对象", "Whom"), Kind.CHOICE, required=True, blank=CHOOSE,
              choices=context.choices("consulted")),
        Field("addressee", Text("姓名或者名称", "Name"), required=True, longest=200),
        Field("contact", Text("联系方式", "Contact"), longest=300),
        Field("items", Text("涉及的政府信息", "Information concerned"), Kind.LINES,
              help=Text("一行一项。", "One a line."), value=items or context.row.content),
        Field("question", Text("征求什么意见", "What is asked"), Kind.AREA),
        on_day(context, Text("发出日期", "Sent on")),
        SENT_BY,
        TRACKING,
    )  # fmt: skip


def _consult(filled: Filled, taker: Taker) -> Consult:
    return Consult(
        **taker,
        to=Addressee(filled["to"]),
        letter=ConsultationLetter(
            addressee=filled["addressee"],
            contact=said(filled, "contact"),
            items=many(filled, "items"),
            question=said(filled, "question"),
            sent_by=said(filled, "sent_by"),
            tracking=said(filled, "tracking"),
        ),
    )


def _delivered_fields(context: Context) -> tuple[Field, ...]:
    return (
        _which(context.consultations(_is_undelivered)),
        on_day(context, Text("送达日期", "Delivered on"),
               Text("法定期限自送达之日的次日起算。", "The period runs from the day after.")),
        Field("proof", Text("送达凭证", "Proof"), longest=300),
    )  # fmt: skip


def _delivered(filled: Filled, taker: Taker) -> DeliverConsultation:
    delivered = Delivered(proof=said(filled, "proof"))
    return DeliverConsultation(**taker, **_meant(filled), delivered=delivered)


def _answered_fields(context: Context) -> tuple[Field, ...]:
    words = _REASONABLE
    judged = (Choice(YES, words[0].say(context.lang)), Choice(NO, words[1].say(context.lang)))
    return (
        _which(context.consultations(_is_open)),
        on_day(context, Text("收到意见的日期", "Opinion received on")),
        Field("opinion", Text("意见", "Opinion"), Kind.CHOICE, required=True, blank=CHOOSE,
              choices=context.choices("opinions")),
        Field("reasons", Text("所提的理由", "Reasons given"), Kind.AREA),
        Field("reasonable", Text("本机关认定", "The office finds it"), Kind.CHOICE, choices=judged,
              blank=Text("以后再认定", "later")),
        Field("judgement", Text("这样认定的理由", "Why"), Kind.AREA),
    )  # fmt: skip


def _answered(filled: Filled, taker: Taker) -> ReceiveOpinion:
    judged = said(filled, "reasonable")
    return ReceiveOpinion(
        **taker,
        **_meant(filled),
        opinion=Opinion(filled["opinion"]),
        given=OpinionGiven(
            reasons=said(filled, "reasons"),
            reasonable=judged == YES if judged else None,
            judgement=said(filled, "judgement"),
        ),
    )


def _judge_fields(context: Context) -> tuple[Field, ...]:
    return (
        _which(context.consultations(_is_to_be_judged)),
        yes_or_no("reasonable", Text("认定", "Finding"), _REASONABLE, context),
        Field("judgement", Text("这样认定的理由", "Why"), Kind.AREA, required=True),
    )


def _judge(filled: Filled, taker: Taker) -> JudgeObjection:
    return JudgeObjection(
        **taker,
        **_meant(filled),
        reasonable=filled["reasonable"] == YES,
        judgement=filled["judgement"],
    )


def _told_fields(context: Context) -> tuple[Field, ...]:
    return (
        _which(context.consultations(_is_third_party_answered)),
        on_day(context, Text("告知日期", "Told on")),
        Field("disclosed", Text("决定公开的内容", "What is disclosed"), Kind.AREA, required=True),
        reason(Text("决定公开的理由", "Why"), required=True),
        SENT_BY,
        TRACKING,
    )


def _told(filled: Filled, taker: Taker) -> TellThirdParty:
    return TellThirdParty(
        **taker,
        **_meant(filled),
        notice=ThirdPartyTold(
            disclosed=filled["disclosed"],
            reason=filled["reason"],
            sent_by=said(filled, "sent_by"),
            tracking=said(filled, "tracking"),
        ),
    )


def _somebody_is_to_be_judged(context: Context) -> bool:
    return any(one.is_to_be_judged for one in context.file.handling.consultations)


STEPS = (
    StepForm("consult", Text("征求意见", "Consult somebody"), _GROUP,
             ("consult_third_party", "consult_agency"), _consult_fields, _consult, consult),
    StepForm("consult-delivered", Text("征求意见书送达", "Consultation delivered"), _GROUP,
             ("record_third_party_delivery", "record_agency_delivery"),
             _delivered_fields, _delivered, deliver),
    StepForm("consult-answered", Text("收到意见", "Opinion received"), _GROUP,
             ("receive_third_party_opinion", "receive_agency_opinion"),
             _answered_fields, _answered, receive_opinion),
    StepForm("consult-judge", Text("认定第三方理由", "Judge the objection"), _GROUP, (),
             _judge_fields, _judge, judge_objection, applies=_somebody_is_to_be_judged,
             lacking=Text("没有待认定的第三方异议（条例(2019) 第三十二条）。",
                          "No objection waits to be judged (OGI Regulations, art. 32).")),
    StepForm("consult-told", Text("告知第三方决定公开", "Tell the third party"), _GROUP,
             ("notify_third_party",), _told_fields, _told, tell_third_party),
)  # fmt: skip
