"""Remedies by the date of the decision: three switches, twenty-five outcomes and silence."""

from datetime import date

import pytest

from states.statute.outcomes import Outcome
from states.statute.remedies import (
    UNTOLD_LIMIT_YEARS,
    Authority,
    CourtLevel,
    DepartmentKind,
    OfficeLevel,
    Regime,
    RunsFrom,
    court_for,
    reconsideration_authority,
    remedies_for,
)

# The eve and the day of each switch: six months to sue; reconsideration first; its scope settled.
THREE_MONTHS = date(2015, 4, 30)  # Thursday
SIX_MONTHS = date(2015, 5, 1)  # Friday
BEFORE_2024 = date(2023, 12, 31)  # Sunday
FROM_2024 = date(2024, 1, 1)  # Monday
BEFORE_SCOPE = date(2025, 5, 31)  # Saturday
SCOPE_SETTLED = date(2025, 6, 1)  # Sunday
DAYS = (THREE_MONTHS, SIX_MONTHS, BEFORE_2024, FROM_2024, BEFORE_SCOPE, SCOPE_SETTLED)

REGIMES = {
    THREE_MONTHS: Regime.THREE_MONTHS,
    SIX_MONTHS: Regime.SIX_MONTHS,
    BEFORE_2024: Regime.SIX_MONTHS,
    FROM_2024: Regime.UNSETTLED_SCOPE,
    BEFORE_SCOPE: Regime.UNSETTLED_SCOPE,
    SCOPE_SETTLED: Regime.SETTLED_SCOPE,
}

# 行政复议法(2023) art. 23(1)(4) with 条例(2019) art. 14 to 16; special queries are not among them.
WITHHELD_ON_THE_MERITS = {
    Outcome.STATE_SECRET,
    Outcome.PROHIBITED_BY_LAW,
    Outcome.ENDANGERS_SECURITY,
    Outcome.THIRD_PARTY_RIGHTS,
    Outcome.INTERNAL_AFFAIRS,
    Outcome.DELIBERATIVE,
    Outcome.ENFORCEMENT_FILE,
    Outcome.WITHHELD_UNSPECIFIED,
}
FIRST = WITHHELD_ON_THE_MERITS | {Outcome.PARTLY_DISCLOSED}
EVERY: list[Outcome | None] = [*Outcome, None]


def cited(day: date, outcome: Outcome | None) -> list[str]:
    """The citations of a plan, as a letter's draft lists them."""
    return [citation.short for citation in remedies_for(day, outcome).citations]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("outcome", EVERY)
def test_reconsideration_comes_first_only_since_2024_against_withholding(
    day: date, outcome: Outcome | None
) -> None:
    plan = remedies_for(day, outcome)

    assert plan.reconsideration_first is (day >= FROM_2024 and outcome in FIRST)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("outcome", EVERY)
def test_the_periods_are_those_of_the_day_of_the_decision(
    day: date, outcome: Outcome | None
) -> None:
    plan = remedies_for(day, outcome)

    assert plan.regime is REGIMES[day]
    assert plan.litigation_months == (3 if day == THREE_MONTHS else 6)
    assert (plan.reconsideration_days, plan.after_reconsideration_days) == (60, 15)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("outcome", EVERY)
def test_the_scope_was_unsettled_for_all_but_withholding_until_june_2025(
    day: date, outcome: Outcome | None
) -> None:
    unsettled = day in {FROM_2024, BEFORE_SCOPE} and outcome not in FIRST

    assert remedies_for(day, outcome).scope_unsettled is unsettled


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("outcome", EVERY)
def test_only_the_withheld_part_of_a_partial_disclosure_goes_to_reconsideration_first(
    day: date, outcome: Outcome | None
) -> None:
    in_part = day >= FROM_2024 and outcome is Outcome.PARTLY_DISCLOSED

    assert remedies_for(day, outcome).only_withheld_part is in_part


@pytest.mark.parametrize("day", DAYS)
def test_silence_leaves_the_choice_and_counts_from_the_end_of_the_period(day: date) -> None:
    plan = remedies_for(day, None)

    assert not plan.reconsideration_first
    assert plan.runs_from is RunsFrom.REPLY_PERIOD_END


def test_a_decision_counts_from_knowing_of_it() -> None:
    assert remedies_for(FROM_2024, Outcome.NOT_HELD).runs_from is RunsFrom.KNOWING
    assert UNTOLD_LIMIT_YEARS == 1


def test_before_may_2015_a_suit_cites_the_old_law() -> None:
    assert cited(THREE_MONTHS, Outcome.STATE_SECRET) == [
        "复议法(2017) 第九条",
        "行诉法(1989) 第三十八条",
        "行诉法(1989) 第三十九条",
    ]


@pytest.mark.parametrize("day", [SIX_MONTHS, BEFORE_2024])
def test_from_may_2015_the_applicant_chooses_within_six_months(day: date) -> None:
    assert cited(day, Outcome.STATE_SECRET) == [
        "复议法(2017) 第九条",
        "行诉法 第四十四条",
        "行诉法 第四十五条",
        "行诉法 第四十六条",
    ]


def test_from_2024_withholding_cites_the_rule_and_the_duty_to_say_so() -> None:
    assert cited(FROM_2024, Outcome.DELIBERATIVE) == [
        "复议法(2023) 第二十三条第一款第（四）项",
        "复议法(2023) 第二十三条第二款",
        "复议法(2023) 第二十条",
        "复议法(2023) 第三十四条",
        "行诉法 第四十五条",
    ]


