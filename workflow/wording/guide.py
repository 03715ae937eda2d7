"""The words of the public guide, in the office's voice; its figures are the law's own data."""

from workflow.i18n import Text

TITLE = Text("{office}政府信息公开指南", "{office}: guide to the disclosure of information")
INTRODUCTION = Text(
    "为了方便公民、法人和其他组织获取本机关的政府信息，根据{regulations}（以下简称《条例》），"
    "编制本指南。本指南内容以{on}为准，有变动时及时更新。",
    "This guide tells how to obtain information from this office under the {regulations}. It is "
    "as of {on}, and is brought up to date when anything changes.",
)

PROACTIVE = Text("一、主动公开", "1. What is published")
SCOPE = Text("（一）范围和分类", "Scope and categories")
SCOPE_SAID = Text(
    "本机关主动公开{articles}规定的政府信息，按下列类别编入目录：{categories}。",
    "This office publishes what {articles} provide for, catalogued under: {categories}.",
)
ORDER = Text("（二）编排体系", "How it is arranged")
ORDER_SAID = Text(
    "目录逐条列明索引号、名称、内容概述和生成日期。",
    "The catalogue gives for each piece its index number, title, summary and date.",
)
ORDER_INDEX = Text(
    "索引号由机构代码、信息类别代码、年度和年度流水号组成，每条信息只有一个，如 {example}。",
    "An index number is made of the office's code, the code of the category, the year and a serial "
    "number of the year, and belongs to one piece alone: {example}.",
)
WAYS = Text("（三）获取方式", "Where it is found")
WAYS_SITE = Text("政府网站：{website}", "Website: {website}")
WAYS_PLACES = Text("查阅场所：{places}", "Reading places: {places}")
WAYS_OTHER = Text(
    "政府公报、政务公开栏、新闻发布会、报刊、广播、电视等其他方式。",
    "The gazette, notice boards, press conferences, the press, radio and television.",
)
WITHIN = Text(
    "属于主动公开范围的，自信息形成或者变更之日起 {days} 个工作日内公开（{article}）。",
    "What is to be published is published within {days} working days of being made or changed "
    "({article}).",
)

ON_REQUEST = Text("二、依申请公开", "2. Asking for information")
OFFICE = Text("（一）受理机构", "Whom to ask")
OFFICE_ROWS = {
    "disclosure_office": Text("政府信息公开工作机构", "Disclosure office"),
    "address": Text("办公地址", "Address"),
    "postcode": Text("邮政编码", "Postcode"),
    "office_hours": Text("办公时间", "Hours"),
    "phone": Text("联系电话", "Telephone"),
    "fax": Text("传真", "Fax"),
    "website": Text("网站", "Website"),
    "email": Text("电子邮箱", "Email"),
    "online_application": Text("网上申请", "Online applications"),
}
NONE = Text("无", "none")
HOW = Text("（二）怎样提出申请", "How to ask")
HOW_WAYS = Text(
    "可以当面提交，邮寄（请在信封上注明“政府信息公开申请”），{electronic}提出。"
    "书写确有困难的，可以口头提出，由本机关工作人员代为填写。",
    "In person, by post (marked as a disclosure request), {electronic}. Those who cannot write may "
    "ask by word of mouth, and the office writes it down.",
)
BY_FAX, BY_EMAIL, ONLINE = (
    Text("以传真", "by fax"),
    Text("以电子邮件", "by email"),
    Text("在网上", "online"),
)
OR = Text("或者", " or ")
HOW_CONTENT = Text(
    "申请应当写明：申请人的姓名或者名称、身份证明、联系方式；所申请信息的名称、文号或者便于查询的"
    "其他特征；要求提供的形式，包括获取信息的方式、途径（{article}）。",
    "A request names the applicant, with proof of identity and a way to reach them; the title, "
    "number or other features of what is asked for; and the form in which it is wanted "
    "({article}).",
)
HANDLED = Text("（三）怎样办理", "How it is handled")
HANDLED_RECEIPT = Text(
    "当面提交的，以提交之日为收到之日；邮寄的，以签收之日为收到之日，无须签收的平常信函，以与申请人"
    "确认之日为收到之日；网上、传真或者电子邮件提出的，以双方确认之日为收到之日（{article}）。",
    "The day of receipt is the day of handing in; of signing for a letter, or of confirming an "
    "ordinary one with the applicant; of confirmation by both sides where it came online, by fax "
    "or by email ({article}).",
)
HANDLED_CORRECTION = Text(
    "内容不明确的，自收到之日起 {days} 个工作日内一次性告知补正；答复期限自收到补正的申请之日起"
    "计算；无正当理由逾期不补正的，视为放弃申请（{article}）。",
    "What is unclear is to be corrected, asked for once within {days} working days; the period for "
    "answering then runs from the corrected request. Whoever does not correct in time without good "
    "reason is deemed to have given up ({article}).",
)
HANDLED_ANSWER = Text(
    "能当场答复的当场答复；不能当场答复的，自收到之日起 {days} 个工作日内答复；需要延长的，经政府"
    "信息公开工作机构负责人同意并告知申请人，延长的期限最长不超过 {more} 个工作日；征求第三方和其他"
    "机关意见所需时间不计算在内（{article}）。",
    "What can be answered at once is; anything else within {days} working days of receipt. With "
    "the consent of the head of the disclosure office the period may be extended, by {more} "
    "working days at most, and the applicant is told. Time for asking third parties and other "
    "organs does not count ({article}).",
)
FEES = Text("（四）收费", "Fees")
FEES_SAID = Text(
    "提供政府信息不收取费用。申请的数量、频次明显超过合理范围的，可以按{article}收取信息处理费，"
    "按件或者按量计收，另行发出收费通知。",
    "Information is free of charge. Where the number or frequency of requests clearly exceeds what "
    "is reasonable, a processing fee may be charged under the {article}, by the piece or by the "
    "page, by a notice of its own.",
)

REMEDIES = Text("三、监督和救济", "3. Supervision and remedies")
COMPLAINTS = Text(
    "认为本机关没有依法履行政府信息公开义务的，可以向{supervisor}投诉、举报（{article}）。",
    "Whoever holds that this office does not do its duty may complain to {supervisor} ({article}).",
)
SUPERVISORS = Text(
    "上一级行政机关或者政府信息公开工作主管部门",
    "the organ above it, or the authority in charge of disclosure",
)
CHOICE = Text(
    "认为本机关在政府信息公开工作中侵犯其合法权益的，可以自知道之日起 {days} 日内向{authority}申请"
    "行政复议，也可以自知道之日起 {months} 个月内向{court}提起行政诉讼。",
    "Whoever holds that their rights were infringed may apply to {authority} for reconsideration "
    "within {days} days of knowing of it, or bring a suit in {court} within {months} months.",
)
FIRST = Text(
    "对依照《条例》第十四条、第十五条、第十六条不予公开的决定不服的，应当先申请行政复议；对复议决定"
    "不服的，可以自收到复议决定书之日起 {after} 日内提起行政诉讼（{article}）。",
    "A decision to withhold under articles 14, 15 or 16 is first to be taken to reconsideration; "
    "against the outcome a suit may be brought within {after} days of receiving it ({article}).",
)
AUTHORITY = Text("复议机关", "the reconsideration authority")
COURT = Text("有管辖权的人民法院", "the people's court that has jurisdiction")

NOTES = Text("四、其他", "4. Also")
