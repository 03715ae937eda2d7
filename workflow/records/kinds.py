"""What a register holds: the facts it takes, the rows they become, and the day that matters."""

from dataclasses import MISSING, fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import insert
from sqlmodel import SQLModel

from workflow.records.canonical import JsonValue, plain
from workflow.records.counting import ANNULLED
from workflow.records.store import Prepared, columns_of
from workflow.records.tables.metadata import TABLES


class Parsed(Protocol):
    """A dataclass of parsed values."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


Row = TypeVar("Row", bound=SQLModel)
Facts = TypeVar("Facts", bound=Parsed)


class Kind(Generic[Facts, Row]):
    """What a register holds: parsed facts, the rows they become, and the day that matters."""

    def __init__(
        self, facts: type[Facts], row: type[Row], on: str = "", searched: tuple[str, ...] = ()
    ) -> None:
        """Describe a register.

        `on` names the column of its day, by which it is ordered; `searched` those in which a
        text is looked for.
        """
        self.row = row
        self.on = on
        self.searched = searched
        self.subject = str(row.__tablename__)
        self.columns = TABLES[self.subject].c
        self.names = tuple(field.name for field in fields(facts))
        self.defaults = defaults_of(facts)
        self.is_annullable = ANNULLED in self.columns
        self.insert = Prepared(insert(row), columns_of(row))


def defaults_of(facts: type[Parsed]) -> dict[str, JsonValue]:
    """Return what facts hold where nothing is said, as their event writes it down.

    A registration from before a column was there says nothing of it.
    """
    return {
        field.name: plain(field.default) for field in fields(facts) if field.default is not MISSING
    }
