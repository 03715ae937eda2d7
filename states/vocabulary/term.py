"""What a term is: a code, its name in both languages, and where the law uses it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A code, its name in both languages, and where the law uses it."""

    code: str
    zh: str
    en: str
    source: str = ""


Group = dict[str, Term]


def group(*rows: tuple[str, str, str] | tuple[str, str, str, str]) -> Group:
    """Return a group of terms by their codes."""
    return {row[0]: Term(*row) for row in rows}
