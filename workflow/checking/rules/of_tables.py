"""The rules about figures of the tables alone, of one year or of two."""

from workflow.checking.rules import sums, years
from workflow.checking.rules.examples import HONGZE_2023, JINGFENG_2017, SHANGHAI_2019
from workflow.checking.rules.rule import Example, Rule
from workflow.i18n import Text
from workflow.reports.findings import Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

OF_TABLES = (
    Rule(
        "K1",
        _ERROR,
        sums.incoming_is_outgoing,
        Text(
            "表三每一列：本年新收＋上年结转＝办理结果总计＋结转下年度",
            "表三, every column: R1 + R2 = R3.7 + R4",
        ),
        Text(
            "表三{column}列不平：新收{new}＋上年结转{before}＝{left}，"
            "办理结果总计{done}＋结转下年度{after}＝{right}{suspect}。",
            "表三, column {column}: received {new} + carried in {before} = {left}, "
            "finished {done} + carried out {after} = {right}{suspect}.",
        ),
        Example(
            Text(
                "成立的例子：新收859＋结转18＝877，办结805＋结转下年72＝877",
                "one that holds: 859 + 18 = 877 = 805 + 72",
            ),
            SHANGHAI_2019,
        ),
    ),
    Rule(
        "K2",
        _ERROR,
        sums.results_add_up,
        Text(
            "表三每一列：（七）总计＝（一）至（六）各行之和",
            "表三, every column: R3.7 is the sum of the rows of R3.1 to R3.6",
        ),
        Text(
            "表三{column}列：（七）总计为{left}，各项结果之和为{right}{suspect}。",
            "表三, column {column}: R3.7 is {left}, the results add up to {right}{suspect}.",
        ),
        Example(
            Text(
                "成立的例子：自然人一列18项结果之和767，总计767",
                "one that holds: the 18 results of natural persons add up to 767",
            ),
            SHANGHAI_2019,
        ),
    ),
    Rule(
        "K3",
        _ERROR,
        sums.applicants_add_up,
        Text(
            "表三每一行：总计＝自然人与五类法人或其他组织之和",
            "表三, every row: the total is the sum of the six kinds of applicant",
        ),
        Text(
            "表三{row}一行：总计为{left}，{sum}＝{right}{suspect}。",
            "表三, row {row}: the total is {left}, {sum} = {right}{suspect}.",
        ),
        Example(
            Text(
                "“（一）予以公开”自然人12、商业企业1，总计印成12",
                "R3.1 prints 12 and 1, and a total of 12",
            )
        ),
    ),
    Rule(
        "K4",
        _ERROR,
        years.carried_in_was_carried_out,
        Text(
            "上年结转＝上一年度报告的结转下年度，逐列（要 --previous）",
            "what is carried in is what last year's report carried out, by column (--previous)",
        ),
        Text(
            "表三{column}列：上年结转为{left}，上一年度报告的结转下年度为{right}。",
            "表三, column {column}: {left} carried in, last year's report carried out {right}.",
        ),
        Example(
            Text("上年报告结转下年5件，本年报告上年结转4件", "5 carried out, then 4 carried in")
        ),
    ),
    Rule(
        "K5",
        _ERROR,
        sums.disputes_add_up,
        Text(
            "表四每一组：总计＝结果维持＋结果纠正＋其他结果＋尚未审结",
            "表四, every block: the total is the sum of the four results",
        ),
        Text(
            "表四{row}：总计为{left}，{sum}＝{right}。",
            "表四, {row}: the total is {left}, {sum} = {right}.",
        ),
        Example(
            Text(
                "行政复议：维持10＋纠正1＝11，总计印成0；复议后起诉：维持5，总计印成0",
                "reconsideration: 10 + 1, total 0; litigation after it: 5, total 0",
            ),
            HONGZE_2023,
        ),
    ),
    Rule(
        "K6",
        _WARNING,
        years.in_force_follows,
        Text(
            "现行有效件数＝上年现行有效＋本年制发－本年废止（要 --previous）",
            "in force = in force last year + issued - repealed (--previous)",
        ),
        Text(
            "表二{row}：现行有效为{left}，上年{then}＋制发{issued}－废止{repealed}＝{right}。",
            "表二, {row}: {left} in force; last year's {then} + {issued} issued - {repealed} "
            "repealed = {right}.",
        ),
        Example(
            Text(
                "上年现行有效20件，本年制发3件、废止1件，印成23件",
                "20 in force, 3 issued, 1 repealed, printed as 23",
            )
        ),
    ),
    Rule(
        "S1",
        _ERROR,
        sums.channels_add_up_2008,
        Text(
            "2008年表：受理申请总数＝当面＋网上＋信函（另列传真、电子邮件的一并相加）",
            "form 2008: requests received are those of the channels",
        ),
        Text(
            "{cell}为{left}，各渠道之和为{right}。", "{cell} is {left}, its channels make {right}."
        ),
        Example(Text("受理总数6，当面1、网上2、信函2", "6 received, by the channels 1, 2 and 2")),
    ),
    Rule(
        "S2",
        _ERROR,
        sums.replies_add_up_2008,
        Text(
            "2008年表：答复总数＝同意公开＋同意部分公开＋不予公开＋其他类型",
            "form 2008: replies are those of the four kinds",
        ),
        Text(
            "{cell}为{left}，四类之和为{right}。", "{cell} is {left}, the four kinds make {right}."
        ),
        Example(Text("答复总数5，四类之和4", "5 replies, the four kinds make 4")),
    ),
    Rule(
        "S3",
        _ERROR,
        years.years_add_up,
        Text(
            "2008年表：历年累计＝上年累计＋本年度；没有上年报告时，累计不小于本年度",
            "form 2008: cumulative = last year's + this year's; without it, not below this year's",
        ),
        Text(
            "{cell}为{left}，上年累计{then}＋本年度{year}＝{right}。",
            "{cell} is {left}; last year's {then} + this year's {year} = {right}.",
        ),
        Example(
            Text(
                "成立的例子：主动公开2016年底累计160，2017年度67，累计227",
                "one that holds: 160 at the end of 2016, 67 in 2017, 227 in all",
            ),
            JINGFENG_2017,
        ),
    ),
    Rule(
        "S4",
        _ERROR,
        sums.channels_fit_2008,
        Text(
            "2008年表：任一渠道公开数不大于主动公开文件数（合计可以大于：一条信息，两个渠道）",
            "form 2008: no channel published more than was published; together they may",
        ),
        Text("{cell}为{left}，大于{whole}的{right}。", "{cell} is {left}, {whole} only {right}."),
        Example(Text("主动公开67条，政府网站公开76条", "67 published, 76 of them on the website")),
    ),
    Rule(
        "N1",
        _ERROR,
        sums.sums_hold_2014,
        Text(
            "2014年全国统计表：收到申请、办结、答复、不同意公开、复议、诉讼、工作人员各数＝分项之和",
            "form 2014: requests, finished, replies, refusals, disputes, staff are their parts",
        ),
        Text("{cell}为{left}，分项之和为{right}。", "{cell} is {left}, its parts make {right}."),
        Example(
            Text(
                "收到申请数15，当面、传真、网络、信函之和14",
                "15 requests received, by the four channels 14",
            )
        ),
    ),
    Rule(
        "N2",
        _ERROR,
        sums.parts_fit_2014,
        Text(
            "2014年全国统计表：“其中”一行不大于它所属的一行",
            "form 2014: what counts some of a row is not more than the row",
        ),
        Text("{cell}为{left}，大于{whole}的{right}。", "{cell} is {left}, {whole} only {right}."),
        Example(
            Text(
                "主动公开政府信息数40，其中规范性文件数41",
                "40 items published, 41 of them normative documents",
            )
        ),
    ),
)
