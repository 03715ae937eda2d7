"""The smaller registers: added to, put right, found in order."""

from datetime import date

import pytest

from tests.builders import TOWN, a_publication
from workflow.bootstrap import Installation, Office
from workflow.records.errors import (
    AlreadyRegisteredError,
    OfficeAmbiguousError,
    OfficeExistsError,
    OfficeNotFoundError,
    RowNotFoundError,
)
from workflow.records.facts import (
    Narrative,
    OfficeProfile,
    OpeningBalance,
    StaffMember,
)
from workflow.records.register_facts import (
    Complaint,
    CounterConsultation,
    Lawsuit,
    Reconsideration,
)

DAY = date(2017, 3, 6)  # Monday


def test_each_register_keeps_what_it_was_given(office: Office) -> None:
    at = office.clock.now()
    with office.work() as uow:
        uow.publications.add(a_publication("预算"), actor="李四", at=at)
        uow.complaints.add(Complaint(received_on=DAY, matter="未公开"), actor="李四", at=at)
        uow.reconsiderations.add(Reconsideration(received_on=DAY), actor="李四", at=at)
        uow.lawsuits.add(Lawsuit(received_on=DAY, after_reconsideration=True), actor="李四", at=at)
        uow.counter_consultations.add(
            CounterConsultation(asked_on=DAY, way="电话"), actor="李四", at=at
        )
        uow.opening_balances.add(
            OpeningBalance(indicator="主动公开文件数", as_of_on=DAY, amount=160),
            actor="李四",
            at=at,
        )
        uow.narratives.add(Narrative(year=2017, section="概述", body="……"), actor="李四", at=at)
        uow.staff.add(StaffMember(name="李四", email="li@example.cn"), actor="李四", at=at)

    with office.read() as view:
        assert [row.title for row in view.publications.all()] == ["预算"]
        assert [row.matter for row in view.complaints.all()] == ["未公开"]
        assert [row.result for row in view.reconsiderations.all()] == ["pending"]
        assert [row.after_reconsideration for row in view.lawsuits.all()] == [True]
        assert [row.way for row in view.counter_consultations.all()] == ["电话"]
        assert [row.amount for row in view.opening_balances.all()] == [160]
        assert [row.body for row in view.narratives.where(year=2017)] == ["……"]
        assert [row.email for row in view.staff.where(name="李四")] == ["li@example.cn"]
    verified = office.verify()
    assert verified.holds
    assert verified.rows == 9


def test_rows_come_in_the_order_of_their_days(office: Office) -> None:
    days = [date(2017, month, 1) for month in (5, 1, 3)]
    with office.work() as uow:
        uow.publications.add_many(
            [a_publication(str(day.month), day) for day in days],
            actor="李四",
            at=office.clock.now(),
        )

    with office.read() as view:
        assert [row.title for row in view.publications.all()] == ["1", "3", "5"]
        spring = view.publications.between(date(2017, 1, 2), date(2017, 3, 1))
    assert [row.title for row in spring] == ["3"]


def test_many_rows_are_added_at_once(office: Office) -> None:
    with office.work() as uow:
        ids = uow.publications.add_many(
            [a_publication(str(count)) for count in range(1_100)],
            actor="李四",
            at=office.clock.now(),
        )

    assert ids == list(range(1, 1_101))
    assert office.verify().rows == 1_101


def test_an_amended_row_holds_what_it_was_amended_to(office: Office) -> None:
    at = office.clock.now()
    with office.work() as uow:
        row_id = uow.publications.add(a_publication(), actor="李四", at=at)
        for day in (date(2017, 3, 7), date(2017, 3, 8)):
            uow.publications.amend(
                row_id, {"published_on": day}, reason="日期有误", actor="李四", at=at
            )

    with office.read() as view:
        assert view.publications.find(row_id).published_on == date(2017, 3, 8)
    assert office.verify().holds


def test_only_what_a_register_holds_is_amended(office: Office) -> None:
    at = office.clock.now()
    with office.work() as uow:
        row_id = uow.publications.add(a_publication(), actor="李四", at=at)

    with pytest.raises(KeyError, match="office_id"), office.work() as uow:
        uow.publications.amend(row_id, {"office_id": 2}, reason="", actor="李四", at=at)


def test_an_unknown_row_is_said_to_be_unknown(office: Office) -> None:
    with pytest.raises(RowNotFoundError), office.read() as view:
        view.publications.find(7)


def test_an_opening_balance_is_given_once(office: Office) -> None:
    balance = OpeningBalance(indicator="主动公开文件数", as_of_on=DAY, amount=160)

    with pytest.raises(AlreadyRegisteredError, match="opening_balance"), office.work() as uow:
        uow.opening_balances.add_many([balance, balance], actor="李四", at=office.clock.now())


# --- offices -----------------------------------------------------------------------------


def test_the_only_office_needs_no_name(installation: Installation, office: Office) -> None:
    assert installation.office().id == installation.office("净峰镇").id == office.id


def test_among_several_offices_one_is_named(installation: Installation) -> None:
    installation.establish(TOWN, actor="管理员")
    installation.establish(OfficeProfile(name="惠安县人民政府"), actor="管理员")

    with pytest.raises(OfficeAmbiguousError) as caught:
        installation.office()

    assert caught.value.names == ("净峰镇人民政府", "惠安县人民政府")
    assert installation.office("惠安县人民政府").name == "惠安县人民政府"
    assert [one.id for one in installation.offices()] == [1, 2]


def test_an_office_that_is_not_there_is_not_found(installation: Installation) -> None:
    with pytest.raises(OfficeNotFoundError):
        installation.office()


def test_an_office_is_established_once(installation: Installation, office: Office) -> None:
    with pytest.raises(OfficeExistsError, match=office.name):
        installation.establish(TOWN, actor="管理员")


def test_an_office_whose_first_work_fails_is_not_established(installation: Installation) -> None:
    def establish_and_fail() -> None:
        with installation.establishing(TOWN, actor="管理员") as uow:
            uow.publications.add(a_publication(), actor="李四", at=installation.clock.now())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        establish_and_fail()

    assert installation.offices() == ()
