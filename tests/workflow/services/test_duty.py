"""Who is on duty, who stands in, whose work nobody attends to; and who comes and goes."""

from datetime import date

import pytest

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import a_member, a_move, a_request
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.facts import StaffMember
from workflow.services.assigning import Assign, assign
from workflow.services.duty import (
    Roster,
    Unattended,
    check_on_duty,
    role_of_absent,
    unattended_since,
)
from workflow.services.errors import (
    AbsenceOverlapsError,
    DaysReversedError,
    NotAbsentError,
    NotDeputyError,
    NothingChangedError,
    OneselfError,
    StaffAbsentError,
    StaffUnknownError,
)
from workflow.services.staffing import BeAbsent, be_absent, come_back, enlist, leave

TODAY = date(2025, 9, 22)  # Monday, where the clock of the tests stands
FRIDAY = date(2025, 9, 26)


@pytest.fixture
def office(office: Office) -> Office:
    for name in ("王小兰", "李四", "赵六"):
        a_member(office, name)
    a_member(office, "陈主任", Role.HEAD_OF_OFFICE)
    return office


def away(
    office: Office,
    name: str,
    deputy: str = "",
    *,
    from_on: date | None = None,
    until_on: date | None = None,
    key: str = "",
) -> int:
    command = BeAbsent(
        name=name,
        deputy=deputy,
        from_on=from_on,
        until_on=until_on,
        actor="陈主任",
        role=Role.HEAD_OF_OFFICE,
        idempotency_key=key or None,
    )
    with office.work() as uow:
        return be_absent(command, uow, at=office.clock.now()).id


def gone(office: Office, name: str) -> tuple[str, ...]:
    with office.work() as uow:
        return leave(name, uow, actor="陈主任", at=office.clock.now())


def back(office: Office, name: str, on: date | None = None) -> None:
    with office.work() as uow:
        come_back(name, uow, on=on, actor="陈主任", role=Role.HEAD_OF_OFFICE, at=office.clock.now())


def roster(office: Office, on: date = TODAY) -> Roster:
    with office.read() as view:
        return Roster.of(view, on)


# --- who stands in ---------------------------------------------------------------------------


def test_whoever_is_here_attends_to_their_own_work(office: Office) -> None:
    assert roster(office).stand_in("王小兰") == "王小兰"
    assert roster(office).attending == {"王小兰", "李四", "赵六", "陈主任"}


def test_a_deputy_stands_in_from_the_first_day_to_the_last(office: Office) -> None:
    away(office, "王小兰", "李四", from_on=TODAY, until_on=FRIDAY)

    found = {
        day: roster(office, day).stand_in("王小兰")
        for day in (date(2025, 9, 21), TODAY, FRIDAY, date(2025, 9, 27))
    }

    assert list(found.values()) == ["王小兰", "李四", "李四", "王小兰"]


def test_a_deputy_who_is_away_too_is_stood_in_for(office: Office) -> None:
    away(office, "王小兰", "李四")
    away(office, "李四", "赵六")

    assert roster(office).stand_in("王小兰") == "赵六"


def test_two_who_stand_in_for_each_other_leave_the_work_to_nobody(office: Office) -> None:
    away(office, "王小兰", "李四")
    away(office, "李四", "王小兰")

    assert roster(office).stand_in("王小兰") == ""
    assert roster(office).unattended("王小兰") is Unattended.ABSENT


def test_a_deputy_who_has_left_stands_in_for_nobody(office: Office) -> None:
    away(office, "王小兰", "李四")

    gone(office, "李四")

    assert roster(office).stand_in("王小兰") == ""


@pytest.mark.parametrize(
    ("officer", "why"),
    [
        ("", Unattended.UNASSIGNED),
        ("前任", Unattended.LEFT),
        ("路人", Unattended.LEFT),
        ("赵六", Unattended.ABSENT),
        ("王小兰", None),
        ("李四", None),
    ],
)
def test_why_nobody_attends_is_told_apart(
    office: Office, officer: str, why: Unattended | None
) -> None:
    a_member(office, "前任")
    gone(office, "前任")
    away(office, "赵六")
    away(office, "王小兰", "李四")

    assert roster(office).unattended(officer) is why


def test_the_records_say_since_when_nobody_attends(office: Office, clock: FixedClock) -> None:
    away(office, "赵六", from_on=date(2025, 9, 18))
    gone(office, "李四")
    clock.move(days=3)

    with office.read() as view:
        since = {
            name: unattended_since(view, name, date(2025, 9, 25))
            for name in ("赵六", "李四", "王小兰")
        }

    assert since == {"赵六": date(2025, 9, 18), "李四": TODAY, "王小兰": None}


# --- assignment ------------------------------------------------------------------------------


def test_nothing_is_given_to_somebody_who_has_left(office: Office) -> None:
    gone(office, "李四")

    with pytest.raises(StaffUnknownError), office.read() as view:
        check_on_duty(view, "李四", TODAY)


def test_nothing_is_given_to_somebody_nobody_knows(office: Office) -> None:
    with pytest.raises(StaffUnknownError), office.read() as view:
        check_on_duty(view, "路人", TODAY)


def test_nothing_is_given_to_somebody_absent_and_the_deputy_is_named(office: Office) -> None:
    away(office, "李四", "赵六", until_on=FRIDAY)

    with pytest.raises(StaffAbsentError) as caught, office.read() as view:
        check_on_duty(view, "李四", TODAY)
    assert (caught.value.deputy, caught.value.until) == ("赵六", FRIDAY)


def test_a_request_is_logged_for_nobody_who_is_not_on_duty(office: Office) -> None:
    gone(office, "李四")

    with pytest.raises(StaffUnknownError):
        a_request(office, officer="李四")


