"""The rules about what the text says, beside the tables or by itself."""

from workflow.checking.rules import breakdowns, comparisons, dates, law, statements
from workflow.checking.rules.examples import (
    CHANGCHUN_2023,
    JINGFENG_2017,
    LONGTAN_2017,
    SHANGHAI_2019,
    SONGMUTANG_2022,
)
from workflow.checking.rules.rule import Example, Rule
from workflow.i18n import Text
from workflow.reports.findings import Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

OF_TEXTS = (
    Rule(
        "K7",
        _WARNING,
        statements.text_says_what_the_tables_say,
        Text(
            "正文说的本年数字与表中相同；正文不止一处说到的，有一处相同即可",
            "a figure the text states of the year is that of the table; once is enough",
        ),
        Text(
            "正文“{sentence}”说的是{left}，{cell}为{right}。",
            "The text says {left} (“{sentence}”), {cell} is {right}.",
        ),
        Example(
            Text(
                "正文“共受理政府信息公开申请2件”，表三新收总计3",
                "the text says that 2 requests were received, 表三 counts 3",
            ),
            CHANGCHUN_2023,
        ),
    ),
    Rule(
        "A1",
        _ERROR,
        breakdowns.parts_make_the_whole,
        Text(
            "“其中”以下互不重叠的各项之和不大于总数；各项齐全的，等于总数。"
            "公开渠道不在此列：一条信息可以有两个渠道",
            "parts after 其中 that exclude each other are no more than the whole, and all of them "
            "are it; not so ways of publication: an item may have two",
        ),
        Text(
            "“{sentence}”：总数为{left}，各项{sum}＝{right}。",
            "“{sentence}”: the whole is {left}, its parts {sum} = {right}.",
        ),
        Example(
            Text(
                "成立的例子：67条，分七类，5＋12＋6＋5＋7＋14＋18＝67",
                "one that holds: 67 items in seven classes, 5+12+6+5+7+14+18 = 67",
            ),
            JINGFENG_2017,
        ),
    ),
    Rule(
        "P1",
        _ERROR,
        breakdowns.shares_are_right,
        Text("占比按总数重算，四舍五入", "a share, worked out again and rounded, is right"),
        Text(
            "“{part}”{n}件占{whole}件的{right_p}，印的是{printed}。",
            "“{part}”: {n} of {whole} is {right_p}, printed as {printed}.",
        ),
        Example(
            Text(
                "答复805件，“予以公开及部分公开258件，占33.9%”（应为32.0%）",
                "of 805 answered, 258 disclosed in whole or part, printed as 33.9% (32.0%)",
            ),
            SHANGHAI_2019,
        ),
    ),
    Rule(
        "P2",
        _WARNING,
        breakdowns.shares_are_of_the_whole_named,
        Text(
            "占比的分母是句中的总数，不是表三的另一个数",
            "a share is of the whole in its sentence, not of another figure of 表三",
        ),
        Text(
            "“{part}”{n}件印作{printed}，按句中的{whole}件应为{right_p}；"
            "这个百分比是以{other}{other_n}件为分母算的。",
            "“{part}”: {n} is printed as {printed}; of the {whole} in the sentence it is "
            "{right_p}. The percentage is of the {other_n} {other}.",
        ),
        Example(
            Text(
                "新收40件，其中自然人30件，占66.67%：以新收加结转45件为分母",
                "40 received, 30 by persons, 66.67%: that is of 45, the carried in with them",
            )
        ),
    ),
    Rule(
        "P3",
        _WARNING,
        breakdowns.shares_are_rounded,
        Text("占比四舍五入，不截断", "a share is rounded, not cut off"),
        Text(
            "“{part}”{n}件占{whole}件，四舍五入为{right_p}，印的{printed}是截断的。",
            "“{part}”: {n} of {whole} rounds to {right_p}; {printed} is cut off.",
        ),
        Example(
            Text(
                "答复805件，“不予公开35件，占4.34%”（应为4.35%）",
                "of 805 answered, 35 withheld, printed as 4.34% (4.35%)",
            ),
            SHANGHAI_2019,
        ),
    ),
    Rule(
        "G1",
        _ERROR,
        comparisons.changes_are_right,
        Text(
            "增减幅度按句中的增减数、上年数，或者上一年度报告重算",
            "a change in per cent, worked out again from the counts said, or from last year's "
            "report, is right",
        ),
        Text(
            "由{before}到{now}，{right_way}{right_p}，印的是{way}{printed}。",
            "From {before} to {now} is {right_way} {right_p}, printed as {way} {printed}.",
        ),
        Example(
            Text(
                "120件，较上年增加20件，增长16.67%（应为20.00%）", "120, up 20, as 16.67% (20.00%)"
            )
        ),
    ),
    Rule(
        "G2",
        _WARNING,
        comparisons.changes_are_rounded,
        Text("增减幅度四舍五入，不截断", "a change in per cent is rounded, not cut off"),
        Text(
            "由{before}到{now}，{right_way}{right_p}，印的{printed}是截断的。",
            "From {before} to {now} is {right_way} {right_p}; {printed} is cut off.",
        ),
        Example(Text("由30到35，增长16.6%（应为16.7%）", "from 30 to 35 as 16.6% (16.7%)")),
    ),
    Rule(
        "G3",
        _WARNING,
        comparisons.changes_are_of_last_year,
        Text(
            "与上年比较所含的上年新收数，与上一年度报告相同（要 --previous）",
            "last year's count, as a comparison implies it, is its report's (--previous)",
        ),
        Text(
            "“{sentence}”按此上年为{left}件，上一年度报告为{right}件。",
            "“{sentence}” makes last year's count {left}; last year's report has {right}.",
        ),
        Example(
            Text(
                "本年120件“较上年增加20件”，上年报告是98件",
                "120, “20 more than last year”, when last year's report counted 98",
            )
        ),
    ),
    Rule(
        "D1",
        _WARNING,
        dates.period_is_the_year,
        Text(
            "统计期限为报告年度1月1日至12月31日（2008年自条例施行起，不查）",
            "the period is 1 January to 31 December of the report year (2008 is let be)",
        ),
        Text(
            "统计期限“{printed}”不是{year}年1月1日至12月31日。",
            "The period “{printed}” is not 1 January to 31 December {year}.",
        ),
        Example(
            Text(
                "2023年度报告写“统计期限为2022年1月1日至12月31日”",
                "a report of 2023 gives the period of 2022",
            )
        ),
    ),
    Rule(
        "D2",
        _WARNING,
        dates.year_is_the_title_s,
        Text("开头公布的是标题所写年度的报告", "the report announced is that of the title's year"),
        Text(
            "“{sentence}”说的是{left}年，报告年度为{right}年。",
            "“{sentence}” speaks of {left}, the report is of {right}.",
        ),
        Example(
            Text(
                "2023年度报告写“现将2022年度政府信息公开工作情况报告如下”",
                "a report of 2023 announces that of 2022",
            )
        ),
    ),
    Rule(
        "D3",
        _WARNING,
        dates.signed_after_the_year,
        Text("署款日期在年度终了之后、下一年度之内", "signed after the year, within the next"),
        Text(
            "署款日期{day}不合：{how}（{year}年度报告）。",
            "Signed {day}, {how} (a report of {year}).",
        ),
        Example(
            Text(
                "2017年度报告题下署“2017年2月10日”",
                "a report of 2017 is dated 10 February 2017",
            ),
            LONGTAN_2017,
        ),
    ),
    Rule(
        "L1",
        _WARNING,
        law.regulations_are_made_above,
        Text(
            "乡镇、街道、县、区及其部门没有规章制定权，规章各格为0",
            "towns, counties, districts and their departments make no 规章: the cells are 0",
        ),
        Text(
            "{office}没有规章制定权，{cell}印的是{left}。",
            "{office} makes no 规章, yet {cell} is {left}.",
        ),
        Example(
            Text(
                "镇政府的报告规章本年制发2件、现行有效2件",
                "a town reports 2 规章 issued and 2 in force",
            ),
            SONGMUTANG_2022,
        ),
    ),
    Rule(
        "L2",
        _WARNING,
        law.not_all_are_upheld,
        Text(
            "说“均维持”的，表四没有尚未审结、纠正、其他结果",
            "“all upheld” is said only where none is pending, corrected or otherwise ended",
        ),
        Text(
            "“{sentence}”与{cell}（{n}件）不符。",
            "“{sentence}” does not agree with {cell} ({n}).",
        ),
        Example(
            Text(
                "正文“行政复议7件，诉讼9件，均获维持”，表四尚未审结2件、1件",
                "“7 reconsiderations, 9 lawsuits, all upheld”, when 2 and 1 are pending in 表四",
            ),
            SHANGHAI_2019,
        ),
    ),
    Rule(
        "L3",
        _WARNING,
        law.not_all_are_done,
        Text(
            "说申请“全部办结”的，表三没有结转下年度",
            "“all finished” is said only where none is carried out",
        ),
        Text(
            "“{sentence}”与{cell}（{n}件）不符。",
            "“{sentence}” does not agree with {cell} ({n}).",
        ),
        Example(
            Text(
                "正文“收到信息公开申请21件，全部办结”，表三结转下年度2",
                "“21 requests, all finished”, when 表三 carries 2 out",
            )
        ),
    ),
)
