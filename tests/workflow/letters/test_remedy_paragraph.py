"""The remedy paragraph for each day of decision, outcome and level of office.

Expected by law.md's rules written out by hand: before 2015-05-01 three months to sue, then six;
from 2024-01-01 reconsideration first against withholding (行政复议法(2023) art. 23(1)(4), scope by
法释〔2025〕8号 art. 1); the authority by art. 12, 13 (2017) and 24 (2023).
"""

from datetime import date

import pytest

from states.statute.outcomes import Outcome
from states.statute.remedies import DepartmentKind, OfficeLevel
from workflow.letters.errors import SettingMissingError
from workflow.letters.remedy import Decider, remedy_paragraph
from workflow.letters.settings import LetterSettings

THREE_MONTHS = date(2015, 4, 30)  # Thursday
SIX_MONTHS = date(2015, 5, 1)  # Friday
BEFORE_2024 = date(2023, 12, 31)  # Sunday
FROM_2024 = date(2024, 1, 1)  # Monday
BEFORE_SCOPE = date(2025, 5, 31)  # Saturday
SCOPE_SETTLED = date(2025, 6, 1)  # Sunday
DAYS = (THREE_MONTHS, SIX_MONTHS, BEFORE_2024, FROM_2024, BEFORE_SCOPE, SCOPE_SETTLED)

WITHHELD = {
    Outcome.STATE_SECRET,
    Outcome.PROHIBITED_BY_LAW,
    Outcome.ENDANGERS_SECURITY,
    Outcome.THIRD_PARTY_RIGHTS,
    Outcome.INTERNAL_AFFAIRS,
    Outcome.DELIBERATIVE,
    Outcome.ENFORCEMENT_FILE,
    Outcome.WITHHELD_UNSPECIFIED,
}
WITHDRAWN = Outcome.OTHERWISE_CONCLUDED

COURT = "惠安县人民法院"
TOWN = Decider("净峰镇人民政府", OfficeLevel.TOWN, "惠安县人民政府", LetterSettings(court=COURT))
DEPARTMENT = Decider(
    "惠安县自然资源局",
    OfficeLevel.DEPARTMENT,
    "惠安县人民政府",
    LetterSettings(court=COURT, superior_department="泉州市自然资源和规划局"),
)
COUNTY = Decider(
    "惠安县人民政府",
    OfficeLevel.COUNTY,
    "泉州市人民政府",
    LetterSettings(court="泉州市中级人民法院"),
)
EITHER = "惠安县人民政府或者泉州市自然资源和规划局"
AUTHORITY = {
    "town": dict.fromkeys(DAYS, "惠安县人民政府"),
    "department": {
        THREE_MONTHS: EITHER,
        SIX_MONTHS: EITHER,
        BEFORE_2024: EITHER,
        FROM_2024: "惠安县人民政府",
        BEFORE_SCOPE: "惠安县人民政府",
        SCOPE_SETTLED: "惠安县人民政府",
    },
    "county": dict.fromkeys(DAYS, "泉州市人民政府"),
}
DECIDERS = {"town": TOWN, "department": DEPARTMENT, "county": COUNTY}
BASIS = {
    THREE_MONTHS: (
        "《中华人民共和国行政复议法》第九条和《中华人民共和国行政诉讼法》第三十八条、第三十九条"
    ),
    SIX_MONTHS: (
        "《中华人民共和国行政复议法》第九条和"
        "《中华人民共和国行政诉讼法》第四十四条、第四十五条、第四十六条"
    ),
    FROM_2024: (
        "《中华人民共和国行政复议法》第二十条和"
        "《中华人民共和国行政诉讼法》第四十四条、第四十五条、第四十六条"
    ),
}
BASIS |= {BEFORE_2024: BASIS[SIX_MONTHS]}
BASIS |= dict.fromkeys((BEFORE_SCOPE, SCOPE_SETTLED), BASIS[FROM_2024])
FIRST_BASIS = (
    "《中华人民共和国行政复议法》第二十三条第一款第（四）项、第二款、第二十条、第三十四条和"
    "《中华人民共和国行政诉讼法》第四十五条"
)


def paragraph(decider: Decider, outcome: Outcome, day: date, delivery: str = "") -> str:
    return remedy_paragraph(decider, outcome, day, you="您", this="本答复书", delivery=delivery)


def choice(basis: str, authority: str, months: int, court: str) -> str:
    return (
        f"您对本答复书不服的，可以根据{basis}的规定，自收到本答复书之日起60日内，向{authority}"
        f"申请行政复议，也可以自收到本答复书之日起{months}个月内，直接向{court}提起行政诉讼。"
    )


def first(what: str, authority: str, court: str) -> str:
    return (
        f"您对本答复书{what}不服的，根据{FIRST_BASIS}的规定，应当先申请行政复议，可以自收到"
        f"本答复书之日起60日内，向{authority}申请行政复议。对行政复议决定不服的，可以自收到行政"
        f"复议决定书之日起15日内，向{court}提起行政诉讼；行政复议机关决定不予受理、驳回申请，或者"
        "受理后超过行政复议期限不作答复的，可以自收到决定书之日起或者行政复议期限届满之日起15日内，"
        "依法向人民法院提起行政诉讼。"
    )


