"""What is measured rather than counted: shares, working days, and sums of money."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from states.calendar.workdays import WorkCalendar
from states.case import EventKind
from workflow.records.counting import NO, YES, Condition, Edge, Question, Register, Selection
from workflow.records.fee_facts import PAYMENTS, FeeFact
from workflow.records.figures import Figures
from workflow.records.tallies import Offices
from workflow.reports.cells import Year

_TENTH = Decimal("0.1")
_ANSWERED = Selection(Register.REQUESTS, (Condition("on_time", frozenset({YES, NO})),))
_ON_TIME = Selection(Register.REQUESTS, (Condition("on_time", frozenset({YES})),))


@dataclass(frozen=True, slots=True)
class Measures:
    """How promptly the year's replies were given, and what was charged; amounts in yuan.

    `median_days` and `longest_days` are working days from receipt to service of a reply, whatever
    the clock excluded. A fee whose fact names no amount is in `without_amount`.
    """

    answered: int = 0
    on_time: int = 0
    median_days: Decimal | None = None
    longest_days: int | None = None
    fee_notices: int = 0
    fee_notified: Decimal = Decimal(0)
    fee_payments: int = 0
    fee_paid: Decimal = Decimal(0)
    without_amount: tuple[str, ...] = ()

    @property
    def on_time_rate(self) -> Decimal | None:
        """The share of replies given in time, in per cent; None where there was none."""
        return percentage(self.on_time, self.answered)


def percentage(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """Return a share in per cent, to one decimal, half up; None of nothing."""
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_HALF_UP)


def measure(figures: Figures, offices: Offices, year: Year, calendar: WorkCalendar) -> Measures:
    """Return the measures of a year."""
    answered = Question(_ANSWERED, year.span(Edge.ENDED))
    on_time = Question(_ON_TIME, year.span(Edge.ENDED))
    days = _days(figures, offices, answered, calendar)
    fees = figures.fees(offices, year.span())
    notices = [fee for fee in fees if fee.kind is EventKind.FEE_NOTIFIED]
    paid = [fee for fee in fees if fee.kind in PAYMENTS]
    return Measures(
        figures.number(offices, answered),
        figures.number(offices, on_time),
        _median(days),
        max(days, default=None),
        len(notices),
        _sum(notices),
        len(paid),
        _sum(paid),
        tuple(dict.fromkeys(fee.number for fee in fees if fee.amount is None)),
    )


def _days(
    figures: Figures, offices: Offices, answered: Question, calendar: WorkCalendar
) -> Counter[int]:
    """Return how many replies took so many working days."""
    found: Counter[int] = Counter()
    spans = figures.grouped(offices, answered, ("received_on", "closed_on"))
    for (received_on, closed_on), count in spans.items():
        days = _workdays(received_on, closed_on, calendar)
        if days is not None:
            found[days] += count
    return found


def _workdays(begun: date | None, ended: date, calendar: WorkCalendar) -> int | None:
    if begun is None or begun > ended:
        return None
    return calendar.workdays_between(begun, ended)


def _median(days: Counter[int]) -> Decimal | None:
    """Return the middle of the days, or half-way between the two in the middle."""
    total = days.total()
    if not total:
        return None
    ordered = sorted(days.items())
    low, high = _at((total - 1) // 2, ordered), _at(total // 2, ordered)
    return Decimal(low + high) / 2


def _at(place: int, ordered: Iterable[tuple[int, int]]) -> int:
    passed, days = 0, 0
    for days, count in ordered:  # noqa: B007 - the last is the answer
        passed += count
        if place < passed:
            break
    return days


def _sum(fees: Iterable[FeeFact]) -> Decimal:
    return sum((fee.amount for fee in fees if fee.amount is not None), Decimal(0))
