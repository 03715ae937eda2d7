"""The office, its people, its publications and its disputes."""

from states.vocabulary.term import Group, group

OFFICE: dict[str, Group] = {
    "roles": group(
        ("clerk", "经办人", "case officer"),
        ("reviewer", "保密审查员", "secrecy reviewer", "条例(2019) 第十七条"),
        ("head_of_office", "工作机构负责人", "head of office", "条例(2019) 第三十三条第二款"),
        ("supervisor", "监督员", "supervisor", "条例(2019) 第四十七条"),
        ("administrator", "管理员", "administrator"),
        ("system", "系统", "system"),
    ),
    "office_levels": group(
        ("province", "省", "province"),
        ("city", "市", "city"),
        ("county", "县", "county"),
        ("town", "乡镇", "town"),
        ("department", "部门", "department"),
    ),
    "publication_channels": group(
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
    "dispute_results": group(
        ("upheld", "结果维持", "upheld"),
        ("corrected", "结果纠正", "corrected"),
        ("other", "其他结果", "other result"),
        ("pending", "尚未审结", "pending"),
    ),
    "remedy_classes": group(
        ("choice", "可以申请行政复议或者提起行政诉讼", "reconsideration or litigation"),
        ("reconsideration_first", "应当先申请行政复议", "reconsideration first"),
        (
            "reconsideration_first_in_part",
            "对不予公开部分应当先申请行政复议",
            "reconsideration first for the withheld part",
        ),
        ("none", "不适用", "none"),
    ),
    "authorities": group(
        ("county_government", "县级人民政府", "county government"),
        ("city_government", "设区的市级人民政府", "prefecture-level city government"),
        ("province_government", "省级人民政府", "provincial government"),
        ("own_government", "本级人民政府", "the department's own government"),
        ("superior_department", "上一级主管部门", "the department one level up"),
        ("parent_department", "设立该派出机构的部门", "the department that set it up"),
    ),
    "courts": group(
        ("basic", "基层人民法院", "basic people's court"),
        ("intermediate", "中级人民法院", "intermediate people's court"),
    ),
}
