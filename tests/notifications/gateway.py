"""A real HTTP server on the loopback that keeps what it is sent, and misbehaves when told to."""

import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Asked:
    """What came to the server."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: str

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.path).query)

    @property
    def everything(self) -> str:
        """All that was sent, in one text."""
        return "\n".join((self.method, self.path, str(self.headers), self.body))


Behaviour = Callable[["Visitor"], None]


class Gateway(ThreadingHTTPServer):
    """Answers each visitor by the next behaviour, and the last for ever."""

    daemon_threads = True

    def __init__(self, *behaviours: Behaviour) -> None:
        super().__init__((HOST, 0), Visitor)
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self.secured = False
        self._behaviours = list(behaviours)

    @property
    def url(self) -> str:
        scheme = "https" if self.secured else "http"
        return f"{scheme}://{HOST}:{self.server_address[1]}/send?key=k-1"

    def next(self) -> Behaviour:
        return self._behaviours.pop(0) if len(self._behaviours) > 1 else self._behaviours[0]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of visitors who left early: they were meant to."""


class Visitor(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: Gateway

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.server.asked.append(Asked(self.command, self.path, dict(self.headers.items()), body))
        with suppress(OSError):  # whoever asked may have hung up
            self.server.next()(self)

    do_GET = do_PUT = do_POST  # noqa: N815 - likewise

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - likewise
        """Say nothing."""

    def pause(self, seconds: float) -> None:
        self.server.closing.wait(seconds)

    def answer(self, text: str, status: int = 200, **headers: str) -> None:
        written = text.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)


def says(said: object, status: int = 200, **headers: str) -> Behaviour:
    """Answer with a text, or with something as JSON."""
    text = said if isinstance(said, str) else json.dumps(said)
    return lambda visitor: visitor.answer(text, status, **headers)


def errcode(code: int) -> Behaviour:
    """Answer as a bot does."""
    return says({"errcode": code, "errmsg": "ok" if code == 0 else "no"})


def never_answers(visitor: Visitor) -> None:
    visitor.pause(30)


def answers_by_drops(visitor: Visitor) -> None:
    """Send a header, and then a byte of the body now and then."""
    visitor.send_response(200)
    visitor.send_header("Content-Length", "1000")
    visitor.end_headers()
    for _ in range(300):
        visitor.wfile.write(b" ")
        visitor.pause(0.1)


def headers_by_drops(visitor: Visitor) -> None:
    """Never come to the end of the headers."""
    visitor.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for turn in range(300):
        visitor.wfile.write(f"X-{turn}: y\r\n".encode())
        visitor.pause(0.1)


def floods(visitor: Visitor) -> None:
    """Send far more than anybody reads."""
    visitor.send_response(200)
    visitor.send_header("Content-Length", str(1 << 34))
    visitor.end_headers()
    for _ in range(1 << 14):
        visitor.wfile.write(b"x" * (1 << 16))


def hangs_up(visitor: Visitor) -> None:
    visitor.close_connection = True


def garbage(visitor: Visitor) -> None:
    visitor.wfile.write(b"\x00\xff\x13 what is this\r\n\r\n")
    visitor.close_connection = True


def redirects(to: str) -> Behaviour:
    """Send whoever asks to another address."""
    return says("", 302, Location=to)


@contextmanager
def open_gateway(*behaviours: Behaviour, sealed: ssl.SSLContext | None = None) -> Iterator[Gateway]:
    """Serve on a free port until the block ends."""
    gateway = Gateway(*behaviours)
    if sealed is not None:
        gateway.socket = sealed.wrap_socket(gateway.socket, server_side=True)
        gateway.secured = True
    thread = threading.Thread(target=gateway.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield gateway
    finally:
        gateway.closing.set()
        gateway.shutdown()
        gateway.server_close()
        thread.join()
