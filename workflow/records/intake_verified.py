"""What is kept beside requests, as it is proved: intake by its values, details by their seal."""

from collections.abc import Mapping

from sqlalchemy import and_, bindparam, select

from workflow.records.canonical import JsonValue
from workflow.records.errors import IdentityUnreadableError
from workflow.records.intake import (
    DETAIL_COLUMNS,
    INTAKE,
    INTAKE_COLUMNS,
    SEAL,
    USUAL,
    Envelope,
    seal_of,
)
from workflow.records.store import Fetched, Prepared
from workflow.records.tables.metadata import TABLES

_ALTERED = "altered"
BESIDE_NAMES = (*INTAKE_COLUMNS, SEAL)


def with_what_is_beside(names: tuple[str, ...]) -> Prepared:
    """Return the statement that reads requests by these columns, with the rows beside them."""
    request, intake, details = (TABLES[name] for name in ("request", "intake", "personal_details"))
    mine = [
        and_(table.c.office_id == request.c.office_id, table.c.id == request.c.id)
        for table in (intake, details)
    ]
    return Prepared(
        select(
            request.c.id,
            *(request.c[name] for name in names),
            *(intake.c[name] for name in INTAKE_COLUMNS),
            details.c.salt,
            *(details.c[name] for name in DETAIL_COLUMNS),
        )
        .select_from(request.outerjoin(intake, mine[0]).outerjoin(details, mine[1]))
        .where(request.c.office_id == bindparam("office"))
        .order_by(request.c.id)
    )


def read_beside(envelope: Envelope, start: int, row: Fetched) -> Fetched:
    """Return a row with what is beside it as it is proved; from `start` it is not of the request.

    Without a row of intake all was as usual, and without details nothing was sealed.
    """
    end = start + len(INTAKE_COLUMNS)
    intake = row[start:end]
    if intake[0] is None:
        intake = tuple(USUAL.values())
    return (*row[:start], *intake, _seal(envelope, row[0], row[end:]))


def _seal(envelope: Envelope, row_id: int, kept: Fetched) -> str:
    """Return the seal of the details as they are kept; of what does not open, none that fits."""
    salt, *told = kept
    if not salt:
        return ""
    details = dict(zip(DETAIL_COLUMNS, told, strict=True))
    try:
        number, salt = envelope.opened(row_id, details["identity_number"], salt)
    except IdentityUnreadableError:
        return _ALTERED
    return seal_of(salt, details | {"identity_number": number})


def expected_beside(facts: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Return what must be found beside a request by what its events say."""
    said = facts.get(INTAKE)
    return {**USUAL, **(said if isinstance(said, dict) else {}), SEAL: facts.get(SEAL, "")}
