"""Putting a draft forward, reviewing its items for secrecy, and sending it back."""

from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.deciding.draft import draft_of
from states.matters import DraftSentBack, DraftSubmitted, ItemReviewed
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.drafting.signing import Signed, take


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitDraft(Signed):
    """A draft to be reviewed and approved; `seen` is the digest that was on the screen."""

    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem(Signed):
    """The review of one item: passed or not, and on what basis."""

    item: str
    passed: bool
    basis: str
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(Signed):
    """A draft sent back with a reason: the items named, or all of it."""

    reason: str
    items: tuple[str, ...] = ()
    seen: str = ""


def submit_draft(
    command: SubmitDraft, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Put the draft forward as it stands."""
    draft = draft_of(uow.requests.case(command.number))
    matter = DraftSubmitted(command.seen or draft.digest)
    return take(command, "submit_draft", matter, uow, at=at, calendar=calendar)


def review_item(
    command: ReviewItem, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Review an item as it stands."""
    item = draft_of(uow.requests.case(command.number)).item(command.item)
    digest = command.seen or ("" if item is None else item.digest)
    matter = ItemReviewed(command.item, command.passed, command.basis.strip(), digest)
    return take(command, "review_item", matter, uow, at=at, calendar=calendar)


def send_back(command: SendBack, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Send the draft back; what is named is decided, reviewed and approved again."""
    draft = draft_of(uow.requests.case(command.number))
    matter = DraftSentBack(command.reason.strip(), command.seen or draft.digest, command.items)
    return take(command, "send_back", matter, uow, at=at, calendar=calendar)
