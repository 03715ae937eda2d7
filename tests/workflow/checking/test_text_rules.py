"""What the text of a report says: what is plainly wrong is found, what is lawful is let be."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workflow.checking.reports import a_report
from workflow.checking.check import check_report
from workflow.checking.published import PublishedReport
from workflow.checking.reading import read_report
from workflow.reports.findings import Finding

PUBLISHED = Path(__file__).parent / "published"
# 3511 received (3402 by persons), 96 carried in, 3486 finished, 121 carried out; of the results
# 1191, 328, 142, 1078, 406 and 341 by family; 440 reconsiderations (26 pending), 24 and 89 suits.
SUQIAN = read_report(PUBLISHED / "suqian-2023.json")
REQUESTS_SECTION = "三、收到和处理政府信息公开申请情况"


def suqian(text: str) -> PublishedReport:
    return replace(SUQIAN, sections=a_report(text).sections)


def findings(text: str, previous: PublishedReport | None = None) -> list[Finding]:
    return list(check_report(suqian(text), previous))


def rules(text: str) -> list[str]:
    return [finding.rule for finding in findings(text)]


LAWFUL = {
    "the figures of the tables": (
        "2023年，全市共收到政府信息公开申请3511件，上年结转96件，办结政府信息公开申请3486件，"
        "结转下年度继续办理121件。因政府信息公开被申请行政复议440件，行政诉讼113件。"
    ),
    "what was taken on, the carried in with it": "全市共受理政府信息公开申请3607件。",
    "what was finished of this year's": "办结政府信息公开申请3390件。",
    "another year": "2022年，全市收到政府信息公开申请3100件。",
    "a comparison with another year": "收到政府信息公开申请3511件，较2022年的3100件增长13.3%。",
    "a part of the city": "市政府本级收到政府信息公开申请210件。",
    "a count that is not exact": "全年收到政府信息公开申请3500余件，约占申请总数的九成。",
    "a figure said twice, once narrowly": (
        "本年收到政府信息公开申请210件。\n全市共收到政府信息公开申请3511件。"
    ),
    "requests of another kind": "全年未收到行政许可申请；受理企业登记申请12件。",
    "shares that are right": (
        "全区共收到政府信息依申请公开1499件。其中，通过网络申请1303件，占86.92%；"
        "通过信函申请172件，占11.47%；通过当面申请24件，占1.60%。"
    ),
    "results that are right, the whole in the sentence before": (
        "完成政府信息依申请公开答复1453件，包括上年结转30件。其中，予以公开966件，占66.48%；"
        "部分公开67件，占4.61%；不予公开81件，占5.57%；无法提供182件，占12.53%；"
        "不予处理61件，占4.20%；其他处理96件，占6.61%。"
    ),
    "a share of something else": "其中自然人申请3402件，占办结数的97.6%。",
    "more channels than items": (
        "主动公开政府信息382条，其中政府网站380条，微信公众号244条，政务公开栏90条。"
    ),
    "classes of which the last is no class": (
        "主动公开政府信息32条，包括领导信息类1条、机构职能类2条、工作动态类28条、年报1条。"
    ),
    "parts that are not all": "收到申请20件，其中网络申请12件，信函申请3件。",
    "ways of publication that overlap": "主动公开信息67条，其中网站60条，其他20条。",
    "none lost": "全年没有因政府信息公开被纠正的行政复议，未发生行政复议和行政诉讼败诉案件。",
    "no one asked for an answer": "未收到政府信息公开申请人的投诉。",
    "results beside what was carried in": (
        "某局收到政府信息公开申请21件，其中予以公开15件，不予公开8件。"
    ),
    "lawful delay": "所有申请均在法定期限内答复，按时办结率100%。",
    "other things all done": "办理热线工单47件，全部办结；依申请公开工作平稳有序。",
    "the period of the year": "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
    "last year's report named in passing": "及时发布2022年度政府信息公开工作年度报告。",
    "a date of publication": "发布日期：2023年1月12日",
    "a plan for the next year": "2024年，将进一步规范政府信息公开申请的办理。",
    "a signature of January": "宿迁市人民政府\n2024年1月20日",
    "a signature on the last day": "宿迁市人民政府\n2023年12月31日",
    "the day on which a page was made": "成文日期\n2023年12月20日\n发布机构\n市政府办公室",
    "the date of a saved page": "2025年12月30日\n星期二",
    "an unknown in a formula": "坚持“X+Y”工作法，打造24小时自助服务。",
}


@pytest.mark.parametrize("text", LAWFUL.values(), ids=LAWFUL)
def test_what_is_lawful_gives_no_finding(text: str) -> None:
    assert [(f.rule, f.text.zh) for f in findings(text)] == []


WRONG = [
    ("全市共收到政府信息公开申请3510件。", "K7", 3510, 3511),
    ("本年新收政府信息公开申请3607件。", "K7", 3607, 3511),
    ("本年度，我市未收到政府信息公开申请。", "K7", 0, 3511),
    (f"{REQUESTS_SECTION}\n上年结转95件。", "K7", 95, 96),
    (f"{REQUESTS_SECTION}\n结转下年度继续办理12件。", "K7", 12, 121),
    (f"{REQUESTS_SECTION}\n办结申请3400件。", "K7", 3400, 3486),
    ("答复政府信息公开申请3486件，其中不予公开143件。", "K7", 143, 142),
    ("共收到政府信息公开申请3511件，其中自然人申请3400件。", "K7", 3400, 3402),
    ("因政府信息公开被申请行政复议439件。", "K7", 439, 440),
    ("未发生因政府信息公开提起的行政诉讼。", "K7", 0, 113),
    ("没有因政府信息公开申请行政复议。", "K7", 0, 440),
    ("共收到政府信息公开申请3511件，其中法人或其他组织申请110件。", "K7", 110, 109),
    ("政府信息公开行政诉讼112件。", "K7", 112, 113),
    (
        "收到政府信息公开申请3511件，其中当面申请11件，网络申请3000件，信函申请490件。",
        "A1",
        3511,
        3501,
    ),
    ("收到申请10件，其中网络申请8件，当面申请5件。", "A1", 10, 13),
    ("被申请行政复议440件，其中维持309件，纠正18件，其他88件，尚未审结26件。", "A1", 440, 441),
    ("主动公开信息67条，其中：民生类5条，安全生产、应急管理类14条，其他类47条。", "A1", 67, 66),
    ("主动公开信息10条，其中民生类8条，财政类5条。", "A1", 10, 13),
    ("收到申请40件，其中网络申请30件，占70%。", "P1", 70, 75),
    ("收到申请3件，其中网络申请2件（占66.6%）。", "P3", 66.6, 66.7),
    ("新收申请3511件，其中网络申请3402件，占94.32%。", "P2", 94.32, 96.9),
    ("收到申请120件，较上年增加20件，增长16.67%。", "G1", 16.67, 20),
    ("收到申请35件，同比增加5件，增长16.6%。", "G2", 16.6, 16.7),
    ("收到申请80件，比上年的100件增长20%。", "G1", 20, 20),
    ("统计期限为2022年1月1日至12月31日。", "D1", None, None),
    ("本报告数据统计期限自2023年1月1日起至11月30日止。", "D1", None, None),
    ("现将我市2022年度政府信息公开工作情况报告如下：", "D2", 2022, 2023),
    ("（2023年2月10日）", "D3", None, None),
    ("宿迁市人民政府\n二〇二三年一月二十日", "D3", None, None),
    ("宿迁市人民政府2026年3月1日", "D3", None, None),
    ("行政复议440件，均被维持。", "L2", None, None),
    ("收到政府信息公开申请3511件，已全部按时办结。", "L3", None, None),
    ("收到政府信息公开申请3511件，办结率为100%。", "L3", None, None),
    ("收到政府信息公开申请XX件。", "F5", None, None),
    ("全年公开信息{{ 主动公开文件数 }}条。", "F5", None, None),
    ("全年公开信息____条。", "F5", None, None),
    ("公开信息【未填：主动公开数】条。", "F5", None, None),
]


@pytest.mark.parametrize(("text", "rule", "left", "right"), WRONG)
def test_what_is_plainly_wrong_is_found(
    text: str, rule: str, left: float | None, right: float | None
) -> None:
    found = [(f.left, f.right) for f in findings(text) if f.rule == rule]

    assert found == [(left, right)]


def test_a_change_goes_the_way_it_is_said_to_go() -> None:
    (finding,) = findings("收到申请80件，比上年的100件增长20%。")

    assert finding.text.zh == "由100到80，下降20%，印的是增长20%。"


def test_a_finding_about_the_text_names_its_section() -> None:
    (finding,) = findings("一、总体情况\n全市共收到政府信息公开申请3510件。")

    assert finding.where == "sections.一、总体情况"
    assert finding.text.zh == (
        "正文“全市共收到政府信息公开申请3510件”说的是3510，"
        "“一、本年新收政府信息公开申请数量”“总计”一格为3511。"
    )


def test_a_share_of_another_figure_names_that_figure() -> None:
    (finding,) = findings("新收申请3511件，其中网络申请3402件，占94.32%。")

    # 3402 of 3607, that is of 3511 + 96
    assert "以本年新收加上年结转3607件为分母" in finding.text.zh


def test_the_year_before_is_what_its_report_says() -> None:
    before = a_report(
        requests={"R1": {"total": 3190}, "R4": {"total": 96}}, year=2022, office="宿迁市人民政府"
    )

    # 3511 is 10.06 per cent more than 3190, and 321 more
    right = findings("新收政府信息公开申请3511件，较上年增长10.06%。", before)
    wrong = findings("新收政府信息公开申请3511件，较上年增长12.3%。", before)
    other = findings("新收政府信息公开申请3511件，较上年增加300件。", before)

    assert right == []
    assert [(f.rule, f.left, f.right) for f in wrong] == [("G1", 12.3, 10.1)]
    assert [(f.rule, f.left, f.right) for f in other] == [("G3", 3211, 3190)]


def test_upheld_is_said_of_the_cases_right_before_it_alone() -> None:
    results = {"upheld": 2, "corrected": 0, "other": 0, "pending": 0, "total": 2}
    pending = {**results, "upheld": 0, "pending": 2}
    report = a_report(
        "行政诉讼2件，尚未审结；行政复议2件，均维持。",
        disputes={
            "reconsideration": results,
            "litigation_direct": pending,
            "litigation_after_reconsideration": dict.fromkeys(results, 0),
        },
    )
    other = replace(report, sections=a_report("行政复议2件，行政诉讼2件，均维持。").sections)

    assert check_report(report) == ()
    assert [(f.rule, "尚未审结”一格（2件）" in f.text.zh) for f in check_report(other)] == [
        ("L2", True)
    ]


@pytest.mark.parametrize("rule", ["P1", "A1", "G1"])
def test_what_the_text_adds_up_wrongly_is_an_error(rule: str) -> None:
    text = next(text for text, code, _, _ in WRONG if code == rule)

    assert {f.severity.value for f in findings(text) if f.rule == rule} == {"error"}
