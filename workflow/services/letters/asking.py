"""Which letters fit a request as it stands, and what is to be asked of whoever writes one."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.chart.rows import MOVES
from states.statute.versions import Law, law_on
from states.steps import Role
from workflow.clock import legal_date
from workflow.letters.catalogue import CATALOGUE, letter
from workflow.letters.compose import given_for
from workflow.letters.drafted import drafted_outcome
from workflow.letters.facts import Fact, Facts
from workflow.letters.gather import gather
from workflow.letters.kinds import LetterKind, LetterRule
from workflow.letters.lawful import TELLS_OF
from workflow.records.view import View
from workflow.services.letters.writing import WriteLetter, occasion_for


class Unfit(StrEnum):
    """Why a letter does not fit a request now."""

    LAW = "law"
    ROLE = "role"
    STATE = "state"
    UNDECIDED = "undecided"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Fit:
    """A letter that may be written on a request, and why not yet where it does not fit."""

    row: LetterRule
    why: Unfit | None


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of whoever writes a letter.

    `suggested` holds what the record suggests for it, `fixed` what it says and nobody changes.
    """

    row: LetterRule
    facts: tuple[Fact, ...]
    suggested: Facts
    fixed: Facts


# Written on a page of its own, or on no request.
_ELSEWHERE = frozenset({LetterKind.RECEIPT_SLIP, LetterKind.RECORDS_CORRECTION_REPLY})


def fits(view: View, number: str, role: Role) -> tuple[Fit, ...]:
    """Return every letter on requests, those that fit as the request stands with no reason why."""
    case = view.requests.case(number)
    law = law_on(case.received_on or case.events[0].on, view.practice.revised_from)
    return tuple(
        Fit(letter(kind), _unfit(letter(kind), case, law, role))
        for kind in CATALOGUE
        if kind not in _ELSEWHERE
    )


def asking(command: WriteLetter, view: View, *, at: datetime, calendar: WorkCalendar) -> Asking:
    """Return what is to be asked for a letter: what is on record for certain is not."""
    row = letter(command.kind)
    occasion = occasion_for(command, view, legal_date(at), calendar)
    if occasion.outcome is None and occasion.request is not None:
        occasion = replace(occasion, outcome=drafted_outcome(row, occasion.request.case))
    gathered = gather(row, occasion)
    fixed = _known(gathered.fixed, row)
    return Asking(
        row,
        tuple(fact for fact in given_for(row) if fact.name not in fixed),
        _known(gathered.suggested, row),
        fixed,
    )


def _known(facts: Facts, row: LetterRule) -> Facts:
    """Return the facts that a letter takes from whoever writes it, as far as they are known."""
    taken = {fact.name for fact in given_for(row)}
    return {
        name: value
        for name, value in facts.items()
        if name in taken and value not in ("", [], None)
    }


def _unfit(row: LetterRule, case: Case, law: Law, role: Role) -> Unfit | None:
    if law not in row.laws:
        return Unfit.LAW
    if role not in row.roles:
        return Unfit.ROLE
    told = TELLS_OF.get(row.kind)
    if told is not None and case.state not in MOVES[told].sources:
        return Unfit.STATE
    if not row.outcomes or row.kind is LetterKind.CONCLUSION_NOTICE:
        return None
    outcome = drafted_outcome(row, case)
    if outcome is None:
        return Unfit.UNDECIDED
    return None if outcome in row.outcomes else Unfit.OUTCOME
