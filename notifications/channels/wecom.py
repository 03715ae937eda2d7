"""A bot in a group of WeCom (企业微信群机器人)."""

from collections.abc import Callable
from datetime import datetime

from notifications.channels.bots import Allowance, told
from notifications.channels.brief import Brief, clipped
from notifications.channels.outward import Outward
from notifications.ports import Message

MOST_BYTES = 2_048  # of a text; a markdown message may have 4,096

_BUSY = frozenset({45009, 45033})  # more than its calls, or than at one time
_FINAL = frozenset({40008, 40035, 40058, 44004, 45002})  # what was said is not taken, ever


class WecomChannel:
    """Says in a group which number is due when, and nothing else."""

    name = "wecom"

    def __init__(self, webhook: str, outward: Outward, now: Callable[[], datetime]) -> None:
        self._webhook = webhook
        self._outward = outward
        self._now = now
        self._allowance = Allowance(now)

    def send(self, message: Message) -> str:
        """Hand the brief to the bot; its errcode decides whether it was sent."""
        self._allowance.take()
        said = clipped(str(Brief.of(message, self._now)), MOST_BYTES)
        text = {"msgtype": "text", "text": {"content": said}}
        return told(self._outward, self._webhook, text, final=_FINAL, busy=_BUSY)
