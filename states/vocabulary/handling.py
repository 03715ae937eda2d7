"""What is done about a request before it is decided."""

from states.vocabulary.term import Group, group

HANDLING: dict[str, Group] = {
    "opinions": group(
        ("agree", "同意公开", "agrees"),
        ("partly", "部分同意公开", "agrees in part"),
        ("disagree", "不同意公开", "disagrees"),
    ),
    "consulted": group(
        ("third_party", "第三方", "third party", "条例(2019) 第三十二条"),
        ("co_producer", "共同制作机关", "co-producing organ", "条例(2019) 第三十四条"),
        ("other_organ", "其他机关", "other organ", "条例(2019) 第三十三条第三款"),
    ),
    "silences": group(
        ("office_decides", "由本机关决定", "the office decides", "条例(2019) 第三十二条"),
        ("deemed_to_agree", "视为同意公开", "deemed to agree", "条例(2019) 第三十四条"),
        ("still_awaited", "继续等待", "still awaited", "条例(2019) 第三十三条第三款"),
    ),
    "consultation_statuses": group(
        ("open", "等待意见", "awaited"),
        ("answered", "已有意见", "answered"),
        ("silent", "逾期未答复", "silent"),
    ),
    "fee_bases": group(
        ("pieces", "按件计收", "by piece", "收费办法(2020) 第四条"),
        ("pages", "按量计收", "by volume", "收费办法(2020) 第五条"),
    ),
    "written_forms": group(
        ("letter", "书面申请", "letter"),
        ("email", "电子邮件", "email"),
        ("signed_record", "本人签名的笔录", "signed record"),
    ),
    "records_results": group(
        ("pending", "办理中", "in hand"),
        ("corrected", "已更正", "corrected", "条例(2019) 第四十一条"),
        ("forwarded", "已转送", "forwarded", "条例(2019) 第四十一条"),
        ("told_where", "已告知向有权机关提出", "told where to go", "条例(2019) 第四十一条"),
        ("refused", "不予更正", "refused"),
    ),
}