def test_from_june_2025_withholding_cites_the_courts_reading_too() -> None:
    assert cited(SCOPE_SETTLED, Outcome.DELIBERATIVE)[-1] == "法释〔2025〕8号 第一条第（二）项"


def test_from_june_2025_silence_cites_the_courts_reading() -> None:
    assert cited(SCOPE_SETTLED, None) == [
        "复议法(2023) 第二十条",
        "行诉法 第四十四条",
        "行诉法 第四十五条",
        "行诉法 第四十六条",
        "法释〔2025〕8号 第二条第二款",
    ]


@pytest.mark.parametrize("outcome", [Outcome.NOT_HELD, Outcome.REPEATED])
def test_from_june_2025_what_is_not_provided_may_be_sued_over_directly(outcome: Outcome) -> None:
    assert cited(SCOPE_SETTLED, outcome)[-1] == "法释〔2025〕8号 第一条第（一）项"
    assert "法释" not in "".join(cited(BEFORE_SCOPE, outcome))


def test_a_special_query_is_no_refusal_on_the_merits() -> None:
    assert cited(SCOPE_SETTLED, Outcome.SPECIAL_QUERY) == cited(SCOPE_SETTLED, None)


@pytest.mark.parametrize("day", DAYS)
def test_since_2024_a_decision_served_online_names_the_online_channel(day: date) -> None:
    citation = remedies_for(day, Outcome.NOT_OURS).names_online_channel

    expected = "复议法(2023) 第二十二条第二款" if day >= FROM_2024 else "None"
    assert str(citation) == expected


def test_the_first_day_of_six_months_is_a_setting() -> None:
    plan = remedies_for(SIX_MONTHS, None, six_months_from=date(2015, 6, 1))

    assert plan.litigation_months == 3


@pytest.mark.parametrize(
    ("level", "authority"),
    [
        (OfficeLevel.TOWN, Authority.COUNTY_GOVERNMENT),
        (OfficeLevel.COUNTY, Authority.CITY_GOVERNMENT),
        (OfficeLevel.CITY, Authority.PROVINCE_GOVERNMENT),
        (OfficeLevel.PROVINCE, Authority.PROVINCE_GOVERNMENT),
    ],
)
@pytest.mark.parametrize("day", [BEFORE_2024, FROM_2024])
def test_a_governments_decision_goes_one_level_up(
    level: OfficeLevel, authority: Authority, day: date
) -> None:
    found = reconsideration_authority(level, day)

    assert found.authorities == (authority,)
    assert not found.is_choice


@pytest.mark.parametrize(
    ("level", "day", "citation"),
    [
        (OfficeLevel.TOWN, BEFORE_2024, "复议法(2017) 第十三条"),
        (OfficeLevel.TOWN, FROM_2024, "复议法(2023) 第二十四条第一款第（二）项"),
        (OfficeLevel.PROVINCE, BEFORE_2024, "复议法(2017) 第十四条"),
        (OfficeLevel.PROVINCE, FROM_2024, "复议法(2023) 第二十四条第二款"),
    ],
)
def test_the_authority_over_a_government_stands_beside_its_article(
    level: OfficeLevel, day: date, citation: str
) -> None:
    assert reconsideration_authority(level, day).citation.short == citation


# 复议法(2017) art. 12, 15; 复议法(2023) art. 24(1)(1), 24(4), 27, 28.
@pytest.mark.parametrize(
    ("kind", "before", "since"),
    [
        (DepartmentKind.ORDINARY, "own_government superior_department", "own_government"),
        (DepartmentKind.VERTICAL, "superior_department", "superior_department"),
        (
            DepartmentKind.JUSTICE,
            "own_government superior_department",
            "own_government superior_department",
        ),
        (DepartmentKind.DERIVED, "parent_department own_government", "own_government"),
    ],
)
def test_since_2024_an_ordinary_departments_decision_goes_to_its_government_only(
    kind: DepartmentKind, before: str, since: str
) -> None:
    old = reconsideration_authority(OfficeLevel.DEPARTMENT, BEFORE_2024, kind=kind)
    new = reconsideration_authority(OfficeLevel.DEPARTMENT, FROM_2024, kind=kind)

    assert " ".join(old.authorities) == before
    assert " ".join(new.authorities) == since
    assert old.is_choice is (" " in before)


def test_a_department_is_ordinary_unless_it_is_said_to_be_another_kind() -> None:
    found = reconsideration_authority(OfficeLevel.DEPARTMENT, FROM_2024)

    assert found.citation.short == "复议法(2023) 第二十四条第一款第（一）项"


@pytest.mark.parametrize(
    ("level", "court"),
    [
        (OfficeLevel.TOWN, CourtLevel.BASIC),
        (OfficeLevel.DEPARTMENT, CourtLevel.BASIC),
        (OfficeLevel.COUNTY, CourtLevel.INTERMEDIATE),
        (OfficeLevel.CITY, CourtLevel.INTERMEDIATE),
        (OfficeLevel.PROVINCE, CourtLevel.INTERMEDIATE),
    ],
)
def test_acts_of_county_governments_upward_go_to_the_intermediate_court(
    level: OfficeLevel, court: CourtLevel
) -> None:
    # 行政诉讼法 art. 15(1) item 1 for the intermediate court, art. 18(1) for the place.
    assert court_for(level).level is court


def test_a_court_stands_beside_its_article() -> None:
    assert court_for(OfficeLevel.TOWN).citation.short == "行诉法 第十八条第一款"
    assert court_for(OfficeLevel.COUNTY).citation.short == "行诉法 第十五条第（一）项"
