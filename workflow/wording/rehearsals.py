"""What a step would do, in lines: 答复　2025-12-21 → 2026-01-20，依据第三十三条."""

from datetime import date

from workflow.i18n import Lang, Text

ENTERED = Text("登记“{what}”　{on}", "“{what}” is recorded  {on}")
ENTERED_SAYING = Text("登记“{what}”　{on}　{said}", "“{what}” is recorded  {on}  {said}")
STATE = Text("状态　{before} → {after}", "State  {before} → {after}")
STAGE = Text("答复进度　{before} → {after}", "Reply  {before} → {after}")
NEXT = Text("下一步　{before} → {after}", "Next  {before} → {after}")
CHANGES = Text(
    "{clock}　{before} → {after}，依据{basis}", "{clock}  {before} → {after}, by {basis}"
)
CHANGES_BY_NOTHING = Text("{clock}　{before} → {after}", "{clock}  {before} → {after}")
STAYS = Text("{clock}　{before}，不变", "{clock}  {before}, as it is")
NONE = Text("—", "—")
STOPPED = Text("（停表）", " (stopped)")
PROVISIONAL = Text("（暂定）", " (provisional)")
AND = Text("、", "; ")
ENDED = Text("（已办结）", "(concluded)")
OUTLOOK = Text(
    "延长 {workdays} 个工作日：{due} → {extended}，依据{article}。",
    "Extended by {workdays} working days: {due} → {extended}, by {article}.",
)
VOID = Text(
    "答复期限 {due} 已经届满，此后告知的延长不改变期限（{article}）。",
    "The period ended on {due}; an extension told after it moves nothing ({article}).",
)


def outlook_words(
    lang: Lang,
    *,
    workdays: int,
    due: date,
    extended: date,
    article: str,
    is_provisional: bool,
    is_void: bool,
) -> str:
    """Return what an extension would do: 12-21 → 01-20, and by which article."""
    if is_void:
        return VOID.say(lang, due=due, article=article)
    mark = PROVISIONAL.say(lang) if is_provisional else ""
    return OUTLOOK.say(
        lang, workdays=workdays, due=due, extended=f"{extended}{mark}", article=article
    )
