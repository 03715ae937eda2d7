"""Words over HTTP: in bounded time, to where they may go, however the other side behaves."""

import time
from pathlib import Path

import pytest

from notifications.channels.outward import Answer, Outward
from notifications.ports import SendError
from tests.notifications.certificates import a_context, self_made
from tests.notifications.gateway import (
    Behaviour,
    answers_by_drops,
    floods,
    garbage,
    hangs_up,
    headers_by_drops,
    never_answers,
    open_gateway,
    redirects,
    says,
)
from tests.notifications.post import free_port

pytestmark = pytest.mark.enable_socket

INSIDE = Outward(connect_seconds=0.5, total_seconds=0.5, inside=True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_made(tmp_path_factory.mktemp("tls"))


def refusal(outward: Outward, url: str) -> tuple[str, bool]:
    with pytest.raises(SendError) as caught:
        outward.ask("POST", url, b"{}")
    return caught.value.code, caught.value.retry


def test_the_answer_comes_with_its_status() -> None:
    with open_gateway(says("好", 503)) as gateway:
        assert INSIDE.ask("POST", gateway.url, b"{}") == Answer(503, "好")


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        (never_answers, "timeout"),
        (answers_by_drops, "timeout"),
        (headers_by_drops, "timeout"),
        (floods, "answer_too_long"),
        (hangs_up, "RemoteDisconnected"),
        (garbage, "BadStatusLine"),
    ],
)
def test_whatever_the_other_side_does_ends_in_time(behaviour: Behaviour, code: str) -> None:
    with open_gateway(behaviour) as gateway:
        began = time.monotonic()

        found = refusal(INSIDE, gateway.url)

        assert found == (code, True)
        assert time.monotonic() - began < 3


def test_a_redirect_is_not_followed() -> None:
    with open_gateway(says("here")) as other, open_gateway(redirects(other.url)) as gateway:
        answer = INSIDE.ask("POST", gateway.url, b"{}")

    assert answer.status == 302
    assert other.asked == []


def test_nobody_listening_may_be_tried_again() -> None:
    url = f"http://127.0.0.1:{free_port()}/"

    assert refusal(INSIDE, url) == ("ConnectionRefusedError", True)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "[::1]", "0.0.0.0"],  # noqa: S104 - refused
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_of_one_s_own_network_is_refused_unless_the_settings_allow_it(
    scheme: str, host: str
) -> None:
    assert refusal(Outward(), f"{scheme}://{host}/") == ("private_address", False)


def test_nobody_outside_is_spoken_to_without_tls() -> None:
    assert refusal(INSIDE, "http://8.8.8.8/") == ("not_encrypted", False)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://8.8.8.8/", "/send", "http://[::1/"])
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    assert refusal(INSIDE, url) == ("address_unreadable", False)


def test_a_certificate_of_nobody_we_know_is_not_trusted(certificate: Path) -> None:
    with open_gateway(says("好"), sealed=a_context(certificate)) as gateway:
        found = refusal(INSIDE, gateway.url)

        assert found == ("SSLCertVerificationError", True)
        assert gateway.asked == []


def test_a_certificate_of_the_office_s_own_authority_is_trusted(certificate: Path) -> None:
    known = Outward(total_seconds=3, inside=True, ca_file=str(certificate))

    with open_gateway(says("好"), sealed=a_context(certificate)) as gateway:
        assert known.ask("POST", gateway.url, b"{}") == Answer(200, "好")


def test_a_proxy_of_the_environment_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")

    with open_gateway(says("好")) as gateway:
        assert INSIDE.ask("POST", gateway.url, b"{}").status == 200
