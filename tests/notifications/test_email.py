"""Email against a real server: what arrives, what is refused, and what may be tried again."""

from datetime import UTC, datetime
from pathlib import Path
from socket import socket

import pytest

from notifications.channels.email import EmailChannel, Security, SmtpServer
from notifications.ports import Message, Recipient, SendError
from tests.notifications.certificates import a_context, self_made
from tests.notifications.offices import OFFICER
from tests.notifications.post import (
    HOST,
    Doorkeeper,
    PostOffice,
    body_of,
    free_port,
    open_post,
)

pytestmark = pytest.mark.enable_socket

SENT_AT = datetime(2026, 12, 14, 0, 30, tzinfo=UTC)  # Monday
SENDER = Recipient("净峰镇政府信息公开办", "gongkai@jingfeng.example")
SUBJECT = "【信息公开】净公开申〔2026〕3号 还有5个工作日到期（2026年12月21日 周一）"
BODY = "请在期限内答复并送出。\n\n依据：《中华人民共和国政府信息公开条例》第三十三条第二款。\n"
MESSAGE = Message("reply-5d:净公开申〔2026〕3号:2026-12-21", OFFICER, SUBJECT, BODY)
PASSWORD, MISTYPED, NOT_ASCII = "correct horse", "corect horse", "正确的马"


def a_channel(
    port: int,
    *,
    security: Security = Security.NONE,
    password: str = "",
    ca_file: str = "",
) -> EmailChannel:
    """Return a channel to the server of the test."""
    server = SmtpServer(
        HOST,
        SENDER,
        port=port,
        security=security,
        username="gongkai" if password else "",
        password=password,
        ca_file=ca_file,
        timeout=5,
    )
    return EmailChannel(server, lambda: SENT_AT)


def refusal(channel: EmailChannel, message: Message = MESSAGE) -> tuple[str, bool]:
    """Return why a message was not sent, and whether it may be tried again."""
    with pytest.raises(SendError) as caught:
        channel.send(message)
    return caught.value.code, caught.value.retry


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_made(tmp_path_factory.mktemp("tls"))


def test_a_chinese_letter_arrives_as_it_was_written() -> None:
    with open_post(PostOffice()) as post:
        a_channel(post.port).send(MESSAGE)

    (letter,) = post.letters
    assert letter["Subject"] == SUBJECT
    assert letter["From"] == "净峰镇政府信息公开办 <gongkai@jingfeng.example>"
    assert letter["To"] == "陈经办 <chen@office.example>"
    assert post.recipients == ["chen@office.example"]
    assert body_of(letter) == BODY


def test_a_letter_is_dated_by_the_clock_it_was_given() -> None:
    with open_post(PostOffice()) as post:
        a_channel(post.port).send(MESSAGE)

    assert post.letters[0]["Date"].datetime == SENT_AT


def test_the_same_notice_has_the_same_message_id() -> None:
    with open_post(PostOffice()) as post:
        a_channel(post.port).send(MESSAGE)
        a_channel(post.port).send(MESSAGE)

    first, second = (letter["Message-ID"] for letter in post.letters)
    assert first == second
    assert first.endswith("@jingfeng.example>")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("550 No such user", ("smtp_550", False)),
        ("553 Bad name", ("smtp_553", False)),
        ("451 Try later", ("smtp_451", True)),
        ("452 Full", ("smtp_452", True)),
        ("421 Closing", ("smtp_421", True)),
    ],
)
def test_the_code_of_the_answer_decides_about_another_try(
    answer: str, expected: tuple[str, bool]
) -> None:
    with open_post(PostOffice(answer)) as post:
        found = refusal(a_channel(post.port))

    assert found == expected
    assert post.letters == []


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        (PostOffice(to_text="554 Not wanted"), ("smtp_554", False)),
        (PostOffice(to_text="452 Full"), ("smtp_452", True)),
        (PostOffice(to_sender="530 Log in first"), ("smtp_530", True)),
        (PostOffice(to_sender="550 Unknown sender"), ("smtp_550", True)),
    ],
)
def test_only_a_fault_of_the_letter_itself_is_final(
    post: PostOffice, expected: tuple[str, bool]
) -> None:
    with open_post(post):
        found = refusal(a_channel(post.port))

    assert found == expected


def test_an_address_that_the_server_cannot_read_is_never_tried_again() -> None:
    message = Message("key", Recipient("陈", "chen@办公.example"), SUBJECT, BODY)

    with open_post(PostOffice()) as post:
        found = refusal(a_channel(post.port), message)

    assert found == ("address_not_supported", False)


def test_a_bad_farewell_does_not_send_the_letter_again() -> None:
    with open_post(PostOffice(farewell="451 Not yet")) as post:
        a_channel(post.port).send(MESSAGE)

    assert len(post.letters) == 1


def test_a_server_that_is_down_is_tried_again() -> None:
    assert refusal(a_channel(free_port())) == ("ConnectionRefusedError", True)


