"""The legal terms of the project in Chinese and English: labels for what is stored as a code.

A term whose article stands in a catalogue of `states.statute` names no source here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A code, its name in both languages, and where the law uses it."""

    code: str
    zh: str
    en: str
    source: str = ""


def _group(*rows: tuple[str, str, str] | tuple[str, str, str, str]) -> dict[str, Term]:
    return {row[0]: Term(*row) for row in rows}


TERMS: dict[str, dict[str, Term]] = {
    "glossary": _group(
        ("disclosure", "政府信息公开", "disclosure of government information", "条例(2019) 第二条"),
        ("on_request", "依申请公开", "disclosure on request", "条例(2019) 第二十七条"),
        ("proactive", "主动公开", "proactive disclosure", "条例(2019) 第十九条"),
        ("request", "申请", "request", "条例(2019) 第二十九条"),
        ("applicant", "申请人", "applicant", "条例(2019) 第二十九条"),
        ("registration", "登记", "registration", "条例(2019) 第四十五条"),
        ("received_on", "收到申请之日", "date of receipt", "条例(2019) 第三十一条"),
        ("correction", "补正", "correction", "条例(2019) 第三十条"),
        ("request_correction", "告知补正", "request for a correction", "条例(2019) 第三十条"),
        ("abandonment", "视为放弃", "deemed abandonment", "条例(2019) 第三十条"),
        ("lapse", "逾期不补正，视为放弃", "lapse", "条例(2019) 第三十条"),
        ("answer_period", "答复期限", "period for answering", "条例(2019) 第三十三条"),
        ("answer", "答复", "answer", "条例(2019) 第三十六条"),
        ("extension", "延长答复期限", "extension", "条例(2019) 第三十三条第二款"),
        ("third_party", "第三方", "third party", "条例(2019) 第三十二条"),
        (
            "consult_third_party",
            "征求第三方意见",
            "third-party consultation",
            "条例(2019) 第三十二条",
        ),
        (
            "consult_agency",
            "征求其他机关意见",
            "inter-agency consultation",
            "条例(2019) 第三十三条第三款",
        ),
        ("excluded", "不计算在期限内", "excluded time", "条例(2019) 第三十三条第三款"),
        ("workday", "工作日", "working day", "放假办法"),
        ("worked_weekend", "调休上班", "worked weekend", "放假办法"),
        ("holiday_notice", "节假日安排通知", "holiday notice", "放假办法"),
        ("severed", "区分处理", "severance", "条例(2019) 第三十七条"),
        ("not_existing", "信息不存在", "not held", "条例(2019) 第三十六条第（四）项"),
        ("secrecy_review", "保密审查", "secrecy review", "条例(2019) 第十七条"),
        ("carried_in", "上年结转", "carried in", "条例(2019) 第五十条"),
        ("carried_out", "结转下年度", "carried out", "条例(2019) 第五十条"),
        ("processing_fee", "信息处理费", "information-processing fee", "条例(2019) 第四十二条"),
        ("reconsideration", "行政复议", "administrative reconsideration", "条例(2019) 第五十一条"),
        ("litigation", "行政诉讼", "administrative litigation", "条例(2019) 第五十一条"),
        ("complaint", "申诉、举报", "complaint or report", "条例(2019) 第五十一条"),
        ("inquiry", "咨询", "inquiry at the counter"),
        ("notice", "告知书", "notice", "条例(2019) 第三十六条"),
        ("written_answer", "答复书", "written answer", "条例(2019) 第三十六条"),
        ("service", "送达", "service", "送达解释(2016)"),
        (
            "disclosure_office",
            "政府信息公开工作机构",
            "disclosure office",
            "条例(2019) 第四条",
        ),
        ("annual_report", "年度报告", "annual report", "条例(2019) 第四十九条"),
    ),
    "channels": _group(
        ("in_person", "当面", "in person", "条例(2019) 第三十一条第（一）项"),
        ("post_signed", "信函（签收）", "signed post", "条例(2019) 第三十一条第（二）项"),
        ("post_ordinary", "平信", "ordinary post", "条例(2019) 第三十一条第（二）项"),
        ("internet", "网上", "online", "条例(2019) 第三十一条第（三）项"),
        ("fax", "传真", "fax", "条例(2019) 第三十一条第（三）项"),
        ("email", "电子邮件", "email", "条例(2019) 第三十一条第（三）项"),
    ),
    "applicants": _group(
        ("natural_person", "自然人", "natural person"),
        ("company", "商业企业", "company"),
        ("research", "科研机构", "research institution"),
        ("public_interest", "社会公益组织", "public-interest organisation"),
        ("legal_service", "法律服务机构", "legal service body"),
        ("other", "其他", "other"),
    ),
    "states": _group(
        ("submitted", "待确认收到", "receipt to be confirmed", "条例(2019) 第三十一条"),
        ("received", "办理中", "in hand", "条例(2019) 第四十五条"),
        ("awaiting_correction", "待补正", "awaiting correction", "条例(2019) 第三十条"),
        ("awaiting_reasons", "待说明理由", "awaiting reasons", "条例(2019) 第三十五条"),
        ("awaiting_payment", "待缴费", "awaiting payment", "收费办法(2020) 第六条"),
        ("answered", "已答复", "answered", "条例(2019) 第三十六条"),
        ("abandoned", "视为放弃", "deemed abandoned", "条例(2019) 第三十条"),
        ("withdrawn", "已撤回", "withdrawn"),
    ),
    "conditions": _group(
        ("consulting", "征求意见中", "consulting", "条例(2019) 第三十三条第三款"),
        ("extended", "已延期", "extended", "条例(2019) 第三十三条第二款"),
        ("delayed", "已延迟", "later date fixed", "条例(2019) 第三十五条"),
        ("overdue", "逾期", "overdue", "条例(2019) 第三十三条第二款"),
        ("provisional", "暂定", "provisional"),
        ("paused", "停表", "clock stopped", "条例(2019) 第三十三条第三款"),
    ),
    "roles": _group(
        ("clerk", "经办人", "case officer"),
        ("reviewer", "保密审查员", "secrecy reviewer", "条例(2019) 第十七条"),
        ("head_of_office", "工作机构负责人", "head of office", "条例(2019) 第三十三条第二款"),
        ("supervisor", "监督员", "supervisor", "条例(2019) 第四十七条"),
        ("administrator", "管理员", "administrator"),
        ("system", "系统", "system"),
    ),
    "deliveries": _group(
        ("post", "邮寄", "by post", "送达解释(2016)"),
        ("in_person", "当面", "in person", "送达解释(2016)"),
        ("internet", "网上", "online"),
        ("email", "电子邮件", "by email"),
    ),
    "office_levels": _group(
        ("province", "省", "province"),
        ("city", "市", "city"),
        ("county", "县", "county"),
        ("town", "乡镇", "town"),
        ("department", "部门", "department"),
    ),
    "outcomes": _group(
        ("already_public", "已主动公开", "Already public"),
        ("disclosed", "予以公开", "Disclosed"),
        ("partly_disclosed", "部分公开", "Partly disclosed"),
        ("state_secret", "不予公开-国家秘密", "Withheld: state secret"),
        ("prohibited_by_law", "不予公开-法律法规禁止", "Withheld: prohibited by law"),
        ("endangers_security", "不予公开-三安全一稳定", "Withheld: endangers security"),
        ("third_party_rights", "不予公开-第三方合法权益", "Withheld: third party's rights"),
        ("internal_affairs", "不予公开-内部事务信息", "Withheld: internal affairs"),
        ("deliberative", "不予公开-过程性信息", "Withheld: deliberative"),
        ("enforcement_file", "不予公开-行政执法案卷", "Withheld: enforcement file"),
        ("special_query", "不予公开-行政查询事项", "Withheld: special query procedure"),
        ("not_held", "无法提供-信息不存在", "Cannot be provided: does not exist"),
        ("not_ours", "无法提供-非本机关", "Cannot be provided: another organ's"),
        ("needs_creation", "无法提供-需另行制作", "Cannot be provided: would have to be made"),
        ("still_unclear", "无法提供-补正后仍不明确", "Cannot be provided: still unclear"),
        ("petition", "不予处理-信访举报投诉", "Not processed: petition or complaint"),
        ("repeated", "不予处理-重复申请", "Not processed: repeated request"),
        ("published_matter", "不予处理-公开出版物", "Not processed: published matter"),
        ("excessive", "不予处理-大量反复申请", "Not processed: excessive requests"),
        ("confirmation_sought", "不予处理-确认或重新出具", "Not processed: confirmation sought"),
        ("not_corrected", "其他处理-逾期不补正", "Otherwise concluded: not corrected"),
        ("not_paid", "其他处理-逾期不缴费", "Otherwise concluded: not paid"),
        ("otherwise_concluded", "其他处理-其他", "Otherwise concluded: withdrawn or other"),
        ("withheld_unspecified", "不予公开", "Withheld (ground not recorded)"),
        ("other_unspecified", "其他", "Other (ground not recorded)"),
    ),
    "outcome_families": _group(
        ("disclosed", "予以公开", "disclosed"),
        ("partly_disclosed", "部分公开", "partly disclosed"),
        ("withheld", "不予公开", "withheld"),
        ("not_available", "无法提供", "cannot be provided"),
        ("not_processed", "不予处理", "not processed"),
        ("otherwise_concluded", "其他处理", "otherwise concluded"),
    ),
    "reply_types_2008": _group(
        ("agreed", "同意公开", "agreed"),
        ("agreed_partly", "同意部分公开", "agreed in part"),
        ("withheld", "不予公开", "withheld"),
        ("other", "其他类型", "other"),
    ),
    "endings": _group(
        ("answer", "答复", "answered"),
        ("lapse", "视为放弃", "deemed abandoned"),
        ("withdrawal", "撤回及其他", "withdrawn or other"),
    ),
    "grounds": _group(
        ("state_secret", "国家秘密", "state secret"),
        ("prohibited_by_law", "法律、行政法规禁止公开", "disclosure prohibited by law"),
        (
            "endangers_security",
            "危及国家安全、公共安全、经济安全、社会稳定",
            "danger to national, public or economic security or social stability",
        ),
        ("trade_secret", "商业秘密", "trade secret"),
        ("personal_privacy", "个人隐私", "personal privacy"),
        ("third_party_interest", "第三方其他合法权益", "other lawful interest of a third party"),
        ("personnel", "人事管理信息", "personnel matter"),
        ("logistics", "后勤管理信息", "logistics matter"),
        ("workflow", "内部工作流程信息", "internal workflow"),
        ("discussion_record", "讨论记录", "record of discussion"),
        ("draft", "过程稿", "draft"),
        ("consultation_letter", "磋商信函", "letter of consultation"),
        ("internal_report", "请示报告", "report or request for instructions"),
        ("enforcement_file", "行政执法案卷信息", "administrative enforcement file"),
    ),
    "fee_bases": _group(
        ("pieces", "按件计收", "by piece", "收费办法(2020) 第四条"),
        ("pages", "按量计收", "by volume", "收费办法(2020) 第五条"),
    ),
    "remedy_classes": _group(
        ("choice", "可以申请行政复议或者提起行政诉讼", "reconsideration or litigation"),
        ("reconsideration_first", "应当先申请行政复议", "reconsideration first"),
        (
            "reconsideration_first_in_part",
            "对不予公开部分应当先申请行政复议",
            "reconsideration first for the withheld part",
        ),
        ("none", "不适用", "none"),
    ),
    "authorities": _group(
        ("county_government", "县级人民政府", "county government"),
        ("city_government", "设区的市级人民政府", "prefecture-level city government"),
        ("province_government", "省级人民政府", "provincial government"),
        ("own_government", "本级人民政府", "the department's own government"),
        ("superior_department", "上一级主管部门", "the department one level up"),
        ("parent_department", "设立该派出机构的部门", "the department that set it up"),
    ),
    "courts": _group(
        ("basic", "基层人民法院", "basic people's court"),
        ("intermediate", "中级人民法院", "intermediate people's court"),
    ),
    "publication_channels": _group(
        ("website", "政府网站", "government website", "条例(2019) 第二十三条"),
        ("gazette", "政府公报", "government gazette", "条例(2019) 第二十三条"),
        ("wechat", "微信公众号", "WeChat account", "条例(2019) 第二十三条"),
        ("weibo", "微博", "Weibo", "条例(2019) 第二十三条"),
        ("notice_board", "政务公开栏", "notice board", "条例(2019) 第二十五条"),
        ("meeting", "会议", "meeting"),
        ("press_conference", "新闻发布会", "press conference", "条例(2019) 第二十三条"),
        ("press", "报刊", "press", "条例(2019) 第二十三条"),
        ("radio", "广播", "radio", "条例(2019) 第二十三条"),
        ("television", "电视", "television", "条例(2019) 第二十三条"),
        ("reading_place", "查阅场所", "reading place", "条例(2019) 第二十五条"),
    ),
    "dispute_results": _group(
        ("upheld", "结果维持", "upheld"),
        ("corrected", "结果纠正", "corrected"),
        ("other", "其他结果", "other result"),
        ("pending", "尚未审结", "pending"),
    ),
    "dispute_decisions": _group(
        ("upheld", "维持", "upheld", "复议法(2023) 第六十八条"),
        ("claim_dismissed", "驳回请求", "claim dismissed", "复议法(2023) 第六十九条"),
        ("revoked", "撤销", "revoked", "复议法(2023) 第六十四条"),
        ("partly_revoked", "部分撤销", "revoked in part", "复议法(2023) 第六十四条"),
        ("altered", "变更", "altered", "复议法(2023) 第六十三条"),
        ("declared_unlawful", "确认违法", "declared unlawful", "复议法(2023) 第六十五条"),
        ("declared_invalid", "确认无效", "declared invalid", "复议法(2023) 第六十七条"),
        ("ordered_to_perform", "责令履行", "ordered to perform", "复议法(2023) 第六十六条"),
        ("not_accepted", "不予受理（立案）", "not accepted", "复议法(2023) 第三十条"),
        (
            "application_dismissed",
            "驳回申请（起诉）",
            "application dismissed",
            "复议法(2023) 第三十三条",
        ),
        ("withdrawn", "撤回（撤诉）", "withdrawn", "复议法(2023) 第四十一条"),
        ("terminated", "终止（终结）", "terminated", "复议法(2023) 第四十一条"),
        ("mediated", "调解", "settled by mediation", "复议法(2023) 第七十三条"),
        ("settled", "和解", "settled between the parties", "复议法(2023) 第七十四条"),
    ),
    "procedures": _group(
        ("ordinary", "普通程序", "ordinary procedure", "复议法(2023) 第四十八条"),
        ("summary", "简易程序", "summary procedure", "复议法(2023) 第五十三条"),
    ),
    "court_papers": _group(
        ("judgment", "判决书", "judgment", "行诉法 第八十五条"),
        ("ruling", "裁定书", "ruling", "行诉法 第八十五条"),
    ),
    "complaint_grounds": _group(
        ("not_published", "未按规定主动公开", "not published as required", "条例(2019) 第四十七条"),
        (
            "not_answered",
            "未依法答复申请",
            "request not answered lawfully",
            "条例(2019) 第四十七条",
        ),
        ("other", "其他", "other"),
    ),
    "complaint_findings": _group(
        ("founded", "属实", "founded", "条例(2019) 第四十七条"),
        ("partly_founded", "部分属实", "founded in part"),
        ("unfounded", "不属实", "unfounded"),
    ),
    "inquiry_ways": _group(
        ("visit", "来访", "visit"),
        ("telephone", "电话", "telephone"),
        ("internet", "网上", "online"),
    ),
    "publication_reviews": _group(
        ("passed", "可以公开", "may be published", "条例(2019) 第十七条"),
        ("severed", "区分处理后公开", "published after severance", "条例(2019) 第三十七条"),
        ("refused", "不予公开", "not to be published", "条例(2019) 第十四条"),
    ),
    "refusal_conclusions": _group(
        ("still_withheld", "仍不予公开", "still withheld", "条例(2019) 第十八条"),
        ("may_be_disclosed", "可以公开", "may be disclosed now", "条例(2019) 第十八条"),
        ("partly_disclosed", "部分可以公开", "may be disclosed in part", "条例(2019) 第十八条"),
    ),
    "mail_in_ways": _group(
        ("ems", "邮政特快专递（EMS）", "express post (EMS)"),
        ("registered", "挂号信", "registered post"),
        ("ordinary", "平信", "ordinary post"),
        ("in_person", "当面递交", "handed in"),
        ("exchange", "公文交换", "official exchange"),
        ("courier", "快递公司", "private courier"),
        ("fax", "传真", "fax"),
        ("email", "电子邮件", "email"),
        ("internet", "网上", "online"),
    ),
    "mail_out_ways": _group(
        ("ems", "邮政特快专递（EMS）", "express post (EMS)", "送达解释(2016) 第二条"),
        ("registered", "挂号信", "registered post", "送达解释(2016) 第二条"),
        ("ordinary", "平信", "ordinary post", "送达解释(2016) 第二条"),
        ("direct", "直接送达", "direct service", "送达解释(2016) 第四条"),
        ("exchange", "公文交换", "official exchange"),
        ("electronic", "电子送达", "electronic service"),
        ("courier", "快递公司", "private courier"),
    ),
}


def term(group: str, code: str) -> Term:
    """Return the term of a code in its group."""
    return TERMS[group][code]


def label(group: str, code: str, lang: str = "zh") -> str:
    """Return the name of a code: in English if asked for, else in Chinese."""
    found = TERMS[group][code]
    return found.en if lang == "en" else found.zh
