"""What an official form is made of: tables of rows and columns, sums, sections, notes.

A new form is a new module of these, entered in `workflow.reports.catalogue`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workflow.records.counting import Condition, Selection


class Counting(StrEnum):
    """Which of a year's days a figure looks at, and at which end of a record."""

    BEGUN = "begun"
    ENDED = "ended"
    CARRIED_IN = "carried_in"
    CARRIED_OUT = "carried_out"


class Layout(StrEnum):
    """How a table is printed."""

    INDICATORS = "indicators"  # a row an indicator, with its unit
    MATRIX = "matrix"  # headings in groups on both sides
    BLOCKS = "blocks"  # parts below each other, each with its own columns
    ABREAST = "abreast"  # rows beside each other, each with all the columns


class Source(StrEnum):
    """Where a figure comes from."""

    COUNTED = "counted"
    ENTERED = "entered"  # only people can know it
    FEES = "fees"  # the amounts paid, in ten thousand yuan
    HEADING = "heading"  # a line without figures


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: its key, its printed label, its bare name, its unit, and what it counts.

    No record is in two of the `selections`. `groups` are the headings to its left, outermost
    first. An entered figure may be proposed: its selections count what is on record of it.
    """

    key: str
    label: str
    name: str = ""
    unit: str = ""
    selections: tuple[Selection, ...] = ()
    counting: tuple[Counting, ...] = (Counting.BEGUN,)
    source: Source = Source.COUNTED
    indent: int = 0
    groups: tuple[str, ...] = ()
    decimal: bool = False
    verified: bool = True

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to count: a heading has nothing."""
        return self.source is not Source.HEADING


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its key, its heading (`{year}` is filled in), what it narrows a row to.

    `counting` is what the column looks at, where that is not for the row to say; `suffix` follows
    a row's name where a text speaks of the figure.
    """

    key: str
    heading: str
    conditions: tuple[Condition, ...] = ()
    counting: tuple[Counting, ...] = ()
    group: str = ""
    suffix: str = ""
    cumulative: bool = False
    decimal: bool = False
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows and columns under one heading: a whole table, or a part of 表二."""

    rows: tuple[FormRow, ...]
    columns: tuple[FormColumn, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class SumRule:
    """A row, by its key, that is the sum of others in every column."""

    rule: str
    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BalanceRule:
    """Rows that together are what other rows are together, in every column."""

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """A column, by its key, that is the sum of others in every row."""

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
class CarriedRule:
    """A row that is what another was in last year's report."""

    rule: str
    carried_in: str
    carried_out: str


@dataclass(frozen=True, slots=True)
class ChainRule:
    """A column of entered figures that is last year's with what was added and taken away."""

    rule: str
    stock: str
    added: str
    removed: str


Rule = SumRule | BalanceRule | AcrossRule | PartRule | CarriedRule | ChainRule


@dataclass(frozen=True, slots=True)
class NoteRule:
    """A line under the table, printed when what it counts is not nothing."""

    selection: Selection
    text: str
    counting: Counting = Counting.BEGUN


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of the form, with the rules its figures keep; `section` is where it is printed."""

    key: str
    caption: str
    blocks: tuple[Block, ...]
    layout: Layout = Layout.INDICATORS
    rules: tuple[Rule, ...] = ()
    notes: tuple[NoteRule, ...] = ()
    remarks: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    section: str = ""

    @property
    def rows(self) -> tuple[FormRow, ...]:
        """Every row that has figures, of all blocks."""
        return tuple(row for block in self.blocks for row in block.rows if row.has_figures)

    @property
    def places(self) -> Iterator[tuple[FormRow, FormColumn]]:
        """Yield every figure's row and column, in the order of print."""
        for block in self.blocks:
            for row in filter(_has_figures, block.rows):
                for column in block.columns:
                    yield row, column

    def columns_of(self, row: FormRow) -> tuple[FormColumn, ...]:
        """Return the columns that a row has."""
        return next(block.columns for block in self.blocks if row in block.rows)

    def row(self, wanted: str) -> FormRow | None:
        """Return a row by its key, its label, its bare name, or its place counted from 1."""
        for row in self.rows:
            if wanted in {row.key, row.label, row.name}:
                return row
        if wanted.isdecimal() and 0 < int(wanted) <= len(self.rows):
            return self.rows[int(wanted) - 1]
        return None


@dataclass(frozen=True, slots=True)
class RepliesRule:
    """Where the form counts what became of requests: each stands in exactly one of the parts.

    `unanswered` are outcomes that the office does not count as replies at all.
    """

    rule: str
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
class ProseRule:
    """How people write a figure in their own words, and the figure that they must mean."""

    pattern: str
    table: str
    row: str
    column: str


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
    """An official form, settled for one office's practice.

    `supplement` holds figures that the text speaks of and no table prints; `texts` is the folder
    of the templates; `arguable` are outcomes for which more than one row could be meant.
    """

    key: str
    version: int
    title: str
    tables: tuple[FormTable, ...]
    sections: tuple[FormSection, ...]
    replies: RepliesRule
    categories: CategoriesRule | None = None
    supplement: FormTable | None = None
    texts: str = ""
    prose: tuple[ProseRule, ...] = ()
    needs_ground: bool = True
    arguable: frozenset[str] = frozenset()

    @property
    def all_tables(self) -> tuple[FormTable, ...]:
        """The tables printed, and the one that the text alone speaks of."""
        return self.tables if self.supplement is None else (*self.tables, self.supplement)

    def table(self, key: str) -> FormTable | None:
        """Return a table by its key."""
        return next((table for table in self.all_tables if table.key == key), None)


def _has_figures(row: FormRow) -> bool:
    return row.has_figures
