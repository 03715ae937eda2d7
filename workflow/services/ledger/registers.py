"""The smaller registers as sheets of the ledger: the same rows under the ledger's names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from workflow.ledger import sheets
from workflow.ledger.rows import Line, OfficeLine
from workflow.ledger.sheets import Sheet
from workflow.records.facts import (
    Narrative,
    OfficeProfile,
    OpeningBalance,
)
from workflow.records.register_facts import (
    Complaint,
    CounterConsultation,
    Lawsuit,
    Publication,
    Reconsideration,
)
from workflow.records.registers import Register
from workflow.records.tables.offices import OfficeRow
from workflow.records.tables.registers import PublicationRow
from workflow.records.view import View

# What an office is called until a book, or somebody, names it.
UNNAMED: Final = "本机关"

_OFFICE_COLUMNS: Final = {
    "superior": "parent",
    "telephone": "phone",
    "document_prefix": "letter_prefix",
}


def _is_published(row: PublicationRow) -> bool:
    """Say whether the sheet has it: what is yet to be published is on record alone."""
    return row.published_on is not None


def _always(_row: object) -> bool:
    return True


@dataclass(frozen=True)
class Kept:
    """A sheet and the register its rows are kept in.

    A row is known by `known_by` where all of it is filled in; otherwise by its whole content, and
    failing that by `like`: what stays as it is while the matter goes on. `called` gives the
    columns that the register calls otherwise; `is_told` says of a record whether the sheet has it.
    """

    sheet: Sheet
    register: Callable[[View], Register[Any, Any]]
    facts: Callable[..., object]
    like: tuple[str, ...]
    known_by: tuple[str, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)
    is_told: Callable[[Any], bool] = _always

    def told(self, view: View) -> list[Any]:
        """Return the records that the sheet has, in their order."""
        return [row for row in self.register(view).all() if self.is_told(row)]

    def facts_of(self, line: Line) -> object:
        """Return what a row says, as the register takes it."""
        return self.facts(**self.columns_of(line, self.sheet.by_field))

    def columns_of(
        self, line: Line, fields: Sequence[str] | Mapping[str, object]
    ) -> dict[str, object]:
        """Return some of a row's fields as the columns of the register."""
        return {self.called.get(name, name): _column(getattr(line, name)) for name in fields}

    def line_of(self, row: object) -> Line:
        """Return a row of the register as one of the sheet."""
        return _line(self.sheet, row, self.called)


REGISTERS: Final = (
    Kept(
        sheets.PUBLICATIONS,
        lambda view: view.publications,
        Publication,
        like=("title", "published_on"),
        known_by=("index_number",),
        called={"is_normative": "normative"},
        is_told=_is_published,
    ),
    Kept(
        sheets.COMPLAINTS,
        lambda view: view.complaints,
        Complaint,
        like=("received_on", "source", "subject", "request_number"),
        called={"source": "origin", "subject": "matter"},
    ),
    Kept(
        sheets.RECONSIDERATIONS,
        lambda view: view.reconsiderations,
        Reconsideration,
        like=("received_on", "authority", "request_number"),
    ),
    Kept(
        sheets.LAWSUITS,
        lambda view: view.lawsuits,
        Lawsuit,
        like=("received_on", "court", "case_number", "request_number", "after_reconsideration"),
    ),
    Kept(
        sheets.CONSULTATIONS,
        lambda view: view.counter_consultations,
        CounterConsultation,
        like=("asked_on", "way", "content"),
    ),
    Kept(
        sheets.OPENING_BALANCES,
        lambda view: view.opening_balances,
        OpeningBalance,
        like=("indicator", "as_of"),
        known_by=("indicator", "as_of"),
        called={"as_of": "as_of_on", "value": "amount"},
    ),
    Kept(
        sheets.NARRATIVES,
        lambda view: view.narratives,
        Narrative,
        like=("year", "section"),
        known_by=("year", "section"),
        called={"text": "body"},
    ),
)


def office_line(row: OfficeRow) -> OfficeLine:
    """Return an office as the row of its sheet."""
    line = _line(sheets.OFFICE, row, _OFFICE_COLUMNS)
    return OfficeLine.model_validate(line.model_dump())


def office_columns(line: OfficeLine, fields: Sequence[str]) -> dict[str, str]:
    """Return some of the office's fields as the columns of its row."""
    return {_OFFICE_COLUMNS.get(name, name): getattr(line, name) for name in fields}


def profile_of(line: OfficeLine, name: str) -> OfficeProfile:
    """Return the office that a book introduces, under a name; what is blank is left as usual."""
    said = [field for field in sheets.OFFICE.by_field if getattr(line, field)]
    columns: dict[str, Any] = office_columns(line, said)
    return OfficeProfile(**columns | {"name": name})


def _line(sheet: Sheet, row: object, called: Mapping[str, str]) -> Line:
    """Return a record as a row; what is yet to be published lacks a day that a row must have."""
    said: dict[str, Any] = {
        name: _field(name, getattr(row, called.get(name, name))) for name in sheet.by_field
    }
    return sheet.line.model_construct(None, **said)


def _column(value: object) -> object:
    """Return a field as a column holds it: a list of codes as words of one text."""
    return " ".join(value) if isinstance(value, tuple) else value


def _field(name: str, value: object) -> object:
    return tuple(str(value).split()) if name == "channels" else value
