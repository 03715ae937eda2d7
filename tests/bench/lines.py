"""A line of the table: what was measured, and the numbers it must and should reach."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Bound:
    """A number to stay under, or to get over."""

    limit: float
    over: bool = False

    def holds(self, value: float) -> bool:
        """Say whether the value is within the bound."""
        return value >= self.limit if self.over else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.over else '≤'} {number(self.limit)}"


def at_most(limit: float) -> Bound:
    """Return the bound of a cost."""
    return Bound(limit)


def at_least(limit: float) -> Bound:
    """Return the bound of a speed."""
    return Bound(limit, over=True)


@dataclass(frozen=True, slots=True)
class Target:
    """What a value must reach, and should; a line without either is printed for comparison."""

    unit: str
    must: Bound | None = None
    aim: Bound | None = None

    def reached(self, value: float) -> str:
        """Return ★ where the aim is reached, ✓ where only the must is, ✗ where it is not."""
        if self.aim is not None and self.aim.holds(value):
            return "★"
        if self.must is not None:
            return "✓" if self.must.holds(value) else "✗"
        return "" if self.aim is None else "·"

    def bound(self, bound: Bound | None) -> str:
        """Return a bound of this target with its unit."""
        return "" if bound is None else f"{bound} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the work, ours and the other in words, and the value that is judged."""

    work: str
    ours: str
    beside: str
    value: float
    target: Target

    @property
    def reached(self) -> str:
        """What of its target the line reached."""
        return self.target.reached(self.value)

    @property
    def judged(self) -> str:
        """The value with its unit."""
        return f"{number(self.value)} {self.target.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Effort:
    """How much a run takes upon itself; a quick one is only to see that everything runs."""

    quick: bool
    random: Random

    def of(self, full: int, quick: int) -> int:
        """Return one of two sizes."""
        return quick if self.quick else full


class UnavailableError(Exception):
    """Something that a bench needs is not there; it is left out, and the reason printed."""


Bench = Callable[[Effort], Iterable[Line]]


def number(value: float) -> str:
    """Return a number with as many digits as mean something."""
    if value == 0 or value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"
