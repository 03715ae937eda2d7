"""What is said of requests in hand: errors, duties, and what an opinion leads to."""

from states.clock.objections import ThirdPartyNotice
from states.clock.standing import Standing
from states.statute.opinions import Addressee, Opinion
from states.statute.versions import Law
from workflow.i18n import Lang, Text

# What the services refuse, by the name of the error; the placeholders are what it carries.
HANDLING: dict[str, Text] = {
    "FieldBlankError": Text("{field}不能为空，请填写。", "{field} may not be empty."),
    "GoodReasonMissingError": Text(
        "申请“{number}”的补正已经逾期；有正当理由的，请写明理由。",
        "The correction of “{number}” is late; where there is a good reason, write it.",
    ),
    "ConsultationAmbiguousError": Text(
        "申请“{number}”有几次征求意见（编号 {refs}）；请写明编号，编号相同的写明对象。",
        "Request “{number}” has several consultations ({refs}); name the reference, or whom.",
    ),
    "NothingToJudgeError": Text(
        "征求意见“{ref}”没有第三方提出的异议，无须认定理由是否合理。",
        "The consultation “{ref}” has no objection of a third party to be judged.",
    ),
    "DefectsMissingError": Text(
        "没有写明需要补正的内容；请逐项写明哪里不清楚、应当补充什么。",
        "What is to be corrected is not said; say of each what is unclear and what to supply.",
    ),
    "DefectUnexplainedError": Text(
        "“{defect}”没有写明哪里不清楚、应当补充什么；请写明。",
        "For “{defect}” neither what is unclear nor what to supply is said; say it.",
    ),
    "DefectNotOfTheLawError": Text(
        "{law}年条例没有要求申请人提供“{defect}”，不能以此要求补正。",
        "The {law} text asks nobody for “{defect}”; a correction cannot be asked for that.",
    ),
    "FeeIsNothingError": Text(
        "计费 {units}（此前已计 {already}），没有超过免费的部分，无须收费。",
        "{units} counted after {already} lie within what is free: there is nothing to charge.",
    ),
    "FeeShortError": Text(
        "缴纳 {amount} 元，少于应缴的 {outstanding} 元；确实只缴了一部分的，按部分缴纳登记，"
        "缴清之前期限不重新计算。",
        "{amount} yuan is less than the {outstanding} outstanding; if only a part was paid, record "
        "it as a part: until all is paid the period does not begin anew.",
    ),
    "FeeOverpaidError": Text(
        "缴纳 {amount} 元，多于应缴的 {outstanding} 元；核对无误的，写明多缴后登记，"
        "多缴部分应当退还。",
        "{amount} yuan is more than the {outstanding} outstanding; if that is right, record it "
        "as paid in excess: the rest is to be refunded.",
    ),
    "NotReceivedError": Text(
        "申请“{number}”尚未确定收到之日，不能按月计算件数；请先登记收到。",
        "The day of receipt of “{number}” is not established, so nothing can be counted by month; "
        "record it first.",
    ),
    "OfficeNotInDirectoryError": Text(
        "机关名录中没有“{name}”；请先登记到名录，或者写明它的联系方式。",
        "The directory has no “{name}”; enter it there first, or give its contact.",
    ),
    "OrganKnownError": Text(
        "机关名录中已有“{name}”；请修改那一条。",
        "The directory has “{name}” already; change that entry.",
    ),
    "OrganUnknownError": Text(
        "机关名录中没有“{name}”；请核对名称。",
        "The directory has no “{name}”; check the name.",
    ),
    "NothingLapsesError": Text(
        "申请“{number}”现在不能视为放弃。",
        "Request “{number}” cannot be deemed abandoned now.",
    ),
    "RecordsConcludedError": Text(
        "第 {row_id} 号更正申请已于 {concluded_on} 办结，不能再次办结。",
        "Correction {row_id} was concluded on {concluded_on}; it is not concluded again.",
    ),
    "RecordsUnexplainedError": Text(
        "结果为“{result}”的，请写明：转送给谁、向谁提出，或者不予更正的理由。",
        "For “{result}” say to whom it went, where to go, or why not.",
    ),
    "RecordsResultError": Text(
        "{law}年条例没有“{result}”这种办理结果；请另选。",
        "The {law} text has no result “{result}”; choose another.",
    ),
}

# Fields that may not be blank, as people call them.
FIELDS: dict[str, Text] = {
    "addressee": Text("征求意见的对象", "The addressee"),
    "disclosed": Text("决定公开的内容", "What is disclosed"),
    "reason": Text("理由", "The reason"),
    "judgement": Text("认定的理由", "Why it was judged so"),
    "receipt_number": Text("财政票据号码", "The number of the fiscal receipt"),
    "office": Text("负责公开的机关", "The organ that is responsible"),
}

