"""Issued reports on a terminal: the years there are, and the corrections to a frozen one."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from workflow.clock import SHANGHAI
from workflow.i18n import Lang, Text
from workflow.reports.errata import Cause, Erratum, kind_words
from workflow.services.report_drafts import Standing

_NO_YEARS = Text(
    "还没有年度报告的草稿；用 disclosure report draft 年度 生成。",
    "No report was drafted yet; use disclosure report draft YEAR.",
)
_HEADS = (
    Text("年度", "Year"),
    Text("应当公布", "To be published by"),
    Text("草稿", "Draft"),
    Text("封存", "Frozen"),
    Text("公布", "Published"),
    Text("网址", "Address"),
)
_TURN = Text("{at}　{by}（第{turn}次）", "{at}  {by} (turn {turn})")
_ERRATA = Text("勘误（{n} 个数字）", "Errata ({n} figures)")
_CHANGED = Text(
    "{row}　{column}：原为 {was}，现为 {now}", "{row}  {column}: was {was}, is now {now}"
)
_CAME = Text("　　增加：{numbers}", "    came: {numbers}")
_WENT = Text("　　减少：{numbers}", "    went: {numbers}")
_CAUSE = Text(
    "　　{at}　{actor}　{what}　{record}{reason}", "    {at}  {actor}  {what}  {record}{reason}"
)
_REASON = Text("　理由：{reason}", "  reason: {reason}")
_UNEXPLAINED = Text(
    "　　没有后来录入的事实可以说明；请核对设置是否有改动。",
    "    nothing entered since explains it; see whether a setting was changed.",
)


def years_page(found: Sequence[Standing], lang: Lang) -> RenderableType:
    """Return the years with how far each report has come."""
    if not found:
        return _NO_YEARS.say(lang)
    page = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in _HEADS:
        page.add_column(head.say(lang))
    for one in found:
        frozen = one.frozen
        page.add_row(
            str(one.year),
            one.due.due.isoformat(),
            "—" if one.draft is None else one.draft.drafted_on.isoformat(),
            "—"
            if frozen is None
            else _TURN.say(
                lang,
                at=f"{frozen.frozen_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
                by=frozen.frozen_by,
                turn=frozen.turn,
            ),
            "—" if one.published is None else one.published.published_on.isoformat(),
            "" if one.published is None else one.published.url,
        )
    return page


def plain_year(one: Standing) -> dict[str, object]:
    """Return how far a report has come as plain values."""
    frozen, published = one.frozen, one.published
    return {
        "year": one.year,
        "due": one.due.due,
        "draft": None if one.draft is None else one.draft.drafted_on,
        "frozen": None
        if frozen is None
        else {
            "at": frozen.frozen_at.isoformat(),
            "by": frozen.frozen_by,
            "turn": frozen.turn,
            "form": frozen.form,
            "digest": frozen.digest,
        },
        "published": None
        if published is None
        else {"on": published.published_on, "url": published.url},
    }


def errata_page(errata: Sequence[Erratum], lang: Lang) -> RenderableType:
    """Return the corrections: each figure, the records that came and went, and why."""
    head = RichText(_ERRATA.say(lang, n=len(errata)), style="bold")
    return Group(head, *(line for one in errata for line in _lines(one, lang)))


def _lines(one: Erratum, lang: Lang) -> Iterator[RichText]:
    changed = _CHANGED.say(lang, row=one.row, column=one.column, was=one.was, now=one.now)
    yield RichText(changed, style="red")
    between = Text("、", ", ").say(lang)
    for numbers, words in ((one.came, _CAME), (one.went, _WENT)):
        if numbers:
            yield RichText(words.say(lang, numbers=between.join(numbers)))
    for cause in one.causes:
        yield RichText(_cause(cause, lang), style="dim")
    if not one.causes:
        yield RichText(_UNEXPLAINED.say(lang), style="dim")


def _cause(cause: Cause, lang: Lang) -> str:
    return _CAUSE.say(
        lang,
        at=f"{cause.entered_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}",
        actor=cause.actor,
        what=kind_words(cause.kind, lang),
        record=cause.number,
        reason=_REASON.say(lang, reason=cause.reason) if cause.reason else "",
    )
