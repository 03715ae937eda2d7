"""The rules about the form, and how it was filled in."""

from workflow.checking.rules import form
from workflow.checking.rules.examples import HUI_TOWN_2022, SHANGHAI_2019, STATISTICS_BUREAU_2023
from workflow.checking.rules.rule import Example, Rule
from workflow.i18n import Text
from workflow.reports.findings import Severity

_WARNING = Severity.WARNING

OF_FORMS = (
    Rule(
        "F1",
        _WARNING,
        form.form_is_of_the_year,
        Text("用的是该年度的格式", "the form is that of the year"),
        Text(
            "{year}年度报告用的是{used}，该年度应用{right}。",
            "The report of {year} is in {used}; that year's is {right}.",
        ),
        Example(
            Text(
                "2022年度报告的表二仍是“本年新制作数量”“政府集中采购”等栏（2019年格式）",
                "a report of 2022 still has the 表二 of 2019",
            ),
            HUI_TOWN_2022,
        ),
    ),
    Rule(
        "F2",
        _WARNING,
        form.nothing_is_a_nought,
        Text("没有的填0，不留空、不画“/”", "what is none is a 0, no blank and no stroke"),
        Text(
            "{table}有{n}格是{how}，没有的应填0：{cells}。",
            "{table}: {n} cell(s) {how} where a 0 belongs: {cells}.",
        ),
        Example(
            Text(
                "表二规章一行画“/”，表三各格留空",
                "表二 has strokes for 规章, 表三 is left blank",
            ),
            STATISTICS_BUREAU_2023,
        ),
    ),
    Rule(
        "F3",
        _WARNING,
        form.no_row_is_missing,
        Text("表三、表四的行列齐全", "表三 and 表四 have all their rows and columns"),
        Text("{table}缺少：{missing}。", "{table} lacks: {missing}."),
        Example(Text("表三没有“总计”一列", "表三 without its column 总计")),
    ),
    Rule(
        "F4",
        _WARNING,
        form.cells_are_counts,
        Text(
            "计数的格是不小于0的整数，金额是数字",
            "what counts is a whole number not below 0, what is money a number",
        ),
        Text(
            "{cell}印的是“{printed}”，不是件数。", "{cell} prints “{printed}”, which is no count."
        ),
        Example(Text("表三一格写“约5件”", "a cell of 表三 says “about 5”")),
    ),
    Rule(
        "F5",
        _WARNING,
        form.placeholders_are_filled,
        Text("正文没有未填的空", "nothing in the text was left to be filled in"),
        Text(
            "“{sentence}”中的“{placeholder}”没有填。",
            "“{placeholder}” in “{sentence}” was not filled in.",
        ),
        Example(Text("“收到申请XX件”", "“XX requests were received”")),
    ),
    Rule(
        "F6",
        _WARNING,
        form.totals_are_filled,
        Text(
            "各项之和大于0的，总计不留空", "a total whose parts are more than 0 is not left blank"
        ),
        Text(
            "{table}有{n}格总计没有填：{cells}。",
            "{table}: {n} total(s) left blank: {cells}.",
        ),
        Example(
            Text(
                "“（一）予以公开”一行自然人258、商业企业12、法律服务机构1、其他1，总计留空",
                "R3.1 prints 258, 12, 1 and 1, and no total",
            ),
            SHANGHAI_2019,
        ),
    ),
)
