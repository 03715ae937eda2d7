"""The rows and columns of the national forms of 2019 and 2021, by their official labels.

Plain data: what a row counts stands in the form, and what may be read from other people's reports
stands in `workflow.checking`. An amended form is new rows here.
"""

from dataclasses import dataclass

PROACTIVE = "proactive"
REQUESTS = "requests"
DISPUTES = "disputes"
TOTAL = "total"

# The form is that of report years from this one on; the one before served 2019 and 2020.
FORM_2019_SINCE = 2019
FORM_2021_SINCE = 2021

SECTION_TITLES = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


@dataclass(frozen=True, slots=True)
class ColumnLabel:
    """A column: its key, its printed heading, and the heading it stands under, if any."""

    key: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A row: its key, its printed label, and the headings to its left, outermost first."""

    key: str
    label: str
    groups: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """The label with the nearest heading before it: （三）不予公开 1.属于国家秘密."""
        if len(self.groups) < _WITH_SUBHEADING:
            return self.label
        return f"{self.groups[-1]} {self.label}"


_WITH_SUBHEADING = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A part of 表二: the item of article 20 it is about, its columns and its rows."""

    heading: str
    columns: tuple[ColumnLabel, ...]
    rows: tuple[RowLabel, ...]


# 表三. 收到和处理政府信息公开申请情况

RECKONING_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS_HEADING = "申请人情况"
ORGANISATIONS_HEADING = "法人或其他组织"
RESULTS_HEADING = "三、本年度办理结果"

APPLICANT_COLUMNS = (
    ColumnLabel("natural_person", "自然人"),
    ColumnLabel("company", "商业企业", ORGANISATIONS_HEADING),
    ColumnLabel("research", "科研机构", ORGANISATIONS_HEADING),
    ColumnLabel("public_interest", "社会公益组织", ORGANISATIONS_HEADING),
    ColumnLabel("legal_service", "法律服务机构", ORGANISATIONS_HEADING),
    ColumnLabel("other", "其他", ORGANISATIONS_HEADING),
)
REQUEST_COLUMNS = (*APPLICANT_COLUMNS, ColumnLabel(TOTAL, "总计"))

RECEIVED = "R1"
CARRIED_IN = "R2"
RESULTS_TOTAL = "R3.7"
CARRIED_OUT = "R4"
OTHERWISE = "R3.6"

# The six results, by the code their rows begin with.
FAMILIES = {
    "R3.1": "（一）予以公开",
    "R3.2": "（二）部分公开",
    "R3.3": "（三）不予公开",
    "R3.4": "（四）无法提供",
    "R3.5": "（五）不予处理",
    OTHERWISE: "（六）其他处理",
}


def _results(code: str, *labels: str) -> tuple[RowLabel, ...]:
    groups = (RESULTS_HEADING, FAMILIES[code])
    return tuple(
        RowLabel(f"{code}.{number}", f"{number}.{label}", groups)
        for number, label in enumerate(labels, 1)
    )


def _result(code: str, label: str) -> RowLabel:
    return RowLabel(code, label, (RESULTS_HEADING,))


