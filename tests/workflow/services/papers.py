"""A reply read off the bare history of its request, by hand: what it says, and who signed for it.

Nothing here asks the drafts, digests and guards that it is held against.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from states.steps import Role
from workflow.records.chain import Entry

OUT = {"disclose", "sever"}


@dataclass(frozen=True)
class Known:
    """What the machine remembers of a signature: who, in what role, and of which words."""

    actor: str
    role: Role
    words: str


@dataclass
class Paper:
    """A reply as the bare history tells it: the words of each item, and who decided them."""

    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    deciders: dict[str, str] = field(default_factory=dict)
    searches: list[dict[str, Any]] = field(default_factory=list)
    sent_back: dict[str, int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """Everything the reply says, and who says it."""
        said = [self.items, self.deciders, sorted(map(json.dumps, self.searches))]
        return json.dumps(said, ensure_ascii=False)

    def words_of(self, item: str) -> str:
        """What one item says, and who says it."""
        return json.dumps([self.items[item], self.deciders[item]], ensure_ascii=False)


def standing(history: Iterable[Entry]) -> list[Entry]:
    """Return what was not annulled, in the order of its days."""
    entries = list(history)
    annulled = {entry.annuls for entry in entries}
    left = [entry for entry in entries if entry.seq not in annulled]
    return sorted(left, key=lambda entry: (entry.happened_on, entry.seq))


def paper(entries: Iterable[Entry]) -> Paper:
    """Read what is decided off the history, entry by entry."""
    found = Paper()
    for entry in entries:
        matter = entry.terms.get("matter")
        said: dict[str, Any] = matter if isinstance(matter, dict) else {}
        if entry.kind == "item_decided":
            found.items[said["item"]] = said
            found.deciders[said["item"]] = entry.actor
        elif entry.kind == "item_withdrawn":
            found.items.pop(said["item"], None)
            found.deciders.pop(said["item"], None)
        elif entry.kind == "search_recorded":
            found.searches.append(said)
        elif entry.kind == "draft_sent_back":
            for item in said.get("items") or list(found.items):
                found.sent_back[item] = entry.seq
    return found


def expected_outcome(items: Iterable[dict[str, Any]]) -> str:
    """The outcome of the few decisions that are drawn here, in words."""
    decisions = {item["decision"] for item in items}
    if "sever" in decisions or {"disclose", "withhold"} <= decisions:
        return "partly_disclosed"
    if "disclose" in decisions:
        return "disclosed"
    return "deliberative" if "withhold" in decisions else "not_held"


def is_signed_off(entries: list[Entry], known: Mapping[int, Known]) -> bool:
    """Judge by hand whether what stands was reviewed, approved and issued as it stands."""
    now = paper(entries)
    if not now.items:
        return False
    if not all(is_reviewed(now, item, entries, known) for item in now.items):
        return False
    approvals = [entry for entry in entries if entry.kind == "reply_approved"]
    letters = [entry for entry in entries if entry.kind == "reply_dated"]
    last_back = max(
        (place for place, entry in enumerate(entries) if entry.kind == "draft_sent_back"),
        default=-1,
    )
    return any(
        known[entry.seq].words == now.words
        and known[entry.seq].role is Role.HEAD_OF_OFFICE
        and entry.actor not in now.deciders.values()
        and entries.index(entry) > last_back
        for entry in approvals
    ) and any(known[entry.seq].words == now.words for entry in letters)


def is_reviewed(now: Paper, item: str, entries: list[Entry], known: Mapping[int, Known]) -> bool:
    """Judge by hand whether an item may go out."""
    if now.items[item]["decision"] not in OUT:
        return True
    reviews = [
        entry for entry in entries if entry.kind == "item_reviewed" and said(entry)["item"] == item
    ]
    if not reviews:
        return False
    last = reviews[-1]
    back = next((e for e in entries if e.seq == now.sent_back.get(item)), None)
    return (
        bool(said(last)["passed"])
        and known[last.seq].words == now.words_of(item)
        and known[last.seq].role is Role.REVIEWER
        and last.actor != now.deciders[item]
        and (back is None or entries.index(back) < entries.index(last))
    )


def said(entry: Entry) -> dict[str, Any]:
    matter = entry.terms["matter"]
    assert isinstance(matter, dict)
    return matter
