"""One event of a line read into a fact: its kind, its day, and what it carries.

The good event is read fast; a bad one is looked at again to say what is wrong with it.
"""

from datetime import date
from functools import lru_cache

from states.case import Event, EventKind
from workflow.services.clock.faults import CaseLineError

Entry = dict[str, object]

INFORMATION_FORMED = "information_formed"
DECISION_SERVED = "decision_served"
REPORT_YEAR_END = "report_year_end"
OUTSIDE_KINDS = frozenset({INFORMATION_FORMED, DECISION_SERVED, REPORT_YEAR_END})

# The facts of a consultation, tied together by its reference.
CONSULTING = frozenset(
    {
        EventKind.THIRD_PARTY_CONSULTED,
        EventKind.THIRD_PARTY_LETTER_DELIVERED,
        EventKind.THIRD_PARTY_ANSWERED,
        EventKind.AGENCY_CONSULTED,
        EventKind.AGENCY_LETTER_DELIVERED,
        EventKind.AGENCY_ANSWERED,
    }
)

_KINDS: dict[str, EventKind] = {kind.value: kind for kind in EventKind}
_KNOWN_DAYS = 65_536


@lru_cache(maxsize=_KNOWN_DAYS)
def day_of(text: str) -> date:
    """Return a day written 2023-05-08, and in no other way."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def _fact(kind: str, on: str) -> Event:
    """Return a fact that carries nothing."""
    return Event(_KINDS[kind], day_of(on))


def event_of(index: int, entry: object) -> Event | None:
    """Return the fact, or None where it is one that belongs to no request."""
    if type(entry) is not dict:
        raise CaseLineError("event_not_object", f"events[{index}]")
    try:
        event = _fact(entry["type"], entry["on"])
    except (KeyError, TypeError, ValueError):
        return _look_again(index, entry)
    carry = _CARRIES.get(event.kind)
    return event if carry is None else carry(event, entry, index)


def _look_again(index: int, entry: Entry) -> Event | None:
    """Say what is wrong with an event that could not be read; nothing, if it is outside."""
    at = f"events[{index}]"
    kind = entry.get("type")
    if type(kind) is not str or not (kind in _KINDS or kind in OUTSIDE_KINDS):
        code = "event_type_missing" if kind is None else "event_type_unknown"
        raise CaseLineError(code, f"{at}.type", "" if kind is None else kind)
    date_of(entry, "on", at)
    return None


def date_of(entry: Entry, name: str, at: str) -> date:
    """Return the day under a name; `at` says where the entry stands."""
    given = entry.get(name)
    if given is None:
        raise CaseLineError("date_missing", f"{at}.{name}")
    try:
        return day_of(given)
    except (TypeError, ValueError):
        raise CaseLineError("date_malformed", f"{at}.{name}", given) from None


# --- what some facts carry ------------------------------------------------------------------


def _with_period(event: Event, entry: Entry, index: int) -> Event:
    if "period_workdays" not in entry:
        return event
    return Event(event.kind, event.on, workdays=_count(entry, "period_workdays", index))


def _with_length(event: Event, entry: Entry, index: int) -> Event:
    if "workdays" not in entry:
        raise CaseLineError("workdays_missing", f"events[{index}].workdays")
    return Event(event.kind, event.on, workdays=_count(entry, "workdays", index))


def _count(entry: Entry, name: str, index: int) -> int:
    count = entry[name]
    if type(count) is int and count >= 1:
        return count
    raise CaseLineError("workdays_malformed", f"events[{index}].{name}", count)


def _with_new_due(event: Event, entry: Entry, index: int) -> Event:
    at = f"events[{index}]"
    if entry.get("new_due") is None:
        raise CaseLineError("new_due_missing", f"{at}.new_due")
    new_due = date_of(entry, "new_due", at)
    if new_due < event.on:
        raise CaseLineError("dates_not_in_order", f"{at}.new_due", new_due, str(event.on))
    return Event(event.kind, event.on, new_due=new_due)


def _with_ref(event: Event, entry: Entry, index: int) -> Event:
    ref, joint = entry.get("ref"), entry.get("co_producer", True)
    if ref is None and joint is True:
        return event
    if ref is not None and type(ref) is not str:
        raise CaseLineError("ref_malformed", f"events[{index}].ref", ref)
    if type(joint) is not bool:
        raise CaseLineError("co_producer_malformed", f"events[{index}].co_producer", joint)
    return Event(event.kind, event.on, ref or "", co_producer=joint)


_CARRIES = dict.fromkeys(CONSULTING, _with_ref) | {
    EventKind.CORRECTION_REQUESTED: _with_period,
    EventKind.EXTENSION_NOTIFIED: _with_length,
    EventKind.DELAY_NOTIFIED: _with_new_due,
}
