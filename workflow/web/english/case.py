"""English of the pages: case."""

WORDS: dict[str, str] = {}
