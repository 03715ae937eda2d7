"""Shares, working days and money, counted by hand."""

from datetime import UTC, date, datetime
from decimal import Decimal

from states.calendar.workdays import built_in
from states.case import EventKind
from tests.workflow.reports.desk import OFFICE, Desk
from workflow.reports.cells import Year
from workflow.reports.measures import Measures, measure

THEN = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def measures(desk: Desk) -> Measures:
    return measure(desk.figures, (OFFICE,), Year(2025), built_in())


def answered(desk: Desk, received_on: date, closed_on: date, *, on_time: bool = True) -> None:
    desk.requested(received_on, closed_on=closed_on, outcome="disclosed", on_time=on_time)


def test_the_share_in_time_is_of_the_replies_alone() -> None:
    desk = Desk()
    answered(desk, date(2025, 3, 3), date(2025, 3, 10))
    answered(desk, date(2025, 3, 3), date(2025, 3, 11))
    answered(desk, date(2025, 3, 3), date(2025, 6, 3), on_time=False)
    # Withdrawn: neither in time nor late.
    desk.requested(date(2025, 3, 3), closed_on=date(2025, 3, 4), outcome="otherwise_concluded")
    # Answered the year before.
    answered(desk, date(2024, 3, 4), date(2024, 3, 11))

    found = measures(desk)

    assert (found.answered, found.on_time) == (3, 2)
    assert found.on_time_rate == Decimal("66.7")


def test_days_are_working_days_from_receipt_to_service() -> None:
    desk = Desk()
    # Monday 3 March to Monday 10 March 2025: five working days.
    answered(desk, date(2025, 3, 3), date(2025, 3, 10))
    # Thursday 24 April to Tuesday 6 May 2025: 25, (27 worked for the holiday), 28, 29, 30 April,
    # 1 to 5 May off, 6 May: six working days.
    answered(desk, date(2025, 4, 24), date(2025, 5, 6))
    # The same day.
    answered(desk, date(2025, 3, 3), date(2025, 3, 3))

    found = measures(desk)

    assert (found.median_days, found.longest_days) == (Decimal(5), 6)


def test_the_median_of_an_even_number_lies_half_way() -> None:
    desk = Desk()
    answered(desk, date(2025, 3, 3), date(2025, 3, 10))  # 5
    answered(desk, date(2025, 3, 3), date(2025, 3, 11))  # 6

    assert measures(desk).median_days == Decimal("5.5")


def test_nothing_answered_has_no_share_and_no_days() -> None:
    found = measures(Desk())

    assert (found.on_time_rate, found.median_days, found.longest_days) == (None, None, None)


def test_fees_are_read_from_the_facts_and_an_amount_that_is_missing_is_named() -> None:
    desk = Desk()
    request, other = desk.requested(date(2025, 3, 3)), desk.requested(date(2025, 3, 4))
    for kind, about, details in (
        (EventKind.FEE_NOTIFIED, request, {"fee_amount": "100.00"}),
        (EventKind.FEE_PAID, request, {"paid_amount": "100.00"}),
        (EventKind.FEE_NOTIFIED, other, {}),
    ):
        desk.entered("request", about, kind, date(2025, 4, 7), THEN, details=details)
    wrong = desk.entered(
        "request", other, EventKind.FEE_PAID, date(2025, 4, 8), THEN, details={"amount": "7"}
    )
    desk.entered("request", other, "annulled", date(2025, 4, 9), THEN, annuls=wrong)
    desk.entered("request", other, EventKind.FEE_NOTIFIED, date(2026, 1, 4), THEN)

    found = measures(desk)

    assert (found.fee_notices, found.fee_notified) == (2, Decimal(100))
    assert (found.fee_payments, found.fee_paid) == (1, Decimal(100))
    assert found.without_amount == (f"R{other}",)
    text = desk.report(2025).printed.sections[5].text
    assert (
        "发出收费通知2件，金额100.00元；实际收取1件，金额100.00元；逾期未缴费不再处理0件。" in text
    )
    assert [f.records for f in desk.report(2025).findings if f.rule == "S14"] == [(f"R{other}",)]
