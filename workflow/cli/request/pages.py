"""Requests on a terminal: the worklist with its lights, and one request with its clock."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as RichText

from states.calendar.workdays import WorkCalendar
from states.clock.deadlines import Deadline
from states.machine import Offer
from states.terms import label
from workflow.cli.explain import explain
from workflow.cli.request.handling_pages import handling_parts
from workflow.clock import SHANGHAI
from workflow.i18n import Lang, Text, say_date
from workflow.services.amending import Misfit
from workflow.services.casefile import CaseFile, HistoryLine
from workflow.services.telling.entries import terms_said
from workflow.services.telling.intake_lines import (
    identity_lines,
    lacks_words,
    made_lines,
    reached_lines,
    related_lines,
)
from workflow.services.worklist import Condition, Light, WorkLine, counts
from workflow.wording.clocks import CLOCKS
from workflow.wording.facts import kind_words
from workflow.wording.refusals import refusal_sentence
from workflow.wording.steps import LATE, NEXT_STEPS, STOPPED, TODAY, UNATTENDED, UNCONFIRMED

LIGHTS: dict[Light, tuple[str, str]] = {
    Light.GREEN: ("●", "green"),
    Light.YELLOW: ("◆", "yellow"),
    Light.RED: ("▲", "bold red"),
    Light.GREY: ("‖", "bright_black"),
}
_COUNTS = Text(
    "超期 {overdue} │ 今日到期 {today} │ 5日内 {near} │ 停表 {stopped} │ 无人经办 {unattended} "
    "│ 共 {open} 件",
    "late {overdue} │ due today {today} │ within 5 days {near} │ stopped {stopped} "
    "│ unattended {unattended} │ {open} open",
)
_TITLE = Text("待办清单　{today}", "Worklist  {today}")
# Headings, with the narrowest and the widest that their column may be.
_COLUMNS = (
    (Text("编号", "Number"), 21, None),
    (Text("剩余", "Left"), 9, 10),
    (Text("答复期限", "Answer due"), 10, 14),
    (Text("状态", "State"), 17, 23),
    (Text("下一步", "Next"), 10, 14),
    (Text("申请内容", "Asked for"), 12, 25),
    (Text("申请人", "Applicant"), 6, 10),
    (Text("经办", "Officer"), 8, 14),
)


def worklist_page(lines: Sequence[WorkLine], today: date, lang: Lang) -> RenderableType:
    """Return the worklist as a table under its counts."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
    for head, narrowest, widest in _COLUMNS:
        table.add_column(
            head.say(lang),
            no_wrap=True,
            overflow="ellipsis",
            min_width=narrowest,
            max_width=widest,
        )
    for line in lines:
        table.add_row(*_row(line, lang))
    return Group(
        RichText(_TITLE.say(lang, today=say_date(today, lang, weekday=True)), style="bold"),
        RichText(_COUNTS.say(lang, **counts(lines)), style="reverse"),
        "",
        table,
    )


def _row(line: WorkLine, lang: Lang) -> Iterator[RichText]:
    mark, style = LIGHTS[line.light]
    states = [label("states", line.state, lang)]
    states += [
        label("conditions", condition, lang)
        for condition in line.conditions
        if condition is not Condition.PROVISIONAL  # said beside the date
    ]
    yield RichText(line.number)
    yield RichText(f"{mark} {_left(line, lang)}", style=style)
    yield RichText(_due(line, lang))
    yield RichText(("·" if lang is Lang.ZH else ", ").join(states))
    yield RichText(NEXT_STEPS[line.next_step].say(lang))
    yield RichText(line.content)
    yield RichText(line.applicant)
    if line.unattended is None:
        yield RichText(line.case_officer)
    else:
        words = UNATTENDED[line.unattended].say(lang, name=line.case_officer)
        yield RichText(words, style="bold red")


def _left(line: WorkLine, lang: Lang) -> str:
    """Return what is left, in words as well as by its light."""
    if line.left is None:
        return UNCONFIRMED.say(lang)
    if line.light is Light.GREY:
        return STOPPED.say(lang)
    if line.left < 0:
        return LATE.say(lang, n=abs(line.left))
    if line.left == 0:
        return TODAY.say(lang)
    return str(line.left)


def say_short(day: date, lang: Lang) -> str:
    """Return a date for a column: 2026-12-01 周二."""
    if lang is Lang.EN:
        return f"{day:%Y-%m-%d %a}"
    return f"{day.isoformat()} 周{'一二三四五六日'[day.weekday()]}"


def _due(line: WorkLine, lang: Lang) -> str:
    """Return the date without its year, which goes without saying: 12-01 周二, 01-05 暂定."""
    if line.due is None:
        return ""
    if line.provisional:
        return f"{line.due:%m-%d} {label('conditions', Condition.PROVISIONAL, lang)}"
    return say_short(line.due, lang).partition("-")[2]


