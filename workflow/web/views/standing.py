"""Which steps may be taken on a request now, which may not, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from states.chart.rows import MOVES
from states.citation import Citation
from states.errors import MoveNotOnChartError, Refusal
from states.statute.versions import Law
from workflow.i18n import Lang
from workflow.services.handling.duties import DutyKind
from workflow.services.worklist import NextStep
from workflow.web.steps.catalogue import STEPS
from workflow.web.steps.step_form import Context, StepForm
from workflow.wording.law import not_on_chart_sentence
from workflow.wording.refusals import refusal_sentence


@dataclass(frozen=True, slots=True)
class StepStanding:
    """A step as the page offers it: possible or not, why not, and what it rests on."""

    key: str
    title: str
    group: str
    is_possible: bool
    why: tuple[str, ...]
    article: str
    is_theirs: bool


# What is refused for the day or the role rests on no article of the step.
OF_NO_ARTICLE = frozenset({"role_may_not", "in_the_future", "before_receipt", "before_last_move"})

# What comes next, and the step that it is.
NEXT: dict[NextStep, str] = {
    NextStep.CONFIRM: "confirm",
    NextStep.ASSIGN: "assign",
    NextStep.DECIDE: "decide",
    NextStep.SUBMIT: "submit",
    NextStep.REVIEW: "review",
    NextStep.REVISE: "decide",
    NextStep.APPROVE: "approve",
    NextStep.ISSUE: "issue",
    NextStep.SERVE: "serve",
    NextStep.AWAIT_CORRECTION: "correct-receive",
    NextStep.AWAIT_OPINION: "consult-answered",
    NextStep.AWAIT_REASONS: "reasons-receive",
    NextStep.AWAIT_PAYMENT: "fee-pay",
    NextStep.LAPSE: "lapse",
}
DUTY_STEPS: dict[DutyKind, str] = {
    DutyKind.RECORD_DELIVERY: "consult-delivered",
    DutyKind.PRESS_FOR_OPINION: "consult-answered",
    DutyKind.JUDGE_OBJECTION: "consult-judge",
    DutyKind.TELL_THIRD_PARTY: "consult-told",
    DutyKind.CHECK_THIRD_PARTY: "consult-told",
    DutyKind.TELL_IF_DISCLOSED: "consult-told",
    DutyKind.DECIDE_EXTENSION: "extend-approve",
    DutyKind.TELL_EXTENSION: "extend-tell",
    DutyKind.JUDGE_REASONS: "reasons-judge",
    DutyKind.RECORD_FEE_DELIVERY: "fee-delivered",
    DutyKind.COLLECT_REST: "fee-pay",
    DutyKind.NAME_RIGHT_OFFICE: "refer",
    DutyKind.CONFIRM_LAPSE: "lapse",
}


def standings(context: Context) -> tuple[StepStanding, ...]:
    """Return every step of the catalogue as it stands; annulling is offered beside each record."""
    return tuple(standing(step, context) for step in STEPS.values() if step.key != "annul")


def standing(step: StepForm, context: Context) -> StepStanding:
    """Return how a step stands for whoever looks, today."""
    why = _by_the_chart(step, context) or _beside_the_chart(step, context)
    return StepStanding(
        key=step.key,
        title=step.title.say(context.lang),
        group=step.group.say(context.lang),
        is_possible=not why,
        why=why,
        article=article(step, context.law, context.lang),
        is_theirs=context.role in step.roles,
    )


def article(step: StepForm, law: Law, lang: Lang) -> str:
    """Return the articles that a step rests on, each once."""
    found = (MOVES[name].citation(law) for name in step.moves)
    articles = dict.fromkeys(citation_words(one, lang) for one in found if one is not None)
    return ("、" if lang is Lang.ZH else "; ").join(articles)


def citation_words(citation: Citation, lang: Lang) -> str:
    """Return an article as a page shows it."""
    return citation.short if lang is Lang.ZH else citation.english


def _beside_the_chart(step: StepForm, context: Context) -> tuple[str, ...]:
    if not step.moves and context.role not in step.also:
        return (refusal_sentence(Refusal("role_may_not", None), context.lang),)
    if step.applies is not None and step.lacking is not None and not step.applies(context):
        return (step.lacking.say(context.lang),)
    return ()


def _by_the_chart(step: StepForm, context: Context) -> tuple[str, ...]:
    if not step.moves:
        return ()
    offered = [offer for offer in context.file.offers if offer.move.name in step.moves]
    if any(offer.is_lawful for offer in offered):
        return ()
    if not offered:
        error = MoveNotOnChartError(step.moves[0], context.file.case.state)
        return (_with_article(not_on_chart_sentence(error, context.lang), step, context),)
    against = (one for offer in offered for one in offer.refusals if not one.waivable)
    return refused_sentences(against, step, context)


def refused_sentences(
    refusals: Iterable[Refusal], step: StepForm, context: Context
) -> tuple[str, ...]:
    """Return why a step is refused, each once; what cites no article is given that of the step."""
    return tuple(dict.fromkeys(_refused(refusal, step, context) for refusal in refusals))


def _refused(refusal: Refusal, step: StepForm, context: Context) -> str:
    sentence = refusal_sentence(refusal, context.lang)
    if refusal.citation is not None or refusal.code in OF_NO_ARTICLE:
        return sentence
    return _with_article(sentence, step, context)


def _with_article(sentence: str, step: StepForm, context: Context) -> str:
    """Return a sentence with the article of the step, where it names none of its own."""
    cited = article(step, context.law, context.lang)
    if not cited:
        return sentence
    return f"{sentence}（{cited}）" if context.lang is Lang.ZH else f"{sentence} ({cited})"
