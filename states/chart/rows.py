"""The chart: one row per lawful move.

A new move is a row in its module here and, if it records a new fact, a member of `EventKind`;
the reference page is generated from this table.
"""

from states.chart.closing import CLOSING_MOVES
from states.chart.deciding import DECIDING_MOVES
from states.chart.handling import (
    CONSULTATION_MOVES,
    CORRECTION_MOVES,
    FEE_MOVES,
    MORE_TIME_MOVES,
)
from states.chart.intake import RECEIPT_MOVES
from states.chart.judging import JUDGING_MOVES
from states.chart.move import Move

CHART: tuple[Move, ...] = (
    *RECEIPT_MOVES,
    *CORRECTION_MOVES,
    *CONSULTATION_MOVES,
    *MORE_TIME_MOVES,
    *FEE_MOVES,
    *DECIDING_MOVES,
    *JUDGING_MOVES,
    *CLOSING_MOVES,
)
MOVES: dict[str, Move] = {move.name: move for move in CHART}
