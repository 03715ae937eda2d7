"""The fees of a year: what was notified, paid and abandoned in it, and no other's."""

from datetime import date
from decimal import Decimal

import pytest

from states.statute.fees import FeeBasis
from tests.builders import a_move, a_request, an_annulment
from tests.fakes import FixedClock
from tests.workflow.services.handling.acting import act, said
from workflow.bootstrap import Office
from workflow.records.fee_register import FeeRegister, fee_register
from workflow.services.handling.charging import NotifyFee, PayFee, notify_fee, pay_fee


def register(office: Office, year: int) -> FeeRegister:
    with office.read() as view:
        return fee_register(view, year, office.calendar)


def charged(office: Office, on: date, pages: int = 45) -> str:
    number = a_request(office, submitted_on=on)
    act(office, notify_fee, NotifyFee(**said(number), basis=FeeBasis.PAGES, units=pages))
    return number


def paid(office: Office, number: str, amount: str, *, part: bool = False) -> None:
    command = PayFee(**said(number), amount=Decimal(amount), receipt_number="闽财 1", part=part)
    act(office, pay_fee, command)


@pytest.fixture
def december(clock: FixedClock) -> FixedClock:
    """Stand on Tue 2025-12-30."""
    clock.move(days=(date(2025, 12, 30) - date(2025, 9, 22)).days)
    return clock


def test_a_year_without_fees_is_an_empty_register(office: Office) -> None:
    a_request(office)

    found = register(office, 2025)

    assert found.entries == ()
    assert found.notified.count == found.paid.count == found.abandoned.count == 0


def test_a_fee_notified_in_one_year_and_paid_in_the_next_stands_in_both(
    office: Office, december: FixedClock
) -> None:
    number = charged(office, date(2025, 12, 29))
    december.move(days=7)  # Tue 2026-01-06
    paid(office, number, "150")

    old, new = register(office, 2025), register(office, 2026)

    assert [entry.number for entry in old.entries] == [entry.number for entry in new.entries]
    assert (old.notified.amount, old.paid.count) == (Decimal("150.00"), 0)
    assert (new.notified.count, new.paid.amount) == (0, Decimal("150.00"))


def test_payments_in_part_add_up(office: Office) -> None:
    number = charged(office, date(2025, 9, 19))
    paid(office, number, "100", part=True)
    paid(office, number, "50")

    found = register(office, 2025)

    assert (found.paid.count, found.paid.amount) == (2, Decimal("150.00"))


def test_what_was_abandoned_is_what_was_not_paid(office: Office, clock: FixedClock) -> None:
    number = charged(office, date(2025, 9, 19))
    a_move(office, number, "record_fee_delivery")
    paid(office, number, "100", part=True)
    clock.move(days=60)
    a_move(office, number, "lapse_unpaid")

    found = register(office, 2025)

    assert (found.abandoned.count, found.abandoned.amount) == (1, Decimal("50.00"))


def test_a_notice_that_was_annulled_is_no_fee(office: Office) -> None:
    number = a_request(office)
    entry = a_move(office, number, "notify_fee")
    an_annulment(office, number, entry.seq)

    assert register(office, 2025).entries == ()


def test_a_sum_that_was_never_recorded_is_counted_as_unknown(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "notify_fee")
    a_move(office, number, "pay_fee")

    found = register(office, 2025)

    assert (found.notified.count, found.notified.unknown) == (1, 1)
    assert (found.paid.unknown, found.paid.amount) == (1, Decimal("0.00"))


def test_an_annulled_fact_of_another_year_brings_nothing_into_it(
    office: Office, december: FixedClock
) -> None:
    number = charged(office, date(2025, 12, 29))
    december.move(days=7)
    entry = a_move(office, number, "pay_fee")
    an_annulment(office, number, entry.seq)

    assert register(office, 2026).entries == ()
    assert len(register(office, 2025).entries) == 1
