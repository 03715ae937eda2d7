"""How many records there are of each combination of codes, from which every figure is read off."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from workflow.records.counting import Condition


@dataclass(slots=True)
class Tally:
    """How many records there are of each combination of what the columns hold."""

    columns: tuple[str, ...]
    counts: defaultdict[tuple[Any, ...], int] = field(default_factory=lambda: defaultdict(int))
    _known: list[set[Any]] = field(default_factory=list)

    def add(self, held: tuple[Any, ...], count: int) -> None:
        """Count so many more of a combination."""
        self.counts[held] += count
        self._known = []

    def over(self, columns: tuple[str, ...]) -> "Tally":
        """Return the tally over some of the columns alone."""
        if columns == self.columns:
            return self
        places = [self.columns.index(name) for name in columns]
        found = Tally(columns)
        for held, count in self.counts.items():
            found.add(tuple(held[place] for place in places), count)
        return found

    def number(self, conditions: Iterable[Condition]) -> int:
        """Return how many records fulfil every one of the conditions."""
        admitted: list[Iterable[Any]] = [*self._held()]
        for condition in conditions:
            place = self.columns.index(condition.column)
            admitted[place] = [held for held in admitted[place] if condition.admits(held)]
        return sum(self.counts.get(held, 0) for held in product(*admitted))

    def _held(self) -> list[set[Any]]:
        """Return what each column holds anywhere."""
        if len(self._known) != len(self.columns):
            self._known = [set(values) for values in zip(*self.counts, strict=True)] or [
                set() for _ in self.columns
            ]
        return self._known
