"""A step's form as a page: what would come of it, what stands against it, what may be known."""

from collections.abc import Iterable
from dataclasses import dataclass

from states.calendar.workdays import WorkCalendar
from states.errors import MoveNotOnChartError, MoveRefusedError, Refusal
from states.guards.more_time import pending_extension
from workflow.failures import sentences_of
from workflow.i18n import Lang, Text
from workflow.records.tables.requests import RequestRow
from workflow.services.handling.extending import outlook
from workflow.web.fields import Filled
from workflow.web.steps.step_form import Context, StepForm, many, said
from workflow.web.views.rehearsal import Line
from workflow.web.views.standing import article, citation_words, refused_sentences
from workflow.wording.effects import effect_of
from workflow.wording.refusals import refusal_sentence
from workflow.wording.rehearsals import outlook_words


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach that may be written down as it is, once it is acknowledged."""

    code: str
    words: str
    is_acknowledged: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of looking at a step, or of trying to take it."""

    lines: tuple[Line, ...] = ()
    effects: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    breaches: tuple[Breach, ...] = ()

    @property
    def was_previewed(self) -> bool:
        """Whether the page says what would be done."""
        return not self.faults and bool(self.lines or self.effects)


NOTHING_TRIED = Tried()
_ONCE_TOLD = Text("告知申请人之后：{words}", "Once the applicant is told: {words}")


@dataclass(frozen=True, slots=True)
class StepPage:
    """All that the page of a step shows."""

    step: StepForm
    row: RequestRow
    form: Filled
    version: int
    key: str
    article: str
    tried: Tried


# What the terminal says with its options, as the desk says it.
_HERE: dict[str, Text] = {
    "FeeShortError": Text(
        "缴纳 {amount} 元，少于应缴的 {outstanding} 元；确实只缴了一部分的，请勾选“只缴了一部分”。",
        "{amount} yuan is less than the {outstanding} outstanding; tick that only a part was paid.",
    ),
    "FeeOverpaidError": Text(
        "缴纳 {amount} 元，多于应缴的 {outstanding} 元；核对无误的，请勾选“多缴无误”。",
        "{amount} yuan is more than the {outstanding} outstanding; tick that it is right.",
    ),
    "DefectsMissingError": Text(
        "没有写明需要补正的内容；请至少在一个栏目写明哪里不清楚、应当补充什么。",
        "What is to be corrected is not said; fill in at least one of the parts.",
    ),
    "GoodReasonMissingError": Text(
        "补正已经逾期；有正当理由的，请写明“逾期的正当理由”。",
        "The correction is late; where there is a good reason, write it.",
    ),
    "OfficeNotInDirectoryError": Text(
        "机关名录中没有“{name}”；请写明联系方式，或者先在机关名录中登记。",
        "The directory has no “{name}”; give its contact, or enter it in the directory.",
    ),
    "StaffUnknownError": Text(
        "没有名叫“{name}”的在岗人员；请核对姓名。",
        "Nobody on duty is called “{name}”; check the name.",
    ),
    "PartsTooFewError": Text(
        "拆分“{number}”至少要两项；请一行写一个事项。",
        "Splitting “{number}” takes two matters at least; write one a line.",
    ),
    "NothingLapsesError": Text(
        "申请“{number}”现在不能视为放弃：没有逾期不补正（条例(2019) 第三十条），"
        "也没有逾期不缴费（收费办法(2020) 第六条）。",
        "Request “{number}” cannot be deemed abandoned now: neither its correction (OGI "
        "Regulations, art. 30) nor its fee (Fee Measures, art. 6) is overdue.",
    ),
}


def refused_words(error: Exception, step: StepForm, context: Context) -> tuple[str, ...]:
    """Return why a step was refused, in the words of the desk, each with its article."""
    words = _HERE.get(type(error).__name__)
    if words is not None:
        return (words.say(context.lang, **vars(error)),)
    if step.applies is not None and step.lacking is not None and not step.applies(context):
        return (step.lacking.say(context.lang),)
    if isinstance(error, MoveRefusedError):
        return refused_sentences(error.refusals, step, context)
    sentences = sentences_of(error, context.lang) or ()
    cited = article(step, context.law, context.lang)
    if isinstance(error, MoveNotOnChartError) and cited:
        mark = "（{}）" if context.lang is Lang.ZH else " ({})"
        return tuple(sentence + mark.format(cited) for sentence in sentences)
    return sentences


def breaches_of(
    refusals: Iterable[Refusal], acknowledged: Iterable[str], lang: Lang
) -> tuple[Breach, ...]:
    """Return the breaches among the refusals that may be acknowledged."""
    ticked = set(acknowledged)
    return tuple(
        Breach(refusal.code, refusal_sentence(refusal, lang), refusal.code in ticked)
        for refusal in refusals
        if refusal.waivable
    )


def effects_of(
    step: StepForm, form: Filled, context: Context, calendar: WorkCalendar
) -> tuple[str, ...]:
    """Return what a step leads to beside its clocks: to the figures, or once somebody is told."""
    number, lang = context.row.number, context.lang
    match step.key:
        case "merge":
            merged = effect_of("merge", lang, number=number, other=said(form, "into"))
            received_on = context.row.received_on
            if received_on is None or received_on.year >= context.today.year:
                return (merged,)
            told = effect_of("reported_year", lang, number=number, year=received_on.year)
            return merged, told
        case "link" | "keep-apart":
            kind = step.key.replace("-", "_")
            return (effect_of(kind, lang, number=number, other=said(form, "other")),)
        case "extend-ask" | "extend-approve":
            return _outlook(form, context, calendar)
        case "split":
            return (effect_of("split", lang, number=number, count=len(many(form, "parts"))),)
        case _:
            return ()


def _outlook(form: Filled, context: Context, calendar: WorkCalendar) -> tuple[str, ...]:
    """Return what an extension will do once the applicant is told: nothing moves before."""
    case = context.file.case
    pending = pending_extension(case)
    workdays = form.meant.get("workdays") or (0 if pending is None else pending.workdays)
    if case.receipt is None or not workdays:
        return ()
    found = outlook(case, workdays, context.today, calendar)
    words = outlook_words(
        context.lang,
        workdays=found.workdays,
        due=found.due,
        extended=found.extended_due,
        article=citation_words(found.citation, context.lang),
        is_provisional=found.provisional,
        is_void=found.is_void,
    )
    return (_ONCE_TOLD.say(context.lang, words=words),)
