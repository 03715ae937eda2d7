"""What ought to be done next about a request, and why nobody attends to it."""

from workflow.i18n import Text

# By the values of `workflow.services.worklist.Light`: a shape for each, never colour alone.
MARKS: dict[str, str] = {"green": "●", "yellow": "◆", "red": "▲", "grey": "‖"}
# By the values of `workflow.services.worklist.NextStep`.
NEXT_STEPS: dict[str, Text] = {
    "confirm": Text("确认收到", "confirm"),
    "assign": Text("分派经办人", "assign"),
    "decide": Text("拟稿", "draft"),
    "submit": Text("送审", "put forward"),
    "review": Text("保密审查", "review"),
    "revise": Text("修改", "revise"),
    "approve": Text("审批", "approve"),
    "issue": Text("制发", "issue"),
    "serve": Text("送达", "serve"),
    "await_correction": Text("等待补正", "await correction"),
    "await_opinion": Text("等待意见", "await opinion"),
    "await_reasons": Text("等待说明理由", "await reasons"),
    "await_payment": Text("等待缴费", "await payment"),
    "lapse": Text("拟视为放弃", "conclude"),
}
# By the values of `workflow.services.duty.Unattended`.
UNATTENDED: dict[str, Text] = {
    "unassigned": Text("！未分派", "! unassigned"),
    "left": Text("！{name}离岗", "! {name} left"),
    "absent": Text("！{name}不在", "! {name} away"),
}
# What is left of the time to answer, where it is no number of days.
UNCONFIRMED = Text("待确认", "new")
STOPPED = Text("停表", "stopped")
LATE = Text("超期 {n}", "late {n}")
TODAY = Text("今日", "today")
