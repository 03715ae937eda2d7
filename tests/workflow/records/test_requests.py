"""The register of requests: rebuilt, recorded, numbered, found."""

from datetime import UTC, date, datetime

import pytest

from states.calendar.notice import Holiday, HolidayNotice
from states.case import Event, EventKind, State
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.builders import a_move, a_reply, a_request, an_annulment, request_facts
from tests.fakes import FixedClock
from workflow.bootstrap import Installation, Office
from workflow.records.errors import (
    EventNotAnnullableError,
    EventNotFoundError,
    KeyReusedError,
    RequestNotFoundError,
    StaleRequestError,
)
from workflow.records.facts import NewFact, NewRequest, OfficeProfile
from workflow.records.tables.requests import RequestRow

RECEIVED = Event(EventKind.RECEIVED, date(2025, 9, 1))  # Monday


def _row(office: Office, number: str) -> RequestRow:
    with office.read() as view:
        return view.requests.find(number)


def _file(office: Office, *requests: NewRequest) -> list[str]:
    with office.work() as uow:
        return uow.requests.add_many(
            requests, actor="李四", at=office.clock.now(), calendar=office.calendar
        )


def _new(number: str = "", *events: Event, content: str = "某文件") -> NewRequest:
    history = tuple(NewFact(event) for event in events or (RECEIVED,))
    return NewRequest(request_facts(content=content), history, number)


# --- what is kept ------------------------------------------------------------------------


def test_every_term_of_a_fact_comes_back_as_it_was_recorded(office: Office) -> None:
    events = (
        RECEIVED,
        Event(EventKind.CORRECTION_REQUESTED, date(2025, 9, 2), workdays=10),
        Event(EventKind.CORRECTION_RECEIVED, date(2025, 9, 3), acknowledged=("correction_late",)),
        Event(EventKind.AGENCY_CONSULTED, date(2025, 9, 4), ref="甲", co_producer=False),
        Event(EventKind.DELAY_NOTIFIED, date(2025, 9, 5), new_due=date(2026, 1, 5)),
        Event(EventKind.REPLY_POSTED, date(2025, 9, 8), outcome=Outcome.PARTLY_DISCLOSED),
    )
    (number,) = _file(office, _new("", *events))

    with office.read() as view:
        assert view.requests.case(number).events == events


def test_what_is_kept_beside_a_fact_does_not_disturb_it(office: Office) -> None:
    number = a_request(office)
    event = Event(EventKind.CORRECTION_REQUESTED, date(2025, 9, 2), workdays=10)

    with office.work() as uow:
        entry = uow.requests.record(
            number,
            event,
            actor="李四",
            at=office.clock.now(),
            calendar=office.calendar,
            more={"letter": "净告〔2025〕1号"},
        )

    assert entry.terms == {"letter": "净告〔2025〕1号", "workdays": 10}
    with office.read() as view:
        assert view.requests.case(number).last(EventKind.CORRECTION_REQUESTED) == event


def test_an_open_request_knows_its_due_dates(office: Office) -> None:
    row = _row(office, a_request(office, submitted_on=date(2025, 9, 1)))

    # 2025-09-01 (Mon) + 20 working days: 09-28 (Sun) is worked, by the notice for 2025.
    assert row.received_on == date(2025, 9, 1)
    assert row.answer_due == date(2025, 9, 28)
    # + 7 working days: the correction notice comes first.
    assert row.next_due == date(2025, 9, 10)
    assert (row.state, row.closed_on, row.on_time) == (State.RECEIVED, None, None)


def test_an_answered_request_knows_whether_it_was_in_time(
    office: Office, clock: FixedClock
) -> None:
    clock.move(days=10)
    prompt, late = (a_request(office, submitted_on=date(2025, 9, 1)) for _ in range(2))

    a_reply(office, prompt, date(2025, 9, 28))
    a_reply(office, late, date(2025, 9, 29), late_reason="经办人更换")

    assert _row(office, prompt).on_time is True
    assert _row(office, late).on_time is False
    assert _row(office, late).next_due is None


def test_a_request_that_was_withdrawn_is_neither_in_time_nor_late(office: Office) -> None:
    number = a_request(office)

    a_move(office, number, "withdraw", date(2025, 9, 8))

    row = _row(office, number)
    assert (row.state, row.outcome) == (State.WITHDRAWN, Outcome.OTHERWISE_CONCLUDED)
    assert row.on_time is None


def test_a_request_without_receipt_has_no_due_date(office: Office) -> None:
    number = a_request(office, channel=Channel.INTERNET)

    row = _row(office, number)
    assert (row.state, row.received_on, row.next_due) == (State.SUBMITTED, None, None)


def test_a_date_in_a_year_without_notice_is_provisional(office: Office, clock: FixedClock) -> None:
    clock.instant = datetime(2026, 12, 28, 2, tzinfo=UTC)

    assert _row(office, a_request(office, submitted_on=date(2026, 12, 7))).provisional


def test_reckoning_again_by_the_same_calendar_writes_nothing(office: Office) -> None:
    a_request(office)

    with office.work() as uow:
        moved = uow.requests.reckon_again(office.calendar, actor="管理员", at=office.clock.now())

    assert moved == []


