"""What an official form is made of: tables of rows and columns, sums, sections, notes.

A new form is a new module of these, entered in `workflow.reports.annual.FORMS`.
"""

from dataclasses import dataclass
from enum import StrEnum

from workflow.records.figures import Condition, Selection


class Counting(StrEnum):
    """Which of a year's days a row looks at."""

    DURING = "during"
    CARRIED_IN = "carried_in"
    CARRIED_OUT = "carried_out"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: its printed label, its bare name, its unit, and what it counts."""

    label: str
    name: str
    unit: str
    selection: Selection
    counting: Counting = Counting.DURING
    indent: int = 0


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its key, its heading (`{year}` is filled in), what it narrows a row to."""

    key: str
    heading: str
    conditions: tuple[Condition, ...] = ()
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class SumRule:
    """A row, by its label, that is the sum of others in every column."""

    rule: str
    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartRule:
    """A row that counts some of what another counts, and so is never greater."""

    rule: str
    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class NoteRule:
    """A line under the table, printed when what it counts is not nothing."""

    selection: Selection
    text: str


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of the form, with the rules its figures keep."""

    key: str
    caption: str
    rows: tuple[FormRow, ...]
    columns: tuple[FormColumn, ...]
    sums: tuple[SumRule, ...] = ()
    parts: tuple[PartRule, ...] = ()
    notes: tuple[NoteRule, ...] = ()

    def row(self, wanted: str) -> FormRow | None:
        """Return a row by its label, its bare name, or its place counted from 1."""
        if wanted.isdecimal() and 0 < int(wanted) <= len(self.rows):
            return self.rows[int(wanted) - 1]
        return next((row for row in self.rows if wanted in {row.label, row.name}), None)


@dataclass(frozen=True, slots=True)
class RepliesRule:
    """Where the form counts replies: every closed request stands in exactly one of the parts.

    `unanswered` are outcomes that the office does not count as replies at all.
    """

    table: str
    column: str
    replies: str
    parts: tuple[str, ...]
    unanswered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CategoriesRule:
    """The figure that the counts by category in the text add up to.

    `section` is the template of the section whose default text lists them.
    """

    table: str
    row: str
    column: str
    section: str


@dataclass(frozen=True, slots=True)
class FormSection:
    """A section of the report: its printed title, and the template of its default text."""

    title: str
    template: str

    @property
    def name(self) -> str:
        """The title without its number: 概述 of 一、概述."""
        return self.title.partition("、")[2]


@dataclass(frozen=True, slots=True)
class Form:
    """An official form, settled for one office's practice."""

    key: str
    title: str
    tables: tuple[FormTable, ...]
    sections: tuple[FormSection, ...]
    replies: RepliesRule
    categories: CategoriesRule
    needs_ground: bool = True

    def table(self, key: str) -> FormTable | None:
        """Return a table by its key."""
        return next((table for table in self.tables if table.key == key), None)
