"""What a move would do, seen before it is made: every clock before and after, with its article."""

from datetime import date

import pytest

from states.case import State
from states.clock.deadlines import ClockKey
from states.errors import MoveRefusedError
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome
from states.steps import Role
from tests.builders import a_move, a_request
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.errors import StaleRequestError
from workflow.services.moves import MakeMove
from workflow.services.previewing import ClockChange, Preview, preview_move

# Received Mon 2025-09-01, looked at on Mon 09-22; due Sun 09-28*.
DUE = date(2025, 9, 28)


def previewed(office: Office, number: str, move: str, **terms: object) -> Preview:
    command = MakeMove(number=number, move=move, actor="李四", role=Role.CLERK, **terms)  # type: ignore[arg-type]
    with office.read() as view:
        return preview_move(command, view, at=office.clock.now(), calendar=office.calendar)


def changes(found: Preview) -> dict[ClockKey, ClockChange]:
    return {change.key: change for change in found.clocks}


def days(change: ClockChange) -> tuple[date | None, date | None]:
    before, after = change.before, change.after
    return (None if before is None else before.due, None if after is None else after.due)


def articles(change: ClockChange) -> list[str]:
    return [str(citation) for citation in change.basis]


def test_an_extension_shows_the_date_it_would_lead_to_and_writes_nothing(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "approve_extension", role=Role.HEAD_OF_OFFICE)

    found = previewed(office, number, "extend", workdays=10)

    # Ten more from Sun 09-28*: 29, 30, 10-09, 10, Sat 11*, 13..17.
    reply = changes(found)[ClockKey.REPLY]
    assert days(reply) == (DUE, date(2025, 10, 17))
    assert articles(reply) == ["条例(2019) 第三十三条第二款"]
    with office.read() as view:
        assert view.requests.find(number).answer_due == DUE


def test_a_later_date_names_the_article_it_newly_rests_on(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "request_reasons", date(2025, 9, 8))
    a_move(office, number, "receive_reasons", date(2025, 9, 15))

    found = previewed(office, number, "delay", new_due=date(2025, 12, 1))

    assert articles(changes(found)[ClockKey.REPLY]) == ["条例(2019) 第三十五条"]


def test_a_consultation_begins_a_clock_and_moves_the_reply_by_what_it_excludes(
    office: Office,
) -> None:
    number = a_request(office)

    found = previewed(office, number, "consult_third_party", ref="1", on=date(2025, 9, 10))

    # 09-11, 12 = 1, 2; 15..19 = 3..7; 22..26 = 8..12; Sun 28*, 29, 30 = 13..15: those are taken
    # out, and fifteen more lead from 09-28* to Fri 10-24.
    reply, opinion = changes(found)[ClockKey.REPLY], changes(found)[ClockKey.THIRD_PARTY_OPINION]
    assert days(reply) == (DUE, date(2025, 10, 24))
    assert articles(reply) == ["条例(2019) 第三十三条第三款"]
    assert days(opinion) == (None, date(2025, 9, 30))
    assert articles(opinion) == ["条例(2019) 第三十二条"]
    assert found.before is found.after is State.RECEIVED


def test_an_opinion_ends_its_clock_and_brings_the_reply_forward(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "consult_third_party", date(2025, 9, 10), ref="1")

    found = previewed(
        office,
        number,
        "receive_third_party_opinion",
        ref="1",
        on=date(2025, 9, 15),
        opinion=Opinion.AGREE,
    )

    # 11, 12, 15 taken out: three later than 09-28*: 29, 30, 10-09.
    assert days(changes(found)[ClockKey.REPLY]) == (date(2025, 10, 24), date(2025, 10, 9))
    assert days(changes(found)[ClockKey.THIRD_PARTY_OPINION]) == (date(2025, 9, 30), None)


def test_under_the_2007_text_asking_an_organ_excludes_nothing(
    office: Office, clock: FixedClock
) -> None:
    clock.move(days=-(date(2025, 9, 22) - date(2017, 5, 15)).days)
    number = a_request(office, submitted_on=date(2017, 5, 10))

    found = previewed(office, number, "consult_agency", ref="1")

    assert not changes(found)[ClockKey.REPLY].is_changed
    assert changes(found)[ClockKey.REPLY].basis == ()


def test_waiting_for_a_correction_stops_the_clock_without_moving_it(office: Office) -> None:
    number = a_request(office)

    found = previewed(office, number, "request_correction", on=date(2025, 9, 5), workdays=15)

    reply = changes(found)[ClockKey.REPLY]
    assert reply.is_changed
    assert reply.after is not None
    assert (reply.after.due, reply.after.paused) == (DUE, True)
    # 09-08..12 = 1..5, 15..19 = 6..10, 22..26 = 11..15.
    assert days(changes(found)[ClockKey.CORRECTION_PERIOD]) == (None, date(2025, 9, 26))
    assert (found.before, found.after) == (State.RECEIVED, State.AWAITING_CORRECTION)


def test_an_answer_ends_every_clock(office: Office) -> None:
    number = a_request(office)

    found = previewed(office, number, "post_reply", outcome=Outcome.NOT_HELD)

    assert [days(change) for change in found.clocks] == [(DUE, None)]
    assert found.after is State.ANSWERED


def test_a_withdrawal_needs_no_article(office: Office) -> None:
    found = previewed(office, a_request(office), "withdraw")

    assert [change.basis for change in found.clocks] == [()]


def test_what_would_be_refused_is_refused_when_looked_at(office: Office) -> None:
    with pytest.raises(MoveRefusedError):
        previewed(office, a_request(office), "extend", workdays=10)


def test_a_stale_page_is_not_looked_ahead_from(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "consult_third_party", ref="1")

    with pytest.raises(StaleRequestError):
        previewed(office, number, "withdraw", expected_version=2)
