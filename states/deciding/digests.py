"""Digests that name exactly what was reviewed, approved and issued.

A field that says nothing adds nothing, so that a digest outlives fields that are added later.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from hashlib import sha256

from states.matters import EarlierReplyCited, ItemDecided, Matter, SearchRecorded

Evidence = SearchRecorded | EarlierReplyCited


@lru_cache(maxsize=4_096)
def digest_of_item(decided: ItemDecided, by: str) -> str:
    """Return the digest of what was decided on an item, and by whom: the review covers both."""
    return _digest(["item", by, _said(decided)])


@lru_cache(maxsize=4_096)
def digest_of_evidence(evidence: Evidence) -> str:
    """Return the digest of a search, or of an earlier reply."""
    return _digest(["evidence", "", _said(evidence)])


def digest_of_draft(items: Iterable[str], evidence: Iterable[str], asked: str) -> str:
    """Return the digest of a draft: its items in order, its evidence, and the request it answers.

    `asked` names the corrected request, since an approval of the reply to another is none of this.
    """
    return _digest(["draft", asked, [*items], sorted(evidence)])


def _said(matter: Matter) -> list[tuple[str, object]]:
    """Return what a matter says, field by field."""
    said = ((field.name, getattr(matter, field.name)) for field in fields(matter))
    return [(name, value) for name, value in said if value]


def _digest(said: list[object]) -> str:
    """Return the digest of what is said; days and codes are as they print."""
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), default=str)
    return sha256(text.encode()).hexdigest()
