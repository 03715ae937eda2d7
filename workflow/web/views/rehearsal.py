"""What a step would do, as the page shows it before it is confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass

from states.clock.deadlines import Deadline
from states.terms import label
from workflow.i18n import Lang, Text
from workflow.records.chain import Entry
from workflow.services.previewing import ClockChange
from workflow.services.rehearsing import Rehearsal
from workflow.services.telling.entries import terms_said
from workflow.services.worklist import NextStep
from workflow.wording.clocks import CLOCKS
from workflow.wording.facts import kind_words
from workflow.wording.rehearsals import (
    AND,
    CHANGES,
    CHANGES_BY_NOTHING,
    ENDED,
    ENTERED,
    ENTERED_SAYING,
    NEXT,
    NONE,
    PROVISIONAL,
    STAGE,
    STATE,
    STAYS,
    STOPPED,
)
from workflow.wording.steps import NEXT_STEPS


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changes, or stays as it is."""

    words: str
    is_changed: bool


def rehearsal_lines(found: Rehearsal, lang: Lang) -> tuple[Line, ...]:
    """Return what a step would do, the clocks first."""
    return (
        *(_clock(change, lang) for change in found.clocks),
        *_standing(found, lang),
        *(_entry(entry, lang) for entry in found.entries),
    )


def _entry(entry: Entry, lang: Lang) -> Line:
    what, said = kind_words(entry.kind, lang), terms_said(entry.terms, lang)
    words = (ENTERED_SAYING if said else ENTERED).say(
        lang, what=what, on=entry.happened_on, said=said
    )
    return Line(words, is_changed=False)


def _standing(found: Rehearsal, lang: Lang) -> Iterator[Line]:
    one, other = found.before, found.after
    if one.state is not other.state:
        was, becomes = (label("states", each.state, lang) for each in (one, other))
        yield _changed(STATE, was, becomes, lang)
    if one.stage is not other.stage:
        was, becomes = (label("stages", each.stage, lang) for each in (one, other))
        yield _changed(STAGE, was, becomes, lang)
    if one.next_step is not other.next_step:
        yield _changed(NEXT, _next(one.next_step, lang), _next(other.next_step, lang), lang)


def _changed(text: Text, before: str, after: str, lang: Lang) -> Line:
    return Line(text.say(lang, before=before, after=after), is_changed=True)


def _next(step: NextStep | None, lang: Lang) -> str:
    return ENDED.say(lang) if step is None else NEXT_STEPS[step].say(lang)


def _clock(change: ClockChange, lang: Lang) -> Line:
    clock = CLOCKS[change.key].say(lang) + (f"（{change.ref}）" if change.ref else "")
    before, after = _shown(change.before, lang), _shown(change.after, lang)
    if not change.is_changed:
        return Line(STAYS.say(lang, clock=clock, before=before), is_changed=False)
    if not change.basis:
        words = CHANGES_BY_NOTHING.say(lang, clock=clock, before=before, after=after)
        return Line(words, is_changed=True)
    articles = [one.full if lang is Lang.ZH else one.english for one in change.basis]
    basis = AND.say(lang).join(articles)
    words = CHANGES.say(lang, clock=clock, before=before, after=after, basis=basis)
    return Line(words, is_changed=True)


def _shown(deadline: Deadline | None, lang: Lang) -> str:
    if deadline is None:
        return NONE.say(lang)
    marks = PROVISIONAL.say(lang) if deadline.provisional else ""
    marks += STOPPED.say(lang) if deadline.paused else ""
    return f"{deadline.due.isoformat()}{marks}"
