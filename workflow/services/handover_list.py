"""The hand-over list (移交清单): what passes, what is due when, and who signs for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from states.terms import label
from workflow.documents.model import (
    Align,
    Block,
    Cell,
    Document,
    Language,
    Layout,
    Paragraph,
    Role,
    Table,
)
from workflow.i18n import Lang, Text, say_date
from workflow.services.duties import ABSENCE, Duty
from workflow.services.registers.lights import Due
from workflow.services.worklist import Condition
from workflow.wording.clocks import CLOCKS
from workflow.wording.handling import DUTIES
from workflow.wording.registers import register_name
from workflow.wording.steps import NEXT_STEPS

_TITLE = Text("工作移交清单", "Hand-over list")
_FROM_TO = Text(
    "{office}　移交人：{giver}　接收人：{receiver}　日期：{on}",
    "{office}. Handed over by {giver} to {receiver} on {on}.",
)
_NOT_NAMED = Text("（待定）", "(to be named)")
_COUNT = Text(
    "共 {n} 项，其中已逾期 {late} 项。逾期各项移交之后仍为逾期，期限不因移交而改变。",
    "{n} matter(s), {late} of them overdue. What is overdue stays so: no date moves with it.",
)
_NOTHING = Text("没有需要移交的事项。", "There is nothing to hand over.")
_HEADS = (
    Text("序号", "No."),
    Text("类别", "Register"),
    Text("编号", "Number"),
    Text("内容", "What"),
    Text("状态", "State"),
    Text("期限", "Due"),
    Text("剩余工作日", "Days left"),
    Text("下一步", "Next step"),
    Text("其他未尽事项", "Also open"),
)
_WIDTHS = (5.0, 9.0, 17.0, 20.0, 10.0, 14.0, 9.0, 9.0, 15.0)
_LATE = Text("超期 {n}", "late {n}")
_TODAY = Text("今日", "today")
_PROVISIONAL = Text("（暂定）", " (provisional)")
_OTHER_DUE = Text("{clock} {on}", "{clock} {on}")
_DEPUTY = Text("代理 {name}", "deputy of {name}")
_SIGN_HEADS = (
    Text("移交人（签名）", "Handed over by"),
    Text("接收人（签名）", "Received by"),
    Text("监交人（签名）", "Witnessed by"),
)
_DATE = Text("日期：", "Date: ")
_NOTE = Text(
    "申请材料、邮寄凭证、文书底稿随本清单一并移交。",
    "The files, proofs of posting and drafts of letters pass with this list.",
)


@dataclass(frozen=True, slots=True)
class HandoverList:
    """What the list says: whose, to whom, on which day, and all that passes."""

    office: str
    giver: str
    receiver: str
    on: date
    duties: Sequence[Duty]
    note: str = ""


def handover_document(said: HandoverList, lang: Lang) -> Document:
    """Return the list as a document, with room for three signatures."""
    language: Language = "zh-CN" if lang is Lang.ZH else "en"
    return Document(_TITLE.say(lang), language, Layout.FORM, tuple(_blocks(said, lang)))


def _blocks(said: HandoverList, lang: Lang) -> Iterator[Block]:
    receiver = said.receiver or _NOT_NAMED.say(lang)
    on = say_date(said.on, lang)
    words = _FROM_TO.say(lang, office=said.office, giver=said.giver, receiver=receiver, on=on)
    yield Paragraph.of(words)
    if not said.duties:
        yield Paragraph.of(_NOTHING.say(lang))
    else:
        late = sum(duty.next_due is not None and duty.next_due.is_late for duty in said.duties)
        yield Paragraph.of(_COUNT.say(lang, n=len(said.duties), late=late))
        yield _table(said.duties, lang)
    if said.note:
        yield Paragraph.of(said.note, Role.NOTE)
    yield Paragraph.of(_NOTE.say(lang), Role.NOTE)
    yield _signatures(lang)


def _table(duties: Sequence[Duty], lang: Lang) -> Table:
    head = tuple(Cell(text.say(lang), head=True) for text in _HEADS)
    rows = tuple(tuple(_row(place, duty, lang)) for place, duty in enumerate(duties, start=1))
    return Table((head, *rows), 1, _WIDTHS)


def _row(place: int, duty: Duty, lang: Lang) -> Iterator[Cell]:
    first = duty.next_due
    yield Cell(str(place), align=Align.CENTER)
    yield Cell(register_name(duty.subject, lang))
    yield Cell("" if duty.subject == ABSENCE else duty.reference)
    yield Cell(_DEPUTY.say(lang, name=duty.title) if duty.subject == ABSENCE else duty.title)
    yield Cell(_state(duty, lang))
    yield Cell("" if first is None else _day(first, lang), align=Align.CENTER)
    yield Cell(
        "" if first is None else left_words(first, lang),
        align=Align.CENTER,
        bold=first is not None and first.is_late,
    )
    yield Cell("" if duty.next_step is None else NEXT_STEPS[duty.next_step].say(lang))
    yield Cell("\n".join(_others(duty, lang)))


def _state(duty: Duty, lang: Lang) -> str:
    line = duty.line
    if line is None:
        first = duty.next_due
        return "" if first is None else CLOCKS[first.deadline.key].say(lang)
    states = [label("states", line.state, lang)]
    states += [
        label("conditions", condition, lang)
        for condition in line.conditions
        if condition is not Condition.PROVISIONAL
    ]
    return "·".join(states)


def _others(duty: Duty, lang: Lang) -> Iterator[str]:
    """Yield every further clock that runs, and what else is left to do."""
    for found in duty.dues[1:]:
        yield _OTHER_DUE.say(lang, clock=CLOCKS[found.deadline.key].say(lang), on=_day(found, lang))
    for left in duty.left_to_do:
        words = DUTIES[left.kind.value].say(lang)
        yield f"{left.ref}：{words}" if left.ref else words


def _day(found: Due, lang: Lang) -> str:
    provisional = _PROVISIONAL.say(lang) if found.deadline.provisional else ""
    return f"{found.on.isoformat()}{provisional}"


def left_words(found: Due, lang: Lang) -> str:
    """Return how many working days are left, or in words that none are."""
    if found.left < 0:
        return _LATE.say(lang, n=-found.left)
    return _TODAY.say(lang) if found.left == 0 else str(found.left)


def _signatures(lang: Lang) -> Table:
    heads = tuple(Cell(text.say(lang), head=True) for text in _SIGN_HEADS)
    room = tuple(Cell("\n\n") for _ in _SIGN_HEADS)
    dates = tuple(Cell(_DATE.say(lang)) for _ in _SIGN_HEADS)
    return Table((heads, room, dates), 1, (1.0, 1.0, 1.0))
