"""The console: notices written to a stream, for a trial or a terminal on the wall."""

from typing import TextIO

from notifications.ports import Message


class ConsoleChannel:
    """Writes each message to a stream, and never fails."""

    name = "console"

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def send(self, message: Message) -> None:
        """Write who is told, the subject and the body."""
        self._stream.write(f"→ {message.recipient}\n{message.subject}\n\n{message.body}\n")
        self._stream.flush()
