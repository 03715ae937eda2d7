"""Whose opinion is asked, what it may say, and what follows where none comes.

条例(2007) 第二十三条; 条例(2019) 第三十二至三十四条. A change of law is a new row of `SILENCE`.
"""

from dataclasses import dataclass
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.periods import CO_PRODUCER_OPINION, THIRD_PARTY_OPINION, WorkingDays
from states.statute.practice import Confidence
from states.statute.versions import Law


class Opinion(StrEnum):
    """What somebody who was consulted thinks of disclosure."""

    AGREE = "agree"
    PARTLY = "partly"
    DISAGREE = "disagree"


class Addressee(StrEnum):
    """Whose opinion is asked: the law gives each another time, and their silence another sense."""

    THIRD_PARTY = "third_party"
    CO_PRODUCER = "co_producer"
    OTHER_ORGAN = "other_organ"


class Silence(StrEnum):
    """What follows where the time for an opinion is over and none has come."""

    OFFICE_DECIDES = "office_decides"
    DEEMED_TO_AGREE = "deemed_to_agree"
    STILL_AWAITED = "still_awaited"


@dataclass(frozen=True, slots=True)
class SilenceRule:
    """What silence means under a version of the law, in words, with its article.

    Without a period the text sets no end, and without an article it does not speak of it at all.
    `confidence` says how far a rule that no text states may be trusted.
    """

    law: Law
    addressee: Addressee
    silence: Silence
    period: WorkingDays | None
    citation: Citation | None
    zh: str
    en: str
    confidence: Confidence | None = None


_RULES = (
    SilenceRule(
        Law.OGI_2019,
        Addressee.THIRD_PARTY,
        Silence.OFFICE_DECIDES,
        THIRD_PARTY_OPINION.under[Law.OGI_2019],
        cite(OGI_2019, 32),
        "第三方逾期未提出意见的，由本机关依照条例的规定决定是否公开。",
        "A third party that has said nothing in time leaves it to the office to decide.",
    ),
    SilenceRule(
        Law.OGI_2019,
        Addressee.CO_PRODUCER,
        Silence.DEEMED_TO_AGREE,
        CO_PRODUCER_OPINION.under[Law.OGI_2019],
        cite(OGI_2019, 34),
        "共同制作机关逾期未提出意见的，视为同意公开。",
        "A co-producing organ that has said nothing in time is deemed to agree.",
    ),
    SilenceRule(
        Law.OGI_2019,
        Addressee.OTHER_ORGAN,
        Silence.STILL_AWAITED,
        None,
        cite(OGI_2019, 33, 3),
        "条例没有规定其他机关反馈意见的期限，以实际收到意见之日为准；请及时催办。",
        "The text sets other organs no time; the opinion counts when it comes. Press for it.",
        Confidence.CONVENTION,
    ),
    SilenceRule(
        Law.OGI_2007,
        Addressee.THIRD_PARTY,
        Silence.STILL_AWAITED,
        None,
        cite(OGI_2007, 23),
        "2007年条例没有规定第三方反馈意见的期限，也没有规定不答复的后果；实务中有的机关视为不同意公开。",
        "The 2007 text sets third parties no time and their silence no sense; some offices took it "
        "for a refusal.",
        Confidence.PRACTICE,
    ),
    SilenceRule(
        Law.OGI_2007,
        Addressee.CO_PRODUCER,
        Silence.STILL_AWAITED,
        None,
        None,
        "2007年条例没有规定征求共同制作机关的意见，等待的时间不能扣除；请及时催办。",
        "The 2007 text knows no asking of co-producing organs; the wait is not excluded. Press on.",
        Confidence.PRACTICE,
    ),
    SilenceRule(
        Law.OGI_2007,
        Addressee.OTHER_ORGAN,
        Silence.STILL_AWAITED,
        None,
        None,
        "2007年条例没有规定征求其他机关的意见，等待的时间不能扣除；请及时催办。",
        "The 2007 text knows no asking of other organs; the wait is not excluded. Press for it.",
        Confidence.PRACTICE,
    ),
)

SILENCE: dict[tuple[Law, Addressee], SilenceRule] = {
    (rule.law, rule.addressee): rule for rule in _RULES
}

# Disclosure over a third party's objection is told them in writing: what is disclosed, and why.
TOLD_DESPITE_OBJECTION: dict[Law, Citation] = {
    Law.OGI_2007: cite(OGI_2007, 23),
    Law.OGI_2019: cite(OGI_2019, 32),
}
