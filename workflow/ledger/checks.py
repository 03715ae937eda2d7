"""What must hold between the cells of one row."""

from collections.abc import Iterator, Mapping
from datetime import date

from states.statute.periods import EXTENSION
from states.statute.versions import law_on
from workflow.ledger.faults import FaultCode
from workflow.ledger.sheets import NARRATIVES, OPENING_BALANCES, REQUESTS, Column, Sheet
from workflow.ledger.values import Value, Wrong

Values = Mapping[str, Value]
Finding = tuple[Column, Wrong]

FIRST_REPORT_YEAR = 2008

# Where the second is filled in, the first must be.
_TOGETHER = (
    ("outcome", "answered_on"),
    ("answered_on", "outcome"),
    ("correction_requested_on", "correction_received_on"),
    ("third_party_consulted_on", "third_party_answered_on"),
    ("agency_consulted_on", "agency_answered_on"),
    ("extension_notified_on", "extension_workdays"),
    ("fee_notified_on", "fee_paid_on"),
    ("result", "concluded_on"),
)

# The second is never earlier than the first.
_IN_ORDER = (
    ("submitted_on", "received_on"),
    ("received_on", "correction_requested_on"),
    ("correction_requested_on", "correction_received_on"),
    ("received_on", "third_party_consulted_on"),
    ("third_party_consulted_on", "third_party_answered_on"),
    ("received_on", "agency_consulted_on"),
    ("agency_consulted_on", "agency_answered_on"),
    ("received_on", "extension_notified_on"),
    ("received_on", "fee_notified_on"),
    ("fee_notified_on", "fee_paid_on"),
    ("received_on", "answered_on"),
    ("correction_requested_on", "answered_on"),
    ("correction_received_on", "answered_on"),
    ("third_party_consulted_on", "answered_on"),
    ("agency_consulted_on", "answered_on"),
    ("extension_notified_on", "answered_on"),
    ("fee_notified_on", "answered_on"),
    ("fee_paid_on", "answered_on"),
    ("received_on", "concluded_on"),
    ("formed_on", "published_on"),
)


def findings(sheet: Sheet, values: Values, wrong: frozenset[str], today: date) -> Iterator[Finding]:
    """Yield what does not fit together in a row; a cell found wrong already is left alone."""
    columns = sheet.by_field
    yield from _future(columns, values, today)
    yield from _incomplete(columns, values, wrong)
    yield from _disordered(columns, values)
    if sheet is REQUESTS:
        yield from _extension(columns, values)
    elif sheet is OPENING_BALANCES:
        yield from _year_end(columns, values)
    elif sheet is NARRATIVES:
        yield from _report_year(columns, values, today)


def _future(columns: Mapping[str, Column], values: Values, today: date) -> Iterator[Finding]:
    for field, value in values.items():
        if isinstance(value, date) and value > today:
            yield columns[field], Wrong(FaultCode.FUTURE_DATE, today.isoformat())


def _incomplete(
    columns: Mapping[str, Column], values: Values, wrong: frozenset[str]
) -> Iterator[Finding]:
    for needed, field in _TOGETHER:
        if field in values and needed in columns and needed not in values and needed not in wrong:
            yield columns[needed], Wrong(FaultCode.REQUIRED_WITH, columns[field].header)


def _disordered(columns: Mapping[str, Column], values: Values) -> Iterator[Finding]:
    """Name a late cell once, against the first day it should not come before."""
    named: set[str] = set()
    for first, second in _IN_ORDER:
        earlier, later = values.get(first), values.get(second)
        if not isinstance(earlier, date) or not isinstance(later, date) or second in named:
            continue
        if later < earlier:
            named.add(second)
            hint = f"{columns[first].header}（{earlier.isoformat()}）"
            yield columns[second], Wrong(FaultCode.DATE_TOO_EARLY, hint)


def _extension(columns: Mapping[str, Column], values: Values) -> Iterator[Finding]:
    workdays, received_on = values.get("extension_workdays"), values.get("received_on")
    if isinstance(workdays, int) and isinstance(received_on, date):
        longest = EXTENSION.under[law_on(received_on)].count
        yield from _bounded(columns["extension_workdays"], workdays, 1, longest)


def _report_year(columns: Mapping[str, Column], values: Values, today: date) -> Iterator[Finding]:
    year = values.get("year")
    if isinstance(year, int):
        yield from _bounded(columns["year"], year, FIRST_REPORT_YEAR, today.year)


def _bounded(column: Column, number: int, lowest: int, highest: int) -> Iterator[Finding]:
    if not lowest <= number <= highest:
        yield column, Wrong(FaultCode.NUMBER_OUT_OF_RANGE, f"{lowest}–{highest}")


def _year_end(columns: Mapping[str, Column], values: Values) -> Iterator[Finding]:
    as_of = values.get("as_of")
    if isinstance(as_of, date) and (as_of.month, as_of.day) != (12, 31):
        yield columns["as_of"], Wrong(FaultCode.NOT_YEAR_END)
