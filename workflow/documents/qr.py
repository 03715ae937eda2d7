"""QR codes: the one place that draws them."""

import io
from functools import lru_cache

import segno

from workflow.documents.errors import QrTooLongError
from workflow.documents.literal import literal

QUIET_ZONE = 4  # modules of white around it, as the standard asks
_PIXELS = 8  # to a module
Matrix = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=256)
def qr_matrix(payload: str) -> Matrix:
    """Return the dark modules of the code, row by row, without the white around them."""
    return tuple(tuple(bool(module) for module in row) for row in _code(payload).matrix)


def qr_png(payload: str) -> bytes:
    """Return the code as a PNG picture, the white around it included."""
    png = io.BytesIO()
    _code(payload).save(png, kind="png", scale=_PIXELS, border=QUIET_ZONE)
    return png.getvalue()


def qr_svg(payload: str) -> str:
    """Return the code as an SVG drawing, the white around it included."""
    matrix = qr_matrix(payload)
    size = len(matrix) + 2 * QUIET_ZONE
    dark = "".join(
        f"M{column + QUIET_ZONE} {row + QUIET_ZONE}h{length}v1h-{length}z"
        for row, modules in enumerate(matrix)
        for column, length in _stretches(modules)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        'shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path fill="#000" d="{dark}"/></svg>'
    )


def _stretches(modules: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return where the dark stretches of a row begin, and how long they are."""
    found: list[tuple[int, int]] = []
    for column, dark in enumerate(modules):
        if not dark:
            continue
        if found and sum(found[-1]) == column:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((column, 1))
    return found


def _code(payload: str) -> segno.QRCode:
    """Encode in UTF-8 always: a telephone would read Chinese in another encoding as rubbish."""
    said = literal(payload)
    try:
        return segno.make_qr(said, error="m", mode="byte", encoding="utf-8")
    except segno.DataOverflowError as error:
        raise QrTooLongError(len(said.encode())) from error
