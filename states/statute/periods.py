"""Every statutory period, beside its article.

A change of law is a new line here: nothing else in the project holds a number of days.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from states.citation import Citation, cite
from states.statute.instruments import (
    FEE_2020,
    LITIGATION,
    LITIGATION_1990,
    OGI_2007,
    OGI_2019,
    RECONSIDERATION_2017,
    RECONSIDERATION_2023,
)
from states.statute.versions import Law


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A number of working days, and the article that says so."""

    count: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """A number of calendar days, rolled to the next working day at its end."""

    count: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Rule:
    """A period of the Regulations: its names, and its length under each version.

    A version that is not listed sets no such period.
    """

    key: str
    zh: str
    en: str
    under: Mapping[Law, WorkingDays]


ANSWER = Rule(
    key="answer",
    zh="答复期限",
    en="period for answering",
    under={
        Law.OGI_2007: WorkingDays(15, cite(OGI_2007, 24, 2)),
        Law.OGI_2019: WorkingDays(20, cite(OGI_2019, 33, 2)),
    },
)
EXTENSION = Rule(
    key="extension",
    zh="延长答复期限（最长）",
    en="longest extension",
    under={
        Law.OGI_2007: WorkingDays(15, cite(OGI_2007, 24, 2)),
        Law.OGI_2019: WorkingDays(20, cite(OGI_2019, 33, 2)),
    },
)
ASK_CORRECTION = Rule(
    key="ask_correction",
    zh="告知补正期限",
    en="period for asking for a correction",
    under={Law.OGI_2019: WorkingDays(7, cite(OGI_2019, 30))},
)
THIRD_PARTY_OPINION = Rule(
    key="third_party_opinion",
    zh="第三方反馈意见期限",
    en="period for the third party's opinion",
    under={Law.OGI_2019: WorkingDays(15, cite(OGI_2019, 32))},
)
CO_PRODUCER_OPINION = Rule(
    key="co_producer_opinion",
    zh="共同制作机关反馈意见期限",
    en="period for a co-producing organ's opinion",
    under={Law.OGI_2019: WorkingDays(15, cite(OGI_2019, 34))},
)
PUBLICATION = Rule(
    key="publication",
    zh="主动公开期限",
    en="period for proactive disclosure",
    under={
        Law.OGI_2007: WorkingDays(20, cite(OGI_2007, 18)),
        Law.OGI_2019: WorkingDays(20, cite(OGI_2019, 26)),
    },
)
FEE_PAYMENT = WorkingDays(20, cite(FEE_2020, 6))

RULES = (
    ANSWER,
    EXTENSION,
    ASK_CORRECTION,
    THIRD_PARTY_OPINION,
    CO_PRODUCER_OPINION,
    PUBLICATION,
)

# The office's own answer when it is sued or reconsidered; law of the procedure, not of disclosure.
RECONSIDERATION_ANSWER = WorkingDays(10, cite(RECONSIDERATION_2023, 48))
RECONSIDERATION_ANSWER_SUMMARY = WorkingDays(5, cite(RECONSIDERATION_2023, 54))
# Art. 40 of the text before 2024 makes working days of 五日 and 七日 alone, not of these 十日.
RECONSIDERATION_ANSWER_2017 = CalendarDays(10, cite(RECONSIDERATION_2017, 23))
LITIGATION_ANSWER = CalendarDays(15, cite(LITIGATION, 67))
LITIGATION_ANSWER_1990 = CalendarDays(10, cite(LITIGATION_1990, 43))  # not read: from memory
APPEAL_JUDGMENT = CalendarDays(15, cite(LITIGATION, 85))
APPEAL_RULING = CalendarDays(10, cite(LITIGATION, 85))

# Time that does not count towards the answer (第三方; 其他机关 only since 2019).
EXCLUDED_THIRD_PARTY: dict[Law, Citation] = {
    Law.OGI_2007: cite(OGI_2007, 24, 3),
    Law.OGI_2019: cite(OGI_2019, 33, 3),
}
EXCLUDED_AGENCY: dict[Law, Citation] = {Law.OGI_2019: cite(OGI_2019, 33, 3)}

CORRECTION_RESTARTS = cite(OGI_2019, 30)
# The 2007 text has the applicant told to amend, and says nothing of the clock.
CORRECTED: dict[Law, Citation] = {
    Law.OGI_2007: cite(OGI_2007, 21, 0, 4),
    Law.OGI_2019: CORRECTION_RESTARTS,
}
PAYMENT_RESTARTS = cite(FEE_2020, 6)
LATER_DATE = cite(OGI_2019, 35)
