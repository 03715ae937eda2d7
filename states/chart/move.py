"""What a row of the chart says."""

from collections.abc import Callable
from dataclasses import dataclass

from states.case import OPEN_STATES, Case, EventKind, State
from states.citation import Citation
from states.guards.days import not_before_last_move, not_before_receipt, not_in_the_future
from states.guards.guard import Guard
from states.statute.outcomes import Outcome
from states.statute.versions import Law
from states.steps import Role

CASEWORK = frozenset({Role.CLERK, Role.HEAD_OF_OFFICE})
APPROVAL = frozenset({Role.HEAD_OF_OFFICE})
REVIEWING = frozenset({Role.REVIEWER})
LAPSING = CASEWORK | {Role.SYSTEM}
INTAKE = CASEWORK | {Role.SYSTEM}

BEFORE_RECEIPT = frozenset({State.SUBMITTED})
IN_HAND = frozenset({State.RECEIVED})
WORKING = frozenset({State.RECEIVED, State.AWAITING_REASONS})
AFTER_RECEIPT = OPEN_STATES - BEFORE_RECEIPT
ANSWERABLE = WORKING | {State.AWAITING_CORRECTION}


@dataclass(frozen=True, slots=True)
class Move:
    """One lawful move.

    `target` is None where the request stays where it is. `guards` are the law's conditions on
    the case and the day; `terms` are what the step itself must carry. A fact that is `signed` keeps
    who answers for it; `outcome` tells what it decides where the case decides that, not the step.
    """

    name: str
    zh: str
    en: str
    fact: EventKind
    sources: frozenset[State]
    target: State | None
    citations: dict[Law, Citation]
    roles: frozenset[Role] = CASEWORK
    guards: tuple[Guard, ...] = ()
    terms: tuple[Guard, ...] = ()
    signed: bool = False
    outcome: Callable[[Case], Outcome | None] | None = None

    def citation(self, law: Law) -> Citation | None:
        """Return the article that allows the move under a version of the law."""
        return self.citations.get(law)


def by_law(
    article_2019: Citation | None = None, article_2007: Citation | None = None
) -> dict[Law, Citation]:
    """Return the articles of a move by version of the law."""
    pairs = ((Law.OGI_2019, article_2019), (Law.OGI_2007, article_2007))
    return {law: citation for law, citation in pairs if citation is not None}


ANY_MOVE: tuple[Guard, ...] = (not_in_the_future, not_before_receipt)
THEN_ON: tuple[Guard, ...] = (*ANY_MOVE, not_before_last_move)
