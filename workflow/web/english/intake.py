"""English of the pages: intake."""

WORDS: dict[str, str] = {}