def the_rest(authority: str, court: str) -> str:
    return (
        f"对本答复书的其他内容不服的，可以自收到本答复书之日起60日内，向{authority}申请行政复议，"
        f"也可以自收到本答复书之日起6个月内，直接向{court}提起行政诉讼。"
    )


@pytest.mark.parametrize("level", DECIDERS)
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("outcome", [it for it in Outcome if it is not WITHDRAWN])
def test_the_paragraph_is_that_of_the_day_the_outcome_and_the_office(
    outcome: Outcome, day: date, level: str
) -> None:
    decider, authority = DECIDERS[level], AUTHORITY[level][day]

    found = paragraph(decider, outcome, day)

    if day >= FROM_2024 and outcome in WITHHELD:
        assert found == first("", authority, decider.court)
    elif day >= FROM_2024 and outcome is Outcome.PARTLY_DISCLOSED:
        part = first("中不予公开的部分", authority, decider.court)
        assert found == part + the_rest(authority, decider.court)
    else:
        months = 3 if day == THREE_MONTHS else 6
        assert found == choice(BASIS[day], authority, months, decider.court)


@pytest.mark.parametrize("day", DAYS)
def test_a_withdrawal_is_no_decision_to_attack(day: date) -> None:
    assert paragraph(TOWN, WITHDRAWN, day) == ""


def test_a_court_that_is_not_named_is_the_one_with_jurisdiction() -> None:
    nameless = Decider("净峰镇人民政府", OfficeLevel.TOWN, "惠安县人民政府", LetterSettings())

    assert "直接向有管辖权的人民法院提起" in paragraph(nameless, Outcome.DISCLOSED, BEFORE_2024)


def test_an_office_that_names_nobody_above_it_cannot_tell_of_the_remedies() -> None:
    alone = Decider("净峰镇人民政府", OfficeLevel.TOWN, "", LetterSettings())

    with pytest.raises(SettingMissingError) as refused:
        paragraph(alone, Outcome.DISCLOSED, SCOPE_SETTLED)
    assert refused.value.setting == "authority"


def test_an_authority_that_is_set_stands_before_the_parent_office() -> None:
    settings = LetterSettings(authority="某某开发区管理委员会")
    decider = Decider("净峰镇人民政府", OfficeLevel.TOWN, "惠安县人民政府", settings)

    assert decider.authorities(SCOPE_SETTLED) == ("某某开发区管理委员会",)


@pytest.mark.parametrize(
    ("kind", "before", "since"),
    [
        (DepartmentKind.VERTICAL, ("上一级主管部门",), ("上一级主管部门",)),
        (
            DepartmentKind.JUSTICE,
            ("惠安县人民政府", "上一级主管部门"),
            ("惠安县人民政府", "上一级主管部门"),
        ),
        (
            DepartmentKind.DERIVED,
            ("设立该派出机构的部门", "惠安县人民政府"),
            ("惠安县人民政府",),
        ),
    ],
)
def test_a_department_is_reviewed_by_its_kind(
    kind: DepartmentKind, before: tuple[str, ...], since: tuple[str, ...]
) -> None:
    settings = LetterSettings(department_kind=kind)
    decider = Decider("某局", OfficeLevel.DEPARTMENT, "惠安县人民政府", settings)

    assert decider.authorities(BEFORE_2024) == before
    assert decider.authorities(FROM_2024) == since


def test_a_province_reviews_itself() -> None:
    province = Decider("福建省人民政府", OfficeLevel.PROVINCE, "", LetterSettings())

    assert province.authorities(FROM_2024) == ("福建省人民政府",)


@pytest.mark.parametrize("delivery", ["internet", "email"])
@pytest.mark.parametrize("outcome", [Outcome.STATE_SECRET, Outcome.NOT_HELD])
def test_since_2024_what_is_served_online_names_the_online_way(
    delivery: str, outcome: Outcome
) -> None:
    settings = LetterSettings(online_reconsideration="福建省行政复议服务平台")
    decider = Decider("净峰镇人民政府", OfficeLevel.TOWN, "惠安县人民政府", settings)
    online = "您也可以通过福建省行政复议服务平台在线提交行政复议申请。"

    assert paragraph(decider, outcome, FROM_2024, delivery).endswith(online)
    assert online not in paragraph(decider, outcome, FROM_2024, "post")
    assert online not in paragraph(decider, outcome, BEFORE_2024, delivery)


def test_what_is_served_online_cannot_leave_the_online_way_out() -> None:
    with pytest.raises(SettingMissingError) as refused:
        paragraph(TOWN, Outcome.NOT_HELD, FROM_2024, "internet")
    assert refused.value.setting == "online_reconsideration"


def test_the_day_of_six_months_is_a_setting() -> None:
    words = remedy_paragraph(
        TOWN,
        Outcome.NOT_HELD,
        THREE_MONTHS,
        you="贵单位",
        this="本告知书",
        six_months_from=date(2015, 4, 1),
    )

    assert "贵单位对本告知书不服的" in words
    assert "6个月内" in words
