"""All that is kept on one applicant: found by their document, taken out whole, and entered."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final

from states.calendar.workdays import WorkCalendar
from states.steps import Role
from states.terms import TERMS
from workflow.records.chain import RecordKind
from workflow.records.intake import Sealed
from workflow.records.shingles import identity_key, name_key
from workflow.records.tables.requests import RequestRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.applicants import Party, Sign
from workflow.services.errors import ReasonBlankError
from workflow.services.identity import written_number
from workflow.services.privacy_errors import NobodyFoundError
from workflow.services.roles import require

TAKING_OUT: Final = frozenset({Role.HEAD_OF_OFFICE, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOut:
    """Whose data is taken out, by whom and why: whoever made a request, or has a document."""

    reason: str
    actor: str
    role: Role
    number: str = ""
    document: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All that an office keeps on one applicant, as plain values, request by request."""

    office: str
    taken_at: datetime
    requests: tuple[Mapping[str, Any], ...] = field(repr=False)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the requests."""
        return tuple(str(one["number"]) for one in self.requests)

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain values, instants as text."""
        return {
            "office": self.office,
            "taken_at": self.taken_at.isoformat(),
            "requests": list(self.requests),
        }


def numbers_by_document(view: View, document: str) -> tuple[str, ...]:
    """Return the requests made with a document, of whatever kind it is, by its exact number."""
    written = written_number(document)
    lookups = {
        lookup
        for kind in TERMS["identity_kinds"]
        for lookup in view.requests.lookups(kind, written)
    }
    under = (view.requests.likeness.under(identity_key(lookup)) for lookup in lookups)
    rows = view.requests.rows_of(sorted(frozenset().union(*under)))
    kept = view.requests.beside.personal_of([row.id for row in rows])
    return tuple(row.number for row in rows if row.id in kept and kept[row.id].lookup in lookups)


def numbers_like(view: View, number: str) -> tuple[str, ...]:
    """Return the requests of whoever made one: the same document, or name and contact alike."""
    row = view.requests.find(number)
    kept = view.requests.beside.personal(row.id)
    party = Party.of(row, kept)
    keys = [name_key(party.name), *(identity_key(lookup) for lookup in party.lookups)]
    under = (view.requests.likeness.under(key) for key in keys)
    rows = view.requests.rows_of(sorted({row.id}.union(*under)))
    details = view.requests.beside.personal_of([one.id for one in rows])
    return tuple(
        one.number
        for one in rows
        if one.id == row.id or _is_same(party, Party.of(one, details.get(one.id, Sealed())))
    )


def _is_same(party: Party, other: Party) -> bool:
    """Whether they are surely one: a name alone is not enough to hand somebody's data out."""
    signs = party.signs(other)
    if Sign.OTHER_IDENTITY in signs:
        return False
    return Sign.IDENTITY in signs or {Sign.NAME, Sign.CONTACT} <= signs


def take_out(
    command: TakeOut, uow: UnitOfWork, *, office: str, at: datetime, calendar: WorkCalendar
) -> PersonFile:
    """Enter on each request that its applicant's data is taken out, and return all of it."""
    require(command.role, TAKING_OUT, "take_out")
    reason = command.reason.strip()
    if not reason:
        raise ReasonBlankError
    if command.document:
        numbers = numbers_by_document(uow, command.document)
    else:
        numbers = numbers_like(uow, command.number)
    if not numbers:
        raise NobodyFoundError
    told = tuple(_kept(uow, uow.requests.find(number)) for number in numbers)
    for number in numbers:
        uow.requests.note(
            number,
            RecordKind.TAKEN_OUT,
            {"reason": reason},
            actor=command.actor,
            at=at,
            calendar=calendar,
        )
    return PersonFile(office, at, told)


def _kept(view: View, row: RequestRow) -> dict[str, Any]:
    """Return what is kept of a request and whoever made it."""
    beside = view.requests.beside
    return {
        "number": row.number,
        "applicant": row.applicant,
        "applicant_kind": row.applicant_kind,
        "contact": row.contact,
        "details": asdict(beside.personal(row.id).details),
        "intake": asdict(beside.intake(row.id)),
        "channel": row.channel,
        "content": row.content,
        "note": row.note,
        "state": row.state,
        "outcome": row.outcome,
        "received_on": _day(row.received_on),
        "closed_on": _day(row.closed_on),
        "history": [
            {
                "kind": entry.kind,
                "happened_on": entry.happened_on.isoformat(),
                "entered_at": entry.entered_at.isoformat(),
                "actor": entry.actor,
                "said": json.loads(entry.details),
            }
            for entry in view.requests.history(row.number)
        ],
        "letters": [
            {
                "number": letter.number,
                "kind": letter.kind,
                "issued_on": letter.issued_on.isoformat(),
                "text": letter.text,
            }
            for letter in view.letters.all(request_number=row.number)
        ],
        "files": [
            {
                "name": file.name,
                "kind": file.kind,
                "size": file.size,
                "added_at": file.added_at.isoformat(),
                "sha256": file.sha256,
            }
            for file in view.attachments.of_request(row.id)
        ],
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)
