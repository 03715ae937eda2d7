"""This year beside the last, in words: risen, fallen, as before, from nothing."""

from decimal import Decimal

from workflow.reports.cells import Number
from workflow.reports.measures import percentage

_LEAST = Decimal("0.1")

NOT_COMPARABLE = "上年没有可比数据"


def compared(now: Number, before: Number, unit: str) -> str:
    """Return how a figure differs from last year's; of nothing there is no percentage."""
    if now == before:
        return f"与上年持平，均为{now}{unit}"
    if not before:
        return f"上年为0{unit}，增加{now}{unit}"
    change = percentage(now - before if now > before else before - now, before)
    share = shown(change)
    if now > before:
        return f"比上年增加{now - before}{unit}，增长{share}"
    return f"比上年减少{before - now}{unit}，下降{share}"


def shown(change: Decimal | None) -> str:
    """Return a percentage as it is printed: no idle zero, and nothing rounded away."""
    if change is None:
        return "—"
    if change < _LEAST:
        return "不足0.1%"
    return f"{change.normalize():f}%"