_INCOMING = (
    RowLabel(RECEIVED, "一、本年新收政府信息公开申请数量"),
    RowLabel(CARRIED_IN, "二、上年结转政府信息公开申请数量"),
)
_RESULTS = (
    _result("R3.1", "（一）予以公开"),
    _result("R3.2", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    *_results(
        "R3.3",
        "属于国家秘密",
        "其他法律行政法规禁止公开",
        "危及“三安全一稳定”",
        "保护第三方合法权益",
        "属于三类内部事务信息",
        "属于四类过程性信息",
        "属于行政执法案卷",
        "属于行政查询事项",
    ),
    *_results(
        "R3.4",
        "本机关不掌握相关政府信息",
        "没有现成信息需要另行制作",
        "补正后申请内容仍不明确",
    ),
    *_results(
        "R3.5",
        "信访举报投诉类申请",
        "重复申请",
        "要求提供公开出版物",
        "无正当理由大量反复申请",
        "要求行政机关确认或重新出具已获取信息",
    ),
)
_OTHERWISE_2019 = (_result(OTHERWISE, FAMILIES[OTHERWISE]),)
_OTHERWISE_2021 = _results(
    OTHERWISE,
    "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "其他",
)
_OUTGOING = (
    _result(RESULTS_TOTAL, "（七）总计"),
    RowLabel(CARRIED_OUT, "四、结转下年度继续办理"),
)

REQUEST_ROWS_2019 = (*_INCOMING, *_RESULTS, *_OTHERWISE_2019, *_OUTGOING)
REQUEST_ROWS_2021 = (*_INCOMING, *_RESULTS, *_OTHERWISE_2021, *_OUTGOING)

# 表四. 政府信息公开行政复议、行政诉讼情况, the same in both forms: three blocks side by side.

LITIGATION_HEADING = "行政诉讼"

DISPUTE_ROWS = (
    RowLabel("reconsideration", "行政复议"),
    RowLabel("litigation_direct", "未经复议直接起诉", (LITIGATION_HEADING,)),
    RowLabel("litigation_after_reconsideration", "复议后起诉", (LITIGATION_HEADING,)),
)
DISPUTE_COLUMNS = (
    ColumnLabel("upheld", "结果维持"),
    ColumnLabel("corrected", "结果纠正"),
    ColumnLabel("other", "其他结果"),
    ColumnLabel("pending", "尚未审结"),
    ColumnLabel(TOTAL, "总计"),
)

# 表二. 主动公开政府信息情况

CONTENT_HEADING = "信息内容"

REGULATIONS = RowLabel("regulations", "规章")
_LICENCES = RowLabel("licences", "行政许可")
_PENALTIES = RowLabel("penalties", "行政处罚")
_COERCION = RowLabel("coercion", "行政强制")
_CHARGES = RowLabel("charges", "行政事业性收费")

_ITEMS_OF_LAST_YEAR = ColumnLabel("items_last_year", "上一年项目数量")
_CHANGE = ColumnLabel("change", "本年增/减")
_DECISIONS_2019 = ColumnLabel("decisions", "处理决定数量")
_DECISIONS_2021 = ColumnLabel("decisions", "本年处理决定数量")

PROACTIVE_2019 = (
    Block(
        "第二十条第（一）项",
        (
            ColumnLabel("made", "本年新制作数量"),
            ColumnLabel("published", "本年新公开数量"),
            ColumnLabel("published_in_all", "对外公开总数量"),
        ),
        (REGULATIONS, RowLabel("normative_documents", "规范性文件")),
    ),
    Block(
        "第二十条第（五）项",
        (_ITEMS_OF_LAST_YEAR, _CHANGE, _DECISIONS_2019),
        (_LICENCES, RowLabel("other_services", "其他对外管理服务事项")),
    ),
    Block(
        "第二十条第（六）项",
        (_ITEMS_OF_LAST_YEAR, _CHANGE, _DECISIONS_2019),
        (_PENALTIES, _COERCION),
    ),
    Block("第二十条第（八）项", (_ITEMS_OF_LAST_YEAR, _CHANGE), (_CHARGES,)),
    Block(
        "第二十条第（九）项",
        (ColumnLabel("purchases", "采购项目数量"), ColumnLabel("amount", "采购总金额")),
        (RowLabel("central_procurement", "政府集中采购"),),
    ),
)
PROACTIVE_2021 = (
    Block(
        "第二十条第（一）项",
        (
            ColumnLabel("issued", "本年制发件数"),
            ColumnLabel("repealed", "本年废止件数"),
            ColumnLabel("in_force", "现行有效件数"),
        ),
        (REGULATIONS, RowLabel("normative_documents", "行政规范性文件")),
    ),
    Block("第二十条第（五）项", (_DECISIONS_2021,), (_LICENCES,)),
    Block("第二十条第（六）项", (_DECISIONS_2021,), (_PENALTIES, _COERCION)),
    Block(
        "第二十条第（八）项",
        (ColumnLabel("amount", "本年收费金额（单位：万元）"),),
        (_CHARGES,),
    ),
)
