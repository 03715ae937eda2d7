"""The board of an office: its open requests as they stand today, kept until something changes.

A line depends on its request, the day and the calendar alone, and everything that is entered about
a request lengthens the chain of its office. So a board serves until the chain has another end, and
then only the requests of another version are drawn again.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from threading import Lock
from typing import Final

from states.calendar.workdays import WorkCalendar
from workflow.records.searching import is_words
from workflow.records.tables.requests import RequestRow
from workflow.records.view import View
from workflow.services.duty import Roster
from workflow.services.worklist import NEAR_THE_LIMIT, Light, WorkLine, counts, line_of

_AT_ONCE: Final = 500
_BOARDS_KEPT: Final = 128


class Window(StrEnum):
    """What a clerk looks for first thing in the morning; each has its count at the top."""

    OVERDUE = "overdue"
    TODAY = "today"
    NEAR = "near"
    STOPPED = "stopped"
    UNATTENDED = "unattended"
    UNSENT = "unsent"


class Order(StrEnum):
    """What the board is sorted by."""

    LEFT = "left"
    RECEIVED = "received"
    NUMBER = "number"


Key = tuple[int, ...]
_LATE_AS_LATE_CAN_BE: Final = date.max.toordinal()


def _left_key(line: WorkLine) -> Key:
    due = _LATE_AS_LATE_CAN_BE if line.due is None else line.due.toordinal()
    left = 0 if line.left is None else line.left  # contact is due the day it arrives
    return (int(line.light is Light.GREY), left, due, line.id)


def _received_key(line: WorkLine) -> Key:
    return (0 if line.received_on is None else line.received_on.toordinal(), line.id)


def _number_key(line: WorkLine) -> Key:
    return (line.id,)  # numbers are given out in the order of registration


_KEYS: Final[dict[Order, Callable[[WorkLine], Key]]] = {
    Order.LEFT: _left_key,
    Order.RECEIVED: _received_key,
    Order.NUMBER: _number_key,
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What the board is narrowed to, and its order; what is empty narrows nothing.

    `attended_by` is of the work somebody attends to: their own, and that of whom they stand in for.
    """

    window: Window | None = None
    state: str = ""
    officer: str = ""
    channel: str = ""
    attended_by: str = ""
    text: str = ""
    order: Order = Order.LEFT
    backwards: bool = False

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        said = (self.window, self.state, self.officer, self.channel, self.attended_by, self.text)
        return any(said)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the board: its lines, how many there are in all, and where the next page begins."""

    lines: tuple[WorkLine, ...]
    total: int
    after: Key | None = None


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line, of which version of its request it is, and the words that a search looks in."""

    line: WorkLine
    version: int
    searched: str


@dataclass(frozen=True, slots=True)
class Board:
    """The open requests of an office on a day, those with the least time left first."""

    head: str
    today: date
    calendar: WorkCalendar
    roster: Roster
    drawn: tuple[_Drawn, ...]
    counts: Mapping[str, int]
    officers: tuple[str, ...]
    by_id: Mapping[int, _Drawn] = field(repr=False)

    def find(
        self,
        sought: Sought,
        *,
        after: Key | None = None,
        limit: int | None = None,
        unsent: frozenset[str] = frozenset(),
    ) -> Found:
        """Return a page of what is sought, after a place in its order."""
        lines = self._sought(sought, unsent)
        key = _KEYS[sought.order]
        if sought.order is not Order.LEFT:
            lines = sorted(lines, key=key)
        if sought.backwards:
            lines = lines[::-1]
        first = 0 if after is None else _place(lines, key, after, backwards=sought.backwards)
        last = len(lines) if limit is None else first + limit
        shown = tuple(lines[first:last])
        return Found(shown, len(lines), key(shown[-1]) if last < len(lines) and shown else None)

    def version_of(self, row_id: int) -> int:
        """Return the version of a request of which the board has a line."""
        return self.by_id[row_id].version

    def _sought(self, sought: Sought, unsent: frozenset[str]) -> Sequence[WorkLine]:
        lines: Iterable[_Drawn] = self.drawn
        if not sought.narrows:
            return [drawn.line for drawn in lines]
        if sought.text:
            lines = _holding(lines, sought.text)
        return [drawn.line for drawn in lines if self._is_sought(drawn.line, sought, unsent)]

    def _is_sought(self, line: WorkLine, sought: Sought, unsent: frozenset[str]) -> bool:
        if sought.window is Window.UNSENT and line.number not in unsent:
            return False
        if sought.attended_by and self.roster.stand_in(line.case_officer) != sought.attended_by:
            return False
        return (
            (not sought.state or line.state == sought.state)
            and (not sought.officer or line.case_officer == sought.officer)
            and (not sought.channel or line.channel == sought.channel)
            and (sought.window is None or is_in(sought.window, line))
        )


