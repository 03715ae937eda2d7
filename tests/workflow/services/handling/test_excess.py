"""Too many requests: counted, reasons asked, judged, and where each judgement leads."""

from datetime import date

import pytest

from states.errors import MoveRefusedError
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.builders import a_move, a_request
from tests.workflow.services.handling.acting import act, answer_due, handling, said
from workflow.bootstrap import Office
from workflow.records.beside import NO_REASON, Reason, ReasonsAsked
from workflow.services.handling.duties import DutyKind
from workflow.services.handling.errors import FieldBlankError, NotReceivedError
from workflow.services.handling.excess import (
    AskReasons,
    FixLaterDate,
    Frequency,
    JudgeReasons,
    ReceiveReasons,
    ask_reasons,
    fix_later_date,
    frequency,
    judge_reasons,
    receive_reasons,
)


def counted(office: Office, number: str) -> Frequency:
    with office.read() as view:
        return frequency(view, number)


def received_on(office: Office, *days: date, applicant: str = "张三") -> list[str]:
    return [
        a_request(office, submitted_on=day, applicant=applicant, content=f"{n}")
        for n, day in enumerate(days)
    ]


def heard(office: Office) -> str:
    """Return a request whose applicant has given reasons."""
    number = a_request(office)
    asked = ReasonsAsked(question="用途", answer_by=date(2025, 9, 19))
    act(office, ask_reasons, AskReasons(**said(number, on=date(2025, 9, 8)), asked=asked))
    command = ReceiveReasons(
        **said(number, on=date(2025, 9, 15)), reasons=Reason(reason="课题研究")
    )
    act(office, receive_reasons, command)
    return number


def judged(office: Office, number: str, *, reasonable: bool) -> None:
    reason = Reason(reason="确有需要" if reasonable else "与此前相同")
    act(office, judge_reasons, JudgeReasons(**said(number), reasonable=reasonable, reason=reason))


def test_requests_are_counted_by_month_quarter_and_year_of_receipt(office: Office) -> None:
    days = [
        date(2024, 12, 31),
        date(2025, 1, 2),
        date(2025, 6, 30),
        date(2025, 7, 1),
        date(2025, 9, 1),
        date(2025, 9, 22),
    ]
    *_, last = numbers = received_on(office, *days)
    received_on(office, date(2025, 9, 2), applicant="李五")

    found = counted(office, last)

    assert found.month.numbers == tuple(numbers[4:])
    assert found.quarter.numbers == tuple(numbers[3:])
    assert found.year.numbers == tuple(numbers[1:])
    assert (found.quarter.first, found.quarter.last) == (date(2025, 7, 1), date(2025, 9, 30))
    assert (found.month.first, found.month.last) == (date(2025, 9, 1), date(2025, 9, 30))


def test_the_first_quarter_begins_in_january(office: Office) -> None:
    (number,) = received_on(office, date(2025, 2, 10))

    assert counted(office, number).quarter.first == date(2025, 1, 1)


def test_without_a_day_of_receipt_nothing_is_counted(office: Office) -> None:
    number = a_request(office, channel=Channel.INTERNET)

    with pytest.raises(NotReceivedError):
        counted(office, number)


def test_the_count_goes_with_the_question(office: Office) -> None:
    received_on(office, date(2025, 7, 1), date(2025, 9, 2))

    number = heard(office)

    asked = handling(office, number).as_plain()["reasons"]["asked"]
    assert (asked["in_month"], asked["in_quarter"], asked["in_year"]) == (2, 3, 3)
    assert (asked["question"], asked["answer_by"]) == ("用途", "2025-09-19")


def test_reasons_that_came_are_to_be_judged(office: Office) -> None:
    number = heard(office)

    assert [duty.kind for duty in handling(office, number).duties] == [DutyKind.JUDGE_REASONS]
    judged(office, number, reasonable=True)
    found = handling(office, number)
    assert found.duties == ()
    assert found.excess is not None
    assert found.excess.is_reasonable is True
    assert found.excess.judged is not None
    assert found.excess.judged.actor == "李四"


def test_unreasonable_reasons_lead_to_no_processing_and_to_no_later_date(office: Office) -> None:
    number = heard(office)
    judged(office, number, reasonable=False)

    with pytest.raises(MoveRefusedError) as caught:
        act(office, fix_later_date, FixLaterDate(**said(number), new_due=date(2025, 12, 1)))
    a_move(office, number, "post_reply", outcome=Outcome.EXCESSIVE)

    assert [refusal.code for refusal in caught.value.refusals] == ["reasons_rejected"]
    with office.read() as view:
        assert view.requests.find(number).outcome == "excessive"


def test_reasonable_reasons_allow_a_later_date_that_was_told(office: Office) -> None:
    number = heard(office)
    judged(office, number, reasonable=True)

    act(
        office,
        fix_later_date,
        FixLaterDate(
            **said(number), new_due=date(2025, 12, 1), reason=Reason(reason="需要逐件核对")
        ),
    )

    assert answer_due(office, number) == date(2025, 12, 1)
    assert handling(office, number).as_plain()["reasons"]["delayed"]["reason"] == "需要逐件核对"


def test_a_judgement_says_why(office: Office) -> None:
    number = heard(office)

    with pytest.raises(FieldBlankError):
        act(
            office,
            judge_reasons,
            JudgeReasons(**said(number), reasonable=True, reason=NO_REASON),
        )


def test_reasons_that_say_nothing_are_none(office: Office) -> None:
    number = a_request(office)
    act(office, ask_reasons, AskReasons(**said(number), asked=ReasonsAsked()))

    with pytest.raises(FieldBlankError):
        act(office, receive_reasons, ReceiveReasons(**said(number), reasons=NO_REASON))
    found = handling(office, number).excess
    assert found is not None
    assert not found.is_to_be_judged
    assert found.is_reasonable is None
