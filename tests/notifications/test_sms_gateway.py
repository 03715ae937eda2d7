"""Short messages through a gateway that is described by templates."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from notifications.channels.outward import Outward
from notifications.channels.sms_gateway import SmsChannel, SmsGateway
from notifications.ports import Message, Recipient, SendError
from tests.notifications.gateway import Asked, Behaviour, never_answers, open_gateway, says

pytestmark = pytest.mark.enable_socket

MORNING = datetime(2026, 12, 14, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
MESSAGE = Message(
    "key", Recipient("陈经办", "13800000000"), "主题", "正文", "净1号", date(2026, 12, 17)
)
JSON = SmsGateway(
    url="",
    body='{"to": {{ phone | tojson }}, "args": [{{ number | tojson }}, {{ days }}]}',
    headers={"Content-Type": "application/json", "Authorization": "Bearer k-2"},
    success_path="result.code",
    success_value="0",
)


def sent(
    gateway: SmsGateway, behaviour: Behaviour, message: Message = MESSAGE
) -> tuple[str, list[Asked]]:
    """Send one, and return the answer and what the gateway was asked."""
    outward = Outward(total_seconds=0.5, inside=True)
    with open_gateway(behaviour) as served:
        described = replace(gateway, url=served.url + gateway.url)
        return SmsChannel(described, outward, lambda: MORNING).send(message), served.asked


def refusal(
    gateway: SmsGateway, behaviour: Behaviour, message: Message = MESSAGE
) -> tuple[str, bool]:
    with pytest.raises(SendError) as caught:
        sent(gateway, behaviour, message)
    return caught.value.code, caught.value.retry


def test_a_gateway_is_asked_as_its_templates_say() -> None:
    answer, (asked,) = sent(JSON, says({"result": {"code": 0}}))

    assert answer == "gateway_0"
    assert asked.method == "POST"
    assert asked.headers["Authorization"] == "Bearer k-2"
    assert asked.body == '{"to": "13800000000", "args": ["\\u51c01\\u53f7", 3]}'


def test_a_gateway_may_be_asked_by_its_address_alone() -> None:
    described = SmsGateway(
        "&to={{ phone }}&text={{ text | urlencode }}", body="", method="GET", success_pattern="^OK"
    )

    answer, (asked,) = sent(described, says("OK 1234"))

    assert answer == "http_200"
    assert asked.query["to"] == ["13800000000"]
    assert asked.query["text"] == ["【信息公开】净1号还有3天到期（自然日）。请登录办理台查看。"]


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        (says({"result": {"code": "isv.LIMIT"}}), ("gateway_isv.LIMIT", True)),
        (says({"result": {"code": "余额不足"}}), ("gateway_____", True)),
        (says({"result": {}}), ("answer_unreadable", True)),
        (says({"result": []}), ("answer_unreadable", True)),
        (says("[" * 50_000), ("answer_unreadable", True)),
        (says("OK"), ("answer_unreadable", True)),
        (says({"result": {"code": 0}}, 502), ("http_502", True)),
        (says({"result": {"code": 0}}, 403), ("http_403", True)),
        (never_answers, ("timeout", True)),
    ],
)
def test_status_and_words_must_both_say_that_it_was_taken(
    behaviour: Behaviour, expected: tuple[str, bool]
) -> None:
    assert refusal(JSON, behaviour) == expected


def test_a_pattern_that_is_not_found_means_refused() -> None:
    assert refusal(replace(JSON, success_pattern="^OK"), says("ERR")) == ("gateway_refused", True)


@pytest.mark.parametrize("phone", ["", "陈经办", "138 0000", "13800000000\r\nX: y", "1" * 21])
def test_what_is_no_number_of_a_telephone_is_not_called(phone: str) -> None:
    message = replace(MESSAGE, recipient=Recipient("陈经办", phone))

    assert refusal(JSON, says("OK"), message) == ("phone_unreadable", False)


@pytest.mark.parametrize(
    "body",
    [
        "{{ subject }}",  # a template is not given it
        "{{ body }}",
        "{{ recipient.name }}",
        "{{ number",
        "{{ number.__class__.__mro__ }}",
        "{{ ''.__class__.__subclasses__() }}",
    ],
)
def test_a_template_can_say_nothing_but_the_number_and_the_days(body: str) -> None:
    found = refusal(replace(JSON, body=body), says("OK"))

    assert found == ("template_unreadable", False)
