"""Nothing about people leaves by a way that others read: marked words are looked for in it all."""

import base64
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from urllib.parse import unquote

import pytest

from notifications.channels.apprise import AppriseChannel
from notifications.channels.dingtalk import DingtalkChannel
from notifications.channels.errors import ExtraMissingError
from notifications.channels.outward import Outward
from notifications.channels.sms_gateway import SmsChannel, SmsGateway
from notifications.channels.wecom import WecomChannel
from notifications.ports import Channel, Message, Recipient, SendError
from tests.notifications.gateway import Gateway, errcode, open_gateway, says

pytestmark = pytest.mark.enable_socket

NOW = datetime(2026, 12, 14, 0, 30, tzinfo=UTC)
MARKED = ("甲姓名甲", "乙证号乙", "丙内容丙", "丁地址丁")
MESSAGE = Message(
    "rule:净公开申〔2026〕3号:甲姓名甲@office.example",
    Recipient("甲姓名甲", "13800000000"),
    "丙内容丙 还有3天",
    "申请人甲姓名甲（乙证号乙），住丁地址丁，申请公开丙内容丙。",
    "净公开申〔2026〕3号",
    date(2026, 12, 17),
)
INSIDE = Outward(total_seconds=2, inside=True)


def _now() -> datetime:
    return NOW


def a_wecom(gateway: Gateway) -> Channel:
    return WecomChannel(gateway.url, INSIDE, _now)


def a_dingtalk(gateway: Gateway) -> Channel:
    return DingtalkChannel(gateway.url, "SEC", INSIDE, _now)


def an_sms(gateway: Gateway) -> Channel:
    body = '{"to": "{{ phone }}", "text": {{ text | tojson }}, "number": "{{ number }}"}'
    return SmsChannel(SmsGateway(gateway.url, body), INSIDE, _now)


def an_apprise(gateway: Gateway) -> Channel:
    pytest.importorskip("apprise", reason="the extra notify is not installed")
    return AppriseChannel([gateway.url.replace("http://", "json://")], _now)


@pytest.mark.parametrize("make", [a_wecom, a_dingtalk, an_sms, an_apprise])
def test_no_word_about_people_is_in_anything_that_leaves(
    make: Callable[[Gateway], Channel],
) -> None:
    with open_gateway(errcode(0)) as gateway:
        make(gateway).send(MESSAGE)

    (asked,) = gateway.asked
    said = _readable(asked.everything)
    assert "2026" in said  # the number, or the search below would prove nothing
    assert [mark for mark in MARKED if mark in said] == []


def test_a_marked_word_would_be_found_however_it_is_written() -> None:
    for written in (
        "甲姓名甲",
        "\\u7532\\u59d3\\u540d\\u7532",
        "%E7%94%B2%E5%A7%93%E5%90%8D%E7%94%B2",
    ):
        assert "甲姓名甲" in _readable(written)
    assert "甲姓名甲" in _readable(base64.b64encode("甲姓名甲".encode()).decode())


def test_apprise_says_no_more_than_handed_over() -> None:
    with open_gateway(says("no", 200)) as gateway:
        assert an_apprise(gateway).send(MESSAGE) == "handed_over"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_apprise_could_not_hand_over_is_tried_again() -> None:
    with open_gateway(says("no", 500)) as gateway, pytest.raises(SendError) as caught:
        an_apprise(gateway).send(MESSAGE)

    assert (caught.value.code, caught.value.retry) == ("not_handed_over", True)


def test_an_address_that_apprise_does_not_know_is_named_as_such() -> None:
    pytest.importorskip("apprise", reason="the extra notify is not installed")

    with pytest.raises(SendError) as caught:
        AppriseChannel(["nonsense"], _now).send(MESSAGE)

    assert caught.value.code == "address_unreadable"


def test_apprise_without_its_package_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)

    with pytest.raises(ExtraMissingError) as caught:
        AppriseChannel(["json://office.example"], _now)

    assert (caught.value.extra, caught.value.package) == ("notify", "apprise")


def _readable(sent: str) -> str:
    """Return all that was sent, and beside it as one reads it who undoes its escapes."""
    plain = sent.encode("ascii", errors="ignore").decode("unicode_escape", errors="ignore")
    return "\n".join((sent, plain, unquote(sent), _decoded(sent)))


def _decoded(sent: str) -> str:
    try:
        return base64.b64decode(sent, validate=True).decode(errors="ignore")
    except ValueError:
        return ""
