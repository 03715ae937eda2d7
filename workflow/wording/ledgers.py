"""How a period was counted, in sentences: the date, its count, and what it rests on."""

from workflow.i18n import Text

DUE = Text("答复期限 {due}", "Answer due {due}")
PROVISIONAL = Text("暂定 ", "provisional ")
COUNT = Text(
    "自{start}的次日起，第 {count} 个工作日；扣除 {out} 个工作日。",
    "Working day {count} from the day after {start}; {out} working days taken out.",
)
FIXED = Text(
    "自{start}的次日起，至告知的延迟日期。", "From the day after {start}, to a later date."
)
ORIGINAL = Text("原期限 {day}", "Before it was moved: {day}")
CONSERVATIVE = Text("稳妥日期 {day}（各地做法不一，宜以此为准）", "Safe date: {day}")
SPAN = Text(
    "停 {after}的次日至{until}：征求意见{ref}（{article}）",
    "stop: from the day after {after} to {until}, consultation {ref} ({article})",
)
BASIS = Text("依据", "Rests on")
