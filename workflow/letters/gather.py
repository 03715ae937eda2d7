"""What the record says for a letter: read here and nowhere else.

What comes to stand on record later (items with their decisions, searches, an earlier reply cited)
is to be read here too: put it among the `fixed` facts, which a clerk cannot give otherwise.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from states.case import Case, EventKind
from states.clock.deadlines import correction_period_end, fee_payment_due
from states.clock.spans import Consultation, consultations
from states.statute.outcomes import Outcome
from states.statute.periods import CO_PRODUCER_OPINION, THIRD_PARTY_OPINION
from states.statute.receipt import Channel
from states.statute.versions import Law
from states.terms import label
from workflow.letters.errors import FactMissingError, ReceiptUnknownError
from workflow.letters.fact_catalogue import BODY, PERSON
from workflow.letters.facts import Facts
from workflow.letters.kinds import Addressee, LetterKind, LetterRule
from workflow.letters.record import Occasion, RequestCard

# How a letter says that a request came.
_BY_CHANNEL = {
    Channel.IN_PERSON: "当面",
    Channel.POST_SIGNED: "以信函方式",
    Channel.POST_ORDINARY: "以信函方式",
    Channel.INTERNET: "通过互联网",
    Channel.FAX: "以传真方式",
    Channel.EMAIL: "以电子邮件方式",
}
_NATURAL_PERSON = "natural_person"
# The 2007 text sets the third party no period; offices gave what the later text gives.
_OPINION_WORKDAYS = THIRD_PARTY_OPINION.under[Law.OGI_2019].count


@dataclass(slots=True)
class Gathered:
    """The facts that are certain, and those that hold unless the clerk says otherwise."""

    fixed: Facts = field(default_factory=dict)
    suggested: Facts = field(default_factory=dict)


def gather(row: LetterRule, occasion: Occasion) -> Gathered:
    """Return what is on record for a letter.

    Raises ReceiptUnknownError where the letter would have to name a day of receipt.
    """
    found = Gathered(fixed=_of_the_office(occasion))
    if occasion.office.settings.payment_way:
        found.suggested["payment_way"] = occasion.office.settings.payment_way
    if row.addressee is Addressee.THIRD_PARTY:
        found.suggested["you"] = BODY
    if occasion.request is not None:
        _of_the_request(row, occasion.request, found)
        read = _READERS.get(row.kind)
        if read is not None:
            read(occasion, occasion.request, found)
    return found


def _of_the_office(occasion: Occasion) -> Facts:
    office = occasion.office
    return {
        "issuer": office.name,
        "issued_on": occasion.on.isoformat(),
        "contact_office": office.contact_office,
        "phone": office.phone,
        "address": office.address,
    }


def _of_the_request(row: LetterRule, request: RequestCard, found: Gathered) -> None:
    case = request.case
    if case.receipt is None and row.kind not in _BEFORE_RECEIPT:
        raise ReceiptUnknownError(request.number)
    found.fixed |= {
        "request_number": request.number,
        "received_on": _day(case.received_on),
        "by_channel": "" if case.channel is None else _BY_CHANNEL[case.channel],
        "content": request.content,
        "case_officer": request.case_officer,
        "corrected_on": _on(case, EventKind.CORRECTION_RECEIVED),
    }
    if row.addressee is Addressee.APPLICANT:
        found.fixed["addressee"] = request.applicant
        found.fixed["you"] = PERSON if request.applicant_kind == _NATURAL_PERSON else BODY


def _registration(_occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    case = request.case
    found.fixed |= {
        "applicant": request.applicant,
        "applicant_kind": label("applicants", request.applicant_kind),
        "contact": request.contact,
        "channel": "" if case.channel is None else label("channels", case.channel),
        "submitted_on": _on(case, EventKind.SUBMITTED),
        "arrived_on": _on(case, EventKind.ARRIVED),
        "confirmed_on": _on(case, EventKind.CONFIRMED),
        "established_on": _day(case.received_on),
    }
    found.suggested |= {
        "identity": request.identity,
        "form_wanted": request.form_wanted,
        "way_wanted": request.way_wanted,
        "taken_down_by": request.taken_down_by,
    }


# What the code for the phone says where the office has no address for looking things up.
_LOOKUP = "{issuer}　登记编号：{number}　查询码：{code}"


def _slip(occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    """Say how to look the request up: at the office's address, or by telephone with the code."""
    said = {"issuer": occasion.office.name, "number": request.number, "code": request.lookup_code}
    lookup = occasion.office.settings.lookup or (_LOOKUP if request.lookup_code else "")
    for name, value in said.items():
        lookup = lookup.replace(f"{{{name}}}", value)
    found.fixed |= {"lookup": lookup, "lookup_code": request.lookup_code}


