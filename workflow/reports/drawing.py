"""Bars as an SVG drawing: plain shapes and text, the same for the same values."""

from collections.abc import Sequence
from html import escape

from workflow.documents.literal import literal
from workflow.documents.text import columns
from workflow.reports.cells import Number

_WIDTH, _SIZE, _ROW, _BAR = 640, 14, 28, 18
_EDGE = 8
_VALUE_ROOM = 64  # for the figure after the longest bar
_INK, _COLOUR = "#1d1f23", "#1f5a96"


def bars(title: str, description: str, values: Sequence[tuple[str, Number]]) -> str:
    """Return a bar to each value, with its label before it and its figure after it."""
    most = max((value for _, value in values), default=0) or 1
    left = _EDGE + max((columns(label) for label, _ in values), default=0) * _SIZE // 2 + 10
    room = _WIDTH - left - _VALUE_ROOM
    height = _ROW * len(values) + 2 * _EDGE
    drawn = []
    for number, (label, value) in enumerate(values):
        top = _EDGE + number * _ROW + (_ROW - _BAR) // 2
        length = max(0, round(room * float(value) / float(most), 1))
        base = top + 14
        drawn.append(
            f'<text x="{left - 8}" y="{base}" text-anchor="end">{_said(label)}</text>'
            f'<rect x="{left}" y="{top}" width="{length:g}" height="{_BAR}" fill="{_COLOUR}"/>'
            f'<text x="{left + length + 6:g}" y="{base}">{value}</text>'
        )
    axis = (
        f'<line x1="{left}" y1="{_EDGE}" x2="{left}" y2="{height - _EDGE}" '
        f'stroke="{_INK}" stroke-width="1"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" font-size="{_SIZE}" fill="{_INK}" '
        f'font-family="sans-serif"><title>{_said(title)}</title>'
        f"<desc>{_said(description)}</desc>{''.join(drawn)}{axis}</svg>"
    )


def _said(text: str) -> str:
    return escape(literal(text), quote=False)
