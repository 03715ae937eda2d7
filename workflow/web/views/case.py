"""One request as its page shows it: where it stands, how its days are counted, what may be done."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from states.calendar.workdays import WorkCalendar
from states.case import CLOSED_STATES
from states.chart.move import CASEWORK
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.records.tables.letters import LetterRow
from workflow.records.tables.requests import RequestRow
from workflow.services.telling.draft_lines import evidence_lines
from workflow.services.telling.handling_lines import matter_lines
from workflow.services.worklist import Light, WorkLine, line_of
from workflow.web.steps.step_form import Context
from workflow.web.views.case_lines import (
    Clock,
    ConsultationLine,
    DutyLine,
    ItemLine,
    clock_line,
    consultation_line,
    duty_lines,
    item_lines,
)
from workflow.web.views.facts import fact_lines
from workflow.web.views.history import Entered, history_lines
from workflow.web.views.standing import (
    NEXT,
    StepStanding,
    standings,
)
from workflow.web.views.strip import Strip, strip_of
from workflow.wording.likeness import RELATED
from workflow.wording.refusals import refusal_sentence
from workflow.wording.steps import MARKS, NEXT_STEPS

_LATE = Text("超期 {n} 个工作日", "{n} working days late")
_TODAY = Text("今日到期", "due today")
_LEFT = Text("还剩 {n} 个工作日", "{n} working days left")
_STOPPED = Text("停表", "stopped")
_UNCONFIRMED = Text("待确认收到", "receipt to be confirmed")
_STAGE = Text("答复：{stage}", "Reply: {stage}")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a request stands, at a glance."""

    state: str
    stage: str
    light: str
    mark: str
    left: str
    due: date | None
    is_provisional: bool
    conditions: tuple[str, ...]
    next_words: str


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """Another request that this one is related to."""

    kind: str
    number: str
    row_id: int | None
    since: date
    reason: str


@dataclass(frozen=True, slots=True)
class StepGroup:
    """Steps of one kind."""

    title: str
    steps: tuple[StepStanding, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything about one request, as its page shows it."""

    row: RequestRow
    head: Head
    facts: tuple[tuple[str, str], ...]
    clocks: tuple[Clock, ...]
    strip: Strip | None
    history: tuple[Entered, ...]
    done: Entered | None
    items: tuple[ItemLine, ...]
    outcome: str
    evidence: tuple[str, ...]
    wanting: tuple[str, ...]
    consultations: tuple[ConsultationLine, ...]
    matters: tuple[tuple[str, tuple[str, ...]], ...]
    duties: tuple[DutyLine, ...]
    letters: tuple[LetterRow, ...]
    relations: tuple[RelatedLine, ...]
    next_step: StepStanding | None
    possible: tuple[StepGroup, ...]
    impossible: tuple[StepGroup, ...]
    may_reveal: bool


def case_page_of(
    context: Context,
    calendar: WorkCalendar,
    letters: tuple[LetterRow, ...],
    related: dict[str, int],
    done: int | None,
) -> CasePage:
    """Return the page of a request for whoever looks."""
    file, lang = context.file, context.lang
    draft = file.reply.draft
    line = _line(context, calendar)
    history = history_lines(file.history, lang)
    steps = standings(context)
    next_key = "" if line is None else NEXT[line.next_step]
    return CasePage(
        row=file.row,
        head=_head(context, line),
        facts=fact_lines(file, lang),
        may_reveal=context.role in CASEWORK and bool(file.details.identity_number),
        clocks=tuple(clock_line(deadline, lang) for deadline in file.deadlines),
        strip=None
        if file.reckoning is None
        else strip_of(file.reckoning, file.ledger, calendar, context.today, lang),
        history=history,
        done=next((entry for entry in history if entry.seq == done), None),
        items=tuple(item_lines(context)),
        outcome="" if draft.outcome is None else label("outcomes", draft.outcome, lang),
        evidence=tuple(evidence_lines(draft, lang)),
        wanting=tuple(refusal_sentence(one, lang) for one in file.reply.wanting),
        consultations=tuple(consultation_line(one, lang) for one in file.handling.consultations),
        matters=tuple(
            (what, tuple(words.split("\n"))) for what, words in matter_lines(file.handling, lang)
        ),
        duties=tuple(duty_lines(context)),
        letters=letters,
        relations=tuple(
            RelatedLine(
                RELATED[one.kind].say(lang),
                one.number,
                related.get(one.number),
                one.since,
                one.reason,
            )
            for one in file.relations
        ),
        next_step=next((one for one in steps if one.key == next_key), None),
        possible=_grouped([one for one in steps if one.is_possible]),
        impossible=_grouped([one for one in steps if not one.is_possible]),
    )


def _line(context: Context, calendar: WorkCalendar) -> WorkLine | None:
    """Return the request as the worklist has it, or None once it is closed."""
    case = context.file.case
    if case.state in CLOSED_STATES:
        return None
    return line_of(context.row, case, today=context.today, calendar=calendar)


def _head(context: Context, line: WorkLine | None) -> Head:
    lang, draft = context.lang, context.file.reply.draft
    stage = _STAGE.say(lang, stage=label("stages", draft.stage, lang)) if draft.items else ""
    state = label("states", context.file.case.state, lang)
    if line is None:
        return Head(state, stage, "", "", "", None, is_provisional=False, conditions=(),
                    next_words="")  # fmt: skip
    return Head(
        state=state,
        stage=stage,
        light=line.light.value,
        mark=MARKS[line.light],
        left=_left(line, lang),
        due=line.due,
        is_provisional=line.provisional,
        conditions=tuple(label("conditions", one, lang) for one in line.conditions),
        next_words=NEXT_STEPS[line.next_step].say(lang),
    )


def _left(line: WorkLine, lang: Lang) -> str:
    """Return what is left, in words as well as by its light."""
    if line.left is None:
        return _UNCONFIRMED.say(lang)
    if line.light is Light.GREY:
        return _STOPPED.say(lang)
    if line.left == 0:
        return _TODAY.say(lang)
    return (_LATE if line.left < 0 else _LEFT).say(lang, n=abs(line.left))


def _grouped(steps: list[StepStanding]) -> tuple[StepGroup, ...]:
    return tuple(
        StepGroup(title, tuple(found)) for title, found in groupby(steps, key=lambda one: one.group)
    )
