"""English of the pages: reminders, their rules, and what waits for whoever is signed in."""

WORDS: dict[str, str] = {
    "一分钟内从头再发一次。": "It is tried again from the start, within a minute.",
    "提醒规则：何时提醒谁": "The rules: who is told when",
    "依据": "Rests on",
    "方式": "How",
    "单独": "by itself",
    "早上汇总": "in the morning's digest",
    "重发": "Send again",
    "提醒规则": "Reminder rules",
    "已修改：%(rule)s": "Changed: %(rule)s",
    "到了所写的时间就提醒所写的人，每个期限对每个人只说最紧的一条。"
    "不急的事项并入早上的一封汇总，当日到期和逾期的单独发。": (
        "The people named are told at the time named; of each date a person hears the most urgent "
        "alone. What can wait goes into one message in the morning; last days and what is overdue "
        "are told by themselves."
    ),
    "看某一天提醒谁": "Who is told on a day",
    "何时": "When",
    "修改": "Change",
    "默认": "as usual",
    "已改": "changed",
    "已停用": "off",
    "保存": "Save",
    "我的通知": "My notices",
    "已阅。": "Read.",
    "已阅": "Read",
    "未读 %(n)s 条": "%(n)s unread",
    "没有未读的通知。": "Nothing is unread.",
    "最近发给我的（%(n)s 条以内）": "Sent to me lately (at most %(n)s)",
    "发给我的提醒": "Reminders sent to me",
    "发出时间": "Sent at",
    "还没有发给您的提醒。": "Nothing was sent to you yet.",
    "%(n)s 条通知未读": "%(n)s unread notice(s)",
}
