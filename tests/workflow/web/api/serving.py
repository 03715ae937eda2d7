"""The desk with its API, served on a port of this machine that was free."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from workflow.bootstrap import Installation
from workflow.web.app import create_app

_LONGEST_STOP = 30.0


@contextmanager
def served(installation: Installation) -> Iterator[str]:
    """Serve an installation, and yield where; a call that comes early waits for it to start."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(create_app(installation), log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(_LONGEST_STOP)
