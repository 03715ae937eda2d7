"""Moves that ask, judge or tell something while a request is in hand, and move no date."""

from states.case import EventKind, State
from states.chart.move import ANY_MOVE, APPROVAL, IN_HAND, THEN_ON, WORKING, Move, by_law
from states.citation import cite
from states.guards.consultations import (
    some_third_party_objected,
    third_party_is_untold,
    this_third_party_objected,
)
from states.guards.fees import within_payment_period
from states.guards.more_time import (
    extended_in_time,
    extended_only_once,
    extension_is_not_pending,
    extension_was_asked_for,
    reasons_judged_only_once,
    reasons_were_given,
    under_the_2019_law,
    within_extension_limit,
)
from states.statute.instruments import FEE_2020, OGI_2007, OGI_2019

_EXTENSION = by_law(cite(OGI_2019, 33, 2), cite(OGI_2007, 24, 2))
_REASONS = by_law(cite(OGI_2019, 35))
_JUDGES = (*THEN_ON, under_the_2019_law, reasons_were_given, reasons_judged_only_once)

JUDGING_MOVES: tuple[Move, ...] = (
    Move(
        "notify_third_party",
        "告知第三方决定公开",
        "tell a third party of disclosure despite its objection",
        EventKind.THIRD_PARTY_NOTIFIED,
        WORKING | {State.ANSWERED},
        None,
        by_law(cite(OGI_2019, 32), cite(OGI_2007, 23)),
        guards=(*ANY_MOVE, some_third_party_objected),
        terms=(this_third_party_objected, third_party_is_untold),
    ),
    Move(
        "request_extension",
        "提请延长答复期限",
        "ask for an extension",
        EventKind.EXTENSION_REQUESTED,
        WORKING,
        None,
        _EXTENSION,
        guards=(*ANY_MOVE, extended_only_once, extension_is_not_pending, extended_in_time),
        terms=(within_extension_limit,),
    ),
    Move(
        "refuse_extension",
        "不同意延长答复期限",
        "refuse an extension",
        EventKind.EXTENSION_REFUSED,
        WORKING,
        None,
        _EXTENSION,
        APPROVAL,
        (*ANY_MOVE, extended_only_once, extension_was_asked_for),
    ),
    Move(
        "accept_reasons",
        "认定理由合理",
        "find the reasons reasonable",
        EventKind.REASONS_ACCEPTED,
        IN_HAND,
        None,
        _REASONS,
        guards=_JUDGES,
    ),
    Move(
        "reject_reasons",
        "认定理由不合理",
        "find the reasons unreasonable",
        EventKind.REASONS_REJECTED,
        IN_HAND,
        None,
        _REASONS,
        guards=_JUDGES,
    ),
    Move(
        "record_part_payment",
        "收到部分缴费",
        "record payment in part",
        EventKind.FEE_PART_PAID,
        frozenset({State.AWAITING_PAYMENT}),
        None,
        by_law(cite(FEE_2020, 6)),
        guards=(*THEN_ON, within_payment_period),
    ),
    Move(
        "name_right_office",
        "指明负责公开的机关",
        "name the organ that is responsible",
        EventKind.RIGHT_OFFICE_NAMED,
        WORKING,
        None,
        by_law(cite(OGI_2019, 36, 0, 5), cite(OGI_2007, 21, 0, 3)),
        guards=ANY_MOVE,
    ),
)
