"""The twenty-eight letters, and which of them answers with which outcome.

A new letter is a row in its module here, its name in `states.terms`, and its template; see
`docs/how-to/add-a-letter.md`.
"""

from states.citation import Citation
from states.statute.outcomes import Outcome, rule
from states.statute.versions import Law
from workflow.letters.errors import OutcomeWithoutLetterError
from workflow.letters.kinds import LetterKind, LetterRule
from workflow.letters.rows_handling import HANDLING, INTAKE
from workflow.letters.rows_reply import CLOSING, REPLIES

CATALOGUE: dict[LetterKind, LetterRule] = {
    row.kind: row for row in (*INTAKE, *HANDLING, *REPLIES, *CLOSING)
}
_BY_CODE = {row.code: row.kind for row in CATALOGUE.values()}
_ANSWERS = {outcome: row for row in CATALOGUE.values() for outcome in row.outcomes}


def letter(kind: LetterKind) -> LetterRule:
    """Return all that is laid down about a letter."""
    return CATALOGUE[kind]


def kind_called(words: str) -> LetterKind | None:
    """Return the letter of a code (L3), a stored value or a name in either language."""
    for row in CATALOGUE.values():
        if words.strip() in {row.code, row.kind.value, row.zh, row.en}:
            return row.kind
    return _BY_CODE.get(words.strip().upper())


def letter_of(outcome: Outcome, law: Law) -> LetterKind:
    """Return the letter that answers with an outcome under a version of the Regulations.

    Raises OutcomeWithoutLetterError where the version knows no such outcome, and for the words
    of old ledgers that name no ground.
    """
    row = _ANSWERS.get(outcome)
    if row is None or law not in row.laws or law not in rule(outcome).laws:
        raise OutcomeWithoutLetterError(outcome.value, law.value)
    return row.kind


def basis_of(row: LetterRule, law: Law, outcome: Outcome | None) -> tuple[Citation, ...]:
    """Return the articles that a letter rests on, by what it decides where it decides."""
    if outcome is None or outcome not in row.outcomes:
        return row.basis[law]
    said = row.of_outcome.get((outcome, law))
    return said if said is not None else rule(outcome).cited_under(law) or row.basis[law]
