"""What the registers and their columns are called."""

from workflow.i18n import Lang, Text

# By the name of the table; what is said of them elsewhere takes its name from here.
REGISTERS: dict[str, Text] = {
    "office": Text("机关", "office"),
    "staff": Text("工作人员", "staff"),
    "api_token": Text("令牌", "tokens"),
    "request": Text("申请", "requests"),
    "publication": Text("主动公开", "publications"),
    "to_be_published": Text("待公开信息", "to be published"),
    "complaint": Text("申诉举报", "complaints"),
    "reconsideration": Text("行政复议", "reconsiderations"),
    "lawsuit": Text("行政诉讼", "lawsuits"),
    "counter_consultation": Text("咨询", "inquiries"),
    "refusal_review": Text("不予公开信息审查", "reviews of refusals"),
    "records_correction": Text("更正本人信息", "corrections of records"),
    "incoming_mail": Text("收文", "incoming mail"),
    "outgoing_mail": Text("发文", "outgoing mail"),
    "absence": Text("不在岗", "absences"),
    "handover": Text("交接", "hand-overs"),
    "opening_balance": Text("期初数", "opening balances"),
    "narrative": Text("报告内容", "report texts"),
    "entered_figure": Text("录入的数字", "entered figures"),
    "report_draft": Text("年度报告草稿", "drafts of reports"),
    "frozen_report": Text("封存的年度报告", "frozen reports"),
    "report_publication": Text("年度报告的公布", "publications of reports"),
    "letter": Text("文书", "letters"),
    "other_office": Text("机关名录", "directory"),
}

_REQUEST_NUMBER = Text("相关登记编号", "Request")
_OFFICER = Text("经办人", "Officer")
_NOTE = Text("备注", "Note")
_RECEIVED = Text("收到日期", "Received on")
_CONCLUDED = Text("审结日期", "Concluded on")
_RESULT = Text("结果", "Result")
_DECISION = Text("决定种类", "Decision")
_ACT = Text("被申请（诉）行为", "Act complained of")
_ANSWER_BY = Text("限定答复日期", "Answer by (as fixed)")
_ANSWERED = Text("已答复日期", "Answered on")
_PROCEDURE = Text("审理程序", "Procedure")
_CASE_NUMBER = Text("案号", "Case number")
_TRACKING = Text("邮件号", "Tracking number")
_MATTER = Text("事由", "Matter")
_WAY = Text("方式", "Way")
_SIGNED_BY = Text("签收人", "Signed for by")
_YEAR = Text("年度", "Year")
_SERIAL = Text("序号", "Serial")
_BASIS = Text("依据", "Basis")

