"""What was withheld is looked at again, periodically (条例(2019) 第十八条).

A reply that was decided item by item tells what it withheld, and why; of one that came from a
ledger only the outcome is known. `withheld` is the one place that knows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.citation import cite
from states.clock.deadlines import ClockKey, Deadline
from states.clock.fixed import add_months
from states.deciding.draft import draft_of
from states.deciding.outcome import outcome_of_item
from states.matters import ItemDecided
from states.statute.instruments import OGI_2019
from states.statute.outcomes import Outcome, OutcomeFamily, rule
from states.statute.practice import Practice
from workflow.records.register_facts import (
    RefusalReview,
)
from workflow.records.tables.registers import RefusalReviewRow
from workflow.records.tables.requests import RequestRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.records.waiting import ended_between
from workflow.services.registers.books import REFUSAL_REVIEWS
from workflow.services.registers.entering import By, enter
from workflow.services.registers.errors import (
    NotWithheldError,
)
from workflow.services.registers.lights import Due, due

PERIODICALLY = cite(OGI_2019, 18)

# A special query is told where else to ask; nothing is withheld from it (条例 第三十六条第七项).
WITHHOLDING = frozenset(
    outcome.value
    for outcome in Outcome
    if outcome is not Outcome.SPECIAL_QUERY
    and rule(outcome).family in {OutcomeFamily.WITHHELD, OutcomeFamily.PARTLY_DISCLOSED}
)


class Conclusion(StrEnum):
    """What a review comes to."""

    STILL_WITHHELD = "still_withheld"
    MAY_BE_DISCLOSED = "may_be_disclosed"
    PARTLY_DISCLOSED = "partly_disclosed"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something a reply withheld: an item of a request, or without a name the whole of it.

    `ground` is a code of the grounds, or, where only the outcome is known, of the outcomes.
    """

    request_number: str
    item: str
    title: str
    ground: str
    withheld_on: date
    officer: str


@dataclass(frozen=True, slots=True)
class RefusalLine:
    """Something withheld, its last review, and when the next is due; never again once disclosed."""

    withheld: Withheld
    last: RefusalReviewRow | None
    next_due: Due | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRefusal:
    """A review of something withheld; without `next_on` the next comes after the usual time.

    The item goes without saying where a request has only one.
    """

    request_number: str
    item: str
    conclusion: Conclusion
    basis: str
    reviewer: str
    reviewed_on: date
    next_on: date | None = None


def withheld(view: View) -> Iterator[Withheld]:
    """Yield everything that a reply on record withheld, in the order it was registered."""
    yield from _withheld_in(view, view.requests.ended_as(WITHHOLDING))


def _withheld_in(view: View, rows: Sequence[RequestRow]) -> Iterator[Withheld]:
    for row, case in view.requests.with_cases(rows):
        if row.closed_on is None or row.outcome not in WITHHOLDING:
            continue
        items = [item for item in _items(case) if _is_withheld(item)]
        for item in items:
            title = f"{item.title}（{item.part}）" if item.part else item.title
            ground = row.outcome if item.ground is None else item.ground.value
            yield Withheld(row.number, item.item, title, ground, row.closed_on, row.case_officer)
        if not items:
            yield Withheld(
                row.number, "", row.content, row.outcome, row.closed_on, row.case_officer
            )


def due_between(view: View, first: date, last: date) -> Iterator[date]:
    """Yield the days between two on which something withheld is to be reviewed.

    Only what was answered so long before, or reviewed since, is looked at.
    """
    months = view.practice.refusal_review_months
    reviewed: dict[tuple[str, str], date | None] = {
        (row.request_number, row.item): row.next_on for row in view.refusal_reviews.all()
    }
    known = {number for number, _ in reviewed}
    earliest = first - timedelta(days=31 * months + 1)
    latest = last - timedelta(days=28 * months - 1)
    rows = ended_between(view.store, WITHHOLDING, earliest, latest)
    fresh = (add_months(row.closed_on, months) for row in rows if row.closed_on is not None)
    near = [row for row, on in zip(rows, fresh, strict=True) if first <= on <= last]
    near += [view.requests.find(number) for number in sorted(known - {row.number for row in near})]
    for found in _withheld_in(view, near):
        key = found.request_number, found.item
        on = reviewed[key] if key in reviewed else add_months(found.withheld_on, months)
        if on is not None and first <= on <= last:
            yield on


def _items(case: Case) -> Iterator[ItemDecided]:
    return (item.decided for item in draft_of(case).items)


def _is_withheld(item: ItemDecided) -> bool:
    outcome = outcome_of_item(item)
    return outcome is not None and outcome.value in WITHHOLDING


def refusals(
    view: View, today: date, calendar: WorkCalendar, practice: Practice
) -> list[RefusalLine]:
    """Return everything withheld with its reviews; what is due first comes first."""
    last: dict[tuple[str, str], RefusalReviewRow] = {}
    for row in view.refusal_reviews.all():
        last[row.request_number, row.item] = row
    lines = [
        _line(found, last.get((found.request_number, found.item)), today, calendar, practice)
        for found in withheld(view)
    ]
    return sorted(lines, key=_by_day)


def review_refusal(
    command: ReviewRefusal, uow: UnitOfWork, by: By, practice: Practice
) -> RefusalReviewRow:
    """Record a review, and return it with the day of the next."""
    known = uow.refusal_reviews.written_under(by.idempotency_key)
    if known is not None:
        return uow.refusal_reviews.find(known)
    number, item = command.request_number, command.item
    uow.requests.find(number)
    items = [found.item for found in withheld(uow) if found.request_number == number]
    if not item and len(items) == 1:
        (item,) = items
    if item not in items:
        raise NotWithheldError(number, item)
    next_on = command.next_on
    if next_on is None and command.conclusion is not Conclusion.MAY_BE_DISCLOSED:
        next_on = add_months(command.reviewed_on, practice.refusal_review_months)
    facts = RefusalReview(
        request_number=number,
        item=item,
        reviewed_on=command.reviewed_on,
        conclusion=command.conclusion.value,
        basis=command.basis,
        reviewed_by=command.reviewer,
        next_on=next_on,
    )
    return uow.refusal_reviews.find(enter(REFUSAL_REVIEWS, facts, uow, by))


def _line(
    found: Withheld,
    last: RefusalReviewRow | None,
    today: date,
    calendar: WorkCalendar,
    practice: Practice,
) -> RefusalLine:
    if last is None:
        next_on: date | None = add_months(found.withheld_on, practice.refusal_review_months)
    else:
        next_on = last.next_on
    if next_on is None:
        return RefusalLine(found, last, None)
    deadline = Deadline(ClockKey.REFUSAL_REVIEW, next_on, provisional=False, citation=PERIODICALLY)
    return RefusalLine(found, last, due(deadline, today, calendar))


def _by_day(line: RefusalLine) -> tuple[date, str, str]:
    on = date.max if line.next_due is None else line.next_due.on
    return on, line.withheld.request_number, line.withheld.item
