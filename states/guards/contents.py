"""Conditions on what a draft says: nothing it rests on is wanting (条例(2019) 第三十二、三十六条).

Asked when it is put forward, approved, issued and served, for what it rests on may be annulled,
and an opinion may come, in between. What the head of office acknowledged in approving is settled.
"""

from collections.abc import Callable

from states.calendar.workdays import WorkCalendar
from states.case import Case
from states.citation import cite
from states.clock.spans import consultations, opinion_due
from states.deciding.draft import Draft, Item, draft_of
from states.errors import Refusal
from states.guards.deciding import EARLIER_REPLY, REPLY, SEARCH, unsupported
from states.guards.drafting import audit_article, named
from states.guards.guard import Guard, law_of, listed, refuse
from states.guards.more_time import excess_was_judged
from states.guards.opinions import (
    agrees_throughout,
    concerned,
    is_withheld_for_third_party,
    objection_is_overruled,
)
from states.statute.decisions import Need, rule
from states.statute.instruments import OGI_2007, OGI_2019
from states.statute.versions import Law
from states.steps import Step

THIRD_PARTY = {Law.OGI_2019: cite(OGI_2019, 32), Law.OGI_2007: cite(OGI_2007, 23)}
CONSENT = {Law.OGI_2019: cite(OGI_2019, 15), Law.OGI_2007: cite(OGI_2007, 14, 4)}
WAITING = {Law.OGI_2019: cite(OGI_2019, 33, 3), Law.OGI_2007: cite(OGI_2007, 24, 3)}


def something_is_decided(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A reply decides something."""
    return None if draft_of(case).items else refuse("no_items", REPLY[law_of(case, step)])


def what_was_sent_back_is_decided_again(
    case: Case, step: Step, _calendar: WorkCalendar
) -> Refusal | None:
    """An item that was sent back is decided again before it goes on."""
    reopened = draft_of(case).reopened
    if not reopened:
        return None
    return refuse("items_reopened", audit_article(case, step), items=named(reopened))


def search_is_recorded(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Nothing is said not to exist before it was searched for and not found."""
    draft = draft_of(case)
    wanting = _lacking(draft, Need.SEARCH, lambda ref: _was_searched_for(draft, ref))
    return (
        refuse("search_missing", SEARCH[law_of(case, step)], items=named(wanting))
        if wanting
        else None
    )


def earlier_reply_is_cited(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A request is repeated only where an earlier reply can be named."""
    draft = draft_of(case)
    wanting = _lacking(draft, Need.EARLIER_REPLY, lambda ref: _was_replied_to(draft, ref))
    if not wanting:
        return None
    return refuse("earlier_reply_missing", EARLIER_REPLY[law_of(case, step)], items=named(wanting))


def _lacking(draft: Draft, need: Need, supplied: Callable[[str], bool]) -> tuple[Item, ...]:
    return tuple(
        item
        for item in draft.items
        if need in rule(item.decided.decision).needs and not supplied(item.decided.item)
    )


def _was_searched_for(draft: Draft, ref: str) -> bool:
    return any(
        not search.found and (not search.items or ref in search.items) for search in draft.searches
    )


def _was_replied_to(draft: Draft, ref: str) -> bool:
    return any(not cited.items or ref in cited.items for cited in draft.earlier_replies)


def decisions_rest_on_their_steps(
    case: Case, step: Step, _calendar: WorkCalendar
) -> Refusal | None:
    """Some decisions follow only upon a step already taken."""
    law = law_of(case, step)
    found = (unsupported(item.decided, case, law) for item in draft_of(case).items)
    return next((refusal for refusal in found if refusal is not None), None)


def third_party_was_asked(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What is withheld for a third party's sake is withheld after asking them, in writing."""
    draft = draft_of(case)
    unasked = tuple(
        item
        for item in draft.items
        if is_withheld_for_third_party(item) and not concerned(case, draft, item)
    )
    if not unasked or _acknowledged(draft, "third_party_not_asked"):
        return None
    article = THIRD_PARTY[law_of(case, step)]
    return refuse("third_party_not_asked", article, waivable=True, items=named(unasked))


def consent_is_heeded(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What a third party agrees to is not withheld for their sake."""
    draft = draft_of(case)
    agreed = tuple(
        item
        for item in draft.items
        if is_withheld_for_third_party(item) and agrees_throughout(concerned(case, draft, item))
    )
    return (
        refuse("third_party_agreed", CONSENT[law_of(case, step)], items=named(agreed))
        if agreed
        else None
    )


def objection_is_answered(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What goes out against a third party's objection does so for a reason that is on record."""
    draft = draft_of(case)
    unanswered = tuple(
        item
        for item in draft.items
        if item.needs_review
        and not item.decided.public_interest.strip()
        and objection_is_overruled(item, concerned(case, draft, item))
    )
    if not unanswered:
        return None
    return refuse("objection_unanswered", THIRD_PARTY[law_of(case, step)], items=named(unanswered))


def opinions_have_come(case: Case, step: Step, calendar: WorkCalendar) -> Refusal | None:
    """A reply is approved when those who were asked have answered, or their time is over."""
    law = law_of(case, step)
    awaited = []
    for consultation in consultations(case):
        ends_on = opinion_due(consultation, law, calendar)
        if consultation.is_open and (ends_on is None or step.on <= ends_on):
            awaited.append(consultation.ref)
    if not awaited:
        return None
    return refuse("opinion_awaited", WAITING[law], waivable=True, ref=listed(awaited))


def _acknowledged(draft: Draft, code: str) -> bool:
    """Say whether the head of office approved this draft knowing of a breach."""
    return draft.approval is not None and code in draft.approval.acknowledged


CONTENTS: tuple[Guard, ...] = (
    something_is_decided,
    what_was_sent_back_is_decided_again,
    search_is_recorded,
    earlier_reply_is_cited,
    decisions_rest_on_their_steps,
    third_party_was_asked,
    consent_is_heeded,
    objection_is_answered,
    excess_was_judged,
)
