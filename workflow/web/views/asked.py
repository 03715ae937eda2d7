"""What the address of a list asks for: read leniently, and written again for its links."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import urlencode

from workflow.services.board import Key, Order, Sought, Window

LONGEST_TEXT: Final = 100
_FILTERS: Final = ("show", "state", "officer", "channel", "mine", "q")
_ORDER: Final = ("sort", "dir")
_LARGEST: Final = 2**62
Code = TypeVar("Code", Window, Order)


@dataclass(frozen=True, slots=True)
class Asked:
    """A worklist as its address asks for it: words that mean nothing were left out."""

    show: str = ""
    state: str = ""
    officer: str = ""
    channel: str = ""
    mine: str = ""
    q: str = ""
    sort: str = ""
    dir: str = ""
    after: str = ""

    @property
    def filters(self) -> str:
        """What narrows and sorts the list, as it is kept in a saved view."""
        return urlencode(self._pairs(_FILTERS + _ORDER))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out of the list."""
        return bool(self._pairs(_FILTERS))

    def address(self, path: str = "/worklist", **changed: str) -> str:
        """Return the address of the list with some words changed; it begins at its first page."""
        pairs = self._pairs(_FILTERS + _ORDER) | changed
        query = urlencode({name: value for name, value in pairs.items() if value})
        return f"{path}?{query}" if query else path

    def sought(self, me: str) -> Sought:
        """Return what is sought on the board, by somebody."""
        return Sought(
            window=_code(Window, self.show),
            state=self.state,
            officer=self.officer,
            channel=self.channel,
            attended_by=me if self.mine else "",
            text=self.q,
            order=_code(Order, self.sort) or Order.LEFT,
            backwards=self.dir == "desc",
        )

    @property
    def place(self) -> Key | None:
        """The place after which the page begins, or None for the first."""
        return read_place(self.after)

    def _pairs(self, names: tuple[str, ...]) -> dict[str, str]:
        return {name: value for name in names if (value := getattr(self, name))}


def read_asked(query: Mapping[str, str], states: frozenset[str], channels: frozenset[str]) -> Asked:
    """Read an address; a value that is none of its column is as if it were not there."""
    show, sort = query.get("show", ""), query.get("sort", "")
    state, channel = query.get("state", ""), query.get("channel", "")
    return Asked(
        show=show if _code(Window, show) else "",
        state=state if state in states else "",
        officer=plain_text(query.get("officer", "")),
        channel=channel if channel in channels else "",
        mine="1" if query.get("mine") == "1" else "",
        q=plain_text(query.get("q", "")),
        sort=sort if _code(Order, sort) not in {None, Order.LEFT} else "",
        dir="desc" if query.get("dir") == "desc" else "",
        after=query.get("after", "") if read_place(query.get("after", "")) else "",
    )


def plain_text(value: str) -> str:
    """Return what was typed into a search, without what nobody types, and not too long."""
    shown = "".join(character for character in value if character.isprintable())
    return shown.strip()[:LONGEST_TEXT]


def read_place(value: str) -> Key | None:
    """Read a place of a list, or None where it is none."""
    parts = value.split(".")
    if not value or not value.isascii() or len(value) > LONGEST_TEXT:
        return None
    if not all(part.removeprefix("-").isdigit() for part in parts):
        return None
    numbers = tuple(map(int, parts))
    return numbers if all(-_LARGEST < number < _LARGEST for number in numbers) else None


def written_place(key: Key | None) -> str:
    """Return a place of a list as it stands in an address."""
    return "" if key is None else ".".join(map(str, key))


def _code(codes: type[Code], value: str) -> Code | None:
    return codes(value) if value in set(codes) else None
