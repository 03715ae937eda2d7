"""English of the public pages."""

WORDS: dict[str, str] = {
    "首页": "Home",
    "公开指南": "Public guide",
    "公开目录": "Public catalogue",
    "年度报告": "Annual reports",
    "网上申请": "Apply online",
    "进度查询": "Look up progress",
    "政府信息公开": "Open Government Information",
    "请选择机关：": "Choose an office:",
    "没有开通公众页面的机关。请向办理机关当面或者电话咨询。": (
        "No office has public pages. Ask in person or by telephone."
    ),
    "地址": "Address",
    "电话": "Telephone",
    "传真": "Fax",
    "网站": "Website",
    "请到本机关政府信息公开工作机构当面咨询。": "Please ask at the office in person.",
    "填写申请，当即得到登记编号和查询码。": (
        "Fill in an application; you get a number and a code at once."
    ),
    "凭登记编号和查询码，查看办到哪一步、何时答复。": (
        "With number and code, see how far it has come and when the reply is due."
    ),
    "怎样获取信息，怎样申请，怎样救济。": "How to get information, how to apply, what remedies.",
    "已经主动公开的信息，不必申请。": "What is published already; no need to apply for it.",
    "历年政府信息公开工作年度报告。": "The office's annual reports, year by year.",
    "联系我们": "How to reach us",
    "公开指南正在编制。需要了解的，请先与本机关联系：": (
        "The guide is being written. Until then, please ask the office:"
    ),
    "打印": "Print",
    "已公布的政府信息公开工作年度报告，共 %(n)s 份": "Published annual reports: %(n)s",
    "年度": "Year",
    "公布日期": "Published on",
    "下载": "Download",
    "还没有公布年度报告。年度报告于每年1月31日前公布。": (
        "No annual report has been published yet; each is published by 31 January."
    ),
    "依据《中华人民共和国政府信息公开条例》第二十九条，申请应当写明姓名或者名称、身份证明、"
    "联系方式，所需信息的内容描述，以及获取信息的形式。带 * 的必须填写。": (
        "Under article 29 of the Regulations, an application gives the applicant's name, proof of "
        "identity and contact, a description of the information, and the form it is wanted in. "
        "Fields with * must be filled in."
    ),
    "已经公开的信息不必申请，请先查看公开目录。所填个人信息只用于办理本申请。": (
        "What is published need not be applied for: see the catalogue first. Personal details are "
        "used for this application alone."
    ),
    "请勿填写这一栏": "Leave this field empty",
    "有一栏不应填写而填写了，现已清空；请核对后再提交一次。": (
        "A field that must stay empty was filled in; it is empty now. Check the rest and send it "
        "again."
    ),
    "提交申请": "Send the application",
    "申请已经登记": "The application is registered",
    "请抄下或者打印登记编号和查询码；查询码只在这里显示，凭这两项可以查询办理进度。": (
        "Write down or print the number and the code: the code is shown here alone, and both are "
        "needed to look up progress."
    ),
    "办理机关": "Office",
    "登记编号": "Number",
    "查询码": "Code",
    "提交日期": "Submitted on",
    "收到日期": "Received on",
    "答复期限": "Answer due",
    "办结日期": "Closed on",
    "所需政府信息": "Information asked for",
    "接下来": "What comes next",
    "本机关将与您联系确认。依据《条例》第三十一条第（三）项，双方确认之日为收到申请之日，"
    "答复期限从那时起算。": (
        "The office will confirm it with you. Under article 31(3) of the Regulations, the day on "
        "which both confirm it is the day of receipt, and the time for the reply runs from then."
    ),
    "登记编号和查询码印在回执上。只显示办理进度，不显示个人信息。": (
        "Number and code are on the receipt. Progress is shown, and no personal details."
    ),
    "对办理情况有疑问的，请与本机关联系：": "If you have a question about it, ask the office:",
    "再查一件": "Look up another",
}
