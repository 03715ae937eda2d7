"""In which language an answer speaks: as `Accept-Language` asks, or the installation's own."""

from fastapi import Request

from workflow.i18n import Lang
from workflow.web.desk import installation_of


def spoken_to(request: Request) -> Lang:
    """Return the first of our languages that a program would rather read."""
    asked = request.headers.get("accept-language", "")
    found = [(weight, lang) for weight, lang in map(_read, asked.split(",")) if lang and weight > 0]
    if not found:
        return Lang(installation_of(request).settings.lang)
    best = max(weight for weight, _ in found)
    return next(Lang(lang) for weight, lang in found if weight == best)


def _read(said: str) -> tuple[float, str]:
    """Read one language with its weight; one that we do not speak has no name."""
    name, *more = (part.strip().lower() for part in said.split(";"))
    language = name.partition("-")[0]
    weight = next((part[2:] for part in more if part.startswith("q=")), "1")
    try:
        read = float(weight)
    except ValueError:
        read = 0.0
    return read, language if language in set(Lang) else ""
