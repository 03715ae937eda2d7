"""The legal texts this office works under: titles, numbers, dates in force.

`verified=False` marks a number or date that was not read in the instrument itself; see
`docs/explanation/sources.md`.
"""

from datetime import date

from states.citation import Instrument

OGI_2007 = Instrument(
    "OGI_2007",
    "中华人民共和国政府信息公开条例",
    "条例(2007)",
    "Open Government Information Regulations (2007)",
    "国务院令第492号",
    date(2008, 5, 1),
)
OGI_2019 = Instrument(
    "OGI_2019",
    "中华人民共和国政府信息公开条例",
    "条例(2019)",
    "Open Government Information Regulations (2019)",
    "国务院令第711号",
    date(2019, 5, 15),
)
PERIODS_2015 = Instrument(
    "PERIODS_2015",
    "关于政府信息公开期限有关问题的解释",
    "期限解释(2015)",
    "Interpretation on periods (2015)",
    "国办公开办函〔2015〕207号",
    date(2015, 11, 18),
)
SERVICE_2016 = Instrument(
    "SERVICE_2016",
    "关于政府信息公开处理决定送达问题的解释",
    "送达解释(2016)",
    "Interpretation on service of decisions (2016)",
    "国办公开办函〔2016〕235号",
    date(2016, 12, 7),
)
OPINIONS_2008 = Instrument(
    "OPINIONS_2008",
    "关于施行《中华人民共和国政府信息公开条例》若干问题的意见",
    "施行意见(2008)",
    "Opinions on applying the Regulations (2008)",
    "国办发〔2008〕36号",
    date(2008, 4, 30),
)
GUIDING_CASE_26 = Instrument(
    "GUIDING_CASE_26",
    "指导案例26号（李健雄诉广东省交通运输厅政府信息公开案）",
    "指导案例26号",
    "Guiding Case 26",
    "最高人民法院",
    date(2014, 1, 26),
)
FEE_2020 = Instrument(
    "FEE_2020",
    "政府信息公开信息处理费管理办法",
    "收费办法(2020)",
    "Measures on information-processing fees (2020)",
    "国办函〔2020〕109号",
    date(2021, 1, 1),
)
MODEL_2019 = Instrument(
    "MODEL_2019",
    "江苏省政府信息公开申请办理答复规范",
    "答复规范(2019)",
    "Jiangsu rules on handling requests (2019)",
    "国办公开办函〔2020〕2号",
    date(2020, 1, 10),
)
HOLIDAY_MEASURES = Instrument(
    "HOLIDAY_MEASURES",
    "全国年节及纪念日放假办法",
    "放假办法",
    "Measures on national holidays",
    "",
    None,
)
CIVIL_CODE = Instrument(
    "CIVIL_CODE", "中华人民共和国民法典", "民法典", "Civil Code", "", date(2021, 1, 1)
)
CIVIL_PROCEDURE = Instrument(
    "CIVIL_PROCEDURE",
    "中华人民共和国民事诉讼法",
    "民诉法",
    "Civil Procedure Law",
    "",
    date(2022, 1, 1),
    verified=False,
)
RECONSIDERATION_2017 = Instrument(
    "RECONSIDERATION_2017",
    "中华人民共和国行政复议法",
    "复议法(2017)",
    "Administrative Reconsideration Law (2017)",
    "",
    date(2018, 1, 1),
    verified=False,
)
RECONSIDERATION_2023 = Instrument(
    "RECONSIDERATION_2023",
    "中华人民共和国行政复议法",
    "复议法(2023)",
    "Administrative Reconsideration Law (2023)",
    "",
    date(2024, 1, 1),
)
LITIGATION = Instrument(
    "LITIGATION",
    "中华人民共和国行政诉讼法",
    "行诉法",
    "Administrative Litigation Law",
    "",
    date(2015, 5, 1),
    verified=False,
)
LITIGATION_1990 = Instrument(
    "LITIGATION_1990",
    "中华人民共和国行政诉讼法",
    "行诉法(1989)",
    "Administrative Litigation Law (1989)",
    "",
    date(1990, 10, 1),
    verified=False,
)
COURT_2025 = Instrument(
    "COURT_2025",
    "最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释",
    "法释〔2025〕8号",
    "SPC Interpretation on disclosure cases (2025)",
    "法释〔2025〕8号",
    date(2025, 6, 1),
)
