"""The grounds for withholding: the article of each, and the outcome it leads to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.outcomes import Outcome
from states.statute.versions import FIRST_DAY, Law, law_on
from states.terms import label


class Ground(StrEnum):
    """Why a piece of information is withheld."""

    STATE_SECRET = "state_secret"  # noqa: S105 -- a ground for withholding, not a password
    PROHIBITED_BY_LAW = "prohibited_by_law"
    ENDANGERS_SECURITY = "endangers_security"
    TRADE_SECRET = "trade_secret"  # noqa: S105 -- as above
    PERSONAL_PRIVACY = "personal_privacy"
    THIRD_PARTY_INTEREST = "third_party_interest"
    PERSONNEL = "personnel"
    LOGISTICS = "logistics"
    WORKFLOW = "workflow"
    DISCUSSION_RECORD = "discussion_record"
    DRAFT = "draft"
    CONSULTATION_LETTER = "consultation_letter"
    INTERNAL_REPORT = "internal_report"
    ENFORCEMENT_FILE = "enforcement_file"


@dataclass(frozen=True)
class GroundRule:
    """One ground: where it is written, whether it binds, and the outcome it leads to.

    A ground that is not `mandatory` leaves it to the office. One that `yields` gives way to the
    third party's consent or to the public interest, and needs the third party to be asked.
    """

    ground: Ground
    outcome: Outcome
    citation: Citation
    citations_2007: tuple[Citation, ...]
    row_2014: int
    mandatory: bool
    yields: bool = False

    @property
    def zh(self) -> str:
        """The ground as a letter names it."""
        return label("grounds", self.ground)

    @property
    def en(self) -> str:
        """The ground in English."""
        return label("grounds", self.ground, "en")

    def cited_under(self, law: Law) -> tuple[Citation, ...]:
        """Return the articles of this ground under a version; none where it has no such ground."""
        return (self.citation,) if law is Law.OGI_2019 else self.citations_2007


_BANNED = cite(OGI_2019, 14)
_THIRD_PARTY = cite(OGI_2019, 15)
_INTERNAL = cite(OGI_2019, 16, 1)
_PROCESS = cite(OGI_2019, 16, 2)
_SECRETS_2007 = cite(OGI_2007, 14, 4)
_OBJECTION_2007 = cite(OGI_2007, 23)


def _banned(ground: Ground, outcome: Outcome, row_2014: int, *then: Citation) -> GroundRule:
    return GroundRule(ground, outcome, _BANNED, then, row_2014, mandatory=True)


def _third_party(ground: Ground, row_2014: int, *then: Citation) -> GroundRule:
    return GroundRule(
        ground,
        Outcome.THIRD_PARTY_RIGHTS,
        _THIRD_PARTY,
        then,
        row_2014,
        mandatory=True,
        yields=True,
    )


def _internal(ground: Ground) -> GroundRule:
    return GroundRule(ground, Outcome.INTERNAL_AFFAIRS, _INTERNAL, (), 34, mandatory=False)


def _process(ground: Ground, outcome: Outcome = Outcome.DELIBERATIVE) -> GroundRule:
    return GroundRule(ground, outcome, _PROCESS, (), 35, mandatory=False)


_RULES = (
    _banned(Ground.STATE_SECRET, Outcome.STATE_SECRET, 30, _SECRETS_2007),
    _banned(Ground.PROHIBITED_BY_LAW, Outcome.PROHIBITED_BY_LAW, 35),
    _banned(Ground.ENDANGERS_SECURITY, Outcome.ENDANGERS_SECURITY, 33, cite(OGI_2007, 8)),
    _third_party(Ground.TRADE_SECRET, 31, _SECRETS_2007, _OBJECTION_2007),
    _third_party(Ground.PERSONAL_PRIVACY, 32, _SECRETS_2007, _OBJECTION_2007),
    _third_party(Ground.THIRD_PARTY_INTEREST, 35),
    _internal(Ground.PERSONNEL),
    _internal(Ground.LOGISTICS),
    _internal(Ground.WORKFLOW),
    _process(Ground.DISCUSSION_RECORD),
    _process(Ground.DRAFT),
    _process(Ground.CONSULTATION_LETTER),
    _process(Ground.INTERNAL_REPORT),
    _process(Ground.ENFORCEMENT_FILE, Outcome.ENFORCEMENT_FILE),
)

CATALOGUE: dict[Ground, GroundRule] = {row.ground: row for row in _RULES}


def rule(ground: Ground) -> GroundRule:
    """Return all that is laid down about a ground."""
    return CATALOGUE[ground]


def grounds_for(outcome: Outcome) -> tuple[Ground, ...]:
    """Return the grounds that lead to an outcome; none where it is no refusal on the merits."""
    return tuple(row.ground for row in _RULES if row.outcome is outcome)


def open_to(
    received_on: date, *, revised_from: date = FIRST_DAY[Law.OGI_2019]
) -> tuple[Ground, ...]:
    """Return the grounds that the version governing a request of that day knows."""
    law = law_on(received_on, revised_from)
    return tuple(row.ground for row in _RULES if row.cited_under(law))
