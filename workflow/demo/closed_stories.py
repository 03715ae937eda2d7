"""Requests that have ended, each in another way."""

from datetime import date

from states.matters import EarlierReplyCited, SearchRecorded
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from workflow.demo.replies import (
    Act,
    disclosed,
    handed,
    otherwise,
    posted,
    sent,
    withheld,
)
from workflow.demo.story import (
    COMPANY,
    HAND,
    LETTER,
    LI,
    MAIL,
    OTHER,
    PERSON,
    SIGNED,
    WANG,
    WEB,
    Story,
    corrected,
    extended,
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
        sent(
            4,
            otherwise(
                "政府工作报告及重点任务分解",
                Decision.ALREADY_PUBLIC,
                where="镇政府网站“政府信息公开”专栏“政府工作报告”栏目",
            ),
        ),
    ),
    Story(
        "乡村振兴项目库清单",
        "汪雅琴",
        PERSON,
        HAND,
        LI,
        66,
        handed(9, disclosed("乡村振兴项目库清单")),
    ),
    Story(
        "土地承包经营权登记簿",
        "范国平",
        PERSON,
        SIGNED,
        WANG,
        70,
        posted(
            18,
            disclosed("本户土地承包经营权登记簿"),
            withheld(
                "登记事项内部核对流程单",
                Ground.WORKFLOW,
                "属于内部工作流程信息，对外不产生直接影响",
                "2",
            ),
        ),
    ),
    Story(
        "信访事项处理过程稿",
        "丁海燕",
        PERSON,
        SIGNED,
        LI,
        74,
        posted(
            15,
            withheld(
                "信访事项处理意见过程稿",
                Ground.DRAFT,
                "属于处理意见形成过程中的过程稿，最终意见已经送达",
            ),
        ),
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
            *sent(
                22,
                withheld(
                    "企业技术改造补助申报材料",
                    Ground.TRADE_SECRET,
                    "含有工艺参数和成本构成，属于商业秘密，申报企业不同意公开",
                ),
            ),
        ),
    ),
    Story(
        "一九八五年村界勘定图",
        "戴金福",
        PERSON,
        HAND,
        LI,
        80,
        handed(
            12,
            otherwise("一九八五年村界勘定图", Decision.NOT_HELD),
            SearchRecorded(
                "档案室、自然资源所图件柜、电子公文系统", "村界、勘定、1985", LI, "1980年至1990年"
            ),
        ),
    ),
    Story(
        "县道改线工程设计文件",
        "江涛",
        PERSON,
        WEB,
        WANG,
        85,
        sent(
            6,
            otherwise(
                "县道改线工程设计文件",
                Decision.NOT_OURS,
                "该工程由县交通运输局组织设计并保存设计文件",
                "示范县交通运输局，电话 0595-00000001",
            ),
        ),
    ),
    Story(
        "对邻居违建的举报处理",
        "潘桂香",
        PERSON,
        LETTER,
        LI,
        88,
        posted(
            10,
            otherwise(
                "对邻居违建的举报",
                Decision.PETITION,
                "内容是举报违法建设并要求处理，不是申请公开政府信息",
                "可向镇综合执法队举报",
            ),
        ),
    ),
    Story(
        "同一征地批复的再次申请",
        "黄丽华",
        PERSON,
        SIGNED,
        WANG,
        92,
        posted(
            8,
            otherwise("征地补偿安置方案批复文件", Decision.REPEATED),
            EarlierReplyCited("海公复〔2022〕12号", date(2022, 6, 20)),
        ),
    ),
    Story(
        "不动产登记资料",
        "姚思远",
        PERSON,
        HAND,
        LI,
        95,
        handed(
            5,
            otherwise(
                "不动产登记资料",
                Decision.SPECIAL_QUERY,
                where="依照《不动产登记资料查询暂行办法》向县不动产登记中心查询",
            ),
        ),
    ),
    Story(
        "近十年财政统计分析表",
        "数源信息技术有限公司",
        COMPANY,
        MAIL,
        WANG,
        100,
        (
            *corrected(4, 9),
            *sent(
                20,
                otherwise(
                    "近十年财政统计分析表",
                    Decision.NEEDS_CREATION,
                    "没有现成的统计分析表，需要汇总、加工和分析历年决算",
                ),
            ),
        ),
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
        (*extended(17, 15), *posted(34, disclosed("中心小学扩建用地批复"))),
    ),
)
