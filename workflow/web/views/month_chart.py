"""Columns by month as an SVG drawing: each series has its own pattern, and its figures above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from workflow.documents.literal import literal

_WIDTH, _HEIGHT, _LEFT, _TOP, _FOOT = 720, 220, 12, 34, 24
_INK: Final = "#1d1f23"
_FILLS: Final = ("#1f5a96", "#c9d7e6")
_STROKES: Final = ("#1f5a96", "#1f4e79")


@dataclass(frozen=True, slots=True)
class Series:
    """A row of columns: its name, and a value of each month; None is drawn as a gap."""

    name: str
    values: tuple[float | None, ...]
    unit: str = ""


def columns_by_month(
    title: str, description: str, series: Sequence[Series], months: Sequence[str], most: float = 0
) -> str:
    """Return the drawing; `most` is what a full column stands for, or the largest value."""
    highest = most or max((v or 0 for one in series for v in one.values), default=0) or 1
    slot = (_WIDTH - 2 * _LEFT) / len(months)
    width = min(22.0, slot * 0.8 / len(series))
    base = _HEIGHT - _FOOT
    room = base - _TOP - 16
    drawn = [_legend(series)]
    for place, month in enumerate(months):
        middle = _LEFT + slot * (place + 0.5)
        drawn.append(f'<text x="{middle:g}" y="{base + 17}" text-anchor="middle">{month}</text>')
        for number, one in enumerate(series):
            value = one.values[place]
            if value is None:
                continue
            x = middle - width * len(series) / 2 + width * number
            height = round(room * value / highest, 1)
            drawn.append(
                f'<rect x="{x:g}" y="{base - height:g}" width="{width - 2:g}" height="{height:g}"'
                f' fill="{_FILLS[number]}" stroke="{_STROKES[number]}" stroke-width="1"/>'
            )
            if value or most:
                drawn.append(
                    f'<text x="{x + width / 2 - 1:g}" y="{base - height - 4:g}" font-size="11"'
                    f' text-anchor="middle">{value:g}</text>'
                )
    axis = (
        f'<line x1="{_LEFT}" y1="{base}" x2="{_WIDTH - _LEFT}" y2="{base}" stroke="{_INK}" '
        'stroke-width="1"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" font-size="12" fill="{_INK}" '
        f'font-family="sans-serif"><title>{_said(title)}</title><desc>{_said(description)}</desc>'
        f"{''.join(drawn)}{axis}</svg>"
    )


def _legend(series: Sequence[Series]) -> str:
    drawn = []
    for number, one in enumerate(series):
        x = _LEFT + number * 150
        drawn.append(
            f'<rect x="{x}" y="8" width="12" height="12" fill="{_FILLS[number]}"'
            f' stroke="{_STROKES[number]}" stroke-width="1"/>'
            f'<text x="{x + 18}" y="18">{_said(one.name)}{_said(one.unit)}</text>'
        )
    return "".join(drawn)


def _said(text: str) -> str:
    return escape(literal(text), quote=False)
