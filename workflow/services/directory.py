"""The directory of other organs: entered, put right, searched by what each is responsible for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from workflow.records.facts import OtherOffice
from workflow.records.tables.directory import OtherOfficeRow
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.errors import (
    NothingChangedError,
    OrganKnownError,
    OrganUnknownError,
)

# A name that is said counts more than any keyword.
_BY_NAME = 100


@dataclass(frozen=True, slots=True)
class Match:
    """An organ that may be responsible, and the keywords that say so."""

    row: OtherOfficeRow
    keywords: tuple[str, ...]
    by_name: bool

    @property
    def weight(self) -> int:
        """How much speaks for it: its name, then the letters of the keywords that were met."""
        return _BY_NAME * self.by_name + sum(map(len, self.keywords))


def enter_organ(
    organ: OtherOffice, uow: UnitOfWork, *, actor: str, at: datetime, key: str | None = None
) -> int:
    """Enter an organ, and return its id; one of that name is there only once."""
    written = uow.other_offices.written_under(key)
    if written is not None:
        return written
    known = office_named(uow, organ.name, retired=True)
    if known is not None:
        raise OrganKnownError(organ.name)
    return uow.other_offices.add(organ, actor=actor, at=at, idempotency_key=key)


def amend_organ(
    name: str,
    changes: Mapping[str, object],
    uow: UnitOfWork,
    *,
    reason: str,
    actor: str,
    at: datetime,
    expected_version: int | None = None,
    key: str | None = None,
) -> None:
    """Put right what is known of an organ; letters already written keep what they said.

    Raises OrganUnknownError, NothingChangedError.
    """
    if uow.other_offices.written_under(key) is not None:
        return
    known = office_named(uow, name, retired=True)
    if known is None:
        raise OrganUnknownError(name)
    if not changes:
        raise NothingChangedError
    uow.other_offices.amend(
        known.id,
        changes,
        reason=reason,
        actor=actor,
        at=at,
        expected_version=expected_version,
        idempotency_key=key,
    )


def office_named(view: View, name: str, *, retired: bool = False) -> OtherOfficeRow | None:
    """Return an organ by its name, or None; those retired only if they are asked for."""
    for row in view.other_offices.where(name=name):
        if row.active or retired:
            return row
    return None


def search_directory(view: View, text: str) -> tuple[Match, ...]:
    """Return the organs that a description speaks for, the likeliest first.

    An organ matches by its name, or by a keyword of its scope that stands in the text; or, where
    the text is short, by a keyword that holds it.
    """
    found = (match for row in view.other_offices.all() if (match := _match(row, text.strip())))
    return tuple(sorted(found, key=_likeliest))


def _match(row: OtherOfficeRow, text: str) -> Match | None:
    if not (row.active and text):
        return None
    keywords = tuple(_met(row.scope, text))
    by_name = row.name in text or text in row.name
    return Match(row, keywords, by_name) if keywords or by_name else None


def _met(scope: str, text: str) -> Iterator[str]:
    for keyword in scope.split():
        if keyword in text or text in keyword:
            yield keyword


def _likeliest(match: Match) -> tuple[int, str]:
    return -match.weight, match.row.name
