"""A draft for its readers: the items, who stands for what, what comes next, and what is wanting."""

from dataclasses import dataclass
from typing import Any

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES, Case, Event
from states.deciding.draft import Draft, Item, draft_of
from states.errors import Refusal
from states.guards.contents import CONTENTS, opinions_have_come, something_is_decided
from states.guards.drafting import (
    draft_is_submitted,
    items_are_reviewed,
    reply_is_approved,
    reply_is_dated,
)
from states.guards.guard import Guard
from states.matters import ReplyDated
from states.steps import Step
from workflow.records.matters import written_matter
from workflow.services.worklist import NextStep, next_of_draft

# All that stands between a draft and its service, in the order in which it is seen to.
_UNAPPROVED: tuple[Guard, ...] = (
    *CONTENTS,
    draft_is_submitted,
    items_are_reviewed,
    opinions_have_come,
    reply_is_approved,
    reply_is_dated,
)
_APPROVED: tuple[Guard, ...] = (*CONTENTS, items_are_reviewed, reply_is_dated)


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft as it stands; nothing is next, and nothing wanting, once a request is closed."""

    draft: Draft
    next_step: NextStep | None
    wanting: tuple[Refusal, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return the draft as plain values, dates as dates."""
        draft = self.draft
        return {
            "stage": draft.stage,
            "next": self.next_step,
            "outcome": draft.outcome,
            "digest": draft.digest,
            "items": [_plain_item(item) for item in draft.items],
            "searches": [written_matter(search) for search in draft.searches],
            "earlier_replies": [written_matter(cited) for cited in draft.earlier_replies],
            "submitted": _plain_signature(draft.submitted),
            "approved": _plain_signature(draft.approval),
            "issued": _plain_letter(draft.letter),
            "wanting": [
                {
                    "code": refusal.code,
                    "facts": refusal.facts,
                    "waivable": refusal.waivable,
                    "basis": None if refusal.citation is None else refusal.citation.short,
                }
                for refusal in self.wanting
            ],
        }


def draft_file(case: Case, step: Step, calendar: WorkCalendar) -> DraftFile:
    """Return the draft of a case as on the step's day."""
    draft = draft_of(case)
    if case.state in CLOSED_STATES or case.receipt is None:
        return DraftFile(draft, None, ())
    return DraftFile(draft, next_of_draft(draft), _wanting(draft, case, step, calendar))


def _wanting(draft: Draft, case: Case, step: Step, calendar: WorkCalendar) -> tuple[Refusal, ...]:
    if not draft.items:
        guards: tuple[Guard, ...] = (something_is_decided,)
    else:
        guards = _UNAPPROVED if draft.approval is None else _APPROVED
    found = (guard(case, step, calendar) for guard in guards)
    return tuple(refusal for refusal in found if refusal is not None)


def _plain_item(item: Item) -> dict[str, Any]:
    decided = item.decided
    reviewed = item.reviewed
    return {
        "item": decided.item,
        "title": decided.title,
        "decision": decided.decision,
        "ground": decided.ground,
        "part": decided.part,
        "reason": decided.reason,
        "where": decided.where,
        "public_interest": decided.public_interest,
        "consulted": list(decided.consulted),
        "by": item.by,
        "reopened": item.reopened,
        "needs_review": item.needs_review,
        "review": None
        if reviewed is None
        else {
            "passed": reviewed.passed,
            "basis": reviewed.basis,
            **(_plain_signature(item.review) or {}),
        },
        "digest": item.digest,
    }


def _plain_signature(event: Event | None) -> dict[str, Any] | None:
    return None if event is None else {"by": event.by, "on": event.on}


def _plain_letter(event: Event | None) -> dict[str, Any] | None:
    if event is None or not isinstance(event.matter, ReplyDated):
        return None
    return {"number": event.matter.number, "by": event.by, "on": event.on}