COLUMNS: dict[str, dict[str, Text]] = {
    "publication": {
        "index_number": Text("索引号", "Index number"),
        "title": Text("名称", "Title"),
        "category": Text("类别", "Category"),
        "document_number": Text("文号", "Document number"),
        "summary": Text("内容概述", "Summary"),
        "formed_on": Text("生成日期", "Formed on"),
        "published_on": Text("公开日期", "Published on"),
        "channels": Text("公开渠道", "Channels"),
        "normative": Text("规范性文件", "Normative"),
        "officer": _OFFICER,
        "review": Text("保密审查", "Secrecy review"),
        "reviewed_by": Text("审查人", "Reviewed by"),
        "reviewed_on": Text("审查日期", "Reviewed on"),
        "review_basis": Text("审查依据", "Basis of the review"),
        "note": _NOTE,
    },
    "complaint": {
        "received_on": _RECEIVED,
        "origin": Text("来源", "From"),
        "matter": _MATTER,
        "ground": Text("类型", "Ground"),
        "request_number": _REQUEST_NUMBER,
        "officer": _OFFICER,
        "finding": Text("查处结论", "Finding"),
        "result": Text("处理结果", "Result"),
        "concluded_on": Text("办结日期", "Concluded on"),
        "note": _NOTE,
    },
    "reconsideration": {
        "received_on": Text("收到副本日期", "Copy received on"),
        "applicant": Text("复议申请人", "Applicant"),
        "act": _ACT,
        "request_number": _REQUEST_NUMBER,
        "authority": Text("复议机关", "Authority"),
        "case_number": _CASE_NUMBER,
        "procedure": _PROCEDURE,
        "answer_by": _ANSWER_BY,
        "answered_on": _ANSWERED,
        "officer": _OFFICER,
        "decision": _DECISION,
        "result": _RESULT,
        "concluded_on": _CONCLUDED,
        "note": _NOTE,
    },
    "lawsuit": {
        "received_on": Text("收到起诉状副本日期", "Copy received on"),
        "plaintiff": Text("原告", "Plaintiff"),
        "act": _ACT,
        "request_number": _REQUEST_NUMBER,
        "court": Text("法院", "Court"),
        "case_number": _CASE_NUMBER,
        "after_reconsideration": Text("是否经复议", "After reconsideration"),
        "co_defendant": Text("与复议机关共同被告", "Co-defendant"),
        "procedure": _PROCEDURE,
        "answer_by": _ANSWER_BY,
        "answered_on": Text("答辩举证日期", "Answered on"),
        "officer": _OFFICER,
        "paper": Text("裁判文书", "Judgment or ruling"),
        "served_on": Text("文书送达日期", "Served on"),
        "appealed_on": Text("上诉日期", "Appealed on"),
        "appellant": Text("上诉人", "Appellant"),
        "decision": _DECISION,
        "result": _RESULT,
        "concluded_on": _CONCLUDED,
        "note": _NOTE,
    },
    "counter_consultation": {
        "asked_on": Text("日期", "Asked on"),
        "way": _WAY,
        "asker": Text("咨询人", "Asked by"),
        "contact": Text("联系方式", "Contact"),
        "content": Text("内容", "Question"),
        "answer": Text("答复内容", "Answer"),
        "answered_by": Text("答复人", "Answered by"),
        "referred_to": Text("转介部门", "Referred to"),
        "note": _NOTE,
    },
    "refusal_review": {
        "request_number": Text("登记编号", "Request"),
        "item": Text("信息项", "Item"),
        "reviewed_on": Text("审查日期", "Reviewed on"),
        "conclusion": Text("结论", "Conclusion"),
        "basis": _BASIS,
        "reviewed_by": Text("审查人", "Reviewed by"),
        "next_on": Text("下次审查日期", "Next review"),
    },
    "incoming_mail": {
        "year": _YEAR,
        "serial": _SERIAL,
        "received_on": _RECEIVED,
        "sender": Text("来信人（单位）", "Sender"),
        "reference": Text("来文字号", "Reference"),
        "letter_date": Text("落款日期", "Date of the letter"),
        "postmark_on": Text("邮戳日期", "Postmark"),
        "way": _WAY,
        "tracking_number": _TRACKING,
        "signed_by": _SIGNED_BY,
        "addressed_to": Text("收件人（单位）", "Addressed to"),
        "matter": _MATTER,
        "request_number": _REQUEST_NUMBER,
        "settlement": Text("处理意见", "Settled as"),
        "note": _NOTE,
    },
    "records_correction": {
        "received_on": _RECEIVED,
        "applicant": Text("申请人", "Applicant"),
        "applicant_kind": Text("申请人类别", "Kind of applicant"),
        "contact": Text("联系方式", "Contact"),
        "record": Text("要求更正的记录", "Record to be corrected"),
        "mistake": Text("错在哪里，应当是什么", "What is wrong, and what is right"),
        "evidence": Text("证据材料", "Evidence"),
        "case_officer": _OFFICER,
        "concluded_on": Text("办结日期", "Concluded on"),
        "result": _RESULT,
        "explanation": Text("说明", "Explanation"),
        "note": _NOTE,
    },
    "other_office": {
        "name": Text("机关名称", "Name"),
        "contact": Text("联系方式", "Contact"),
        "address": Text("地址", "Address"),
        "website": Text("网址", "Website"),
        "scope": Text("负责的事项", "Responsible for"),
        "note": _NOTE,
        "active": Text("在用", "In use"),
    },
    "absence": {
        "name": Text("姓名", "Name"),
        "from_on": Text("开始日期", "From"),
        "until_on": Text("结束日期", "Until"),
        "deputy": Text("代理人", "Deputy"),
        "why": Text("事由", "Why"),
    },
    "handover": {
        "handed_on": Text("交接日期", "Handed over on"),
        "giver": Text("移交人", "Handed over by"),
        "receiver": Text("接收人", "Received by"),
        "matters": Text("移交事项", "What was handed over"),
        "note": _NOTE,
    },
    "outgoing_mail": {
        "year": _YEAR,
        "serial": _SERIAL,
        "posted_on": Text("发出日期", "Sent on"),
        "addressee": Text("收件人", "Addressee"),
        "address": Text("地址", "Address"),
        "letter_number": Text("文号", "Letter number"),
        "matter": _MATTER,
        "way": _WAY,
        "carrier": Text("承运单位", "Carrier"),
        "tracking_number": _TRACKING,
        "request_number": _REQUEST_NUMBER,
        "delivered_on": Text("送达日期", "Delivered on"),
        "signed_by": _SIGNED_BY,
        "returned_on": Text("退回日期", "Returned on"),
        "return_reason": Text("退回原因", "Why returned"),
        "note": _NOTE,
    },
}


def register_name(subject: str, lang: Lang) -> str:
    """Return what a register is called; one that has no name here, by its own."""
    words = REGISTERS.get(subject)
    return subject if words is None else words.say(lang)


def column_name(subject: str, column: str, lang: Lang) -> str:
    """Return what a column of a register is called."""
    return COLUMNS[subject][column].say(lang)
