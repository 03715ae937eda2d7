"""English of the pages: registers."""

WORDS: dict[str, str] = {}
