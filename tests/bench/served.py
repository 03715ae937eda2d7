"""Serve pages from a file of records until told to stop: the process that the load is put on.

`desk` is the program, `bare` answers one page that it keeps over raw ASGI, and `tutorial` reads the
list as the tutorial of SQLModel has it: a session for each request, and a count of all there are.
"""

import sys
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from sqlmodel import Session, col, create_engine, func, select

from tests.bench.million import OFFICE
from workflow.bootstrap import open_installation
from workflow.records.tables.requests import RequestRow
from workflow.settings import Settings
from workflow.web.app import create_app

AT = datetime(2026, 1, 20, 2, tzinfo=UTC)
ROWS = 25

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]


class StillClock:
    """A clock that stands on the last day of the records."""

    def now(self) -> datetime:
        return AT


def tutorial(records: str) -> FastAPI:
    """Return an application that lists what is open, as one would begin."""
    app, engine = FastAPI(), create_engine(f"sqlite:///{records}")

    @app.get("/worklist")
    def listed() -> dict[str, Any]:
        mine = RequestRow.office_id == OFFICE
        is_open = col(RequestRow.closed_on).is_(None)
        with Session(engine) as session:
            total = session.exec(select(func.count()).select_from(RequestRow).where(mine, is_open))
            rows = session.exec(
                select(RequestRow)
                .where(mine, is_open)
                .order_by(col(RequestRow.received_on), col(RequestRow.id))
                .limit(ROWS)
            )
            return {"total": total.one(), "rows": [row.model_dump() for row in rows]}

    return app


def bare(page: str) -> Callable[..., Awaitable[None]]:
    """Return the least that answers over HTTP: one page, kept."""
    body = Path(page).read_bytes()
    headers = [(b"content-type", b"text/html"), (b"content-length", b"%d" % len(body))]

    async def app(scope: Message, receive: object, send: Send) -> None:
        del receive
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": body})

    return app


def main(kind: str, given: str, port: str) -> None:
    """Serve on a port of this machine alone."""
    quiet: dict[str, Any] = {"host": "127.0.0.1", "port": int(port), "log_level": "warning"}
    if kind == "desk":
        settings = Settings(database_url=f"sqlite:///{given}")
        with open_installation(settings, StillClock()) as installation:
            uvicorn.run(create_app(installation), **quiet)
    elif kind == "tutorial":
        uvicorn.run(tutorial(given), **quiet)
    else:
        uvicorn.run(bare(given), lifespan="off", **quiet)


if __name__ == "__main__":
    main(*sys.argv[1:])
