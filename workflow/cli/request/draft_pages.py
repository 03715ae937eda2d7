"""A reply on a terminal: its items, who stands for what, what is wanting; and what was late."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.deciding.draft import Item
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.services.drafting.lateness import LateReply
from workflow.services.drafting.reading import DraftFile
from workflow.services.telling.draft_lines import (
    evidence_lines,
    review_words,
    said_of_item,
)
from workflow.wording.refusals import refusal_sentence
from workflow.wording.steps import NEXT_STEPS

_TITLE = Text("答复　{stage}", "Reply  {stage}")
_OUTCOME = Text("，结果为{outcome}", ", outcome {outcome}")
_COLUMNS = (
    Text("序号", "Item"),
    Text("信息", "Information"),
    Text("处理意见", "Decision"),
    Text("说明", "Said"),
    Text("拟稿", "By"),
    Text("保密审查", "Review"),
)
_WANTING = Text("尚缺：", "Wanting:")
_CONFIRMABLE = Text("（可确认：{code}）", " (may be acknowledged: {code})")
_NEXT = Text("下一步：{step}", "Next: {step}")
_LATE_COLUMNS = (
    Text("编号", "Number"),
    Text("答复期限", "Answer due"),
    Text("送达日期", "Served on"),
    Text("逾期原因", "Reason"),
    Text("经办", "Officer"),
)
_NO_REASON = Text("（没有记录）", "(not on record)")


def draft_page(found: DraftFile, lang: Lang) -> RenderableType:
    """Return a reply as it stands."""
    draft = found.draft
    title = _TITLE.say(lang, stage=label("stages", draft.stage, lang))
    if draft.outcome is not None:
        title += _OUTCOME.say(lang, outcome=label("outcomes", draft.outcome, lang))
    parts: list[RenderableType] = [RichText(title, style="bold")]
    if draft.items:
        parts.append(_items(draft.items, lang))
    parts += [RichText(line) for line in evidence_lines(draft, lang)]
    if found.wanting:
        parts.append(RichText(_WANTING.say(lang), style="yellow"))
        for refusal in found.wanting:
            code = _CONFIRMABLE.say(lang, code=refusal.code) if refusal.waivable else ""
            parts.append(RichText(f"  · {refusal_sentence(refusal, lang)}{code}"))
    if found.next_step is not None:
        parts.append(RichText(_NEXT.say(lang, step=NEXT_STEPS[found.next_step].say(lang))))
    return Group(*parts)


def _items(items: Iterable[Item], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for head in _COLUMNS:
        table.add_column(head.say(lang))
    for item in items:
        decided = item.decided
        decision = label("decisions", decided.decision, lang)
        if decided.ground is not None:
            decision += f"（{label('grounds', decided.ground, lang)}）"
        table.add_row(
            RichText(decided.item),
            RichText(decided.title),
            RichText(decision),
            RichText(said_of_item(item, lang)),
            RichText(item.by),
            RichText(review_words(item, lang)),
        )
    return table


def late_page(lines: Iterable[LateReply], lang: Lang) -> Table:
    """Return the late replies as a table."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in _LATE_COLUMNS:
        table.add_column(head.say(lang))
    for line in lines:
        table.add_row(
            line.number,
            str(line.due or ""),
            str(line.served_on or ""),
            RichText(line.late_reason or _NO_REASON.say(lang)),
            line.case_officer or "—",
        )
    return table
