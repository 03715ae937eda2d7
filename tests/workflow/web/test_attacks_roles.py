"""Every address, asked by every role and by nobody, for records of this office and another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from states.steps import Role
from tests.workflow.web.addresses import Address, addresses_of
from tests.workflow.web.furnished import furnish
from tests.workflow.web.permissions import EVERYBODY, PERMISSIONS, access_to
from tests.workflow.web.visiting import Page, Town, Visitor, town
from workflow.bootstrap import Installation
from workflow.web.app import create_app

pytestmark = pytest.mark.thorough

MARK = "东园秘密事项"
_OWN = "净峰本镇事项"
_SERVER = 500


@pytest.fixture(name="furnished", scope="module")
def _furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Two offices with something in every register; the other has rows that this one has not."""
    directory: Path = tmp_path_factory.mktemp("town")
    with town(directory) as opened:
        furnish(opened.office, _OWN)
        furnish(opened.other, MARK, copies=3)
        yield opened


def addresses(installation: Installation) -> list[Address]:
    return list(addresses_of(create_app(installation)))


def ask(visitor: Visitor, address: Address, path: str) -> Page:
    return visitor.get(path) if address.method == "GET" else visitor.post(path, {})


def test_the_application_is_seen_whole(furnished: Town) -> None:
    seen = {(one.method, one.path) for one in addresses(furnished.installation)}

    assert {
        ("GET", "/worklist"), ("POST", "/sign-in"), ("GET", "/requests/{row_id}"),
        ("POST", "/public/{office_id}/apply"),
    } <= seen  # fmt: skip


def test_of_every_route_it_is_said_who_may_open_it(furnished: Town) -> None:
    unsaid = {one.path for one in addresses(furnished.installation) if not access_to(one.path)}

    assert not unsaid, f"add them to {__package__}.permissions: {sorted(unsaid)}"


def test_no_permission_is_of_a_route_that_is_gone(furnished: Town) -> None:
    paths = {one.path for one in addresses(furnished.installation)}

    gone = [
        key
        for key in PERMISSIONS
        if key not in paths
        and not (key.endswith("*") and any(path.startswith(key[:-1]) for path in paths))
    ]
    assert not gone


def test_nobody_gets_anything_of_the_desk_without_signing_in(furnished: Town) -> None:
    nobody = furnished.browser()
    faults = []
    for one in addresses(furnished.installation):
        access = access_to(one.path)
        if access is None or access.is_public:
            continue
        page = ask(nobody, one, one.filled())
        if not page.address.startswith("/sign-in") or _OWN in page.text:
            faults.append((one.method, one.path, page.status, page.address))
    assert not faults


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_role_opens_what_it_may_and_gets_403_for_the_rest(furnished: Town, role: Role) -> None:
    visitor = furnished.visitor(role)
    faults = []
    for one in addresses(furnished.installation):
        access = access_to(one.path)
        if access is None or access.is_public or one.path == "/sign-out":
            continue
        page = ask(visitor, one, one.filled())
        may = role in (access.gets if one.method == "GET" else access.posts)
        if page.status >= _SERVER or (page.status == 403) is may:
            faults.append((one.method, one.path, "may" if may else "may not", page.status))
    assert not faults


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_a_record_of_another_office_is_not_there(furnished: Town, role: Role) -> None:
    visitor = furnished.visitor(role)
    faults = []
    for one in addresses(furnished.installation):
        access = access_to(one.path)
        if access is None or access.is_public or not one.names_record:
            continue
        # Row 3 of each register is the other office's: this one has two rows of each at most.
        # Of staff there are five, and a slip that was asked for is a letter.
        has_more = one.path.startswith(("/office/staff", "/letters"))
        record = "99" if has_more else "3"
        page = ask(visitor, one, one.filled(record))
        if page.status not in {403, 404} or MARK in page.text:
            faults.append((one.method, one.path, page.status))
    assert not faults


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_no_page_shows_a_text_of_another_office(furnished: Town, role: Role) -> None:
    visitor = furnished.visitor(role)
    faults = []
    for one in addresses(furnished.installation):
        if one.method == "GET":
            pages = [visitor.get(one.filled(record)) for record in ("1", "2")]
            faults += [one.path for page in pages if MARK in page.text]
    assert not faults


def test_public_pages_show_nothing_that_is_not_published(furnished: Town) -> None:
    nobody = furnished.browser()
    for one in addresses(furnished.installation):
        access = access_to(one.path)
        if one.method == "GET" and access is not None and access.is_public:
            text = nobody.get(one.filled()).text
            # Of all that bears this text, one publication alone was published.
            assert _OWN not in text or one.path.endswith("/catalogue"), one.path
