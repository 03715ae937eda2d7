"""Where a line may break that no rule of writing would break: within a very long string."""

import re
from unicodedata import category

Pieces = list[str]
JOINER = "\u200d"  # what it stands between is one character

# Ideographs and their punctuation break anywhere anyway; spaces and hyphens are places too.
_UNBROKEN = re.compile(r"[^\s\-\u2010-\u2015\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]+")


def lines_of(text: str, longest: int) -> list[Pieces]:
    """Return the lines of a text, each in pieces between which it may break.

    Only strings longer than `longest` are cut, before each character that stands on its own.
    """
    return [_pieces(line.replace("\t", "    "), longest) for line in text.split("\n")]


def _pieces(line: str, longest: int) -> Pieces:
    pieces, start = [""], 0
    for found in _UNBROKEN.finditer(line):
        if len(found[0]) > longest:
            pieces[-1] += line[start : found.start()]
            pieces += _clusters(found[0])
            start = found.end()
    pieces[-1] += line[start:]
    return [piece for piece in pieces if piece]


def _clusters(text: str) -> Pieces:
    """Cut before every character, but for the marks that are put on another."""
    pieces: Pieces = []
    for character in text:
        if pieces and (category(character)[0] == "M" or JOINER in (character, pieces[-1][-1])):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
