"""Which links a reader may follow."""

from urllib.parse import urlsplit

from workflow.documents.literal import literal

_SCHEMES = {"http", "https", "mailto"}


def followed(link: str) -> str:
    """Return a link as a page may have it, or nothing: a script or a file is only text."""
    target = literal(link).strip()
    try:
        scheme = urlsplit(target).scheme
    except ValueError:
        return ""
    if any(character.isspace() for character in target):
        return ""
    return target if not scheme or scheme in _SCHEMES else ""


def absolute(link: str) -> str:
    """Return a link that leads somewhere from a file too, or nothing."""
    target = followed(link)
    return target if urlsplit(target).scheme in _SCHEMES else ""
