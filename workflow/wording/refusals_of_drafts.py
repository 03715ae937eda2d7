"""What the law refuses of a draft, its review, its approval and its service, in words."""

from workflow.i18n import Text

OF_DRAFTS: dict[str, Text] = {
    "nobody_signs": Text(
        "没有写明由谁办理；请用办理人员的姓名办理这一步。",
        "It is not said who takes this step; take it in the name of a member of staff.",
    ),
    "before_last_draft_step": Text(
        "{on}早于上一个拟稿、审查或审批步骤的日期{last_on}；请核对日期，或先撤销那一步。",
        "{on} is before the last step of the draft, {last_on}; check the date, or annul that step.",
    ),
    "decision_unnamed": Text(
        "没有写明是哪一项信息、什么内容、如何处理；三者都要写。",
        "Say which item it is, what it is about, and what is decided on it.",
    ),
    "decision_not_in_law": Text(
        "这件申请所适用的条例没有“{decision}”这种处理；请另选。",
        "The law that governs this request knows no “{decision}”; choose another.",
    ),
    "ground_missing": Text(
        "“{decision}”没有写明理由所属的类别；请从不予公开的情形中选定一种。",
        "“{decision}” names no ground; choose one of the grounds for withholding.",
    ),
    "ground_superfluous": Text(
        "“{decision}”不是不予公开，不应当写不予公开的情形“{ground}”；请去掉，或改为不予公开、区分处理。",
        "“{decision}” withholds nothing and bears no ground; leave “{ground}” out, or withhold.",
    ),
    "ground_not_in_law": Text(
        "这件申请所适用的条例没有“{ground}”这种不予公开的情形；请另选。",
        "The law that governs this request knows no ground “{ground}”; choose another.",
    ),
    "reason_missing": Text(
        "第“{item}”项“{decision}”没有说明理由；应当向申请人说明理由。",
        "Item “{item}”, “{decision}”, gives no reason; the applicant is to be told why.",
    ),
    "part_missing": Text(
        "第“{item}”项区分处理，没有写明哪些内容不予公开；请写明。",
        "Item “{item}” is severed, but it is not said which part is withheld; say which.",
    ),
    "where_missing": Text(
        "第“{item}”项“{decision}”没有写明获取的方式、途径或者办理的依据；请写明。",
        "Item “{item}”, “{decision}”, does not tell where or how; say so.",
    ),
    "decision_needs_step": Text(
        "“{decision}”须以“{needs}”为前提；请先登记该步。",
        "“{decision}” supposes the step “{needs}”; record that first.",
    ),
    "search_undescribed": Text(
        "检索记录不完整；应当写明检索范围、关键词和检索人。",
        "The search is not described; say where, by which words, and who searched.",
    ),
    "earlier_reply_unidentified": Text(
        "没有写明此前答复的文号，或者其日期晚于{on}；请核对。",
        "The earlier reply lacks its number, or is later than {on}; check it.",
    ),
    "item_unknown": Text(
        "清单中没有“{items}”这一项；请核对序号。",
        "There is no item “{items}” on the list; check its number.",
    ),
    "no_items": Text(
        "还没有对任何一项信息拟定处理意见；请先拟定。",
        "Nothing is decided yet; decide on the items first.",
    ),
    "items_reopened": Text(
        "第“{items}”项已被退回，尚未重新拟定处理意见；请先重新拟定。",
        "Item “{items}” was sent back and is not decided again; do that first.",
    ),
    "search_missing": Text(
        "第“{items}”项答复信息不存在，没有未检索到的检索记录；请先登记检索情况。",
        "Item “{items}” is said not to exist, and no search that found nothing is on record; "
        "record it first.",
    ),
    "earlier_reply_missing": Text(
        "第“{items}”项按重复申请处理，没有引用此前的答复；请先登记此前答复的文号和日期。",
        "Item “{items}” is taken as repeated, and no earlier reply is cited; cite it first.",
    ),
    "third_party_not_asked": Text(
        "第“{items}”项因第三方合法权益不予公开，没有书面征求第三方意见；"
        "确有不必或者无法征求的情形，请确认后继续。",
        "Item “{items}” is withheld for a third party's sake without asking them in writing; "
        "where that could not be done, confirm it.",
    ),
    "third_party_agreed": Text(
        "第“{items}”项所涉第三方已经同意公开，不能再以其合法权益为由不予公开；请重新拟定。",
        "The third party concerned by item “{items}” agrees; it cannot be withheld for their sake.",
    ),
    "objection_unanswered": Text(
        "第“{items}”项所涉第三方不同意公开，仍拟公开，没有写明理由；"
        "请写明不公开会对公共利益造成的重大影响，或者第三方理由不能成立之处。",
        "A third party objects to item “{items}”, which goes out without a reason on record; give "
        "the public interest, or why the objection does not hold.",
    ),
    "opinion_awaited": Text(
        "征求意见“{ref}”尚未答复，期限也没有届满；不等待意见即作决定的，请确认。",
        "The opinion “{ref}” may still come in time; to decide without it, confirm that.",
    ),
    "submitted_before": Text(
        "这一稿已于{on}送审，没有改动，不必再次送审。",
        "This draft was put forward on {on} and has not changed since.",
    ),
    "not_submitted": Text(
        "拟稿尚未送审，或者送审之后又有改动；请由经办人送审。",
        "The draft was not put forward, or has changed since; its drafter is to put it forward.",
    ),
    "nothing_to_send_back": Text(
        "没有送审或者批准的拟稿可以退回。",
        "No draft was put forward or approved that could be sent back.",
    ),
    "send_back_reason_missing": Text(
        "退回修改应当写明理由。",
        "Whoever sends a draft back says why.",
    ),
    "draft_changed": Text(
        "拟稿在您查看之后有了改动；请重新查看，再审查、审批或者制发。",
        "The draft has changed since you saw it; look again before going on.",
    ),
    "review_basis_missing": Text(
        "保密审查应当写明依据，通过与否都要写。",
        "A secrecy review names what it rests on, whether it passes or not.",
    ),
    "reviewer_is_drafter": Text(
        "这一项由{who}拟定，本人不能作保密审查；请交由他人审查。",
        "{who} decided this item and does not review it; leave that to somebody else.",
    ),
    "not_reviewed": Text(
        "第“{items}”项拟公开，尚未通过保密审查，或者审查之后又有改动；应当先审查、后公开，一事一审。",
        "Item “{items}” would go out without a passed secrecy review of what it now says.",
    ),
    "approver_is_drafter": Text(
        "{who}参与了拟稿，不能审批；请交由他人审批，或由他人重新拟定。",
        "{who} drafted part of this reply and does not approve it; leave that to somebody else.",
    ),
    "approved_before": Text(
        "这一稿已由{who}于{on}批准，没有改动，不必再次审批。",
        "This draft was approved by {who} on {on} and has not changed since.",
    ),
    "not_approved": Text(
        "答复尚未经工作机构负责人批准，或者批准之后又有改动；请先审批。",
        "The reply is not approved by the head of office, or has changed since; have it approved.",
    ),
    "letter_number_missing": Text(
        "答复书没有文号；请写明文号。",
        "The letter has no number; give it one.",
    ),
    "dated_before": Text(
        "这一稿已于{on}制发，文号为{number}，不能再次制发。",
        "This draft was issued on {on} as {number}; it is issued once.",
    ),
    "not_dated": Text(
        "批准的答复尚未制发成文，或者制发之后又有改动；请先制发并写明文号。",
        "What was approved is not issued as a letter, or has changed since; issue it first.",
    ),
    "outcome_contradicts_items": Text(
        "填写的答复类型“{outcome}”与各项处理意见不符，依各项应为“{decided}”；不必填写，系统按各项得出。",
        "“{outcome}” contradicts what the items decide, “{decided}”; leave it out.",
    ),
    "served_before": Text(
        "答复已于{served_on}送达；送达不成的，先登记送达不成，再次送达。",
        "The reply was served on {served_on}; where service failed, record that, then serve again.",
    ),
    "late_reason_missing": Text(
        "答复期限为{due}，{on}送达已经逾期；请写明逾期的原因。",
        "The answer was due on {due}; serving it on {on} is late. Give the reason.",
    ),
    "proof_missing": Text(
        "没有写明{proof}，无从证明送达；确实没有的，请确认后照实登记。",
        "Without {proof} service cannot be proven; where there is none, confirm it.",
    ),
    "private_courier": Text(
        "邮寄答复应当通过邮政企业，不得交由其他快递企业；已经交寄的，请确认后照实登记。",
        "Replies are posted by the postal enterprise, not a private courier; if it was sent so, "
        "confirm it.",
    ),
    "nothing_in_the_post": Text(
        "没有在途的答复邮件；已经妥投或者退回的，不再登记。",
        "No reply is in the post; one that was delivered or came back is not recorded again.",
    ),
    "no_service_to_fail": Text(
        "没有正在送达的答复；当面签收、已经妥投或者已经登记不成的，不再登记。",
        "No service is under way: it was signed for, delivered, or recorded as failed already.",
    ),
    "failure_reason_missing": Text(
        "登记送达不成应当写明原因，如“查无此人，退回”。",
        "Say why service failed, as “addressee unknown, returned”.",
    ),
}
