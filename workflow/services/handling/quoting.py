"""What a request would cost by either tariff: computed from the register, and never charged by it.

条例(2019) 第四十二条; 收费办法(2020) 第三至五条.
"""

from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from states.case import EventKind
from states.citation import Citation
from states.clock.fixed import add_months
from states.clock.spans import ONE_DAY
from states.errors import MoveRefusedError, Refusal
from states.guards.fees import FEE
from states.statute.fees import BY_PAGES, BY_PIECES, FEES_SINCE, FeeBasis, Tariff, tariff_lines
from workflow.records.applicants import requests_of
from workflow.records.beside import FeeLine, FeeNotice, last_told, told
from workflow.records.view import View
from workflow.services.handling.errors import NotReceivedError


@dataclass(frozen=True, slots=True)
class Quote:
    """A calculation by one tariff, line by line; `already` are the units counted before it."""

    basis: FeeBasis
    units: int
    already: int
    lines: tuple[FeeLine, ...]
    citation: Citation

    @property
    def amount(self) -> int:
        """The sum in yuan; nothing, where all of it is free."""
        return sum(line.amount for line in self.lines)


@dataclass(frozen=True, slots=True)
class CountedPiece:
    """An earlier request of the same applicant and month, and how many pieces it counts as."""

    number: str
    received_on: date
    pieces: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """What was counted in the calendar month before a request (收费办法(2020) 第四条)."""

    month: date
    earlier: tuple[CountedPiece, ...]

    @property
    def already(self) -> int:
        """How many pieces come before this one."""
        return sum(piece.pieces for piece in self.earlier)


def pieces_before(view: View, number: str) -> Pieces:
    """Count what the applicant had asked in the month before this request, whatever came of it.

    A request counts as one piece, or as many as it was charged for. Raises NotReceivedError while
    the day of receipt is not established, MoveRefusedError where the fee did not exist then.
    """
    row = view.requests.find(number)
    if row.received_on is None:
        raise NotReceivedError(number)
    if row.received_on < FEES_SINCE:
        refusal = Refusal("no_fee_then", FEE, facts={"since": FEES_SINCE.isoformat()})
        raise MoveRefusedError("notify_fee", (refusal,))
    month = row.received_on.replace(day=1)
    found = requests_of(
        view.store, row.applicant, row.applicant_kind, month, add_months(month, 1) - ONE_DAY
    )
    earlier = takewhile(lambda each: each.id != row.id, found)
    return Pieces(
        month,
        tuple(
            CountedPiece(each.number, each.received_on or month, _pieces(view, each.number))
            for each in earlier
        ),
    )


def quote_by_pieces(counted: Pieces, pieces: int = 1) -> Quote:
    """Return what so many pieces cost after those already counted in the month."""
    return _quote(BY_PIECES, pieces, counted.already)


def quote_by_pages(pages: int) -> Quote:
    """Return what so many pages of one request cost; they never add to another's."""
    return _quote(BY_PAGES, pages, 0)


def _pieces(view: View, number: str) -> int:
    notice = last_told(told(view.requests, number), EventKind.FEE_NOTIFIED)
    if notice is None:
        return 1
    fee = notice.beside(FeeNotice)
    return fee.fee_units if fee.fee_basis is FeeBasis.PIECES and fee.fee_units else 1


def _quote(tariff: Tariff, units: int, already: int) -> Quote:
    lines, counted = [], already
    for line in tariff_lines(tariff, units, already=already):
        first, counted = counted + 1, counted + line.count
        lines.append(FeeLine(first=first, last=counted, rate=line.rate, amount=line.amount))
    return Quote(tariff.basis, units, already, tuple(lines), tariff.citation)
