"""English of the pages: steps."""

WORDS: dict[str, str] = {}
