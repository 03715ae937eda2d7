"""English of the pages: reports."""

WORDS: dict[str, str] = {
    "%(year)s 年统计": "Figures of %(year)s",
    "年度": "Year",
    "显示": "Show",
    "%(year)s 年收到的申请": "Requests received in %(year)s",
    "现在未办结": "Open now",
    "没有未办结的申请。": "No request is open.",
    "各经办人手上的申请": "Requests by case officer",
    "未办结共 %(n)s 件": "%(n)s open in all",
    "经办": "Officer",
    "未办结": "Open",
    "已超期": "Overdue",
    "未分派": "Not assigned",
    "%(year)s 年逾期的答复和原因": "Late replies of %(year)s, and why",
    "%(n)s 件：": "%(n)s: ",
    "没有写明原因": "no reason on record",
    "逾期答复 %(n)s 件，这里是最近的 %(shown)s 件": "%(n)s late replies; the latest %(shown)s",
    "编号": "Number",
    "答复期限": "Answer due",
    "答复": "Reply",
    "超期（工作日）": "Working days late",
    "原因": "Reason",
    "这一年没有逾期的答复。": "No reply was late in this year.",
    "%(year)s 年度报告今天会怎么写": "What the report of %(year)s would say today",
    "打开年度报告": "Open the annual report",
    "错误 %(errors)s，提醒 %(warnings)s": "%(errors)s error(s), %(warnings)s warning(s)",
    "到今天为止，各项数字都是 0；登记了申请，这里就有。": (
        "Every figure is 0 so far; once a request is logged, it is counted here."
    ),
    "年度报告": "Annual reports",
    "一个数字": "A figure",
    "这是封存时的数字和清单；后来录入的事实列在报告的勘误里。": (
        "The figure and its list as they were frozen; what was entered later is in the errata of "
        "the report."
    ),
    "%(value)s ＝ 期初数 %(opening)s ＋ 记录 %(counted)s 条": (
        "%(value)s = %(opening)s brought forward + %(counted)s record(s)"
    ),
    "（期初数截至 %(on)s，是使用本系统以前的累计，没有逐条记录）": (
        " (brought forward as of %(on)s, from before this program was used; not listed one by one)"
    ),
    "记录 %(counted)s 条，这里是第 %(first)s–%(last)s 条": (
        "%(counted)s record(s); here %(first)s to %(last)s"
    ),
    "日期": "Date",
    "名称或内容": "Title or matter",
    "类别或结果": "Kind or result",
    "下级机关": "of an office below",
    "上一页": "Previous page",
    "下一页": "Next page",
    "这个数字是 0：没有记录计入这一格。": "The figure is 0: no record is counted in it.",
    "这个数字由人工录入，或者按金额合计得出，没有逐条的记录。": (
        "The figure was entered by people, or is a sum of money: no records are listed."
    ),
    "核对一份已公布的报告": "Check a published report",
    "核对": "Check",
    "错误 %(errors)s 处，提醒 %(warnings)s 处。": "%(errors)s error(s), %(warnings)s warning(s).",
    "错误": "error",
    "提醒": "Reminders",
    "没有发现问题。": "Nothing wrong was found.",
    "再核对一份": "Check another",
    "任何机关公布的年度报告都可以核对：勾稽、正文与表格、百分比、日期。文件看完就删。": (
        "The annual report of any office can be checked: its sums, its text against its tables, "
        "its percentages, its dates. The file is deleted once it was read."
    ),
    "补录 %(year)s 年度的数字": "Enter figures of %(year)s",
    "已保存。": "Saved.",
    "这些数字登记簿里没有，由人填写；空着的不改动，改已录入的即为更正，历史里都查得到。": (
        "No register holds these figures: people enter them. What is left blank stays as it is; "
        "to change one is to correct it, and the history keeps both."
    ),
    "更正的理由（没有更正可以不写）": "Why figures are corrected (blank if none is)",
    "保存": "Save",
    "返回": "Back",
    "这一年度的报告格式没有需要人工录入的数字。": "The form of the year has no figures to enter.",
    "封存 %(year)s 年度报告": "Freeze the report of %(year)s",
    "年度还没有结束，不能封存。": "The year is not over, so it cannot be frozen.",
    "封存以后，数字、清单和正文从此不变；以后录入的事实作为勘误列在报告旁边。": (
        "Once frozen, figures, lists and text stand for good; what is entered later is shown as "
        "errata beside the report."
    ),
    "%(by)s 已于 %(at)s 封存；重新封存须由工作机构负责人写明理由。": (
        "%(by)s froze it at %(at)s; the head of office may freeze it anew and say why."
    ),
    "核对问题 %(n)s 项，其中错误 %(errors)s 项": "%(n)s finding(s), of which %(errors)s error(s)",
    "看这个数字": "See the figure",
    "有错误的报告不能封存，除非工作机构负责人写明理由，理由印在报告上。": (
        "A report with errors is not frozen unless the head of office says why; the reason is "
        "printed in it."
    ),
    "勾稽关系全部成立，没有核对问题。": "All figures agree with each other; nothing was found.",
    "封存": "Freeze",
    "重新封存": "Freeze anew",
    "编写 %(year)s 年度报告的正文": "Write the text of the report of %(year)s",
    "报告已于 %(at)s 封存，封存的正文不再改动；这里写的只用于重新封存。": (
        "The report was frozen at %(at)s and its text stands; what is written here is for "
        "freezing it anew."
    ),
    "报告的各部分": "The sections of the report",
    "预览": "Preview",
    "预览（还没有保存）": "Preview (not saved yet)",
    "现在印出来是这样": "As it is printed now",
    "这一部分没有正文。": "This section has no text.",
    "系统生成的正文": "The generated text",
    "可以写进正文的名称，和现在的数值": "Names that the text may hold, and their values now",
    "名称": "Name",
    "数值": "Value",
    "登记 %(year)s 年度报告的公布": "Enter the publication of the report of %(year)s",
    "%(by)s 于 %(at)s 封存（第 %(turn)s 次）。": "Frozen by %(by)s at %(at)s (turn %(turn)s).",
    "登记公布": "Enter the publication",
    "已生成草稿。": "The draft was made.",
    "已封存，数字、清单和正文从此不变。": "Frozen: figures, lists and text stand from now on.",
    "已登记公布。": "On record as published.",
    "封存于 %(at)s": "Frozen at %(at)s",
    "公布于 %(on)s": "Published on %(on)s",
    "按截至 %(at)s 录入的事实计算": "By the facts entered up to %(at)s",
    "应当在 %(due)s 前公布": "To be published by %(due)s",
    "生成草稿": "Make the draft",
    "补录数字": "Enter figures",
    "编写正文": "Write the text",
    "下载": "Download",
    "换一种格式、时点或者汇总口径": "Another form, instant, or with the offices below",
    "时点写作 2018-03-10（到当天结束）或 2018-03-10T09:30；选了就重新计算，不看封存的。": (
        "Write 2018-03-10 (to its end) or 2018-03-10T09:30. With a form or an instant the report "
        "is counted anew, whether it was frozen or not."
    ),
    "数字都由登记的事项统计得出；点开任何一个数字，可以看到它背后的每一条记录。": (
        "Every figure is counted from what is on record: open one to see each record behind it."
    ),
    "共 %(n)s 个年度": "%(n)s year(s)",
    "状态": "State",
    "应当公布": "To be published by",
    "核对问题": "Findings",
    "下一步": "Next",
    "已过期": "overdue",
    "打开其他年度": "Open another year",
    "打开": "Open",
    "注：": "Note: ",
}
