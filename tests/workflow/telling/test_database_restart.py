"""A database that is stopped while a message is on its way: sent once, and written down."""

from datetime import date

import pytest

from notifications.channels.registry import by_name
from notifications.messages import Lang
from notifications.ports import Message, Notice, Outcome, Recipient
from tests import databases
from tests.notifications.fakes_notifications import RecordingChannel
from workflow.bootstrap import Office
from workflow.services.delivering import send

DUE = date(2025, 9, 29)  # Monday


class Striking(RecordingChannel):
    """Stops the database in the midst of the second message."""

    def send(self, message: Message) -> str | None:
        answer = super().send(message)
        if len(self.sent) == 2:
            databases.restart()
        return answer


def test_a_database_that_is_restarted_loses_nothing_and_repeats_nothing(
    office: Office, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--database") != "postgresql":
        pytest.skip("SQLite is a file, and is not restarted: pytest --database postgresql")
    told = Recipient("李四", "li")
    notices = [Notice("reply-5d", f"净{n}", DUE, told, "console", "主题", "") for n in range(5)]
    with office.work() as uow:
        uow.outbox.add(notices)
    channel = Striking("console")

    result = send(office.work, by_name(channel), office.clock, lang=Lang.ZH)

    assert result.sent == 5
    assert sorted(message.reference for message in channel.sent) == [f"净{n}" for n in range(5)]
    with office.read() as view:
        assert {row.status for row in view.outbox.all()} == {"sent"}
        assert view.outbox.log.all(Outcome.DOUBTFUL) == []
