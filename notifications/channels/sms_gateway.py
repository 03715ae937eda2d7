"""Short messages through whatever gateway the office has: its HTTP interface, as a template.

A template is given the number of the request, the days left and whom to call (`number`, `days`,
`phone`, and `text` made of the first two), never a name or a word of the request.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPMethod

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from notifications.channels.brief import Brief
from notifications.channels.outward import Outward, refused
from notifications.ports import Message, SendError

_JINJA = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
_PHONE = re.compile(r"\+?\d{5,20}")
_SUCCESS = range(200, 300)


@dataclass(frozen=True, slots=True)
class SmsGateway:
    """How the gateway wants to be asked, and how its answer says that it took the message.

    Beyond a status of 2xx: `success_path` leads through JSON to the value `success_value`, and
    `success_pattern` is looked for in the text; either may be left out.
    """

    url: str = field(repr=False)
    body: str
    method: str = HTTPMethod.POST.value
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    success_path: str = ""
    success_value: str = ""
    success_pattern: str = ""


class SmsChannel:
    """Sends the number and the days to a mobile telephone."""

    name = "sms"

    def __init__(self, gateway: SmsGateway, outward: Outward, now: Callable[[], datetime]) -> None:
        self._gateway = gateway
        self._outward = outward
        self._now = now

    def send(self, message: Message) -> str:
        """Hand the brief to the gateway; its status and its own words decide."""
        if not _PHONE.fullmatch(message.recipient.address):
            raise SendError("phone_unreadable", retry=False)
        brief = Brief.of(message, self._now)
        facts = {
            "phone": message.recipient.address,
            "number": brief.number,
            "days": brief.days,
            "text": str(brief),
        }
        gateway = self._gateway
        answer = self._outward.ask(
            gateway.method,
            _filled(gateway.url, facts),
            _filled(gateway.body, facts).encode(),
            {name: _filled(value, facts) for name, value in gateway.headers.items()},
        )
        if answer.status not in _SUCCESS:
            raise refused(answer.status)
        return _taken(gateway, answer.status, answer.text)


def _filled(template: str, facts: Mapping[str, object]) -> str:
    try:
        return _JINJA.from_string(template).render(facts)
    except TemplateError as error:
        raise SendError("template_unreadable", retry=False) from error


def _taken(gateway: SmsGateway, status: int, text: str) -> str:
    """Return what the gateway answered, or raise where it did not take the message."""
    if gateway.success_pattern and not re.search(gateway.success_pattern, text):
        raise SendError("gateway_refused", retry=True)
    if not gateway.success_path:
        return f"http_{status}"
    found = _found(gateway.success_path, text)
    if found != gateway.success_value:
        raise SendError(f"gateway_{re.sub(r'[^A-Za-z0-9_.-]', '_', found)[:40]}", retry=True)
    return f"gateway_{found}"


def _found(path: str, text: str) -> str:
    """Follow a path such as `result.0.code` through JSON."""
    try:
        value = json.loads(text)
        for step in path.split("."):
            value = value[int(step)] if isinstance(value, list) else value[step]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise SendError("answer_unreadable", retry=True) from error
    return value if isinstance(value, str) else json.dumps(value)
