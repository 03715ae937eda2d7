"""Conditions on what is decided on an item, and on the evidence for it (条例(2019) 第三十六条)."""

from states.calendar.workdays import WorkCalendar
from states.case import Case, EventKind
from states.citation import Citation, cite
from states.clock.spans import consultations
from states.errors import Refusal
from states.guards.correction import CORRECTION
from states.guards.guard import law_of, listed, refuse
from states.guards.more_time import REASONS
from states.matters import EarlierReplyCited, ItemDecided, SearchRecorded
from states.statute import decisions, grounds
from states.statute.decisions import Need
from states.statute.instruments import OGI_2007, OGI_2019, OPINIONS_2008
from states.statute.versions import Law
from states.steps import Step

REPLY = {Law.OGI_2019: cite(OGI_2019, 36), Law.OGI_2007: cite(OGI_2007, 21)}
SEARCH = {Law.OGI_2019: cite(OGI_2019, 36, 0, 4), Law.OGI_2007: cite(OGI_2007, 21, 0, 3)}
EARLIER_REPLY = {Law.OGI_2019: cite(OGI_2019, 36, 0, 6), Law.OGI_2007: cite(OPINIONS_2008)}

# The step that a decision supposes; the 2007 text knows neither as a condition.
STEP_NEEDED: dict[Need, tuple[EventKind, Citation]] = {
    Need.CORRECTION: (EventKind.CORRECTION_RECEIVED, CORRECTION),
    Need.REASONS_ASKED: (EventKind.REASONS_REQUESTED, REASONS),
}


def _decided(step: Step) -> ItemDecided | None:
    return step.matter if isinstance(step.matter, ItemDecided) else None


def _article(decided: ItemDecided, case: Case, step: Step) -> Citation:
    """Return the article that a decision rests on; the article on replies where none says so."""
    law = law_of(case, step)
    return next(iter(decisions.rule(decided.decision).cited_under(law)), REPLY[law])


def _needs(decided: ItemDecided | None, need: Need) -> bool:
    return decided is not None and need in decisions.rule(decided.decision).needs


def decision_is_named(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An item is decided by saying which it is, what it is about, and what is decided."""
    decided = _decided(step)
    if decided is not None and decided.item.strip() and decided.title.strip():
        return None
    return refuse("decision_unnamed", REPLY[law_of(case, step)])


def decision_is_of_the_law(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An item is decided as the law in force on receipt allows."""
    decided = _decided(step)
    if decided is None or law_of(case, step) in decisions.rule(decided.decision).laws:
        return None
    return refuse("decision_not_in_law", REPLY[law_of(case, step)], decision=decided.decision)


def ground_is_given(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """What is withheld is withheld on a ground, what is not on none."""
    decided = _decided(step)
    if decided is None or _needs(decided, Need.GROUND) is (decided.ground is not None):
        return None
    if decided.ground is None:
        article = _article(decided, case, step)
        return refuse("ground_missing", article, decision=decided.decision)
    return refuse("ground_superfluous", None, decision=decided.decision, ground=decided.ground)


def ground_is_of_the_law(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A ground is one that the law in force on receipt knows."""
    decided = _decided(step)
    if decided is None or decided.ground is None:
        return None
    found = grounds.rule(decided.ground)
    if found.cited_under(law_of(case, step)):
        return None
    return refuse("ground_not_in_law", found.citation, ground=decided.ground)


def reason_is_given(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Whatever is refused is refused for a reason that the applicant is told."""
    decided = _decided(step)
    if decided is None or not _needs(decided, Need.REASON) or decided.reason.strip():
        return None
    return refuse(
        "reason_missing",
        _article(decided, case, step),
        item=decided.item,
        decision=decided.decision,
    )


def withheld_part_is_named(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Severance says which part is withheld; the rest goes out."""
    decided = _decided(step)
    if decided is None or not _needs(decided, Need.PART) or decided.part.strip():
        return None
    return refuse("part_missing", _article(decided, case, step), item=decided.item)


def way_is_told(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Who is referred elsewhere is told where, or how."""
    decided = _decided(step)
    if decided is None or not _needs(decided, Need.WHERE) or decided.where.strip():
        return None
    return refuse(
        "where_missing", _article(decided, case, step), item=decided.item, decision=decided.decision
    )


def decision_rests_on_its_step(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """Some decisions follow only upon a step already taken."""
    decided = _decided(step)
    return None if decided is None else unsupported(decided, case, law_of(case, step))


def unsupported(decided: ItemDecided, case: Case, law: Law) -> Refusal | None:
    """Refuse a decision whose step was not taken."""
    if law is Law.OGI_2007 or decisions.rule(decided.decision).needs.isdisjoint(STEP_NEEDED):
        return None
    for need, (kind, citation) in STEP_NEEDED.items():
        if _needs(decided, need) and case.first(kind) is None:
            return refuse("decision_needs_step", citation, decision=decided.decision, needs=kind)
    return None


def consultations_are_known(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An item names consultations that were sent."""
    decided = _decided(step)
    if decided is None or not decided.consulted:
        return None
    known = {consultation.ref for consultation in consultations(case)}
    unknown = [ref for ref in decided.consulted if ref not in known]
    return refuse("consultation_unknown", None, ref=listed(unknown)) if unknown else None


def search_is_described(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """A search says where, by which words, and who searched; courts ask for all three."""
    matter = step.matter
    if isinstance(matter, SearchRecorded) and all(
        said.strip() for said in (matter.where, matter.keywords, matter.searched_by)
    ):
        return None
    return refuse("search_undescribed", SEARCH[law_of(case, step)])


def earlier_reply_is_identified(case: Case, step: Step, _calendar: WorkCalendar) -> Refusal | None:
    """An earlier reply has its number and its day, and is earlier."""
    matter = step.matter
    if (
        isinstance(matter, EarlierReplyCited)
        and matter.number.strip()
        and matter.replied_on <= step.on
    ):
        return None
    return refuse("earlier_reply_unidentified", EARLIER_REPLY[law_of(case, step)], on=step.on)
