"""The lines of a request's page: clocks, items, consultations, and what is to be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from states.clock.deadlines import Deadline
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.services.handling.consulting import ConsultationFile
from workflow.services.telling.draft_lines import review_words, said_of_item
from workflow.services.telling.handling_lines import in_brackets, opinion_lines
from workflow.web.steps.catalogue import STEPS
from workflow.web.steps.step_form import Context
from workflow.web.views.standing import DUTY_STEPS, citation_words
from workflow.wording.clocks import CLOCKS
from workflow.wording.handling import DUTIES

_SENT = Text("{on} 发出", "sent {on}")
_REACHED = Text("{on} 送达", "delivered {on}")
_CAME = Text("{on} 答复", "answered {on}")
_UNTIL = Text("至 {on}", "until {on}")
_TAKEN_OUT = Text("已扣除 {n} 个工作日", "{n} working days taken out")


@dataclass(frozen=True, slots=True)
class Clock:
    """One running clock."""

    name: str
    due: date
    is_provisional: bool
    is_paused: bool
    safe: date | None
    article: str


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of the draft."""

    ref: str
    title: str
    decision: str
    said: str
    by: str
    review: str
    is_cleared: bool


@dataclass(frozen=True, slots=True)
class ConsultationLine:
    """One consultation."""

    ref: str
    whom: str
    status: str
    days: str
    follows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """Something to be done, and the step that does it."""

    words: str
    key: str
    title: str


def clock_line(deadline: Deadline, lang: Lang) -> Clock:
    """Return one running clock as a line of its table."""
    ref = f"（{deadline.ref}）" if deadline.ref else ""
    return Clock(
        CLOCKS[deadline.key].say(lang) + ref,
        deadline.due,
        deadline.provisional,
        deadline.paused,
        deadline.conservative if deadline.conservative != deadline.due else None,
        citation_words(deadline.citation, lang),
    )


def item_lines(context: Context) -> Iterator[ItemLine]:
    """Yield the items of the draft."""
    lang = context.lang
    for item in context.file.reply.draft.items:
        decided = item.decided
        decision = label("decisions", decided.decision, lang)
        if decided.ground is not None:
            decision += f"（{label('grounds', decided.ground, lang)}）"
        yield ItemLine(
            decided.item,
            decided.title,
            decision,
            said_of_item(item, lang),
            item.by,
            review_words(item, lang),
            item.is_cleared,
        )


def consultation_line(file: ConsultationFile, lang: Lang) -> ConsultationLine:
    """Return where one consultation stands."""
    standing, one = file.standing, file.standing.consultation
    days = [_SENT.say(lang, on=one.sent_on)]
    if one.delivered_on is not None:
        days.append(_REACHED.say(lang, on=one.delivered_on))
    if one.answered_on is not None:
        days.append(_CAME.say(lang, on=one.answered_on))
    elif standing.until is not None:
        days.append(_UNTIL.say(lang, on=standing.until))
    if standing.excluded_workdays:
        days.append(_TAKEN_OUT.say(lang, n=standing.excluded_workdays))
    whom = label("consulted", one.addressee, lang)
    return ConsultationLine(
        one.ref,
        f"{whom}　{file.letter.addressee}".rstrip("　"),
        label("consultation_statuses", standing.status, lang),
        "；".join(days),
        tuple(opinion_lines(file, lang)),
    )


def duty_lines(context: Context) -> Iterator[DutyLine]:
    """Yield what is to be done, with the step that does it where it is theirs."""
    lang = context.lang
    for duty in context.file.handling.duties:
        ref = f"[{duty.ref}] " if duty.ref else ""
        words = f"{ref}{DUTIES[duty.kind.value].say(lang)}{in_brackets(duty.citation, lang)}"
        key = DUTY_STEPS.get(duty.kind, "")
        step = STEPS.get(key)
        if step is None or context.role not in step.roles:
            yield DutyLine(words, "", "")
        else:
            yield DutyLine(words, key, step.title.say(lang))
