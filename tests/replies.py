"""The life of a reply, for tests that care about what comes after it, or about one step of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.deciding.draft import Draft, draft_of
from states.machine import fire
from states.matters import (
    DraftSentBack,
    DraftSubmitted,
    EarlierReplyCited,
    ItemDecided,
    ItemReviewed,
    ItemWithdrawn,
    Matter,
    ReplyApproved,
    ReplyDated,
    ReplyDelivered,
    ReplyServed,
    SearchRecorded,
    ServiceFailed,
)
from states.statute.decisions import Decision, Need, rule
from states.statute.grounds import Ground, grounds_for
from states.statute.outcomes import Outcome
from states.steps import Role, Step

CLERK, REVIEWER, HEAD = "李四", "林秀英", "陈志明"
LETTER = "净公复〔2025〕1号"
ROLES = {CLERK: Role.CLERK, REVIEWER: Role.REVIEWER, HEAD: Role.HEAD_OF_OFFICE}
PROOF = ReplyServed(tracking="1151234567890", signer="张三", address="a@example.org")

Taken = tuple[str, Matter, str]  # the move, what it says, and who takes it
AT_ONCE = ("third_party_not_asked", "opinion_awaited")


def an_item(decision: Decision = Decision.DISCLOSE, item: str = "1", **said: object) -> ItemDecided:
    """Return what is decided on an item, with all that its decision must say."""
    needs = rule(decision).needs
    given: dict[str, object] = {
        "title": f"第{item}项信息",
        "ground": Ground.DRAFT if Need.GROUND in needs else None,
        "part": "第三段" if Need.PART in needs else "",
        "reason": "属于讨论过程中的意见" if Need.REASON in needs else "",
        "where": "见政府网站" if Need.WHERE in needs else "",
    }
    return ItemDecided(item, decision=decision, **given | said)  # type: ignore[arg-type]


def items_for(outcome: Outcome, law_2007: bool = False) -> tuple[ItemDecided, ...]:  # noqa: FBT001, FBT002
    """Return items from which an outcome follows."""
    if outcome is Outcome.DISCLOSED:
        return (an_item(),)
    if outcome is Outcome.PARTLY_DISCLOSED:
        ground = Ground.ENDANGERS_SECURITY if law_2007 else Ground.DRAFT
        return (an_item(), an_item(Decision.WITHHOLD, "2", ground=ground))
    found = grounds_for(outcome)
    if found:
        return (an_item(Decision.WITHHOLD, ground=found[0]),)
    return (an_item(Decision(outcome.value)),)


def evidence_for(items: tuple[ItemDecided, ...], on: date) -> Iterator[tuple[str, Matter]]:
    """Yield the evidence that items need."""
    needs = {need for item in items for need in rule(item.decision).needs}
    if Need.SEARCH in needs:
        yield "record_search", SearchRecorded("档案室、电子公文系统", "征地 补偿", CLERK)
    if Need.EARLIER_REPLY in needs:
        yield "cite_earlier_reply", EarlierReplyCited("净公复〔2024〕9号", on)


def live(
    draft: Callable[[], Draft],
    take: Callable[[str, Matter, str], object],
    items: tuple[ItemDecided, ...],
    on: date,
    letter: str = LETTER,
) -> None:
    """Take items from the first decision to the letter, each step by whose it is."""
    for item in items:
        take("decide_item", item, CLERK)
    for move, matter in evidence_for(items, on):
        take(move, matter, CLERK)
    take("submit_draft", DraftSubmitted(draft().digest), CLERK)
    for out in draft().uncleared:
        reviewed = ItemReviewed(out.decided.item, passed=True, basis="不涉密", digest=out.digest)
        take("review_item", reviewed, REVIEWER)
    take("approve_reply", ReplyApproved(draft().digest), HEAD)
    take("date_reply", ReplyDated(letter, draft().digest), CLERK)


def with_letter(case: Case, on: date, calendar: WorkCalendar, *items: ItemDecided) -> Case:
    """Return a case with the letter of its reply issued, ready to be served."""
    cases = [case]

    def take(move: str, matter: Matter, actor: str) -> None:
        step = Step(move, on, on, ROLES[actor], acknowledged=AT_ONCE, matter=matter, actor=actor)
        cases.append(cases[-1].after(fire(cases[-1], step, calendar)))

    live(lambda: draft_of(cases[-1]), take, items or (an_item(),), on)
    return cases[-1]


def plausible(move: str, case: Case, on: date, decision: Decision = Decision.DISCLOSE) -> Matter:
    """Return what a step of drafting or serving may say of a case as it stands."""
    draft = draft_of(case)
    first = draft.items[0] if draft.items else None
    ref, digest = (first.decided.item, first.digest) if first else ("1", "")
    matters: dict[str, Matter] = {
        "decide_item": an_item(decision, ref),
        "withdraw_item": ItemWithdrawn(ref),
        "record_search": SearchRecorded("档案室", "征地", CLERK),
        "cite_earlier_reply": EarlierReplyCited("净公复〔2024〕9号", on),
        "submit_draft": DraftSubmitted(draft.digest),
        "review_item": ItemReviewed(ref, passed=True, basis="不涉密", digest=digest),
        "send_back": DraftSentBack("改写理由", draft.digest),
        "approve_reply": ReplyApproved(draft.digest),
        "date_reply": ReplyDated(LETTER, draft.digest),
        "record_reply_delivery": ReplyDelivered("张三"),
        "record_failed_service": ServiceFailed("查无此人"),
    }
    return matters.get(move, replace(PROOF, late_reason="经办人更换"))
