"""Corrections of one's own records, and the directory of organs."""

from typing import Any, Final

from states.chart.move import CASEWORK
from states.clock.deadlines import ClockKey
from states.statute.own_records import RecordsResult
from workflow.i18n import Text
from workflow.records.facts import OtherOffice, RecordsCorrection
from workflow.records.unit_of_work import UnitOfWork
from workflow.services import directory, records_corrections
from workflow.services.registers.entering import By
from workflow.services.registers.lights import Due, a_deadline, due
from workflow.web.desk import Desk
from workflow.web.views.book_page import Action, Asked, Done, Row


def enter_records(facts: RecordsCorrection, uow: UnitOfWork, by: By) -> int:
    """Enter an application to have a record corrected."""
    return records_corrections.log_records(
        facts, uow, actor=by.actor, role=by.role, at=by.at, key=by.idempotency_key
    )


def records_due(desk: Desk, row: Row) -> Due | None:
    """Return the office's own day for an application that is in hand."""
    if row.concluded_on is not None:
        return None
    calendar = desk.office.calendar
    line = records_corrections.records_line(row, desk.today, calendar, desk.office.practice)
    deadline = a_deadline(
        ClockKey.RECORDS_CORRECTION, line.due, line.citation, provisional=line.provisional
    )
    return due(deadline, desk.today, calendar)


def _conclude_records(done: Done, uow: UnitOfWork) -> None:
    command = records_corrections.ConcludeRecords(
        row_id=done.row.id,
        result=RecordsResult(done.form["result"]),
        actor=done.by.actor,
        role=done.by.role,
        explanation=done.form["explanation"],
        on=done.form["concluded_on"],
        idempotency_key=done.by.idempotency_key,
    )
    records_corrections.conclude_records(command, uow, at=done.by.at)


def _is_in_hand(row: Row) -> bool:
    return row.concluded_on is None


RECORDS: Final = (
    Action(
        "conclude",
        Text("登记办结", "Conclude"),
        (
            Asked("result"),
            Asked("explanation", required=False),
            Asked("concluded_on", is_today=True),
        ),
        _conclude_records,
        _is_in_hand,
        CASEWORK,
    ),
)


def enter_other_office(facts: OtherOffice, uow: UnitOfWork, by: By) -> int:
    """Enter an organ, once."""
    return directory.enter_organ(facts, uow, actor=by.actor, at=by.at, key=by.idempotency_key)


def amend_other_office(
    row: Row, changes: dict[str, Any], reason: str, uow: UnitOfWork, by: By
) -> None:
    """Put right what is known of an organ."""
    directory.amend_organ(
        row.name,
        changes,
        uow,
        reason=reason,
        actor=by.actor,
        at=by.at,
        expected_version=by.expected_version,
        key=by.idempotency_key,
    )
