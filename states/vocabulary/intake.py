"""What a request is, who makes it, and what it asks for."""

from states.vocabulary.term import Group, group

INTAKE: dict[str, Group] = {
    "channels": group(
        ("in_person", "当面", "in person", "条例(2019) 第三十一条第（一）项"),
        ("post_signed", "信函（签收）", "signed post", "条例(2019) 第三十一条第（二）项"),
        ("post_ordinary", "平信", "ordinary post", "条例(2019) 第三十一条第（二）项"),
        ("internet", "网上", "online", "条例(2019) 第三十一条第（三）项"),
        ("fax", "传真", "fax", "条例(2019) 第三十一条第（三）项"),
        ("email", "电子邮件", "email", "条例(2019) 第三十一条第（三）项"),
    ),
    "applicants": group(
        ("natural_person", "自然人", "natural person"),
        ("company", "商业企业", "company"),
        ("research", "科研机构", "research institution"),
        ("public_interest", "社会公益组织", "public-interest organisation"),
        ("legal_service", "法律服务机构", "legal service body"),
        ("other", "其他", "other"),
    ),
    "states": group(
        ("submitted", "待确认收到", "receipt to be confirmed", "条例(2019) 第三十一条"),
        ("received", "办理中", "in hand", "条例(2019) 第四十五条"),
        ("awaiting_correction", "待补正", "awaiting correction", "条例(2019) 第三十条"),
        ("awaiting_reasons", "待说明理由", "awaiting reasons", "条例(2019) 第三十五条"),
        ("awaiting_payment", "待缴费", "awaiting payment", "收费办法(2020) 第六条"),
        ("answered", "已答复", "answered", "条例(2019) 第三十六条"),
        ("abandoned", "视为放弃", "deemed abandoned", "条例(2019) 第三十条"),
        ("withdrawn", "已撤回", "withdrawn"),
        ("merged", "已合并", "merged"),
    ),
    "conditions": group(
        ("consulting", "征求意见中", "consulting", "条例(2019) 第三十三条第三款"),
        ("extended", "已延期", "extended", "条例(2019) 第三十三条第二款"),
        ("delayed", "已延迟", "later date fixed", "条例(2019) 第三十五条"),
        ("overdue", "逾期", "overdue", "条例(2019) 第三十三条第二款"),
        ("provisional", "暂定", "provisional"),
        ("paused", "停表", "clock stopped", "条例(2019) 第三十三条第三款"),
    ),
    "identity_kinds": group(
        ("resident_id", "居民身份证", "resident identity card"),
        ("passport", "护照", "passport"),
        (
            "hong_kong_macao_permit",
            "港澳居民来往内地通行证",
            "mainland travel permit for Hong Kong and Macao residents",
        ),
        ("taiwan_permit", "台湾居民来往大陆通行证", "mainland travel permit for Taiwan residents"),
        ("residence_permit", "居住证或永久居留证", "residence permit"),
        ("military_id", "军人证件", "military identity card"),
        ("credit_code", "统一社会信用代码", "unified social credit code"),
        ("other", "其他证件", "other document"),
    ),
    "provision_forms": group(
        ("paper", "纸质", "on paper", "条例(2019) 第四十条"),
        ("electronic", "电子", "electronic", "条例(2019) 第四十条"),
        ("reading", "查阅", "by reading", "条例(2019) 第四十条"),
        ("transcribing", "抄录", "by transcribing", "条例(2019) 第四十条"),
        ("other", "其他形式", "in another form"),
    ),
    "provision_ways": group(
        ("post", "邮寄", "by post"),
        ("collection", "当面领取", "collected in person"),
        ("internet", "网上获取", "online"),
        ("email", "电子邮件", "by email"),
        ("fax", "传真", "by fax"),
    ),
    "help_needed": group(
        ("reading", "阅读困难", "difficulty in reading", "条例(2019) 第四十三条"),
        ("sight", "视觉障碍", "impaired sight", "条例(2019) 第四十三条"),
        ("hearing", "听觉障碍", "impaired hearing", "条例(2019) 第四十三条"),
    ),
    "purposes": group(
        ("production", "生产", "production", "条例(2007) 第十三条"),
        ("livelihood", "生活", "livelihood", "条例(2007) 第十三条"),
        ("research", "科研", "research", "条例(2007) 第十三条"),
    ),
    "application_parts": group(
        ("identity", "身份证明", "proof of identity", "条例(2019) 第二十九条第二款第（一）项"),
        ("contact", "联系方式", "contact", "条例(2019) 第二十九条第二款第（一）项"),
        ("description", "内容描述", "description", "条例(2019) 第二十九条第二款第（二）项"),
        (
            "form",
            "获取信息的形式要求",
            "form of provision",
            "条例(2019) 第二十九条第二款第（三）项",
        ),
    ),
    "defects": group(
        ("name", "姓名或者名称", "name", "条例(2019) 第二十九条第二款第（一）项"),
        ("identity", "身份证明", "proof of identity", "条例(2019) 第二十九条第二款第（一）项"),
        ("contact", "联系方式", "contact", "条例(2019) 第二十九条第二款第（一）项"),
        ("description", "内容描述", "description", "条例(2019) 第二十九条第二款第（二）项"),
        ("form", "形式要求", "form of provision", "条例(2019) 第二十九条第二款第（三）项"),
        ("other", "其他事项", "other", "条例(2019) 第三十条"),
    ),
}
