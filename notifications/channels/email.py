"""Email over SMTP, with the standard library alone.

What goes wrong with the connection, the log-in or the sender is no fault of the message, and is
tried again; what the server says of the recipient or the text decides by its code: 4xx again, 5xx
never.
"""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any

from notifications.ports import Message, Recipient, SendError

_TAKEN = "smtp_250"  # smtplib takes no other answer to the text for success
_PERMANENT = 500


class Security(StrEnum):
    """How the connection is protected."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mail is handed over, as whom, and how long to wait for each reply.

    `ca_file` names an authority of the office's own; without a user name there is no log-in.
    """

    host: str
    sender: Recipient
    port: int = 587
    security: Security = Security.STARTTLS
    username: str = ""
    password: str = field(default="", repr=False)
    ca_file: str = ""
    timeout: float = 20.0


class _Counting(smtplib.SMTP):
    """A connection that knows how many texts it began to send."""

    texts = 0

    def data(self, msg: Any) -> tuple[int, bytes]:  # noqa: ANN401 -- as the library has it
        """Send a text; from here on nobody knows whether the letter was taken."""
        self.texts += 1
        return super().data(msg)


class _Sealed(smtplib.SMTP_SSL, _Counting):
    """The same under TLS from the start."""


class EmailChannel:
    """Sends one email per message; the same notice always has the same Message-ID."""

    name = "email"

    def __init__(self, server: SmtpServer, now: Callable[[], datetime]) -> None:
        self.server = server
        self._now = now
        self._keeping = False
        self._kept: _Counting | None = None

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """Send what is sent within the block over one connection, made anew where it breaks."""
        self._keeping = True
        try:
            yield
        finally:
            self._keeping = False
            kept, self._kept = self._kept, None
            if kept is not None:
                _part(kept)

    def send(self, message: Message) -> str:
        """Hand the message to the server, or raise SendError with the code of its answer."""
        mail = self._written(message)
        kept, self._kept = self._kept, None
        if kept is not None and self._handed(kept, mail):
            return _TAKEN
        smtp = self._opened()
        if not self._handed(smtp, mail):
            raise SendError("SMTPServerDisconnected", retry=True)
        return _TAKEN

    def _handed(self, smtp: "_Counting", mail: EmailMessage) -> bool:
        """Hand a letter over; False where the connection was lost before any of its text left."""
        texts = smtp.texts
        try:
            smtp.send_message(mail)
        except OSError as error:  # every error of smtplib is one
            _part(smtp)
            if isinstance(error, smtplib.SMTPServerDisconnected) and smtp.texts == texts:
                return False
            raise _refusal(error) from error
        except BaseException:
            _part(smtp)
            raise
        if self._keeping:
            self._kept = smtp
        else:
            _part(smtp)
        return True

    def _written(self, message: Message) -> EmailMessage:
        mail = EmailMessage(policy=SMTP)
        try:
            sender = _address(self.server.sender)
            mail["From"] = sender
            mail["To"] = _address(message.recipient)
            mail["Subject"] = message.subject
        except (ValueError, MessageError) as error:
            raise SendError("unwritable_header", retry=False) from error
        digest = sha256(message.key.encode()).hexdigest()[:32]
        mail["Message-ID"] = f"<{digest}@{sender.domain or self.server.host}>"
        mail["Date"] = self._now()
        mail["Auto-Submitted"] = "auto-generated"  # so that no absence notice answers it
        mail.set_content(message.body, cte="base64")
        return mail

    def _opened(self) -> "_Counting":
        try:
            return self._connected()
        except (OSError, UnicodeError) as error:
            raise SendError(_code(error), retry=True) from error

    def _connected(self) -> "_Counting":
        server = self.server
        smtp: _Counting
        if server.security is Security.TLS:
            smtp = _Sealed(
                server.host, server.port, timeout=server.timeout, context=_trusting(server)
            )
        else:
            smtp = _Counting(server.host, server.port, timeout=server.timeout)
        try:
            if server.security is Security.STARTTLS:
                smtp.starttls(context=_trusting(server))
            if server.username:
                smtp.login(server.username, server.password)
        except BaseException:
            smtp.close()
            raise
        return smtp


def _part(smtp: smtplib.SMTP) -> None:
    """Say goodbye; the server has answered by now, and a bad farewell must not send it again."""
    with suppress(OSError):
        smtp.quit()
    smtp.close()


@lru_cache(maxsize=256)
def _address(recipient: Recipient) -> Address:
    return Address(display_name=recipient.name, addr_spec=recipient.address)


def _trusting(server: SmtpServer) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=server.ca_file or None)


def _refusal(error: OSError) -> SendError:
    """Return what an error after log-in means: only the recipient or the text can be at fault."""
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return SendError("address_not_supported", retry=False)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answer = max(code for code, _ in error.recipients.values())  # of the one there is
        return SendError(f"smtp_{answer}", retry=answer < _PERMANENT)
    if isinstance(error, smtplib.SMTPDataError):
        return SendError(_code(error), retry=error.smtp_code < _PERMANENT)
    return SendError(_code(error), retry=True)


def _code(error: OSError | UnicodeError) -> str:
    """Return a code that names the fault and nobody's address."""
    if isinstance(error, smtplib.SMTPResponseException):
        return f"smtp_{error.smtp_code}"
    return type(error).__name__
