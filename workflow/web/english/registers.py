"""English of the pages: the registers."""

WORDS: dict[str, str] = {
    "表格": "Table",
    "由其他岗位办理：": "For other roles: ",
    "更正": "Put right",
    "只改写错的；原来的内容和理由都留在经过里。": (
        "Change only what is wrong; what it held, and why, stay in the history."
    ),
    "保存更正": "Save",
    "信息处理费": "Processing fees",
    "%(year)s年信息处理费": "Processing fees %(year)s",
    "年度": "Year",
    "共 %(n)s 条": "%(n)s in all",
    "申请人": "Applicant",
    "通知日期": "Notified on",
    "应收（元）": "Asked (yuan)",
    "已缴（元）": "Paid (yuan)",
    "缴费日期": "Paid on",
    "逾期未缴": "Lapsed on",
    "合计": "Total",
    "这一年没有信息处理费。收费通知在申请的办理页登记。": (
        "There are no fees in this year. A fee is notified on the page of its request."
    ),
    "各登记簿的数量和待办": "How much is in each register, and what waits",
    "共登记": "Entered",
    "逾期": "Late",
    "无": "none",
    "超期 %(n)s 件": "%(n)s late",
    "不予公开信息": "Withheld information",
    "定期评估审查：不予公开的信息，能公开的应当公开": (
        "Reviewed periodically: what may be disclosed now should be"
    ),
    "按年度列出通知、缴纳、退费": "By year: notified, paid, refunded",
    "目录和指南": "Catalogue and guide",
    "公开目录": "Public catalogue",
    "公开指南": "Public guide",
    "登记一条": "New entry",
    "范围": "Which",
    "作废的": "Void ones",
    "不列": "left out",
    "列出": "listed",
    "关键词": "Keyword",
    "导出 xlsx": "Export xlsx",
    "回到第一页": "First page",
    "下一页": "Next page",
    "没有符合条件的。放宽条件，或者清除筛选再看。": (
        "Nothing fits. Ask for less, or clear the filter."
    ),
    "登记审查": "Record a review",
    "已作废": "void",
    "已作废，记录仍然保留。": "Made void; the record stays.",
    "经过": "History",
    "可以办的": "What can be done",
    "作废": "Make void",
    "审查记录": "Reviews",
    "审查已登记。": "The review is entered.",
    "下次审查": "Next review",
    "不予公开日期": "Withheld on",
    "上次审查": "Last review",
    "上一页": "Previous page",
    "没有不予公开的信息。答复中不予公开的各项，会自动列在这里定期审查。": (
        "Nothing was withheld. What a reply withholds is listed here for its reviews."
    ),
}
