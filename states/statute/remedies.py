"""What an applicant may do against a decision: the way, the time, the authority and the court.

Data by the date of the decision; rolling the last day off a holiday is the clock's work.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import (
    COURT_2025,
    LITIGATION,
    LITIGATION_1990,
    RECONSIDERATION_2017,
    RECONSIDERATION_2023,
)
from states.statute.outcomes import Outcome, OutcomeFamily, RemedyClass, rule

SIX_MONTHS_SINCE = date(2015, 5, 1)
RECONSIDERATION_FIRST_SINCE = date(2024, 1, 1)
SCOPE_SETTLED_SINCE = date(2025, 6, 1)

RECONSIDERATION_DAYS = 60
AFTER_RECONSIDERATION_DAYS = 15
# Where the decision did not tell of the remedy: from knowing of it, and never longer than this.
UNTOLD_LIMIT_YEARS = 1


class Regime(StrEnum):
    """The law of remedies at the time of the decision."""

    THREE_MONTHS = "three_months"
    SIX_MONTHS = "six_months"
    UNSETTLED_SCOPE = "unsettled_scope"
    SETTLED_SCOPE = "settled_scope"


class RunsFrom(StrEnum):
    """The day after which the applicant's periods begin to run."""

    KNOWING = "knowing"
    REPLY_PERIOD_END = "reply_period_end"


class OfficeLevel(StrEnum):
    """The level of the office that decided."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"
    DEPARTMENT = "department"


class DepartmentKind(StrEnum):
    """How a department stands to its government and to the department above it."""

    ORDINARY = "ordinary"
    VERTICAL = "vertical"
    JUSTICE = "justice"
    DERIVED = "derived"


class Authority(StrEnum):
    """A body that hears applications for reconsideration."""

    COUNTY_GOVERNMENT = "county_government"
    CITY_GOVERNMENT = "city_government"
    PROVINCE_GOVERNMENT = "province_government"
    OWN_GOVERNMENT = "own_government"
    SUPERIOR_DEPARTMENT = "superior_department"
    PARENT_DEPARTMENT = "parent_department"


class CourtLevel(StrEnum):
    """The court that hears the suit at first instance."""

    BASIC = "basic"
    INTERMEDIATE = "intermediate"


@dataclass(frozen=True, slots=True)
class RemedyPlan:
    """The remedy paragraph as facts: calendar days, and months for a suit brought directly.

    With `only_withheld_part`, what was disclosed may still be sued over directly. With
    `names_online_channel`, a decision served online must name the online way to reconsideration.
    """

    regime: Regime
    reconsideration_first: bool
    litigation_months: int
    citations: tuple[Citation, ...]
    only_withheld_part: bool = False
    scope_unsettled: bool = False
    runs_from: RunsFrom = RunsFrom.KNOWING
    names_online_channel: Citation | None = None
    reconsideration_days: int = RECONSIDERATION_DAYS
    after_reconsideration_days: int = AFTER_RECONSIDERATION_DAYS


# Art. 38 and 39 of the suit law before 2015 were not read; Shanghai's letters say three months.
_CHOICE: dict[Regime, tuple[Citation, ...]] = {
    Regime.THREE_MONTHS: (
        cite(RECONSIDERATION_2017, 9),
        cite(LITIGATION_1990, 38),
        cite(LITIGATION_1990, 39),
    ),
    Regime.SIX_MONTHS: (
        cite(RECONSIDERATION_2017, 9),
        cite(LITIGATION, 44),
        cite(LITIGATION, 45),
        cite(LITIGATION, 46),
    ),
    Regime.UNSETTLED_SCOPE: (
        cite(RECONSIDERATION_2023, 20),
        cite(LITIGATION, 44),
        cite(LITIGATION, 45),
        cite(LITIGATION, 46),
    ),
}
_CHOICE[Regime.SETTLED_SCOPE] = (*_CHOICE[Regime.UNSETTLED_SCOPE], cite(COURT_2025, 2, 2))
_DIRECT_SUIT = cite(COURT_2025, 1, 0, 1)

_FIRST: dict[Regime, tuple[Citation, ...]] = {
    Regime.UNSETTLED_SCOPE: (
        cite(RECONSIDERATION_2023, 23, 1, 4),
        cite(RECONSIDERATION_2023, 23, 2),
        cite(RECONSIDERATION_2023, 20),
        cite(RECONSIDERATION_2023, 34),
        cite(LITIGATION, 45),
    ),
}
_FIRST[Regime.SETTLED_SCOPE] = (*_FIRST[Regime.UNSETTLED_SCOPE], cite(COURT_2025, 1, 0, 2))

_ONLINE_CHANNEL = cite(RECONSIDERATION_2023, 22, 2)
_FIRST_CLASSES = frozenset(
    {RemedyClass.RECONSIDERATION_FIRST, RemedyClass.RECONSIDERATION_FIRST_IN_PART}
)
_DIRECT_FAMILIES = frozenset({OutcomeFamily.NOT_AVAILABLE, OutcomeFamily.NOT_PROCESSED})


def regime_on(decided_on: date, *, six_months_from: date = SIX_MONTHS_SINCE) -> Regime:
    """Return the law of remedies that a decision of that day falls under."""
    if decided_on >= SCOPE_SETTLED_SINCE:
        return Regime.SETTLED_SCOPE
    if decided_on >= RECONSIDERATION_FIRST_SINCE:
        return Regime.UNSETTLED_SCOPE
    return Regime.SIX_MONTHS if decided_on >= six_months_from else Regime.THREE_MONTHS


def remedies_for(
    decided_on: date, outcome: Outcome | None, *, six_months_from: date = SIX_MONTHS_SINCE
) -> RemedyPlan:
    """Return the remedy against an outcome, or, without one, against silence beyond the period.

    For silence, `decided_on` is the day on which the period for answering ended.
    """
    regime = regime_on(decided_on, six_months_from=six_months_from)
    remedy_class = RemedyClass.CHOICE if outcome is None else rule(outcome).remedy_class
    first = regime in _FIRST and remedy_class in _FIRST_CLASSES
    return RemedyPlan(
        regime,
        reconsideration_first=first,
        litigation_months=3 if regime is Regime.THREE_MONTHS else 6,
        citations=_FIRST[regime] if first else _choice_citations(regime, outcome),
        only_withheld_part=first and remedy_class is RemedyClass.RECONSIDERATION_FIRST_IN_PART,
        scope_unsettled=regime is Regime.UNSETTLED_SCOPE and not first,
        runs_from=RunsFrom.REPLY_PERIOD_END if outcome is None else RunsFrom.KNOWING,
        names_online_channel=_ONLINE_CHANNEL if regime in _FIRST else None,
    )


def _choice_citations(regime: Regime, outcome: Outcome | None) -> tuple[Citation, ...]:
    direct = outcome is not None and rule(outcome).family in _DIRECT_FAMILIES
    if regime is Regime.SETTLED_SCOPE and direct:
        return (*_CHOICE[regime], _DIRECT_SUIT)
    return _CHOICE[regime]


@dataclass(frozen=True, slots=True)
class ReconsiderationAuthority:
    """Who hears the application; several are the applicant's choice."""

    authorities: tuple[Authority, ...]
    citation: Citation

    @property
    def is_choice(self) -> bool:
        """Whether the applicant chooses."""
        return len(self.authorities) > 1


