"""How many questions a page asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from tests.workflow.web.visiting import Visitor


@contextmanager
def counting() -> Iterator[list[str]]:
    """Yield the statements that are run meanwhile, on every connection there is."""
    asked: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def queries(visitor: Visitor, address: str) -> int:
    """Return how many queries a page makes."""
    with counting() as asked:
        assert visitor.get(address).status == 200
    assert asked
    return len(asked)
