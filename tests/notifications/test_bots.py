"""The bots of WeCom and DingTalk against a server that behaves, and one that does not."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from notifications.channels.bots import PER_MINUTE
from notifications.channels.brief import Brief, clipped
from notifications.channels.dingtalk import DingtalkChannel, signature
from notifications.channels.outward import Outward
from notifications.channels.wecom import WecomChannel
from notifications.ports import Channel, Message, Recipient, SendError
from tests.notifications.fakes_notifications import HandClock
from tests.notifications.gateway import (
    Behaviour,
    Gateway,
    errcode,
    hangs_up,
    never_answers,
    open_gateway,
    redirects,
    says,
)

pytestmark = pytest.mark.enable_socket

MORNING = datetime(2026, 12, 14, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
NUMBER = "净公开申〔2026〕3号"
MESSAGE = Message(
    "key", Recipient("陈经办", "group"), "主题", "正文", NUMBER, date(2026, 12, 17)
)  # Thursday
SECRET = "SECtest"  # noqa: S105 - nobody's
INSIDE = Outward(connect_seconds=1, total_seconds=0.5, inside=True)

Make = Callable[[str, HandClock], Channel]


def wecom(url: str, clock: HandClock) -> Channel:
    return WecomChannel(url, INSIDE, clock.now)


def dingtalk(url: str, clock: HandClock) -> Channel:
    return DingtalkChannel(url, SECRET, INSIDE, clock.now)


every_bot = pytest.mark.parametrize("make", [wecom, dingtalk])


def refusal(channel: Channel) -> SendError:
    with pytest.raises(SendError) as caught:
        channel.send(MESSAGE)
    return caught.value


def refused_by(make: Make, *behaviours: Behaviour) -> tuple[str, bool]:
    with open_gateway(*behaviours) as gateway:
        error = refusal(make(gateway.url, HandClock(MORNING)))
    return error.code, error.retry


def content(gateway: Gateway) -> str:
    (asked,) = gateway.asked
    said = json.loads(asked.body)
    assert said["msgtype"] == "text"
    return str(said["text"]["content"])


@every_bot
def test_a_bot_says_the_number_and_the_days(make: Make) -> None:
    with open_gateway(errcode(0)) as gateway:
        answer = make(gateway.url, HandClock(MORNING)).send(MESSAGE)

    assert answer == "errcode_0"
    assert content(gateway) == (f"【信息公开】{NUMBER}还有3天到期（自然日）。请登录办理台查看。")


@every_bot
@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        (errcode(93000), ("errcode_93000", True)),  # HTTP 200, and yet nothing was sent
        (errcode(310000), ("errcode_310000", True)),
        (errcode(-1), ("errcode_-1", True)),
        (errcode(40035), ("errcode_40035", False)),
        (says("<html>ok</html>"), ("answer_unreadable", True)),
        (says({"errmsg": "ok"}), ("answer_unreadable", True)),
        (says([0]), ("answer_unreadable", True)),
        (says({"errcode": None}), ("answer_unreadable", True)),
        (says({"errcode": 0}, 500), ("http_500", True)),
        (says({"errcode": 0}, 400), ("http_400", False)),
        (redirects("http://127.0.0.1:1/"), ("http_302", True)),
        (never_answers, ("timeout", True)),
        (hangs_up, ("RemoteDisconnected", True)),
    ],
)
def test_only_errcode_nought_means_sent(
    make: Make, behaviour: Behaviour, expected: tuple[str, bool]
) -> None:
    assert refused_by(make, behaviour) == expected


@pytest.mark.parametrize(
    ("make", "code"), [(wecom, errcode(45009)), (dingtalk, errcode(130101)), (wecom, says("", 429))]
)
def test_a_bot_that_is_told_to_slow_down_waits_a_minute_without_counting_it(
    make: Make, code: Behaviour
) -> None:
    with open_gateway(code) as gateway:
        assert refusal(make(gateway.url, HandClock(MORNING))).after == timedelta(minutes=1)


@every_bot
def test_the_twenty_first_of_a_minute_waits_until_the_minute_is_over(make: Make) -> None:
    clock = HandClock(MORNING)
    with open_gateway(errcode(0)) as gateway:
        channel = make(gateway.url, clock)
        for _ in range(PER_MINUTE):
            channel.send(MESSAGE)
            clock.push(timedelta(seconds=1))

        waits = refusal(channel).after
        clock.push(timedelta(seconds=40))
        channel.send(MESSAGE)

    assert waits == timedelta(seconds=40)
    assert len(gateway.asked) == PER_MINUTE + 1


def test_a_clock_that_is_put_back_does_not_silence_a_bot() -> None:
    clock = HandClock(MORNING)
    with open_gateway(errcode(0)) as gateway:
        channel = wecom(gateway.url, clock)
        for _ in range(PER_MINUTE):
            channel.send(MESSAGE)
        clock.push(-timedelta(days=1))
        channel.send(MESSAGE)

    assert len(gateway.asked) == PER_MINUTE + 1


def test_dingtalk_is_signed_by_time_and_secret() -> None:
    with open_gateway(errcode(0)) as gateway:
        dingtalk(gateway.url, HandClock(MORNING)).send(MESSAGE)

    (asked,) = gateway.asked
    assert asked.query["key"] == ["k-1"]
    assert asked.query["timestamp"] == ["1797208200000"]
    # printf '1797208200000\nSECtest' | openssl dgst -sha256 -hmac SECtest -binary | base64
    assert asked.query["sign"] == ["0Dl60sCw7iwEVyVqpupZX3428C1K2wQH+FCMEMzbodw="]
    assert signature(SECRET, 1_797_208_200_000) == "0Dl60sCw7iwEVyVqpupZX3428C1K2wQH+FCMEMzbodw="


def test_a_bot_without_a_secret_is_not_signed() -> None:
    with open_gateway(errcode(0)) as gateway:
        DingtalkChannel(gateway.url, "", INSIDE, HandClock(MORNING).now).send(MESSAGE)

    assert set(gateway.asked[0].query) == {"key"}


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 12, 14), "今天到期。"),  # Monday itself
        (date(2026, 12, 15), "还有1天到期（自然日）。"),
        (date(2026, 12, 12), "已逾期2天。"),
        (None, "需要办理。"),
    ],
)
def test_the_days_are_counted_when_it_is_said(due: date | None, said: str) -> None:
    message = Message("key", Recipient("", ""), "", "", NUMBER, due)

    assert said in str(Brief.of(message, HandClock(MORNING).now))


def test_the_day_is_the_one_in_china() -> None:
    late = HandClock(datetime(2026, 12, 13, 16, 30, tzinfo=UTC))  # Monday 00:30 in Shanghai
    message = Message("key", Recipient("", ""), "", "", NUMBER, date(2026, 12, 14))

    assert Brief.of(message, late.now).days == 0


@pytest.mark.parametrize("reference", ["", "陈经办", "digest:陈经办:1", "a@b.example1", "张 三 1"])
def test_what_is_no_number_of_a_register_is_not_said(reference: str) -> None:
    message = Message("key", Recipient("", ""), "", "", reference)

    assert str(Brief.of(message, HandClock(MORNING).now)) == (
        "【信息公开】有事项需要办理。请登录办理台查看。"
    )


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("公开", 6, "公开"),
        ("公开申请", 11, "公开…"),  # 6 bytes and 3 for the sign
        ("公开申请", 9, "公开…"),
        ("公开申请", 8, "公…"),  # a character is kept whole or not at all
        ("a公开", 6, "a…"),
    ],
)
def test_a_text_is_cut_between_characters(text: str, limit: int, kept: str) -> None:
    found = clipped(text, limit)

    assert found == kept
    assert len(found.encode()) <= limit