# What is to be done, by the code of the duty.
DUTIES: dict[str, Text] = {
    "record_delivery": Text(
        "登记征求意见书的送达日期：没有送达日期，不能认定逾期未答复",
        "record the delivery of the letter: without it nobody is silent",
    ),
    "press_for_opinion": Text("催办意见：没有法定期限", "press for the opinion: no time is set"),
    "judge_objection": Text(
        "认定第三方不同意公开的理由是否合理", "judge the grounds of the third party's objection"
    ),
    "tell_third_party": Text(
        "将决定公开的内容和理由书面告知第三方",
        "tell the third party in writing what is disclosed, and why",
    ),
    "check_third_party": Text(
        "核对公开的部分是否涉及第三方的异议；涉及的，书面告知第三方",
        "check whether what is disclosed was objected to; if so, tell the third party in writing",
    ),
    "tell_if_disclosed": Text(
        "第三方不同意公开；仍决定公开的，书面告知第三方",
        "the third party objects; if it is disclosed all the same, tell it in writing",
    ),
    "decide_extension": Text(
        "负责人决定是否同意延长", "the head of office decides on the extension"
    ),
    "tell_extension": Text(
        "将延长答复期限告知申请人：告知之前期限不变",
        "tell the applicant of the extension: before that no date moves",
    ),
    "judge_reasons": Text("认定申请人的理由是否合理", "judge the applicant's reasons"),
    "record_fee_delivery": Text(
        "登记收费通知的送达日期：缴费期限自次日起算",
        "record the delivery of the fee notice: the time for paying runs from the next day",
    ),
    "collect_rest": Text("收取其余费用：缴清之前期限不重新计算", "collect the rest of the fee"),
    "refund": Text("退还多缴或者不应收取的费用", "refund what was paid too much"),
    "name_right_office": Text(
        "能够确定负责公开的机关的，告知其名称和联系方式",
        "name the organ that is responsible, and its contact, if it can be determined",
    ),
    "confirm_lapse": Text("可以视为放弃，请确认", "may be deemed abandoned; confirm it"),
}

NOTICES: dict[ThirdPartyNotice, Text] = {
    ThirdPartyNotice.NOT_DUE: Text("无须告知", "not due"),
    ThirdPartyNotice.IF_DISCLOSED: Text("决定公开的，应当书面告知", "to be told if disclosed"),
    ThirdPartyNotice.TO_CHECK: Text("公开部分涉及其异议的，应当书面告知", "check whether due"),
    ThirdPartyNotice.REQUIRED: Text("应当书面告知，尚未告知", "due, not yet told"),
    ThirdPartyNotice.GIVEN: Text("已书面告知", "told"),
}

# What an opinion leads to: of a third party by the grounds of its objection, of organs as advice.
_THIRD_PARTY: dict[tuple[Opinion, bool | None], Text] = {
    (Opinion.AGREE, None): Text("可以公开。", "It may be disclosed."),
    (Opinion.DISAGREE, True): Text(
        "不予公开；认为不公开可能对公共利益造成重大影响的，可以决定公开，并书面告知第三方。",
        "Not to be disclosed, unless withholding may gravely harm the public interest; then the "
        "third party is told in writing.",
    ),
    (Opinion.DISAGREE, False): Text(
        "理由不合理的，可以公开，并书面告知第三方。",
        "Without reasonable grounds it may be disclosed, and the third party told in writing.",
    ),
    (Opinion.DISAGREE, None): Text(
        "请认定所提理由是否合理。", "Judge whether the grounds are reasonable."
    ),
}
_OBJECTS_2007 = Text(
    "不得公开；认为不公开可能对公共利益造成重大影响的，应当公开，并书面告知第三方。",
    "Not to be disclosed, unless withholding may gravely harm the public interest; then it must "
    "be, and the third party is told in writing.",
)
_PARTLY = Text(
    "同意的部分可以公开；其余部分按不同意公开处理。",
    "What it agrees to may be disclosed; the rest is treated as objected to.",
)
_ORGAN = Text("所提意见供本机关作出决定时参考。", "It is weighed when the office decides.")


def opinion_leads_to(standing: Standing, reasonable: bool | None, lang: Lang) -> str:  # noqa: FBT001 -- a judgement, which may be open
    """Return what the law makes of where a consultation stands; nothing, while it is awaited."""
    one, law = standing.consultation, standing.rule.law
    if standing.consequence is not None:
        return silence_words(standing, lang)
    if one.opinion is None:
        return ""
    if one.addressee is not Addressee.THIRD_PARTY:
        return _ORGAN.say(lang)
    if one.opinion is Opinion.PARTLY:
        return _PARTLY.say(lang)
    if one.opinion is Opinion.DISAGREE and law is Law.OGI_2007:
        return _OBJECTS_2007.say(lang)
    key = (one.opinion, reasonable if one.opinion is Opinion.DISAGREE else None)
    return _THIRD_PARTY[key].say(lang)


def silence_words(standing: Standing, lang: Lang) -> str:
    """Return what silence means for a consultation."""
    rule = standing.rule
    return rule.en if lang is Lang.EN else rule.zh
