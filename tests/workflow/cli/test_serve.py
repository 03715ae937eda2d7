"""`disclosure serve` as people run it: a process that answers until it is told to stop."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.enable_socket


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answered(address: str, process: subprocess.Popen[str]) -> str:
    """Ask until there is an answer, for as long as the process lives."""
    for _ in range(200):
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own loopback
                return str(answer.read().decode())
        except (URLError, ConnectionError):
            assert process.poll() is None
            time.sleep(0.1)
    raise AssertionError(address)


def test_the_desk_answers_until_it_is_told_to_stop(tmp_path: Path) -> None:
    environment = os.environ | {"DISCLOSURE_DATA_DIR": str(tmp_path)}
    environment.pop("DATABASE_URL", None)
    program = [sys.executable, "-m", "workflow"]
    subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [*program, "init", "净峰镇人民政府"], env=environment, check=True, capture_output=True
    )
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 - likewise
        [*program, "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        page = answered(f"http://127.0.0.1:{port}/sign-in", process)
    finally:
        process.send_signal(signal.SIGTERM)
        said, complaint = process.communicate(timeout=30)

    assert "<h1>登录</h1>" in page
    assert f"http://127.0.0.1:{port}/" in said
    assert "disclosure user add" in complaint
    assert "Traceback" not in complaint