def test_a_server_without_starttls_is_given_neither_password_nor_letter() -> None:
    with open_post(PostOffice()) as post:
        found = refusal(a_channel(post.port, security=Security.STARTTLS, password=PASSWORD))

    assert found == ("SMTPNotSupportedError", True)
    assert post.letters == []


@pytest.mark.parametrize(
    "message",
    [
        Message("key", OFFICER, "主题\nBcc: all@office.example", BODY),
        Message("key", Recipient("", "a@office.example\nBcc: b@office.example"), SUBJECT, BODY),
        Message("key", Recipient("陈", "two words@office.example"), SUBJECT, BODY),
        Message("key", Recipient("陈", "陈@office.example"), SUBJECT, BODY),
    ],
)
def test_a_header_that_cannot_be_written_is_never_tried_again(message: Message) -> None:
    assert refusal(a_channel(free_port()), message) == ("unwritable_header", False)


def test_a_letter_goes_out_under_starttls_after_a_log_in(certificate: Path) -> None:
    doorkeeper = Doorkeeper("gongkai", PASSWORD)
    with open_post(PostOffice(), secured=a_context(certificate), doorkeeper=doorkeeper) as post:
        a_channel(
            post.port,
            security=Security.STARTTLS,
            password=PASSWORD,
            ca_file=str(certificate),
        ).send(MESSAGE)

    assert [letter["Subject"] for letter in post.letters] == [SUBJECT]


def test_a_letter_goes_out_over_tls(certificate: Path) -> None:
    with open_post(PostOffice(), sealed=a_context(certificate)) as post:
        a_channel(post.port, security=Security.TLS, ca_file=str(certificate)).send(MESSAGE)

    assert len(post.letters) == 1


def test_a_wrong_password_is_no_fault_of_the_letter(certificate: Path) -> None:
    doorkeeper = Doorkeeper("gongkai", PASSWORD)
    with open_post(PostOffice(), secured=a_context(certificate), doorkeeper=doorkeeper) as post:
        channel = a_channel(
            post.port, security=Security.STARTTLS, password=MISTYPED, ca_file=str(certificate)
        )
        found = refusal(channel)

    assert found == ("smtp_535", True)


def test_a_password_that_cannot_be_sent_is_no_fault_of_the_letter(certificate: Path) -> None:
    doorkeeper = Doorkeeper("gongkai", NOT_ASCII)
    with open_post(PostOffice(), secured=a_context(certificate), doorkeeper=doorkeeper) as post:
        channel = a_channel(
            post.port, security=Security.STARTTLS, password=NOT_ASCII, ca_file=str(certificate)
        )
        found = refusal(channel)

    assert found == ("UnicodeEncodeError", True)


def test_a_certificate_of_nobody_we_know_is_not_trusted(certificate: Path) -> None:
    with open_post(PostOffice(), secured=a_context(certificate)) as post:
        found = refusal(a_channel(post.port, security=Security.STARTTLS))

    assert found == ("SSLCertVerificationError", True)
    assert post.letters == []


def test_letters_sent_together_share_a_connection() -> None:
    with open_post(PostOffice()) as post:
        channel = a_channel(post.port)
        with channel.kept_open():
            answers = [channel.send(MESSAGE) for _ in range(3)]

    assert answers == ["smtp_250"] * 3
    assert (len(post.letters), post.visits) == (3, 1)


def test_letters_sent_alone_have_a_connection_each() -> None:
    with open_post(PostOffice()) as post:
        channel = a_channel(post.port)
        for _ in range(2):
            channel.send(MESSAGE)

    assert post.visits == 2


def test_a_refused_letter_does_not_spoil_the_connection_for_the_next() -> None:
    with open_post(PostOffice("550 No such user")) as post:
        channel = a_channel(post.port)
        with channel.kept_open():
            assert refusal(channel) == ("smtp_550", False)
            channel.send(MESSAGE)

    assert len(post.letters) == 1


def test_a_kept_connection_that_was_lost_is_made_anew() -> None:
    channel = EmailChannel(SmtpServer(HOST, SENDER, free_port(), Security.NONE), lambda: SENT_AT)
    with channel.kept_open():
        for _ in range(2):
            with open_post(PostOffice(), port=channel.server.port) as post:
                channel.send(MESSAGE)
            assert len(post.letters) == 1


def test_a_server_that_takes_a_connection_and_hangs_is_left_in_time() -> None:
    with socket() as deaf:
        deaf.bind((HOST, 0))
        deaf.listen()
        server = SmtpServer(HOST, SENDER, deaf.getsockname()[1], Security.NONE, timeout=0.3)

        found = refusal(EmailChannel(server, lambda: SENT_AT))

    assert found == ("SMTPServerDisconnected", True)  # smtplib says so of a banner that never comes


def test_the_password_is_not_printed_with_the_server() -> None:
    assert PASSWORD not in repr(SmtpServer(HOST, SENDER, password=PASSWORD))
