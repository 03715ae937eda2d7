"""Fees: computed from the register, notified with the calculation, paid in full or not."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from states.errors import MoveRefusedError
from states.statute.fees import FeeBasis
from states.statute.receipt import Channel
from tests.builders import MONDAY, a_move, a_request
from tests.fakes import FixedClock
from tests.workflow.services.handling.acting import act, answer_due, handling, said
from workflow.bootstrap import Office
from workflow.ledger.book import read_book
from workflow.ledger.rows import RequestLine
from workflow.ledger.sheets import REQUESTS
from workflow.records.beside import FeeLine
from workflow.records.fees import FeeFile
from workflow.services.exporting import export_book
from workflow.services.handling.charging import (
    DeliverFeeNotice,
    NotifyFee,
    PayFee,
    deliver_fee_notice,
    notify_fee,
    pay_fee,
)
from workflow.services.handling.duties import DutyKind
from workflow.services.handling.errors import (
    FeeIsNothingError,
    FeeOverpaidError,
    FeeShortError,
    FieldBlankError,
    NotReceivedError,
)
from workflow.services.handling.quoting import (
    Quote,
    pieces_before,
    quote_by_pages,
    quote_by_pieces,
)

SEPTEMBER = date(2025, 9, 1)
PIECES, PAGES = FeeBasis.PIECES, FeeBasis.PAGES


def requests(
    office: Office, count: int, on: date = SEPTEMBER, applicant: str = "张三"
) -> list[str]:
    return [
        a_request(office, submitted_on=on, applicant=applicant, content=f"合同{n}")
        for n in range(count)
    ]


def quoted(office: Office, number: str, pieces: int = 1) -> Quote:
    with office.read() as view:
        return quote_by_pieces(pieces_before(view, number), pieces)


def notified(
    office: Office,
    number: str,
    basis: FeeBasis = PAGES,
    units: int = 45,
    on: date | None = None,
    key: str | None = None,
) -> None:
    command = NotifyFee(**said(number, on=on, key=key), basis=basis, units=units, pay_to="财政专户")
    act(office, notify_fee, command)


def paid(
    office: Office, number: str, amount: str, *, part: bool = False, excess: bool = False
) -> None:
    command = PayFee(
        **said(number, key=f"缴费-{amount}-{part}"),
        amount=Decimal(amount),
        receipt_number="闽财 001",
        part=part,
        excess=excess,
    )
    act(office, pay_fee, command)


def fee_of(office: Office, number: str) -> FeeFile:
    found = handling(office, number).fee
    assert found is not None
    return found


# --- computed ----------------------------------------------------------------------------


def test_pieces_add_up_over_the_calendar_month_of_one_applicant(office: Office) -> None:
    august = requests(office, 2, date(2025, 8, 29))
    numbers = requests(office, 12)
    requests(office, 5, applicant="李五")

    # The first ten are free, the eleventh and each after it up to the thirtieth cost 100.
    assert [quoted(office, number).amount for number in (numbers[9], numbers[10], numbers[11])] == [
        0,
        100,
        100,
    ]
    assert quoted(office, august[1]).already == 1


def test_a_request_of_several_matters_counts_as_so_many_pieces(office: Office) -> None:
    *_, last = requests(office, 10)

    found = quoted(office, last, pieces=3)

    # Pieces 10, 11 and 12: one free, two at 100.
    assert found.lines == (
        FeeLine(first=10, last=10, rate=0, amount=0),
        FeeLine(first=11, last=12, rate=100, amount=200),
    )
    assert str(found.citation) == "收费办法(2020) 第四条"


def test_pieces_charged_before_count_as_they_were_charged(office: Office) -> None:
    first, second, third = requests(office, 3)
    notified(office, first, PIECES, 12)
    notified(office, second, PAGES, 100)

    # Twelve pieces of the first, and one of the second, which was charged by its pages.
    assert quoted(office, third).already == 13


def test_pages_of_one_request_never_add_to_anothers() -> None:
    found = quote_by_pages(45)

    # Thirty free, fifteen at 10 yuan.
    assert (found.amount, found.already) == (150, 0)
    assert str(found.citation) == "收费办法(2020) 第五条"


def test_before_2021_there_is_no_fee(office: Office, clock: FixedClock) -> None:
    clock.move(days=-(date(2025, 9, 22) - date(2020, 12, 31)).days)
    number = a_request(office, submitted_on=date(2020, 12, 31))

    with pytest.raises(MoveRefusedError) as caught:
        quoted(office, number)

    assert [refusal.code for refusal in caught.value.refusals] == ["no_fee_then"]


def test_without_a_day_of_receipt_no_month_is_known(office: Office) -> None:
    with pytest.raises(NotReceivedError):
        quoted(office, a_request(office, channel=Channel.INTERNET))


def test_computing_a_fee_charges_nobody(office: Office) -> None:
    *_, last = requests(office, 11)

    quoted(office, last)

    assert handling(office, last).fee is None


# --- notified ----------------------------------------------------------------------------


def test_a_notice_keeps_its_basis_tariff_calculation_and_sum(office: Office) -> None:
    *earlier, last = requests(office, 31)

    notified(office, last, PIECES, 1)

    fee = fee_of(office, last)
    assert (fee.notice.fee_basis, fee.notice.fee_units, fee.notice.fee_already) == (PIECES, 1, 30)
    assert fee.notice.fee_lines == (FeeLine(first=31, last=31, rate=200, amount=200),)
    assert fee.amount == Decimal("200.00")
    assert fee.notice.fee_counted == tuple(earlier)
    assert fee.notice.pay_to == "财政专户"


def test_what_is_free_is_not_notified(office: Office) -> None:
    (number,) = requests(office, 1)

    with pytest.raises(FeeIsNothingError) as caught:
        notified(office, number, PAGES, 30)

    assert (caught.value.units, caught.value.already) == (30, 0)
    assert handling(office, number).fee is None


def test_the_same_notice_sent_twice_is_one(office: Office) -> None:
    (number,) = requests(office, 1)

    for _ in range(2):
        notified(office, number, key="通知-1")

    assert fee_of(office, number).amount == Decimal("150.00")


def test_the_time_for_paying_runs_from_the_delivery_of_the_notice(office: Office) -> None:
    (number,) = requests(office, 1)
    notified(office, number, on=date(2025, 9, 10))
    assert [duty.kind for duty in handling(office, number).duties] == [DutyKind.RECORD_FEE_DELIVERY]

    act(office, deliver_fee_notice, DeliverFeeNotice(**said(number, on=date(2025, 9, 12))))

    # From Fri 09-12: 15..19 = 1..5, 22..26 = 6..10, Sun 28*, 29, 30 = 11..13, 10-09, 10 = 14, 15,
    # Sat 11* = 16, 13..16 = 17..20.
    assert fee_of(office, number).pay_by == date(2025, 10, 16)
    assert handling(office, number).duties == ()


# --- paid --------------------------------------------------------------------------------


@pytest.fixture
def charged(office: Office) -> str:
    """A request charged 150 yuan by the page, the notice delivered."""
    (number,) = requests(office, 1)
    notified(office, number, on=date(2025, 9, 10))
    act(office, deliver_fee_notice, DeliverFeeNotice(**said(number, on=date(2025, 9, 12))))
    return number


def test_the_whole_fee_begins_the_period_anew(office: Office, charged: str) -> None:
    paid(office, charged, "150")

    fee = fee_of(office, charged)
    assert (fee.paid_on, fee.paid, fee.outstanding) == (
        date(2025, 9, 22),
        Decimal("150.00"),
        Decimal("0.00"),
    )
    assert [line.receipt_number for line in fee.payments] == ["闽财 001"]
    # From Mon 09-22: 23..26 = 1..4, Sun 28*, 29, 30 = 5..7, 10-09, 10 = 8, 9, Sat 11* = 10,
    # 13..17 = 11..15, 20..24 = 16..20.
    assert answer_due(office, charged) == date(2025, 10, 24)


def test_too_little_is_refused_with_both_sums(office: Office, charged: str) -> None:
    with pytest.raises(FeeShortError) as caught:
        paid(office, charged, "100")

    assert (caught.value.amount, caught.value.outstanding) == (
        Decimal("100.00"),
        Decimal("150.00"),
    )
    assert fee_of(office, charged).payments == ()


def test_a_part_is_taken_as_a_part_and_moves_nothing(office: Office, charged: str) -> None:
    before = answer_due(office, charged)

    paid(office, charged, "100", part=True)

    fee = fee_of(office, charged)
    assert (fee.paid, fee.outstanding, fee.paid_on) == (Decimal("100.00"), Decimal("50.00"), None)
    assert answer_due(office, charged) == before
    assert [duty.kind for duty in handling(office, charged).duties] == [DutyKind.COLLECT_REST]


def test_the_rest_completes_the_fee(office: Office, charged: str) -> None:
    paid(office, charged, "100", part=True)
    paid(office, charged, "50")

    fee = fee_of(office, charged)
    assert fee.paid_on == date(2025, 9, 22)
    assert fee.paid == Decimal("150.00")


def test_too_much_is_refused_until_it_is_known(office: Office, charged: str) -> None:
    with pytest.raises(FeeOverpaidError):
        paid(office, charged, "200")

    paid(office, charged, "200", excess=True)

    fee = fee_of(office, charged)
    assert [line.to_refund for line in fee.payments] == [Decimal("50.00")]
    assert fee.paid == Decimal("150.00")
    assert [duty.kind for duty in handling(office, charged).duties] == [DutyKind.REFUND]


def test_a_payment_that_comes_again_with_its_key_is_one(office: Office, charged: str) -> None:
    for _ in range(2):
        paid(office, charged, "150")

    assert len(fee_of(office, charged).payments) == 1


def test_a_payment_has_its_fiscal_receipt(office: Office, charged: str) -> None:
    with pytest.raises(FieldBlankError):
        act(
            office,
            pay_fee,
            PayFee(**said(charged), amount=Decimal(150), receipt_number=" "),
        )


def test_a_fee_recorded_without_a_sum_is_paid_by_any(office: Office) -> None:
    (number,) = requests(office, 1)
    a_move(office, number, "notify_fee", date(2025, 9, 10))

    paid(office, number, "30.50")

    fee = fee_of(office, number)
    assert (fee.amount, fee.paid, fee.outstanding) == (None, Decimal("30.50"), None)


def test_a_payment_recorded_without_a_sum_paid_what_was_asked(office: Office, charged: str) -> None:
    a_move(office, charged, "pay_fee")

    assert fee_of(office, charged).paid == Decimal("150.00")


def test_money_where_no_fee_is_awaited_is_not_taken(office: Office) -> None:
    (number,) = requests(office, 1)

    with pytest.raises(Exception, match="pay_fee"):
        paid(office, number, "10")


def test_the_fee_stands_in_the_ledger_columns(office: Office, charged: str, tmp_path: Path) -> None:
    paid(office, charged, "150")
    with office.read() as view:
        export_book(tmp_path / "台账.xlsx", view)

    (row,) = read_book(tmp_path / "台账.xlsx", today=MONDAY).lines[REQUESTS.name]

    assert isinstance(row, RequestLine)
    assert (row.fee_notified_on, row.fee_amount, row.fee_paid_on) == (
        date(2025, 9, 10),
        Decimal("150.00"),
        date(2025, 9, 22),
    )
