"""What a command says in its headers: its idempotency key, and the version it was made upon."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel

from workflow.records.errors import StaleRequestError, StaleRowError
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View
from workflow.services.command_keys import CommandKey, bind, command_key, was_sent
from workflow.web.api.calling import CallerDep
from workflow.web.api.refusing import VersionRefusedError
from workflow.web.desk import Desk

_ANY: Final = "*"
REPLAYED: Final = "Idempotency-Replayed"


@dataclass(frozen=True, slots=True)
class Command:
    """A command as a program sent it; `told` is its version, where it said one."""

    desk: Desk
    said: str | None
    version: int | None
    method: str
    path: str
    response: Response

    def key(self, sent: BaseModel | None) -> CommandKey | None:
        """Return its key, bound to the route and to what was sent there."""
        if self.said is None:
            return None
        body = {} if sent is None else sent.model_dump(mode="json")
        written = json.dumps(body, sort_keys=True, ensure_ascii=True).encode()
        return command_key(
            self.said, self.desk.actor, self.method.encode(), self.path.encode(), written
        )

    def was_done(self, view: View, sent: BaseModel | None) -> bool:
        """Say whether the same command was carried out before, under its key."""
        return self._told(is_again=was_sent(view, self.key(sent)))

    @contextmanager
    def work(self, sent: BaseModel | None) -> Iterator[tuple[UnitOfWork, str | None]]:
        """Work as one unit, its key bound in it; what is stale by the version said is 412."""
        key = self.key(sent)
        try:
            with self.desk.office.work() as uow:
                self._told(is_again=bind(uow, key, at=self.desk.now))
                yield uow, None if key is None else key.key
        except (StaleRequestError, StaleRowError) as error:
            if self.version is None:
                raise
            raise VersionRefusedError(error) from error

    def _told(self, *, is_again: bool) -> bool:
        """Tell in the answer that it was done before, where it was."""
        if is_again:
            self.response.headers[REPLAYED] = "true"
        return is_again


def command_of(
    request: Request,
    response: Response,
    desk: CallerDep,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=100,
            pattern=r"^[\x21-\x7e]+$",
            description="同一件事重发时用同一个键：只办一次，再发得到同样的结果；"
            "同一个键用于别的内容则拒绝。 Sent again under the same key it is done once; the key "
            "with something else is refused.",
            examples=["7f8d2f2e-9c1b-4a55-9a0e-3f1f3a6f5b10"],
        ),
    ] = None,
    if_match: Annotated[
        str | None,
        Header(
            max_length=24,
            pattern=r'^("[0-9]{1,9}"|[0-9]{1,9}|\*)$',
            description="所依据的版本（读取时的 ETag）；已被他人改动则答 412。 The version it is "
            "made upon, from ETag; 412 where somebody changed it since.",
            examples=['"3"'],
        ),
    ] = None,
) -> Command:
    """Return what the headers of a command say."""
    version = None if if_match in {None, _ANY} else int(str(if_match).strip('"'))
    return Command(desk, idempotency_key, version, request.method, request.url.path, response)


CommandDep = Annotated[Command, Depends(command_of)]


def tagged(version: int) -> str:
    """Return the ETag of a version."""
    return f'"{version}"'
