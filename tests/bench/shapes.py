"""Cases for the clock: every question and every course of facts, at random dates."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

Fact = tuple[str, int] | tuple[str, int, dict[str, object]]

THEN = (date(2008, 6, 2).toordinal(), date(2018, 9, 3).toordinal())
NOW = (date(2019, 6, 3).toordinal(), date(2026, 3, 2).toordinal())
SINCE_FEES = (date(2021, 2, 1).toordinal(), NOW[1])


class Shape(NamedTuple):
    """A question, a channel, and facts by their day after the first."""

    question: str
    channel: str | None
    facts: tuple[Fact, ...]
    begins: tuple[int, int] = NOW


SHAPES = (
    Shape("reply_due", "in_person", (("submitted", 0),)),
    Shape("reply_due", "in_person", (("submitted", 0),), THEN),
    Shape("reply_due", "internet", (("submitted", 0),), THEN),
    Shape("reply_due", "post_signed", (("submitted", 0), ("signed_for", 4))),
    Shape("reply_due", "post_ordinary", (("arrived", 0), ("confirmed", 3))),
    Shape("reply_due", "internet", (("submitted", 0), ("confirmed", 10))),
    Shape("correction_notice_due", None, (("received", 0),)),
    Shape(
        "correction_period_end",
        None,
        (("received", 0), ("correction_requested", 4, {"period_workdays": 15})),
    ),
    Shape(
        "reply_due",
        "in_person",
        (
            ("received", 0),
            ("correction_requested", 4, {"period_workdays": 15}),
            ("correction_received", 15),
        ),
    ),
    Shape(
        "reply_due",
        "in_person",
        (
            ("received", 0),
            ("third_party_consulted", 7, {"ref": "a"}),
            ("third_party_letter_delivered", 9, {"ref": "a"}),
        ),
    ),
    Shape(
        "reply_due",
        "in_person",
        (
            ("received", 0),
            ("third_party_consulted", 7, {"ref": "a"}),
            ("third_party_letter_delivered", 9, {"ref": "a"}),
            ("third_party_answered", 18, {"ref": "a"}),
        ),
    ),
    Shape(
        "reply_due",
        "in_person",
        (
            ("submitted", 0),
            ("agency_consulted", 3, {"ref": "b"}),
            ("agency_answered", 17, {"ref": "b"}),
        ),
        THEN,
    ),
    Shape("third_party_opinion_due", None, (("third_party_letter_delivered", 0),)),
    Shape("joint_agency_opinion_due", None, (("agency_letter_delivered", 0),)),
    Shape(
        "reply_due", "in_person", (("received", 0), ("extension_notified", 15, {"workdays": 20}))
    ),
    Shape(
        "reply_due", "in_person", (("received", 0), ("extension_notified", 60, {"workdays": 20}))
    ),
    Shape(
        "reply_due",
        "in_person",
        (("received", 0), ("extension_notified", 15, {"workdays": 15})),
        THEN,
    ),
    Shape(
        "reply_due",
        "in_person",
        (
            ("received", 0),
            ("third_party_consulted", 7, {"ref": "a"}),
            ("third_party_answered", 18, {"ref": "a"}),
            ("extension_notified", 25, {"workdays": 20}),
        ),
    ),
    Shape("fee_payment_due", None, (("fee_notice_delivered", 0),), SINCE_FEES),
    Shape("fee_abandoned_on", None, (("fee_notice_delivered", 0),), SINCE_FEES),
    Shape(
        "reply_due",
        "in_person",
        (("received", 0), ("fee_notified", 14), ("fee_notice_delivered", 16), ("fee_paid", 30)),
        SINCE_FEES,
    ),
    Shape("proactive_publication_due", None, (("information_formed", 0),)),
    Shape("remedy_due", None, (("decision_served", 0),)),
    Shape("timeliness", "in_person", (("received", 0), ("reply_dated", 25), ("reply_posted", 26))),
    Shape(
        "timeliness", "in_person", (("received", 0), ("reply_posted", 28), ("reply_delivered", 35))
    ),
    Shape(
        "reply_due",
        "in_person",
        (("received", 0), ("reasons_requested", 2), ("delay_notified", 20, {"new_due": 90})),
    ),
)
YEAR_END = "report_year_end"
REPORTS = (("annual_report_due", 2008, 2018), ("annual_report_due_government", 2019, 2025))


def case_lines(count: int, random: Random) -> Iterator[bytes]:
    """Yield the shapes in turn as lines of JSON, each at a random date."""
    turns = len(SHAPES) + len(REPORTS)
    for index in range(count):
        turn = index % turns
        if turn < len(SHAPES):
            case = _case(SHAPES[turn], random)
        else:
            case = _report(*REPORTS[turn - len(SHAPES)], random)
        yield json.dumps({"id": f"N{index}", **case}, ensure_ascii=False).encode() + b"\n"


def _case(shape: Shape, random: Random) -> dict[str, object]:
    first = date.fromordinal(random.randint(*shape.begins))
    case: dict[str, object] = {"question": shape.question}
    if shape.channel is not None:
        case["channel"] = shape.channel
    case["events"] = [_event(fact, first) for fact in shape.facts]
    return case


def _event(fact: Fact, first: date) -> dict[str, object]:
    kind, after, *more = fact
    event: dict[str, object] = {"type": kind, "on": _day(first, after)}
    for terms in more:
        event |= terms
    new_due = event.get("new_due")
    if isinstance(new_due, int):
        event["new_due"] = _day(first, new_due)
    return event


def _day(first: date, after: int) -> str:
    return (first + timedelta(days=after)).isoformat()


def _report(question: str, since: int, until: int, random: Random) -> dict[str, object]:
    year = random.randint(since, until)
    return {"question": question, "events": [{"type": YEAR_END, "on": f"{year}-12-31"}]}
