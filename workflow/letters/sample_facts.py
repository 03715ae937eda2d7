"""What a clerk of a fictional office would give for each letter, for trying templates.

Names, numbers and addresses are made up.
"""

from states.statute.fees import FeeBasis
from states.statute.outcomes import Outcome
from workflow.letters.fact_catalogue import PERSON, RESULTS
from workflow.letters.kinds import LetterKind
from workflow.records.canonical import JsonValue

_CONCERNED: JsonValue = ["《滨海路扩建项目征地补偿登记表》", "《滨海路扩建项目评估报告》"]
_PROVIDED: JsonValue = [
    {"title": "《滨海路扩建项目征地补偿安置方案》", "form": "纸质复印件，12页"},
    {"title": "《滨海路扩建项目征地公告》"},
]
_PUBLISHED: JsonValue = [
    {
        "title": "《滨海路扩建项目征地公告》（惠政地〔2017〕12号）",
        "place": "惠安县人民政府网站“征地信息”栏目，网址 https://example.cn/zd/12.html",
    }
]
WITHHELD: dict[Outcome, tuple[str, str]] = {
    Outcome.STATE_SECRET: ("state_secret", "该文件定为秘密级，尚未解密"),
    Outcome.PROHIBITED_BY_LAW: ("prohibited_by_law", "《中华人民共和国统计法》禁止公开该类资料"),
    Outcome.ENDANGERS_SECURITY: ("endangers_security", "其中载有供水管网的关键节点位置"),
    Outcome.THIRD_PARTY_RIGHTS: ("personal_privacy", "其中载有其他村民的身份证号码和银行账号"),
    Outcome.INTERNAL_AFFAIRS: ("personnel", "其中所载为本机关工作人员的年度考核情况"),
    Outcome.DELIBERATIVE: ("draft", "该文件是尚在讨论的征求意见稿，没有形成正式决定"),
    Outcome.ENFORCEMENT_FILE: ("enforcement_file", "该文书是行政处罚案卷的组成部分"),
}
_COUNTED: dict[str, JsonValue] = {
    "counted_from": "2025-07-01",
    "counted_to": "2025-08-31",
    "request_count": 56,
}

