"""What waits for whom in an office: items for a review, replies and extensions for a decision."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.deciding.draft import Draft, Item, Stage, draft_of
from states.guards.more_time import pending_extension
from workflow.records.dossiers import Line, read_lines, standing
from workflow.records.occurrences import open_rows_with
from workflow.records.store import as_json
from workflow.records.tables.requests import RequestRow
from workflow.records.view import View
from workflow.services.handling.extending import Outlook, outlook


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """One item that waits for its review."""

    row: RequestRow
    item: Item


@dataclass(frozen=True, slots=True)
class WaitingReply:
    """One reply that waits for its approval."""

    row: RequestRow
    draft: Draft


@dataclass(frozen=True, slots=True)
class WaitingLength:
    """One extension that waits for the head of office: since when, why, what it would do."""

    row: RequestRow
    asked_on: date
    reason: str
    outlook: Outlook


def waiting_items(view: View) -> Iterator[WaitingItem]:
    """Yield the items that wait for a review, those of the soonest due request first."""
    for row, case in _submitted(view):
        draft = draft_of(case)
        if draft.stage is Stage.IN_REVIEW:
            yield from (
                WaitingItem(row, item)
                for item in draft.uncleared
                if item.reviewed is None and not item.reopened
            )


def waiting_replies(view: View) -> Iterator[WaitingReply]:
    """Yield the replies that passed their review and wait for approval."""
    for row, case in _submitted(view):
        draft = draft_of(case)
        if draft.stage is Stage.AWAITING_APPROVAL:
            yield WaitingReply(row, draft)


def waiting_lengths(view: View, *, today: date, calendar: WorkCalendar) -> Iterator[WaitingLength]:
    """Yield the extensions that wait for a decision."""
    rows = open_rows_with(view.store, EventKind.EXTENSION_REQUESTED)
    lines = read_lines(view.store, [row.id for row in rows])
    for row, case in view.requests.with_cases(rows):
        asked = pending_extension(case)
        if asked is not None:
            yield WaitingLength(
                row,
                asked.on,
                _reason(lines.get(row.id, [])),
                outlook(case, asked.workdays, today, calendar),
            )


def _submitted(view: View) -> Iterator[tuple[RequestRow, Case]]:
    return view.requests.with_cases(open_rows_with(view.store, EventKind.DRAFT_SUBMITTED))


def _reason(lines: list[Line]) -> str:
    """Return why the last extension was asked for."""
    asked = [line for line in standing(lines) if line.kind == EventKind.EXTENSION_REQUESTED]
    return str(json.loads(as_json(asked[-1].details)).get("reason", "")) if asked else ""
