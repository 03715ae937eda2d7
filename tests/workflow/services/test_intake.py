"""Logging a request, by each way it may come."""

from datetime import UTC, date, datetime

import pytest

from states.errors import MoveNotOnChartError, MoveRefusedError
from states.statute.receipt import Channel
from tests.builders import a_request
from tests.fakes import FixedClock
from workflow.bootstrap import Office


def _facts(office: Office, number: str) -> list[tuple[str, date]]:
    with office.read() as view:
        return [(event.kind.value, event.on) for event in view.requests.case(number).events]


def _received_on(office: Office, number: str) -> date | None:
    with office.read() as view:
        return view.requests.find(number).received_on


def test_a_request_handed_in_is_received_that_day(office: Office) -> None:
    number = a_request(office, submitted_on=date(2025, 9, 1))

    assert _facts(office, number) == [("submitted", date(2025, 9, 1))]
    assert _received_on(office, number) == date(2025, 9, 1)


def test_without_any_date_a_request_came_today(office: Office) -> None:
    assert _received_on(office, a_request(office, submitted_on=None)) == date(2025, 9, 22)


def test_today_is_the_day_in_china(office: Office, clock: FixedClock) -> None:
    clock.instant = datetime(2025, 9, 22, 16, 30, tzinfo=UTC)  # half past midnight of the 23rd

    assert _received_on(office, a_request(office, submitted_on=None)) == date(2025, 9, 23)


def test_signed_post_is_received_when_it_was_signed_for(office: Office) -> None:
    number = a_request(
        office,
        channel=Channel.POST_SIGNED,
        submitted_on=date(2025, 9, 1),
        signed_on=date(2025, 9, 4),
    )

    assert _facts(office, number) == [
        ("submitted", date(2025, 9, 1)),
        ("signed_for", date(2025, 9, 4)),
    ]
    assert _received_on(office, number) == date(2025, 9, 4)


def test_a_request_by_internet_waits_for_confirmation(office: Office) -> None:
    waiting = a_request(office, channel=Channel.INTERNET)
    confirmed = a_request(office, channel=Channel.INTERNET, confirmed_on=date(2025, 9, 2))

    assert _received_on(office, waiting) is None
    assert _received_on(office, confirmed) == date(2025, 9, 2)


@pytest.mark.parametrize("channel", Channel)
def test_an_established_receipt_is_taken_for_every_channel(
    office: Office, channel: Channel
) -> None:
    number = a_request(office, channel=channel, submitted_on=None, received_on=date(2025, 9, 3))

    assert _received_on(office, number) == date(2025, 9, 3)


def test_a_receipt_that_repeats_the_submission_is_written_once(office: Office) -> None:
    number = a_request(office, submitted_on=date(2025, 9, 1), received_on=date(2025, 9, 1))

    assert _facts(office, number) == [("submitted", date(2025, 9, 1))]


def test_a_receipt_that_contradicts_the_submission_is_refused(office: Office) -> None:
    with pytest.raises(MoveNotOnChartError):
        a_request(office, submitted_on=date(2025, 9, 1), received_on=date(2025, 9, 2))


def test_what_has_not_happened_yet_is_not_logged(office: Office) -> None:
    with pytest.raises(MoveRefusedError) as caught:
        a_request(office, submitted_on=date(2025, 9, 23))

    assert [refusal.code for refusal in caught.value.refusals] == ["in_the_future"]
    with office.read() as view:
        assert view.requests.open_requests() == []


def test_a_request_of_the_old_law_is_received_when_it_was_submitted_online(
    office: Office,
) -> None:
    number = a_request(office, channel=Channel.INTERNET, submitted_on=date(2018, 3, 5))

    assert _received_on(office, number) == date(2018, 3, 5)
    assert number == "净公开申〔2018〕1号"
