"""English of the pages: office."""

WORDS: dict[str, str] = {}
