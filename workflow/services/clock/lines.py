"""The clock on standard input: one line in, one line out, in order, nothing kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from json import JSONEncoder

from states.calendar.workdays import FIRST_YEAR, YEARS_AHEAD, WorkCalendar
from states.clock.ledger import LedgerDay
from states.errors import CalendarUnknownError
from states.statute.practice import DEFAULT_PRACTICE, Practice
from workflow.i18n import Lang
from workflow.services.clock.answer import Answer
from workflow.services.clock.cases import CaseLine, case_line, entry_of, events_of, id_of
from workflow.services.clock.facts import Entry
from workflow.services.clock.faults import CaseLineError, fault_sentence
from workflow.services.clock.questions import QUESTIONS, answer

_encode = JSONEncoder(ensure_ascii=False).encode
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(slots=True)
class Tally:
    """How the lines went: how many were answered, how many had a fault."""

    answered: int = 0
    faulty: int = 0


def answer_lines(
    lines: Iterable[bytes | str],
    calendar: WorkCalendar,
    *,
    as_of: date | None = None,
    with_ledger: bool = True,
    practice: Practice = DEFAULT_PRACTICE,
    lang: Lang = Lang.ZH,
    tally: Tally | None = None,
) -> Iterator[str]:
    """Yield one line of JSON for every line that is not blank, its answer or its fault.

    The lines are counted into `tally` as they go by.
    """
    tally = Tally() if tally is None else tally
    for raw in lines:
        stripped = raw.strip()
        if not stripped:
            continue
        key: str | int | None = None
        entry: Entry = {}
        try:
            entry = entry_of(_text(stripped))
            key = id_of(entry)
            line = case_line(key, entry, QUESTIONS, practice)
            found = answer(line, calendar, as_of)
            printed = _printed(line, found, calendar, with_ledger=with_ledger)
            tally.answered += 1
        except CaseLineError as fault:
            printed = _fault(key, fault, lang)
            tally.faulty += 1
        except CalendarUnknownError as error:
            printed = _fault(key, _outside_calendar(entry, error, calendar), lang)
            tally.faulty += 1
        yield printed


def _text(raw: bytes | str) -> str:
    if isinstance(raw, bytes):
        try:
            raw = raw.decode()
        except UnicodeDecodeError:
            raise CaseLineError("not_utf8") from None
    return raw.removeprefix(_BYTE_ORDER_MARK)


def _printed(line: CaseLine, found: Answer, calendar: WorkCalendar, *, with_ledger: bool) -> str:
    """Return the answer as JSON. Written out, since that is twice as fast as an encoder.

    Dates, codes and citations hold nothing that JSON would escape; the rest is encoded.
    """
    due = found.due.isoformat()
    known, provisional = f'"{due}"', "false"
    if found.provisional:
        known, provisional = "null", f'true, "provisional_due": "{due}"'
    moved = ""
    if found.original_due is not None:
        moved = f', "original_due": "{found.original_due.isoformat()}"'
    if found.conservative_due is not None:
        moved += f', "conservative_due": "{found.conservative_due.isoformat()}"'
    if found.besides:
        moved += f", {_encode(found.besides)[1:-1]}"
    basis = ", ".join([f'"{citation.short}"' for citation in found.basis])
    ledger = ""
    if with_ledger:
        ledger = f', "ledger": [{", ".join(map(_ledger_entry, found.ledger(calendar)))}]'
    return (
        f'{{"id": {_encode(line.id)}, "law": "{found.law}", '
        f'"counts_from": "{found.counts_from.isoformat()}", '
        f'"due": {known}, "provisional": {provisional}{moved}, '
        f'"flags": {_encode(found.flags) if found.flags else "[]"}, '
        f'"suspended_workdays": {found.suspended_workdays}, '
        f'"basis": [{basis}]{ledger}}}'
    )


def _ledger_entry(day: LedgerDay) -> str:
    on = day.day.isoformat()
    if day.why is None:
        return f'{{"day": "{on}", "number": {day.number}}}'
    if day.span is None:
        return f'{{"day": "{on}", "why": "{day.why}"}}'
    ref, basis = _encode(day.span.ref), day.span.citation.short
    return f'{{"day": "{on}", "why": "{day.why}", "ref": {ref}, "basis": "{basis}"}}'


def _fault(key: str | int | None, fault: CaseLineError, lang: Lang) -> str:
    error = {"code": fault.code, "message": fault_sentence(fault, lang), "field": fault.field}
    return _encode({"id": key, "error": error})


def _outside_calendar(
    entry: Entry, error: CalendarUnknownError, calendar: WorkCalendar
) -> CaseLineError:
    """Return the fault of a day outside the calendar, at the event whose day it is."""
    years = f"{FIRST_YEAR}–{calendar.announced_through + YEARS_AHEAD}"
    for index, fact in enumerate(events_of(entry)):
        if isinstance(fact, dict) and fact["on"] == str(error.day):
            return CaseLineError("calendar_unknown", f"events[{index}].on", error.day, years)
    return CaseLineError("calendar_unknown", "events", error.day, years)
