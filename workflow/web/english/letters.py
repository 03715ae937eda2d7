"""English of the pages: letters."""

WORDS: dict[str, str] = {}
