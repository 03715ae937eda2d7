"""English of the pages: reports."""

WORDS: dict[str, str] = {}
