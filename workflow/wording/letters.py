"""What keeps a letter from being written, in words, by the name of the error."""

from workflow.i18n import Text

LETTERS: dict[str, Text] = {
    "RequestNeededError": Text(
        "“{kind}”须针对一件申请；请写明登记编号。",
        "“{kind}” is written on a request; name its number.",
    ),
    "LetterNotInLawError": Text(
        "这件申请适用{law}年条例，没有“{kind}”这种文书。",
        "The request falls under the {law} text, which knows no “{kind}”.",
    ),
    "OutcomeWithoutLetterError": Text(
        "{law}年条例下，没有答复“{outcome}”的文书；请选定具体的办理结果。",
        "Under the {law} text no letter answers “{outcome}”; choose a definite outcome.",
    ),
    "OutcomeMissingError": Text(
        "“{kind}”用于几种办理结果，请写明是哪一种：{outcomes}。",
        "“{kind}” serves several outcomes; name one: {outcomes}.",
    ),
    "OutcomeForeignError": Text(
        "“{kind}”不用于“{outcome}”；可以是：{outcomes}。",
        "“{kind}” does not answer “{outcome}”; it may be: {outcomes}.",
    ),
    "FactMissingError": Text(
        "“{kind}”还缺少：{facts}。{remedy}",
        "“{kind}” still lacks: {facts}. {remedy}",
    ),
    "FactFixedError": Text(
        "“{fact}”取自登记、机关设置或者条例，不能另行填写。",
        "“{fact}” comes from the record, the office or the law; it is not given.",
    ),
    "FactContradictedError": Text(
        "“{fact}”填写为“{value}”，与登记的“{recorded}”不符；请核对登记。",
        "“{fact}” is given as “{value}”, and on record as “{recorded}”; check the record.",
    ),
    "FactUnknownError": Text(
        "“{kind}”没有“{fact}”这一项；可以填写：{known}。",
        "“{kind}” has no “{fact}”; it takes: {known}.",
    ),
    "FactInvalidError": Text(
        "“{fact}”{place}“{value}”不合要求：应为{wanted}。",
        "“{fact}”{place} “{value}” will not do: it takes {wanted}.",
    ),
    "ReceiptUnknownError": Text(
        "申请“{number}”尚未确定收到申请之日，不能出具这一文书；请先登记收到。",
        "The day of receipt of “{number}” is not established; record it before writing this.",
    ),
    "ProvisionalDateError": Text(
        "文书中的期限{day}是暂定的（放假安排尚未公布）；确认照写的，请注明照写。",
        "The date {day} is provisional, for its holidays are not announced; say so to "
        "write it all the same.",
    ),
    "SettingMissingError": Text(
        "文书要写明{setting}，机关尚未设置；由管理员或者工作机构负责人设置。",
        "The letter names the {setting}, which is not set; "
        "the administrator or the head of office sets it.",
    ),
    "SettingUnknownError": Text(
        "文书没有“{setting}”这项设置；可以设置：{settings}。",
        "Letters have no setting “{setting}”; there is: {settings}.",
    ),
    "SettingInvalidError": Text(
        "{setting}“{value}”不在可选范围内；可选：{choices}。",
        "{setting} “{value}” is not one of: {choices}.",
    ),
    "NumberPatternError": Text(
        "机关代字“{pattern}”不合要求：只写文字，如 净公开复 或 {{prefix}}公开复；"
        "年份、括号和序号由程序编排。",
        "“{pattern}” makes no series: give words alone, as in {{prefix}}公开复; the year, its "
        "brackets and the serial number are added.",
    ),
    "TemplateSyntaxFaultError": Text(
        "模板（{kind}）第 {line} 行写法有误：{detail}。",
        "The template ({kind}) is wrong in line {line}: {detail}.",
    ),
    "TemplateForbiddenError": Text(
        "模板（{kind}）{place}用了不允许的写法“{detail}”；模板只能写文字、事实和条件。",
        "The template ({kind}) uses “{detail}”{place}; it may hold words, facts and conditions.",
    ),
    "TemplateFactUnknownError": Text(
        "模板（{kind}）用了这种文书没有的事实：{detail}。",
        "The template ({kind}) names facts that the letter does not have: {detail}.",
    ),
    "TemplateFactUnsaidError": Text(
        "模板（{kind}）没有写明必须写明的事实：{detail}。",
        "The template ({kind}) leaves out what the letter must say: {detail}.",
    ),
    "TemplateLayoutError": Text(
        "模板（{kind}）{place}排不成一份文书：{detail}；须有以“# ”开头的标题，表格各行对齐。",
        "The template ({kind}){place} makes no letter: {detail}; it needs a title that begins "
        "with “# ”, and tables whose rows agree.",
    ),
}

