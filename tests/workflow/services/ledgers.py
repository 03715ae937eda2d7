"""Books in memory, as `read_book` would have read them, and offices as what is on record."""

from datetime import date

from states.case import Event
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from workflow.bootstrap import Installation, Office
from workflow.ledger.book import Book
from workflow.ledger.faults import LedgerFault
from workflow.ledger.rows import Line, RequestLine
from workflow.ledger.sheets import SHEETS
from workflow.records.view import View
from workflow.services.importing import ImportBook, ImportSummary, import_book, silent
from workflow.services.ledger.dossiers import known_facts
from workflow.services.ledger.registers import REGISTERS, office_line

SHEET_OF = {sheet.line: sheet.name for sheet in SHEETS}
REQUEST: dict[str, object] = {
    "channel": Channel.POST_SIGNED,
    "received_on": date(2025, 3, 3),  # Monday
    "applicant": "张三",
    "content": "某路征地补偿方案",
}
ANSWER: dict[str, object] = {
    "answered_on": date(2025, 3, 24),  # Monday
    "outcome": Outcome.DISCLOSED,
}


def a_line(**changes: object) -> RequestLine:
    """A request row that is right, with only the cells that are said filled in."""
    return RequestLine.model_validate(REQUEST | changes)


def a_book(*lines: Line, faults: tuple[LedgerFault, ...] = ()) -> Book:
    """A book of these rows, numbered as they stand in their sheets."""
    sheets: dict[str, list[Line]] = {}
    for line in lines:
        rows = sheets.setdefault(SHEET_OF[type(line)], [])
        said = {name: getattr(line, name) for name in line.model_fields_set}
        rows.append(type(line).model_validate(said | {"row": len(rows) + 2}))
    return Book({name: tuple(rows) for name, rows in sheets.items()}, faults, (), {}, {}, {})


def take(
    installation: Installation,
    book: Book,
    *,
    office: str = "",
    dry_run: bool = False,
    keep_good: bool = False,
    update: bool = False,
) -> ImportSummary:
    """Import a book, as the operator."""
    command = ImportBook(
        actor="管理员", office=office, dry_run=dry_run, keep_good=keep_good, update=update
    )
    with installation.work() as uow:
        return import_book(
            command,
            book,
            uow,
            at=installation.clock.now(),
            calendar=installation.calendar,
            told=silent,
        )


def facts(view: View, number: str) -> list[tuple[Event, dict[str, object]]]:
    """What stands of a request, with what is kept beside."""
    known = known_facts(view.requests.dossier(number))
    return [(fact.event, dict(fact.more)) for fact in known]


def tally(summary: ImportSummary, sheet: str = "申请") -> tuple[int, int, int, int]:
    """How many rows of a sheet are new, unchanged, changed and faulty."""
    found = summary.sheets[sheet]
    return found.added, found.unchanged, found.changed, found.faulty


def whole(office: Office) -> dict[str, object]:
    """All that an office has on record, but for ids and when it was entered."""
    with office.read() as view:
        requests = [
            (
                row.model_dump(exclude={"id", "office_id", "registered_at"}),
                facts(view, row.number),
            )
            for row in view.requests.each()
        ]
        registers = {
            kept.sheet.name: [kept.line_of(row) for row in kept.register(view).all()]
            for kept in REGISTERS
        }
        staff = [(member.name, member.role, member.active) for member in view.staff.all()]
        return {
            **registers,
            "申请": requests,
            "机关": office_line(view.offices.find(office.name)),
            "人员": staff,
        }
