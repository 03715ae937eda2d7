"""Exporting an office as a ledger: every row it has, and by name what the shape has no room for."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from states.case import EventKind, State
from workflow.ledger.rows import Line, RequestLine
from workflow.ledger.sheets import OFFICE, REQUESTS
from workflow.ledger.writing import write_book
from workflow.records.dossiers import Dossier
from workflow.records.facts import NOT_GIVEN
from workflow.records.intake import UNSEALED, Sealed
from workflow.records.relations import relations_of
from workflow.records.view import View
from workflow.services.ledger.dossiers import known_facts, line_of, not_told
from workflow.services.ledger.registers import REGISTERS, office_line

# What an import makes of a case officer who is named in a row.
_STAFF = {"role": "clerk", "active": False, "account": "", "email": ""}


@dataclass(frozen=True, slots=True)
class NotCarried:
    """A request of which some facts, by their kinds, are not in the book as they are on record.

    Without `is_in_book` the whole request is missing: its receipt is not established.
    """

    number: str
    kinds: tuple[EventKind, ...]
    is_in_book: bool = True


@dataclass(slots=True)
class ExportSummary:
    """What an export wrote, by sheet, and what it could not carry.

    `merged` are requests that are not in the book, as they are counted nowhere; `beside` those of
    which something is kept, or decided, that no column holds.
    """

    office: str
    rows: dict[str, int] = field(default_factory=dict)
    not_carried: list[NotCarried] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    staff: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    registers: dict[str, int] = field(default_factory=dict)


def export_book(path: Path, view: View) -> ExportSummary:
    """Write the office of a view to a workbook or a folder, and say what it could not carry."""
    office = next(row for row in view.offices.all() if row.id == view.office_id)
    summary = ExportSummary(office.name, settings=tuple(sorted(office.settings)))
    officers: set[str] = set()
    sheets: dict[str, Iterator[Line]] = {
        REQUESTS.name: _requests(view, summary, officers),
        **{kept.sheet.name: map(kept.line_of, kept.told(view)) for kept in REGISTERS},
        OFFICE.name: iter([office_line(office)]),
    }
    write_book(path, {name: _counted(name, lines, summary) for name, lines in sheets.items()})
    summary.staff = tuple(_staff_not_told(view, officers))
    summary.registers = {name: count for name, count in _not_in_the_book(view) if count}
    return summary


def _not_in_the_book(view: View) -> Iterator[tuple[str, int]]:
    """Yield how many rows there are of what the contract has no sheet for, by its name."""
    publications = view.publications.all()
    yield "to_be_published", sum(row.published_on is None for row in publications)
    yield "incoming_mail", len(view.incoming_mail.all())
    yield "outgoing_mail", len(view.outgoing_mail.all())
    yield "refusal_review", len(view.refusal_reviews.all())
    yield "absence", len(view.absences.all())
    yield "handover", len(view.handovers.all())


def _counted(name: str, lines: Iterator[Line], summary: ExportSummary) -> Iterator[Line]:
    summary.rows[name] = 0
    for line in lines:
        summary.rows[name] += 1
        yield line


def _requests(view: View, summary: ExportSummary, officers: set[str]) -> Iterator[RequestLine]:
    """Yield the requests in the order they were registered, and note what they cannot tell."""
    details, unusual = view.requests.beside.personal_of(), view.requests.beside.unusual()
    for row in view.requests.each():
        officers.add(row.case_officer)
        dossier = view.requests.dossier(row.number)
        known, case = known_facts(dossier), dossier.case
        if case.state is State.MERGED:
            summary.merged.append(row.number)
            continue
        kept = details.get(row.id, UNSEALED)
        if row.id in unusual or _has_more(dossier, kept):
            summary.beside.append(row.number)
        if case.received_on is None or not row.channel:
            kinds = tuple(fact.event.kind for fact in known)
            summary.not_carried.append(NotCarried(row.number, kinds, is_in_book=False))
            continue
        line = line_of(row, case, known, kept)
        if kinds := not_told(line, known, case, view.practice):
            summary.not_carried.append(NotCarried(row.number, kinds))
        yield line


def _has_more(dossier: Dossier, kept: Sealed) -> bool:
    """Say whether something is kept beside a request, or decided, that no column holds."""
    reached = replace(NOT_GIVEN, phone=kept.details.phone, email=kept.details.email)
    return kept.details != reached or bool(relations_of(dossier))


def _staff_not_told(view: View, officers: set[str]) -> Iterator[str]:
    """Yield the members of staff who would come back otherwise, or not at all."""
    for member in view.staff.all():
        held = {name: getattr(member, name) for name in _STAFF}
        if member.name not in officers or held != _STAFF:
            yield member.name
