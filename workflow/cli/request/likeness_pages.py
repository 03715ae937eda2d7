"""Requests that look alike, on a terminal."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.terms import label
from workflow.i18n import Lang, Text
from workflow.services.similar import Alike, Found
from workflow.services.worklist import mask
from workflow.wording.likeness import RELATIONS, WHY

_FOUND = Text("与下列 {n} 件相似：", "{n} request(s) look like it:")
_NOTHING = Text("没有相似的申请。", "No request looks like it.")
_OF_APPLICANT = Text("该申请人另有申请 {n} 件。", "The applicant has made {n} other request(s).")
_HEADS = (
    Text("相似", "Alike"),
    Text("编号", "Number"),
    Text("日期", "Date"),
    Text("收到方式", "Channel"),
    Text("状态", "State"),
    Text("申请人", "Applicant"),
    Text("为什么相似", "Why"),
    Text("申请内容", "Asked for"),
)
_CONTENT_WIDTH = 26


def likeness_page(found: Found, lang: Lang) -> RenderableType:
    """Return what looks alike as a table, or that nothing does."""
    parts: list[RenderableType] = []
    if found.alike:
        table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
        for head in _HEADS:
            last = head is _HEADS[-1]
            table.add_column(
                head.say(lang),
                no_wrap=last,
                overflow="ellipsis" if last else "fold",
                max_width=_CONTENT_WIDTH if last else None,
            )
        for alike in found.alike:
            table.add_row(*_row(alike, lang))
        parts += [RichText(_FOUND.say(lang, n=len(found.alike)), style="bold"), table]
    else:
        parts.append(RichText(_NOTHING.say(lang)))
    if found.of_applicant:
        parts.append(RichText(_OF_APPLICANT.say(lang, n=found.of_applicant), style="dim"))
    return Group(*parts)


def _row(alike: Alike, lang: Lang) -> Sequence[RichText]:
    state = label("states", alike.state, lang)
    if alike.outcome is not None:
        state = f"{state}·{label('outcomes', alike.outcome, lang)}"
    return tuple(
        map(
            RichText,
            (
                f"{alike.score}",
                alike.number,
                alike.on.isoformat(),
                label("channels", alike.channel, lang) if alike.channel else "",
                state,
                mask(alike.applicant, alike.applicant_kind),
                why_words(alike, lang),
                " ".join(alike.content.split()),
            ),
        )
    )


def why_words(alike: Alike, lang: Lang) -> str:
    """Return why a request looks alike, and what was decided about it before."""
    said = [WHY[why].say(lang, percent=round(100 * alike.text)) for why in alike.why]
    if alike.relation is not None:
        said.append(RELATIONS[alike.relation].say(lang))
    return Text("；", "; ").say(lang).join(said)


def plain_likeness(found: Found) -> list[dict[str, Any]]:
    """Return what looks alike as plain values, the applicants masked."""
    return [
        asdict(alike) | {"applicant": mask(alike.applicant, alike.applicant_kind)}
        for alike in found.alike
    ]
