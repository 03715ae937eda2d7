"""Proactive publication: from the day something is formed to the day it is published.

条例(2019) 第十七、二十六条: reviewed first, and published within twenty working days.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from string import Formatter

from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import ClockKey, Deadline
from states.clock.fixed import publication_due
from states.statute.periods import PUBLICATION
from states.statute.practice import Practice
from states.statute.versions import law_on
from workflow.records.office_settings import OTHER_CATEGORY, OfficeSettings
from workflow.records.register_facts import (
    Publication,
)
from workflow.records.tables.registers import PublicationRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.offices import settings_of
from workflow.services.registers.books import PUBLICATIONS
from workflow.services.registers.entering import OFFICER, By, enter, put_right
from workflow.services.registers.errors import (
    AlreadyPublishedError,
    IndexNumberTakenError,
    ReviewerIsOfficerError,
    ReviewMissingError,
)
from workflow.services.registers.lights import Due, due
from workflow.services.roles import REVIEWERS, require

_REVIEWED, _PUBLISHED = "保密审查", "公开"


class ReviewDecision(StrEnum):
    """What the secrecy review says of something that is to be published."""

    PASSED = "passed"
    SEVERED = "severed"
    REFUSED = "refused"


LET_THROUGH = frozenset({ReviewDecision.PASSED.value, ReviewDecision.SEVERED.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review, case by case: who let it through or not, on what basis."""

    row_id: int
    decision: ReviewDecision
    basis: str
    reviewer: str
    reviewed_on: date


@dataclass(frozen=True, slots=True)
class PublicationLine:
    """Something to be published, or published late, with the day it is or was due."""

    row: PublicationRow
    due: Due


def enter_publication(facts: Publication, uow: UnitOfWork, by: By) -> int:
    """Enter something formed, with a proposed index number where none is given.

    What is entered as published already must have passed its review.
    """
    known = uow.publications.written_under(by.idempotency_key)
    if known is not None:
        return known
    _check_index(uow, facts.index_number)
    if facts.published_on is not None and facts.review not in LET_THROUGH:
        raise ReviewMissingError(facts.title)
    if facts.review:
        _check_reviewer(facts.reviewed_by, facts.officer or by.actor)
    if not facts.index_number:
        formed_on = facts.formed_on or by.today
        facts = replace(facts, index_number=propose_index(uow, facts.category, formed_on.year))
    return enter(PUBLICATIONS, facts, uow, by)


def amend_publication(
    row_id: int, changes: dict[str, object], reason: str, uow: UnitOfWork, by: By
) -> None:
    """Put an entry right; a day of publication is not slipped in past the review."""
    row = uow.publications.find(row_id)
    is_new = row.published_on is None and changes.get("published_on") is not None
    if is_new and row.review not in LET_THROUGH:
        raise ReviewMissingError(row.title)
    if changes.get("index_number", row.index_number) != row.index_number:
        _check_index(uow, str(changes["index_number"]))
    if row.review and changes.get(OFFICER):
        _check_reviewer(row.reviewed_by, str(changes[OFFICER]))
    put_right(PUBLICATIONS, row_id, changes, reason, uow, by)


def review(command: Review, uow: UnitOfWork, by: By) -> None:
    """Record the review of something before it is published; never by whoever prepared it."""
    require(by.role, REVIEWERS, "review")
    row = uow.publications.find(command.row_id)
    if row.published_on is not None and not by.is_repeated(uow.publications):
        raise AlreadyPublishedError(row.title, row.published_on)
    _check_reviewer(command.reviewer, row.officer)
    changes: dict[str, object] = {
        "review": command.decision.value,
        "reviewed_by": command.reviewer,
        "reviewed_on": command.reviewed_on,
        "review_basis": command.basis,
    }
    put_right(PUBLICATIONS, row.id, changes, _REVIEWED, uow, by)