def assigned(office: Office, number: str, officer: str, *, role: Role = Role.CLERK) -> None:
    command = Assign(
        number=number, officer=officer, actor="陈主任", role=role, idempotency_key=f"k{officer}"
    )
    with office.work() as uow:
        assign(command, uow, at=office.clock.now(), calendar=office.calendar)


def test_a_request_passes_to_whom_it_is_assigned_and_the_history_keeps_both(
    office: Office,
) -> None:
    number = a_request(office, officer="王小兰")

    assigned(office, number, "李四")
    assigned(office, number, "李四")  # the same key again

    with office.read() as view:
        assert view.requests.find(number).case_officer == "李四"
        kinds = [(entry.kind, entry.terms.get("reason")) for entry in view.requests.history(number)]
    assert kinds[-1] == ("amended", "分派")
    assert [kind for kind, _ in kinds].count("amended") == 1
    assert office.verify().holds


def test_a_request_is_not_assigned_to_whose_it_is(office: Office) -> None:
    number = a_request(office, officer="李四")

    with pytest.raises(NothingChangedError):
        assigned(office, number, "李四")


def test_a_supervisor_assigns_nothing(office: Office) -> None:
    number = a_request(office)

    with pytest.raises(MoveRefusedError):
        assigned(office, number, "李四", role=Role.SUPERVISOR)


# --- absences --------------------------------------------------------------------------------


def test_an_absence_that_is_entered_twice_under_one_key_is_one(office: Office) -> None:
    assert away(office, "王小兰", "李四", key="k") == away(office, "王小兰", "李四", key="k")


@pytest.mark.parametrize(
    ("from_on", "until_on"),
    [(date(2025, 9, 20), TODAY), (FRIDAY, None), (date(2025, 9, 1), None)],
)
def test_two_absences_of_one_person_do_not_overlap(
    office: Office, from_on: date, until_on: date | None
) -> None:
    away(office, "王小兰", "李四", from_on=TODAY, until_on=FRIDAY)

    with pytest.raises(AbsenceOverlapsError):
        away(office, "王小兰", "李四", from_on=from_on, until_on=until_on)


def test_an_absence_may_follow_another(office: Office) -> None:
    away(office, "王小兰", "李四", from_on=TODAY, until_on=FRIDAY)

    away(office, "王小兰", "赵六", from_on=date(2025, 9, 27))

    assert roster(office, date(2025, 9, 27)).stand_in("王小兰") == "赵六"


def test_an_absence_ends_no_earlier_than_it_begins(office: Office) -> None:
    with pytest.raises(DaysReversedError):
        away(office, "王小兰", from_on=FRIDAY, until_on=TODAY)


def test_nobody_stands_in_for_themselves(office: Office) -> None:
    with pytest.raises(OneselfError):
        away(office, "王小兰", "王小兰")


def test_a_deputy_is_on_the_staff(office: Office) -> None:
    with pytest.raises(StaffUnknownError):
        away(office, "王小兰", "路人")


def test_whoever_comes_back_is_on_duty_from_that_day(office: Office) -> None:
    away(office, "王小兰", "李四", from_on=date(2025, 9, 15))

    back(office, "王小兰")

    assert roster(office).is_on_duty("王小兰")
    assert not roster(office, date(2025, 9, 21)).is_on_duty("王小兰")
    assert office.verify().holds


def test_an_absence_that_never_began_is_void(office: Office) -> None:
    away(office, "王小兰", "李四")

    back(office, "王小兰")

    with office.read() as view:
        assert view.absences.all() == []
    assert office.verify().holds


def test_nobody_comes_back_who_was_not_away(office: Office) -> None:
    with pytest.raises(NotAbsentError):
        back(office, "王小兰")


def test_whoever_left_may_come_again(office: Office) -> None:
    gone(office, "李四")
    with office.work() as uow:
        enlist(StaffMember(name="李四"), uow, actor="陈主任", at=office.clock.now())

    with office.read() as view:
        (member,) = view.staff.where(name="李四")
    assert (member.active, member.left_on) == (True, None)


# --- deputies --------------------------------------------------------------------------------


def terms_of_last(office: Office, number: str) -> dict[str, object]:
    with office.read() as view:
        return view.requests.history(number)[-1].terms


def test_what_a_deputy_enters_is_noted_to_be_on_behalf_of_the_absent(office: Office) -> None:
    number = a_request(office, officer="王小兰", submitted_on=date(2025, 9, 19))  # Friday
    away(office, "王小兰", "李四")

    entry = a_move(office, number, "request_correction", actor="李四", workdays=15)

    assert entry.actor == "李四"
    assert terms_of_last(office, number)["on_behalf_of"] == "王小兰"
    assert office.verify().holds


@pytest.mark.parametrize("actor", ["赵六", "王小兰"])
def test_what_others_enter_is_on_nobodys_behalf(office: Office, actor: str) -> None:
    number = a_request(office, officer="王小兰", submitted_on=date(2025, 9, 19))  # Friday
    away(office, "王小兰", "李四")

    a_move(office, number, "request_correction", actor=actor, workdays=15)

    assert "on_behalf_of" not in terms_of_last(office, number)


def test_the_deputy_of_the_head_acts_in_the_role_of_the_head(office: Office) -> None:
    away(office, "陈主任", "李四")

    with office.read() as view:
        assert role_of_absent(view, "李四", "陈主任", TODAY) is Role.HEAD_OF_OFFICE


@pytest.mark.parametrize(("actor", "absent"), [("赵六", "陈主任"), ("李四", "王小兰")])
def test_nobody_acts_for_whom_they_do_not_stand_in(office: Office, actor: str, absent: str) -> None:
    away(office, "陈主任", "李四")

    with pytest.raises(NotDeputyError), office.read() as view:
        role_of_absent(view, actor, absent, TODAY)
