"""What may be deemed abandoned: proposed after both readings, done by somebody or by setting."""

from datetime import date

import pytest

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import a_move, a_request
from tests.fakes import FixedClock
from tests.workflow.services.handling.acting import handling
from workflow.bootstrap import Office
from workflow.clock import legal_date
from workflow.records.chain import Entry
from workflow.services.handling.duties import DutyKind
from workflow.services.handling.errors import NothingLapsesError
from workflow.services.handling.lapsing import (
    SYSTEM_ACTOR,
    LapseProposal,
    confirm_lapses,
    lapse_by_setting,
    lapse_proposals,
)

# Asked Fri 2025-09-19 for five working days: 22..26 = 1..5. Asked for six, Sun 09-28* is the sixth,
# and with no worked weekend counted Mon 09-29.


def asked(office: Office, workdays: int = 6, on: date = date(2025, 9, 19)) -> str:
    number = a_request(office, submitted_on=date(2025, 9, 15))
    a_move(office, number, "request_correction", on, workdays=workdays)
    return number


def charged(office: Office) -> str:
    """A fee notice delivered on Mon 2025-09-22; the twentieth working day is Fri 10-24.

    23..26 = 1..4, Sun 28*, 29, 30 = 5..7, 10-09, 10 = 8, 9, Sat 11* = 10, 13..17 = 11..15,
    20..24 = 16..20. With no worked weekend counted 29, 30 = 5, 6, 10-09, 10 = 7, 8, 13..17 =
    9..13, 20..24 = 14..18, Mon 27, Tue 28 = 19, 20.
    """
    number = a_request(office, submitted_on=date(2025, 9, 15))
    a_move(office, number, "notify_fee")
    a_move(office, number, "record_fee_delivery")
    return number


def proposals(office: Office) -> tuple[LapseProposal, ...]:
    with office.read() as view:
        return lapse_proposals(view, today=legal_date(office.clock.now()), calendar=office.calendar)


def confirmed(office: Office, *numbers: str, role: Role = Role.CLERK) -> list[Entry]:
    with office.work() as uow:
        return confirm_lapses(
            numbers,
            uow,
            actor="李四",
            role=role,
            at=office.clock.now(),
            calendar=office.calendar,
        )


def test_nothing_is_proposed_before_the_later_reading_is_over(
    office: Office, clock: FixedClock
) -> None:
    number = asked(office)

    clock.move(days=7)  # Mon 09-29, the day of the later reading
    assert proposals(office) == ()
    clock.move(days=1)

    (one,) = proposals(office)
    assert one.row.number == number
    assert one.lapse.readings.counted == date(2025, 9, 28)
    assert one.lapse.readings.uncounted == date(2025, 9, 29)
    assert str(one.lapse.citation) == "条例(2019) 第三十条"


def test_the_longest_over_comes_first(office: Office, clock: FixedClock) -> None:
    late, early = asked(office, 6), asked(office, 5)
    fee = charged(office)
    clock.move(days=40)

    assert [one.row.number for one in proposals(office)] == [early, late, fee]


def test_an_unpaid_fee_is_proposed_under_the_measures(office: Office, clock: FixedClock) -> None:
    charged(office)
    clock.move(days=36)  # Tue 10-28
    assert proposals(office) == ()
    clock.move(days=1)

    (one,) = proposals(office)
    assert (one.lapse.readings.counted, one.lapse.readings.uncounted) == (
        date(2025, 10, 24),
        date(2025, 10, 28),
    )
    assert str(one.lapse.citation) == "收费办法(2020) 第六条"


def test_a_clerk_confirms_and_the_chain_says_who_and_why(office: Office, clock: FixedClock) -> None:
    number = asked(office)
    clock.move(days=8)

    (entry,) = confirmed(office, number)

    assert (entry.kind, entry.actor, entry.happened_on) == (
        "lapsed_uncorrected",
        "李四",
        date(2025, 9, 30),
    )
    assert entry.terms == {
        "period_from": "2025-09-19",
        "period_workdays": 6,
        "ended_on": "2025-09-28",
        "ended_on_later_reading": "2025-09-29",
    }
    with office.read() as view:
        assert view.requests.find(number).state == "abandoned"
    assert proposals(office) == ()


def test_what_may_not_lapse_yet_is_refused_with_its_day_and_nothing_else_lapses(
    office: Office, clock: FixedClock
) -> None:
    over, running = asked(office, 5), asked(office, 12)
    clock.move(days=8)

    with pytest.raises(NothingLapsesError) as caught:
        confirmed(office, over, running)

    # Twelve: 22..26 = 1..5, 29, 30 = 6, 7, 10-09, 10 = 8, 9, 13, 14, 15 = 10..12.
    assert (caught.value.number, caught.value.after) == (running, date(2025, 10, 15))
    assert [one.row.number for one in proposals(office)] == [over]


def test_what_waits_on_nobody_cannot_be_confirmed(office: Office) -> None:
    with pytest.raises(NothingLapsesError) as caught:
        confirmed(office, a_request(office))

    assert caught.value.after is None


def test_who_may_not_work_on_cases_confirms_nothing(office: Office, clock: FixedClock) -> None:
    number = asked(office)
    clock.move(days=8)

    with pytest.raises(MoveRefusedError):
        confirmed(office, number, role=Role.SUPERVISOR)


def test_by_setting_the_system_does_it_once(office: Office, clock: FixedClock) -> None:
    number = asked(office)
    clock.move(days=8)

    with office.work() as uow:
        first = lapse_by_setting(uow, at=clock.now(), calendar=office.calendar)
    with office.work() as uow:
        again = lapse_by_setting(uow, at=clock.now(), calendar=office.calendar)

    assert [(lapsed, entry.actor) for lapsed, entry in first] == [(number, SYSTEM_ACTOR)]
    assert again == []
    assert office.verify().holds


def test_a_day_counted_without_its_holiday_notice_waits_for_a_person(
    office: Office, clock: FixedClock
) -> None:
    # 2027 has no notice yet: asked on Mon 2026-12-28, fifteen working days run into it.
    clock.move(days=(date(2026, 12, 28) - date(2025, 9, 22)).days)
    number = a_request(office, submitted_on=date(2026, 12, 21))
    a_move(office, number, "request_correction", date(2026, 12, 28))
    clock.move(days=60)

    with office.work() as uow:
        assert lapse_by_setting(uow, at=clock.now(), calendar=office.calendar) == []

    (one,) = proposals(office)
    assert one.lapse.provisional
    confirmed(office, number)
    assert proposals(office) == ()


def test_the_file_says_that_it_may_lapse(office: Office, clock: FixedClock) -> None:
    number = asked(office)
    assert handling(office, number).duties == ()
    clock.move(days=8)

    assert [duty.kind for duty in handling(office, number).duties] == [DutyKind.CONFIRM_LAPSE]
