"""Every register on the desk, in the order of the index."""

from typing import Final

from states.chart.move import CASEWORK
from workflow.i18n import Text
from workflow.services.registers import books
from workflow.services.registers.publishing import ReviewDecision
from workflow.services.roles import DISPATCHERS
from workflow.web.views import (
    dispute_actions,
    mail_actions,
    publication_actions,
    records_actions,
)
from workflow.web.views.book_page import BookPage

_DISPUTE = frozenset({"received_on"})
PUBLICATIONS: Final = BookPage(
    "publications",
    books.PUBLICATIONS,
    Text("主动公开", "Publications"),
    ("title", "index_number", "category", "formed_on", "published_on", "officer", "review"),
    (
        "title",
        "category",
        "formed_on",
        "document_number",
        "index_number",
        "summary",
        "channels",
        "normative",
        "officer",
        "note",
    ),
    Text(
        "还没有登记主动公开的信息。信息形成之后先在这里登记，程序会算出公开期限。",
        "Nothing is entered yet. Enter what was formed here, and the desk says when it is due.",
    ),
    open_means={"published_on": None},
    unless={"review": ReviewDecision.REFUSED.value},
    open_words=Text("待公开", "to be published"),
    due_of=publication_actions.publication_due,
    actions=publication_actions.PUBLICATION,
    entering=publication_actions.enter_publication,
    amending=publication_actions.amend_publication,
)
COMPLAINTS: Final = BookPage(
    "complaints",
    books.COMPLAINTS,
    Text("申诉举报", "Complaints"),
    ("received_on", "origin", "matter", "ground", "request_number", "officer", "finding"),
    ("received_on", "origin", "matter", "ground", "request_number", "officer", "note"),
    Text("还没有登记申诉或者举报。", "No complaint is entered yet."),
    required=frozenset({"matter"}),
    open_means={"finding": "", "result": "", "concluded_on": None},
    actions=dispute_actions.COMPLAINT,
)
RECONSIDERATIONS: Final = BookPage(
    "reconsiderations",
    books.RECONSIDERATIONS,
    Text("行政复议", "Reconsiderations"),
    ("received_on", "applicant", "authority", "request_number", "officer", "result"),
    (
        "received_on",
        "applicant",
        "act",
        "request_number",
        "authority",
        "case_number",
        "procedure",
        "answer_by",
        "officer",
        "note",
    ),
    Text(
        "还没有登记行政复议。收到申请书副本之后登记，程序会算出书面答复的期限。",
        "None is entered yet. Enter it when the copy comes: the desk says when to answer.",
    ),
    required=_DISPUTE,
    open_means={"result": "pending"},
    due_of=dispute_actions.dispute_due,
    actions=dispute_actions.RECONSIDERATION,
)
LAWSUITS: Final = BookPage(
    "lawsuits",
    books.LAWSUITS,
    Text("行政诉讼", "Lawsuits"),
    ("received_on", "plaintiff", "court", "case_number", "officer", "result"),
    (
        "received_on",
        "plaintiff",
        "act",
        "request_number",
        "court",
        "case_number",
        "procedure",
        "after_reconsideration",
        "co_defendant",
        "answer_by",
        "officer",
        "note",
    ),
    Text(
        "还没有登记行政诉讼。收到起诉状副本之后登记，程序会算出答辩举证的期限。",
        "None is entered yet. Enter it when the copy comes: the desk says when to answer.",
    ),
    required=_DISPUTE,
    open_means={"result": "pending"},
    due_of=dispute_actions.dispute_due,
    actions=dispute_actions.LAWSUIT,
)
INQUIRIES: Final = BookPage(
    "inquiries",
    books.INQUIRIES,
    Text("咨询", "Inquiries"),
    ("asked_on", "way", "asker", "content", "answered_by", "referred_to"),
    (
        "asked_on",
        "way",
        "asker",
        "contact",
        "content",
        "answer",
        "answered_by",
        "referred_to",
        "note",
    ),
    Text("还没有登记咨询。当面、电话和网上的咨询都记在这里。", "No inquiry is entered yet."),
    required=frozenset({"way", "content"}),
)
INCOMING_MAIL: Final = BookPage(
    "incoming-mail",
    books.INCOMING_MAIL,
    Text("收文", "Incoming mail"),
    ("serial", "received_on", "sender", "way", "matter", "request_number", "settlement"),
    (
        "received_on",
        "sender",
        "way",
        "matter",
        "reference",
        "letter_date",
        "postmark_on",
        "tracking_number",
        "signed_by",
        "addressed_to",
        "request_number",
        "settlement",
        "note",
    ),
    Text("还没有登记收文。收到的每一封信都先在这里登记。", "No letter that came is entered yet."),
    open_means={"request_number": "", "settlement": ""},
    open_words=Text("未关联、未处理", "linked to nothing"),
    due_of=mail_actions.incoming_due,
    actions=mail_actions.INCOMING,
    entering=mail_actions.enter_incoming_mail,
)
OUTGOING_MAIL: Final = BookPage(
    "outgoing-mail",
    books.OUTGOING_MAIL,
    Text("发文", "Outgoing mail"),
    ("serial", "posted_on", "addressee", "way", "tracking_number", "delivered_on", "returned_on"),
    (
        "posted_on",
        "addressee",
        "address",
        "way",
        "carrier",
        "tracking_number",
        "letter_number",
        "matter",
        "request_number",
        "note",
    ),
    Text("还没有登记发文。", "No letter that went is entered yet."),
    required=frozenset({"way"}),
    open_means={"delivered_on": None},
    open_words=Text("未送达", "not delivered"),
    actions=mail_actions.OUTGOING,
    entering=mail_actions.enter_outgoing_mail,
)
RECORDS_CORRECTIONS: Final = BookPage(
    "records-corrections",
    books.RECORDS_CORRECTIONS,
    Text("更正本人信息", "Corrections of records"),
    ("received_on", "applicant", "record", "case_officer", "result", "concluded_on"),
    (
        "received_on",
        "applicant",
        "applicant_kind",
        "contact",
        "record",
        "mistake",
        "evidence",
        "case_officer",
        "note",
    ),
    Text("没有更正本人信息的申请。", "Nobody has asked for a correction of records."),
    required=frozenset({"evidence"}),
    open_means={"concluded_on": None},
    due_of=records_actions.records_due,
    actions=records_actions.RECORDS,
    keepers=CASEWORK,
    entering=records_actions.enter_records,
)
REFUSAL_REVIEWS: Final = BookPage(
    "refusal-reviews",
    books.REFUSAL_REVIEWS,
    Text("不予公开信息审查记录", "Reviews of refusals"),
    ("reviewed_on", "request_number", "item", "conclusion", "reviewed_by", "next_on"),
    (),
    Text(
        "还没有审查记录。从“不予公开信息”清单登记审查。",
        "No review is entered yet. Enter one from the list of what was withheld.",
    ),
)
DIRECTORY: Final = BookPage(
    "directory",
    books.OTHER_OFFICES,
    Text("机关名录", "Directory"),
    ("name", "contact", "address", "scope", "active"),
    ("name", "contact", "address", "website", "scope", "note"),
    Text(
        "名录还是空的。登记常要转告申请人去找的机关：名称、联系方式、负责的事项。",
        "The directory is empty. Enter the organs that applicants are often sent to.",
    ),
    required=frozenset({"contact"}),
    keepers=DISPATCHERS,
    entering=records_actions.enter_other_office,
    amending=records_actions.amend_other_office,
)
BOOK_PAGES: Final = {
    page.slug: page
    for page in (
        PUBLICATIONS,
        COMPLAINTS,
        RECONSIDERATIONS,
        LAWSUITS,
        INQUIRIES,
        INCOMING_MAIL,
        OUTGOING_MAIL,
        RECORDS_CORRECTIONS,
        REFUSAL_REVIEWS,
        DIRECTORY,
    )
}
