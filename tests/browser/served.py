"""The desk served on a port of this machine, with an office full of requests and people."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Final

import uvicorn

from states.steps import Role
from tests.builders import a_publication, an_installation
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.demo.sample_office import found_sample_office
from workflow.records.facts import StaffMember
from workflow.services.accounts import digest_of, open_account
from workflow.services.freezing import FreezeReport, PublishReport, freeze_report, publish_report
from workflow.services.offices import SetOffice, set_office
from workflow.web.app import create_app

TODAY: Final = date(2026, 11, 23)  # Monday
LOGIN, PASSWORD = "clerk", "白鹭洲头看日出 1234"
_PEOPLE: Final[Mapping[Role, str]] = {
    Role.CLERK: "苏示甲",
    Role.REVIEWER: "苏示乙",
    Role.HEAD_OF_OFFICE: "苏示丙",
    Role.SUPERVISOR: "苏示丁",
    Role.ADMINISTRATOR: "苏示戊",
}
_LONGEST_START: Final = 30.0


@dataclass(frozen=True, slots=True)
class Served:
    """Where the desk is served, its office, and the session of somebody of each role."""

    address: str
    office: Office
    tokens: Mapping[Role, str]


@contextmanager
def served_desk(directory: Path, today: date = TODAY) -> Iterator[Served]:
    """Serve the desk with the sample office, on a port that was free; `today` may be later."""
    clock = FixedClock.on(TODAY)
    with an_installation(directory, clock) as installation:
        office = found_sample_office(installation, TODAY)
        _furnish(office)
        clock.instant = FixedClock.on(today).instant
        tokens = {role: _sign_in(office, role) for role in _PEOPLE}
        with socket.create_server(("127.0.0.1", 0)) as listening:
            config = uvicorn.Config(create_app(installation), log_level="warning", lifespan="off")
            server = uvicorn.Server(config)
            thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
            thread.start()
            yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", office, tokens)
            server.should_exit = True
            thread.join(_LONGEST_START)


def _furnish(office: Office) -> None:
    """Fill in what the guide says, publish something, and publish last year's report."""
    head = "苏示丙"
    settings = SetOffice(
        profile={"address": "示范县海湾镇海湾路1号", "phone": "0595-00000000"},
        settings={"disclosure_office": "党政办公室", "office_hours": "工作日 8:00—12:00"},
        reason="编制公开指南",
        actor=head,
        role=Role.HEAD_OF_OFFICE,
    )
    freeze = FreezeReport(
        year=2025, actor=head, role=Role.HEAD_OF_OFFICE, override_reason="示范数据，照此封存"
    )
    published = PublishReport(year=2025, on=TODAY, actor=head, role=Role.HEAD_OF_OFFICE)
    at = office.clock.now()
    with office.work() as uow:
        members = [StaffMember(name=name, role=role.value) for role, name in _PEOPLE.items()]
        uow.staff.add_many(members, actor=head, at=at)
        set_office(settings, uow, at=at)
        uow.publications.add(a_publication("海湾镇2026年财政预算", TODAY), actor=head, at=at)
        freeze_report(freeze, uow, at=at, calendar=office.calendar)
        publish_report(published, uow, at=at)
        open_account(
            uow, _PEOPLE[Role.CLERK], LOGIN, PASSWORD, actor=head, by=Role.ADMINISTRATOR, at=at
        )


def _sign_in(office: Office, role: Role) -> str:
    """Sign somebody of a role in, and return the token of their session; no password is hashed."""
    token, login = f"token-of-{role}", f"browser-{role}"
    with office.work() as uow:
        at = office.clock.now()
        uow.accounts.open(_PEOPLE[role], login, "no hash", must_change=False, at=at)
        account = uow.accounts.by_login(login)
        assert account is not None
        uow.accounts.sign_in(account.id, digest_of(token), at)
    return token
