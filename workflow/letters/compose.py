"""The facts of a letter put together: on record, given by the clerk, and following by law."""

from collections.abc import Mapping
from dataclasses import replace

from states.statute import grounds
from states.statute.grounds import Ground
from states.statute.outcomes import Outcome, rule
from workflow.letters.catalogue import letter
from workflow.letters.derive import derive
from workflow.letters.errors import (
    FactContradictedError,
    FactFixedError,
    FactMissingError,
    FactUnknownError,
    LetterNotInLawError,
    OutcomeForeignError,
    OutcomeMissingError,
    RequestNeededError,
)
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.facts import GIVEN, Fact, Facts, cleaned
from workflow.letters.gather import Gathered, gather
from workflow.letters.kinds import Addressee, LetterKind, LetterRule
from workflow.letters.record import Occasion
from workflow.records.canonical import JsonValue


def facts_for(
    kind: LetterKind, occasion: Occasion, given: Mapping[str, JsonValue]
) -> tuple[Facts, Outcome | None]:
    """Return the facts of a letter but for its number, and the outcome that it answers with.

    Raises a LetterError that says what is missing, contradicted, or not to be given.
    """
    row = letter(kind)
    if row.needs_request and occasion.request is None:
        raise RequestNeededError(kind)
    if occasion.law not in row.laws:
        raise LetterNotInLawError(kind, occasion.law)
    said = _given(row, given)
    outcome = _outcome(row, occasion, said)
    gathered = gather(row, replace(occasion, outcome=outcome))
    known = _joined(row, gathered, said)
    missing = tuple(
        fact.name for fact in given_for(row) if not fact.optional and fact.name not in known
    )
    if missing:
        raise FactMissingError(kind, missing)
    return known | derive(row, occasion, outcome, known), outcome


# What is given in one letter and follows by law in another.
_FOLLOWING = {LetterKind.EXTENSION_NOTICE: frozenset({"new_due"})}
_OF_THE_APPLICANT = frozenset({"addressee", "you"})


def given_for(row: LetterRule) -> tuple[Fact, ...]:
    """Return the facts that a clerk may give for a letter; of these, some may be on record."""
    known = _FOLLOWING.get(row.kind, frozenset())
    if row.needs_request and row.addressee is Addressee.APPLICANT:
        known |= _OF_THE_APPLICANT
    return tuple(
        FACTS[name] for name in row.facts if FACTS[name].source in GIVEN and name not in known
    )


def _given(row: LetterRule, given: Mapping[str, JsonValue]) -> Facts:
    """Return what the clerk gave, clean; nothing but what is theirs to give."""
    takes = {fact.name: fact for fact in given_for(row)}
    said: Facts = {}
    for name, value in given.items():
        if name not in row.facts:
            raise FactUnknownError(row.kind, name, tuple(takes))
        if name not in takes:
            raise FactFixedError(row.kind, name)
        clean = cleaned(row.kind, replace(takes[name], columns=takes[name].given_columns), value)
        if clean is not None:
            said[name] = clean
    return said


def _joined(row: LetterRule, gathered: Gathered, said: Facts) -> Facts:
    fixed = {name: value for name, value in gathered.fixed.items() if value not in ("", [], None)}
    for name in said.keys() & fixed.keys():
        if said[name] != fixed[name]:
            raise FactContradictedError(row.kind, name, str(said[name]), str(fixed[name]))
    suggested = {
        name: value for name, value in gathered.suggested.items() if value not in ("", [], None)
    }
    return {**suggested, **said, **fixed}


def _outcome(row: LetterRule, occasion: Occasion, said: Facts) -> Outcome | None:
    """Return the outcome: the only one, the one that is named, or that of the grounds."""
    if not row.outcomes:
        return None
    found = _of_grounds(row, said) or row.outcomes
    choices = tuple(outcome.value for outcome in found if occasion.law in rule(outcome).laws)
    named = occasion.outcome
    if named is None and len(choices) == 1:
        return Outcome(choices[0])
    if named is None:
        raise OutcomeMissingError(row.kind, choices)
    if named.value not in choices:
        raise OutcomeForeignError(row.kind, named, choices)
    return named


def _of_grounds(row: LetterRule, said: Facts) -> tuple[Outcome, ...]:
    """Return the outcomes that the grounds lead to, each once."""
    rows = said.get("withheld")
    if row.kind is not LetterKind.WITHHOLDING_REPLY or not isinstance(rows, list):
        return ()
    found = [
        grounds.rule(Ground(str(each["ground"]))).outcome for each in rows if isinstance(each, dict)
    ]
    return tuple(dict.fromkeys(found))