# What the desk says in place of the options of the terminal.
AT_THE_DESK: dict[str, Text] = {
    "FactMissingError": Text("“{kind}”还缺少：{facts}。", "“{kind}” still lacks: {facts}."),
    "OutcomeMissingError": Text(
        "“{kind}”用于几种办理结果，请选定一种：{outcomes}。",
        "“{kind}” serves several outcomes; choose one: {outcomes}.",
    ),
    "ProvisionalDateError": Text(
        "文书中的期限{day}是暂定的（放假安排尚未公布）；确认照写的，请勾选“期限暂定，也照写”。",
        "The date {day} is provisional, for its holidays are not announced; tick “Write it though "
        "it is provisional” to write it all the same.",
    ),
    "SettingMissingError": Text(
        "文书要写明{setting}，机关尚未设置；请管理员或者工作机构负责人在“文书设置”中填写。",
        "The letter names the {setting}, which is not set; the administrator or the head of office "
        "sets it under “Settings of letters”.",
    ),
}

# What a fact takes, by its shape.
SHAPES: dict[str, Text] = {
    "text": Text("文字", "a text"),
    "day": Text("日期，如 2025-09-22", "a date such as 2025-09-22"),
    "count": Text("不小于零的整数", "a whole number, not below zero"),
    "choice": Text("下列之一：{choices}", "one of {choices}"),
    "texts": Text("若干条文字", "several texts"),
    "rows": Text("若干行，每行写明：{columns}", "rows, each with {columns}"),
}

# Where what is missing has to come from.
WHERE_FROM: dict[str, Text] = {
    "clerk": Text("请写明。", "Give it."),
    "record": Text("请先在登记中补上。", "Complete the record first."),
    "office": Text("请先补充机关资料。", "Complete the office's particulars first."),
    "law": Text("请先在登记中补上。", "Complete the record first."),
}

SETTINGS: dict[str, Text] = {
    "contact_office": Text("承办机构", "disclosure office"),
    "authority": Text("行政复议机关", "reconsideration authority"),
    "superior_department": Text("上一级主管部门", "superior department"),
    "court": Text("一审法院", "court"),
    "online_reconsideration": Text("网上申请行政复议的渠道", "online way to reconsideration"),
    "payment_way": Text("缴费方式", "way to pay"),
    "lookup": Text("进度查询网址", "address for looking up progress"),
    "department_kind": Text("部门类型", "kind of department"),
    "numbers.reply": Text("答复类文书机关代字", "series of answers"),
    "numbers.notice": Text("告知类文书机关代字", "series of notices"),
    "numbers.correspondence": Text("函件类文书机关代字", "series of correspondence"),
}

# The kinds of department, by whom reconsideration is heard.
DEPARTMENTS: dict[str, Text] = {
    "ordinary": Text("一般部门", "ordinary department"),
    "vertical": Text("垂直领导的部门", "department under vertical leadership"),
    "justice": Text("司法行政部门", "justice department"),
    "derived": Text("派出机关、派出机构", "branch or agency"),
}

IN_LINE = Text("第 {line} 行", " in line {line}")
IN_PLACE = Text("第 {place} 处", " at {place}")
