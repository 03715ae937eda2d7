"""What follows from the law for a letter: its articles, its dates, its fee, its remedies."""

from collections.abc import Mapping
from datetime import date

from states.case import Case, Event, EventKind
from states.clock.answer import Reckoning, reckon
from states.statute import grounds
from states.statute.fees import TARIFFS, FeeBasis, TariffLine, tariff_lines
from states.statute.grounds import Ground
from states.statute.outcomes import Outcome, rule
from states.statute.periods import ANSWER, FEE_PAYMENT
from states.statute.versions import Law
from workflow.letters.catalogue import basis_of
from workflow.letters.citing import cited_in_full
from workflow.letters.errors import ProvisionalDateError
from workflow.letters.facts import Facts
from workflow.letters.kinds import LetterKind, LetterRule
from workflow.letters.record import Occasion, RequestCard
from workflow.letters.remedy import remedy_paragraph
from workflow.records.canonical import JsonValue

# What a letter finds of information that it withholds.
FINDINGS: dict[Ground, str] = {
    Ground.STATE_SECRET: "属于国家秘密",
    Ground.PROHIBITED_BY_LAW: "属于法律、行政法规禁止公开的政府信息",
    Ground.ENDANGERS_SECURITY: "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
    Ground.TRADE_SECRET: "涉及商业秘密，公开会对第三方合法权益造成损害",
    Ground.PERSONAL_PRIVACY: "涉及个人隐私，公开会对第三方合法权益造成损害",
    Ground.THIRD_PARTY_INTEREST: "公开会对第三方合法权益造成损害",
    Ground.PERSONNEL: "属于行政机关内部事务信息中的人事管理信息",
    Ground.LOGISTICS: "属于行政机关内部事务信息中的后勤管理信息",
    Ground.WORKFLOW: "属于行政机关内部事务信息中的内部工作流程信息",
    Ground.DISCUSSION_RECORD: "属于行政机关履行职责过程中形成的讨论记录",
    Ground.DRAFT: "属于行政机关履行职责过程中形成的过程稿",
    Ground.CONSULTATION_LETTER: "属于行政机关履行职责过程中形成的磋商信函",
    Ground.INTERNAL_REPORT: "属于行政机关履行职责过程中形成的请示报告",
    Ground.ENFORCEMENT_FILE: "属于行政执法案卷信息",
}
_UNITS = {FeeBasis.PIECES: "件", FeeBasis.PAGES: "页"}
_PROMISING = frozenset({LetterKind.RECEIPT_SLIP, LetterKind.REGISTRATION_FORM})
_MOVING = {
    LetterKind.EXTENSION_NOTICE: EventKind.EXTENSION_NOTIFIED,
    LetterKind.DELAY_NOTICE: EventKind.DELAY_NOTIFIED,
}


def derive(
    row: LetterRule, occasion: Occasion, outcome: Outcome | None, known: Mapping[str, JsonValue]
) -> Facts:
    """Return the facts that follow from those known; what cannot follow yet is left out.

    Raises ProvisionalDateError where a date that the letter promises is not certain and the
    clerk has not said to go on, and SettingMissingError where the office has not said who hears
    an application for reconsideration.
    """
    law = occasion.law
    facts: Facts = {
        "law": law.value,
        "basis": cited_in_full(basis_of(row, law, outcome)),
        "outcome": "" if outcome is None else outcome.value,
        "remedy": _remedy(row, occasion, outcome, known),
    }
    if known.get("withheld"):
        facts["withheld"] = [_with_article(each, law) for each in _rows(known["withheld"])]
    if row.kind is LetterKind.FEE_NOTICE:
        facts |= _fee(row, law, known)
    if occasion.request is not None and occasion.request.case.receipt is not None:
        facts |= _dates(row, occasion, occasion.request, known)
    return facts


def _remedy(
    row: LetterRule, occasion: Occasion, outcome: Outcome | None, known: Mapping[str, JsonValue]
) -> str:
    decided = row.remedied_as or outcome
    if decided is None or not row.affects_rights:
        return ""
    return remedy_paragraph(
        occasion.office.decider,
        decided,
        occasion.on,
        you=str(known.get("you", "")),
        this=f"本{row.calls_itself}",
        delivery=occasion.delivery,
        six_months_from=occasion.practice.six_months_from,
    )


# --- dates -------------------------------------------------------------------------------


def _dates(
    row: LetterRule, occasion: Occasion, request: RequestCard, known: Mapping[str, JsonValue]
) -> Facts:
    law = occasion.law
    if row.kind in _PROMISING:
        due = _due(request.case, occasion, promised=row.kind is LetterKind.RECEIPT_SLIP)
        period = ANSWER.under[law]
        return {
            "answer_due": due.isoformat(),
            "answer_by_law": due.isoformat(),
            "answer_workdays": period.count,
            "answer_basis": cited_in_full([period.citation]),
        }
    moving = _MOVING.get(row.kind)
    return {} if moving is None else _moved(moving, occasion, request, known)


def _moved(
    moving: EventKind, occasion: Occasion, request: RequestCard, known: Mapping[str, JsonValue]
) -> Facts:
    """Return the date before and after the letter, whether its fact is entered already or not."""
    before = without(request.case, moving)
    facts: Facts = {"old_due": reckon(before, occasion.calendar, occasion.on).due.isoformat()}
    if moving is EventKind.EXTENSION_NOTIFIED:
        workdays = _count(known.get("extension_workdays"))
        after = before.after(Event(moving, occasion.on, workdays=workdays))
        facts["new_due"] = _due(after, occasion, promised=True).isoformat()
    return facts


def without(case: Case, kind: EventKind) -> Case:
    """Return the case as it was before any fact of a kind."""
    events = [event for event in case.events if event.kind is not kind]
    return Case.of(case.channel, events, case.practice)


def _due(case: Case, occasion: Occasion, *, promised: bool) -> date:
    reckoning: Reckoning = reckon(case, occasion.calendar, occasion.on)
    if promised and reckoning.provisional and not occasion.accepts_provisional:
        raise ProvisionalDateError(reckoning.due)
    return reckoning.due


# --- grounds and fees --------------------------------------------------------------------


def _with_article(row: Mapping[str, JsonValue], law: Law) -> JsonValue:
    ground = grounds.rule(Ground(str(row["ground"])))
    articles = ground.cited_under(law) or rule(ground.outcome).cited_under(law)
    return {**row, "finding": FINDINGS[ground.ground], "article": cited_in_full(articles)}


def _fee(row: LetterRule, law: Law, known: Mapping[str, JsonValue]) -> Facts:
    tariff = TARIFFS[FeeBasis(str(known["fee_way"]))]
    already = _count(known.get("fee_before")) if tariff.monthly else 0
    lines = tariff_lines(tariff, _count(known.get("fee_units")), already=already)
    articles = (*row.basis[law][:1], tariff.citation, *row.basis[law][1:])
    return {
        "basis": cited_in_full(articles),
        "fee_lines": [_fee_line(line, _UNITS[tariff.basis]) for line in lines],
        "fee_total": sum(line.amount for line in lines),
        "payment_workdays": FEE_PAYMENT.count,
    }


def _count(value: JsonValue) -> int:
    return value if isinstance(value, int) else 0


def _fee_line(line: TariffLine, unit: str) -> JsonValue:
    first, last = line.band.first, line.band.last
    band = f"第{first}{unit}以上" if last is None else f"第{first}至{last}{unit}"
    return {"band": band, "count": line.count, "rate": line.rate, "amount": line.amount}


def _rows(value: JsonValue) -> list[dict[str, JsonValue]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
