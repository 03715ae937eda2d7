"""What the law refuses, in words.

A code that a guard raises needs its sentence here; a test looks for it.
"""

from datetime import date

from states.errors import Refusal
from states.terms import TERMS, label
from workflow.i18n import Lang, Text, say_date
from workflow.wording.facts import FACTS
from workflow.wording.law import LAW
from workflow.wording.refusals_of_drafts import OF_DRAFTS

REFUSALS: dict[str, Text] = {
    "role_may_not": Text(
        "您的角色不能办理这一步；请交由有权的人员办理。",
        "Your role may not take this step; leave it to someone who may.",
    ),
    "in_the_future": Text(
        "{on}还没有到（今天是{today}）；只登记已经发生的事。",
        "{on} has not come yet (today is {today}); only what has happened is recorded.",
    ),
    "before_receipt": Text(
        "{on}早于收到申请之日{received_on}；请核对日期。",
        "{on} is before the day of receipt, {received_on}; check the date.",
    ),
    "before_last_move": Text(
        "{on}早于上一步的日期{last_on}；请核对日期，或先更正上一步。",
        "{on} is before the last step, {last_on}; check the date, or put that step right first.",
    ),
    "receipt_is_otherwise": Text(
        "“{channel}”的申请，收到之日以“{by}”为准；请登记该项。",
        "A request by {channel} is received by “{by}”; record that.",
    ),
    "submission_is_receipt": Text(
        "这一渠道提交之日即为收到之日；请按收到申请登记。",
        "By this channel the day of submission is that of receipt; record the receipt.",
    ),
    "asked_before": Text(
        "已于{asked_on}告知补正；补正应当一次性告知，不能再次要求。",
        "A correction was asked for on {asked_on}; it is asked for once, and for everything.",
    ),
    "correction_window_closed": Text(
        "告知补正的期限到{last_on}为止，现已超过；已经发出的，请确认后照实登记。",
        "A correction could be asked for up to {last_on}; if it was asked for later, confirm it.",
    ),
    "correction_late": Text(
        "补正期限到{last_on}为止；有正当理由的，请确认后登记。",
        "The period for correcting ended on {last_on}; with a good reason, confirm and record it.",
    ),
    "correction_unsettled": Text(
        "正在等待补正；收到补正或者逾期视为放弃之后，才能作出答复。",
        "A correction is awaited; answer once it has come, or the request has lapsed.",
    ),
    "correction_period_runs": Text(
        "补正期限（含稳妥算法）到{last_on}为止，期满之后才能视为放弃。",
        "The applicant may correct up to {last_on}, on the later reading; it lapses after that.",
    ),
    "reference_used": Text(
        "征求意见编号“{ref}”已经用过；请另取一个编号。",
        "The consultation reference “{ref}” is taken; choose another.",
    ),
    "consultation_answered": Text(
        "征求意见“{ref}”已经答复，不能再次登记。",
        "The consultation “{ref}” has been answered and is not recorded again.",
    ),
    "no_open_consultation": Text(
        "没有正在等待答复的征求意见；请先登记发出。",
        "No opinion is awaited; record the consultation first.",
    ),
    "before_consultation": Text(
        "日期早于发出征求意见之日{sent_on}；请核对日期。",
        "The date is before the consultation was sent, {sent_on}; check the date.",
    ),
    "consultation_unknown": Text(
        "没有编号为“{ref}”的征求意见；请先登记发出，或核对编号。",
        "There is no consultation “{ref}”; record its sending first, or check the reference.",
    ),
    "consultation_delivered": Text(
        "征求意见“{ref}”已于{delivered_on}送达，不能再次登记；登记有误的，请先撤销原记录。",
        "The letter of consultation “{ref}” was delivered on {delivered_on}; if that is wrong, "
        "annul it first.",
    ),
    "nobody_objected": Text(
        "没有第三方提出不同意公开的意见，无须另行告知；请先登记收到的意见。",
        "No third party has objected, so none need be told; record the opinion first.",
    ),
    "third_party_did_not_object": Text(
        "征求意见“{ref}”的第三方没有不同意公开；请核对编号。",
        "The third party of the consultation “{ref}” did not object; check the reference.",
    ),
    "third_party_told_before": Text(
        "已于{told_on}将决定公开的内容和理由告知第三方“{ref}”，不能再次登记。",
        "The third party “{ref}” was told on {told_on}; it is not recorded again.",
    ),
    "extension_pending": Text(
        "已于{asked_on}提请延长，正在等待负责人决定，不能再次提请。",
        "An extension was asked for on {asked_on} and awaits its decision; it is not asked again.",
    ),
    "extension_not_asked_for": Text(
        "没有等待决定的延长申请；请先提请延长答复期限。",
        "No extension awaits a decision; ask for one first.",
    ),
    "extension_beyond_approval": Text(
        "负责人同意延长 {approved} 个工作日，不能告知延长 {workdays} 个工作日。",
        "The head of office consented to {approved} working days, not to {workdays}.",
    ),
    "extended_before": Text(
        "已于{extended_on}延长过一次；答复期限只能延长一次。",
        "The period was extended on {extended_on}; it is extended once at most.",
    ),
    "extension_not_approved": Text(
        "延长答复期限须经政府信息公开工作机构负责人同意；请先登记同意。",
        "An extension needs the consent of the head of the disclosure office; record it first.",
    ),
    "extension_length": Text(
        "延长 {workdays} 个工作日不合规定；应当为 1 至 {limit} 个工作日。",
        "An extension of {workdays} working days is not lawful; it is from 1 to {limit}.",
    ),
    "after_answer_due": Text(
        "答复期限已于{due}届满，其后的告知不改变期限；已经发出的，请确认后照实登记。",
        "The period ended on {due}, and a later notice does not move it; if it was sent, "
        "confirm it.",
    ),
    "not_in_2007_law": Text(
        "这件申请适用2007年条例，没有这一步。",
        "This request falls under the 2007 text, which has no such step.",
    ),
    "reasons_asked_before": Text(
        "已于{asked_on}要求说明理由，不能再次要求。",
        "Reasons were asked for on {asked_on}; they are not asked for again.",
    ),
    "reasons_not_given": Text(
        "申请人尚未说明理由；请先登记收到的理由，再确定延迟答复的日期。",
        "The applicant has not given reasons; record them first, then fix a later date.",
    ),
    "reasons_judged_before": Text(
        "已于{judged_on}对理由作出认定；认定有误的，请先撤销原记录。",
        "The reasons were judged on {judged_on}; if that was wrong, annul it first.",
    ),
    "reasons_rejected": Text(
        "已于{judged_on}认定理由不合理，应当告知不予处理，不能再确定延迟答复的日期。",
        "The reasons were found unreasonable on {judged_on}; tell the applicant that the requests "
        "are not processed, instead of fixing a later date.",
    ),
    "reasons_accepted": Text(
        "已于{judged_on}认定理由合理，不能再以申请数量、频次过多为由不予处理。",
        "The reasons were found reasonable on {judged_on}; the requests cannot be left unprocessed "
        "as too many.",
    ),
    "reasons_not_judged": Text(
        "申请人已经说明理由，尚未认定是否合理；请先登记认定的结果。",
        "The applicant has given reasons that were not judged; record the judgement first.",
    ),
    "new_due_not_later": Text(
        "延迟答复的日期应当晚于现在的期限{due}；填写的是“{new_due}”。",
        "The later date should be after the present one, {due}; “{new_due}” was given.",
    ),
    "no_fee_then": Text(
        "信息处理费自{since}起施行；此前收到的申请不收取。",
        "The information-processing fee began on {since}; earlier requests bear none.",
    ),
    "charged_before": Text(
        "已于{charged_on}发出收费通知，不能再次发出。",
        "A fee notice was sent on {charged_on}; it is sent once.",
    ),
    "fee_delivered_before": Text(
        "收费通知已于{delivered_on}送达，不能再次登记。",
        "The fee notice was delivered on {delivered_on}; it is not recorded again.",
    ),
    "payment_late": Text(
        "缴费期限到{last_on}为止；仍予受理的，请确认后登记。",
        "The period for paying ended on {last_on}; if it is accepted all the same, confirm it.",
    ),
    "payment_period_runs": Text(
        "缴费期限（含稳妥算法）到{last_on}为止，期满之后才能视为放弃。",
        "The applicant may pay up to {last_on}, on the later reading; it lapses after that.",
    ),
    "merge_target_missing": Text(
        "没有写明并入哪一件申请。",
        "The request to merge into is not named.",
    ),
    "merge_into_itself": Text(
        "“{number}”不能并入它自己；请核对编号。",
        "“{number}” cannot be merged into itself; check the number.",
    ),
    "merge_target_merged": Text(
        "“{number}”已经并入另一件；请改为并入那一件，或先撤销那次合并。",
        "“{number}” is merged into another itself; name that one, or annul that merger first.",
    ),
    "merge_target_closed": Text(
        "“{number}”已经办结（{state}），不能再并入；内容相同的，按重复申请答复。",
        "“{number}” is closed ({state}); a request for the same is answered as a repeated one.",
    ),
    "merge_target_later": Text(
        "本件于{received_on}收到，早于“{number}”；合并不能推迟期限，请把“{number}”并入本件。",
        "This was received on {received_on}, before “{number}”; merge that one into this.",
    ),
    "merge_of_two_applicants": Text(
        "两件的申请人不同，各人都应当得到答复；确是同一申请人而写法不同的，请确认后合并。",
        "The applicants differ, and each is answered; if they are the same person, confirm it.",
    ),
    "split_when_closed": Text(
        "申请现为“{state}”，不能再拆分；请另行登记。",
        "The request is “{state}” and is not split any more; register the matter anew.",
    ),
    "split_when_worked_on": Text(
        "已于{on}登记“{what}”，开始办理之后不能拆分；确需拆分的，先撤销该项。",
        "“{what}” was recorded on {on}; once work has begun nothing is split. Annul that first.",
    ),
} | OF_DRAFTS

# Facts that are codes, and the group of terms that names them.
_GROUPS = {
    "channel": "channels",
    "outcome": "outcomes",
    "decided": "outcomes",
    "state": "states",
    "decision": "decisions",
    "ground": "grounds",
    "proof": "proofs",
}


def refusal_sentence(refusal: Refusal, lang: Lang) -> str:
    """Return why the law refuses, and by which article where there is one."""
    facts = {name: _shown(name, fact, lang) for name, fact in refusal.facts.items()}
    words = REFUSALS.get(refusal.code) or LAW[refusal.code]
    sentence = words.say(lang, **facts)
    if refusal.citation is None:
        return sentence
    if lang is Lang.ZH:
        return f"{sentence}（{refusal.citation.full}）"
    return f"{sentence} ({refusal.citation.english})"


def _shown(name: str, fact: str, lang: Lang) -> str:
    """Return a fact of a refusal as it is read: a date printed, a code named."""
    group = TERMS.get(_GROUPS.get(name, ""), {})
    if fact in group:
        return label(_GROUPS[name], fact, lang)
    if name in {"by", "needs", "what"} and fact in FACTS:
        return FACTS[fact].say(lang)
    try:
        return say_date(date.fromisoformat(fact), lang)
    except ValueError:
        return fact
