"""The fees of one year: notified, paid, abandoned, with their totals (年度报告第六部分)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from states.calendar.workdays import WorkCalendar
from workflow.records.beside import told
from workflow.records.fees import NOTHING, FeeFile, fee_file
from workflow.records.occurrences import charged_between
from workflow.records.view import View


@dataclass(frozen=True, slots=True)
class FeeEntry:
    """The fee of one request, as the register of a year has it."""

    number: str
    applicant: str
    applicant_kind: str
    fee: FeeFile


@dataclass(frozen=True, slots=True)
class Total:
    """How many, and how much; `unknown` are those of which no sum was recorded."""

    count: int
    amount: Decimal
    unknown: int


@dataclass(frozen=True, slots=True)
class FeeRegister:
    """The fees that something happened to in a year, and what of it falls into that year.

    A fee notified in one year and paid in the next stands in both.
    """

    year: int
    entries: tuple[FeeEntry, ...]

    @property
    def notified(self) -> Total:
        """Fee notices sent in the year, and what they ask for."""
        sums = (entry.fee.amount for entry in self.entries if self._holds(entry.fee.notified_on))
        return _total(sums)

    @property
    def paid(self) -> Total:
        """Payments of the year, less what is to be refunded."""
        sums = (
            None if line.amount is None else line.amount - (line.to_refund or NOTHING)
            for entry in self.entries
            for line in entry.fee.payments
            if self._holds(line.paid_on)
        )
        return _total(sums)

    @property
    def abandoned(self) -> Total:
        """Fees of requests deemed abandoned in the year, as far as they were not paid."""
        sums = (
            entry.fee.outstanding for entry in self.entries if self._holds(entry.fee.abandoned_on)
        )
        return _total(sums)

    def _holds(self, day: date | None) -> bool:
        return day is not None and day.year == self.year


def fee_register(view: View, year: int, calendar: WorkCalendar) -> FeeRegister:
    """Return the fees of a year, in order of registration."""
    entries = []
    for number in charged_between(view.store, date(year, 1, 1), date(year, 12, 31)):
        fee = fee_file(view.requests.case(number), told(view.requests, number), calendar)
        if fee is not None and _falls_into(fee, year):
            row = view.requests.find(number)
            entries.append(FeeEntry(number, row.applicant, row.applicant_kind, fee))
    return FeeRegister(year, tuple(entries))


def _falls_into(fee: FeeFile, year: int) -> bool:
    """Say whether anything that stands happened in the year: what was annulled does not count."""
    days = (fee.notified_on, fee.abandoned_on, *(line.paid_on for line in fee.payments))
    return any(day is not None and day.year == year for day in days)


def _total(sums: Iterable[Decimal | None]) -> Total:
    known = list(sums)
    return Total(
        len(known),
        sum((amount for amount in known if amount is not None), NOTHING),
        known.count(None),
    )
