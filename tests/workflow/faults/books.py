"""A life of every register: each thing that may be done to its rows, under a key of its own.

Each step names its service; a step gives what the next ones work on, and so they come in a row.
"""

from collections.abc import Callable
from datetime import date

from states.statute.disputes import DisputeDecision
from states.statute.outcomes import Outcome
from states.steps import Role
from tests.builders import MONDAY, a_reply, a_request, by
from workflow.bootstrap import Office
from workflow.records.facts import OtherOffice, RecordsCorrection
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.records.register_facts import (
    Complaint,
    Publication,
    Reconsideration,
)
from workflow.records.unit_of_work import UnitOfWork
from workflow.services import directory, public_desk, records_corrections
from workflow.services.intake_form import RequestForm
from workflow.services.registers import (
    complaints,
    disputes,
    entering,
    mail_book,
    publishing,
    refusals,
)
from workflow.services.registers.books import COMPLAINTS, RECONSIDERATIONS
from workflow.services.registers.entering import By

BEFORE = date(2025, 9, 15)  # Monday
Deed = Callable[[Office, UnitOfWork, By], object]

_INCOMING = IncomingMail(year=0, serial=0, received_on=BEFORE, sender="张三", way="ems")
_OUTGOING = OutgoingMail(year=0, serial=0, posted_on=BEFORE, addressee="张三", way="ems")
_RECORD = RecordsCorrection(received_on=BEFORE, applicant="王五", record="户口登记地址")
_REVIEW = publishing.Review(
    row_id=1,
    decision=publishing.ReviewDecision.PASSED,
    basis="不涉密",
    reviewer="赵审查",
    reviewed_on=MONDAY,
)
_FOUND = complaints.ConcludeComplaint(
    row_id=1, finding=complaints.Finding.FOUNDED, result="已公开", concluded_on=MONDAY
)
_ENDED = disputes.Conclude(row_id=1, decision=DisputeDecision.UPHELD, concluded_on=MONDAY)


def _refusal(number: str) -> refusals.ReviewRefusal:
    return refusals.ReviewRefusal(
        request_number=number,
        item="",
        conclusion=next(iter(refusals.Conclusion)),
        basis="情势没有变化",
        reviewer="赵审查",
        reviewed_on=MONDAY,
    )


def prepared(office: Office) -> str:
    """Make ready the request that letters and refusals are about: withheld; return its number."""
    number = a_request(office)
    a_reply(office, number, outcome=Outcome.PARTLY_DISCLOSED)
    return number


# The number of the request is the only thing that no register gives.
def deeds(number: str) -> tuple[tuple[str, Deed], ...]:
    """Return what is done, in this order, each with the name of its service."""
    complaint = Complaint(received_on=BEFORE, matter="未公开")
    return (
        ("entering.enter", lambda _, u, b: entering.enter(COMPLAINTS, complaint, u, b)),
        (
            "entering.put_right",
            lambda _, u, b: entering.put_right(COMPLAINTS, 1, {"matter": "逾期"}, "更正", u, b),
        ),
        (
            "complaints.conclude_complaint",
            lambda _, u, b: complaints.conclude_complaint(_FOUND, u, b),
        ),
        ("entering.make_void", lambda _, u, b: entering.make_void(COMPLAINTS, 1, "误录", u, b)),
        (
            "entering.enter",
            lambda _, u, b: entering.enter(
                RECONSIDERATIONS, Reconsideration(received_on=BEFORE), u, b
            ),
        ),
        ("disputes.conclude", lambda _, u, b: disputes.conclude(RECONSIDERATIONS, _ENDED, u, b)),
        ("mail_book.enter_incoming", lambda _, u, b: mail_book.enter_incoming(_INCOMING, u, b).id),
        ("mail_book.link", lambda _, u, b: mail_book.link("收〔2025〕1号", number, u, b)),
        ("mail_book.settle", lambda _, u, b: mail_book.settle("收〔2025〕1号", "信访件", u, b)),
        ("mail_book.enter_outgoing", lambda _, u, b: mail_book.enter_outgoing(_OUTGOING, u, b).id),
        (
            "mail_book.returned",
            lambda _, u, b: mail_book.returned("发〔2025〕1号", MONDAY, "查无此人", u, b),
        ),
        (
            "mail_book.delivered",
            lambda _, u, b: mail_book.delivered("发〔2025〕1号", MONDAY, "张三", u, b),
        ),
        (
            "publishing.enter_publication",
            lambda _, u, b: publishing.enter_publication(
                Publication(title="预算", formed_on=BEFORE, index_number="QZ-1"), u, b
            ),
        ),
        (
            "publishing.amend_publication",
            lambda _, u, b: publishing.amend_publication(1, {"title": "决算"}, "更正", u, b),
        ),
        (
            "publishing.review",
            lambda o, u, _b: publishing.review(_REVIEW, u, _as_reviewer(o, _b)),
        ),
        (
            "publishing.publish",
            lambda _, u, b: publishing.publish(1, MONDAY, "website", u, b).id,
        ),
        (
            "refusals.review_refusal",
            lambda o, u, b: refusals.review_refusal(_refusal(number), u, b, o.practice).id,
        ),
        (
            "directory.enter_organ",
            lambda _, u, b: directory.enter_organ(
                OtherOffice(name="县自然资源局"), u, actor=b.actor, at=b.at, key=b.idempotency_key
            ),
        ),
        (
            "directory.amend_organ",
            lambda _, u, b: directory.amend_organ(
                "县自然资源局",
                {"contact": "0595-87000000"},
                u,
                reason="核对",
                actor=b.actor,
                at=b.at,
                key=b.idempotency_key,
            ),
        ),
        (
            "records_corrections.log_records",
            lambda _, u, b: records_corrections.log_records(
                _RECORD, u, actor=b.actor, role=b.role, at=b.at, key=b.idempotency_key
            ),
        ),
        (
            "public_desk.apply_online",
            lambda o, u, b: public_desk.apply_online(
                _applied(o),
                u,
                key=b.idempotency_key or "",
                address="203.0.113.7",
                at=b.at,
                calendar=o.calendar,
            ),
        ),
    )


def _as_reviewer(office: Office, writer: By) -> By:
    return by(office, "赵审查", Role.REVIEWER, key=writer.idempotency_key or "")


def _applied(office: Office) -> RequestForm:
    """What somebody of the public filled in."""
    said = {"channel": "internet", "applicant": "黄立春", "content": "村道改造合同"}
    context = {"today": MONDAY, "practice": office.practice}
    return RequestForm.model_validate(said, context=context)
