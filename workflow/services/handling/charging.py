"""Charging a fee: notified with its calculation, delivered, paid (收费办法(2020) 第六条).

Nothing here charges anybody by itself: a person chooses the tariff and sends the notice.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from states.calendar.workdays import WorkCalendar
from states.statute.fees import FeeBasis
from workflow.records.beside import UNPROVED, Delivered, FeeNotice, Payment, told
from workflow.records.chain import Entry
from workflow.records.fees import fee_file
from workflow.records.unit_of_work import UnitOfWork
from workflow.services.handling.act import Act, done, done_before, require
from workflow.services.handling.errors import (
    FeeIsNothingError,
    FeeOverpaidError,
    FeeShortError,
)
from workflow.services.handling.quoting import pieces_before, quote_by_pages, quote_by_pieces

CENTS = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyFee(Act):
    """A fee notice goes out: by which tariff, for how many units, and how it is to be paid."""

    basis: FeeBasis
    units: int
    pay_to: str = ""
    sent_by: str = ""
    tracking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverFeeNotice(Act):
    """The fee notice reached the applicant, who has twenty working days from the next day."""

    delivered: Delivered = UNPROVED


@dataclass(frozen=True, slots=True, kw_only=True)
class PayFee(Act):
    """Money came in, under a fiscal receipt.

    Less than is outstanding is taken only as a `part`; more only where the `excess` is known.
    """

    amount: Decimal
    receipt_number: str = ""
    part: bool = False
    excess: bool = False


def notify_fee(
    command: NotifyFee, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that a fee notice was sent, with the whole calculation as it stood then.

    Raises FeeIsNothingError where the tariff leaves so much free.
    """
    earlier = done_before(command, uow)
    if earlier is not None:
        return earlier
    counted = pieces_before(uow, command.number)
    by_pieces = command.basis is FeeBasis.PIECES
    quote = quote_by_pieces(counted, command.units) if by_pieces else quote_by_pages(command.units)
    if not quote.amount:
        raise FeeIsNothingError(quote.units, quote.already)
    notice = FeeNotice(
        fee_basis=quote.basis,
        fee_units=quote.units,
        fee_already=quote.already,
        fee_lines=quote.lines,
        fee_amount=Decimal(quote.amount).quantize(CENTS),
        fee_counted=tuple(piece.number for piece in counted.earlier) if by_pieces else (),
        pay_to=command.pay_to.strip(),
        sent_by=command.sent_by.strip(),
        tracking=command.tracking.strip(),
    )
    return done(command, "notify_fee", uow, at=at, calendar=calendar, beside=notice)


def deliver_fee_notice(
    command: DeliverFeeNotice, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar
) -> Entry:
    """Write down that the fee notice was delivered."""
    return done(
        command,
        "record_fee_delivery",
        uow,
        at=at,
        calendar=calendar,
        beside=command.delivered,
    )


def pay_fee(command: PayFee, uow: UnitOfWork, *, at: datetime, calendar: WorkCalendar) -> Entry:
    """Write down a payment; the period begins anew only once the whole fee is there.

    Raises FeeShortError or FeeOverpaidError unless the clerk has said that it is known.
    """
    earlier = done_before(command, uow)
    if earlier is not None:
        return earlier
    require(receipt_number=command.receipt_number)
    amount = command.amount.quantize(CENTS)
    payment = Payment(paid_amount=amount, receipt_number=command.receipt_number.strip())
    fee = fee_file(uow.requests.case(command.number), told(uow.requests, command.number), calendar)
    outstanding = None if fee is None else fee.outstanding
    move = "pay_fee"
    if outstanding is not None and amount < outstanding:
        if not command.part:
            raise FeeShortError(amount, outstanding)
        move = "record_part_payment"
    elif outstanding is not None and amount > outstanding:
        if not command.excess:
            raise FeeOverpaidError(amount, outstanding)
        payment = replace(payment, to_refund=amount - outstanding)
    return done(command, move, uow, at=at, calendar=calendar, beside=payment)
