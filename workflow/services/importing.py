"""Importing a ledger: all of a book in one unit of work, or nothing of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from states.calendar.workdays import WorkCalendar
from workflow.ledger.book import Book
from workflow.ledger.faults import LedgerFault
from workflow.ledger.rows import OfficeLine, RequestLine
from workflow.ledger.sheets import REQUESTS
from workflow.records.errors import OfficeAmbiguousError
from workflow.records.facts import StaffMember
from workflow.records.tables.offices import OfficeRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.ledger.matching import Difference
from workflow.services.ledger.plan import ImportPlan, KeptRows, SheetTally, plan_import
from workflow.services.ledger.registers import UNNAMED, profile_of
from workflow.services.ledger.requests import new_request
from workflow.services.ledger.updates import REASON, restate

# How many requests are registered between two words about the progress.
_BATCH: Final = 500

# Told the name of a sheet, how many of its rows are written, and how many there are.
Told = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBook:
    """How a book is to be imported, and by whom; `office` names one where there are several."""

    actor: str
    office: str = ""
    dry_run: bool = False
    keep_good: bool = False
    update: bool = False


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did, or on a dry run would do.

    Without `is_written` nothing was; differences are applied only where `is_updated`.
    """

    office: str
    is_new_office: bool
    is_written: bool
    is_updated: bool
    sheets: Mapping[str, SheetTally]
    differences: tuple[Difference, ...]
    faults: tuple[LedgerFault, ...]
    unknown_sheets: tuple[str, ...]
    unknown_columns: Mapping[str, tuple[str, ...]]
    new_staff: tuple[str, ...]


def silent(_sheet: str, _done: int, _total: int) -> None:
    """Say nothing about the progress."""


def import_book(
    command: ImportBook,
    book: Book,
    uow: UnitOfWork,
    *,
    at: datetime,
    calendar: WorkCalendar,
    told: Told = silent,
) -> ImportSummary:
    """Import a book within a unit of work of any office, or of none, and say what became of it.

    With faults nothing is written, unless the good rows are asked for; on a dry run nothing is.
    Raises OfficeNotFoundError, or OfficeAmbiguousError where it is not clear whose book it is.
    """
    row, name = _office(command, book, uow)
    if row is not None:
        uow = uow.of(row.id)
    plan = plan_import(book, uow, row)
    officers = plan.officers(update=command.update)
    on_staff = {member.name for member in uow.staff.all()} if officers else set()
    new_staff = tuple(officer for officer in officers if officer not in on_staff)
    is_written = not command.dry_run and (command.keep_good or not plan.faults)
    if is_written:
        if row is None:
            profile = profile_of(plan.office or OfficeLine(), name)
            uow = uow.of(uow.offices.establish(profile, actor=command.actor, at=at))
        _Import(command.actor, at, calendar, uow, told).write(
            plan, new_staff, update=command.update
        )
    return ImportSummary(
        office=name,
        is_new_office=row is None,
        is_written=is_written,
        is_updated=is_written and command.update,
        sheets=plan.sheets,
        differences=tuple(plan.differences),
        faults=tuple(plan.faults),
        unknown_sheets=book.unknown_sheets,
        unknown_columns=book.unknown_columns,
        new_staff=new_staff,
    )


def _office(command: ImportBook, book: Book, uow: UnitOfWork) -> tuple[OfficeRow | None, str]:
    """Return whose book it is, or the name of the office to be made where there is none at all."""
    lines = book.of(OfficeLine)
    named = next((line.name for line in lines if line.name), "")
    if not uow.offices.all():
        name = named or command.office or UNNAMED
        _agree(command.office, {name, *(line.short_name for line in lines)}, name)
        return None, name
    row = uow.offices.find(command.office or None)
    if row.name != UNNAMED:
        _agree(named, {row.name, row.short_name}, row.name)
    return row, row.name


def _agree(said: str, names: set[str], name: str) -> None:
    """Refuse to put the book of one office into the registers of another."""
    if said and said not in names:
        raise OfficeAmbiguousError((name, said))


@dataclass(frozen=True, slots=True)
class _Import:
    """The writing of one import: who does it, when, and where."""

    actor: str
    at: datetime
    calendar: WorkCalendar
    uow: UnitOfWork
    told: Told

    def write(self, plan: ImportPlan, new_staff: tuple[str, ...], *, update: bool) -> None:
        """Write what is new, and what has changed if it is to be applied."""
        members = [StaffMember(name=name, active=False) for name in new_staff]
        self.uow.staff.add_many(members, actor=self.actor, at=self.at)
        # Given numbers first, so that no number is given out that a later row bears.
        self._register([line for line in plan.new_requests if line.number], plan)
        self._register([line for line in plan.new_requests if not line.number], plan)
        for rows in plan.registers:
            self._add(rows)
        if update:
            self._apply(plan)

    def _register(self, lines: Sequence[RequestLine], plan: ImportPlan) -> None:
        total = len(plan.new_requests)
        before = total - len(lines) if lines and not lines[0].number else 0
        for start in range(0, len(lines), _BATCH):
            batch = lines[start : start + _BATCH]
            self.uow.requests.add_many(
                [new_request(line, self.uow.practice) for line in batch],
                actor=self.actor,
                at=self.at,
                calendar=self.calendar,
            )
            self.told(REQUESTS.name, before + start + len(batch), total)

    def _add(self, rows: KeptRows) -> None:
        facts = [rows.kept.facts_of(line) for line in rows.added]
        rows.kept.register(self.uow).add_many(facts, actor=self.actor, at=self.at)
        self.told(rows.kept.sheet.name, len(facts), len(facts))

    def _apply(self, plan: ImportPlan) -> None:
        if plan.office_changes:
            self.uow.offices.amend(plan.office_changes, reason=REASON, actor=self.actor, at=self.at)
        for known in plan.changed_requests:
            restate(known, self.uow, actor=self.actor, at=self.at, calendar=self.calendar)
        for rows in plan.registers:
            for row_id, changes in rows.changed:
                rows.kept.register(self.uow).amend(
                    row_id, changes, reason=REASON, actor=self.actor, at=self.at
                )
