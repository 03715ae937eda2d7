"""What a register is on the desk, as data: its columns, its forms, and what may be done in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from states.steps import Role
from workflow.i18n import Text
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.registers.books import Book
from workflow.services.registers.entering import By, enter, put_right
from workflow.services.registers.lights import Due
from workflow.services.roles import KEEPERS
from workflow.web.desk import Desk

Row = Any  # of whichever register the page is for


@dataclass(frozen=True, slots=True)
class Asked:
    """One field that an action asks for, by the name of its column."""

    name: str
    required: bool = True
    is_today: bool = False
    blank: Text | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What an action is given: the row, what was filled in, and who asks."""

    row: Row
    form: Mapping[str, Any]
    desk: Desk
    by: By


@dataclass(frozen=True, slots=True)
class Action:
    """A thing that may be done with a row, while it is to be done, by some roles."""

    key: str
    words: Text
    asks: tuple[Asked, ...]
    run: Callable[[Done, UnitOfWork], object]
    applies: Callable[[Row], bool]
    roles: frozenset[Role] = KEEPERS


def _nothing_due(_desk: Desk, _row: Row) -> Due | None:
    return None


@dataclass(frozen=True)
class BookPage:
    """A register on the desk.

    `open_means` is what the columns of a row hold that is still to be dealt with, and `unless`
    what they do not; a register without them has nothing to be dealt with.
    """

    slug: str
    book: Book
    name: Text
    columns: tuple[str, ...]
    asked: tuple[str, ...]
    empty: Text
    required: frozenset[str] = frozenset()
    open_means: Mapping[str, object] = field(default_factory=dict)
    unless: Mapping[str, object] = field(default_factory=dict)
    open_words: Text = Text("未办结", "open")  # noqa: RUF009 - frozen
    due_of: Callable[[Desk, Row], Due | None] = _nothing_due
    actions: tuple[Action, ...] = ()
    keepers: frozenset[Role] = KEEPERS
    entering: Callable[[Any, UnitOfWork, By], int] | None = None
    amending: Callable[[Row, dict[str, object], str, UnitOfWork, By], None] | None = None

    @property
    def address(self) -> str:
        """Where the register is."""
        return f"/registers/{self.slug}"

    @property
    def amendable(self) -> tuple[str, ...]:
        """The fields that may be put right by hand."""
        return tuple(one.name for one in self.book.fields if one.name not in self.book.fixed)

    def enter(self, facts: Any, uow: UnitOfWork, by: By) -> int:  # noqa: ANN401 - of the book
        """Enter a row, by the rules that the register has."""
        if self.entering is not None:
            return self.entering(facts, uow, by)
        return enter(self.book, facts, uow, by)

    def amend(
        self, row: Row, changes: dict[str, object], reason: str, uow: UnitOfWork, by: By
    ) -> None:
        """Put a row right, by the rules that the register has."""
        if self.amending is not None:
            self.amending(row, changes, reason, uow, by)
        else:
            put_right(self.book, row.id, changes, reason, uow, by)
