"""Every fact that a letter may say, by name: what it is called, its shape, where it comes from."""

from collections.abc import Iterable

from states.statute.fees import FeeBasis
from states.statute.grounds import Ground
from states.statute.outcomes import Outcome
from states.statute.versions import Law
from workflow.letters.facts import Fact, Shape, Source

_RECORD, _OFFICE, _LAW = Source.RECORD, Source.OFFICE, Source.LAW
_EITHER = Source.RECORD_OR_CLERK
_TEXT, _DAY, _COUNT = Shape.TEXT, Shape.DAY, Shape.COUNT
_TEXTS, _ROWS = Shape.TEXTS, Shape.ROWS

PERSON, BODY = "您", "贵单位"
DELIVERIES = ("post", "in_person", "internet", "email")
RESULTS = ("corrected", "refused", "forwarded", "advised")


def _text(name: str, zh: str, en: str, source: Source = Source.CLERK) -> Fact:
    return Fact(name, zh, en, _TEXT, source)


def _may(name: str, zh: str, en: str, source: Source = Source.CLERK) -> Fact:
    return Fact(name, zh, en, _TEXT, source, optional=True)


def _day(name: str, zh: str, en: str, source: Source = Source.CLERK) -> Fact:
    return Fact(name, zh, en, _DAY, source)


def _day_or_blank(name: str, zh: str, en: str, source: Source = _EITHER) -> Fact:
    return Fact(name, zh, en, _DAY, source, optional=True)


def _count(name: str, zh: str, en: str, source: Source = Source.CLERK) -> Fact:
    return Fact(name, zh, en, _COUNT, source)


def _choice(
    name: str,
    zh: str,
    en: str,
    choices: Iterable[str],
    terms: str = "",
    source: Source = Source.CLERK,
) -> Fact:
    return Fact(name, zh, en, Shape.CHOICE, source, choices=tuple(choices), terms=terms)


def _texts(name: str, zh: str, en: str) -> Fact:
    return Fact(name, zh, en, _TEXTS)


def _rows(name: str, zh: str, en: str, *columns: Fact, source: Source = Source.CLERK) -> Fact:
    return Fact(name, zh, en, _ROWS, source, columns=columns)


# The head and the foot of a letter are set by code, whatever its template says.
FRAME = (
    _text("issuer", "发文机关", "issuing office", _OFFICE),
    _may("document_number", "文号", "document number", _OFFICE),
    _day("issued_on", "成文日期", "date of the letter", _RECORD),
)

_COMMON = (
    _text("addressee", "收件人", "addressee", _EITHER),
    _choice("you", "称谓", "form of address", (PERSON, BODY), "", _EITHER),
    _text("request_number", "登记编号", "number of the request", _RECORD),
    _day("received_on", "收到申请之日", "date of receipt", _RECORD),
    _text("by_channel", "申请方式", "how it was made", _RECORD),
    _text("content", "申请内容", "what is asked for", _RECORD),
    _choice("law", "适用的条例", "version of the law", Law, "", _LAW),
    _may("basis", "依据", "legal basis", _LAW),
    _may("remedy", "救济途径", "remedies", _LAW),
    _text("contact_office", "承办机构", "disclosure office", _OFFICE),
    _may("phone", "联系电话", "telephone", _OFFICE),
    _may("address", "地址", "address", _OFFICE),
)

_FORMS = (
    _text("applicant", "申请人", "applicant", _RECORD),
    _text("applicant_kind", "申请人类别", "kind of applicant", _RECORD),
    _may("identity", "身份证明", "proof of identity", _EITHER),
    _may("contact", "联系方式", "contact", _RECORD),
    _text("channel", "收到方式", "channel", _RECORD),
    _day_or_blank("submitted_on", "提交日期", "submitted on", _RECORD),
    _day_or_blank("arrived_on", "信函到达日期", "arrived on", _RECORD),
    _day_or_blank("confirmed_on", "确认日期", "confirmed on", _RECORD),
    _day_or_blank("established_on", "收到申请之日", "date of receipt", _RECORD),
    _may("form_wanted", "提供信息的形式", "form wanted", _EITHER),
    _may("way_wanted", "获取信息的方式", "way of delivery wanted", _EITHER),
    _may("taken_down_by", "口头申请代填人", "oral request taken down by", _EITHER),
    _may("case_officer", "经办人", "case officer", _RECORD),
    _day_or_blank("answer_by_law", "答复期限", "answer due", _LAW),
    _day("answer_due", "答复期限", "answer due", _LAW),
    _count("answer_workdays", "答复期限（工作日）", "working days to answer", _LAW),
    _text("answer_basis", "答复期限的依据", "basis of the period", _LAW),
    _may("lookup", "进度查询网址", "address for looking up progress", _OFFICE),
    _may("lookup_code", "查询码", "look-up code", _RECORD),
    _text("recipient", "受送达人", "recipient", _EITHER),
    _may("recipient_address", "送达地址", "address of service", _EITHER),
    _rows(
        "served",
        "送达文书",
        "documents served",
        _text("title", "文书名称", "document"),
        _may("number", "文号", "number"),
        source=_EITHER,
    ),
    _choice("delivery", "送达方式", "way of service", DELIVERIES, "deliveries", _EITHER),
    _may("tracking", "邮件编号", "tracking number", _EITHER),
)