def publish(row_id: int, on: date, channels: str, uow: UnitOfWork, by: By) -> PublicationRow:
    """Record that something was published, by these channels, and return it."""
    row = uow.publications.find(row_id)
    if not by.is_repeated(uow.publications):
        if row.published_on is not None:
            raise AlreadyPublishedError(row.title, row.published_on)
        if row.review not in LET_THROUGH:
            raise ReviewMissingError(row.title)
    changes: dict[str, object] = {"published_on": on, "channels": channels or row.channels}
    put_right(PUBLICATIONS, row_id, changes, _PUBLISHED, uow, by)
    return uow.publications.find(row_id)


def to_be_published(
    view: View, today: date, calendar: WorkCalendar, practice: Practice
) -> list[PublicationLine]:
    """Return what has yet to be published, the most urgent first; what was refused is settled."""
    found = [
        PublicationLine(row, due(deadline_of(row, calendar, practice), today, calendar))
        for row in pending(view)
        if row.formed_on is not None
    ]
    return sorted(found, key=_by_day)


def published_late(
    view: View, since: date, until: date, calendar: WorkCalendar, practice: Practice
) -> list[PublicationLine]:
    """Return what was published between two days and after the day it was due."""
    late = []
    for row in view.publications.between(since, until):
        if row.formed_on is not None and row.published_on is not None:
            line = PublicationLine(
                row, due(deadline_of(row, calendar, practice), row.published_on, calendar)
            )
            if line.due.is_late:
                late.append(line)
    return late


def pending(view: View) -> Iterator[PublicationRow]:
    """Yield what has yet to be published and was not refused."""
    for row in view.publications.where(published_on=None):
        if row.review != ReviewDecision.REFUSED:
            yield row


def deadline_of(row: PublicationRow, calendar: WorkCalendar, practice: Practice) -> Deadline:
    """Return when something that was formed on a day is due to be published."""
    if row.formed_on is None:
        raise ValueError(row.id)
    on = publication_due(row.formed_on, calendar, practice)
    period = PUBLICATION.under[law_on(row.formed_on, practice.revised_from)]
    provisional = calendar.is_provisional(row.formed_on, on)
    return Deadline(ClockKey.PUBLICATION, on, provisional, period.citation)


def propose_index(view: View, category: str, year: int) -> str:
    """Return the next index number of a year; nothing where the office has not set its code."""
    settings = settings_of(view)
    if not settings.office_code:
        return ""
    taken = {str(number) for number in view.publications.values("index_number")}
    serial = max((_serial(number, settings, year) for number in taken), default=0)
    while True:
        serial += 1
        number = settings.index_pattern.format(
            office=settings.office_code,
            category=category_code(category, settings),
            year=year,
            serial=serial,
        )
        if number not in taken:
            return number


def category_code(category: str, settings: OfficeSettings) -> str:
    """Return the code of a category that is named; of one that is on no list, that of the rest."""
    codes = {name: code for code, name in settings.publication_categories.items()}
    return codes.get(category, OTHER_CATEGORY)


def _serial(number: str, settings: OfficeSettings, year: int) -> int:
    """Return the serial of an index number of ours in a year, whatever its category; else 0."""
    parts = {
        "office": re.escape(settings.office_code),
        "category": "[0-9A-Za-z]+",
        "year": str(year),
        "serial": "0*(?P<serial>[0-9]+)",
    }
    pattern = "".join(
        re.escape(text) + parts.get(name or "", "")
        for text, name, _, _ in Formatter().parse(settings.index_pattern)
    )
    found = re.fullmatch(pattern, number)
    return int(found["serial"]) if found else 0


def _check_index(view: View, index_number: str) -> None:
    if index_number:
        for row in view.publications.where(index_number=index_number):
            raise IndexNumberTakenError(index_number, row.title)


def _check_reviewer(reviewer: str, officer: str) -> None:
    if reviewer and reviewer == officer:
        raise ReviewerIsOfficerError(reviewer)


def _by_day(line: PublicationLine) -> tuple[date, int]:
    return line.due.on, line.row.id
