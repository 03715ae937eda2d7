"""What waits, as lists: each line with the request it is of, and the steps that settle it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from states.steps import Role
from states.terms import label
from workflow.services.queues import WaitingItem, WaitingLength, WaitingReply
from workflow.web.desk import Desk
from workflow.web.views.standing import citation_words
from workflow.wording.rehearsals import outlook_words


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item that waits for a review; its drafter cannot review it."""

    row_id: int
    number: str
    due: date | None
    ref: str
    title: str
    decision: str
    by: str
    may_review: bool


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One reply that waits for approval; its drafters cannot approve it."""

    row_id: int
    number: str
    due: date | None
    content: str
    outcome: str
    by: str
    may_approve: bool


@dataclass(frozen=True, slots=True)
class LengthLine:
    """One extension that waits for a decision."""

    row_id: int
    number: str
    asked_on: date
    reason: str
    outlook: str


def item_lines(found: Iterable[WaitingItem], desk: Desk) -> tuple[ItemLine, ...]:
    """Return the items that wait."""
    return tuple(
        ItemLine(
            one.row.id,
            one.row.number,
            one.row.answer_due,
            one.item.decided.item,
            one.item.decided.title,
            label("decisions", one.item.decided.decision, desk.lang),
            one.item.by,
            desk.role is Role.REVIEWER and one.item.by != desk.actor,
        )
        for one in found
    )


def reply_lines(found: Iterable[WaitingReply], desk: Desk) -> tuple[ReplyLine, ...]:
    """Return the replies that wait."""
    return tuple(
        ReplyLine(
            one.row.id,
            one.row.number,
            one.row.answer_due,
            one.row.content,
            label("outcomes", one.draft.outcome, desk.lang) if one.draft.outcome else "",
            "、".join(sorted(one.draft.drafters)),
            desk.actor not in one.draft.drafters,
        )
        for one in found
    )


def length_lines(found: Iterable[WaitingLength], desk: Desk) -> tuple[LengthLine, ...]:
    """Return the extensions that wait."""
    return tuple(
        LengthLine(
            one.row.id,
            one.row.number,
            one.asked_on,
            one.reason,
            outlook_words(
                desk.lang,
                workdays=one.outlook.workdays,
                due=one.outlook.due,
                extended=one.outlook.extended_due,
                article=citation_words(one.outlook.citation, desk.lang),
                is_provisional=one.outlook.provisional,
                is_void=one.outlook.is_void,
            ),
        )
        for one in found
    )
