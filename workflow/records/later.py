"""What was entered after a moment, and about which records: the causes of a correction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from workflow.records.moment import UpTo
from workflow.records.tables.metadata import TABLES

_BATCH = 500

RecordKey = tuple[int, int]  # office and id, within one register


class LaterEntry(NamedTuple):
    """An event entered after a moment: what it says, when, and who entered it."""

    office: int
    seq: int
    subject: str
    subject_id: int
    kind: str
    happened_on: date
    entered_at: datetime
    actor: str
    details: Mapping[str, Any]

    @property
    def reason(self) -> str:
        """The reason that an annulment or an amendment gives."""
        return str(self.details.get("reason", ""))


def later_entries(
    connection: Connection | Session,
    offices: Sequence[int],
    upto: UpTo,
    subject: str,
    some: Iterable[RecordKey] | None = None,
) -> tuple[LaterEntry, ...]:
    """Return what was entered since about the rows of a register, all or some, in its order."""
    event = TABLES["event"]
    columns = [event.c[name] for name in ("office_id", *LaterEntry._fields[1:])]
    query = (
        select(*columns)
        .where(event.c.subject == subject, ~upto.before(event))
        .order_by(event.c.office_id, event.c.seq)
    )
    found: list[LaterEntry] = []
    wanted = None if some is None else set(some)
    for office in offices:
        mine = query.where(event.c.office_id == office)
        if wanted is None:
            found += [LaterEntry(*row) for row in connection.execute(mine)]
            continue
        ids = sorted(place for theirs, place in wanted if theirs == office)
        for start in range(0, len(ids), _BATCH):
            part = mine.where(event.c.subject_id.in_(ids[start : start + _BATCH]))
            found += [LaterEntry(*row) for row in connection.execute(part)]
    return tuple(found)
