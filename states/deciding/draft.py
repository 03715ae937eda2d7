"""The draft of a reply, rebuilt from the facts: what is decided, reviewed, approved and issued.

A review names by digest the item it covered, an approval and a letter the whole draft. Whatever
changes or is annulled afterwards makes them void, and nothing else does; sending back reopens the
items it names. So nothing here is switched on or off: it is read off the facts each time.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from states.case import SERVING_KINDS, Case, Event, EventKind
from states.deciding.digests import (
    Evidence,
    digest_of_draft,
    digest_of_evidence,
    digest_of_item,
)
from states.deciding.outcome import outcome_of
from states.matters import (
    DraftSentBack,
    DraftSubmitted,
    EarlierReplyCited,
    ItemDecided,
    ItemReviewed,
    ItemWithdrawn,
    ReplyApproved,
    ReplyDated,
    SearchRecorded,
)
from states.statute import decisions
from states.statute.outcomes import Outcome

# Steps that build on each other: each is dated on or after the last. Evidence is not among them,
# for a search is entered when it is needed, with the day on which it was made.
DRAFT_STEPS = frozenset(
    {
        EventKind.ITEM_DECIDED,
        EventKind.ITEM_WITHDRAWN,
        EventKind.DRAFT_SUBMITTED,
        EventKind.ITEM_REVIEWED,
        EventKind.DRAFT_SENT_BACK,
        EventKind.REPLY_APPROVED,
        EventKind.REPLY_DATED,
    }
)


class Stage(StrEnum):
    """How far a reply has come."""

    NOTHING = "nothing"
    DRAFTING = "drafting"
    IN_REVIEW = "in_review"
    AWAITING_APPROVAL = "awaiting_approval"
    APPROVED = "approved"
    DATED = "dated"
    SERVED = "served"


@dataclass(frozen=True, slots=True)
class Item:
    """One item as it now stands; a review of it must name its digest.

    `review` is the last one since it was sent back, of whatever text.
    """

    decided: ItemDecided
    by: str
    digest: str
    review: Event | None = None
    reopened: bool = False

    @property
    def needs_review(self) -> bool:
        """Whether it goes out, and must be reviewed before (先审查、后公开)."""
        return decisions.rule(self.decided.decision).goes_out

    @property
    def reviewed(self) -> ItemReviewed | None:
        """The review of exactly this; None where there is none, or it was of something else."""
        review = None if self.review is None else self.review.matter
        if isinstance(review, ItemReviewed) and review.digest == self.digest:
            return review
        return None

    @property
    def is_cleared(self) -> bool:
        """Whether nothing stands against its going out."""
        reviewed = self.reviewed
        return not self.needs_review or (reviewed is not None and reviewed.passed)


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft as it now stands; `submitted`, `approval`, `letter` only where they are of it."""

    items: tuple[Item, ...]
    searches: tuple[SearchRecorded, ...]
    earlier_replies: tuple[EarlierReplyCited, ...]
    digest: str
    submitted: Event | None
    approval: Event | None
    letter: Event | None
    sent_back: Event | None
    served: Event | None

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that follows from the items; None while there are none."""
        return outcome_of(item.decided for item in self.items)

    @property
    def drafters(self) -> frozenset[str]:
        """Who decided what now stands: none of them approves it."""
        return frozenset(item.by for item in self.items)

    @property
    def uncleared(self) -> tuple[Item, ...]:
        """The items that go out and have no passed review of what they now say."""
        return tuple(item for item in self.items if not item.is_cleared)

    @property
    def reopened(self) -> tuple[Item, ...]:
        """The items that were sent back and are to be decided again."""
        return tuple(item for item in self.items if item.reopened)

    @property
    def failed(self) -> tuple[Item, ...]:
        """The items that were reviewed as they are and did not pass."""
        return tuple(
            item for item in self.items if item.reviewed is not None and not item.reviewed.passed
        )

    @property
    def stage(self) -> Stage:
        """How far the reply has come."""
        if self.served is not None:
            return Stage.SERVED
        if not self.items:
            return Stage.NOTHING
        if self.approval is None and self.submitted is None:
            return Stage.DRAFTING
        if self.uncleared:
            return Stage.IN_REVIEW
        if self.approval is None:
            return Stage.AWAITING_APPROVAL
        return Stage.APPROVED if self.letter is None else Stage.DATED

    def item(self, ref: str) -> Item | None:
        """Return the item of a reference, or None where the list has none."""
        return next((item for item in self.items if item.decided.item == ref), None)


def draft_of(case: Case) -> Draft:
    """Return the draft that the facts of a case make; worked out once for each case."""
    kept: Draft | None = case.__dict__.get("draft")
    if kept is None:
        kept = case.__dict__["draft"] = _read(case)
    return kept


def outcome_of_draft(case: Case) -> Outcome | None:
    """Return the outcome that the items of a case decide."""
    return draft_of(case).outcome


@dataclass(slots=True)
class _Desk:
    """What lies on the desk as the facts are read one by one."""

    items: dict[str, Item] = field(default_factory=dict)
    searches: list[SearchRecorded] = field(default_factory=list)
    earlier_replies: list[EarlierReplyCited] = field(default_factory=list)
    submitted: Event | None = None
    approval: Event | None = None
    letter: Event | None = None
    sent_back: Event | None = None

    def decide(self, event: Event, decided: ItemDecided) -> None:
        """Put an item in the place of what was decided on it before, its review beside it."""
        known = self.items.get(decided.item)
        review = None if known is None else known.review
        digest = digest_of_item(decided, event.by)
        self.items[decided.item] = Item(decided, event.by, digest, review)

    def withdraw(self, _event: Event, withdrawn: ItemWithdrawn) -> None:
        """Take an item off the list."""
        self.items.pop(withdrawn.item, None)

    def review(self, event: Event, reviewed: ItemReviewed) -> None:
        """Keep the last review of an item, of whatever text."""
        known = self.items.get(reviewed.item)
        if known is not None:
            decided, by, digest = known.decided, known.by, known.digest
            self.items[reviewed.item] = Item(decided, by, digest, event, known.reopened)

    def search(self, _event: Event, searched: SearchRecorded) -> None:
        """Add a search."""
        self.searches.append(searched)

    def cite(self, _event: Event, cited: EarlierReplyCited) -> None:
        """Add an earlier reply."""
        self.earlier_replies.append(cited)

    def submit(self, event: Event, _submitted: DraftSubmitted) -> None:
        """Keep what was put forward last."""
        self.submitted = event

    def approve(self, event: Event, _approved: ReplyApproved) -> None:
        """Keep what was approved last."""
        self.approval = event

    def issue(self, event: Event, _dated: ReplyDated) -> None:
        """Keep the last letter."""
        self.letter = event

    def send_back(self, event: Event, sent_back: DraftSentBack) -> None:
        """Reopen the items that are named, or all; their reviews and the approval are gone."""
        self.sent_back, self.submitted, self.approval, self.letter = event, None, None, None
        for ref in sent_back.items or tuple(self.items):
            if ref in self.items:
                self.items[ref] = replace(self.items[ref], reopened=True, review=None)


_READING: dict[type[object], Callable[..., None]] = {
    ItemDecided: _Desk.decide,
    ItemWithdrawn: _Desk.withdraw,
    ItemReviewed: _Desk.review,
    SearchRecorded: _Desk.search,
    EarlierReplyCited: _Desk.cite,
    DraftSubmitted: _Desk.submit,
    DraftSentBack: _Desk.send_back,
    ReplyApproved: _Desk.approve,
    ReplyDated: _Desk.issue,
}


def _read(case: Case) -> Draft:
    desk = _Desk()
    for event in case.events:
        read = _READING.get(type(event.matter))
        if read is not None:
            read(desk, event, event.matter)
    items, closing = tuple(desk.items.values()), case.closing
    evidence: tuple[Evidence, ...] = (*desk.searches, *desk.earlier_replies)
    digest = digest_of_draft(
        (item.digest for item in items), map(digest_of_evidence, evidence), _asked(case)
    )
    return Draft(
        items,
        tuple(desk.searches),
        tuple(desk.earlier_replies),
        digest,
        _of(digest, desk.submitted),
        _of(digest, desk.approval),
        _of(digest, desk.letter),
        desk.sent_back,
        closing if closing is not None and closing.kind in SERVING_KINDS else None,
    )


def _of(digest: str, event: Event | None) -> Event | None:
    """Return a fact if it is of this very draft."""
    named = None if event is None else getattr(event.matter, "digest", "")
    return event if named == digest else None


def _asked(case: Case) -> str:
    """Return which request is answered: the one that came, or the one corrected on a day."""
    corrected = case.last(EventKind.CORRECTION_RECEIVED)
    return "" if corrected is None else corrected.on.isoformat()
