"""The sheets of the book as data: a new column needs only a row here and a field in `rows`."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from workflow.ledger import codes
from workflow.ledger.codes import WordList, fold
from workflow.ledger.rows import (
    ComplaintLine,
    CounterConsultationLine,
    LawsuitLine,
    Line,
    NarrativeLine,
    OfficeLine,
    OpeningBalanceLine,
    PublicationLine,
    ReconsiderationLine,
    RequestLine,
)


class Kind(StrEnum):
    """How a column is read and written."""

    TEXT = "text"
    PROSE = "prose"  # kept to the letter: surrounding space may be meant
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, the field it fills, other headers, and what it may hold.

    `blank` is the code that is written as an empty cell.
    """

    header: str
    field: str
    kind: Kind = Kind.TEXT
    required: bool = False
    aliases: tuple[str, ...] = ()
    words: WordList | None = None
    blank: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its columns in order, and the fields by which a row is known."""

    name: str
    line: type[Line]
    columns: tuple[Column, ...]
    known_by: tuple[str, ...] = ()
    single: bool = False

    @cached_property
    def headers(self) -> dict[str, Column]:
        """Every header that is understood, folded, with its column."""
        return {
            fold(name): column
            for column in self.columns
            for name in (column.header, *column.aliases)
        }

    @cached_property
    def by_field(self) -> dict[str, Column]:
        """The columns by the field they fill."""
        return {column.field: column for column in self.columns}


def _date(header: str, field: str, *aliases: str) -> Column:
    return Column(header, field, Kind.DATE, aliases=aliases)


def _required_date(header: str, field: str, *aliases: str) -> Column:
    return Column(header, field, Kind.DATE, required=True, aliases=aliases)


_RESULT = Column("结果", "result", Kind.CHOICE, words=codes.DISPUTE_RESULTS, blank="pending")
_CONCLUDED = _date("审结日期", "concluded_on")
_REQUEST_NUMBER = Column("相关登记编号", "request_number")

REQUESTS = Sheet(
    "申请",
    RequestLine,
    (
        Column("登记编号", "number", aliases=("编号", "申请编号")),
        Column(
            "收到方式",
            "channel",
            Kind.CHOICE,
            required=True,
            aliases=("申请方式", "渠道"),
            words=codes.RECEIPT_CHANNELS,
        ),
        _date("提交日期", "submitted_on", "申请日期"),
        _required_date("收到日期", "received_on", "签收日期", "确认日期"),
        Column("申请人", "applicant", required=True, aliases=("申请人姓名",)),
        Column(
            "申请人类别",
            "applicant_kind",
            Kind.CHOICE,
            aliases=("类别",),
            words=codes.APPLICANT_KINDS,
        ),
        Column("联系方式", "contact", aliases=("电话", "联系电话")),
        Column(
            "申请内容",
            "content",
            Kind.PROSE,
            required=True,
            aliases=("所需信息", "内容描述"),
        ),
        _date("补正通知日期", "correction_requested_on"),
        _date("补正收到日期", "correction_received_on"),
        _date("征求第三方日期", "third_party_consulted_on"),
        _date("第三方回复日期", "third_party_answered_on"),
        _date("征求机关日期", "agency_consulted_on"),
        _date("机关回复日期", "agency_answered_on"),
        _date("延期通知日期", "extension_notified_on"),
        Column("延期工作日", "extension_workdays", Kind.NUMBER),
        _date("收费通知日期", "fee_notified_on"),
        Column("收费金额", "fee_amount", Kind.MONEY),
        _date("缴费日期", "fee_paid_on"),
        _date("答复日期", "answered_on", "办结日期"),
        Column(
            "答复方式",
            "delivery",
            Kind.CHOICE,
            aliases=("送达方式",),
            words=codes.REPLY_DELIVERIES,
        ),
        Column(
            "答复类型",
            "outcome",
            Kind.OUTCOME,
            aliases=("办理结果",),
            words=codes.OUTCOMES,
        ),
        Column("答复文号", "letter_number", aliases=("文号",)),
        Column("经办人", "case_officer", aliases=("承办人",)),
        Column("备注", "note", Kind.PROSE),
    ),
    known_by=("number",),
)
PUBLICATIONS = Sheet(
    "主动公开",
    PublicationLine,
    (
        Column("索引号", "index_number"),
        Column("名称", "title", required=True),
        Column("类别", "category"),
        Column("文号", "document_number"),
        _date("生成日期", "formed_on"),
        _required_date("公开日期", "published_on"),
        Column(
            "公开渠道",
            "channels",
            Kind.CHOICES,
            required=True,
            words=codes.PUBLICATION_CHANNELS,
        ),
        Column("规范性文件", "is_normative", Kind.YES_NO),
        Column("备注", "note", Kind.PROSE),
    ),
    known_by=("index_number",),
)
COMPLAINTS = Sheet(
    "申诉举报",
    ComplaintLine,
    (
        _required_date("收到日期", "received_on"),
        Column("来源", "source"),
        Column("事由", "subject", Kind.PROSE),
        Column("处理结果", "result", Kind.PROSE),
        _REQUEST_NUMBER,
    ),
)
RECONSIDERATIONS = Sheet(
    "行政复议",
    ReconsiderationLine,
    (
        _required_date("收到日期", "received_on"),
        Column("复议机关", "authority"),
        _REQUEST_NUMBER,
        _CONCLUDED,
        _RESULT,
    ),
)
LAWSUITS = Sheet(
    "行政诉讼",
    LawsuitLine,
    (
        _required_date("收到日期", "received_on"),
        Column("法院", "court"),
        Column("案号", "case_number"),
        _REQUEST_NUMBER,
        Column("是否经复议", "after_reconsideration", Kind.YES_NO, required=True),
        _CONCLUDED,
        _RESULT,
    ),
)
CONSULTATIONS = Sheet(
    "咨询",
    CounterConsultationLine,
    (
        _required_date("日期", "asked_on"),
        Column("方式", "way", Kind.CHOICE, words=codes.CONSULTATION_WAYS),
        Column("内容", "content", Kind.PROSE),
        Column("答复人", "answered_by"),
        Column("转介部门", "referred_to"),
    ),
)
OPENING_BALANCES = Sheet(
    "期初数",
    OpeningBalanceLine,
    (
        Column("指标", "indicator", required=True),
        _required_date("截至日期", "as_of"),
        Column("数值", "value", Kind.NUMBER, required=True),
    ),
    known_by=("indicator", "as_of"),
)
NARRATIVES = Sheet(
    "报告内容",
    NarrativeLine,
    (
        Column("年度", "year", Kind.NUMBER, required=True),
        Column("章节", "section", required=True),
        Column("正文", "text", Kind.PROSE, required=True),
    ),
)
OFFICE = Sheet(
    "机关",
    OfficeLine,
    (
        Column("名称", "name"),
        Column("简称", "short_name"),
        Column("行政层级", "level", Kind.CHOICE, words=codes.OFFICE_LEVELS),
        Column("上级机关", "superior"),
        Column("电话", "telephone"),
        Column("传真", "fax"),
        Column("地址", "address"),
        Column("邮编", "postcode"),
        Column("网站", "website"),
        Column("文号前缀", "document_prefix"),
    ),
    single=True,
)

SHEETS = (
    REQUESTS,
    PUBLICATIONS,
    COMPLAINTS,
    RECONSIDERATIONS,
    LAWSUITS,
    CONSULTATIONS,
    OPENING_BALANCES,
    NARRATIVES,
    OFFICE,
)

_BY_NAME = {fold(sheet.name): sheet for sheet in SHEETS}


def sheet_named(name: str) -> Sheet | None:
    """Return the sheet of a name, or None if the contract knows none."""
    return _BY_NAME.get(fold(name))
