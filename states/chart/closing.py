"""Moves by which a request ends: the reply issued and served, the request withdrawn or merged."""

from states.case import OPEN_STATES, EventKind, State
from states.chart.move import ANSWERABLE, ANY_MOVE, CASEWORK, THEN_ON, Move, by_law
from states.citation import cite
from states.deciding.draft import outcome_of_draft
from states.guards.contents import CONTENTS
from states.guards.correction import correction_is_settled
from states.guards.drafting import (
    draft_is_as_seen,
    items_are_reviewed,
    letter_has_its_number,
    not_before_last_draft_step,
    reply_is_approved,
    reply_is_dated,
    reply_is_not_yet_dated,
    somebody_signs,
)
from states.guards.guard import Guard
from states.guards.merging import (
    target_came_no_later,
    target_is_another,
    target_is_named,
    target_is_not_merged,
    target_is_of_the_same_applicant,
    target_is_open,
)
from states.guards.serving import (
    address_is_kept,
    carried_by_the_post_office,
    failure_has_its_reason,
    late_reason_is_given,
    outcome_follows_from_the_items,
    reply_is_in_the_post,
    served_once_unless_it_failed,
    service_is_under_way,
    signer_is_kept,
    tracking_number_is_kept,
)
from states.statute.instruments import OGI_2007, OGI_2019, SERVICE_2016

_REPLY = by_law(cite(OGI_2019, 36), cite(OGI_2007, 21))
_SERVICE = by_law(cite(SERVICE_2016), cite(SERVICE_2016))
_ANSWERED = frozenset({State.ANSWERED})
_CLEARED = (correction_is_settled, *CONTENTS, items_are_reviewed, reply_is_approved)
_TERMS = (outcome_follows_from_the_items, late_reason_is_given)


def _serving(name: str, zh: str, en: str, fact: EventKind, *terms: Guard) -> Move:
    """Return a way of service: the letter that was issued of what is approved as it now stands."""
    return Move(
        name,
        zh,
        en,
        fact,
        ANSWERABLE | _ANSWERED,
        State.ANSWERED,
        _REPLY,
        guards=(
            *THEN_ON,
            not_before_last_draft_step,
            served_once_unless_it_failed,
            *_CLEARED,
            reply_is_dated,
        ),
        terms=(*_TERMS, *terms),
        outcome=outcome_of_draft,
    )


CLOSING_MOVES: tuple[Move, ...] = (
    Move(
        "date_reply",
        "制发答复书",
        "issue the reply letter",
        EventKind.REPLY_DATED,
        ANSWERABLE,
        None,
        _REPLY,
        CASEWORK,
        (*ANY_MOVE, not_before_last_draft_step, *_CLEARED, reply_is_not_yet_dated),
        (somebody_signs, letter_has_its_number, draft_is_as_seen),
        signed=True,
    ),
    _serving(
        "post_reply",
        "邮寄答复",
        "post the reply",
        EventKind.REPLY_POSTED,
        tracking_number_is_kept,
        carried_by_the_post_office,
    ),
    _serving(
        "hand_over_reply",
        "当面送达答复",
        "hand over the reply",
        EventKind.REPLY_SIGNED_FOR,
        signer_is_kept,
    ),
    _serving(
        "send_reply",
        "电子送达答复",
        "send the reply electronically",
        EventKind.REPLY_SENT,
        address_is_kept,
    ),
    Move(
        "record_reply_delivery",
        "登记邮件妥投",
        "record the letter's delivery",
        EventKind.REPLY_DELIVERED,
        _ANSWERED,
        None,
        _SERVICE,
        guards=(*THEN_ON, reply_is_in_the_post),
    ),
    Move(
        "record_failed_service",
        "登记送达不成",
        "record that service failed",
        EventKind.SERVICE_FAILED,
        _ANSWERED,
        None,
        _SERVICE,
        guards=(*THEN_ON, service_is_under_way),
        terms=(failure_has_its_reason,),
    ),
    Move(
        "withdraw",
        "申请人撤回",
        "withdraw the request",
        EventKind.WITHDRAWN,
        OPEN_STATES,
        State.WITHDRAWN,
        by_law(),
        guards=THEN_ON,
    ),
    Move(
        "merge_into",
        "并入另一件申请",
        "merge into another request",
        EventKind.MERGED,
        OPEN_STATES,
        State.MERGED,
        by_law(cite(OGI_2019, 45)),
        guards=THEN_ON,
        terms=(
            target_is_named,
            target_is_another,
            target_is_not_merged,
            target_is_open,
            target_came_no_later,
            target_is_of_the_same_applicant,
        ),
    ),
)
