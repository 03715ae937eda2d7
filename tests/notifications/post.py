"""A real mail server on the loopback: it keeps what it takes, and refuses what it is told to."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from socket import socket

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"


class PostOffice:
    """What the server does with the mail it is offered."""

    def __init__(
        self,
        *answers: str,
        to_sender: str = "250 OK",
        to_text: str = "250 Accepted",
        farewell: str = "221 Bye",
    ) -> None:
        self.letters: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.port = 0
        self.visits = 0
        self._answers = list(answers)
        self._to_sender = to_sender
        self._to_text = to_text
        self._farewell = farewell

    async def handle_EHLO(  # noqa: N802 - aiosmtpd calls it by this name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, answers: list[str]
    ) -> list[str]:
        del server, envelope
        self.visits += 1
        session.host_name = hostname
        return answers

    async def handle_MAIL(  # noqa: N802 - aiosmtpd calls it by this name
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        mail_options: list[str],
    ) -> str:
        del server, session, mail_options
        envelope.mail_from = address
        return self._to_sender

    async def handle_RCPT(  # noqa: N802 - likewise
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        rcpt_options: list[str],
    ) -> str:
        del server, session, rcpt_options
        if self._answers:
            return self._answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - likewise
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del server, session
        if not self._to_text.startswith("250"):
            return self._to_text
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=policy.default)
        self.letters.append(letter)
        self.recipients.extend(envelope.rcpt_tos)
        return self._to_text

    async def handle_QUIT(  # noqa: N802 - likewise
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del server, session, envelope
        return self._farewell


class Doorkeeper:
    """Lets one user in by one password."""

    def __init__(self, username: str, password: str) -> None:
        self._expected = LoginPassword(username.encode(), password.encode())

    def __call__(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
    ) -> AuthResult:
        del server, session, envelope, mechanism
        # handled=False: the server must still answer 535, or the sender waits for ever.
        return AuthResult(success=given == self._expected, handled=False)


@contextmanager
def open_post(
    office: PostOffice,
    *,
    secured: ssl.SSLContext | None = None,
    sealed: ssl.SSLContext | None = None,
    doorkeeper: Doorkeeper | None = None,
    port: int = 0,
) -> Iterator[PostOffice]:
    """Serve on a free port until the block ends; secured by STARTTLS, or sealed from the start."""
    office.port = port or free_port()
    controller = Controller(
        office,
        hostname=HOST,
        port=office.port,
        enable_SMTPUTF8=False,  # as most of them still are
        ssl_context=sealed,
        tls_context=secured,
        require_starttls=secured is not None,
        authenticator=doorkeeper,
        auth_required=doorkeeper is not None,
    )
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    assert isinstance(port, int)
    return port


def body_of(letter: EmailMessage) -> str:
    """Return the text of a letter, its lines ended as we write them."""
    text = letter.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n")
