"""Articles as a letter cites them: each instrument named once, in the order given."""

from collections.abc import Iterable
from dataclasses import replace

from states.citation import Citation, Instrument


def cited_in_full(citations: Iterable[Citation]) -> str:
    """Return 《…条例》第十四条、第三十六条第（三）项和《…办法》第六条.

    Of two places in one article that follow each other, the second does not name it again.
    """
    named: dict[Instrument, list[Citation]] = {}
    for citation in citations:
        places = named.setdefault(citation.instrument, [])
        if citation not in places:
            places.append(citation)
    parts = [f"《{title(text)}》{_places(places)}" for text, places in named.items()]
    if len(parts) < 2:  # noqa: PLR2004 -- nothing to join
        return "".join(parts)
    return f"{'、'.join(parts[:-1])}和{parts[-1]}"


def _places(citations: list[Citation]) -> str:
    said = []
    for before, citation in zip([None, *citations], citations, strict=False):
        again = before is not None and before.article == citation.article
        part = replace(citation, article=0) if again else citation
        said.append(part.place)
    return "、".join(place for place in said if place)


def title(instrument: Instrument) -> str:
    """Return a title to stand in book-title marks: titles within it in single ones."""
    return instrument.title.replace("《", "〈").replace("》", "〉")
