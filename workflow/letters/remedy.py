"""The paragraph that tells of the remedies: its ways, its days, its authority and its court.

The law is in `states.statute.remedies`; the words are in `templates/remedy.zh.txt.jinja`.
"""

from dataclasses import dataclass
from datetime import date

from states.citation import Citation
from states.statute.instruments import COURT_2025
from states.statute.outcomes import Outcome, RemedyClass, rule
from states.statute.remedies import (
    SIX_MONTHS_SINCE,
    Authority,
    OfficeLevel,
    RemedyPlan,
    reconsideration_authority,
    remedies_for,
)
from states.terms import label
from workflow.letters.citing import cited_in_full
from workflow.letters.environment import phrase
from workflow.letters.errors import SettingMissingError
from workflow.letters.settings import LetterSettings

# How a letter calls a court that the office has not named.
_SOME_COURT = "有管辖权的人民法院"
_ELECTRONIC = frozenset({"internet", "email"})
_BY_PROFILE = frozenset(
    {
        Authority.COUNTY_GOVERNMENT,
        Authority.CITY_GOVERNMENT,
        Authority.PROVINCE_GOVERNMENT,
        Authority.OWN_GOVERNMENT,
    }
)


@dataclass(frozen=True, slots=True)
class Decider:
    """The office that decided, as far as the remedies against it go."""

    name: str
    level: OfficeLevel
    parent: str
    settings: LetterSettings

    def authorities(self, decided_on: date) -> tuple[str, ...]:
        """Return who hears reconsideration, by name; several are the applicant's choice.

        Raises SettingMissingError where the office has not said who.
        """
        found = reconsideration_authority(
            self.level, decided_on, kind=self.settings.department_kind
        )
        return tuple(self._named(authority) for authority in found.authorities)

    @property
    def court(self) -> str:
        """The court of first instance, by name where the office has set one."""
        return self.settings.court or _SOME_COURT

    def _named(self, authority: Authority) -> str:
        if authority is Authority.PROVINCE_GOVERNMENT and self.level is OfficeLevel.PROVINCE:
            return self.name
        if authority in _BY_PROFILE:
            name = self.settings.authority or self.parent
            if not name:
                raise SettingMissingError("authority")
            return name
        return self.settings.superior_department or label("authorities", authority)


def remedy_paragraph(
    decider: Decider,
    outcome: Outcome,
    decided_on: date,
    *,
    you: str,
    this: str,
    delivery: str = "",
    six_months_from: date = SIX_MONTHS_SINCE,
) -> str:
    """Return the paragraph for a decision of a day; nothing where there is no decision to attack.

    A letter that is served online names the online way to reconsideration, where the law asks
    for it; SettingMissingError where the office has set none.
    """
    if rule(outcome).remedy_class is RemedyClass.NONE:
        return ""
    plan = remedies_for(decided_on, outcome, six_months_from=six_months_from)
    return phrase(
        "remedy",
        {
            "you": you,
            "this": this,
            "first": plan.reconsideration_first,
            "in_part": plan.only_withheld_part,
            "days": plan.reconsideration_days,
            "months": plan.litigation_months,
            "after_days": plan.after_reconsideration_days,
            "basis": cited_in_full(_told(plan)),
            "authority": "或者".join(decider.authorities(decided_on)),
            "court": decider.court,
            "online": _online(decider, plan, delivery),
        },
    )


def _told(plan: RemedyPlan) -> tuple[Citation, ...]:
    """Return what an applicant is told of; an interpretation for the courts is not."""
    return tuple(each for each in plan.citations if each.instrument is not COURT_2025)


def _online(decider: Decider, plan: RemedyPlan, delivery: str) -> str:
    if plan.names_online_channel is None or delivery not in _ELECTRONIC:
        return ""
    if not decider.settings.online_reconsideration:
        raise SettingMissingError("online_reconsideration")
    return decider.settings.online_reconsideration
