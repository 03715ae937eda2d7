"""The console, the register of channels, and how a recipient is kept in one line."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.channels.console import ConsoleChannel
from notifications.channels.registry import by_name
from notifications.ports import Message, Recipient
from tests.notifications.fakes_notifications import RecordingChannel
from tests.notifications.offices import OFFICER


def test_the_console_shows_who_is_told_what() -> None:
    stream = StringIO()

    ConsoleChannel(stream).send(Message("key", OFFICER, "今天到期", "请于今天答复。"))

    assert stream.getvalue() == ("→ 陈经办 <chen@office.example>\n今天到期\n\n请于今天答复。\n")


def test_a_channel_is_found_by_its_name() -> None:
    console, email = RecordingChannel("console"), RecordingChannel("email")

    assert by_name(console, email)["email"] is email


def test_two_channels_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="channel_named_twice"):
        by_name(RecordingChannel("email"), RecordingChannel("email"))


@given(
    st.text().map(str.strip),
    st.text(st.characters(exclude_characters="<>"), min_size=1),
)
def test_a_recipient_reads_back_from_its_line(name: str, address: str) -> None:
    recipient = Recipient(name, address)

    assert Recipient.parse(str(recipient)) == recipient


def test_a_line_without_brackets_is_an_address() -> None:
    assert Recipient.parse("chen@office.example") == Recipient("", "chen@office.example")
