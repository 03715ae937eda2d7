"""The office's clocks in disputes, with days counted by hand.

复议法(2023) 第四十八、五十四、八十八条第二款; 复议法(2017) 第二十三、四十条;
行诉法 第六十七、八十五条; 国办发明电〔2024〕12号 (2025), 国办发明电〔2023〕7号 (2024).
"""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.clock.disputes import appeal_due, lawsuit_answer_due, reconsideration_answer_due
from states.statute.disputes import (
    RESULT_OF,
    CourtPaper,
    DisputeDecision,
    DisputeResult,
    Procedure,
)
from states.statute.practice import Practice
from states.terms import TERMS

CALENDAR = built_in()


@pytest.mark.parametrize(
    ("received_on", "procedure", "due"),
    [
        # Mon 2025-09-15: 16..19 = 1..4, 22..26 = 5..9, Sun 28 (worked) = 10.
        (date(2025, 9, 15), Procedure.ORDINARY, date(2025, 9, 28)),
        # The same copy in summary procedure: 16..19 = 1..4, Mon 22 = 5.
        (date(2025, 9, 15), Procedure.SUMMARY, date(2025, 9, 22)),
        # Fri 2025-09-26: Sun 28 = 1, 29, 30 = 3, 10-01..08 off, 9, 10 = 5, Sat 11 = 6,
        # 13..16 = 7..10.
        (date(2025, 9, 26), Procedure.ORDINARY, date(2025, 10, 16)),
        # The first day of the revised text: Mon 2024-01-01 is off itself; 2..5 = 1..4,
        # 8..12 = 5..9, Mon 15 = 10.
        (date(2024, 1, 1), Procedure.ORDINARY, date(2024, 1, 15)),
    ],
)
def test_a_reconsideration_is_answered_within_ten_or_five_working_days(
    received_on: date, procedure: Procedure, due: date
) -> None:
    found = reconsideration_answer_due(received_on, procedure, CALENDAR)

    assert (found.due, found.provisional) == (due, False)
    assert found.basis[1].short == "复议法(2023) 第八十八条第二款"


def test_each_procedure_cites_its_own_article() -> None:
    cited = {
        procedure: reconsideration_answer_due(date(2025, 9, 15), procedure, CALENDAR).citation.short
        for procedure in Procedure
    }

    assert cited == {
        Procedure.ORDINARY: "复议法(2023) 第四十八条",
        Procedure.SUMMARY: "复议法(2023) 第五十四条",
    }


@pytest.mark.parametrize(
    ("received_on", "due"),
    [
        # Mon 2023-09-18 + 10 calendar days = Thu 2023-09-28, a working day.
        (date(2023, 9, 18), date(2023, 9, 28)),
        # Tue 2023-09-19 + 10 = Fri 09-29, the first day of the holiday up to 10-06; Sat 10-07
        # is worked in exchange, and so the last day.
        (date(2023, 9, 19), date(2023, 10, 7)),
        # Fri 2023-12-29 + 10 = Mon 2024-01-08: counted as it began.
        (date(2023, 12, 29), date(2024, 1, 8)),
    ],
)
def test_before_2024_the_ten_days_of_a_reconsideration_are_calendar_days(
    received_on: date, due: date
) -> None:
    found = reconsideration_answer_due(received_on, Procedure.SUMMARY, CALENDAR)

    assert found.due == due
    assert found.citation.short == "复议法(2017) 第二十三条"
    assert "民诉法 第八十五条" in [citation.short for citation in found.basis]


def test_from_when_the_revised_text_counts_is_a_setting() -> None:
    later = Practice(reconsideration_revised_from=date(2024, 3, 1))

    found = reconsideration_answer_due(date(2024, 1, 15), Procedure.ORDINARY, CALENDAR, later)

    # Mon 2024-01-15 + 10 = Thu 2024-01-25.
    assert found.due == date(2024, 1, 25)


@pytest.mark.parametrize(
    ("received_on", "due"),
    [
        # Mon 2025-09-01 + 15 = Tue 2025-09-16.
        (date(2025, 9, 1), date(2025, 9, 16)),
        # Thu 2025-09-18 + 15 = Fri 10-03, in the holiday up to 10-08: Thu 10-09.
        (date(2025, 9, 18), date(2025, 10, 9)),
        # Fri 2025-09-26 + 15 = Sat 10-11, a worked Saturday: it is the day itself.
        (date(2025, 9, 26), date(2025, 10, 11)),
        # Fri 2025-09-05 + 15 = Sat 09-20, an ordinary Saturday: Mon 09-22.
        (date(2025, 9, 5), date(2025, 9, 22)),
    ],
)
def test_a_suit_is_answered_within_fifteen_days_rolled_off_a_rest_day(
    received_on: date, due: date
) -> None:
    found = lawsuit_answer_due(received_on, CALENDAR)

    assert (found.due, found.provisional) == (due, False)
    assert found.citation.short == "行诉法 第六十七条"


def test_before_the_amended_suit_law_there_were_ten_days() -> None:
    # Mon 2015-03-02 + 10 = Thu 2015-03-12.
    found = lawsuit_answer_due(date(2015, 3, 2), CALENDAR)

    assert found.due == date(2015, 3, 12)
    assert not found.citation.instrument.verified


@pytest.mark.parametrize(
    ("served_on", "paper", "due"),
    [
        # Mon 2025-11-03 + 15 = Tue 2025-11-18; + 10 = Thu 2025-11-13.
        (date(2025, 11, 3), CourtPaper.JUDGMENT, date(2025, 11, 18)),
        (date(2025, 11, 3), CourtPaper.RULING, date(2025, 11, 13)),
        # Fri 2025-11-07 + 15 = Sat 11-22: Mon 11-24.
        (date(2025, 11, 7), CourtPaper.JUDGMENT, date(2025, 11, 24)),
    ],
)
def test_a_judgment_leaves_fifteen_days_to_appeal_a_ruling_ten(
    served_on: date, paper: CourtPaper, due: date
) -> None:
    assert appeal_due(served_on, paper, CALENDAR).due == due


def test_an_end_that_rolls_into_a_year_without_its_notice_is_provisional() -> None:
    # Fri 2026-12-18 + 15 = Sat 2027-01-02, whose year has no notice yet.
    assert lawsuit_answer_due(date(2026, 12, 18), CALENDAR).provisional


def test_an_end_that_needs_no_such_year_is_certain() -> None:
    # Thu 2026-12-10 + 15 = Fri 2026-12-25.
    assert not lawsuit_answer_due(date(2026, 12, 10), CALENDAR).provisional


# 维持 = 维持, 驳回请求; 纠正 = 撤销, 部分撤销, 变更, 确认违法/无效, 责令履行; the rest is 其他.
def test_every_decision_stands_for_one_result_by_default() -> None:
    upheld = {d for d, result in RESULT_OF.items() if result is DisputeResult.UPHELD}
    corrected = {d for d, result in RESULT_OF.items() if result is DisputeResult.CORRECTED}
    other = {d for d, result in RESULT_OF.items() if result is DisputeResult.OTHER}

    assert upheld == {DisputeDecision.UPHELD, DisputeDecision.CLAIM_DISMISSED}
    assert {TERMS["dispute_decisions"][d].zh for d in corrected} == {
        "撤销",
        "部分撤销",
        "变更",
        "确认违法",
        "确认无效",
        "责令履行",
    }
    assert upheld | corrected | other == set(DisputeDecision)
