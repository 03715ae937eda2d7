"""A reply on a terminal: its items, who stands for what, what is wanting; and what was late."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.case import Event
from states.deciding.draft import Draft, Item
from states.matters import ReplyDated
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.services.drafting.lateness import LateReply
from workflow.services.drafting.reading import DraftFile
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
_SAID = {
    "part": Text("不予公开的部分：{}", "withheld: {}"),
    "reason": Text("理由：{}", "reason: {}"),
    "where": Text("获取：{}", "where: {}"),
    "public_interest": Text("仍予公开的理由：{}", "despite objection: {}"),
}
_SEARCH = Text(
    "检索：{where}；关键词：{keywords}；{result}（{by}）",
    "Search: {where}; for {keywords}; {result} ({by})",
)
_FOUND = Text("已检索到", "found")
_NOT_FOUND = Text("未检索到", "nothing found")
_EARLIER = Text("此前的答复：{number}，{on}", "Earlier reply: {number}, {on}")
_SENT_BACK = Text("退回修改（{by}，{on}）：{reason}", "Sent back ({by}, {on}): {reason}")
_SIGNED = (
    (Text("送审", "Put forward"), "submitted"),
    (Text("批准", "Approved"), "approval"),
    (Text("制发", "Issued"), "letter"),
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
    parts += [RichText(line) for line in _lines(draft, lang)]
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
            RichText(_said(item, lang)),
            RichText(item.by),
            RichText(_review(item, lang)),
        )
    return table


def _said(item: Item, lang: Lang) -> str:
    said = ((words, getattr(item.decided, name)) for name, words in _SAID.items())
    return "；".join(words.say(lang).format(value) for words, value in said if value)


def _review(item: Item, lang: Lang) -> str:
    """Return how the review of an item stands, in words."""
    if item.reopened:
        return Text("已退回，待重新拟定", "sent back, to be decided again").say(lang)
    reviewed, event = item.reviewed, item.review
    if reviewed is None or event is None:
        if not item.needs_review:
            return Text("不需要", "not needed").say(lang)
        return Text("待审查", "to be reviewed").say(lang)
    result = Text("通过", "passed") if reviewed.passed else Text("不通过", "failed")
    return f"{result.say(lang)}（{event.by} {event.on.isoformat()}，{reviewed.basis}）"


def _lines(draft: Draft, lang: Lang) -> Iterator[str]:
    for search in draft.searches:
        result = search.result or (_FOUND if search.found else _NOT_FOUND).say(lang)
        yield _SEARCH.say(
            lang,
            where=search.where,
            keywords=search.keywords,
            result=result,
            by=search.searched_by,
        )
    for cited in draft.earlier_replies:
        yield _EARLIER.say(lang, number=cited.number, on=cited.replied_on.isoformat())
    if draft.reopened and draft.sent_back is not None:
        back = draft.sent_back
        reason = getattr(back.matter, "reason", "")
        yield _SENT_BACK.say(lang, by=back.by, on=back.on.isoformat(), reason=reason)
    signed = [
        f"{words.say(lang)} {_signature(event)}"
        for words, name in _SIGNED
        if (event := getattr(draft, name)) is not None
    ]
    if signed:
        yield "　".join(signed)


def _signature(event: Event) -> str:
    number = f"{event.matter.number} " if isinstance(event.matter, ReplyDated) else ""
    return f"{number}{event.by} {event.on.isoformat()}"


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
