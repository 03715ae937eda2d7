"""How the invented town replies: what is decided, by whom it is reviewed, approved and served."""

from dataclasses import dataclass

from states.matters import (
    DraftSentBack,
    DraftSubmitted,
    EarlierReplyCited,
    ItemDecided,
    ItemReviewed,
    Matter,
    ReplyApproved,
    ReplyDated,
    ReplyServed,
    SearchRecorded,
)
from states.statute.decisions import Decision
from states.statute.grounds import Ground

BASIS = "对照保密事项范围审查，不涉及国家秘密、工作秘密"
# What a matter leaves open until its day: the digest of the draft, and the next letter number.
OPEN = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One move of a story: so many working days after the request came in."""

    move: str
    after: int
    ref: str = ""
    workdays: int = 0
    new_due_after: int = 0
    matter: Matter | None = None


def drafted(after: int, *said: ItemDecided | SearchRecorded | EarlierReplyCited) -> tuple[Act, ...]:
    """Decide on items, with the evidence for them."""
    moves = {
        ItemDecided: "decide_item",
        SearchRecorded: "record_search",
        EarlierReplyCited: "cite_earlier_reply",
    }
    return tuple(Act(moves[type(matter)], after, matter=matter) for matter in said)


def submitted(
    after: int, *said: ItemDecided | SearchRecorded | EarlierReplyCited
) -> tuple[Act, ...]:
    """Decide, and put the draft forward."""
    return (*drafted(after, *said), Act("submit_draft", after, matter=DraftSubmitted(OPEN)))


def reviewed(
    after: int, *said: ItemDecided | SearchRecorded | EarlierReplyCited
) -> tuple[Act, ...]:
    """Decide, put the draft forward, and review what goes out on the next working day."""
    out = [
        matter
        for matter in said
        if isinstance(matter, ItemDecided)
        and matter.decision in {Decision.DISCLOSE, Decision.SEVER}
    ]
    reviews = (ItemReviewed(item.item, passed=True, basis=BASIS, digest=OPEN) for item in out)
    return (
        *submitted(after, *said),
        *(Act("review_item", after + 1, matter=review) for review in reviews),
    )


def approved(
    after: int, *said: ItemDecided | SearchRecorded | EarlierReplyCited
) -> tuple[Act, ...]:
    """Decide, review, and approve two working days later."""
    approval = Act("approve_reply", after + 2, matter=ReplyApproved(OPEN, "同意"))
    return (*reviewed(after, *said), approval)


def issued(after: int, *said: ItemDecided | SearchRecorded | EarlierReplyCited) -> tuple[Act, ...]:
    """Decide, review, approve, and issue the letter three working days later."""
    letter = Act("date_reply", after + 3, matter=ReplyDated(OPEN, OPEN))
    return (*approved(after, *said), letter)


def posted(after: int, *said: ItemDecided | SearchRecorded | EarlierReplyCited) -> tuple[Act, ...]:
    """Reply by post on a day."""
    service = ReplyServed(tracking="1170326650318")
    return (*issued(after - 3, *said), Act("post_reply", after, matter=service))


def sent(after: int, *said: ItemDecided | SearchRecorded | EarlierReplyCited) -> tuple[Act, ...]:
    """Reply online on a day."""
    service = ReplyServed(address="政府信息公开申请平台", sent_at="16:20")
    return (*issued(after - 3, *said), Act("send_reply", after, matter=service))


def handed(after: int, *said: ItemDecided | SearchRecorded | EarlierReplyCited) -> tuple[Act, ...]:
    """Hand the reply over on a day."""
    service = ReplyServed(signer="申请人本人")
    return (*issued(after - 3, *said), Act("hand_over_reply", after, matter=service))


def sent_back(after: int, reason: str, *items: str) -> tuple[Act, ...]:
    """Send a draft back for a reason."""
    return (Act("send_back", after, matter=DraftSentBack(reason, OPEN, items)),)


def disclosed(title: str, item: str = "1", where: str = "随答复书附上复印件") -> ItemDecided:
    """Disclose an item."""
    return ItemDecided(item, title, Decision.DISCLOSE, where=where)


def severed(title: str, part: str, ground: Ground, reason: str, item: str = "1") -> ItemDecided:
    """Disclose an item but for a part."""
    return ItemDecided(item, title, Decision.SEVER, ground, part, reason, "随答复书附上复印件")


def withheld(title: str, ground: Ground, reason: str, item: str = "1") -> ItemDecided:
    """Withhold an item."""
    return ItemDecided(item, title, Decision.WITHHOLD, ground, reason=reason)


def otherwise(title: str, decision: Decision, reason: str = "", where: str = "") -> ItemDecided:
    """Refuse or refer a request without disclosing or withholding anything."""
    return ItemDecided("1", title, decision, reason=reason, where=where)
