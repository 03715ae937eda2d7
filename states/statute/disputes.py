"""Reconsiderations and suits: what may be decided, and the result that is counted for it.

The official note on how decisions fall under the four results was not read, so the mapping is a
default that an office may set otherwise.
"""

from collections.abc import Mapping
from enum import StrEnum


class Procedure(StrEnum):
    """How a dispute is heard; cases on disclosure may take the summary way."""

    ORDINARY = "ordinary"
    SUMMARY = "summary"


class CourtPaper(StrEnum):
    """What a court decides by; the period for appealing differs."""

    JUDGMENT = "judgment"
    RULING = "ruling"


class DisputeResult(StrEnum):
    """What the annual report counts."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"
    PENDING = "pending"


class DisputeDecision(StrEnum):
    """What the authority or the court decided; its article stands with its name in the terms."""

    UPHELD = "upheld"
    CLAIM_DISMISSED = "claim_dismissed"
    REVOKED = "revoked"
    PARTLY_REVOKED = "partly_revoked"
    ALTERED = "altered"
    DECLARED_UNLAWFUL = "declared_unlawful"
    DECLARED_INVALID = "declared_invalid"
    ORDERED_TO_PERFORM = "ordered_to_perform"
    NOT_ACCEPTED = "not_accepted"
    APPLICATION_DISMISSED = "application_dismissed"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    MEDIATED = "mediated"
    SETTLED = "settled"


_D, _R = DisputeDecision, DisputeResult

RESULT_OF: Mapping[DisputeDecision, DisputeResult] = {
    _D.UPHELD: _R.UPHELD,
    _D.CLAIM_DISMISSED: _R.UPHELD,
    _D.REVOKED: _R.CORRECTED,
    _D.PARTLY_REVOKED: _R.CORRECTED,
    _D.ALTERED: _R.CORRECTED,
    _D.DECLARED_UNLAWFUL: _R.CORRECTED,
    _D.DECLARED_INVALID: _R.CORRECTED,
    _D.ORDERED_TO_PERFORM: _R.CORRECTED,
    _D.NOT_ACCEPTED: _R.OTHER,
    _D.APPLICATION_DISMISSED: _R.OTHER,
    _D.WITHDRAWN: _R.OTHER,
    _D.TERMINATED: _R.OTHER,
    _D.MEDIATED: _R.OTHER,
    _D.SETTLED: _R.OTHER,
}
