"""Corrections of a person's own records (更正): a register of its own, with the office's own time.

条例(2007) 第二十五条第二款; 条例(2019) 第四十一条. Never counted among the requests.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from states.calendar.workdays import WorkCalendar
from states.chart.move import CASEWORK
from states.citation import Citation
from states.clock.fixed import records_correction_article, records_correction_due
from states.errors import MoveRefusedError, Refusal
from states.statute.own_records import RESULTS, RecordsResult
from states.statute.practice import Practice
from states.statute.versions import law_on
from states.steps import Role
from workflow.clock import legal_date
from workflow.records.facts import RecordsCorrection
from workflow.records.tables.own_records import RecordsCorrectionRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.duty import check_on_duty
from workflow.services.errors import (
    RecordsConcludedError,
    RecordsResultError,
    RecordsUnexplainedError,
)
from workflow.services.worklist import NEAR_THE_LIMIT, Light

# Why a row changes when its matter ends.
CONCLUDED: Final = "办结"

_TO_BE_EXPLAINED = frozenset(
    {RecordsResult.FORWARDED, RecordsResult.TOLD_WHERE, RecordsResult.REFUSED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcludeRecords:
    """What became of an application; all but a plain correction is explained."""

    row_id: int
    result: RecordsResult
    actor: str
    role: Role
    explanation: str = ""
    on: date | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class RecordsLine:
    """One application as the list shows it; `left` counts working days, and None once concluded."""

    row: RecordsCorrectionRow
    due: date
    provisional: bool
    left: int | None
    light: Light | None
    citation: Citation


def log_records(
    facts: RecordsCorrection,
    uow: UnitOfWork,
    *,
    actor: str,
    role: Role,
    at: datetime,
    key: str | None = None,
) -> int:
    """Register an application to have a record corrected, and return its id."""
    _check(role, facts.received_on, legal_date(at))
    if facts.case_officer and uow.records_corrections.written_under(key) is None:
        check_on_duty(uow, facts.case_officer, legal_date(at))
    return uow.records_corrections.add(facts, actor=actor, at=at, idempotency_key=key)


def conclude_records(command: ConcludeRecords, uow: UnitOfWork, *, at: datetime) -> None:
    """Write down what became of an application; a repeated key writes nothing."""
    register = uow.records_corrections
    if register.written_under(command.idempotency_key) is not None:
        return
    row = register.find(command.row_id)
    if row.concluded_on is not None:
        raise RecordsConcludedError(row.id, row.concluded_on)
    on, today = command.on or legal_date(at), legal_date(at)
    _check(command.role, on, today)
    if on < row.received_on:
        facts = {"on": on.isoformat(), "received_on": row.received_on.isoformat()}
        raise MoveRefusedError("records", (Refusal("before_receipt", None, facts=facts),))
    law = law_on(row.received_on, uow.practice.revised_from)
    if command.result not in RESULTS[law] - {RecordsResult.PENDING}:
        raise RecordsResultError(command.result.value, law.value)
    explanation = command.explanation.strip()
    if command.result in _TO_BE_EXPLAINED and not explanation:
        raise RecordsUnexplainedError(command.result.value)
    changes = {
        "concluded_on": on,
        "result": command.result.value,
        "explanation": explanation,
    }
    register.amend(
        row.id,
        changes,
        reason=CONCLUDED,
        actor=command.actor,
        at=at,
        idempotency_key=command.idempotency_key,
    )


def records_lines(
    view: View, *, today: date, calendar: WorkCalendar, open_only: bool = False
) -> tuple[RecordsLine, ...]:
    """Return the applications, those in hand first and the most urgent of them on top."""
    rows = view.records_corrections.all()
    lines = (
        records_line(row, today, calendar, view.practice)
        for row in rows
        if row.concluded_on is None or not open_only
    )
    return tuple(sorted(lines, key=_urgency))


def records_line(
    row: RecordsCorrectionRow, today: date, calendar: WorkCalendar, practice: Practice
) -> RecordsLine:
    """Return one application with the office's own date, and how urgent it is."""
    due = records_correction_due(row.received_on, calendar, practice)
    left = None if row.concluded_on is not None else calendar.workdays_between(today, due)
    return RecordsLine(
        row=row,
        due=due,
        provisional=calendar.is_provisional(row.received_on, due),
        left=left,
        light=None if left is None else _light(left),
        citation=records_correction_article(row.received_on, practice),
    )


def _light(left: int) -> Light:
    if left <= 0:
        return Light.RED
    return Light.YELLOW if left <= NEAR_THE_LIMIT else Light.GREEN


def _urgency(line: RecordsLine) -> tuple[bool, int, int]:
    if line.left is None:
        return True, -line.row.received_on.toordinal(), line.row.id
    return False, line.left, line.row.id


def _check(role: Role, on: date, today: date) -> None:
    """Raise MoveRefusedError for a role without casework, or a day that has not come."""
    refusals = []
    if role not in CASEWORK:
        refusals.append(Refusal("role_may_not", None))
    if on > today:
        facts = {"on": on.isoformat(), "today": today.isoformat()}
        refusals.append(Refusal("in_the_future", None, facts=facts))
    if refusals:
        raise MoveRefusedError("records", tuple(refusals))
