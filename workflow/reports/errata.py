"""Later facts against a frozen report: which figures they change, by which records, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypedDict

from workflow.i18n import Lang
from workflow.records.counting import SOURCES, Counted, Register, counted_from
from workflow.records.hindsight import FiguresAsKnownOn
from workflow.records.later import LaterEntry, later_entries
from workflow.records.moment import UpTo
from workflow.reports.annual import AnnualReport
from workflow.reports.cells import Asked, Cell, CellKey, Number, as_number, places
from workflow.reports.identities.reckoning import plain
from workflow.wording.facts import FACTS, RECORD_KINDS


@dataclass(frozen=True, slots=True)
class Cause:
    """One entry that a correction comes from: what was entered, about what, when, and by whom."""

    number: str
    kind: str
    entered_at: datetime
    actor: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Erratum:
    """A figure that would be another today: as issued and as it is now, and what came and went.

    Without causes nothing entered explains it: a setting was changed, or the program was.
    """

    key: CellKey
    row: str
    column: str
    was: Number
    now: Number
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()


class CauseShape(TypedDict):
    """A cause as JSON has it."""

    record: str
    what: str
    entered_at: str
    actor: str
    reason: str


class ErratumShape(TypedDict):
    """An erratum as JSON has it."""

    where: str
    row: str
    column: str
    was: int | float
    now: int | float
    came: list[str]
    went: list[str]
    causes: list[CauseShape]


@dataclass(frozen=True, slots=True)
class Issued:
    """A frozen report's figures, and the moment up to which facts had been counted."""

    figures: Mapping[CellKey, Number]
    upto: UpTo


def errata_of(issued: Issued, now: AnnualReport, then: FiguresAsKnownOn) -> tuple[Erratum, ...]:
    """Return the figures of a frozen report that are another today, in the order printed."""
    moved = _Moved(then, now.offices)
    found: list[Erratum] = []
    for key, row, column in places(now.form):
        cell, was = now.cells[key], issued.figures.get(key)
        if was is None:
            continue
        came, went = moved.of(cell)
        if cell.value != was or came or went:
            heading = column.heading.format(year=now.printed.year)
            found.append(
                Erratum(
                    key,
                    row.name or row.label,
                    heading,
                    was,
                    cell.value,
                    tuple(record.number for record in came),
                    tuple(record.number for record in went),
                    moved.causes(cell, [*came, *went], issued.upto),
                )
            )
    return tuple(found)


class _Moved:
    """The records that something was entered about since, by the questions they answer."""

    def __init__(self, then: FiguresAsKnownOn, offices: Sequence[int]) -> None:
        self._then = then
        self._offices = offices
        self._entries: dict[str, dict[tuple[int, int], list[LaterEntry]]] = {}

    def of(self, cell: Cell) -> tuple[list[Counted], list[Counted]]:
        """Return the records that came into a figure since, and those that went."""
        came: dict[object, Counted] = {}
        went: dict[object, Counted] = {}
        for asked in cell.asked:
            for record, is_now in self._changes(asked):
                (came if is_now else went)[record.key] = record
        both = came.keys() & went.keys()
        return (
            [record for key, record in came.items() if key not in both],
            [record for key, record in went.items() if key not in both],
        )

    def _changes(self, asked: Asked) -> Iterable[tuple[Counted, bool]]:
        question = asked.question
        table = question.selection.source.table
        for one in self._then.touched(self._offices, table):
            if one.office not in asked.offices:
                continue
            was = one.then is not None and question.admits(one.then)
            is_now = question.admits(one.now)
            if was is not is_now:
                columns = one.now if is_now or one.then is None else one.then
                yield counted_from(question, one.office, columns), is_now

    def causes(self, cell: Cell, records: Sequence[Counted], upto: UpTo) -> tuple[Cause, ...]:
        """Return what was entered since about the records, or about what people entered."""
        found = []
        for record in records:
            entries = self._about(_TABLE[record.register], upto)
            found += [_cause(entry, record.number) for entry in entries[record.office, record.id]]
        if not records:
            found += self._about_typed(cell, upto)
        return tuple(found)

    def _about(self, subject: str, upto: UpTo) -> dict[tuple[int, int], list[LaterEntry]]:
        if subject not in self._entries:
            found: dict[tuple[int, int], list[LaterEntry]] = defaultdict(list)
            for entry in later_entries(self._then.connection, self._offices, upto, subject):
                found[entry.office, entry.subject_id].append(entry)
            self._entries[subject] = found
        return self._entries[subject]

    def _about_typed(self, cell: Cell, upto: UpTo) -> list[Cause]:
        """Return the entries that changed a figure which counts no records."""
        key = cell.key
        place = {
            "form_table": key.table,
            "row_key": key.row,
            "column_key": key.column,
        }
        causes = []
        for one in self._then.touched(self._offices, "entered_figure"):
            if all(one.now[name] == value for name, value in place.items()):
                entries = self._about("entered_figure", upto)[one.office, one.id]
                causes += [_cause(entry, str(key)) for entry in entries]
        if cell.opening_on is not None:
            for entries in self._about("opening_balance", upto).values():
                causes += [_cause(entry, "期初数") for entry in entries]
        return causes


_TABLE: dict[Register, str] = {register: source.table for register, source in SOURCES.items()}


def _cause(entry: LaterEntry, number: str) -> Cause:
    return Cause(number, entry.kind, entry.entered_at, entry.actor, entry.reason)


_WORDS = FACTS | RECORD_KINDS


def kind_words(kind: str, lang: Lang = Lang.ZH) -> str:
    """Return what an entry is called."""
    return _WORDS[kind].say(lang) if kind in _WORDS else kind


def erratum_shape(erratum: Erratum, lang: Lang = Lang.ZH) -> ErratumShape:
    """Return an erratum as plain values."""
    return {
        "where": str(erratum.key),
        "row": erratum.row,
        "column": erratum.column,
        "was": plain(erratum.was),
        "now": plain(erratum.now),
        "came": list(erratum.came),
        "went": list(erratum.went),
        "causes": [
            {
                "record": cause.number,
                "what": kind_words(cause.kind, lang),
                "entered_at": cause.entered_at.astimezone(UTC).isoformat(),
                "actor": cause.actor,
                "reason": cause.reason,
            }
            for cause in erratum.causes
        ],
    }


def number_of(amount: str) -> Number:
    """Return a figure that was kept as text."""
    return as_number(Decimal(amount))
