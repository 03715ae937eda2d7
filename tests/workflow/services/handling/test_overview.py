"""The file of a request in hand: all its clocks and matters, as plain values for any reader."""

from datetime import date
from decimal import Decimal

import pytest

from states.statute.defects import Defect
from states.statute.fees import FeeBasis
from states.statute.opinions import Addressee, Opinion
from states.statute.receipt import Channel
from tests.builders import a_move, a_request
from tests.fakes import FixedClock
from tests.workflow.services.handling.acting import (
    a_consultation,
    a_delivery,
    act,
    an_opinion,
    file_of,
    handling,
    said,
)
from workflow.bootstrap import Office
from workflow.cli.desk import print_json
from workflow.records.beside import CorrectionAsked, DefectFound, OpinionGiven
from workflow.services.handling.charging import (
    DeliverFeeNotice,
    NotifyFee,
    PayFee,
    deliver_fee_notice,
    notify_fee,
    pay_fee,
)
from workflow.services.handling.correcting import AskCorrection, ask_correction


def test_a_request_with_nothing_going_on_says_so(office: Office) -> None:
    assert handling(office, a_request(office)).as_plain() == {
        "consultations": [],
        "correction": None,
        "extension": None,
        "reasons": None,
        "fee": None,
        "right_office": None,
        "withdrawal": None,
        "lapse": None,
        "duties": [],
    }


def test_before_receipt_nothing_can_go_on(office: Office) -> None:
    found = handling(office, a_request(office, channel=Channel.INTERNET))

    assert found.consultations == ()
    assert found.extension is None


def test_a_consultation_is_told_in_full(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number, on=date(2025, 9, 10))
    a_delivery(office, number, on=date(2025, 9, 11))
    an_opinion(
        office,
        number,
        Opinion.DISAGREE,
        given=OpinionGiven(reasons="商业秘密", reasonable=True),
        on=date(2025, 9, 15),
    )

    (told,) = file_of(office, number).as_plain()["consultations"]

    # Delivered 09-11: 12 = 1, 15..19 = 2..6, 22..26 = 7..11, Sun 28*, 29, 30 = 12..14, 10-09 = 15;
    # with no worked weekend counted 29, 30 = 12, 13, 10-09, 10 = 14, 15.
    assert told == {
        "ref": "1",
        "to": "third_party",
        "addressee": "东海公司",
        "items": ["补偿协议"],
        "sent_by": "EMS",
        "sent_on": date(2025, 9, 10),
        "delivered_on": date(2025, 9, 11),
        "answered_on": date(2025, 9, 15),
        "opinion": "disagree",
        "reasons": "商业秘密",
        "reasonable": True,
        "status": "answered",
        "until": date(2025, 9, 15),
        "due": date(2025, 10, 9),
        "silent_after": date(2025, 10, 10),
        "provisional": False,
        "late": False,
        "consequence": None,
        "counts_as": "disagree",
        "excluded_workdays": 3,
        "basis": "条例(2019) 第三十二条",
        "notice": "if_disclosed",
        "told_on": None,
    }


def test_several_clocks_are_all_visible_at_once(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number, on=date(2025, 9, 10))
    a_consultation(office, number, Addressee.CO_PRODUCER, "县住建局", on=date(2025, 9, 11))

    deadlines = file_of(office, number).as_plain()["deadlines"]

    assert [(one["clock"], one["ref"]) for one in deadlines] == [
        ("third_party_opinion", "1"),
        ("agency_opinion", "2"),
        ("reply", ""),
    ]


def test_a_correction_and_its_lapse_are_told_in_full(office: Office) -> None:
    number = a_request(office)
    asked = CorrectionAsked(
        defects=(DefectFound(defect=Defect.FORM, unclear="未写", supply="纸质或电子"),)
    )
    command = AskCorrection(**said(number, on=date(2025, 9, 5)), asked=asked, workdays=10)
    act(office, ask_correction, command)

    plain = handling(office, number).as_plain()

    assert plain["correction"] == {
        "asked_on": date(2025, 9, 5),
        "workdays": 10,
        "correct_by": date(2025, 9, 19),
        "defects": [{"defect": "form", "unclear": "未写", "supply": "纸质或电子"}],
        "received_on": None,
        "late": False,
    }
    assert plain["lapse"] == {
        "move": "lapse_uncorrected",
        "since": date(2025, 9, 5),
        "workdays": 10,
        "worked_weekends_counted": date(2025, 9, 19),
        "worked_weekends_not_counted": date(2025, 9, 19),
        "lapses_after": date(2025, 9, 19),
        "provisional": False,
        "basis": "条例(2019) 第三十条",
    }


def test_a_fee_is_told_with_its_calculation_and_payments(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    number = a_request(office)
    act(office, notify_fee, NotifyFee(**said(number), basis=FeeBasis.PAGES, units=45))
    act(office, deliver_fee_notice, DeliverFeeNotice(**said(number)))
    act(
        office,
        pay_fee,
        PayFee(**said(number), amount=Decimal(200), receipt_number="闽财 1", excess=True),
    )

    fee = handling(office, number).as_plain()["fee"]

    assert (fee["basis"], fee["units"], fee["amount"]) == ("pages", 45, "150.00")
    assert fee["lines"] == [
        {"first": 1, "last": 30, "rate": 0, "amount": 0},
        {"first": 31, "last": 45, "rate": 10, "amount": 150},
    ]
    assert fee["payments"] == [
        {
            "paid_on": date(2025, 9, 22),
            "amount": "200.00",
            "receipt_number": "闽财 1",
            "to_refund": "50.00",
        }
    ]
    assert (fee["paid"], fee["outstanding"]) == ("150.00", "0.00")
    print_json(file_of(office, number).as_plain())  # all of it is plain enough to print
    assert '"to_refund": "50.00"' in capsys.readouterr().out


def test_a_fee_abandoned_after_part_of_it_was_paid_is_to_be_refunded(
    office: Office, clock: FixedClock
) -> None:
    number = a_request(office)
    act(office, notify_fee, NotifyFee(**said(number), basis=FeeBasis.PAGES, units=45))
    act(office, deliver_fee_notice, DeliverFeeNotice(**said(number)))
    act(
        office,
        pay_fee,
        PayFee(**said(number), amount=Decimal(50), receipt_number="闽财 1", part=True),
    )
    clock.move(days=60)
    a_move(office, number, "lapse_unpaid")

    found = handling(office, number)

    assert [duty.kind for duty in found.duties] == ["refund"]
    assert found.as_plain()["fee"]["abandoned_on"] == date(2025, 11, 21)