def _correction(occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    asked = request.case.last(EventKind.CORRECTION_REQUESTED)
    if asked is not None and asked.workdays:
        found.fixed["correction_workdays"] = asked.workdays
    else:
        found.suggested["correction_workdays"] = occasion.practice.correction_period


def _extension(_occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    for kind in (EventKind.EXTENSION_NOTIFIED, EventKind.EXTENSION_APPROVED):
        granted = request.case.last(kind)
        if granted is not None and granted.workdays:
            found.fixed["extension_workdays"] = granted.workdays
            return


def _delay(occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    _reasons(occasion, request, found)
    notified = request.case.last(EventKind.DELAY_NOTIFIED)
    if notified is not None and notified.new_due is not None:
        found.fixed["new_due"] = notified.new_due.isoformat()


def _reasons(_occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    if given := _on(request.case, EventKind.REASONS_RECEIVED):
        found.fixed["reasons_received_on"] = given


def _opinion(occasion: Occasion, _request: RequestCard, found: Gathered) -> None:
    period = THIRD_PARTY_OPINION.under.get(occasion.law)
    if period is not None:
        found.fixed["opinion_workdays"] = period.count
    else:
        found.suggested["opinion_workdays"] = _OPINION_WORKDAYS


def _co_producer(_occasion: Occasion, _request: RequestCard, found: Gathered) -> None:
    found.fixed["opinion_workdays"] = CO_PRODUCER_OPINION.under[Law.OGI_2019].count


def _consultation(_occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    sent = consultations(request.case)
    if sent:
        found.fixed["consulted_on"] = sent[-1].sent_on.isoformat()
        found.suggested["consulted"] = _asked(sent[-1])


def _asked(consultation: Consultation) -> str:
    if consultation.third_party:
        return "第三方"
    return "共同制作该政府信息的行政机关" if consultation.co_producer else "其他行政机关"


def _third_party(_occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    if answered := _on(request.case, EventKind.THIRD_PARTY_ANSWERED):
        found.suggested["opinion_on"] = answered


def _still_unclear(_occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    found.fixed["asked_on"] = _on(request.case, EventKind.CORRECTION_REQUESTED)


def _conclusion(occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    case, calendar = request.case, occasion.calendar
    if occasion.outcome is Outcome.NOT_CORRECTED:
        asked = _certainly_on(case, EventKind.CORRECTION_REQUESTED, "notice_on")
        end = correction_period_end(case, calendar)
        found.fixed |= {"notice_on": asked, "period_end": end.isoformat()}
    elif occasion.outcome is Outcome.NOT_PAID:
        charged = _certainly_on(case, EventKind.FEE_NOTIFIED, "notice_on")
        _certainly_on(case, EventKind.FEE_NOTICE_DELIVERED, "period_end")
        end = fee_payment_due(case, calendar)
        found.fixed |= {"notice_on": charged, "period_end": end.isoformat()}
    else:
        withdrawn = _certainly_on(case, EventKind.WITHDRAWN, "withdrawn_on")
        found.fixed["withdrawn_on"] = withdrawn


def _certainly_on(case: Case, kind: EventKind, fact: str) -> str:
    on = _on(case, kind)
    if not on:
        raise FactMissingError(LetterKind.CONCLUSION_NOTICE, (fact,))
    return on


def _service(occasion: Occasion, request: RequestCard, found: Gathered) -> None:
    address = request.address or request.contact
    found.suggested |= {"recipient": request.applicant, "recipient_address": address}
    if occasion.delivery:
        found.fixed["delivery"] = occasion.delivery
    if occasion.served:
        found.suggested["served"] = [dict(occasion.served[0])]


_BEFORE_RECEIPT = frozenset({LetterKind.REGISTRATION_FORM, LetterKind.SERVICE_RECEIPT})
_READERS: dict[LetterKind, Callable[[Occasion, RequestCard, Gathered], None]] = {
    LetterKind.REGISTRATION_FORM: _registration,
    LetterKind.RECEIPT_SLIP: _slip,
    LetterKind.CORRECTION_NOTICE: _correction,
    LetterKind.EXTENSION_NOTICE: _extension,
    LetterKind.DELAY_NOTICE: _delay,
    LetterKind.THIRD_PARTY_CONSULTATION: _opinion,
    LetterKind.CONSULTATION_NOTICE: _consultation,
    LetterKind.CO_PRODUCER_CONSULTATION: _co_producer,
    LetterKind.THIRD_PARTY_NOTICE: _third_party,
    LetterKind.STILL_UNCLEAR_NOTICE: _still_unclear,
    LetterKind.EXCESSIVE_NOTICE: _reasons,
    LetterKind.CONCLUSION_NOTICE: _conclusion,
    LetterKind.SERVICE_RECEIPT: _service,
}


def _on(case: Case, kind: EventKind) -> str:
    event = case.last(kind)
    return "" if event is None else event.on.isoformat()


def _day(day: object) -> str:
    return "" if day is None else str(day)
