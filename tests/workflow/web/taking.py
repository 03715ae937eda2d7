"""Steps taken from the web: how a request comes to where a step is lawful, and what is typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from states.statute.receipt import Channel
from states.steps import Role
from tests.builders import a_request
from tests.workflow.faults.lives import LIVES
from tests.workflow.web.filling import filled
from tests.workflow.web.visiting import Page, Town, Visitor

DRAFTED = "drafted, sent back, approved, served twice"
OBJECTS = "a third party that objects"
MANY = "many requests"
EXTENDED = "extended"
CHARGED = "charged, paid in two parts"
CORRECTED = "corrected"
OTHER = "净公开申〔2025〕2号"  # the request that is logged beside, as it is numbered


@dataclass(frozen=True, slots=True)
class Taken:
    """A step from the web: the life that leads to it, up to which place, and what is typed.

    `says` is what the case page shows of it afterwards.
    """

    says: str
    life: str = ""
    upto: int = 0
    typed: Mapping[str, object] = field(default_factory=dict)
    role: Role = Role.CLERK
    logged: Mapping[str, Any] = field(default_factory=dict)
    days_later: int = 0
    beside: bool = False

    def come(self, town: Town) -> int:
        """Bring a request to where the step is lawful, and return its row."""
        row_id, number = town.log(**self.logged)
        if self.beside:
            a_request(town.office, submitted_on=date(2025, 9, 1), content="另一份材料")
        for place, step in enumerate(LIVES[self.life][: self.upto] if self.life else ()):
            step.do(town.office, number, f"before-{place}")
        town.clock.instant += timedelta(days=self.days_later)
        return row_id


TAKEN: dict[str, Taken] = {
    "confirm": Taken(
        "与申请人确认收到", logged={"channel": Channel.INTERNET, "submitted_on": date(2025, 9, 19)}
    ),
    "correct-ask": Taken(
        "告知补正",
        typed={"unclear_description": "没有文号", "supply_description": "请写明文号"},
        logged={"submitted_on": date(2025, 9, 19)},
    ),
    "correct-receive": Taken("收到补正", CORRECTED, 1, {"supplied": "文号 12 号"}),
    "decide": Taken("拟定处理意见", typed={"decision": "disclose"}),
    "undecide": Taken("撤下一项信息", DRAFTED, 2, {"item": "2"}),
    "search-record": Taken("登记检索情况", typed={"where": "档案室", "keywords": "征地"}),
    "earlier-reply": Taken(
        "引用此前的答复",
        typed={"letter_number": "净公复〔2024〕9号", "replied_on": "2024-09-02"},
    ),
    "submit": Taken("送审", DRAFTED, 1),
    "review": Taken("保密审查", DRAFTED, 9, {"passed": "yes", "basis": "不涉密"}, Role.REVIEWER),
    "send-back": Taken("退回修改", DRAFTED, 6, {"reason": "改写"}, Role.HEAD_OF_OFFICE),
    "approve": Taken("批准答复", DRAFTED, 10, {"remark": "同意"}, Role.HEAD_OF_OFFICE),
    "issue": Taken("制发答复书", DRAFTED, 11, {"letter_number": "净公复〔2025〕1号"}),
    "serve": Taken("邮寄答复", DRAFTED, 12, {"way": "post", "tracking": "1151234567890"}),
    "delivered": Taken("登记邮件妥投", DRAFTED, 13, {"signer": "张三"}),
    "undelivered": Taken("登记送达不成", DRAFTED, 13, {"reason": "查无此人，退回"}),
    "consult": Taken("征求第三方意见", typed={"to": "third_party", "addressee": "东海公司"}),
    "consult-delivered": Taken("第三方收到征求意见书", OBJECTS, 1, {"proof": "妥投"}),
    "consult-answered": Taken(
        "收到第三方意见", OBJECTS, 2, {"opinion": "disagree", "reasons": "商业秘密"}
    ),
    "consult-judge": Taken(
        "收到第三方意见", OBJECTS, 3, {"reasonable": "no", "judgement": "已公开过"}
    ),
    "consult-told": Taken(
        "告知第三方决定公开", OBJECTS, 4, {"disclosed": "补偿协议", "reason": "公共利益"}
    ),
    "extend-ask": Taken("提请延长答复期限", typed={"workdays": 10, "reason": "情况复杂"}),
    "extend-approve": Taken("同意延长答复期限", EXTENDED, 1, role=Role.HEAD_OF_OFFICE),
    "extend-refuse": Taken(
        "不同意延长答复期限", EXTENDED, 1, {"reason": "来得及"}, Role.HEAD_OF_OFFICE
    ),
    "extend-tell": Taken("告知延长答复期限", EXTENDED, 2),
    "reasons-ask": Taken("要求说明理由", typed={"question": "用途"}),
    "reasons-receive": Taken("收到理由说明", MANY, 1, {"reason": "课题研究"}),
    "reasons-judge": Taken("认定理由合理", MANY, 2, {"reasonable": "yes", "reason": "确有需要"}),
    "reasons-delay": Taken("告知延迟答复", MANY, 3, {"new_due": "2025-10-31"}),
    "fee-notify": Taken("告知收费", typed={"basis": "pages", "units": 100}),
    "fee-delivered": Taken("收费通知送达", CHARGED, 1, {"proof": "签收"}),
    "fee-pay": Taken("收到部分缴费", CHARGED, 2, {"amount": 10, "receipt_number": "1", "part": 1}),
    "withdraw": Taken("申请人撤回", typed={"reason": "已从他处获得"}),
    "refer": Taken(
        "指明负责公开的机关", typed={"office": "县自然资源局", "contact": "0595-87000000"}
    ),
    "lapse": Taken("逾期不补正，视为放弃", CORRECTED, 1, days_later=60),
    "merge": Taken(
        "并入另一件申请",
        typed={"into": OTHER, "reason": "重复提出"},
        logged={"submitted_on": date(2025, 9, 3)},
        beside=True,
    ),
    "assign": Taken("更正登记内容", typed={"officer": "李四"}),
    "amend": Taken("更正登记内容", typed={"phone": "0595-87801209", "reason": "漏填"}),
    "annul": Taken("撤销一项记录", DRAFTED, 1, {"reason": "录错了"}),
    "link": Taken("与另一件关联", typed={"other": OTHER, "reason": "同一项目"}, beside=True),
    "keep-apart": Taken("与另一件分别办理", typed={"other": OTHER, "reason": "不同"}, beside=True),
    "split": Taken("拆分为几件", typed={"parts": "补偿方案\n补偿标准"}),
}


def address(row_id: int, key: str) -> str:
    """Return where a step is taken."""
    return f"/requests/{row_id}/steps/{key}"


def opened(visitor: Visitor, row_id: int, key: str, **query: object) -> Page:
    """Return the form of a step as somebody opens it."""
    page = visitor.get(address(row_id, key), **query)
    assert page.status == 200, page.words
    return page


def sent(
    visitor: Visitor,
    page: Page,
    row_id: int,
    key: str,
    typed: Mapping[str, object],
    do: str = "confirm",
) -> Page:
    """Send the form of a step as it stands on a page, with something typed over it."""
    where = address(row_id, key)
    return visitor.post(where, filled(page.text, where, {**typed, "do": do}))


def version_of(town: Town, row_id: int) -> int:
    """Return at which version a request is."""
    with town.office.read() as view:
        return view.requests.find(view.requests.number_of(row_id)).version
