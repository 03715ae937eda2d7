"""The information-processing fee: both progressive tariffs, and what a count of them costs.

The office may charge, and never must (条例(2019) 第四十二条): nothing here charges anyone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import FEE_2020

FEES_SINCE = date(2021, 1, 1)


class FeeBasis(StrEnum):
    """What is counted; the office chooses one for a request, never both."""

    PIECES = "pieces"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class FeeBand:
    """Units from the first to the last (None: without end), and the yuan each of them costs."""

    first: int
    last: int | None
    rate: int

    def holds(self, after: int, upto: int) -> int:
        """Return how many of the units after one count, up to another, lie in this band."""
        last = upto if self.last is None else min(upto, self.last)
        return max(0, last - max(after, self.first - 1))


@dataclass(frozen=True, slots=True)
class FeeStep:
    """What follows the listed bands: bands of one width, each dearer by the same amount."""

    width: int
    rise: int


@dataclass(frozen=True, slots=True)
class Tariff:
    """One of the two lawful tariffs; pieces add up over the calendar month, pages do not."""

    basis: FeeBasis
    citation: Citation
    monthly: bool
    listed: tuple[FeeBand, ...]
    step: FeeStep | None = None

    def bands(self) -> Iterator[FeeBand]:
        """Yield the bands from the cheapest up, without end where the tariff has steps."""
        yield from self.listed
        if self.step is None:
            return
        band, width = self.listed[-1], self.step.width
        while True:
            first = band.first + width
            band = FeeBand(first, first + width - 1, band.rate + self.step.rise)
            yield band


@dataclass(frozen=True, slots=True)
class TariffLine:
    """One line of the computation in a fee notice."""

    band: FeeBand
    count: int

    @property
    def rate(self) -> int:
        """Yuan for each unit."""
        return self.band.rate

    @property
    def amount(self) -> int:
        """Yuan for the line."""
        return self.count * self.band.rate


# 31件以上以10件为一档，每档提高100元/件: the first such band costs 200, by the natural reading.
BY_PIECES = Tariff(
    FeeBasis.PIECES,
    cite(FEE_2020, 4),
    monthly=True,
    listed=(FeeBand(1, 10, 0), FeeBand(11, 30, 100), FeeBand(31, 40, 200)),
    step=FeeStep(width=10, rise=100),
)
BY_PAGES = Tariff(
    FeeBasis.PAGES,
    cite(FEE_2020, 5),
    monthly=False,
    listed=(
        FeeBand(1, 30, 0),
        FeeBand(31, 100, 10),
        FeeBand(101, 200, 20),
        FeeBand(201, None, 40),
    ),
)
TARIFFS: dict[FeeBasis, Tariff] = {tariff.basis: tariff for tariff in (BY_PIECES, BY_PAGES)}


def tariff_lines(tariff: Tariff, units: int, *, already: int = 0) -> tuple[TariffLine, ...]:
    """Return the computation line by line, free units included, after those already counted."""
    _refuse_below("units", units, 0)
    _refuse_below("already", already, 0)
    if already and not tariff.monthly:
        raise ValueError(f"already: {tariff.basis} of one request never add to another's")
    upto = already + units
    lines = []
    for band in tariff.bands():
        if band.first > upto:
            break
        if held := band.holds(already, upto):
            lines.append(TariffLine(band, held))
    return tuple(lines)


def fee_by_pieces(already_this_month: int, pieces: int) -> int:
    """Return the yuan for further pieces of one applicant in one calendar month."""
    _refuse_below("already_this_month", already_this_month, 0)
    _refuse_below("pieces", pieces, 0)
    return _total(tariff_lines(BY_PIECES, pieces, already=already_this_month))


def fee_by_pages(pages: int) -> int:
    """Return the yuan for the pages provided on one request."""
    _refuse_below("pages", pages, 0)
    return _total(tariff_lines(BY_PAGES, pages))


def piece_rate(nth: int) -> int:
    """Return the yuan that the nth piece of the month costs by itself."""
    return _rate(BY_PIECES, nth)


def page_rate(nth: int) -> int:
    """Return the yuan that the nth page of a request costs by itself."""
    return _rate(BY_PAGES, nth)


def _rate(tariff: Tariff, nth: int) -> int:
    _refuse_below("nth", nth, 1)
    return next(band.rate for band in tariff.bands() if band.holds(nth - 1, nth))


def _total(lines: tuple[TariffLine, ...]) -> int:
    return sum(line.amount for line in lines)


def _refuse_below(name: str, number: int, least: int) -> None:
    if number < least:
        raise ValueError(f"{name} must be at least {least}, not {number}")
