"""A bot in a group of DingTalk (钉钉自定义机器人), signed where it has a secret."""

from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from hmac import digest
from urllib.parse import urlencode

from notifications.channels.bots import Allowance, told
from notifications.channels.brief import Brief, clipped
from notifications.channels.outward import Outward
from notifications.ports import Message

MOST_BYTES = 20_000

_BUSY = frozenset({130101, 410100})  # sent too fast
_FINAL = frozenset({40035, 430101, 430102, 430103, 430104})  # what was said is not taken, ever


class DingtalkChannel:
    """Says in a group which number is due when, and nothing else."""

    name = "dingtalk"

    def __init__(
        self, webhook: str, secret: str, outward: Outward, now: Callable[[], datetime]
    ) -> None:
        self._webhook = webhook
        self._secret = secret
        self._outward = outward
        self._now = now
        self._allowance = Allowance(now)

    def send(self, message: Message) -> str:
        """Hand the brief to the bot; its errcode decides whether it was sent."""
        self._allowance.take()
        said = clipped(str(Brief.of(message, self._now)), MOST_BYTES)
        text = {"msgtype": "text", "text": {"content": said}}
        return told(self._outward, self._signed(), text, final=_FINAL, busy=_BUSY)

    def _signed(self) -> str:
        if not self._secret:
            return self._webhook
        stamp = round(self._now().timestamp() * 1_000)
        query = urlencode({"timestamp": stamp, "sign": signature(self._secret, stamp)})
        return self._webhook + ("&" if "?" in self._webhook else "?") + query


def signature(secret: str, stamp: int) -> str:
    """Sign the milliseconds of the hour and the secret with the secret, by HMAC-SHA256."""
    return b64encode(digest(secret.encode(), f"{stamp}\n{secret}".encode(), sha256)).decode()
