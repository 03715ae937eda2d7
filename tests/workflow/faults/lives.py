"""Lives of requests as commands in a row: each is given under a key of its own, and given twice.

Steps of one life work on one request; a step says its command, its service and what is said.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from states.statute.decisions import Decision
from states.statute.defects import Defect
from states.statute.fees import FeeBasis
from states.statute.opinions import Addressee, Opinion
from states.steps import Role
from tests.replies import CLERK, HEAD, LETTER, REVIEWER, ROLES
from workflow.bootstrap import Office
from workflow.records.beside import (
    ConsultationLetter,
    CorrectionAsked,
    DefectFound,
    OpinionGiven,
    Reason,
    ReasonsAsked,
    ThirdPartyTold,
)
from workflow.services.drafting.deciding import (
    DecideItem,
    WithdrawItem,
    decide_item,
    withdraw_item,
)
from workflow.services.drafting.evidence import (
    CiteEarlierReply,
    RecordSearch,
    cite_earlier_reply,
    record_search,
)
from workflow.services.drafting.issuing import (
    ApproveReply,
    IssueReply,
    approve_reply,
    issue_reply,
)
from workflow.services.drafting.reviewing import (
    ReviewItem,
    SendBack,
    SubmitDraft,
    review_item,
    send_back,
    submit_draft,
)
from workflow.services.drafting.serving import (
    RecordDelivery,
    RecordFailedService,
    ServeReply,
    Way,
    record_delivery,
    record_failed_service,
    serve_reply,
)
from workflow.services.handling.charging import (
    DeliverFeeNotice,
    NotifyFee,
    PayFee,
    deliver_fee_notice,
    notify_fee,
    pay_fee,
)
from workflow.services.handling.consulting import (
    Consult,
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
from workflow.services.handling.correcting import (
    AskCorrection,
    ReceiveCorrection,
    ask_correction,
    receive_correction,
)
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
from workflow.services.handling.referring import Refer, refer
from workflow.services.handling.withdrawing import Withdraw, WrittenForm, withdraw


@dataclass(frozen=True, slots=True)
class Step:
    """A command upon the request of a life, and the service that takes it."""

    command: type[Any]
    service: Callable[..., object]
    said: dict[str, Any] = field(default_factory=dict)
    by: str = CLERK
    on: date | None = None

    def do(self, office: Office, number: str, key: str) -> object:
        """Give the command under a key, in a unit of work of its own."""
        by = {"actor": self.by, "role": ROLES.get(self.by, Role.CLERK), "on": self.on}
        command = self.command(number=number, idempotency_key=key, **by, **self.said)
        with office.work() as uow:
            return self.service(command, uow, at=office.clock.now(), calendar=office.calendar)


_WHY = Reason(reason="情况复杂")
_UNCLEAR = DefectFound(defect=Defect.DESCRIPTION, unclear="没有文号", supply="请写明名称或者文号")
_LETTER = ConsultationLetter(addressee="东海公司", items=("补偿协议",), sent_by="EMS")
_TOLD = ThirdPartyTold(disclosed="补偿协议", reason="事关公共利益")
_REVIEW = {"item": "1", "passed": True, "basis": "不涉密"}

# The request came in on 2025-09-01, and today is 2025-09-22: both Mondays.
LIVES: dict[str, tuple[Step, ...]] = {
    "drafted, sent back, approved, served twice": (
        Step(DecideItem, decide_item, {"decision": Decision.DISCLOSE}),
        Step(DecideItem, decide_item, {"decision": Decision.NOT_HELD, "title": "会议纪要"}),
        Step(RecordSearch, record_search, {"where": "档案室", "keywords": "征地"}),
        Step(
            CiteEarlierReply,
            cite_earlier_reply,
            {"letter_number": "净公复〔2024〕9号", "replied_on": date(2024, 9, 2)},
        ),
        Step(WithdrawItem, withdraw_item, {"item": "2", "reason": "重复"}),
        Step(SubmitDraft, submit_draft),
        Step(SendBack, send_back, {"reason": "改写理由", "items": ("1",)}, HEAD),
        Step(DecideItem, decide_item, {"decision": Decision.DISCLOSE, "item": "1", "title": "图"}),
        Step(SubmitDraft, submit_draft),
        Step(ReviewItem, review_item, _REVIEW, REVIEWER),
        Step(ApproveReply, approve_reply, {}, HEAD),
        Step(IssueReply, issue_reply, {"letter_number": LETTER}),
        Step(ServeReply, serve_reply, {"way": Way.POST, "tracking": "1151234567890"}),
        Step(RecordFailedService, record_failed_service, {"reason": "查无此人"}),
        Step(ServeReply, serve_reply, {"way": Way.POST, "tracking": "1151234567891"}),
        Step(RecordDelivery, record_delivery, {"signer": "张三"}),
    ),
    "a third party that objects": (
        Step(Consult, consult, {"to": Addressee.THIRD_PARTY, "letter": _LETTER}),
        Step(DeliverConsultation, deliver),
        Step(
            ReceiveOpinion,
            receive_opinion,
            {"opinion": Opinion.DISAGREE, "given": OpinionGiven(reasons="商业秘密")},
        ),
        Step(JudgeObjection, judge_objection, {"reasonable": False, "judgement": "已公开过"}),
        Step(TellThirdParty, tell_third_party, {"notice": _TOLD}),
    ),
    "corrected": (
        Step(
            AskCorrection,
            ask_correction,
            {"asked": CorrectionAsked(defects=(_UNCLEAR,))},
            on=date(2025, 9, 5),
        ),
        Step(ReceiveCorrection, receive_correction, on=date(2025, 9, 10)),
    ),
    "many requests": (
        Step(
            AskReasons,
            ask_reasons,
            {"asked": ReasonsAsked(question="用途", answer_by=date(2025, 9, 26))},
        ),
        Step(ReceiveReasons, receive_reasons, {"reasons": Reason(reason="课题研究")}),
        Step(JudgeReasons, judge_reasons, {"reasonable": True, "reason": _WHY}),
        Step(FixLaterDate, fix_later_date, {"new_due": date(2025, 10, 31), "reason": _WHY}),
    ),
    "extended": (
        Step(AskExtension, ask_extension, {"workdays": 10, "reason": _WHY}),
        Step(DecideExtension, decide_extension, {"approved": True, "workdays": 10}, HEAD),
        Step(TellExtension, tell_extension),
    ),
    "charged, paid in two parts": (
        Step(NotifyFee, notify_fee, {"basis": FeeBasis.PAGES, "units": 100}),
        Step(DeliverFeeNotice, deliver_fee_notice),
        Step(PayFee, pay_fee, {"amount": Decimal(10), "receipt_number": "0001", "part": True}),
        Step(PayFee, pay_fee, {"amount": Decimal(10), "receipt_number": "0002", "part": True}),
    ),
    "another's, then withdrawn": (
        Step(Refer, refer, {"office": "县自然资源局", "contact": "0595-87000000"}),
        Step(Withdraw, withdraw, {"form": WrittenForm.LETTER, "reason": "已从他处获得"}),
    ),
}