def case_page(found: CaseFile, calendar: WorkCalendar, lang: Lang) -> RenderableType:
    """Return one request: its facts, its clocks, its history, and the explained count."""
    parts: list[RenderableType] = [RichText(found.row.number, style="bold"), _facts(found, lang)]
    if found.deadlines:
        parts += ["", _deadlines(found.deadlines, lang)]
    for part in handling_parts(found.handling, lang):
        parts += ["", part]
    parts += ["", _history(found.history, lang)]
    if found.reckoning is not None:
        parts += ["", explain(found.reckoning, calendar, lang)]
    return Group(*parts)


def _facts(found: CaseFile, lang: Lang) -> Table:
    row = found.row
    table = _plain_table()
    facts = (
        (Text("状态", "State"), label("states", row.state, lang)),
        (Text("申请内容", "Asked for"), row.content),
        (
            Text("申请人", "Applicant"),
            f"{row.applicant}（{label('applicants', row.applicant_kind, lang)}）",
        ),
        *identity_lines(found.details, lang),
        (Text("联系方式", "Contact"), row.contact),
        *reached_lines(found.details),
        (Text("收到方式", "Received by"), label("channels", row.channel, lang)),
        *made_lines(found.intake, lang),
        (Text("收到日期", "Received on"), row.received_on),
        (Text("经办人", "Case officer"), row.case_officer),
        (Text("答复类型", "Outcome"), row.outcome and label("outcomes", row.outcome, lang)),
        (Text("办结日期", "Closed on"), row.closed_on),
        (Text("是否按时", "In time"), _timeliness(found, lang)),
        (Text("备注", "Note"), row.note),
        (Text("还缺少", "Lacking"), lacks_words(found.lacks, lang)),
        *related_lines(found.relations),
    )
    for head, value in facts:
        if value:
            table.add_row(head.say(lang), str(value))
    return table


def _timeliness(found: CaseFile, lang: Lang) -> str:
    """Return whether a reply was in time and, where it was late, why."""
    if found.row.on_time is None:
        return ""
    if found.row.on_time:
        return Text("按时", "yes").say(lang)
    reason = getattr(found.case.closing and found.case.closing.matter, "late_reason", "")
    late = Text("逾期", "no").say(lang)
    return f"{late}：{reason}" if reason else late


def _deadlines(deadlines: Iterable[Deadline], lang: Lang) -> Table:
    table = Table(
        title=Text("各项期限", "Running clocks").say(lang),
        title_justify="left",
        title_style="bold",
        box=None,
        show_header=False,
        pad_edge=False,
    )
    for deadline in deadlines:
        marks = []
        if deadline.provisional:
            marks.append(Text("暂定", "provisional").say(lang))
        if deadline.paused:
            marks.append(Text("停表", "stopped").say(lang))
        article = deadline.citation.short if lang is Lang.ZH else deadline.citation.english
        table.add_row(
            CLOCKS[deadline.key].say(lang) + (f"（{deadline.ref}）" if deadline.ref else ""),
            say_short(deadline.due, lang),
            "、".join(marks),
            RichText(article, style="dim"),
        )
    return table


def _history(history: Iterable[HistoryLine], lang: Lang) -> Table:
    table = Table(
        title=Text("经过", "History").say(lang),
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        header_style="dim",
    )
    for head in (
        Text("序号", "No."),
        Text("发生日期", "Happened"),
        Text("事项", "What"),
        Text("内容", "Terms"),
        Text("录入", "Entered"),
        Text("录入人", "By"),
    ):
        table.add_column(head.say(lang))
    for line in history:
        entered = line.entered_at.astimezone(SHANGHAI)
        what = RichText(kind_words(line.kind, lang))
        if line.annulled_by is not None:
            what.stylize("strike")
            what.append(Text("（已撤销）", " (annulled)").say(lang), style="red not strike")
        table.add_row(
            str(line.seq),
            line.happened_on.isoformat(),
            what,
            terms_said(line.terms, lang),
            f"{entered:%Y-%m-%d %H:%M}",
            line.actor,
        )
    return table


def offers_page(offers: Sequence[Offer], lang: Lang) -> RenderableType:
    """Return the moves from here: what may be done, and what not, with why."""
    table = _plain_table()
    for offer in sorted(offers, key=_lawful_first):
        move = offer.move
        style = "" if offer.is_lawful else "bright_black"
        why = "\n".join(refusal_sentence(refusal, lang) for refusal in offer.refusals)
        table.add_row(
            RichText("✓" if offer.is_lawful else "✗", style=style or "green"),
            RichText(move.name, style=style),
            RichText(move.zh if lang is Lang.ZH else move.en, style=style),
            RichText(why, style=style or "yellow"),
        )
    return table


def _lawful_first(offer: Offer) -> bool:
    return not offer.is_lawful


def misfit_lines(misfits: Iterable[Misfit], lang: Lang) -> Iterator[str]:
    """Yield a line for each record that no longer fits, with why."""
    for misfit in misfits:
        why = "；".join(refusal_sentence(refusal, lang) for refusal in misfit.refusals)
        yield f"  {misfit.seq}　{misfit.on.isoformat()}　{kind_words(misfit.kind, lang)}：{why}"


def _plain_table() -> Table:
    return Table(box=None, show_header=False, padding=(0, 1), pad_edge=False)
