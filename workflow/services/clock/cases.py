"""One line of the clock read into a case: every fact checked, the first fault named."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from json import JSONDecoder

from states.case import Case, Event, EventKind
from states.statute.outcomes import Outcome, by_code
from states.statute.periods import EXTENSION
from states.statute.practice import Practice
from states.statute.receipt import Channel
from states.statute.versions import Law, law_on
from workflow.services.clock.facts import (
    CONSULTING,
    DECISION_SERVED,
    REPORT_YEAR_END,
    Entry,
    date_of,
    event_of,
)
from workflow.services.clock.faults import CaseLineError


@dataclass(slots=True)
class CaseLine:
    """One line: the case, the question, and the facts that belong to no request."""

    id: str | int
    question: str
    case: Case
    first_on: date
    last_on: date
    ref: str | None = None
    remedy: str = "reconsideration"
    outside: dict[str, date] = field(default_factory=dict)
    ground: Outcome | None = None

    @property
    def law(self) -> Law:
        """The version of the law: by receipt, or, without one, by the first fact."""
        receipt = self.case.receipt
        if receipt is not None:
            return receipt.law
        return law_on(self.first_on, self.case.practice.revised_from)

    def outside_on(self, kind: str) -> date:
        """Return the last day of a fact that belongs to no request."""
        try:
            return self.outside[kind]
        except KeyError:
            raise CaseLineError("event_missing", "events", kind) from None


OPINION_QUESTIONS = frozenset({"third_party_opinion_due", "joint_agency_opinion_due"})

_CHANNELS: dict[object, Channel | None] = {channel.value: channel for channel in Channel}
_CHANNELS[None] = None
_DECEMBER_31 = (12, 31)

# A decision under one of these articles; which of its grounds it was makes no difference here.
_GROUND_ARTICLES = {
    "14": Outcome.STATE_SECRET,
    "15": Outcome.THIRD_PARTY_RIGHTS,
    "16": Outcome.INTERNAL_AFFAIRS,
}

# A fact that supposes another: the earlier facts (of the same consultation), and the fault.
_SENT_THIRD = EventKind.THIRD_PARTY_CONSULTED
_SENT_AGENCY = EventKind.AGENCY_CONSULTED
_DELIVERED_THIRD = EventKind.THIRD_PARTY_LETTER_DELIVERED
_DELIVERED_AGENCY = EventKind.AGENCY_LETTER_DELIVERED
_SUPPOSES: dict[EventKind, tuple[str, tuple[EventKind, ...]]] = {
    EventKind.CORRECTION_RECEIVED: (
        "correction_without_request",
        (EventKind.CORRECTION_REQUESTED,),
    ),
    EventKind.FEE_PAID: (
        "payment_without_notice",
        (EventKind.FEE_NOTIFIED, EventKind.FEE_NOTICE_DELIVERED),
    ),
    _DELIVERED_THIRD: ("consultation_unknown", (_SENT_THIRD,)),
    _DELIVERED_AGENCY: ("consultation_unknown", (_SENT_AGENCY,)),
    EventKind.THIRD_PARTY_ANSWERED: ("consultation_unknown", (_SENT_THIRD, _DELIVERED_THIRD)),
    EventKind.AGENCY_ANSWERED: ("consultation_unknown", (_SENT_AGENCY, _DELIVERED_AGENCY)),
}
_SENT = frozenset({_SENT_THIRD, _SENT_AGENCY})
_DELIVERED = frozenset({_DELIVERED_THIRD, _DELIVERED_AGENCY})
_SUPPOSED = frozenset(kind for _, kinds in _SUPPOSES.values() for kind in kinds)

_NO_CASE = Case(None)
_read = JSONDecoder().raw_decode


def entry_of(line: str) -> Entry:
    """Return the object on a line that has no blanks around it."""
    try:
        entry, end = _read(line)
    except (ValueError, RecursionError):
        raise CaseLineError("json_malformed") from None
    if end != len(line):
        raise CaseLineError("json_malformed")
    if type(entry) is not dict:
        raise CaseLineError("not_an_object")
    return entry


def id_of(entry: Entry) -> str | int:
    """Return the identifier that the answer repeats."""
    given = entry.get("id")
    if (type(given) is str and given) or type(given) is int:
        return given
    raise CaseLineError("id_missing" if given is None else "id_malformed", "id", given or "")


def case_line(
    key: str | int, entry: Entry, questions: Collection[str], practice: Practice
) -> CaseLine:
    """Return the case of an entry whose identifier is known; CaseLineError at the first fault."""
    question = _text(entry, "question", "question_missing")
    if question not in questions:
        raise CaseLineError("question_unknown", "question", question, "、".join(questions))
    try:
        channel = _CHANNELS[entry.get("channel")]
    except (KeyError, TypeError):
        raise CaseLineError(
            "channel_unknown", "channel", entry["channel"], "、".join(Channel)
        ) from None
    entries = events_of(entry)
    line = CaseLine(key, question, _NO_CASE, date.min, date.min)
    events = _events(line, entries)
    line.case = Case(channel, events, practice)
    if "ref" in entry:
        line.ref = _text(entry, "ref", "ref_malformed")
    if "remedy" in entry:
        line.remedy = _text(entry, "remedy", "remedy_unknown")
    _check_extensions(line, entries)
    return line


def events_of(entry: Entry) -> list[object]:
    """Return the facts as given."""
    entries = entry.get("events")
    if type(entries) is not list or not entries:
        raise CaseLineError("events_missing", "events")
    return entries


def _text(entry: Entry, name: str, code: str) -> str:
    text = entry.get(name)
    if type(text) is str:
        return text
    raise CaseLineError(code, name, "" if text is None else text)


def _events(line: CaseLine, entries: list[object]) -> tuple[Event, ...]:
    """Return the facts of the request, in order; those outside it are put on the line."""
    events: list[Event] = []
    seen: set[tuple[EventKind, str]] = set()
    before = date.min
    for index, entry in enumerate(entries):
        event = event_of(index, entry)
        if event is None:
            on = _outside(line, index, entry)
        else:
            on = event.on
            if event.kind in _LINKED:
                _check_links(event, seen, line.question, index)
            events.append(event)
        if on < before:
            raise CaseLineError("dates_not_in_order", f"events[{index}].on", on, str(before))
        before = on
        if not index:
            line.first_on = on
    line.last_on = before
    return tuple(events)


def _outside(line: CaseLine, index: int, entry: object) -> date:
    """Put a fact that belongs to no request on the line, and return its day."""
    at = f"events[{index}]"
    fact: Entry = entry  # type: ignore[assignment]
    kind, on = str(fact["type"]), date_of(fact, "on", at)
    if kind == REPORT_YEAR_END and (on.month, on.day) != _DECEMBER_31:
        raise CaseLineError("not_year_end", f"{at}.on", on)
    line.outside[kind] = on
    if kind == DECISION_SERVED and "ground" in fact:
        line.ground = _ground(fact["ground"], at)
    return on


def _ground(given: object, at: str) -> Outcome:
    text = str(given) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    outcome = _GROUND_ARTICLES.get(text) or by_code(text)
    if outcome is None:
        raise CaseLineError("ground_unknown", f"{at}.ground", given)
    return outcome


# --- what the facts must agree in ------------------------------------------------------------

_LINKED = _SUPPOSED | set(_SUPPOSES)


def _check_links(event: Event, seen: set[tuple[EventKind, str]], question: str, index: int) -> None:
    """Refuse a fact whose earlier one is missing, and a consultation sent twice."""
    kind, ref = event.kind, event.ref
    if kind in _SENT and (kind, ref) in seen:
        raise CaseLineError("consultation_repeated", f"events[{index}].ref", ref)
    seen.add((kind, ref))
    code, earlier = _SUPPOSES.get(kind, ("", ()))
    if not earlier or (kind in _DELIVERED and question in OPINION_QUESTIONS):
        return
    if not any((before, ref) in seen for before in earlier):
        name = "ref" if kind in CONSULTING else "type"
        raise CaseLineError(code, f"events[{index}].{name}", ref if kind in CONSULTING else kind)


def _check_extensions(line: CaseLine, entries: list[object]) -> None:
    """Refuse an extension that is longer than the law of the case allows."""
    if line.case.first(EventKind.EXTENSION_NOTIFIED) is None:
        return
    limit = EXTENSION.under[line.law].count
    for index, entry in enumerate(entries):
        if isinstance(entry, dict) and entry["type"] == EventKind.EXTENSION_NOTIFIED:
            length = entry["workdays"]
            if length > limit:
                raise CaseLineError(
                    "workdays_too_many", f"events[{index}].workdays", length, str(limit)
                )
