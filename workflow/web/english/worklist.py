"""English of the pages: worklist."""

WORDS: dict[str, str] = {}
