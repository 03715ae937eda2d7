"""What may be said where anybody might read over: the number, and how many days are left.

Neither the subject nor the body of a notice goes there: both may name people.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from notifications.ports import Message

_CHINA = ZoneInfo("Asia/Shanghai")

# A number of the register: short, in one piece, with a digit; what else stands for a notice
# (the name of a person, say) is left out.
_OF_A_REGISTER = re.compile(r"(?=\D*\d)[^\s:：,，@<>]{1,40}")

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Brief:
    """The number of what a notice is about, and the days until it is due; below 0 it is late."""

    number: str
    days: int | None

    @classmethod
    def of(cls, message: Message, now: Callable[[], datetime]) -> "Brief":
        """Return what may be said of a message on the day that it is in China now."""
        number = message.reference if _OF_A_REGISTER.fullmatch(message.reference) else ""
        if message.due_on is None:
            return cls(number, None)
        return cls(number, (message.due_on - now().astimezone(_CHINA).date()).days)

    def __str__(self) -> str:
        """Say it in one sentence, the days as they stand in a calendar."""
        return f"【信息公开】{self.number or '有事项'}{self._when()}请登录办理台查看。"

    def _when(self) -> str:
        if self.days is None:
            return "需要办理。"
        if self.days < 0:
            return f"已逾期{-self.days}天。"
        return "今天到期。" if self.days == 0 else f"还有{self.days}天到期（自然日）。"


def clipped(text: str, limit: int) -> str:
    """Return the text, or as much of it as fits into so many bytes, cut between characters."""
    written = text.encode()
    if len(written) <= limit:
        return text
    kept = written[: limit - len(_ELLIPSIS.encode())]
    return kept.decode(errors="ignore") + _ELLIPSIS
