"""Complaints and reports about the office's disclosure work, and how they ended."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workflow.records.tables.registers import ComplaintRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.registers.books import COMPLAINTS
from workflow.services.registers.entering import By, put_right
from workflow.services.registers.errors import (
    AlreadyConcludedError,
)

_CONCLUDED = "办结"


class Finding(StrEnum):
    """Whether the complaint was found to be right."""

    FOUNDED = "founded"
    PARTLY_FOUNDED = "partly_founded"
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcludeComplaint:
    """What was found, and what was done about it."""

    row_id: int
    finding: Finding
    result: str
    concluded_on: date


def is_open(row: ComplaintRow) -> bool:
    """Say whether nothing has come of a complaint yet; an imported one has words for its result."""
    return not (row.finding or row.result or row.concluded_on)


def conclude_complaint(command: ConcludeComplaint, uow: UnitOfWork, by: By) -> None:
    """Record what came of a complaint."""
    row = uow.complaints.find(command.row_id)
    if not is_open(row) and not by.is_repeated(uow.complaints):
        raise AlreadyConcludedError(COMPLAINTS.subject, row.id, row.concluded_on or row.received_on)
    changes: dict[str, object] = {
        "finding": command.finding.value,
        "result": command.result,
        "concluded_on": command.concluded_on,
    }
    put_right(COMPLAINTS, row.id, changes, _CONCLUDED, uow, by)
