"""Conditions on a draft's steps: who takes them, on what, in what order (条例(2019) 第十七条).

A review, an approval and a letter name by digest what they are of; what was shown to whoever takes
the step must be what now stands.
"""

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.citation import Citation, cite
from states.deciding.draft import DRAFT_STEPS, Item, draft_of
from states.errors import Refusal
from states.guards.guard import law_of, listed, refuse
from states.matters import (
    DraftSentBack,
    DraftSubmitted,
    ItemReviewed,
    ItemWithdrawn,
    ReplyApproved,
    ReplyDated,
)
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.versions import Law
from states.steps import Step

REVIEW = {Law.OGI_2019: cite(OGI_2019, 17), Law.OGI_2007: cite(OGI_2007, 14, 2)}


def audit_article(case: Case, step: Step) -> Citation | None:
    """Return the article by which replies are audited (审核); the 2007 text has none."""
    return cite(OGI_2019, 45) if law_of(case, step) is Law.OGI_2019 else None


def somebody_signs(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A step that others are judged by is taken by somebody."""
    return None if step.actor.strip() else refuse("nobody_signs", None)


def not_before_last_draft_step(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Steps of a draft build on each other, and are dated in their order."""
    for event in reversed(case.events):
        if event.kind in DRAFT_STEPS:
            if step.on >= event.on:
                return None
            return refuse("before_last_draft_step", None, on=step.on, last_on=event.on)
    return None


def item_is_on_the_list(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only what is on the list is reviewed, sent back, or taken off it."""
    match step.matter:
        case ItemReviewed(item=item) | ItemWithdrawn(item=item):
            named: tuple[str, ...] = (item,)
        case DraftSentBack(items=items):
            named = items
        case _:
            named = ("",)
    draft = draft_of(case)
    unknown = [ref for ref in named if draft.item(ref) is None]
    return refuse("item_unknown", None, items=listed(unknown)) if unknown else None


def draft_is_as_seen(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Nobody signs for another text than the one before them."""
    draft = draft_of(case)
    match step.matter:
        case ItemReviewed(item=ref, digest=seen):
            item = draft.item(ref)
            digest = draft.digest if item is None else item.digest
        case (
            DraftSubmitted(digest=seen)
            | DraftSentBack(digest=seen)
            | ReplyApproved(digest=seen)
            | ReplyDated(digest=seen)
        ):
            digest = draft.digest
        case _:
            seen, digest = "", draft.digest
    return None if seen == digest else refuse("draft_changed", audit_article(case, step))


def draft_is_not_yet_submitted(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A draft is put forward once, as long as it stays what it is."""
    submitted = draft_of(case).submitted
    return None if submitted is None else refuse("submitted_before", None, on=submitted.on)


def draft_is_submitted(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What is reviewed and approved was put forward by its drafter, as it now is."""
    return (
        refuse("not_submitted", audit_article(case, step))
        if draft_of(case).submitted is None
        else None
    )


def draft_can_be_sent_back(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Only what was put forward or approved can be sent back."""
    draft = draft_of(case)
    if draft.submitted is None and draft.approval is None:
        return refuse("nothing_to_send_back", None)
    return None


def sending_back_has_its_reason(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Whoever sends a draft back says why."""
    matter = step.matter
    if isinstance(matter, DraftSentBack) and matter.reason.strip():
        return None
    return refuse("send_back_reason_missing", None)


def review_has_its_basis(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A review names what it rests on, whether it passes the item or not."""
    matter = step.matter
    if isinstance(matter, ItemReviewed) and matter.basis.strip():
        return None
    return refuse("review_basis_missing", REVIEW[law_of(case, step)])


def reviewer_is_not_drafter(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Nobody reviews an item that they decided."""
    matter = step.matter
    item = draft_of(case).item(matter.item) if isinstance(matter, ItemReviewed) else None
    if item is None or item.by != step.actor:
        return None
    return refuse("reviewer_is_drafter", REVIEW[law_of(case, step)], who=item.by)


def approver_is_not_drafter(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Nobody approves a reply of which they decided an item."""
    if step.actor not in draft_of(case).drafters:
        return None
    return refuse("approver_is_drafter", audit_article(case, step), who=step.actor)


def draft_is_not_yet_approved(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A draft is approved once, as long as it stays what it is."""
    approval = draft_of(case).approval
    if approval is None:
        return None
    return refuse("approved_before", None, on=approval.on, who=approval.by)


def items_are_reviewed(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """先审查、后公开，一事一审: what goes out was reviewed and passed, item by item, as it is."""
    uncleared = draft_of(case).uncleared
    if not uncleared:
        return None
    return refuse("not_reviewed", REVIEW[law_of(case, step)], items=named(uncleared))


def reply_is_approved(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """No reply leaves the office without the approval of exactly what leaves it."""
    return (
        None
        if draft_of(case).approval is not None
        else refuse("not_approved", audit_article(case, step))
    )


def letter_has_its_number(_case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A letter is issued under a number of its own (文号)."""
    matter = step.matter
    if isinstance(matter, ReplyDated) and matter.number.strip():
        return None
    return refuse("letter_number_missing", None)


def reply_is_not_yet_dated(case: Case, _step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An approved draft is issued in one letter."""
    letter = draft_of(case).letter
    if letter is None or not isinstance(letter.matter, ReplyDated):
        return None
    return refuse("dated_before", None, on=letter.on, number=letter.matter.number)


def reply_is_dated(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What is served is the letter that was issued of the approved draft."""
    return (
        None
        if draft_of(case).letter is not None
        else refuse("not_dated", audit_article(case, step))
    )


def named(items: tuple[Item, ...]) -> str:
    """Return items by their references, for a sentence."""
    return listed(item.decided.item for item in items)
