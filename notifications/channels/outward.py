"""Words over HTTP to a service that is not ours: in bounded time, and only where it may go.

No redirect is followed and no proxy asked; a name is looked up once and its address used, so that
it cannot turn into another. Addresses inside one's own network are refused unless the settings
allow them, and only they may be spoken to without TLS; so are those that stand for one of them.
"""

import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import (
    IPPROTO_TCP,
    SHUT_RDWR,
    SOCK_STREAM,
    create_connection,
    gaierror,
    getaddrinfo,
    socket,
)
from threading import Event, Timer
from urllib.parse import SplitResult, urlsplit

from notifications.ports import SendError

_PORTS = {"https": 443, "http": 80}
# Behind a translator or a tunnel these lead to the IPv4 address that they end in (RFC 6052, 4291).
_LAST_FOUR_BYTES = (
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("::/96"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, and as much of the text as anybody reads."""

    status: int
    text: str


@dataclass(frozen=True, slots=True)
class Outward:
    """How one's words leave: how long a connection and the whole may take, and where they may go.

    `ca_file` names an authority of the office's own; `inside` allows private addresses.
    """

    connect_seconds: float = 5.0
    total_seconds: float = 15.0
    most_bytes: int = 65_536
    inside: bool = False
    ca_file: str = ""

    def ask(
        self, method: str, url: str, body: bytes, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send the words and return the answer, or raise SendError with what went wrong."""
        place = _place(url)
        given = {"User-Agent": "disclosure-desk", "Connection": "close", **(headers or {})}
        try:
            wire = self._connected(place)
        except (OSError, UnicodeError) as error:
            raise SendError(_code(error), retry=True) from error
        connection = HTTPConnection(place.netloc.rpartition("@")[2])
        connection.sock = wire
        late = Event()
        alarm = Timer(self.total_seconds, _hang_up, (wire, late))
        alarm.daemon = True
        alarm.start()
        try:
            connection.request(method, _target(place), body=body, headers=given)
            answer = connection.getresponse()
            text = answer.read(self.most_bytes + 1)
            if late.is_set():
                raise SendError("timeout", retry=True)
        except (OSError, HTTPException, ValueError) as error:
            raise SendError("timeout" if late.is_set() else _code(error), retry=True) from error
        finally:
            alarm.cancel()
            connection.close()
        if len(text) > self.most_bytes:
            raise SendError("answer_too_long", retry=True)
        return Answer(answer.status, text.decode("utf-8", errors="replace"))

    def _connected(self, place: SplitResult) -> socket:
        host, port = place.hostname or "", place.port or _PORTS[place.scheme]
        addresses = self._addresses(host, port, secured=place.scheme == "https")
        wire = self._first_to_answer(addresses, port)
        if place.scheme == "https":
            try:
                context = ssl.create_default_context(cafile=self.ca_file or None)
                wire = context.wrap_socket(wire, server_hostname=host)
            except BaseException:
                wire.close()
                raise
        wire.settimeout(self.total_seconds)
        return wire

    def _first_to_answer(self, addresses: Sequence[str], port: int) -> socket:
        *others, last = addresses
        for address in others:
            with suppress(OSError):
                return create_connection((address, port), timeout=self.connect_seconds)
        return create_connection((last, port), timeout=self.connect_seconds)

    def _addresses(self, host: str, port: int, *, secured: bool) -> list[str]:
        """Look the name up, and return the addresses if they may be spoken to."""
        found = [str(entry[4][0]) for entry in getaddrinfo(host, port, 0, SOCK_STREAM, IPPROTO_TCP)]
        outside = all(is_outside(one) for one in found)
        if not outside and not self.inside:
            raise SendError("private_address", retry=False)
        if outside and not secured:
            raise SendError("not_encrypted", retry=False)
        return found


def is_outside(address: str) -> bool:
    """Say whether an address is of one machine of the public network, however it is written."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        if found.is_site_local:
            return False
        carried = _carried(found)
        if carried is not None:
            return _is_public(carried)
    return _is_public(found)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not address.is_multicast


def _carried(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, or None."""
    if any(address in network for network in _LAST_FOUR_BYTES):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def _place(url: str) -> SplitResult:
    try:
        place = urlsplit(url)
        _ = place.port
    except ValueError as error:
        raise SendError("address_unreadable", retry=False) from error
    if place.scheme not in _PORTS or not place.hostname:
        raise SendError("address_unreadable", retry=False)
    return place


def _target(place: SplitResult) -> str:
    return (place.path or "/") + (f"?{place.query}" if place.query else "")


def _hang_up(wire: socket, late: Event) -> None:
    """End the wait for an answer that does not come to its end."""
    late.set()
    with suppress(OSError):
        wire.shutdown(SHUT_RDWR)


def _code(error: Exception) -> str:
    """Return a code that names the fault and no address."""
    if isinstance(error, TimeoutError):
        return "timeout"
    return "name_unknown" if isinstance(error, gaierror) else type(error).__name__


def refused(status: int) -> SendError:
    """Return what a status that is no success means: a 4xx of the message itself is final."""
    return SendError(f"http_{status}", retry=status not in _FINAL)


# The request itself is wrong; keys, addresses and loads (401, 403, 404, 429 …) can be put right.
_FINAL = frozenset({400, 405, 406, 409, 410, 411, 413, 414, 415, 422, 451})
