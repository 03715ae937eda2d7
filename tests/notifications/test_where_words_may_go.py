"""An address in the settings never makes the desk speak to a machine that it must not speak to."""

import socket

import pytest

from notifications.channels import outward
from notifications.channels.outward import Outward, is_outside
from notifications.ports import SendError

PUBLIC = "203.0.114.10"  # outside the block kept for documents, which counts as nobody's

# Each is one's own machine or network, in one of the ways to write it.
INSIDE = (
    "127.0.0.1", "0.0.0.0", "10.1.2.3", "172.31.255.1", "192.168.0.1", "100.64.0.1",  # noqa: S104
    "169.254.169.254", "100.100.100.200", "192.0.2.1", "198.18.0.1", "255.255.255.255",
    "224.0.0.1", "239.255.255.250", "::1", "::", "fe80::1%eth0", "fc00::1", "fec0::1",
    "ff02::1", "ff0e::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::1",
)  # fmt: skip
OUTSIDE = ("8.8.8.8", PUBLIC, "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808")


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_within_is_known_however_it_is_written(address: str) -> None:
    assert not is_outside(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_an_address_outside_is_one(address: str) -> None:
    assert is_outside(address)


class Names:
    """A name server of an attacker's: each look-up gives the next answer."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self._answers = iter(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, *_: object) -> list[tuple[object, ...]]:
        self.asked.append(host)
        return [(socket.AF_INET, None, None, "", (one, port)) for one in next(self._answers)]


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the addresses that would have been called; nobody answers."""
    addresses: list[str] = []

    def refuse(address: tuple[str, int], timeout: float) -> socket.socket:
        assert timeout
        addresses.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(outward, "create_connection", refuse)
    return addresses


def ask(monkeypatch: pytest.MonkeyPatch, names: Names, *, inside: bool = False) -> str:
    monkeypatch.setattr(outward, "getaddrinfo", names)
    with pytest.raises(SendError) as caught:
        Outward(inside=inside).ask("POST", "https://hook.example/", b"{}")
    return caught.value.code


def test_a_name_that_leads_within_is_refused_before_anybody_is_called(
    monkeypatch: pytest.MonkeyPatch, called: list[str]
) -> None:
    assert ask(monkeypatch, Names(("10.0.0.5",))) == "private_address"
    assert called == []


def test_one_address_within_among_others_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch, called: list[str]
) -> None:
    assert ask(monkeypatch, Names((PUBLIC, "127.0.0.1"))) == "private_address"
    assert called == []


def test_a_name_that_turns_into_another_address_is_called_at_the_one_that_was_judged(
    monkeypatch: pytest.MonkeyPatch, called: list[str]
) -> None:
    names = Names((PUBLIC,), ("127.0.0.1",))

    assert ask(monkeypatch, names) == "ConnectionRefusedError"
    assert called == [PUBLIC]
    assert names.asked == ["hook.example"]


def test_an_address_within_is_called_where_the_settings_allow_it(
    monkeypatch: pytest.MonkeyPatch, called: list[str]
) -> None:
    assert ask(monkeypatch, Names(("10.0.0.5",)), inside=True) == "ConnectionRefusedError"
    assert called == ["10.0.0.5"]
