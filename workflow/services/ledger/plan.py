"""What an import would do: every row of a book judged and matched, and nothing written yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from workflow.ledger.book import Book
from workflow.ledger.faults import LedgerFault
from workflow.ledger.rows import Line, OfficeLine, RequestLine
from workflow.ledger.sheets import OFFICE, REQUESTS, SHEETS, Sheet, sheet_named
from workflow.records.tables.offices import OfficeRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.ledger.contradictions import contradictions
from workflow.services.ledger.matching import (
    Alike,
    Difference,
    Record,
    differences,
    differing,
    match,
    only_once,
)
from workflow.services.ledger.registers import REGISTERS, Kept, office_columns, office_line
from workflow.services.ledger.updates import KnownRequest, decided_here, known_requests


@dataclass(slots=True)
class SheetTally:
    """What becomes of the rows of one sheet."""

    added: int = 0
    unchanged: int = 0
    changed: int = 0
    faulty: int = 0
    empty: int = 0
    sums: int = 0
    merged: int = 0


@dataclass(frozen=True, slots=True)
class KeptRows:
    """The rows of a smaller register: those to be added, and columns to be changed, by id."""

    kept: Kept
    added: tuple[Line, ...]
    changed: tuple[tuple[int, dict[str, object]], ...]


@dataclass(slots=True)
class ImportPlan:
    """What was found in a book, against an office's registers or for a new office."""

    sheets: dict[str, SheetTally] = field(default_factory=dict)
    faults: list[LedgerFault] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    office: OfficeLine | None = None
    office_changes: dict[str, str] = field(default_factory=dict)
    new_requests: list[RequestLine] = field(default_factory=list)
    changed_requests: list[KnownRequest] = field(default_factory=list)
    registers: list[KeptRows] = field(default_factory=list)

    def officers(self, *, update: bool) -> tuple[str, ...]:
        """Return the case officers named in what is to be written, each once."""
        changed = [known.line for known in self.changed_requests] if update else []
        named = (line.case_officer for line in (*self.new_requests, *changed))
        return tuple(dict.fromkeys(name for name in named if name))

    def compare(self, sheet: Sheet, line: Line, record: Line, fields: Iterable[str]) -> None:
        """Count a row that is on record as changed or not, and note how."""
        found = differences(sheet, line, record, fields)
        self.differences.extend(found)
        tally = self.sheets[sheet.name]
        if found:
            tally.changed += 1
        else:
            tally.unchanged += 1


def plan_import(book: Book, uow: UnitOfWork, office: OfficeRow | None) -> ImportPlan:
    """Return what importing a book would do; without an office, for one that is made with it."""
    plan = ImportPlan(faults=list(book.faults), office=next(iter(book.of(OfficeLine)), None))
    for sheet in SHEETS:
        if sheet.name in book.lines:
            plan.sheets[sheet.name] = SheetTally(
                empty=book.empty_rows.get(sheet.name, 0), sums=book.sum_rows.get(sheet.name, 0)
            )
    _plan_office(plan, office)
    _plan_requests(plan, book, uow)
    for kept in REGISTERS:
        if kept.sheet.name in book.lines:
            plan.registers.append(_plan_register(plan, kept, book, uow))
    _count_faulty(plan)
    return plan


def _plan_office(plan: ImportPlan, office: OfficeRow | None) -> None:
    if plan.office is None:
        return
    if office is None:
        plan.sheets[OFFICE.name].added = 1
        return
    record = office_line(office)
    fields = differing(plan.office, record)
    plan.compare(OFFICE, plan.office, record, fields)
    plan.office_changes = office_columns(plan.office, fields)


def _plan_requests(plan: ImportPlan, book: Book, uow: UnitOfWork) -> None:
    good = []
    for line in book.of(RequestLine):
        faults = contradictions(line, uow.practice)
        plan.faults.extend(faults)
        if not faults:
            good.append(line)
    if not good:
        return
    plan.new_requests, known = known_requests(good, uow)
    plan.sheets[REQUESTS.name].added = len(plan.new_requests)
    for request in known:
        if request.is_merged:
            plan.sheets[REQUESTS.name].merged += 1
            continue
        fault = decided_here(request, uow)
        if fault is not None:
            plan.faults.append(fault)
            continue
        plan.compare(REQUESTS, request.line, request.record, request.fields)
        if request.fields:
            plan.changed_requests.append(request)


def _plan_register(plan: ImportPlan, kept: Kept, book: Book, uow: UnitOfWork) -> KeptRows:
    alike = Alike(kept.known_by, kept.like)
    lines, faults = only_once(book.lines[kept.sheet.name], kept.sheet, alike)
    plan.faults.extend(faults)
    rows = kept.register(uow).all() if lines else ()
    records: list[Record[int, Line]] = [Record(row.id, kept.line_of(row)) for row in rows]
    added: list[Line] = []
    changed: list[tuple[int, dict[str, object]]] = []
    for line, record in zip(lines, match(lines, records, kept.sheet, alike), strict=True):
        if record is None:
            added.append(line)
            continue
        fields = differing(line, record.line)
        plan.compare(kept.sheet, line, record.line, fields)
        if fields:
            changed.append((record.id, kept.columns_of(line, fields)))
    plan.sheets[kept.sheet.name].added = len(added)
    return KeptRows(kept, tuple(added), tuple(changed))


def _count_faulty(plan: ImportPlan) -> None:
    """Count the rows with faults; a book may write the name of a sheet in its own way."""
    rows = {(fault.sheet, fault.row) for fault in plan.faults}
    for name, count in Counter(name for name, _ in rows).items():
        sheet = sheet_named(name)
        if sheet is not None:
            plan.sheets[sheet.name].faulty += count
