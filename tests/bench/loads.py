"""Load on a server of this machine: so many connections, each asking again as it is answered."""

import asyncio
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

SERVER = Path(__file__).with_name("served.py")
ROOT = Path(__file__).parents[2]
_PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many answers came in a span, and how long each was waited for."""

    seconds: float
    waits: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Answers in a second."""
        return len(self.waits) / self.seconds

    def slowest(self, share: float) -> float:
        """Return the wait that all but a share of the answers stay under."""
        return sorted(self.waits)[min(int(len(self.waits) * (1 - share)), len(self.waits) - 1)]


@contextmanager
def serving(kind: str, given: Path) -> Iterator[int]:
    """Serve in a process of its own, and stop it afterwards; give its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "tests.bench.served", kind, str(given), str(port)]
    process = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 -- the bench's own words
    try:
        _await(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    ends_at = perf_counter() + _PATIENCE_SECONDS
    while perf_counter() < ends_at and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    raise AssertionError("the server did not come up")


def fetched(port: int, path: str, cookie: str) -> bytes:
    """Return the body of one page."""
    return asyncio.run(_one(port, _asking(path, cookie)))


def load(port: int, path: str, cookie: str, *, connections: int, seconds: float) -> Loaded:
    """Ask for a page over some connections for a while; the first answers are not counted."""
    asking = _asking(path, cookie)
    asyncio.run(_all(port, asking, connections, seconds / 4))
    begun = perf_counter()
    waits = asyncio.run(_all(port, asking, connections, seconds))
    return Loaded(perf_counter() - begun, tuple(waits))


def _asking(path: str, cookie: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()


async def _all(port: int, asking: bytes, connections: int, seconds: float) -> list[float]:
    ends_at = perf_counter() + seconds
    clients = [_client(port, asking, ends_at) for _ in range(connections)]
    return [wait for waits in await asyncio.gather(*clients) for wait in waits]


async def _client(port: int, asking: bytes, ends_at: float) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    waits = []
    while (begun := perf_counter()) < ends_at:
        await _ask(reader, writer, asking)
        waits.append(perf_counter() - begun)
    writer.close()
    return waits


async def _one(port: int, asking: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    body = await _ask(reader, writer, asking)
    writer.close()
    return body


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asking: bytes) -> bytes:
    writer.write(asking)
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise AssertionError(head)
    length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
    return await reader.readexactly(int(length))