@dataclass(frozen=True, slots=True)
class Court:
    """The level of the court; which court it is, the office's settings say."""

    level: CourtLevel
    citation: Citation


_OWN_OR_SUPERIOR = (Authority.OWN_GOVERNMENT, Authority.SUPERIOR_DEPARTMENT)
_NEXT_GOVERNMENT = {
    OfficeLevel.TOWN: Authority.COUNTY_GOVERNMENT,
    OfficeLevel.COUNTY: Authority.CITY_GOVERNMENT,
    OfficeLevel.CITY: Authority.PROVINCE_GOVERNMENT,
}
_DEPARTMENTS_2017 = {
    DepartmentKind.ORDINARY: ReconsiderationAuthority(
        _OWN_OR_SUPERIOR, cite(RECONSIDERATION_2017, 12, 1)
    ),
    DepartmentKind.VERTICAL: ReconsiderationAuthority(
        (Authority.SUPERIOR_DEPARTMENT,), cite(RECONSIDERATION_2017, 12, 2)
    ),
    DepartmentKind.JUSTICE: ReconsiderationAuthority(
        _OWN_OR_SUPERIOR, cite(RECONSIDERATION_2017, 12, 1)
    ),
    DepartmentKind.DERIVED: ReconsiderationAuthority(
        (Authority.PARENT_DEPARTMENT, Authority.OWN_GOVERNMENT),
        cite(RECONSIDERATION_2017, 15, 1, 2),
    ),
}
_DEPARTMENTS_2023 = {
    DepartmentKind.ORDINARY: ReconsiderationAuthority(
        (Authority.OWN_GOVERNMENT,), cite(RECONSIDERATION_2023, 24, 1, 1)
    ),
    DepartmentKind.VERTICAL: ReconsiderationAuthority(
        (Authority.SUPERIOR_DEPARTMENT,), cite(RECONSIDERATION_2023, 27)
    ),
    DepartmentKind.JUSTICE: ReconsiderationAuthority(
        _OWN_OR_SUPERIOR, cite(RECONSIDERATION_2023, 28)
    ),
    DepartmentKind.DERIVED: ReconsiderationAuthority(
        (Authority.OWN_GOVERNMENT,), cite(RECONSIDERATION_2023, 24, 4)
    ),
}


def reconsideration_authority(
    level: OfficeLevel, decided_on: date, *, kind: DepartmentKind = DepartmentKind.ORDINARY
) -> ReconsiderationAuthority:
    """Return who reviews a decision of an office of that level; `kind` concerns departments."""
    revised = decided_on >= RECONSIDERATION_FIRST_SINCE
    if level is OfficeLevel.DEPARTMENT:
        return (_DEPARTMENTS_2023 if revised else _DEPARTMENTS_2017)[kind]
    if level is OfficeLevel.PROVINCE:  # a province reviews its own acts
        own = cite(RECONSIDERATION_2023, 24, 2) if revised else cite(RECONSIDERATION_2017, 14)
        return ReconsiderationAuthority((Authority.PROVINCE_GOVERNMENT,), own)
    next_up = cite(RECONSIDERATION_2023, 24, 1, 2) if revised else cite(RECONSIDERATION_2017, 13)
    return ReconsiderationAuthority((_NEXT_GOVERNMENT[level],), next_up)


def court_for(level: OfficeLevel) -> Court:
    """Return the court of first instance for an office of that level (the law since 2015)."""
    if level in {OfficeLevel.TOWN, OfficeLevel.DEPARTMENT}:
        return Court(CourtLevel.BASIC, cite(LITIGATION, 18, 1))
    return Court(CourtLevel.INTERMEDIATE, cite(LITIGATION, 15, 0, 1))
