"""The closed lists of the book: the words a clerk writes, and the codes they stand for."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from states.statute.receipt import Channel
from states.terms import TERMS


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a word without width, line breaks or spaces, so that equal words compare equal."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\u200b", "").split())


@dataclass(frozen=True, slots=True)
class WordList:
    """Codes with the word each is written as, and other words that are understood."""

    words: Mapping[str, str]
    also: Mapping[str, str] = field(default_factory=dict)
    _codes: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Turn the list round, once, for reading."""
        codes = {fold(word): code for word, code in self.also.items()}
        codes |= {fold(word): code for code, word in self.words.items()}
        object.__setattr__(self, "_codes", codes)

    def code_of(self, word: str) -> str | None:
        """Return the code of a word, or None if it is not on the list."""
        return self._codes.get(fold(word))

    def word_of(self, code: str) -> str:
        """Return the word that a code is written as."""
        return self.words[code]

    @property
    def shown(self) -> str:
        """The words, as a sentence lists them."""
        return "、".join(self.words.values())


def _listed(group: str, also: Mapping[str, str] | None = None) -> WordList:
    return WordList({code: term.zh for code, term in TERMS[group].items()}, also or {})


RECEIPT_CHANNELS = _listed(
    "channels",
    # Plain 信函 means signed post.
    {"信函": Channel.POST_SIGNED, "网络": Channel.INTERNET, "互联网": Channel.INTERNET},
)
APPLICANT_KINDS = _listed("applicants")
REPLY_DELIVERIES = _listed("deliveries")
PUBLICATION_CHANNELS = _listed(
    "publication_channels", {"政府门户网站": "website", "会议公开": "meeting"}
)
DISPUTE_RESULTS = _listed("dispute_results")
OFFICE_LEVELS = _listed("office_levels")
OUTCOMES = _listed("outcomes")
CONSULTATION_WAYS = WordList({"visit": "来访", "telephone": "电话", "internet": "网上"})
