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
    return _digest(_said("item", by, decided))


@lru_cache(maxsize=4_096)
def digest_of_evidence(evidence: Evidence) -> str:
    """Return the digest of a search, or of an earlier reply."""
    return _digest(_said("evidence", "", evidence))


def digest_of_draft(items: Iterable[str], evidence: Iterable[str], asked: str) -> str:
    """Return the digest of a draft: its items in order, its evidence, and the request it answers.

    `asked` names the corrected request, since an approval of the reply to another is none of this.
    """
    return _digest(f"draft\n{asked}\n{' '.join(items)}\n{' '.join(sorted(evidence))}")


def _said(kind: str, by: str, matter: Matter) -> str:
    """Return what a matter says and who signs for it, field by field; days and codes as printed."""
    said = ((field.name, getattr(matter, field.name)) for field in fields(matter))
    return json.dumps(
        [kind, by, [(name, value) for name, value in said if value]],
        ensure_ascii=False,
        separators=(",", ":"),
        default=str,
    )


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
