"""Breakdowns in the text: a count, 其中 or 包括, and the parts it is said to be made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.checking.prose.partitions import (
    PARTITIONS,
    RESULTS,
    Partition,
    is_category,
    is_other_category,
)
from workflow.checking.prose.percentages import Percentage, is_comparison, percentage_of
from workflow.checking.prose.sentences import Count, Sentence, count_of

_AMONG = re.compile(r"^(?:其中|包括)")
_FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a breakdown, with the percentage printed for it."""

    label: str
    number: int
    percentage: Percentage | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A count and the parts that follow it, in the order of the sentence."""

    sentence: Sentence
    whole: Count
    parts: tuple[Part, ...]

    def judged(self) -> tuple[tuple[Part, ...], bool] | None:
        """Return the parts that exclude each other, and whether they must make up the whole.

        None where the sentence does not plainly say that they are parts of one whole.
        """
        for partition in PARTITIONS:
            found = _of_partition(self.whole, self.parts, partition)
            if found is not None:
                return found
        return _of_categories(self.parts)


def breakdowns(sentences: Sequence[Sentence]) -> Iterator[Breakdown]:
    """Yield the breakdowns of a text whose whole is stated plainly before them.

    A sentence that begins with 其中, or with the results of requests, goes on from the one before.
    """
    before: Sentence | None = None
    for sentence in sentences:
        clauses = sentence.clauses
        goes_on = before is not None and before.paragraph == sentence.paragraph
        starts = [at for at, clause in enumerate(clauses) if _AMONG.match(clause)]
        if goes_on and clauses and RESULTS.member(_label(clauses[0])) is not None:
            starts = [0, *starts]
        for start, end in pairwise((*starts, len(clauses))):
            whole = _whole(clauses[:start])
            if start == 0 and before is not None and goes_on:
                whole = _whole_of(before, _label(clauses[0]) or _label("".join(clauses[:2])))
            parts = tuple(_parts(clauses[start:end], whole.unit)) if whole else ()
            if whole and parts:
                yield Breakdown(sentence, whole, parts)
        before = sentence


def _label(clause: str) -> str:
    """Return what a clause counts, 其中 left out."""
    count = count_of(clause)
    return "" if count is None else _AMONG.sub("", count.label)


def _whole_of(before: Sentence, part: str) -> Count | None:
    """Return the whole that a sentence leaves to the next: its only count.

    Of several it is the only one of requests answered, where results follow.
    """
    counts = [count_of(clause) for clause in before.clauses if not is_comparison(clause)]
    exact = [count for count in counts if count is not None and not count.rest]
    if len(exact) > 1 and RESULTS.member(part) is not None:
        exact = [count for count in exact if RESULTS.whole.search(count.label)]
    return exact[0] if len(exact) == 1 else None


def _whole(before: Sequence[str]) -> Count | None:
    """Return the count just before 其中, what only compares it being passed over."""
    for clause in reversed(before):
        if not is_comparison(clause):
            count = count_of(clause)
            return count if count is not None and not count.rest else None
    return None


def _parts(clauses: Sequence[str], unit: str) -> Iterator[Part]:
    part: Part | None = None
    fragment = ""
    for clause in (_AMONG.sub("", each) for each in clauses):
        count = count_of(clause)
        if count is not None and count.unit == unit and not count.rest:
            if part is not None:
                yield part
            part, fragment = Part(fragment + count.label, count.number), ""
        elif is_comparison(clause):
            if part is not None and part.percentage is None:
                part = replace(part, percentage=percentage_of(clause))
        elif any(sign.isdigit() for sign in clause):
            break
        else:
            fragment += clause
    if part is not None:
        yield part


def _of_partition(
    whole: Count, parts: Sequence[Part], partition: Partition
) -> tuple[tuple[Part, ...], bool] | None:
    members: dict[str, Part] = {}
    for part in parts:
        member = partition.member(part.label)
        if member is None or member in members:
            break
        members[member] = part
    if len(members) < _FEWEST_PARTS or not partition.whole.search(whole.label):
        return None
    return tuple(members.values()), partition.leaves_nothing_out(tuple(members))


def _of_categories(parts: Sequence[Part]) -> tuple[tuple[Part, ...], bool] | None:
    """Classes of published matter: all of them once the class of the rest is named."""
    taken: list[Part] = []
    for part in parts:
        if taken and is_other_category(part.label):
            taken.append(part)
            return tuple(taken), True
        if not is_category(part.label):
            break
        taken.append(part)
    return (tuple(taken), False) if len(taken) >= _FEWEST_PARTS else None
