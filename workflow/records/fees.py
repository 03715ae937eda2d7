"""The fee of a request as its facts tell it: notified, delivered, paid or not."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.clock.deadlines import fee_payment_due
from workflow.records.beside import FeeNotice, Payment, Told, last_told

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One payment: its day, the sum, the fiscal receipt, and what of it is to be refunded."""

    paid_on: date
    amount: Decimal | None
    receipt_number: str
    to_refund: Decimal | None


@dataclass(frozen=True, slots=True)
class FeeFile:
    """All there is about the fee of a request.

    `amount` is None where the notice was recorded without it; `pay_by` while its delivery is not.
    """

    notified_on: date
    notice: FeeNotice
    amount: Decimal | None
    delivered_on: date | None
    pay_by: date | None
    payments: tuple[PaymentLine, ...]
    paid_on: date | None
    abandoned_on: date | None

    @property
    def paid(self) -> Decimal:
        """What has come in, less what is to be refunded."""
        return sum(
            ((line.amount or NOTHING) - (line.to_refund or NOTHING) for line in self.payments),
            NOTHING,
        )

    @property
    def outstanding(self) -> Decimal | None:
        """What is still to be paid; None where no sum was recorded."""
        if self.amount is None:
            return None
        return NOTHING if self.paid_on is not None else max(self.amount - self.paid, NOTHING)


def fee_file(case: Case, facts: tuple[Told, ...], calendar: WorkCalendar) -> FeeFile | None:
    """Return all there is about the fee of a request, or None where none was notified."""
    notified = last_told(facts, EventKind.FEE_NOTIFIED)
    if notified is None:
        return None
    notice = notified.beside(FeeNotice)
    delivered = last_told(facts, EventKind.FEE_NOTICE_DELIVERED)
    paid = last_told(facts, EventKind.FEE_PAID)
    lapsed = last_told(facts, EventKind.LAPSED_UNPAID)
    return FeeFile(
        notified_on=notified.event.on,
        notice=notice,
        amount=notice.fee_amount,
        delivered_on=None if delivered is None else delivered.event.on,
        pay_by=None if delivered is None else fee_payment_due(case, calendar),
        payments=_payments(facts, notice.fee_amount),
        paid_on=None if paid is None else paid.event.on,
        abandoned_on=None if lapsed is None else lapsed.event.on,
    )


_PAID = frozenset({EventKind.FEE_PART_PAID, EventKind.FEE_PAID})


def _payments(facts: tuple[Told, ...], amount: Decimal | None) -> tuple[PaymentLine, ...]:
    """Return the payments; one recorded without its sum, as in a ledger, paid what was left."""
    lines: list[PaymentLine] = []
    left = amount
    for fact in facts:
        if fact.event.kind in _PAID:
            payment = fact.beside(Payment)
            paid = left if payment.paid_amount is None else payment.paid_amount
            lines.append(
                PaymentLine(fact.event.on, paid, payment.receipt_number, payment.to_refund)
            )
            left = None if left is None or paid is None else max(left - paid, NOTHING)
    return tuple(lines)
