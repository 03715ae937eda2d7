"""Approving a reply, and issuing it as a letter with its number."""

from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.deciding.draft import draft_of
from states.matters import ReplyApproved, ReplyDated
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.drafting.signing import Signed, take


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveReply(Signed):
    """The approval of a reply as it stands; `seen` is the digest that was on the screen."""

    remark: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueReply(Signed):
    """The letter of an approved reply: its number (文号) and the day it bears."""

    letter_number: str
    seen: str = ""


def approve_reply(
    command: ApproveReply, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Approve the reply as it stands."""
    draft = draft_of(uow.requests.case(command.number))
    matter = ReplyApproved(command.seen or draft.digest, command.remark.strip())
    return take(command, "approve_reply", matter, uow, at=at, calendar=calendar)


def issue_reply(
    command: IssueReply, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Issue the approved reply as a letter."""
    draft = draft_of(uow.requests.case(command.number))
    matter = ReplyDated(command.letter_number.strip(), command.seen or draft.digest)
    return take(command, "date_reply", matter, uow, at=at, calendar=calendar)
