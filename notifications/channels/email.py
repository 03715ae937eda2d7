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
from email.utils import format_datetime
from enum import StrEnum
from hashlib import sha256

from notifications.ports import Message, Recipient, SendError

_OK = 250
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


class EmailChannel:
    """Sends one email per message; the same notice always has the same Message-ID."""

    name = "email"

    def __init__(self, server: SmtpServer, now: Callable[[], datetime]) -> None:
        self.server = server
        self._now = now
        self._keeping = False
        self._kept: smtplib.SMTP | None = None

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """Send what is sent within the block over one connection, made anew where it breaks."""
        self._keeping = True
        try:
            yield
        finally:
            self._keeping = False
            self._close_kept()

    def send(self, message: Message) -> str:
        """Hand the message to the server, or raise SendError with the code of its answer."""
        mail = self._written(message)
        with self._connection() as smtp:
            try:
                smtp.send_message(mail)
            except OSError as error:  # every error of smtplib is one
                raise _refusal(error) from error
        return "smtp_250"  # smtplib takes no other answer to the text for success

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
        mail["Date"] = format_datetime(self._now())
        mail["Auto-Submitted"] = "auto-generated"  # so that no absence notice answers it
        mail.set_content(message.body, cte="base64")
        return mail

    @contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        try:
            smtp = self._still_open() or self._connected()
        except (OSError, UnicodeError) as error:
            raise SendError(_code(error), retry=True) from error
        try:
            yield smtp
        except BaseException:
            self._kept = None  # nobody knows what the server would take the next word for
            _part(smtp)
            raise
        if self._keeping:
            self._kept = smtp
        else:
            _part(smtp)

    def _still_open(self) -> smtplib.SMTP | None:
        """Return the kept connection if the server still answers on it."""
        if self._kept is None:
            return None
        with suppress(OSError):
            if self._kept.noop()[0] == _OK:
                return self._kept
        self._close_kept()
        return None

    def _close_kept(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            _part(kept)

    def _connected(self) -> smtplib.SMTP:
        server = self.server
        smtp: smtplib.SMTP
        if server.security is Security.TLS:
            smtp = smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout, context=_trusting(server)
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
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
