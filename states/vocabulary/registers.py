"""Disputes, complaints, reviews and the mail book."""

from states.vocabulary.term import Group, group

REGISTERS: dict[str, Group] = {
    "dispute_decisions": group(
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
    "procedures": group(
        ("ordinary", "普通程序", "ordinary procedure", "复议法(2023) 第四十八条"),
        ("summary", "简易程序", "summary procedure", "复议法(2023) 第五十三条"),
    ),
    "court_papers": group(
        ("judgment", "判决书", "judgment", "行诉法 第八十五条"),
        ("ruling", "裁定书", "ruling", "行诉法 第八十五条"),
    ),
    "complaint_grounds": group(
        ("not_published", "未按规定主动公开", "not published as required", "条例(2019) 第四十七条"),
        (
            "not_answered",
            "未依法答复申请",
            "request not answered lawfully",
            "条例(2019) 第四十七条",
        ),
        ("other", "其他", "other"),
    ),
    "complaint_findings": group(
        ("founded", "属实", "founded", "条例(2019) 第四十七条"),
        ("partly_founded", "部分属实", "founded in part"),
        ("unfounded", "不属实", "unfounded"),
    ),
    "inquiry_ways": group(
        ("visit", "来访", "visit"),
        ("telephone", "电话", "telephone"),
        ("internet", "网上", "online"),
    ),
    "publication_reviews": group(
        ("passed", "可以公开", "may be published", "条例(2019) 第十七条"),
        ("severed", "区分处理后公开", "published after severance", "条例(2019) 第三十七条"),
        ("refused", "不予公开", "not to be published", "条例(2019) 第十四条"),
    ),
    "refusal_conclusions": group(
        ("still_withheld", "仍不予公开", "still withheld", "条例(2019) 第十八条"),
        ("may_be_disclosed", "可以公开", "may be disclosed now", "条例(2019) 第十八条"),
        ("partly_disclosed", "部分可以公开", "may be disclosed in part", "条例(2019) 第十八条"),
    ),
    "mail_in_ways": group(
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
    "mail_out_ways": group(
        ("ems", "邮政特快专递（EMS）", "express post (EMS)", "送达解释(2016) 第二条"),
        ("registered", "挂号信", "registered post", "送达解释(2016) 第二条"),
        ("ordinary", "平信", "ordinary post", "送达解释(2016) 第二条"),
        ("direct", "直接送达", "direct service", "送达解释(2016) 第四条"),
        ("exchange", "公文交换", "official exchange"),
        ("electronic", "电子送达", "electronic service"),
        ("courier", "快递公司", "private courier"),
    ),
}
