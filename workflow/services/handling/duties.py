"""What somebody has yet to do about a request in hand, apart from answering it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.case import Case, EventKind, State
from states.citation import Citation, cite
from states.clock.lapsing import Lapse
from states.clock.objections import ThirdPartyNotice
from states.clock.standing import ConsultationStatus
from states.statute.instruments import FEE_2020, OGI_2019
from states.statute.opinions import SILENCE, TOLD_DESPITE_OBJECTION, Addressee, Silence
from states.statute.outcomes import Outcome, rule
from workflow.records.fees import FeeFile
from workflow.services.handling.consulting import ConsultationFile
from workflow.services.handling.excess import ExcessFile
from workflow.services.handling.extending import ExtensionFile


class DutyKind(StrEnum):
    """What is to be done."""

    RECORD_DELIVERY = "record_delivery"
    PRESS_FOR_OPINION = "press_for_opinion"
    JUDGE_OBJECTION = "judge_objection"
    TELL_THIRD_PARTY = "tell_third_party"
    CHECK_THIRD_PARTY = "check_third_party"
    TELL_IF_DISCLOSED = "tell_if_disclosed"
    DECIDE_EXTENSION = "decide_extension"
    TELL_EXTENSION = "tell_extension"
    JUDGE_REASONS = "judge_reasons"
    RECORD_FEE_DELIVERY = "record_fee_delivery"
    COLLECT_REST = "collect_rest"
    REFUND = "refund"
    NAME_RIGHT_OFFICE = "name_right_office"
    CONFIRM_LAPSE = "confirm_lapse"


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to be done, for which consultation if it is about one, and by which article."""

    kind: DutyKind
    ref: str = ""
    citation: Citation | None = None


_NOTICES = {
    ThirdPartyNotice.REQUIRED: DutyKind.TELL_THIRD_PARTY,
    ThirdPartyNotice.TO_CHECK: DutyKind.CHECK_THIRD_PARTY,
    ThirdPartyNotice.IF_DISCLOSED: DutyKind.TELL_IF_DISCLOSED,
}
_FEE = cite(FEE_2020, 6)


def duties_upon(files: Sequence[ConsultationFile], case: Case) -> Iterator[Duty]:
    """Yield what the consultations of a request leave to do."""
    is_open = case.closing is None
    for file in files:
        standing, ref = file.standing, file.standing.consultation.ref
        article = standing.rule.citation
        if is_open and standing.delivery_is_unknown:
            yield Duty(DutyKind.RECORD_DELIVERY, ref, article)
        awaited = standing.status is ConsultationStatus.OPEN
        if is_open and awaited and standing.rule.silence is Silence.STILL_AWAITED:
            yield Duty(DutyKind.PRESS_FOR_OPINION, ref, article)
        if is_open and file.is_to_be_judged:
            law = standing.rule.law
            yield Duty(DutyKind.JUDGE_OBJECTION, ref, SILENCE[law, Addressee.THIRD_PARTY].citation)
        if file.notice in _NOTICES:
            yield Duty(_NOTICES[file.notice], ref, TOLD_DESPITE_OBJECTION[standing.rule.law])


def other_duties(
    case: Case,
    extension: ExtensionFile | None,
    excess: ExcessFile | None,
    fee: FeeFile | None,
    lapse: Lapse | None,
    today: date,
) -> Iterator[Duty]:
    """Yield what the other matters of a request leave to do."""
    if case.closing is None:
        yield from _of_extension(extension)
        if excess is not None and excess.is_to_be_judged:
            yield Duty(DutyKind.JUDGE_REASONS, citation=cite(OGI_2019, 35))
        if lapse is not None and today > lapse.after:
            yield Duty(DutyKind.CONFIRM_LAPSE, citation=lapse.citation)
    yield from _of_fee(case, fee)
    named = case.first(EventKind.RIGHT_OFFICE_NAMED)
    if case.outcome is Outcome.NOT_OURS and named is None and case.receipt is not None:
        articles = rule(Outcome.NOT_OURS).cited_under(case.receipt.law)
        yield Duty(DutyKind.NAME_RIGHT_OFFICE, citation=next(iter(articles), None))


def _of_extension(extension: ExtensionFile | None) -> Iterator[Duty]:
    if extension is None:
        return
    article = extension.citation
    if extension.is_pending:
        yield Duty(DutyKind.DECIDE_EXTENSION, citation=article)
    elif extension.is_to_be_told:
        yield Duty(DutyKind.TELL_EXTENSION, citation=article)


def _of_fee(case: Case, fee: FeeFile | None) -> Iterator[Duty]:
    if fee is None:
        return
    awaited = case.state is State.AWAITING_PAYMENT
    if awaited and fee.delivered_on is None:
        yield Duty(DutyKind.RECORD_FEE_DELIVERY, citation=_FEE)
    if awaited and fee.payments:
        yield Duty(DutyKind.COLLECT_REST, citation=_FEE)
    overpaid = any(line.to_refund for line in fee.payments)
    if overpaid or (fee.abandoned_on is not None and fee.payments):
        yield Duty(DutyKind.REFUND, citation=_FEE)
