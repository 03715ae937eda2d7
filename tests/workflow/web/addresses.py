"""Every address of the application, found in the application itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

# What stands in a path where a test does not say otherwise, by the name of the place.
USUAL: Mapping[str, str] = {
    "office_id": "1",
    "year": "2025",
    "digest": "0",
    "name": "desk.css",
    "kind": "pdf",
    "ending": "pdf",
    "key": "decide",
    "slug": "publications",
    "what": "role",
    "action_key": "publish",
    "table": "requests",
    "row": "R1",
    "column": "total",
    "account_id": "99",  # whoever closes their own account is signed out
}
# Places that name no record of an office.
NO_RECORD = frozenset(USUAL)
_PLACE = re.compile(r"\{(\w+)(?::\w+)?\}")


@dataclass(frozen=True, slots=True)
class Address:
    """A method and the path of a route, with its places and its questions."""

    method: str
    path: str
    asks: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The names of what stands in the path."""
        return tuple(_PLACE.findall(self.path))

    @property
    def names_record(self) -> bool:
        """Whether a record of an office is named in the path."""
        return any(place not in NO_RECORD for place in self.places)

    def filled(self, record: str = "1", **said: str) -> str:
        """Return the address with every place filled in."""

        def place(found: re.Match[str]) -> str:
            return said.get(found[1]) or USUAL.get(found[1], record)

        return _PLACE.sub(place, self.path)


def addresses_of(app: FastAPI) -> Iterator[Address]:
    """Yield every address that the application answers."""
    for route in _routes(app.routes):
        asks = tuple(sorted(_asks(route.dependant)))
        for method in sorted((route.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Address(method, route.path, asks)


def _asks(dependant: Dependant) -> Iterator[str]:
    yield from (one.alias for one in dependant.query_params)
    for part in dependant.dependencies:
        yield from _asks(part)


def _routes(routes: object) -> Iterator[APIRoute]:
    assert isinstance(routes, list)
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif hasattr(route, "original_router"):  # a router that was included
            yield from _routes(route.original_router.routes)
