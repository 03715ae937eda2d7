"""Text as every format prints it: what cannot be printed is shown as U+FFFD, never dropped.

The rule, for all writers alike: every way to end a line (CR LF, CR, NEL, U+2028, U+2029) is a
newline; a tab is a tab; any other control character, half of a surrogate pair, noncharacter, or
character that reorders the text around it (bidirectional embedding, override, isolate) is U+FFFD.
"""

import re

REPLACEMENT = "\ufffd"

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    + "".join(
        f"|[{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}]"
        for plane in range(0x10000, 0x110000, 0x10000)
    )
)


def literal(text: str) -> str:
    """Return the text as it is printed."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub(REPLACEMENT, _LINE_END.sub("\n", text))