_HANDLING = (
    _rows(
        "corrections",
        "补正事项",
        "what to correct",
        _text("point", "需要补正的内容", "what is lacking"),
        _text("how", "补正要求", "how to correct it"),
    ),
    _count("correction_workdays", "补正期限（工作日）", "working days to correct", _EITHER),
    _day("counted_from", "统计起始日", "counted from"),
    _day("counted_to", "统计截止日", "counted to"),
    _count("request_count", "申请件数", "number of requests"),
    _texts("to_explain", "需要说明的事项", "what to explain"),
    _day("explain_by", "说明理由的期限", "reasons due"),
    _text("reason", "理由", "reason"),
    _count("extension_workdays", "延长的工作日数", "working days of extension", _EITHER),
    _day("old_due", "原答复期限", "period before", _LAW),
    _day("new_due", "新的答复期限", "new date", _EITHER),
    _day_or_blank("reasons_received_on", "收到理由说明之日", "reasons received on"),
    _text("third_party", "第三方", "third party"),
    _text("interest", "涉及的权益", "interest concerned"),
    _texts("concerned", "涉及的政府信息", "information concerned"),
    _count("opinion_workdays", "反馈意见期限（工作日）", "working days for the opinion", _EITHER),
    _text("consulted", "征求意见的对象", "who was asked", _EITHER),
    _day("consulted_on", "发出征求意见之日", "asked on", _EITHER),
    _text("organ", "受文机关", "organ addressed"),
    _text("tendency", "拟办意见", "what the office intends"),
    _texts("to_assist", "协办事项", "what to assist with"),
    _day("answer_by", "回复期限", "answer wanted by"),
    _day_or_blank("opinion_on", "第三方提出意见之日", "opinion received on"),
    _choice("fee_way", "计费方式", "way of counting the fee", FeeBasis, "fee_bases"),
    _count("fee_units", "计费数量（件或页）", "pieces or pages"),
    Fact("fee_before", "本月此前已计件数", "pieces counted before", _COUNT, optional=True),
    _rows(
        "fee_lines",
        "计费明细",
        "computation",
        _text("band", "档次", "band", _LAW),
        _count("count", "数量", "number", _LAW),
        _count("rate", "标准（元）", "yuan each", _LAW),
        _count("amount", "金额（元）", "yuan", _LAW),
        source=_LAW,
    ),
    _count("fee_total", "应缴金额（元）", "yuan to pay", _LAW),
    _count("payment_workdays", "缴费期限（工作日）", "working days to pay", _LAW),
    _text("payment_way", "缴费方式", "way to pay", _EITHER),
)

_REPLIES = (
    _day_or_blank("corrected_on", "收到补正之日", "correction received on", _RECORD),
    _rows(
        "published",
        "公开的信息和获取途径",
        "what is public, and where",
        _text("title", "信息名称", "information"),
        _text("place", "获取方式和途径", "where to find it"),
    ),
    _rows(
        "provided",
        "予以公开的信息",
        "what is disclosed",
        _text("title", "信息名称", "information"),
        _may("form", "提供形式", "form"),
    ),
    _text("provision", "提供方式、途径和时间", "how, where and when it is provided"),
    Fact("attachments", "附件", "attachments", _TEXTS, optional=True),
    Fact("besides", "一并告知的事项", "what else is told", _TEXTS, _RECORD, optional=True),
    _rows(
        "withheld",
        "不予公开的信息",
        "what is withheld",
        _text("title", "信息名称", "information"),
        _choice("ground", "不予公开的理由", "ground", Ground, "grounds"),
        _text("reason", "说明", "reason"),
        _text("finding", "认定", "finding", _LAW),
        _text("article", "条款", "article", _LAW),
    ),
    _rows(
        "searches",
        "检索情况",
        "what was searched",
        _text("place", "检索范围", "where"),
        _text("keywords", "检索方法", "how"),
        _day("searched_on", "检索日期", "when"),
    ),
    _may("right_organ", "有关机关", "the right organ"),
    _may("organ_contact", "有关机关联系方式", "how to reach it"),
    _text("earlier_number", "原答复文号", "number of the earlier reply"),
    _day("earlier_on", "原答复日期", "date of the earlier reply"),
    _text("special_rule", "专门规定", "special rule"),
    _text("where_to_ask", "办理途径", "where to apply"),
    _day("asked_on", "告知补正之日", "correction asked for on", _RECORD),
    _texts("unclear", "仍不明确的内容", "what is still unclear"),
    _choice("outcome", "办理结果", "outcome", Outcome, "outcomes", _LAW),
    _may("proper_channel", "相应渠道", "the proper channel"),
    _day_or_blank("notice_on", "通知日期", "date of the notice", _RECORD),
    _day_or_blank("period_end", "期限届满之日", "end of the period", _LAW),
    _day_or_blank("withdrawn_on", "撤回日期", "withdrawn on", _RECORD),
    _day("claimed_on", "收到更正申请之日", "claim received on"),
    _text("claim", "要求更正的信息", "what is to be corrected"),
    _choice("result", "处理结果", "result", RESULTS, "correction_results"),
)

FACTS: dict[str, Fact] = {
    fact.name: fact for fact in (*FRAME, *_COMMON, *_FORMS, *_HANDLING, *_REPLIES)
}
