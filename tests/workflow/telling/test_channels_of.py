"""Which channels the settings give; what is told in brief; what is told of failure."""

import sys
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from pydantic import ValidationError

from notifications.channels.registry import by_name
from notifications.messages import Lang
from notifications.ports import IN_APP, Notice, Recipient, SendError
from tests.fakes import FixedClock
from tests.notifications.fakes_notifications import RecordingChannel
from workflow.bootstrap import Office
from workflow.i18n import Lang as WordsIn
from workflow.records.facts import StaffMember
from workflow.services.channels import channels_of
from workflow.services.delivering import send
from workflow.services.errors import ExtraNotInstalledError
from workflow.services.relaying import relay
from workflow.services.undelivered import tell_of_break
from workflow.settings import Settings, SmsSettings
from workflow.wording.telling import ANSWERS, answer_words

NOTICE = Notice(
    "reply-5d",
    "净公开申〔2025〕3号",
    date(2025, 9, 28),  # Sunday, worked for the National Day
    Recipient("李四", "li@example.cn"),
    "email",
    "主题",
    "正文",
)
EVERY_CHANNEL = {
    "smtp": {"host": "mail.example", "sender": "desk@office.example"},
    "wecom": {"webhook": "https://wecom.example/?key=1"},
    "dingtalk": {"webhook": "https://dingtalk.example/?key=1", "secret": "SEC"},
    "sms": {"url": "https://sms.example/", "body": "{{ text }}", "phones": {"李四": "13800000000"}},
    "apprise": {"urls": ["json://notify.example"]},
}


def names(**settings: object) -> set[str]:
    clock = FixedClock(datetime(2025, 9, 22, tzinfo=UTC))
    return set(channels_of(Settings.model_validate(settings), clock, StringIO()))


def staffed(office: Office) -> None:
    with office.work() as uow:
        people = [StaffMember(name="陈主任", role="head_of_office"), StaffMember(name="李四")]
        uow.staff.add_many(people, actor="管理员", at=office.clock.now())


def test_without_settings_there_is_the_console_alone() -> None:
    assert names() == {"console"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of apprise's own
def test_each_channel_is_there_once_it_is_set_up() -> None:
    pytest.importorskip("apprise", reason="the extra notify is not installed")

    assert names(**EVERY_CHANNEL) == {"console", "email", "wecom", "dingtalk", "sms", "apprise"}


def test_apprise_that_is_not_installed_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)

    with pytest.raises(ExtraNotInstalledError) as caught:
        names(apprise=EVERY_CHANNEL["apprise"])

    assert (caught.value.extra, caught.value.package) == ("notify", "apprise")


def test_no_secret_of_a_channel_is_printed_with_the_settings() -> None:
    said = repr(Settings.model_validate(EVERY_CHANNEL))

    assert [one for one in ("key=1", "SEC'", "sms.example", "json://") if one in said] == []


def test_a_pattern_that_cannot_be_read_is_refused_at_once() -> None:
    with pytest.raises(ValidationError, match="success_pattern"):
        SmsSettings(success_pattern="(")


def test_a_group_and_a_telephone_are_told_in_brief_once(office: Office) -> None:
    settings = Settings.model_validate(EVERY_CHANNEL)
    with office.work() as uow:
        uow.outbox.add([NOTICE])
        at = office.clock.now()
        first = relay(uow, settings, ("email", "wecom", "sms"), at=at)
        again = relay(uow, settings, ("email", "wecom", "sms"), at=at)

    assert (first, again) == (2, 0)
    with office.read() as view:
        briefs = [(row.channel, row.recipient, row.body) for row in view.outbox.all()[1:]]
    assert briefs == [("wecom", "<group>", ""), ("sms", "李四 <13800000000>", "")]


def test_nothing_is_relayed_where_no_group_is_set_up(office: Office) -> None:
    with office.work() as uow:
        uow.outbox.add([NOTICE])

        assert relay(uow, Settings(), ("console", "email"), at=office.clock.now()) == 0


def test_what_waits_on_the_desk_is_not_said_in_a_group_of_another_day(
    office: Office, clock: FixedClock
) -> None:
    with office.work() as uow:
        uow.outbox.add([NOTICE])
    clock.move(days=2)

    with office.work() as uow:
        assert relay(uow, Settings(), ("wecom",), at=clock.now()) == 0


def test_what_is_given_up_waits_on_the_desk_of_the_head_of_office(office: Office) -> None:
    staffed(office)
    with office.work() as uow:
        uow.outbox.add([NOTICE])
    gone = RecordingChannel("email", SendError("smtp_550", retry=False))

    for _ in range(2):
        send(office.work, by_name(gone), office.clock, lang=Lang.ZH)

    with office.read() as view:
        (told,) = view.outbox.for_person("陈主任")
        assert view.outbox.for_person("李四") == []
    assert told.channel == IN_APP
    assert told.subject == "【信息公开】一条提醒没有发出：主题"
    assert "给李四的提醒经电子邮件试发 1 次，没有发出：收件地址不存在（smtp_550）" in told.body
    assert "“提醒”页上重发" in told.body


def test_records_that_do_not_verify_are_told_of_once_a_day(office: Office) -> None:
    staffed(office)
    for _ in range(2):
        with office.work() as uow:
            tell_of_break(uow, date(2025, 9, 22), WordsIn.ZH)

    with office.read() as view:
        assert [row.subject for row in view.outbox.for_person("陈主任")] == [
            "【信息公开】记录核验不通过"
        ]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("smtp_550", "收件地址不存在（smtp_550）"),
        ("smtp_552", "邮件服务器拒绝（smtp_552）"),
        ("errcode_1", "机器人拒绝（errcode_1）"),
        ("ZeroDivisionError", "ZeroDivisionError"),
    ],
)
def test_an_answer_is_said_in_words_with_its_code(code: str, said: str) -> None:
    assert answer_words(code, WordsIn.ZH) == said


def test_every_answer_is_said_in_both_languages() -> None:
    assert all(text.zh and text.en for text in ANSWERS.values())
