"""What the database itself says that statements took: to plan and to execute, no way there."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event

_EXPLAIN = "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) "


@dataclass(slots=True)
class Statements:
    """The statements that some work sent, as the driver was given them."""

    sent: list[tuple[str, Any]] = field(default_factory=list)

    def milliseconds(self, connection: Connection) -> float:
        """Have every statement run once more, and return what the database took in all."""
        return sum(took for took, _ in self.each(connection))

    def each(self, connection: Connection) -> Iterator[tuple[float, str]]:
        """Yield what each statement takes, beside its text."""
        cursor: Any = connection.connection.cursor()
        for statement, given in self.sent:
            if statement.startswith("SET"):
                continue  # it holds to the end of the transaction, and has no plan
            cursor.execute(_EXPLAIN + statement, given)
            (told,) = cursor.fetchone()
            plan = (json.loads(told) if isinstance(told, str) else told)[0]
            yield plan["Planning Time"] + plan["Execution Time"], statement
        cursor.close()


@contextmanager
def listening(connection: Connection) -> Iterator[Statements]:
    """Keep every statement that goes over a connection while this lasts."""
    found = Statements()

    def keep(_: Any, __: Any, statement: str, given: Any, ___: Any, ____: Any) -> None:  # noqa: ANN401 - as it is called
        found.sent.append((statement, given))

    event.listen(connection, "before_cursor_execute", keep)
    try:
        yield found
    finally:
        event.remove(connection, "before_cursor_execute", keep)
