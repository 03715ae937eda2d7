"""Deciding on an item of information, and taking an item off the list."""

from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.deciding.draft import Draft, draft_of
from states.matters import ItemDecided, ItemWithdrawn
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.drafting.signing import Signed, take


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideItem(Signed):
    """What is decided on an item; without its number it is the next, with a known one a change.

    Without a title it keeps the one it had; a new item then takes the words of the request.
    """

    decision: Decision
    item: str = ""
    title: str = ""
    ground: Ground | None = None
    part: str = ""
    reason: str = ""
    where: str = ""
    public_interest: str = ""
    consulted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawItem(Signed):
    """An item that is taken off the list, and why."""

    item: str
    reason: str = ""


def decide_item(
    command: DecideItem, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Decide on an item; a review of it and the approval of the draft are void if it changes."""
    draft = draft_of(uow.requests.case(command.number))
    ref = command.item.strip() or _next(draft)
    known = draft.item(ref)
    title = command.title.strip() or (known.decided.title if known else "")
    matter = ItemDecided(
        ref,
        title or uow.requests.find(command.number).content,
        command.decision,
        command.ground,
        command.part.strip(),
        command.reason.strip(),
        command.where.strip(),
        command.public_interest.strip(),
        command.consulted,
    )
    return take(command, "decide_item", matter, uow, at=at, calendar=calendar)


def withdraw_item(
    command: WithdrawItem, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Take an item off the list."""
    matter = ItemWithdrawn(command.item.strip(), command.reason.strip())
    return take(command, "withdraw_item", matter, uow, at=at, calendar=calendar)


def _next(draft: Draft) -> str:
    """Return the number after the highest on the list."""
    taken = [int(ref) for item in draft.items if (ref := item.decided.item).isdecimal()]
    return str(max(taken, default=0) + 1)
