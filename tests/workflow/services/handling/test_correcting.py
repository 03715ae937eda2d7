"""Corrections: what is unclear, what to supply, by when, and what is taken late."""

from datetime import date

import pytest

from states.errors import MoveNotOnChartError, MoveRefusedError
from states.statute.defects import Defect
from states.statute.practice import Practice
from states.statute.receipt import Channel
from tests.builders import a_move, a_request
from tests.fakes import FixedClock
from tests.workflow.services.handling.acting import act, answer_due, handling, said
from workflow.bootstrap import Office
from workflow.records.beside import CorrectionAsked, DefectFound, Reason
from workflow.services.errors import GoodReasonMissingError
from workflow.services.handling.correcting import (
    AskCorrection,
    ReceiveCorrection,
    ask_correction,
    receive_correction,
)
from workflow.services.handling.errors import (
    DefectNotOfTheLawError,
    DefectsMissingError,
    DefectUnexplainedError,
)

YEAR = DefectFound(defect=Defect.DESCRIPTION, unclear="年度不明", supply="请写明年度")
PROOF = DefectFound(defect=Defect.IDENTITY, supply="身份证复印件")


def asked(
    office: Office, number: str, *defects: DefectFound, workdays: int = 10, on: date | None = None
) -> None:
    command = AskCorrection(
        **said(number, on=on),
        asked=CorrectionAsked(defects=defects, sent_by="EMS", tracking="EX1"),
        workdays=workdays,
    )
    act(office, ask_correction, command)


def received(office: Office, number: str, reason: str = "", *acknowledged: str) -> None:
    command = ReceiveCorrection(
        **said(number, acknowledged=acknowledged), received=Reason(reason=reason, supplied="2019年")
    )
    act(office, receive_correction, command)


def test_a_correction_says_what_is_unclear_what_to_supply_and_by_when(office: Office) -> None:
    number = a_request(office)

    asked(office, number, YEAR, PROOF, on=date(2025, 9, 5))

    found = handling(office, number).correction
    assert found is not None
    assert found.asked.defects == (YEAR, PROOF)
    # 09-08..12 = 1..5, 15..19 = 6..10.
    assert (found.workdays, found.correct_by) == (10, date(2025, 9, 19))
    assert (found.asked.sent_by, found.asked.tracking) == ("EMS", "EX1")
    assert found.received_on is None


def test_a_notice_without_a_period_gives_the_offices_own(office: Office) -> None:
    number = a_request(office)

    asked(office, number, YEAR, workdays=0, on=date(2025, 9, 5))

    found = handling(office, number).correction
    assert found is not None
    # 09-08..12 = 1..5, 15..19 = 6..10, 22..26 = 11..15.
    assert (found.workdays, found.correct_by) == (
        Practice().correction_period,
        date(2025, 9, 26),
    )


def test_nothing_to_correct_is_no_notice(office: Office) -> None:
    with pytest.raises(DefectsMissingError):
        asked(office, a_request(office), on=date(2025, 9, 5))


def test_a_defect_is_explained(office: Office) -> None:
    with pytest.raises(DefectUnexplainedError) as caught:
        asked(office, a_request(office), DefectFound(defect=Defect.FORM), on=date(2025, 9, 5))

    assert caught.value.defect == "form"


def test_the_2007_text_asks_nobody_for_proof_of_identity(office: Office, clock: FixedClock) -> None:
    clock.move(days=-(date(2025, 9, 22) - date(2017, 5, 15)).days)
    number = a_request(office, submitted_on=date(2017, 5, 10))

    with pytest.raises(DefectNotOfTheLawError) as caught:
        asked(office, number, PROOF)

    assert (caught.value.defect, caught.value.law) == ("identity", "2007")


def test_before_receipt_the_law_of_the_day_says_what_may_be_asked(office: Office) -> None:
    number = a_request(office, channel=Channel.INTERNET)

    with pytest.raises(MoveNotOnChartError):  # the defect may be asked for, but not yet
        asked(office, number, PROOF)


def test_the_correction_begins_the_period_anew(office: Office) -> None:
    number = a_request(office)
    asked(office, number, YEAR, workdays=15, on=date(2025, 9, 5))

    received(office, number)

    # From Mon 09-22: 23..26 = 1..4, Sun 28*, 29, 30 = 5..7, 10-09, 10 = 8, 9, Sat 11* = 10,
    # 13..17 = 11..15, 20..24 = 16..20.
    assert answer_due(office, number) == date(2025, 10, 24)
    found = handling(office, number).correction
    assert found is not None
    assert (found.received_on, found.received.supplied, found.is_late) == (
        date(2025, 9, 22),
        "2019年",
        False,
    )


def a_late_one(office: Office, clock: FixedClock) -> str:
    """Return a request whose correction, due on Fri 2025-09-19, has not come by Mon 09-29."""
    number = a_request(office)
    asked(office, number, YEAR, on=date(2025, 9, 5))
    clock.move(days=7)
    return number


def test_a_late_correction_is_refused_until_it_is_acknowledged(
    office: Office, clock: FixedClock
) -> None:
    number = a_late_one(office, clock)

    with pytest.raises(MoveRefusedError) as caught:
        received(office, number, "住院")

    assert [refusal.code for refusal in caught.value.refusals] == ["correction_late"]


def test_a_late_correction_is_taken_for_a_good_reason_that_is_kept(
    office: Office, clock: FixedClock
) -> None:
    number = a_late_one(office, clock)

    received(office, number, "住院", "correction_late")

    found = handling(office, number).correction
    assert found is not None
    assert found.is_late
    assert found.received.reason == "住院"


def test_a_late_correction_without_its_reason_writes_nothing(
    office: Office, clock: FixedClock
) -> None:
    number = a_late_one(office, clock)

    with pytest.raises(GoodReasonMissingError):
        received(office, number, " ", "correction_late")

    with office.read() as view:
        assert view.requests.find(number).state == "awaiting_correction"


def test_under_the_2007_text_the_latest_notice_is_the_one_that_is_shown(
    office: Office, clock: FixedClock
) -> None:
    clock.move(days=-(date(2025, 9, 22) - date(2017, 5, 26)).days)
    number = a_request(office, submitted_on=date(2017, 5, 10))
    asked(office, number, YEAR, on=date(2017, 5, 12))
    a_move(office, number, "receive_correction", date(2017, 5, 16))
    asked(office, number, YEAR, on=date(2017, 5, 18))

    found = handling(office, number).correction

    assert found is not None
    assert (found.asked_on, found.received_on) == (date(2017, 5, 18), None)
