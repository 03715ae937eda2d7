"""Moves by which a request ends: the reply served, or the request withdrawn."""

from states.case import OPEN_STATES, EventKind, State
from states.chart.move import ANY_MOVE, APPROVAL, THEN_ON, WORKING, Move, by_law
from states.citation import cite
from states.guards.correction import correction_is_settled
from states.guards.more_time import excess_was_judged
from states.guards.reply import outcome_has_its_ground, outcome_is_named, outcome_is_of_the_law
from states.statute.instruments import OGI_2007, OGI_2019, SERVICE_2016

ANSWERABLE = WORKING | {State.AWAITING_CORRECTION}
_REPLY = by_law(cite(OGI_2019, 36), cite(OGI_2007, 21))
_DECIDES = (outcome_is_named, outcome_is_of_the_law, outcome_has_its_ground, excess_was_judged)
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
)
