"""The example of nginx, run as it stands but for its ports: TLS, and the desk behind it."""

import os
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPSConnection
from ipaddress import IPv4Address
from pathlib import Path
from socket import create_server
from time import monotonic, sleep
from urllib.parse import urlencode

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.architecture.tree import ROOT
from tests.browser.served import LOGIN, PASSWORD, Served, served_desk
from tests.machine import program
from workflow.web.app import LARGEST_BODY

pytestmark = [pytest.mark.thorough, pytest.mark.enable_socket]

EXAMPLE = ROOT / "docs/installing/nginx.conf"
NAME = "desk.example.gov.cn"
LONGEST_START = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered; the names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass(slots=True)
class Visitor:
    """A browser that keeps its cookie and follows nothing."""

    connection: HTTPConnection
    cookie: str = field(default="")

    @property
    def origin(self) -> str:
        """Where its pages come from."""
        return f"https://{self.connection.host}:{self.connection.port}"

    def ask(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        *,
        host: str = "",
    ) -> Answer:
        said = {"Cookie": self.cookie, **({"Host": host} if host else {}), **(headers or {})}
        self.connection.request(method, path, body, said)
        found = self.connection.getresponse()
        text = found.read().decode()
        answer = Answer(
            found.status, {name.lower(): value for name, value in found.getheaders()}, text
        )
        self.cookie = answer.headers.get("set-cookie", self.cookie).partition(";")[0]
        return answer

    def sign_in(self) -> Answer:
        form = urlencode({"login": LOGIN, "password": PASSWORD}).encode()
        said = {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", "/sign-in", said, form)


@pytest.fixture(name="desk", scope="module")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served_desk(tmp_path_factory.mktemp("office")) as served:
        yield served


@pytest.fixture(name="proxied")
def _proxied(desk: Served, tmp_path: Path) -> Iterator[tuple[int, int, Path]]:
    """A desk behind an nginx of the test's own: the ports of HTTP and HTTPS, the certificate."""
    nginx = program("nginx", package="nginx-light")
    folder = tmp_path
    folder.chmod(0o755)
    _certify(folder)
    plain, secure = _free(), _free()
    site = folder / "disclosure.conf"
    site.write_text(_moved(folder, plain, secure, desk.address), "utf-8")
    main = folder / "nginx.conf"
    main.write_text(_around(folder, site), "utf-8")
    command = [nginx, "-p", str(folder), "-c", str(main)]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)  # noqa: S603 -- our own
    assert tested.returncode == 0, tested.stderr
    running = subprocess.Popen(command)  # noqa: S603 -- likewise
    try:
        _await(plain)
        yield plain, secure, folder / "desk.crt"
    finally:
        running.terminate()
        running.wait()


def _certify(folder: Path) -> None:
    """Write a certificate of the example's name and of this machine, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    names = x509.SubjectAlternativeName(
        [x509.DNSName(NAME), x509.IPAddress(IPv4Address("127.0.0.1"))]
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "desk.crt").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    written = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "desk.key").write_bytes(written)


def _free() -> int:
    with create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def _moved(folder: Path, plain: int, secure: int, desk: str) -> str:
    """Return the example with the ports and the files of this test, and nothing else changed."""
    text = EXAMPLE.read_text("utf-8")
    for old, new in (
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl;\n", ""),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{secure} ssl;"),
        ("/etc/nginx/tls/", f"{folder}/"),
        ("http://127.0.0.1:8000", desk),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


def _around(folder: Path, site: Path) -> str:
    """Return what nginx needs around a site, in a folder of its own."""
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    # What root starts would work as somebody who may not write into the test's folder.
    user = "user root; " if os.geteuid() == 0 else ""
    return (
        f"{user}daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{ access_log off; {kept} include {site}; }}\n"
    )


def _await(port: int) -> None:
    ends_at = monotonic() + LONGEST_START
    while monotonic() < ends_at:
        try:
            with closing(HTTPConnection("127.0.0.1", port)) as connection:
                Visitor(connection).ask("GET", "/")
        except ConnectionRefusedError:
            sleep(0.05)
        else:
            return
    raise AssertionError("nginx did not come up")


@pytest.fixture(name="visitor")
def _visitor(proxied: tuple[int, int, Path]) -> Iterator[Visitor]:
    _, secure, certificate = proxied
    trusted = ssl.create_default_context(cafile=str(certificate))
    with closing(HTTPSConnection("127.0.0.1", secure, context=trusted)) as connection:
        yield Visitor(connection)


def test_whoever_comes_without_tls_is_sent_to_it(proxied: tuple[int, int, Path]) -> None:
    plain, _, _ = proxied

    with closing(HTTPConnection("127.0.0.1", plain)) as connection:
        answer = Visitor(connection).ask("GET", "/worklist", host=NAME)

    assert answer.status == 301
    assert answer.headers["location"] == f"https://{NAME}/worklist"


def test_the_desk_is_signed_in_to_and_its_session_stays_under_tls(visitor: Visitor) -> None:
    answer = visitor.sign_in()

    assert answer.status == 303
    cookie = answer.headers["set-cookie"]
    assert {"Secure", "HttpOnly"} <= {part.strip() for part in cookie.split(";")}
    page = visitor.ask("GET", "/worklist")
    assert page.status == 200
    assert "待办" in page.text
    assert page.headers["strict-transport-security"] == "max-age=31536000"
    assert "default-src" in page.headers["content-security-policy"]
    assert "nginx/" not in page.headers.get("server", "")


def test_another_site_that_sends_a_form_through_is_refused(visitor: Visitor) -> None:
    visitor.sign_in()

    answer = visitor.ask("POST", "/sign-out", {"Origin": "https://elsewhere.example"})

    assert answer.status == 403


def test_what_is_too_large_is_refused_in_the_desks_own_words(visitor: Visitor) -> None:
    visitor.sign_in()
    sent = {"Origin": visitor.origin, "Content-Type": "application/x-www-form-urlencoded"}

    answer = visitor.ask("POST", "/requests/new", sent, b"x" * (LARGEST_BODY + 1))

    assert answer.status == 413
    assert "办理台" in answer.text


def test_guessing_passwords_is_slowed_before_it_reaches_the_desk(visitor: Visitor) -> None:
    statuses = [visitor.ask("GET", "/sign-in").status for _ in range(30)]

    assert statuses[0] == 200
    assert 429 in statuses
