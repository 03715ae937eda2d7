"""A new key for identity numbers: everything sealed anew, and the old key retired when it is done.

Until then the file holds both, and both open. Whoever is interrupted runs it again: what is
sealed with the newest key already is left alone.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from workflow.records.identity_keys import KeyFile
from workflow.records.sealing_anew import seal_anew, sealed_by
from workflow.records.unit_of_work import UnitOfWork

Work = Callable[[int], AbstractContextManager[UnitOfWork]]


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a rotation did: the name of the key now, how much was sealed anew, the old keys' file.

    `resumed` is whether it went on with what another had begun.
    """

    key: str
    sealed: int
    resumed: bool
    retired: Path | None


def rotate(keys: KeyFile, offices: Iterable[int], work: Work) -> Rotated:
    """Seal every number with a new key, office by office, then retire the old one."""
    ring = keys.ring()
    resumed = len(ring.keys) > 1
    if not resumed:
        ring = keys.add()
    sealed = 0
    for office_id in offices:
        with work(office_id) as uow:
            sealed += seal_anew(uow.store)
    with work(0) as uow:
        left = sealed_by(uow.connection).keys() - {ring.newest}
    # Never true but for a record that came from elsewhere meanwhile: then both keys stay.
    retired = None if left else keys.retire_older()
    return Rotated(ring.newest, sealed, resumed, retired)
