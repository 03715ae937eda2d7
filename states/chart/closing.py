"""Moves by which a request ends: the reply served, the request withdrawn or merged."""

from states.case import OPEN_STATES, EventKind, State
from states.chart.move import ANY_MOVE, APPROVAL, THEN_ON, WORKING, Move, by_law
from states.citation import cite
from states.guards.correction import correction_is_settled
from states.guards.merging import (
    target_came_no_later,
    target_is_another,
    target_is_named,
    target_is_not_merged,
    target_is_of_the_same_applicant,
    target_is_open,
)
from states.guards.reply import outcome_has_its_ground, outcome_is_named, outcome_is_of_the_law
from states.statute.instruments import OGI_2007, OGI_2019, SERVICE_2016

ANSWERABLE = WORKING | {State.AWAITING_CORRECTION}
_REPLY = by_law(cite(OGI_2019, 36), cite(OGI_2007, 21))
_DECIDES = (outcome_is_named, outcome_is_of_the_law, outcome_has_its_ground)
CLOSING_MOVES: tuple[Move, ...] = (
    Move(
        "date_reply",
        "签发答复书",
        "sign the reply",
        EventKind.REPLY_DATED,
        WORKING,
        None,
        _REPLY,
        APPROVAL,
        ANY_MOVE,
    ),
    Move(
        "post_reply",
        "邮寄答复",
        "post the reply",
        EventKind.REPLY_POSTED,
        ANSWERABLE,
        State.ANSWERED,
        _REPLY,
        guards=(*THEN_ON, correction_is_settled),
        terms=_DECIDES,
    ),
    Move(
        "hand_over_reply",
        "当面送达答复",
        "hand over the reply",
        EventKind.REPLY_SIGNED_FOR,
        ANSWERABLE,
        State.ANSWERED,
        _REPLY,
        guards=(*THEN_ON, correction_is_settled),
        terms=_DECIDES,
    ),
    Move(
        "send_reply",
        "电子送达答复",
        "send the reply electronically",
        EventKind.REPLY_SENT,
        ANSWERABLE,
        State.ANSWERED,
        _REPLY,
        guards=(*THEN_ON, correction_is_settled),
        terms=_DECIDES,
    ),
    Move(
        "record_reply_delivery",
        "登记邮件妥投",
        "record the letter's delivery",
        EventKind.REPLY_DELIVERED,
        frozenset({State.ANSWERED}),
        None,
        by_law(cite(SERVICE_2016), cite(SERVICE_2016)),
        guards=THEN_ON,
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
