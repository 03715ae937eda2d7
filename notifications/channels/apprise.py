"""Whatever else apprise can reach (extra `notify`): handed over, which is less than delivered."""

from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module

from notifications.channels.brief import Brief
from notifications.channels.errors import ExtraMissingError
from notifications.ports import Message, SendError


class AppriseChannel:
    """Says to every address of apprise's which number is due when, and nothing else."""

    name = "apprise"

    def __init__(self, urls: Sequence[str], now: Callable[[], datetime]) -> None:
        try:
            library = import_module("apprise")
        except ImportError as error:
            raise ExtraMissingError("notify", "apprise") from error
        self._apprise = library.Apprise()
        self._understood = all(self._apprise.add(url) for url in urls)
        self._now = now

    def send(self, message: Message) -> str:
        """Hand the brief over; apprise says no more than whether it could."""
        if not self._understood:
            raise SendError("address_unreadable", retry=True)
        if not self._apprise.notify(body=str(Brief.of(message, self._now))):
            raise SendError("not_handed_over", retry=True)
        return "handed_over"
