"""A draft in lines: what is said of each item, its review, the evidence, and who signed."""

from collections.abc import Iterator

from states.case import Event
from states.deciding.draft import Draft, Item
from states.matters import ReplyDated
from workflow.i18n import Lang, Text

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


def said_of_item(item: Item, lang: Lang) -> str:
    """Return what an item says beside its decision."""
    said = ((words, getattr(item.decided, name)) for name, words in _SAID.items())
    return "；".join(words.say(lang).format(value) for words, value in said if value)


def review_words(item: Item, lang: Lang) -> str:
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


def evidence_lines(draft: Draft, lang: Lang) -> Iterator[str]:
    """Yield the searches, the earlier replies, what was sent back, and who signed."""
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
