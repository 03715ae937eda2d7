"""How requests are related, as their histories say it."""

import json
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from states.case import EventKind
from workflow.records.chain import RecordKind
from workflow.records.dossiers import Dossier, Line, standing
from workflow.records.store import as_day, as_json


class RelationKind(StrEnum):
    """What one request is to another."""

    LINKED = "linked"
    KEPT_APART = "kept_apart"
    SPLIT_FROM = "split_from"
    SPLIT_INTO = "split_into"
    MERGED_INTO = "merged_into"
    TOOK_IN = "took_in"


class Relation(NamedTuple):
    """One request related to another: how, since when, and why."""

    kind: RelationKind
    number: str
    since: date
    reason: str


# Two decisions about the same two requests: the later one stands.
_DECIDED = {RecordKind.LINKED: RelationKind.LINKED, RecordKind.KEPT_APART: RelationKind.KEPT_APART}
_SPLIT = {
    RecordKind.SPLIT_FROM: RelationKind.SPLIT_FROM,
    RecordKind.SPLIT_INTO: RelationKind.SPLIT_INTO,
}


def relations_of(dossier: Dossier) -> tuple[Relation, ...]:
    """Return the relations of a request that stand, in the order they came about."""
    found: dict[tuple[str, str], Relation] = {}
    for line in dossier.lines:
        if line.kind in _DECIDED:
            said = _said(line)
            found.pop(("decided", said["number"]), None)
            found["decided", said["number"]] = _relation(_DECIDED[RecordKind(line.kind)], line)
        elif line.kind in _SPLIT:
            said = _said(line)
            for number in said.get("numbers") or [said["number"]]:
                kind = _SPLIT[RecordKind(line.kind)]
                found["split", number] = _relation(kind, line, number)
        elif line.kind == RecordKind.TOOK_IN:
            found["merged", _said(line)["number"]] = _relation(RelationKind.TOOK_IN, line)
        elif line.kind == RecordKind.LET_GO:
            found.pop(("merged", _said(line)["number"]), None)
    return (*found.values(), *_mergers(dossier))


def _mergers(dossier: Dossier) -> list[Relation]:
    return [
        _relation(RelationKind.MERGED_INTO, line, _said(line)["ref"])
        for line in standing(dossier.lines)
        if line.kind == EventKind.MERGED
    ]


def _relation(kind: RelationKind, line: Line, number: str = "") -> Relation:
    said = _said(line)
    return Relation(
        kind, number or said["number"], as_day(line.happened_on), said.get("reason", "")
    )


def _said(line: Line) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(as_json(line.details))
    return said
