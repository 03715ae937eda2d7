"""What goes on beside the reply, on a terminal: consultations, duties, extensions, lapses."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.clock.standing import Standing
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.services.handling.consulting import ConsultationFile
from workflow.services.handling.overview import Handling
from workflow.services.telling.handling_lines import (
    duty_lines,
    matter_lines,
    opinion_lines,
)

_NO_LIMIT = Text("无法定期限", "no time set")
_TO_BE_DONE = Text("待办事项", "To be done")
_CONSULTATIONS = Text("征求意见", "Consultations")
_BESIDE = Text("办理事项", "Matters in hand")
_HEADS = (
    Text("编号", "Ref"),
    Text("对象", "Whom"),
    Text("发出／送达／答复", "Sent / delivered / answered"),
    Text("进展", "Standing"),
    Text("到", "Until"),
    Text("已扣", "Excl."),
    Text("意见与后果", "Opinion, and what follows"),
)
PROVISIONAL = Text("（暂定）", " (provisional)")


def consultations_table(files: Iterable[ConsultationFile], lang: Lang) -> Table:
    """Return where each consultation stands, and what the law makes of it."""
    table = titled_table(_CONSULTATIONS, _HEADS, lang)
    for file in files:
        standing, one = file.standing, file.standing.consultation
        whom = label("consulted", one.addressee, lang)
        table.add_row(
            one.ref,
            f"{whom}\n{file.letter.addressee}".rstrip(),
            " / ".join(_day(day) for day in (one.sent_on, one.delivered_on, one.answered_on)),
            label("consultation_statuses", standing.status, lang),
            _until(standing, lang),
            str(standing.excluded_workdays),
            "\n".join(opinion_lines(file, lang)),
        )
    return table


def _until(standing: Standing, lang: Lang) -> str:
    if standing.until is None:
        return _NO_LIMIT.say(lang)
    mark = PROVISIONAL.say(lang) if standing.provisional else ""
    return f"{standing.until.isoformat()}{mark}"


def handling_parts(found: Handling, lang: Lang) -> Iterator[RenderableType]:
    """Yield what goes on beside the reply of a request, what is to be done on top."""
    if found.duties:
        yield RichText(_TO_BE_DONE.say(lang), style="bold")
        yield RichText("\n".join(duty_lines(found.duties, lang)), style="yellow")
    if found.consultations:
        yield consultations_table(found.consultations, lang)
    rows = list(matter_lines(found, lang))
    if rows:
        table = titled_table(_BESIDE, (), lang)
        table.show_header = False
        for what, words in rows:
            table.add_row(what, words)
        yield table


def _day(day: date | None) -> str:
    return "—" if day is None else f"{day:%m-%d}"


def titled_table(title: Text | None, heads: Sequence[Text], lang: Lang) -> Table:
    """Return an empty table under its title and headings."""
    table = Table(
        title=None if title is None else title.say(lang),
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="dim",
    )
    for head in heads:
        table.add_column(head.say(lang), overflow="fold")
    return table
