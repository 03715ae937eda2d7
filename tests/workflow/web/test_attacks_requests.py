"""Requests that no browser sends of itself: each ends in an answer with words, and none in 500."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from states.steps import Role
from tests.workflow.web.addresses import Address, addresses_of
from tests.workflow.web.furnished import furnish
from tests.workflow.web.permissions import access_to
from tests.workflow.web.visiting import ORIGIN, Page, Town, Visitor, town
from workflow.web.app import LARGEST_BODY, create_app
from workflow.web.guarding import SECURE_HEADERS

pytestmark = pytest.mark.thorough

# No integer of a database; one that a database holds and no register; below nothing; no integer.
IDS = (
    str(2**63),
    str(2**31),
    "9" * 400,
    "0",
    "-1",
    "1.5",
    "１",
    "x",
    "%00",
    "%FF%FE",
    "..%2F..%2Fetc",
)
TEXTS = (
    "\x00",
    "\ud83d",
    "字" * 5_000,
    "%00%FF",
    "' OR 1=1 --",
    str(2**63),
    "-1",
    "2025-02-30",
    "",
)
_SHUT_IN = "default-src 'none'; sandbox"
_FORM_TYPE = "application/x-www-form-urlencoded"
_PARTS = "multipart/form-data; boundary=x"


@pytest.fixture(name="furnished", scope="module")
def _furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    directory: Path = tmp_path_factory.mktemp("town")
    with town(directory) as opened:
        furnish(opened.office, "某事项")
        yield opened


def addresses(opened: Town, method: str | None = None) -> list[Address]:
    found = addresses_of(create_app(opened.installation))
    return [one for one in found if method in {None, one.method} and one.path != "/sign-out"]


class Senders:
    """Somebody who may open an address: of one role where one must sign in, else of none."""

    def __init__(self, opened: Town, role: Role) -> None:
        self._nobody, self._signed_in = opened.browser(), opened.visitor(role)

    def __getitem__(self, address: Address) -> Visitor:
        access = access_to(address.path)
        return self._nobody if access is None or access.is_public else self._signed_in


def send_bytes(visitor: Visitor, path: str, body: bytes, kind: str = _FORM_TYPE) -> int:
    headers = {"Origin": ORIGIN, "Content-Type": kind}
    return visitor.client.post(path, content=body, headers=headers).status_code


@pytest.mark.parametrize("record", IDS)
def test_a_number_that_cannot_be_a_record_is_not_found(furnished: Town, record: str) -> None:
    faults, senders = [], Senders(furnished, Role.HEAD_OF_OFFICE)
    for one in addresses(furnished):
        if not one.places:
            continue
        path, visitor = one.filled(**dict.fromkeys(one.places, record)), senders[one]
        page = visitor.get(path) if one.method == "GET" else visitor.post(path, {})
        if page.status not in {403, 404}:
            faults.append((one.method, path, page.status))
    assert not faults


@pytest.mark.parametrize("text", TEXTS)
def test_a_question_that_makes_no_sense_is_no_fault_of_ours(furnished: Town, text: str) -> None:
    said = text.encode("utf-8", "surrogatepass").decode("latin-1")[:3_000]
    senders = Senders(furnished, Role.CLERK)
    for one in addresses(furnished, "GET"):
        # What is asked is no longer in all than a client sends.
        asks = (*one.asks, "unheard_of")
        asked = dict.fromkeys(asks, said[: 60_000 // (9 * len(asks))])
        assert senders[one].get(one.filled(), **asked).status < 500, one.path


def test_bytes_that_are_no_text_are_no_fault_of_ours(furnished: Town) -> None:
    senders = Senders(furnished, Role.CLERK)
    for one in addresses(furnished, "GET"):
        client = senders[one].client
        for query in ("%FF%FE=%00", "a=%", "&&==&", "next=%C0%AF", "x" * 60_000):
            assert client.get(f"{one.filled()}?{query}").status_code < 500, one.path


@pytest.mark.parametrize("text", TEXTS)
def test_a_form_full_of_nonsense_is_refused_and_changes_nothing(furnished: Town, text: str) -> None:
    """Every field that the page of a form shows is sent with the same text."""
    senders = Senders(furnished, Role.HEAD_OF_OFFICE)
    for one in addresses(furnished, "POST"):
        visitor = senders[one]
        names = set(re.findall(r'name="(\w+)"', visitor.get(one.filled()).text)) - {"key", "lang"}
        said = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        status = visitor.post(one.filled(), dict.fromkeys(names, said)).status
        assert status < 500, (one.path, text[:20], status)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", _FORM_TYPE),
        (b"%", _FORM_TYPE),
        (b"\xff\xfe=\x00&login=%FF", _FORM_TYPE),
        (b"login=a&" * 500, _FORM_TYPE),
        (b"{}", "application/json"),
        (b"<a/>", "text/xml"),
        (b"", "multipart/form-data"),
        (b"nonsense", "multipart/form-data; boundary=x"),
        (b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--", _PARTS),
        (
            b'--x\r\nContent-Disposition: form-data; name="a"; filename="\xff"\r\n\r\n1\r\n--x--',
            _PARTS,
        ),
        (b"login=a", "nonsense"),
        (b"login=a", "application/x-www-form-urlencoded; charset=utf-99"),
    ],
)  # fmt: skip
def test_a_body_that_is_no_form_is_refused(furnished: Town, body: bytes, kind: str) -> None:
    senders = Senders(furnished, Role.HEAD_OF_OFFICE)
    for one in addresses(furnished, "POST"):
        visitor = senders[one]
        status = send_bytes(visitor, one.filled(), body, kind)
        assert status < 500, (one.path, kind, status)


def test_a_body_that_is_too_large_is_refused_with_words(furnished: Town) -> None:
    form = b"content=" + b"x" * (LARGEST_BODY + 1)
    senders = Senders(furnished, Role.HEAD_OF_OFFICE)
    for one in addresses(furnished, "POST"):
        visitor = senders[one]
        headers = {"Origin": ORIGIN, "Content-Type": _FORM_TYPE}
        for body in (form, (part for part in (form, b"x"))):  # of a length that is said, or not
            answered = visitor.client.post(one.filled(), content=body, headers=headers)
            if body is form or answered.status_code == 413:
                assert answered.status_code == 413, one.path
                assert "太大" in answered.text, one.path
            # Of a body that does not say its length nothing may have been read: it is not wanted.
            assert answered.status_code < 500, one.path


def test_methods_that_no_route_has_are_refused_with_words(furnished: Town) -> None:
    client = furnished.visitor().client
    for one in addresses(furnished):
        for method in ("PUT", "DELETE", "PATCH", "TRACE"):
            answered = client.request(method, one.filled(), headers={"Origin": ORIGIN})
            assert answered.status_code == 405, (method, one.path)


def test_nothing_is_changed_at_the_wish_of_another_site(furnished: Town) -> None:
    senders = Senders(furnished, Role.HEAD_OF_OFFICE)
    for one in addresses(furnished, "POST"):
        client = senders[one].client
        for headers in (
            {},
            {"Origin": "null"},
            {"Origin": "https://example.org"},
            {"Origin": "http://testserver.example.org"},
            {"Origin": "http://example.org/http://testserver"},
            {"Referer": "https://example.org/?http://testserver/"},
            {"Sec-Fetch-Site": "cross-site", "Origin": ORIGIN},
            {"Sec-Fetch-Site": "none", "Origin": ORIGIN},
        ):
            answered = client.post(one.filled(), headers=headers)
            assert answered.status_code == 403, (one.path, headers)


def test_no_address_changes_anything_when_it_is_only_looked_at(furnished: Town) -> None:
    def length() -> int:
        with furnished.office.read() as view:
            return next(row.chain_length for row in view.offices.all() if row.id == view.office_id)

    before = length()
    visitor = furnished.visitor(Role.HEAD_OF_OFFICE)
    for one in addresses(furnished, "GET"):
        visitor.get(one.filled())
    assert length() == before


def test_every_answer_shuts_out_what_is_not_ours(furnished: Town) -> None:
    visitor, nobody = furnished.visitor(), furnished.browser()
    answers: list[Page] = [visitor.get(one.filled()) for one in addresses(furnished, "GET")]
    answers += [nobody.get(one.filled()) for one in addresses(furnished, "GET")]
    answers += [visitor.get(path) for path in ("/requests/999", "/nowhere", "/static/0/none.css")]
    answers += [visitor.get("/static/0/..%2Fapp.py"), visitor.post("/worklist", {})]
    raw = [visitor.client.post("/sign-out"), visitor.client.get("/", follow_redirects=False)]

    for headers in (*(page.headers for page in answers), *(one.headers for one in raw)):
        for name, value in SECURE_HEADERS.items():
            # A file that is saved is shut in altogether.
            shut = {value, _SHUT_IN} if name == "Content-Security-Policy" else {value}
            assert headers[name] in shut, name
        assert headers["cache-control"] in {"no-store", "public, max-age=31536000, immutable"}
    assert "unsafe" not in SECURE_HEADERS["Content-Security-Policy"]


def test_a_fault_of_ours_says_nothing_of_itself_and_keeps_the_headers(furnished: Town) -> None:
    app: FastAPI = create_app(furnished.installation)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("the secret of the house")

    browser = Visitor(type(furnished.browser().client)(app, raise_server_exceptions=False))
    page = browser.get("/broken")

    assert page.status == 500
    assert "程序出错" in page.words
    assert "secret" not in page.text
    assert "RuntimeError" not in page.text
    for name, value in SECURE_HEADERS.items():
        assert page.headers.get(name) == value, name
