"""How many queries a page makes."""

from sqlalchemy import Engine, event

from tests.workflow.web.visiting import Visitor


def queries(visitor: Visitor, address: str) -> int:
    """Return how many queries a page makes, on every connection there is."""
    seen: list[object] = []

    def note(*said: object) -> None:
        seen.append(said)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert visitor.get(address).status == 200
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert seen
    return len(seen)