def is_in(window: Window, line: WorkLine) -> bool:
    """Say whether a line belongs to a count at the top; what is unsent, the outbox knows."""
    match window:
        case Window.STOPPED:
            return line.light is Light.GREY
        case Window.UNATTENDED:
            return line.unattended is not None
        case Window.UNSENT:
            return True
        case Window.OVERDUE | Window.TODAY | Window.NEAR:
            if line.light is Light.GREY or line.left is None:
                return False
            if window is Window.OVERDUE:
                return line.left < 0
            return line.left == 0 if window is Window.TODAY else 0 < line.left <= NEAR_THE_LIMIT


def _place(
    lines: Sequence[WorkLine], key: Callable[[WorkLine], Key], after: Key, *, backwards: bool
) -> int:
    """Return where the lines begin that come after a key."""
    if not backwards:
        return bisect_right(lines, after, key=key)
    return next((at for at, line in enumerate(lines) if key(line) < after), len(lines))


class Boards:
    """The board of each office, drawn when it is asked for and something has changed."""

    def __init__(self) -> None:
        """Begin without any."""
        self._boards: dict[int, Board] = {}
        self._locks: dict[int, Lock] = {}

    def of(self, view: View, today: date, calendar: WorkCalendar) -> Board:
        """Return the board of a view's office on a day."""
        head = view.chain.end()
        known = self._boards.get(view.office_id)
        if known is not None and _serves(known, head, today, calendar):
            return known
        with self._locks.setdefault(view.office_id, Lock()):
            known = self._boards.get(view.office_id)
            if known is not None and _serves(known, head, today, calendar):
                return known
            board = _draw(view, head, today, calendar, known)
            self._boards.pop(view.office_id, None)
            self._boards[view.office_id] = board
            if len(self._boards) > _BOARDS_KEPT:
                self._boards.pop(next(iter(self._boards)))
        return board


def _serves(board: Board, head: str, today: date, calendar: WorkCalendar) -> bool:
    return board.head == head and board.today == today and board.calendar is calendar


def _draw(view: View, head: str, today: date, calendar: WorkCalendar, known: Board | None) -> Board:
    roster = Roster.of(view, today)
    kept: Mapping[int, _Drawn] = {}
    if known is not None and known.today == today and known.calendar is calendar:
        kept = known.by_id
    by_id: dict[int, _Drawn] = {}
    stale: list[int] = []
    for row_id, version in view.requests.open_versions():
        drawn = kept.get(row_id)
        if drawn is not None and drawn.version == version:
            by_id[row_id] = _attended(drawn, roster)
        else:
            stale.append(row_id)
    for start in range(0, len(stale), _AT_ONCE):
        rows = view.requests.rows_of(stale[start : start + _AT_ONCE])
        for row, case in view.requests.with_cases(rows):
            line = line_of(row, case, today, calendar, roster.unattended(row.case_officer))
            by_id[row.id] = _Drawn(line, row.version, _searched(row))
    drawn_in_order = tuple(sorted(by_id.values(), key=lambda drawn: _left_key(drawn.line)))
    lines = [drawn.line for drawn in drawn_in_order]
    officers = {line.case_officer for line in lines if line.case_officer} | set(roster.people)
    return Board(
        head, today, calendar, roster, drawn_in_order, counts(lines), tuple(sorted(officers)), by_id
    )


def _attended(drawn: _Drawn, roster: Roster) -> _Drawn:
    """Return the line as the staff are today: who attends to a request is not on its row."""
    line = drawn.line
    unattended = roster.unattended(line.case_officer)
    if unattended is line.unattended:
        return drawn
    return _Drawn(line.attended(unattended), drawn.version, drawn.searched)


def _searched(row: RequestRow) -> str:
    return "\n".join((row.applicant, row.content, row.note)).casefold()


def _holding(lines: Iterable[_Drawn], typed: str) -> list[_Drawn]:
    """Return the lines that hold a text, in a number where it may be part of one."""
    text = typed.casefold()
    if is_words(typed):
        return [drawn for drawn in lines if text in drawn.searched]
    return [d for d in lines if text in d.searched or text in d.line.number.casefold()]
