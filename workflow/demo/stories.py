"""Forty requests of an invented town, each told in working days before today.

The people, places and papers are made up. `ago` is how many working days before today the request
came in; each act is a move, so many working days after that, with its terms.
"""

from dataclasses import dataclass

from states.statute.outcomes import Outcome
from states.statute.receipt import Channel


@dataclass(frozen=True, slots=True)
class Act:
    """One move of a story: so many working days after the request came in.

    `ref` ties a consultation together, or is the content of the story that this one is merged into.
    """

    move: str
    after: int
    ref: str = ""
    workdays: int = 0
    new_due_after: int = 0
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One request, and what became of it."""

    content: str
    applicant: str
    kind: str
    channel: Channel
    officer: str
    ago: int
    acts: tuple[Act, ...] = ()
    confirmed_after: int | None = 0


STAFF = (
    ("王小兰", "clerk"),
    ("李建国", "clerk"),
    ("陈志明", "head_of_office"),
    ("林秀英", "reviewer"),
)
WANG, LI = "王小兰", "李建国"

PERSON, COMPANY = "natural_person", "company"
RESEARCH, CHARITY, LAWYERS, OTHER = "research", "public_interest", "legal_service", "other"
HAND, SIGNED, LETTER = Channel.IN_PERSON, Channel.POST_SIGNED, Channel.POST_ORDINARY
WEB, FAX, MAIL = Channel.INTERNET, Channel.FAX, Channel.EMAIL


def _posted(after: int, outcome: Outcome) -> Act:
    return Act("post_reply", after, outcome=outcome)


def _sent(after: int, outcome: Outcome) -> Act:
    return Act("send_reply", after, outcome=outcome)


def _handed(after: int, outcome: Outcome) -> Act:
    return Act("hand_over_reply", after, outcome=outcome)


def _corrected(asked: int, received: int) -> tuple[Act, ...]:
    return (
        Act("request_correction", asked, workdays=15),
        Act("receive_correction", received),
    )


def _extended(approved: int, workdays: int) -> tuple[Act, ...]:
    return (
        Act("approve_extension", approved),
        Act("extend", approved, workdays=workdays),
    )


OPEN_STORIES = (
    # Not yet received in the eye of the law: the receipt waits for a confirmation.
    Story("村集体资金2025年度收支明细", "赟喆堃", PERSON, LETTER, "", 1, confirmed_after=None),
    Story("镇区道路改造工程招标文件", "张伟", PERSON, WEB, "", 0, confirmed_after=None),
    Story("公租房分配名单及公示材料", "刘敏", PERSON, FAX, WANG, 2, confirmed_after=None),
    # In hand, with time left.
    Story("征地补偿安置方案批复文件", "黄丽华", PERSON, HAND, WANG, 0),
    Story("高标准农田建设项目验收报告", "东海测绘有限公司", COMPANY, SIGNED, LI, 2),
    Story("农村危房改造补助对象名册", "许志强", PERSON, WEB, WANG, 3),
    Story("渔港污水处理设施运行记录", "清源环保志愿者协会", CHARITY, MAIL, LI, 5),
    Story("宅基地审批登记表", "吴国栋", PERSON, HAND, WANG, 8),
    Story("镇级预算调整方案", "正和律师事务所", LAWYERS, SIGNED, LI, 9),
    Story("小流域治理环境影响评价批复", "海峡农业研究所", RESEARCH, WEB, "", 11),
    # Near the limit, due today, overdue.
    Story("困难群众临时救助发放明细", "蔡美玲", PERSON, HAND, LI, 16),
    Story("石材企业整治行动处罚决定书", "郑文辉", PERSON, SIGNED, WANG, 18),
    Story("村道硬化工程结算审核报告", "何志远", PERSON, WEB, WANG, 19),
    Story("妈祖文化广场用地规划许可", "周晓东", PERSON, SIGNED, LI, 20),
    Story("农贸市场摊位招租合同", "杨淑芬", PERSON, HAND, WANG, 22),
    # Waiting on the applicant.
    Story(
        "有关补贴的全部文件",
        "谢永康",
        PERSON,
        WEB,
        LI,
        6,
        (Act("request_correction", 3, workdays=15),),
    ),
    Story(
        "历年所有会议纪要",
        "罗建平",
        PERSON,
        SIGNED,
        WANG,
        27,
        (Act("request_correction", 5, workdays=15),),
    ),
    Story(
        "近三年全部工程项目合同（共四十件）",
        "鼎信咨询有限公司",
        COMPANY,
        WEB,
        LI,
        9,
        (Act("request_reasons", 4),),
    ),
    Story(
        "全镇各村低保审批表复印件三百页",
        "方志诚",
        PERSON,
        HAND,
        WANG,
        10,
        (Act("notify_fee", 4), Act("record_fee_delivery", 6)),
    ),
    # Consulting others: the clock stands still.
    Story(
        "海产品加工厂排污许可申请材料",
        "邱少华",
        PERSON,
        SIGNED,
        LI,
        8,
        (
            Act("consult_third_party", 3, ref="第三方一"),
            Act("record_third_party_delivery", 5, ref="第三方一"),
        ),
    ),
    Story(
        "跨镇输水管线协调会议纪要",
        "何秋月",
        PERSON,
        WEB,
        WANG,
        12,
        (Act("consult_agency", 4, ref="县水利局"),),
    ),
    Story(
        "合作社补助资金申报书",
        "连心社会工作服务中心",
        CHARITY,
        MAIL,
        LI,
        15,
        (
            Act("consult_third_party", 3, ref="合作社"),
            Act("receive_third_party_opinion", 9, ref="合作社"),
        ),
    ),
    # More time.
    Story("滩涂养殖清退补偿清册", "蒋玉珍", PERSON, SIGNED, WANG, 21, _extended(15, 20)),
    Story("镇村换届选举经费支出凭证", "法治研究中心", RESEARCH, WEB, LI, 26, _extended(18, 10)),
    Story(
        "五年内全部行政处罚案卷目录",
        "宏业商务咨询有限公司",
        COMPANY,
        SIGNED,
        WANG,
        18,
        (
            Act("request_reasons", 3),
            Act("receive_reasons", 8),
            Act("delay", 12, new_due_after=45),
        ),
    ),
    Story("供水一体化项目可行性研究报告", "沈若晨", PERSON, HAND, LI, 12, _corrected(3, 6)),
)

CLOSED_STORIES = (
    # The same once more, online: merged into the one that was handed in.
    Story(
        "宅基地审批登记表（网上补交）",
        "吴国栋",
        PERSON,
        WEB,
        WANG,
        7,
        (Act("merge_into", 1, ref="宅基地审批登记表"),),
    ),
    Story(
        "政府工作报告及重点任务分解",
        "苏文斌",
        PERSON,
        WEB,
        WANG,
        60,
        (_sent(4, Outcome.ALREADY_PUBLIC),),
    ),
    Story("乡村振兴项目库清单", "汪雅琴", PERSON, HAND, LI, 66, (_handed(9, Outcome.DISCLOSED),)),
    Story(
        "土地承包经营权登记簿",
        "范国平",
        PERSON,
        SIGNED,
        WANG,
        70,
        (_posted(18, Outcome.PARTLY_DISCLOSED),),
    ),
    Story(
        "信访事项处理过程稿", "丁海燕", PERSON, SIGNED, LI, 74, (_posted(15, Outcome.DELIBERATIVE),)
    ),
    Story(
        "企业技术改造补助申报材料",
        "恒远机械有限公司",
        COMPANY,
        WEB,
        WANG,
        90,
        (
            Act("consult_third_party", 4, ref="申报企业"),
            Act("receive_third_party_opinion", 12, ref="申报企业"),
            _sent(22, Outcome.THIRD_PARTY_RIGHTS),
        ),
    ),
    Story("一九八五年村界勘定图", "戴金福", PERSON, HAND, LI, 80, (_handed(12, Outcome.NOT_HELD),)),
    Story("县道改线工程设计文件", "江涛", PERSON, WEB, WANG, 85, (_sent(6, Outcome.NOT_OURS),)),
    Story(
        "对邻居违建的举报处理", "潘桂香", PERSON, LETTER, LI, 88, (_posted(10, Outcome.PETITION),)
    ),
    Story(
        "同一征地批复的再次申请",
        "黄丽华",
        PERSON,
        SIGNED,
        WANG,
        92,
        (_posted(8, Outcome.REPEATED),),
    ),
    Story("不动产登记资料", "姚思远", PERSON, HAND, LI, 95, (_handed(5, Outcome.SPECIAL_QUERY),)),
    Story(
        "近十年财政统计分析表",
        "数源信息技术有限公司",
        COMPANY,
        MAIL,
        WANG,
        100,
        (*_corrected(4, 9), _sent(20, Outcome.NEEDS_CREATION)),
    ),
    Story(
        "有关事项的材料",
        "任大勇",
        PERSON,
        WEB,
        LI,
        110,
        (Act("request_correction", 5, workdays=10), Act("lapse_uncorrected", 24)),
    ),
    Story(
        "全部历史用地档案（一千二百页）",
        "启明土地评估事务所",
        OTHER,
        SIGNED,
        WANG,
        115,
        (
            Act("notify_fee", 6),
            Act("record_fee_delivery", 8),
            Act("lapse_unpaid", 40),
        ),
    ),
    Story("防汛物资采购合同", "叶晓岚", PERSON, HAND, LI, 78, (Act("withdraw", 5),)),
    Story(
        "中心小学扩建用地批文",
        "钟启航",
        PERSON,
        SIGNED,
        WANG,
        120,
        (*_extended(17, 15), _posted(34, Outcome.DISCLOSED)),
    ),
)

STORIES = OPEN_STORIES + CLOSED_STORIES
