"""English of the pages: steps."""

WORDS: dict[str, str] = {
    "按今天的情况还不能办：": "As things stand today it cannot be done:",
    "没有登记，原因如下；填写的内容都还在。": (
        "Nothing was recorded, for these reasons; what you typed is still here."
    ),
    "下列事项不合规定；确属事实、需要照实登记的，请勾选": (
        "This is not as the law has it; tick it if it is what happened and is to be recorded so"
    ),
    "登记之后（现在还没有登记）": "What it would do (nothing is recorded yet)",
    "看看期限会怎样变": "See what it does to the clocks",
    "确认登记": "Record it",
    "不办了，返回": "Leave it, go back",
    "这件申请已有变动": "The request has changed",
    "您打开页面之后，别人登记了下列内容。您的这一步没有登记，请看过之后再办。": (
        "Since you opened the page this was entered. Your step was not recorded; look at it first."
    ),
    "新登记 %(n)s 项": "%(n)s new record(s)",
    "重新打开": "Open again",
    "看这件申请": "See the request",
}
