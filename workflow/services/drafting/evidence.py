"""What a decision rests on: the search that found nothing, the reply given before."""

from dataclasses import dataclass
from datetime import date, datetime

from states.calendar.workdays import WorkCalendar
from states.matters import EarlierReplyCited, SearchRecorded
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.drafting.signing import Signed, take


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSearch(Signed):
    """A search: where, by which words, of which years, with what result; for all items or some.

    Without `searched_by` whoever records it searched.
    """

    where: str
    keywords: str
    searched_by: str = ""
    period: str = ""
    result: str = ""
    found: bool = False
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteEarlierReply(Signed):
    """The earlier reply to the same applicant on the same information."""

    letter_number: str
    replied_on: date
    items: tuple[str, ...] = ()


def record_search(
    command: RecordSearch, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down a search on the day it was made."""
    matter = SearchRecorded(
        command.where.strip(),
        command.keywords.strip(),
        command.searched_by.strip() or command.actor,
        command.period.strip(),
        command.result.strip(),
        command.found,
        command.items,
    )
    return take(command, "record_search", matter, uow, at=at, calendar=calendar)


def cite_earlier_reply(
    command: CiteEarlierReply, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Cite the reply that was given before."""
    matter = EarlierReplyCited(command.letter_number.strip(), command.replied_on, command.items)
    return take(command, "cite_earlier_reply", matter, uow, at=at, calendar=calendar)
