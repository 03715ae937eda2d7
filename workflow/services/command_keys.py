"""Idempotency keys of programs: bound to the person and to what was sent, in the same work."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workflow.records.errors import KeyReusedError
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.view import View

PREFIX: Final = "api-"


@dataclass(frozen=True, slots=True)
class CommandKey:
    """A key as it is kept: what the program said, under which digest, and for what."""

    said: str
    key: str
    fingerprint: str


def command_key(said: str, actor: str, *sent: bytes) -> CommandKey:
    """Return a key that is one person's, bound to the parts of what they sent."""
    key = hashlib.sha256(f"{actor}\0{said}".encode()).hexdigest()
    whole = hashlib.sha256()
    for part in sent:
        whole.update(len(part).to_bytes(8) + part)
    return CommandKey(said, f"{PREFIX}{key}", whole.hexdigest())


def was_sent(view: View, key: CommandKey | None) -> bool:
    """Say whether the same came before under a key; raises KeyReusedError for something else."""
    kept = None if key is None else view.command_keys.fingerprint(key.key)
    if key is None or kept is None:
        return False
    if kept != key.fingerprint:
        raise KeyReusedError(key.said)
    return True


def bind(uow: UnitOfWork, sent: CommandKey | None, *, at: datetime) -> bool:
    """Bind a key to what is done in a unit of work, and say whether the same came before.

    Raises KeyReusedError where the key served for something else.
    What is refused binds nothing: the key may be used again once the fault is mended.
    """
    if sent is None:
        return False
    if was_sent(uow, sent):
        return True
    uow.command_keys.keep(sent.key, sent.fingerprint, at)
    return False