# What a clerk would give, by letter; `basis` and the like follow.
GIVEN: dict[LetterKind, dict[str, JsonValue]] = {
    LetterKind.REGISTRATION_FORM: {
        "identity": "居民身份证，号码末四位 0012",
        "form_wanted": "纸质",
        "way_wanted": "邮寄",
        "taken_down_by": "李四",
    },
    LetterKind.CORRECTION_NOTICE: {
        "corrections": [
            {
                "point": "没有写明所需政府信息的名称、文号或者其他特征性描述",
                "how": "请写明文件的名称、文号，或者项目名称和大致形成时间",
            },
            {"point": "没有写明提供政府信息的形式", "how": "请写明需要纸质还是电子形式"},
        ],
        "correction_workdays": 10,
    },
    LetterKind.REASONS_NOTICE: {
        **_COUNTED,
        "to_explain": ["多次申请同一项目政府信息的原因", "所需政府信息的用途"],
        "explain_by": "2025-10-15",
    },
    LetterKind.EXTENSION_NOTICE: {"reason": "所涉档案形成时间较早，查找和核对需要较长时间"},
    LetterKind.DELAY_NOTICE: {
        "reason": "申请件数较多，逐件检索需要较长时间",
        "new_due": "2025-11-14",
    },
    LetterKind.THIRD_PARTY_CONSULTATION: {
        "third_party": "王五",
        "you": PERSON,
        "interest": "个人隐私",
        "concerned": _CONCERNED,
    },
    LetterKind.CONSULTATION_NOTICE: {"consulted": "第三方"},
    LetterKind.CO_PRODUCER_CONSULTATION: {
        "organ": "惠安县自然资源局",
        "concerned": _CONCERNED,
        "tendency": "予以公开",
    },
    LetterKind.ASSISTANCE_LETTER: {
        "organ": "净峰镇村镇建设服务中心",
        "to_assist": ["检索2016年以来滨海路扩建项目的征地材料", "就是否可以公开提出意见"],
        "answer_by": "2025-09-26",
    },
    LetterKind.THIRD_PARTY_NOTICE: {
        "third_party": "惠安海滨建材有限公司",
        "concerned": _CONCERNED,
        "reason": "上述政府信息涉及公共资金的使用，不公开可能对公共利益造成重大影响",
    },
    LetterKind.FEE_NOTICE: {
        "fee_way": FeeBasis.PIECES.value,
        "fee_units": 12,
        "fee_before": 25,
        "payment_way": "持本通知书到镇政务服务大厅3号窗口，或者扫描缴款通知单上的二维码缴纳",
    },
    LetterKind.ALREADY_PUBLIC_REPLY: {"published": _PUBLISHED},
    LetterKind.DISCLOSURE_REPLY: {
        "provided": _PROVIDED,
        "provision": "随本答复书邮寄纸质复印件",
        "attachments": ["《滨海路扩建项目征地补偿安置方案》", "《滨海路扩建项目征地公告》"],
    },
    LetterKind.PARTIAL_DISCLOSURE_REPLY: {
        "provided": _PROVIDED,
        "provision": "随本答复书邮寄，不予公开的内容已作遮盖",
        "attachments": ["《滨海路扩建项目征地补偿安置方案》"],
        "withheld": [
            {
                "title": "《滨海路扩建项目征地补偿登记表》中其他村民的身份信息",
                "ground": "personal_privacy",
                "reason": "其中载有其他村民的身份证号码和银行账号，经征求意见，有关人员不同意公开",
            },
            {
                "title": "《关于滨海路扩建项目补偿标准的请示》",
                "ground": "internal_report",
                "reason": "该文件是镇政府向上级机关的请示",
            },
        ],
    },
    LetterKind.NOT_HELD_REPLY: {
        "searches": [
            {
                "place": "本机关档案室2010年至2025年文书档案目录",
                "keywords": "以“滨海路”“征地”为关键词逐条检索",
                "searched_on": "2025-09-08",
            },
            {
                "place": "电子公文系统",
                "keywords": "以文号和标题检索",
                "searched_on": "2025-09-09",
            },
        ]
    },
    LetterKind.NOT_OURS_REPLY: {
        "reason": "征地批复由省人民政府制作",
        "right_organ": "福建省自然资源厅",
        "organ_contact": "电话 0591-00000000",
    },
    LetterKind.REPEATED_NOTICE: {
        "earlier_number": "净公开复〔2016〕7号",
        "earlier_on": "2016-08-19",
    },
    LetterKind.SPECIAL_QUERY_NOTICE: {
        "special_rule": "《不动产登记暂行条例》",
        "where_to_ask": "持身份证件到惠安县不动产登记中心申请查询",
    },
    LetterKind.CREATION_NOTICE: {"reason": "本机关没有按年龄统计被征地农民人数的现成材料"},
    LetterKind.STILL_UNCLEAR_NOTICE: {
        "unclear": ["“全部材料”所指的项目和时间范围", "所称“会议”的名称和日期"]
    },
    LetterKind.NOT_A_REQUEST_NOTICE: {
        "reason": "来信要求查处某公司违法占地并追究有关人员的责任",
        "proper_channel": "镇信访办公室（电话 0595-87800001），或者12345政务服务便民热线",
    },
    LetterKind.PUBLISHED_MATTER_NOTICE: {
        "published": [
            {"title": "《福建省人民政府公报》", "place": "惠安县图书馆一楼政府信息查阅点"}
        ]
    },
    LetterKind.EXCESSIVE_NOTICE: {**_COUNTED, "reason": "所述理由与所申请的政府信息没有关联"},
    LetterKind.RECORDS_CORRECTION_REPLY: {
        "addressee": "张三",
        "you": PERSON,
        "claimed_on": "2025-09-10",
        "claim": "低保家庭登记表中本人的出生日期",
        "result": RESULTS[0],
        "reason": "出生日期已由1965年3月1日更正为1956年3月1日",
        "right_organ": "惠安县民政局",
        "organ_contact": "电话 0595-00000000",
    },
    LetterKind.SERVICE_RECEIPT: {
        "served": [{"title": "政府信息公开申请答复书", "number": "净公开复〔2025〕3号"}],
        "delivery": "post",
        "tracking": "1234567890123",
    },
}
# The same letters with other contents.
OTHERWISE: dict[LetterKind, tuple[dict[str, JsonValue], ...]] = {
    LetterKind.FEE_NOTICE: ({"fee_way": FeeBasis.PAGES.value, "fee_units": 250, "fee_before": 0},),
    LetterKind.RECORDS_CORRECTION_REPLY: (
        {"result": RESULTS[1], "reason": "所附材料不能证明登记的出生日期有误"},
        {"result": RESULTS[2], "reason": "低保家庭登记由县民政部门负责"},
        {"result": RESULTS[3], "reason": "低保家庭登记由县民政部门负责"},
    ),
}
# What an earlier request would have had instead, and one that asks to confirm.
EARLIER: dict[LetterKind, dict[str, JsonValue]] = {
    LetterKind.NOT_HELD_REPLY: {
        "searches": [
            {
                "place": "本机关档案室2010年至2017年文书档案目录",
                "keywords": "以“滨海路”“征地”为关键词逐条检索",
                "searched_on": "2017-09-25",
            }
        ]
    },
    LetterKind.RECORDS_CORRECTION_REPLY: {"claimed_on": "2017-09-22"},
    LetterKind.SERVICE_RECEIPT: {
        "served": [
            {"title": "政府信息公开申请答复书", "number": "净公开复〔2017〕3号"},
            {"title": "《滨海路扩建项目征地公告》复印件"},
        ]
    },
}
DECIDED: dict[Outcome, dict[str, JsonValue]] = {
    Outcome.CONFIRMATION_SOUGHT: {"reason": "来信要求对此前公开的补偿登记表重新加盖公章"},
}
