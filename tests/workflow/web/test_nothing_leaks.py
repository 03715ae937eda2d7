"""Marked values planted in a request turn up nowhere that they have no business to be.

The request walks through intake, faults, errors, reminders by bots and a gateway, and exports.
Whatever the program wrote on the way is searched.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from starlette.testclient import TestClient

from notifications.channels.outward import Answer, Outward
from notifications.channels.sms_gateway import SmsChannel, SmsGateway
from notifications.channels.wecom import WecomChannel
from notifications.messages import Lang
from notifications.ports import Message, Recipient
from states.steps import Role
from tests.workflow.filled_in import logged
from tests.workflow.web.applying import apply
from tests.workflow.web.visiting import ORIGIN, Page, Town, Visitor
from workflow.records.tables.metadata import TABLES
from workflow.services.delivering import tell
from workflow.services.exporting import export_book
from workflow.web.app import create_app

# The check digit is right; nobody in particular is meant.
IDENTITY: Final = "350521199003071235"
NAME, PHONE, ADDRESS = "赵标记", "13987650001", "标记路七号"
MARKED: Final = (IDENTITY, NAME, PHONE, ADDRESS)
FORM: Final = {
    "applicant": NAME,
    "identity_number": IDENTITY,
    "phone": PHONE,
    "address": ADDRESS,
    "postcode": "362100",
}


@dataclass(frozen=True)
class Listening(Outward):
    """An outside world that keeps every word it is told."""

    heard: list[str] = field(default_factory=list)

    def ask(
        self, method: str, url: str, body: bytes, headers: Mapping[str, str] | None = None
    ) -> Answer:
        self.heard.append(f"{method} {url} {headers} {body.decode()}")
        return Answer(200, json.dumps({"errcode": 0, "errmsg": "ok"}))


@dataclass(frozen=True)
class Walked:
    """Everything that was written while the request went its way."""

    addresses: list[str]
    errors: list[str]
    outside: list[str]
    logged: str


@pytest.fixture
def walked(town: Town, caplog: pytest.LogCaptureFixture) -> Walked:
    caplog.set_level(logging.DEBUG)
    addresses: list[str] = []
    errors: list[str] = []
    browser, clerk, head = town.browser(), town.visitor(), town.visitor(Role.HEAD_OF_OFFICE)

    def seen(page: Page) -> Page:
        addresses.append(page.address)
        if page.status >= 400 and page.status != 422:  # a form that is refused holds what was typed
            errors.append(page.text)
        return page

    seen(apply(browser, **FORM | {"identity_number": IDENTITY[:-1] + "0"}))
    seen(apply(browser, **FORM))
    logged(town.office, identity_kind="resident_id", **FORM)
    for visitor in (clerk, head, town.visitor(Role.SUPERVISOR)):
        for address in ("/worklist", "/requests", "/requests/1", "/requests/1/steps/receive"):
            seen(visitor.get(address))
    seen(clerk.post("/requests/1/steps/decide", {**FORM, "key": "k"}))
    seen(clerk.post("/requests/99/identity", {**FORM, "reason": "核对"}))
    seen(town.visitor(Role.SUPERVISOR).post("/requests/1/identity", {**FORM, "reason": "核对"}))
    seen(clerk.post("/requests/1/identity", {"reason": "核对来访人身份"}))
    seen(clerk.get("/requests/export.xlsx"))
    errors.append(_broken(town, clerk))
    outside = _reminded(town)
    said = " ".join(f"{one.getMessage()} {one.exc_text}" for one in caplog.records)
    return Walked(addresses, errors, outside, said)


def _broken(town: Town, clerk: Visitor) -> str:
    """Return what a browser is told when the program itself fails over these values."""
    app = create_app(town.installation)

    @app.post("/broken")
    def broken() -> None:
        raise RuntimeError(" ".join(MARKED))

    client = TestClient(app, raise_server_exceptions=False, cookies=clerk.client.cookies)
    answered = client.post("/broken", data=FORM, headers={"Origin": ORIGIN})
    assert answered.status_code == 500
    return answered.text


def _reminded(town: Town) -> list[str]:
    """Return all that bots and the gateway were told once the reply had become late."""
    world, office = Listening(), town.office
    gateway = SmsGateway("https://sms.example/send", '{"text": "{{ text }}"}')
    town.clock.move(days=60)
    bot = WecomChannel("https://bot.example/", world, town.clock.now)
    tell(
        office.name,
        office.work,
        {"wecom": bot},
        town.clock,
        calendar=office.calendar,
        channel="wecom",
        lang=Lang.ZH,
    )
    message = Message("k", Recipient(NAME, PHONE), f"{NAME}的申请", ADDRESS, f"{NAME}:1", None)
    SmsChannel(gateway, world, town.clock.now).send(message)
    bot.send(message)
    town.clock.move(days=-60)
    assert len(world.heard) >= 3  # the bot was told of the request, and both of the message
    return world.heard


def test_no_log_line_and_no_address_holds_a_marked_value(
    walked: Walked,
) -> None:
    assert "page.failed" in walked.logged  # the fault was logged, and so was looked at
    assert [mark for mark in MARKED if mark in walked.logged] == []
    assert [mark for mark in MARKED if any(mark in one for one in walked.addresses)] == []


def test_no_error_page_holds_a_marked_value(walked: Walked) -> None:
    assert len(walked.errors) > 2
    assert [mark for mark in MARKED if any(mark in page for page in walked.errors)] == []


def test_neither_bots_nor_a_gateway_are_told_a_marked_value(walked: Walked) -> None:
    told = [one for one in walked.outside if "sms.example" not in one]
    assert [mark for mark in MARKED if any(mark in one for one in told)] == []
    # To the gateway goes the number it is to call, which is the recipient's own, and no more.
    called = " ".join(one for one in walked.outside if "sms.example" in one)
    assert [mark for mark in (IDENTITY, NAME, ADDRESS) if mark in called] == []


@pytest.mark.usefixtures("walked")
def test_no_row_of_any_table_holds_the_number_nor_the_outbox_anything(town: Town) -> None:
    with town.office.read() as view:
        written = {
            name: " ".join(map(str, view.connection.execute(table.select()).all()))
            for name, table in TABLES.items()
        }

    assert [name for name, rows in written.items() if IDENTITY in rows] == []
    assert NAME in written["request"]  # the search does find what is there
    for table in ("outbox", "delivery", "saved_view"):
        assert [mark for mark in MARKED if mark in written.get(table, "")] == []


@pytest.mark.usefixtures("walked")
@pytest.mark.sqlite_only("reads the file")
def test_the_database_file_does_not_hold_the_number(tmp_path: Path) -> None:
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())

    assert NAME.encode() in written
    assert IDENTITY.encode() not in written


@pytest.mark.usefixtures("walked")
def test_an_exported_ledger_does_not_hold_the_number(town: Town, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    with town.office.read() as view:
        export_book(folder, view)

    written = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert NAME.encode() in written
    assert IDENTITY.encode() not in written


@pytest.mark.usefixtures("walked")
def test_lists_and_cases_show_only_the_ends_of_the_number(town: Town) -> None:
    clerk = town.visitor()

    pages = [clerk.get(address) for address in ("/worklist", "/requests", "/requests/1")]

    assert [page.status for page in pages] == [200, 200, 200]
    assert [page.address for page in pages if IDENTITY in page.text] == []
    assert "350521********1235" in pages[-1].words