def test_a_loaded_notice_moves_the_dates_and_says_so(office: Office, clock: FixedClock) -> None:
    clock.instant = datetime(2026, 12, 8, 2, tzinfo=UTC)
    number = a_request(office, submitted_on=date(2026, 12, 7))  # Monday
    before = _row(office, number).answer_due
    notice = HolidayNotice(
        2027,
        "国办发明电〔2026〕x号",
        verified=False,
        source="",
        days_off=(Holiday("元旦", date(2027, 1, 1), date(2027, 1, 5)),),
    )

    with office.work() as uow:
        uow.notices.add(notice, actor="管理员", at=clock.now())
        calendar = office.calendar.with_notices(notice)
        moved = uow.requests.reckon_again(calendar, actor="管理员", at=clock.now())

    # The 18th working day after 12-07 is 12-31 (Thu); two more are 1-4 and 1-5 (Tue), as far as
    # is known, and by the notice 1-6 and 1-7 (Thu).
    assert (before, moved[0][1].answer_due) == (date(2027, 1, 5), date(2027, 1, 7))
    row = _row(office, number)
    assert (row.answer_due, row.provisional) == (date(2027, 1, 7), False)
    assert office.verify().holds
    with office.read() as view:
        assert view.requests.history(number)[-1].kind == "reckoned"


# --- once only ---------------------------------------------------------------------------


def test_a_move_repeated_with_its_key_is_made_once(office: Office) -> None:
    number = a_request(office)

    first = a_move(office, number, "request_correction", date(2025, 9, 3), workdays=9, key="k")
    again = a_move(office, number, "request_correction", date(2025, 9, 3), workdays=9, key="k")

    assert again == first
    assert _row(office, number).version == 3


def test_a_fact_recorded_again_with_its_key_is_recorded_once(office: Office) -> None:
    number = a_request(office)
    event = Event(EventKind.AGENCY_CONSULTED, date(2025, 9, 4), ref="甲")

    with office.work() as uow:
        first, again = (
            uow.requests.record(
                number,
                event,
                actor="李四",
                at=office.clock.now(),
                calendar=office.calendar,
                idempotency_key="k",
            )
            for _ in range(2)
        )

    assert again == first


def test_a_request_repeated_with_its_key_is_filed_once(office: Office) -> None:
    first = a_request(office, key="k")
    again = a_request(office, key="k")

    assert again == first
    with office.read() as view:
        assert len(view.requests.open_requests()) == 1


def test_a_key_serves_for_one_request_only(office: Office) -> None:
    one, other = a_request(office), a_request(office)
    a_move(office, one, "consult_agency", ref="甲", key="k")

    with pytest.raises(KeyReusedError):
        a_move(office, other, "consult_agency", ref="甲", key="k")


def test_a_move_on_an_old_version_names_who_did_what_meanwhile(
    office: Office, clock: FixedClock
) -> None:
    number = a_request(office)
    seen = _row(office, number).version
    clock.move(hours=1)
    a_move(office, number, "consult_agency", ref="甲", actor="王五", version=seen)

    with pytest.raises(StaleRequestError) as caught:
        a_move(office, number, "consult_agency", ref="乙", version=seen)

    stale = caught.value
    assert (stale.number, stale.expected, stale.actual) == (number, 2, 3)
    assert stale.changes == (("agency_consulted", "王五", clock.now()),)


def test_an_unknown_number_is_said_to_be_unknown(office: Office) -> None:
    with pytest.raises(RequestNotFoundError), office.read() as view:
        view.requests.case("没有")


def test_offices_do_not_see_the_requests_of_each_other(
    installation: Installation, office: Office
) -> None:
    other = installation.establish(OfficeProfile(name="惠安县人民政府"), actor="管理员")
    number = a_request(office)

    with pytest.raises(RequestNotFoundError), other.read() as view:
        view.requests.find(number)
    assert a_request(other) == "惠公开申〔2025〕1号"


# --- annulling and amending --------------------------------------------------------------


def test_what_was_annulled_stays_in_the_history_alone(office: Office) -> None:
    number = a_request(office)
    entry = a_move(office, number, "request_correction", date(2025, 9, 3), workdays=9)

    an_annulment(office, number, entry.seq)

    with office.read() as view:
        assert view.requests.case(number).first(EventKind.CORRECTION_REQUESTED) is None
        kinds = [past.kind for past in view.requests.history(number)]
    assert kinds == ["registered", "submitted", "correction_requested", "annulled"]


@pytest.mark.parametrize("seq", [2, 5])
def test_only_a_fact_can_be_annulled(office: Office, seq: int) -> None:
    number = a_request(office)  # 2 registered, 3 submitted
    a_move(office, number, "consult_agency", ref="甲")  # 4
    an_annulment(office, number, 4)  # 5

    with pytest.raises(EventNotAnnullableError):
        an_annulment(office, number, seq)


def test_a_fact_is_annulled_only_once(office: Office) -> None:
    number = a_request(office)
    an_annulment(office, number, 3)

    with pytest.raises(EventNotAnnullableError):
        an_annulment(office, number, 3)


def test_an_event_of_another_request_is_not_annulled(office: Office) -> None:
    number = a_request(office)

    with pytest.raises(EventNotFoundError):
        an_annulment(office, number, 1)


def test_an_amended_channel_is_judged_anew(office: Office) -> None:
    number = a_request(office, channel=Channel.IN_PERSON)

    with office.work() as uow:
        uow.requests.amend(
            number,
            {"channel": "internet", "note": "原登记为当面"},
            reason="录入错误",
            actor="李四",
            at=office.clock.now(),
            calendar=office.calendar,
        )

    row = _row(office, number)
    assert (row.channel, row.note, row.received_on) == ("internet", "原登记为当面", None)
    assert office.verify().holds


def test_the_number_is_not_amended(office: Office) -> None:
    number = a_request(office)

    with pytest.raises(KeyError), office.work() as uow:
        uow.requests.amend(
            number,
            {"number": "x"},
            reason="",
            actor="李四",
            at=office.clock.now(),
            calendar=office.calendar,
        )
