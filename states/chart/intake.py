"""Moves by which a request is received (条例(2019) 第三十一条)."""

from states.case import EventKind, State
from states.chart.move import ANY_MOVE, BEFORE_RECEIPT, INTAKE, Move, by_law
from states.citation import cite
from states.guards.days import not_in_the_future
from states.guards.receipt import (
    needs_more_than_submission,
    not_before_submission,
    received_by_confirmation,
    received_by_signature,
    received_by_submission,
)
from states.statute.instruments import OGI_2019, PERIODS_2015

RECEIPT_MOVES: tuple[Move, ...] = (
    Move(
        "receive_in_hand",
        "登记收到（以提交日为准）",
        "record receipt by submission",
        EventKind.SUBMITTED,
        BEFORE_RECEIPT,
        State.RECEIVED,
        by_law(cite(OGI_2019, 31, 0, 1), cite(PERIODS_2015)),
        INTAKE,
        (*ANY_MOVE, received_by_submission),
    ),
    Move(
        "record_submission",
        "登记提交（收到日待确认）",
        "record a submission awaiting receipt",
        EventKind.SUBMITTED,
        BEFORE_RECEIPT,
        State.SUBMITTED,
        by_law(cite(OGI_2019, 31), cite(PERIODS_2015)),
        INTAKE,
        (*ANY_MOVE, needs_more_than_submission),
    ),
    Move(
        "record_arrival",
        "登记信件到达",
        "record an ordinary letter's arrival",
        EventKind.ARRIVED,
        BEFORE_RECEIPT,
        State.SUBMITTED,
        by_law(cite(OGI_2019, 31, 0, 2), cite(PERIODS_2015)),
        INTAKE,
        (*ANY_MOVE, received_by_confirmation),
    ),
    Move(
        "sign_for",
        "签收邮件",
        "sign for the post",
        EventKind.SIGNED_FOR,
        BEFORE_RECEIPT,
        State.RECEIVED,
        by_law(cite(OGI_2019, 31, 0, 2), cite(PERIODS_2015)),
        INTAKE,
        (*ANY_MOVE, not_before_submission, received_by_signature),
    ),
    Move(
        "confirm",
        "与申请人确认收到",
        "confirm receipt with the applicant",
        EventKind.CONFIRMED,
        BEFORE_RECEIPT,
        State.RECEIVED,
        by_law(cite(OGI_2019, 31), cite(PERIODS_2015)),
        INTAKE,
        (*ANY_MOVE, not_before_submission, received_by_confirmation),
    ),
    Move(
        "establish_receipt",
        "登记收到（收到日已确定）",
        "record an established receipt",
        EventKind.RECEIVED,
        BEFORE_RECEIPT,
        State.RECEIVED,
        by_law(cite(OGI_2019, 31), cite(PERIODS_2015)),
        INTAKE,
        (not_in_the_future, not_before_submission),
    ),
)
