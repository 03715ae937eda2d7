"""The slots of the scheduler: which run of which job some process has taken."""

from datetime import datetime

from workflow.records.store import Store, unless_there
from workflow.records.tables.telling import SlotRow

_TAKE = unless_there(SlotRow)


class SlotTable:
    """Which runs of which job have been taken: the Slots of `notifications.ports`."""

    def __init__(self, store: Store) -> None:
        """Read and write through a store; slots belong to no office."""
        self._store = store

    def take(self, job: str, slot: str, at: datetime) -> bool:
        """Take a slot; only the first to ask is told True."""
        values = {"job": job, "slot": slot, "taken_at": at}
        return bool(self._store.run(_TAKE[self._store.dialect.name], values))
