"""All requests, open and closed, as their page shows them, and what its address asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from states.case import CLOSED_STATES, State
from states.statute.outcomes import Outcome
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.records.tables.requests import RequestRow
from workflow.records.worklists import Wanted
from workflow.services.worklist import mask
from workflow.web.views.asked import plain_text, read_place
from workflow.web.views.worklist import CHANNEL_CODES

FIRST_YEAR: Final = 2008  # the Regulation came into force in May 2008
_FILTERS: Final = ("q", "year", "state", "outcome", "time", "officer", "channel")
_STATES: Final = frozenset(state.value for state in State)
_OUTCOMES: Final = frozenset(outcome.value for outcome in Outcome)
OPEN, CLOSED = "open", "closed"
_KINDS: Final = {
    OPEN: Text("所有未办结", "All that are open"),
    CLOSED: Text("所有已办结", "All that are closed"),
}
ON_TIME, LATE = "on_time", "late"
_TIMES: Final = {ON_TIME: Text("按期", "On time"), LATE: Text("逾期", "Late")}


@dataclass(frozen=True, slots=True)
class Search:
    """A search over all requests as its address asks for it."""

    q: str = ""
    year: str = ""
    state: str = ""
    outcome: str = ""
    time: str = ""
    officer: str = ""
    channel: str = ""
    after: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(self._pairs())

    @property
    def before_id(self) -> int | None:
        """The request before which the page begins, or None for the first page."""
        return int(self.after) if self.after else None

    @property
    def wanted(self) -> Wanted:
        """What is asked of the records."""
        year = int(self.year) if self.year else 0
        return Wanted(
            text=self.q,
            states=frozenset({self.state} & _STATES),
            closed={OPEN: False, CLOSED: True}.get(self.state),
            outcome=self.outcome,
            on_time={ON_TIME: True, LATE: False}.get(self.time),
            case_officer=self.officer or None,
            channel=self.channel,
            received_from=date(year, 1, 1) if year else None,
            received_until=date(year, 12, 31) if year else None,
        )

    def address(self, path: str = "/requests", **changed: str) -> str:
        """Return the address of the search with some words changed; it begins at its first page."""
        query = urlencode({k: v for k, v in (self._pairs() | changed).items() if v})
        return f"{path}?{query}" if query else path

    def _pairs(self) -> dict[str, str]:
        return {name: value for name in _FILTERS if (value := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class Result:
    """One request in the table of all."""

    id: int
    number: str
    state: str
    received: str
    due: str
    is_provisional: bool
    closed: str
    time: str
    is_late: bool
    content: str
    applicant: str
    channel: str
    officer: str


def read_search(query: Mapping[str, str], today: date) -> Search:
    """Read an address; a value that is none of its column is as if it were not there."""
    year, state = query.get("year", ""), query.get("state", "")
    outcome, time = query.get("outcome", ""), query.get("time", "")
    channel, place = query.get("channel", ""), read_place(query.get("after", ""))
    return Search(
        q=plain_text(query.get("q", "")),
        year=year if year in year_choices(today) else "",
        state=state if state in _STATES or state in _KINDS else "",
        outcome=outcome if outcome in _OUTCOMES else "",
        time=time if time in _TIMES else "",
        officer=plain_text(query.get("officer", "")),
        channel=channel if channel in CHANNEL_CODES else "",
        after=str(place[0]) if place and len(place) == 1 else "",
    )


def year_choices(today: date) -> list[str]:
    """Return the years in which a request may have been received, this year first."""
    return [str(year) for year in range(today.year, FIRST_YEAR - 1, -1)]


def choices(today: date, lang: Lang) -> dict[str, list[tuple[str, str]]]:
    """Return what can be chosen in each field of the search, in words."""
    return {
        "years": [(year, year) for year in year_choices(today)],
        "states": [
            *((code, words.say(lang)) for code, words in _KINDS.items()),
            *((state.value, label("states", state, lang)) for state in State),
        ],
        "outcomes": [(outcome.value, label("outcomes", outcome, lang)) for outcome in Outcome],
        "times": [(code, words.say(lang)) for code, words in _TIMES.items()],
        "channels": [(code, label("channels", code, lang)) for code in sorted(CHANNEL_CODES)],
    }


def result_of(row: RequestRow, lang: Lang) -> Result:
    """Return a request as the table shows it, its applicant masked."""
    return Result(
        id=row.id,
        number=row.number,
        state="：".join(_standing(row, lang))
        if lang is Lang.ZH
        else ": ".join(_standing(row, lang)),
        received=_day(row.received_on),
        due=_day(row.answer_due),
        is_provisional=row.provisional,
        closed=_day(row.closed_on),
        time="" if row.on_time is None else _TIMES[ON_TIME if row.on_time else LATE].say(lang),
        is_late=row.on_time is False,
        content=row.content,
        applicant=mask(row.applicant, row.applicant_kind),
        channel=label("channels", row.channel, lang) if row.channel else "",
        officer=row.case_officer,
    )


def _standing(row: RequestRow, lang: Lang) -> Iterator[str]:
    yield label("states", row.state, lang)
    if row.outcome and State(row.state) in CLOSED_STATES:
        yield label("outcomes", row.outcome, lang)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
