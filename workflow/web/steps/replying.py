"""Steps of a reply: reviewed, sent back, approved, issued, served, delivered or not."""

from states.matters import Carrier
from workflow.i18n import Text
from workflow.services.drafting.issuing import ApproveReply, IssueReply, approve_reply, issue_reply
from workflow.services.drafting.reviewing import ReviewItem, SendBack, review_item, send_back
from workflow.services.drafting.serving import (
    RecordDelivery,
    RecordFailedService,
    ServeReply,
    Way,
    record_delivery,
    record_failed_service,
    serve_reply,
)
from workflow.web.fields import Field, Filled, Kind
from workflow.web.steps.shared_fields import CHOOSE, reason
from workflow.web.steps.step_form import (
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

_REVIEW = Text("审查、审批和制发", "Review, approval, issue")
_SERVICE = Text("送达", "Service")


def _review_fields(context: Context) -> tuple[Field, ...]:
    waiting = {item.decided.item for item in context.file.reply.draft.uncleared}
    every = context.items()
    first = tuple(one for one in every if one.code in waiting)
    words = (Text("通过", "passed"), Text("不通过", "failed"))
    return (
        Field("item", Text("审查哪一项", "Item"), Kind.CHOICE, required=True, blank=CHOOSE,
              choices=every, value=only_choice(first) or only_choice(every)),
        yes_or_no("passed", Text("审查结果", "Result"), words, context),
        Field("basis", Text("审查依据", "Basis"), Kind.AREA, required=True,
              help=Text("通过与否都要写。", "Needed either way.")),
        on_day(context, Text("审查日期", "Reviewed on")),
    )  # fmt: skip


def _review(filled: Filled, taker: Taker) -> ReviewItem:
    return ReviewItem(
        **taker,
        item=said(filled, "item"),
        passed=filled["passed"] == YES,
        basis=filled["basis"],
    )


def _back_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("items", Text("退回哪几项", "Which items"), Kind.MANY, choices=context.items(),
              value=(), help=Text("都不选则全部退回。", "None chosen: all of them.")),
        reason(Text("退回的理由", "Why"), required=True),
        on_day(context, Text("退回日期", "Sent back on")),
    )  # fmt: skip


def _back(filled: Filled, taker: Taker) -> SendBack:
    return SendBack(**taker, reason=filled["reason"], items=many(filled, "items"))


def _approve_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("remark", Text("审批意见", "Remark"), Kind.AREA),
        on_day(context, Text("批准日期", "Approved on")),
    )


def _approve(filled: Filled, taker: Taker) -> ApproveReply:
    return ApproveReply(**taker, remark=said(filled, "remark"))


def _issue_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("letter_number", Text("答复书的文号", "Number of the letter"), required=True,
              longest=100, suggestions=context.letters,
              help=Text("在“文书”中制发的，文号自动编定并登记；这里登记另行制发的。",
                        "Letters issued here are numbered by themselves; this is for others.")),
        on_day(context, Text("落款日期", "Dated")),
    )  # fmt: skip


def _issue(filled: Filled, taker: Taker) -> IssueReply:
    return IssueReply(**taker, letter_number=filled["letter_number"])


def _serve_fields(context: Context) -> tuple[Field, ...]:
    return (
        Field("way", Text("送达方式", "Served"), Kind.CHOICE, required=True, blank=CHOOSE,
              choices=context.choices("deliveries")),
        on_day(context, Text("付邮、签收或者发出之日", "Posted, signed for or sent on"),
               Text("以这一天判断是否按时。", "This day decides whether it is in time.")),
        Field("tracking", Text("邮件号码（邮寄）", "Tracking number (post)"), longest=100),
        Field("carrier", Text("承运人（邮寄）", "Carrier (post)"), Kind.CHOICE,
              choices=context.choices("carriers"), value=Carrier.POST_OFFICE.value),
        Field("signer", Text("签收人（当面）", "Signed for by (in person)"), longest=100),
        Field("address", Text("邮箱或者网址（电子送达）", "Address (electronic)"), longest=300,
              value=context.file.details.email),
        Field("sent_at", Text("发出的时刻（电子送达）", "Sent at (electronic)"), Kind.TIME),
        Field("late_reason", Text("逾期的原因", "Why it is late"), Kind.AREA,
              help=Text("逾期送达的必填。", "Needed where it is late.")),
    )  # fmt: skip


def _serve(filled: Filled, taker: Taker) -> ServeReply:
    return ServeReply(
        **taker,
        way=Way(filled["way"]),
        late_reason=said(filled, "late_reason"),
        carrier=Carrier(said(filled, "carrier") or Carrier.POST_OFFICE),
        tracking=said(filled, "tracking"),
        signer=said(filled, "signer"),
        address=said(filled, "address"),
        sent_at=said(filled, "sent_at"),
    )


def _delivered_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("妥投日期", "Delivered on")),
        Field("signer", Text("签收人", "Signed for by"), longest=100),
    )


def _delivered(filled: Filled, taker: Taker) -> RecordDelivery:
    return RecordDelivery(**taker, signer=said(filled, "signer"))


def _undelivered_fields(context: Context) -> tuple[Field, ...]:
    return (
        on_day(context, Text("退回日期", "Came back on")),
        Field("reason", Text("送达不成的原因", "Why"), required=True, longest=300,
              suggestions=("查无此人，退回", "拒收", "逾期未领，退回")),
    )  # fmt: skip


def _undelivered(filled: Filled, taker: Taker) -> RecordFailedService:
    return RecordFailedService(**taker, reason=filled["reason"])


STEPS = (
    StepForm("review", Text("保密审查", "Review for secrecy"), _REVIEW,
             ("review_item",), _review_fields, _review, review_item),
    StepForm("send-back", Text("退回修改", "Send back"), _REVIEW,
             ("send_back",), _back_fields, _back, send_back),
    StepForm("approve", Text("批准答复", "Approve the reply"), _REVIEW,
             ("approve_reply",), _approve_fields, _approve, approve_reply),
    StepForm("issue", Text("制发答复书", "Issue the reply"), _REVIEW,
             ("date_reply",), _issue_fields, _issue, issue_reply),
    StepForm("serve", Text("登记送达", "Record the service"), _SERVICE,
             ("post_reply", "hand_over_reply", "send_reply"), _serve_fields, _serve, serve_reply),
    StepForm("delivered", Text("登记邮件妥投", "Letter delivered"), _SERVICE,
             ("record_reply_delivery",), _delivered_fields, _delivered, record_delivery),
    StepForm("undelivered", Text("登记送达不成", "Service failed"), _SERVICE,
             ("record_failed_service",), _undelivered_fields, _undelivered,
             record_failed_service),
)  # fmt: skip
