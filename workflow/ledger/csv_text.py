"""The text of .csv files: encodings, and text that a spreadsheet would run as a formula."""

import re
from pathlib import Path

from workflow.ledger.errors import BookTrouble, LedgerUnreadableError

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

# A spreadsheet program runs such text when it opens a .csv file. An apostrophe in front stops it,
# and is taken off again when the file is read. Plain signed numbers are harmless.
_WOULD_RUN = re.compile(r"'*(?:[=@\t\r]|[+-](?![\d\s.-]*\Z))")
_GUARDED = re.compile(r"'+(?:[=@\t\r]|[+-](?![\d\s.-]*\Z))")


def decoded(path: Path) -> str:
    """Return the text of a file in UTF-8, with or without its mark, or in GB18030."""
    content = path.read_bytes()
    if content.startswith(_UTF_16):
        raise LedgerUnreadableError(BookTrouble.UNKNOWN_ENCODING, path)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise LedgerUnreadableError(BookTrouble.UNKNOWN_ENCODING, path)


def guarded(text: str) -> str:
    """Return text that no spreadsheet program takes for a formula."""
    return f"'{text}" if _WOULD_RUN.match(text) else text


def unguarded(text: str) -> str:
    """Return guarded text as it was."""
    return text[1:] if _GUARDED.match(text) else text
