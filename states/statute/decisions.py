"""What may be decided on a piece of information: its outcome, its article, and what it must say.

A new decision needs its label in `states.terms` and its place in `states.deciding.outcome`.
"""

from dataclasses import dataclass
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.outcomes import Outcome
from states.statute.outcomes import rule as outcome_rule
from states.statute.versions import Law
from states.terms import label


class Decision(StrEnum):
    """What is decided on one piece of information, or on the request as a whole."""

    DISCLOSE = "disclose"
    ALREADY_PUBLIC = "already_public"
    SEVER = "sever"
    WITHHOLD = "withhold"
    SPECIAL_QUERY = "special_query"
    NOT_HELD = "not_held"
    NOT_OURS = "not_ours"
    NEEDS_CREATION = "needs_creation"
    STILL_UNCLEAR = "still_unclear"
    PETITION = "petition"
    REPEATED = "repeated"
    PUBLISHED_MATTER = "published_matter"
    EXCESSIVE = "excessive"
    CONFIRMATION_SOUGHT = "confirmation_sought"


class Need(StrEnum):
    """What a decision cannot stand without."""

    GROUND = "ground"
    PART = "part"
    REASON = "reason"
    WHERE = "where"
    SEARCH = "search"
    EARLIER_REPLY = "earlier_reply"
    CORRECTION = "correction"
    REASONS_ASKED = "reasons_asked"


@dataclass(frozen=True)
class DecisionRule:
    """One decision: the outcome it makes by itself, and what it needs.

    Without an `outcome` it takes that of its ground. What `goes_out` is reviewed beforehand.
    """

    decision: Decision
    outcome: Outcome | None
    needs: frozenset[Need]
    goes_out: bool = False

    @property
    def zh(self) -> str:
        """The decision as an office calls it."""
        return label("decisions", self.decision)

    @property
    def en(self) -> str:
        """The decision in English."""
        return label("decisions", self.decision, "en")

    @property
    def laws(self) -> frozenset[Law]:
        """The versions under which it may be decided so."""
        return frozenset(Law) if self.outcome is None else outcome_rule(self.outcome).laws

    def cited_under(self, law: Law) -> tuple[Citation, ...]:
        """Return the articles of the decision under a version; a ground adds its own."""
        if self.outcome is None:
            return _WITHHELD[law]
        return outcome_rule(self.outcome).cited_under(law)


_WITHHELD = {Law.OGI_2019: (cite(OGI_2019, 36, 0, 3),), Law.OGI_2007: (cite(OGI_2007, 21, 0, 2),)}


def _row(decision: Decision, *needs: Need, goes_out: bool = False) -> DecisionRule:
    """Return the rule of a decision that makes the outcome of its own name."""
    return DecisionRule(decision, Outcome(decision.value), frozenset(needs), goes_out)


_RULES = (
    DecisionRule(Decision.DISCLOSE, Outcome.DISCLOSED, frozenset(), goes_out=True),
    _row(Decision.ALREADY_PUBLIC, Need.WHERE),  # 告知获取的方式、途径
    DecisionRule(
        Decision.SEVER,
        Outcome.PARTLY_DISCLOSED,
        frozenset({Need.GROUND, Need.PART, Need.REASON}),  # 对不予公开的内容说明理由
        goes_out=True,
    ),
    DecisionRule(Decision.WITHHOLD, None, frozenset({Need.GROUND, Need.REASON})),  # 并说明理由
    _row(Decision.SPECIAL_QUERY, Need.WHERE),  # 依照有关法律、行政法规的规定办理
    _row(Decision.NOT_HELD, Need.SEARCH),  # 经检索没有
    _row(Decision.NOT_OURS, Need.REASON),  # 并说明理由; the right office only where it is known
    _row(Decision.NEEDS_CREATION, Need.REASON),
    _row(Decision.STILL_UNCLEAR, Need.REASON, Need.CORRECTION),
    _row(Decision.PETITION, Need.REASON),
    _row(Decision.REPEATED, Need.EARLIER_REPLY),  # 已就该政府信息作出答复
    _row(Decision.PUBLISHED_MATTER, Need.WHERE),  # 告知获取的途径
    _row(Decision.EXCESSIVE, Need.REASON, Need.REASONS_ASKED),
    _row(Decision.CONFIRMATION_SOUGHT, Need.REASON),
)

CATALOGUE: dict[Decision, DecisionRule] = {row.decision: row for row in _RULES}


def rule(decision: Decision) -> DecisionRule:
    """Return all that is laid down about a decision."""
    return CATALOGUE[decision]


def open_to(law: Law) -> tuple[Decision, ...]:
    """Return the decisions that a version of the law knows."""
    return tuple(row.decision for row in _RULES if law in row.laws)
