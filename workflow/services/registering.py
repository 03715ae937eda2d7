"""Putting a registration right where it was not written down as the applicant had it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from states.calendar.workdays import WorkCalendar
from states.chart.move import CASEWORK
from states.errors import MoveRefusedError, Refusal
from states.statute.receipt import Channel
from states.steps import Role
from workflow.records.facts import UNCHANGED, Beside
from workflow.records.intake import DETAIL_COLUMNS, INTAKE_COLUMNS
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.amending import Misfit, ReasonMissingError, misfits
from workflow.services.errors import NothingToAmendError
from workflow.services.intake_form import RequestForm

Kept = TypeVar("Kept")

# Stands for what is not changed, and so not judged.
_AS_IT_IS = "—"

AMENDABLE = ("channel", "applicant", "applicant_kind", "contact", "content", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendRegistration:
    """What is to be put right about a registration, and why; the number is never changed.

    `changes` are columns of AMENDABLE; `beside` is how it was made and by whom, each as a whole.
    """

    number: str
    reason: str
    actor: str
    role: Role
    changes: Mapping[str, str] = field(default_factory=dict)
    beside: Beside = UNCHANGED
    expected_version: int | None = None
    idempotency_key: str | None = None

    def __post_init__(self) -> None:
        """Refuse to amend without a reason, or what registration does not set."""
        if not self.reason.strip():
            raise ReasonMissingError(self.number)
        unknown = self.changes.keys() - set(AMENDABLE)
        if unknown:
            raise KeyError(*sorted(unknown))


@dataclass(frozen=True, slots=True, kw_only=True)
class PutRight:
    """Fields of the registration as they ought to read, and why; the rest stays as it is."""

    number: str
    reason: str
    actor: str
    role: Role
    fields: Mapping[str, object]
    expected_version: int | None = None
    idempotency_key: str | None = None


def put_right(
    command: PutRight, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> tuple[Misfit, ...]:
    """Put some fields right, and return what fitted before and no longer does."""
    if uow.requests.repeated(command.number, command.idempotency_key) is not None:
        return ()
    changes, beside = amendment_of(uow, command.number, command.fields)
    amendment = AmendRegistration(
        number=command.number,
        reason=command.reason,
        actor=command.actor,
        role=command.role,
        changes=changes,
        beside=beside,
        expected_version=command.expected_version,
        idempotency_key=command.idempotency_key,
    )
    return amend_registration(amendment, uow, at=at, calendar=calendar)


def amend_registration(
    command: AmendRegistration, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> tuple[Misfit, ...]:
    """Put a registration right, and return what fitted before and no longer does.

    A command that comes again with its key does nothing.
    """
    requests, number = uow.requests, command.number
    if requests.repeated(number, command.idempotency_key) is not None:
        return ()
    if command.role not in CASEWORK:
        raise MoveRefusedError("amend", (Refusal("role_may_not", None),))
    requests.expect(number, command.expected_version)
    before = requests.dossier(number)
    row = requests.find(number)
    changes = {
        name: value for name, value in command.changes.items() if getattr(row, name) != value
    }
    beside = Beside(
        _other_than(requests.beside.intake(row.id), command.beside.intake),
        _other_than(requests.beside.personal(row.id).details, command.beside.details),
    )
    if not changes and beside == UNCHANGED:
        raise NothingToAmendError(number)
    requests.amend(
        number,
        changes,
        reason=command.reason,
        actor=command.actor,
        at=at,
        calendar=calendar,
        beside=beside,
        idempotency_key=command.idempotency_key,
    )
    known = {misfit.seq for misfit in misfits(before, calendar)}
    after = requests.dossier(number)
    return tuple(found for found in misfits(after, calendar) if found.seq not in known)


def amendment_of(
    view: View, number: str, changed: Mapping[str, object]
) -> tuple[dict[str, str], Beside]:
    """Return the columns and what is beside them as they are with some fields of the form changed.

    Only what is changed is judged; pydantic's ValidationError has every fault, by field.
    """
    row = view.requests.find(number)
    intake = view.requests.beside.intake(row.id)
    details = view.requests.beside.personal(row.id).details
    standing = {
        "channel": row.channel or Channel.IN_PERSON,
        "applicant": _AS_IT_IS,
        "content": _AS_IT_IS,
        "oral": intake.oral,
        "identity_kind": details.identity_kind or None,
        "identity_number": details.identity_number,
    }
    form = RequestForm.model_validate(standing | dict(changed))
    changes = {name: str(getattr(form, name)) for name in AMENDABLE if name in changed}
    made = {name: getattr(form.intake(intake.taken_down_by), name) for name in _said(changed)}
    if "content" in changed:
        made["described"] = True
    told = {name: getattr(form.details(), name) for name in DETAIL_COLUMNS if name in changed}
    return changes, Beside(
        replace(intake, **made) if made else None, replace(details, **told) if told else None
    )


def _said(changed: Mapping[str, object]) -> list[str]:
    """Return the columns of intake that some fields bear on."""
    bearing = set(changed) | ({"taken_down_by"} if "oral" in changed else set())
    return [name for name in INTAKE_COLUMNS if name in bearing]


def _other_than(kept: Kept, wanted: Kept | None) -> Kept | None:
    """Return what is wanted, or None where that is what is kept already."""
    return None if wanted == kept else wanted
