"""Statements sent to a server together: each answer as if it had been asked for alone."""

from datetime import date
from threading import Thread

import pytest
from sqlalchemy import text

from tests import databases
from tests.builders import a_request
from workflow.bootstrap import Installation, Office, open_installation
from workflow.records.deputies import asking_away, away_on
from workflow.records.duty import Absence
from workflow.records.errors import WriterBusyError
from workflow.records.facts import StaffMember
from workflow.records.people import asking_on_duty, on_duty

TODAY = date(2025, 9, 22)  # Monday


def enlist(office: Office, *names: str) -> None:
    with office.work() as uow:
        members = [StaffMember(name=name, role="clerk") for name in names]
        uow.staff.add_many(members, actor="管理员", at=office.clock.now())


def test_what_is_read_ahead_is_what_would_have_been_read(office: Office) -> None:
    enlist(office, "张三", "李四")

    with office.read() as view:
        view.store.read_ahead(asking_on_duty(view.store), asking_away(view.store, TODAY))

        assert [person.name for person in on_duty(view.store)] == ["张三", "李四"]
        assert away_on(view.store, TODAY) == []
        assert [person.name for person in on_duty(view.store)] == ["张三", "李四"]


def test_what_was_written_meanwhile_is_read(office: Office) -> None:
    enlist(office, "张三")

    with office.work() as uow:
        uow.store.read_ahead(asking_on_duty(uow.store), asking_away(uow.store, TODAY))
        member = StaffMember(name="李四", role="clerk")
        uow.staff.add_many([member], actor="管理员", at=office.clock.now())
        absence = Absence(name="张三", from_on=TODAY, deputy="李四")
        uow.absences.add_many([absence], actor="管理员", at=office.clock.now())

        assert [person.name for person in on_duty(uow.store)] == ["张三", "李四"]
        assert [away.deputy for away in away_on(uow.store, TODAY)] == ["李四"]


def test_what_was_written_past_the_store_is_read(office: Office) -> None:
    enlist(office, "张三")

    with office.work() as uow:
        uow.store.read_ahead(asking_on_duty(uow.store))
        uow.store.connection.execute(text("UPDATE staff SET role = 'reviewer'"))

        assert [person.role for person in on_duty(uow.store)] == ["reviewer"]


def test_another_day_is_another_question(office: Office) -> None:
    with office.work() as uow:
        absence = Absence(name="张三", from_on=TODAY, deputy="李四")
        uow.absences.add_many([absence], actor="管理员", at=office.clock.now())
        uow.store.read_ahead(asking_away(uow.store, date(2025, 9, 19)))  # Friday, not yet away

        assert [away.name for away in away_on(uow.store, TODAY)] == ["张三"]


def test_a_server_that_was_restarted_is_spoken_to_again_by_the_very_next_command(
    office: Office, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--database") != "postgresql":
        pytest.skip("SQLite is a file, and is not restarted: pytest --database postgresql")
    number = a_request(office)
    databases.restart()

    assert a_request(office) != number
    databases.restart()
    with office.read() as view:
        assert view.requests.find(number).number == number


def test_a_server_that_waits_for_locks_no_longer_says_that_the_office_is_busy(
    office: Office, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--database") != "postgresql":
        pytest.skip("SQLite has one writer, which has its own patience")
    with office.work() as uow:
        name = uow.connection.scalar(text("SELECT current_database()"))
        uow.connection.execute(text(f"ALTER DATABASE {name} SET lock_timeout = '200ms'"))
    busy: list[Exception] = []

    def write(other: Installation) -> None:
        try:
            a_request(other.office(office.name))
        except WriterBusyError as error:
            busy.append(error)

    settings = office.installation.settings
    with open_installation(settings, office.clock) as other, office.work():
        thread = Thread(target=write, args=(other,))
        thread.start()
        thread.join(10)

    assert [type(error) for error in busy] == [WriterBusyError]
    assert a_request(office)
