"""Things timed side by side: alternating, in a random order, and compared round by round.

The machine is shared and noisy, so that a time means little and only ratios travel: each is the
median over the rounds of what two contenders took within the same round.
"""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median
from time import perf_counter

PATIENCE_SECONDS = 20
FEWEST_ROUNDS = 3

Work = Callable[[], int]  # does the work, and returns how many operations that was


@dataclass(frozen=True, slots=True)
class Contender:
    """Something to be timed: `prepare` is not timed, the work that it returns is."""

    name: str
    prepare: Callable[[], Work]


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds for one operation, by contender, in the order of the rounds."""

    seconds: dict[str, tuple[float, ...]]

    def median(self, name: str) -> float:
        """Return what one operation of a contender took."""
        return median(self.seconds[name])

    def ratio(self, name: str, beside: str) -> float:
        """Return how many times as long as the other it took."""
        pairs = zip(self.seconds[name], self.seconds[beside], strict=True)
        return median(ours / theirs for ours, theirs in pairs)


def alternate(contenders: Sequence[Contender], rounds: int, random: Random) -> Timings:
    """Time every contender once in each round, after one round that is not counted.

    A slow machine does fewer rounds, so that the whole run stays short.
    """
    seconds: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    ends_at = perf_counter() + PATIENCE_SECONDS
    for number in range(rounds + 1):
        for contender in random.sample(contenders, len(contenders)):
            took = _timed(contender)
            if number:
                seconds[contender.name].append(took)
        if number >= FEWEST_ROUNDS and perf_counter() > ends_at:
            break
    return Timings({name: tuple(times) for name, times in seconds.items()})


def _timed(contender: Contender) -> float:
    work = contender.prepare()
    gc.collect()
    begun = perf_counter()
    operations = work()
    return (perf_counter() - begun) / operations


def shown(seconds: float) -> str:
    """Return a duration in the unit that suits it."""
    for unit, scale in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= scale:
            return f"{seconds / scale:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def rate(seconds: float) -> str:
    """Return how many operations go into a second."""
    return f"{1 / seconds:,.0f}/s"
