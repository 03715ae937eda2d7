"""What the bots of WeCom and DingTalk have in common: an errcode that decides, and 20 a minute."""

import json
from collections import deque
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from http import HTTPStatus

from notifications.channels.outward import Outward, refused
from notifications.ports import SendError

PER_MINUTE = 20
_MINUTE = timedelta(minutes=1)


class Allowance:
    """How many messages may still leave within a minute; who asks for more must wait."""

    def __init__(self, now: Callable[[], datetime], most: int = PER_MINUTE) -> None:
        self._now = now
        self._most = most
        self._used: deque[datetime] = deque()

    def take(self) -> None:
        """Take one, or raise SendError with how long there is none."""
        now = self._now()
        while self._used and not timedelta() <= now - self._used[0] < _MINUTE:
            self._used.popleft()  # a minute ago, or the clock was put back
        if len(self._used) >= self._most:
            raise SendError("rate_limited", retry=True, after=_MINUTE - (now - self._used[0]))
        self._used.append(now)


def told(
    outward: Outward,
    url: str,
    said: object,
    *,
    final: Collection[int],
    busy: Collection[int],
) -> str:
    """Post JSON to a bot; return `errcode_0`, or raise what the errcode of its answer means."""
    body = json.dumps(said, ensure_ascii=False).encode()
    answer = outward.ask("POST", url, body, {"Content-Type": "application/json; charset=utf-8"})
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        raise SendError(f"http_{answer.status}", retry=True, after=_MINUTE)
    if answer.status != HTTPStatus.OK:
        raise refused(answer.status)
    code = _errcode(answer.text)
    if code in busy:
        raise SendError(f"errcode_{code}", retry=True, after=_MINUTE)
    if code:
        raise SendError(f"errcode_{code}", retry=code not in final)
    return "errcode_0"


def _errcode(text: str) -> int:
    try:
        code = json.loads(text)["errcode"]
        if not isinstance(code, int | str):
            raise SendError("answer_unreadable", retry=True)
        return int(code)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SendError("answer_unreadable", retry=True) from error
