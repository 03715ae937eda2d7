"""Not ours: the organ that is responsible is named, with its contact, from the directory.

条例(2007) 第二十一条第（三）项; 条例(2019) 第三十六条第（五）项.
"""

from dataclasses import dataclass
from datetime import datetime

from states.calendar.workdays import WorkCalendar
from states.case import EventKind
from workflow.records.beside import RightOffice, Told, last_told
from workflow.records.chain import Entry
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.directory import office_named
from workflow.services.handling.act import Act, done, done_before, require
from workflow.services.handling.errors import OfficeNotInDirectoryError


@dataclass(frozen=True, slots=True, kw_only=True)
class Refer(Act):
    """Another organ is responsible: one of the directory by its name, or one with its contact."""

    office: str
    contact: str = ""
    address: str = ""
    reason: str = ""


def refer(command: Refer, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Write down which organ is responsible, as it is known today; it may be named anew."""
    earlier = done_before(command, uow)
    if earlier is not None:
        return earlier
    require(office=command.office)
    named = _named(command, uow)
    return done(command, "name_right_office", uow, at=at, calendar=calendar, beside=named)


def right_office(facts: tuple[Told, ...]) -> RightOffice | None:
    """Return the organ that was named last, or None where none was."""
    found = last_told(facts, EventKind.RIGHT_OFFICE_NAMED)
    return None if found is None else found.beside(RightOffice)


def _named(command: Refer, uow: UnitOfWork) -> RightOffice:
    """Return the organ with what the directory knows of it, and what is given instead."""
    name, contact = command.office.strip(), command.contact.strip()
    known = office_named(uow, name)
    if known is None and not contact:
        raise OfficeNotInDirectoryError(name)
    return RightOffice(
        office_name=name,
        office_contact=contact or ("" if known is None else known.contact),
        office_address=command.address.strip() or ("" if known is None else known.address),
        office_website="" if known is None else known.website,
        reason=command.reason.strip(),
    )
