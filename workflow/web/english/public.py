"""English of the pages: public."""

WORDS: dict[str, str] = {}
