"""Where a page of a list begins: after the last row of the page before, and never by counting."""

from workflow.i18n import Text
from workflow.services.board import Key
from workflow.web.api.models.problems import Fault
from workflow.web.api.refusing import FieldsRefusedError
from workflow.web.views.asked import read_place, written_place

_NO_PLACE = Text(
    "after：请原样使用上一页给出的 next。after: use the `next` of the page before, as it is.",
    "after: use the `next` of the page before, as it is.",
)


def place_of(after: str, parts: int) -> Key | None:
    """Return the place after which a page begins; of another order there is none."""
    if not after:
        return None
    place = read_place(after)
    if place is None or len(place) != parts:
        raise FieldsRefusedError((Fault(field="after", detail=_NO_PLACE.zh, value=after),))
    return place


def last_id(after: str) -> int | None:
    """Return the row after which a page begins, or None for the first."""
    place = place_of(after, 1)
    return None if place is None else min(max(place[0], 0), 2**31 - 1)


def written(place: Key | None) -> str | None:
    """Return a place as a program sends it back, or None where there is no next page."""
    return written_place(place) or None
