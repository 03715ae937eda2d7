"""What a row of the ledger says that cannot be true together, or not under the law of its day.

A breach of the law is history and is let in; what is refused here are facts between which no
lawful course, and no unlawful one, can lead.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from states.statute.fees import FEES_SINCE
from states.statute.outcomes import Outcome, open_to, rule
from states.statute.practice import Practice
from states.statute.versions import FIRST_DAY, Law, law_on
from workflow.ledger.faults import FaultCode, LedgerFault
from workflow.ledger.rows import Line, RequestLine
from workflow.ledger.sheets import REQUESTS, Sheet
from workflow.ledger.values import cell_for, shown

# Words of the oldest form that stand for "ground not recorded" are let in for every year; a later
# form reports them as a finding.
_ALWAYS_OPEN: Final = frozenset({Outcome.WITHHELD_UNSPECIFIED, Outcome.OTHER_UNSPECIFIED})
_REGULATIONS = "条例施行之日"
_FEES = "收费办法施行之日"


@dataclass(frozen=True, slots=True)
class Finding:
    """A field that cannot hold what it does, or must not be empty, and why."""

    field: str
    code: FaultCode
    hint: str


Check = Callable[[RequestLine, Practice], Iterator[Finding]]


def fault_at(sheet: Sheet, line: Line, finding: Finding) -> LedgerFault:
    """Return a finding as a fault of the book."""
    column = sheet.by_field[finding.field]
    value = shown(cell_for(getattr(line, finding.field), column))
    return LedgerFault(sheet.name, line.row, column.header, value, finding.code, finding.hint)


def contradictions(line: RequestLine, practice: Practice) -> tuple[LedgerFault, ...]:
    """Return why a row cannot be true; nothing, if it may be."""
    if line.received_on < FIRST_DAY[Law.OGI_2007]:
        found = [_too_early("received_on", _REGULATIONS, FIRST_DAY[Law.OGI_2007])]
    else:
        found = [finding for check in _CHECKS for finding in check(line, practice)]
    return tuple(fault_at(REQUESTS, line, finding) for finding in found)


def _outcome_is_open(line: RequestLine, practice: Practice) -> Iterator[Finding]:
    """A request ends as the law in force on its receipt allows."""
    if line.outcome is None or line.outcome in _ALWAYS_OPEN:
        return
    possible = open_to(line.received_on, revised_from=practice.revised_from)
    if line.outcome not in possible:
        yield _one_of(possible)


def _lapse_had_its_cause(line: RequestLine, _practice: Practice) -> Iterator[Finding]:
    """What was corrected or paid did not lapse for want of it."""
    corrected = line.outcome is Outcome.NOT_CORRECTED and line.correction_received_on
    paid = line.outcome is Outcome.NOT_PAID and line.fee_paid_on
    if corrected or paid:
        others = (outcome for outcome in Outcome if outcome is not line.outcome)
        yield _one_of(tuple(others))


def _correction_is_settled(line: RequestLine, practice: Practice) -> Iterator[Finding]:
    """Under the 2019 text a reply waits for the correction, whose day restarts the clock."""
    if (
        law_on(line.received_on, practice.revised_from) is Law.OGI_2019
        and line.correction_requested_on is not None
        and line.correction_received_on is None
        and _is_reply(line)
    ):
        yield _required("correction_received_on", "answered_on")


def _fee_is_settled(line: RequestLine, _practice: Practice) -> Iterator[Finding]:
    """A reply waits for the payment, whose day restarts the clock."""
    if line.fee_notified_on is not None and line.fee_paid_on is None and _is_reply(line):
        yield _required("fee_paid_on", "answered_on")


def _fee_exists(line: RequestLine, _practice: Practice) -> Iterator[Finding]:
    """There is no information-processing fee for requests before 2021."""
    if line.fee_notified_on is not None and line.received_on < FEES_SINCE:
        early = "fee_notified_on" if line.fee_notified_on < FEES_SINCE else "received_on"
        yield _too_early(early, _FEES, FEES_SINCE)


def _one_wait_at_a_time(line: RequestLine, _practice: Practice) -> Iterator[Finding]:
    """No fee is asked while a correction is awaited, and no correction while a fee is."""
    asked, charged = line.correction_requested_on, line.fee_notified_on
    if asked is None or charged is None or asked == charged:
        return
    if asked < charged:
        yield from _after("fee_notified_on", charged, "correction_received_on", line)
    else:
        yield from _after("correction_requested_on", asked, "fee_paid_on", line)


_CHECKS: Final[tuple[Check, ...]] = (
    _outcome_is_open,
    _lapse_had_its_cause,
    _correction_is_settled,
    _fee_is_settled,
    _fee_exists,
    _one_wait_at_a_time,
)


def _is_reply(line: RequestLine) -> bool:
    """Whether the row ends in a reply, not in a lapse or a withdrawal."""
    outcome = line.outcome
    if outcome is Outcome.OTHERWISE_CONCLUDED:
        return bool(line.delivery or line.letter_number)
    return outcome is not None and rule(outcome).is_answer


def _after(field: str, on: date, ended: str, line: RequestLine) -> Iterator[Finding]:
    """Yield a finding where a step was taken before the wait in front of it had ended."""
    end: date | None = getattr(line, ended)
    if end is None:
        yield _required(ended, field)
    elif on < end:
        yield _too_early(field, REQUESTS.by_field[ended].header, end)


def _required(field: str, other: str) -> Finding:
    return Finding(field, FaultCode.REQUIRED_WITH, REQUESTS.by_field[other].header)


def _too_early(field: str, first: str, day: date) -> Finding:
    return Finding(field, FaultCode.DATE_TOO_EARLY, f"{first}（{day.isoformat()}）")


def _one_of(outcomes: tuple[Outcome, ...]) -> Finding:
    names = "、".join(rule(outcome).zh for outcome in outcomes)
    return Finding("outcome", FaultCode.NOT_ON_LIST, names)
