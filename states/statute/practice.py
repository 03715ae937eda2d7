"""Where the law is silent, divided, or was not verified: the setting, and its default.

Each field is an answer this office may give otherwise; `NOTES` says what is asked, on what the
default rests, and how sure it is.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from states.citation import Citation, cite
from states.statute.instruments import FEE_2020, LITIGATION, OGI_2019, RECONSIDERATION_2023
from states.statute.versions import FIRST_DAY, Law


class FeeClock(StrEnum):
    """What payment does to the answering period."""

    RESTART = "restart"
    SUSPEND = "suspend"


class ReasonsClock(StrEnum):
    """What asking for reasons (第三十五条) does to the answering period."""

    RUNS = "runs"
    RESTARTS = "restarts"


class ExclusionReading(StrEnum):
    """Which end days of a consultation are excluded."""

    HALF_OPEN = "half_open"
    STRICT = "strict"
    GENEROUS = "generous"


class LapseReading(StrEnum):
    """When a period binding the applicant may be closed against them."""

    LATER = "later"
    STATUTORY = "statutory"


@dataclass(frozen=True, slots=True)
class Practice:
    """An office's answers to the open questions of the clock."""

    revised_from: date = FIRST_DAY[Law.OGI_2019]
    correction_period: int = 15
    correction_restarts_2007: bool = True
    exclusion: ExclusionReading = ExclusionReading.HALF_OPEN
    fee_clock: FeeClock = FeeClock.RESTART
    reasons_clock: ReasonsClock = ReasonsClock.RUNS
    lapse: LapseReading = LapseReading.LATER
    confirmation_slack: int = 1
    records_correction_days: int = 20
    six_months_from: date = date(2015, 5, 1)
    town_report_month: int = 1
    town_report_day: int = 31
    fax_counts_as_post_2008: bool = True
    special_query_is_other_2008: bool = True
    abandonment_is_reply_2008: bool = True
    reconsideration_revised_from: date = date(2024, 1, 1)
    refusal_review_months: int = 12


DEFAULT_PRACTICE = Practice()


class Confidence(StrEnum):
    """How far a default may be trusted."""

    CONVENTION = "convention"
    PRACTICE = "practice"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class PracticeNote:
    """What one setting decides, in words, with its nearest article and how sure it is."""

    setting: str
    zh: str
    en: str
    citation: Citation | None
    confidence: Confidence


NOTES: tuple[PracticeNote, ...] = (
    PracticeNote(
        "revised_from",
        "收到日在此日（含）以后的申请适用2019年条例；新条例没有过渡条款。",
        "Requests received on or after this day fall under the 2019 text; it has no transition.",
        cite(OGI_2019, 56),
        Confidence.UNVERIFIED,
    ),
    PracticeNote(
        "correction_period",
        "告知补正时未另写期限的，给申请人的工作日数；条例只说“合理的补正期限”。",
        "Working days for correcting when the notice names none; the text says only 'reasonable'.",
        cite(OGI_2019, 30),
        Confidence.UNVERIFIED,
    ),
    PracticeNote(
        "correction_restarts_2007",
        "2007年条例下补正后是否重新计算；条文未写，不重算的日期另列为稳妥日期。",
        "Whether a correction restarts the clock under the 2007 text, which is silent.",
        None,
        Confidence.PRACTICE,
    ),
    PracticeNote(
        "exclusion",
        "征求意见扣除哪些日子：发出次日至收到意见当日（默认）、两端都不扣、两端都扣。",
        "Which end days of a consultation are excluded; the text says only 'the time needed'.",
        cite(OGI_2019, 33, 3),
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "fee_clock",
        "缴费后答复期限重新计算（默认）或只扣除通知至缴费之间的日子。",
        "Payment restarts the period (default) or only suspends it from notice to payment.",
        cite(FEE_2020, 6),
        Confidence.UNVERIFIED,
    ),
    PracticeNote(
        "reasons_clock",
        "要求说明理由是否影响期限：不影响（默认）或收到说明后重新计算。",
        "Whether asking for reasons stops the clock: it runs on (default), or restarts.",
        cite(OGI_2019, 35),
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "lapse",
        "约束申请人的期限按调休上班日计与不计两种算法中较晚的一日届满（默认）。",
        "A period binding the applicant is closed after the later of two readings (default).",
        None,
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "confirmation_slack",
        "网上申请在提交后几个工作日内确认视为及时；超过的，另列自提交日起算的稳妥日期。",
        "Working days within which confirming an online request is prompt.",
        cite(OGI_2019, 31, 0, 3),
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "records_correction_days",
        "更正本人信息的内部办理工作日数；条例没有期限。",
        "Internal working days for correcting a person's own records; the text sets none.",
        cite(OGI_2019, 41),
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "six_months_from",
        "自此日起作出的决定，起诉期限为六个月；此前为三个月。",
        "Decisions from this day on may be sued over within six months; before, three.",
        cite(LITIGATION, 46),
        Confidence.UNVERIFIED,
    ),
    PracticeNote(
        "town_report_month",
        "乡镇年度报告的内部截止月；条例第四十九条没有写乡镇。",
        "Month of a town's own date for its annual report; art. 49 names no towns.",
        cite(OGI_2019, 49),
        Confidence.PRACTICE,
    ),
    PracticeNote(
        "town_report_day",
        "乡镇年度报告的内部截止日。",
        "Day of that date.",
        cite(OGI_2019, 49),
        Confidence.PRACTICE,
    ),
    PracticeNote(
        "fax_counts_as_post_2008",
        "2008年表没有传真一行：计入信函（默认），或不计入任何一行而只写附注。",
        "The oldest form has no line for fax: counted under post (default), or only noted.",
        None,
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "special_query_is_other_2008",
        "行政查询事项在2008年表计入其他类型（默认）或不予公开。",
        "Special queries count under 'other' in the oldest form (default), or under 'withheld'.",
        cite(OGI_2019, 36, 0, 7),
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "abandonment_is_reply_2008",
        "视为放弃的申请在2008年表计入其他类型答复（默认）或不计为答复。",
        "A deemed abandonment counts as an 'other' reply in the oldest form (default), or not.",
        None,
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "reconsideration_revised_from",
        "自此日起收到复议申请书副本的，书面答复期限适用2023年修订的复议法；新法没有过渡条款。",
        "Copies of an application received from this day on are answered under the revised text.",
        cite(RECONSIDERATION_2023, 90),
        Confidence.CONVENTION,
    ),
    PracticeNote(
        "refusal_review_months",
        "不予公开的政府信息每隔几个月评估审查一次；条例只说“定期”。",
        "Months between two reviews of what was withheld; the text says only 'periodically'.",
        cite(OGI_2019, 18),
        Confidence.CONVENTION,
    ),
)
