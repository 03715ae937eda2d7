"""Reconsiderations and suits: what is due when, and what the end is counted as."""

from datetime import date

import pytest

from states.clock.deadlines import ClockKey
from states.statute.disputes import DisputeDecision, DisputeResult
from tests.builders import by
from workflow.bootstrap import Office
from workflow.records.canonical import JsonValue
from workflow.records.register_facts import (
    Lawsuit,
    Reconsideration,
)
from workflow.services.registers.books import LAWSUITS, RECONSIDERATIONS, Book
from workflow.services.registers.disputes import (
    Conclude,
    conclude,
    deadlines,
    is_open,
    title_of,
)
from workflow.services.registers.entering import enter, put_right
from workflow.services.registers.errors import (
    AlreadyConcludedError,
)

TODAY = date(2025, 9, 22)  # Monday, where the clock of the tests stands
RECEIVED = date(2025, 9, 15)  # Monday


def a_reconsideration(office: Office, **given: object) -> int:
    facts = Reconsideration(**{"received_on": RECEIVED, **given})  # type: ignore[arg-type]
    with office.work() as uow:
        return enter(RECONSIDERATIONS, facts, uow, by(office))


def a_suit(office: Office, **given: object) -> int:
    facts = Lawsuit(**{"received_on": RECEIVED, "after_reconsideration": False, **given})  # type: ignore[arg-type]
    with office.work() as uow:
        return enter(LAWSUITS, facts, uow, by(office))


def due(office: Office, book: Book, row_id: int, today: date = TODAY) -> list[tuple[str, date]]:
    with office.read() as view:
        row = book.register(view).find(row_id)
    found = deadlines(row, office.calendar, office.practice, today)
    return [(deadline.key.value, deadline.due) for deadline in found]


def change(office: Office, book: Book, row_id: int, **changes: object) -> None:
    with office.work() as uow:
        put_right(book, row_id, changes, "登记", uow, by(office))


def ended(
    office: Office,
    book: Book,
    row_id: int,
    decision: DisputeDecision,
    result: DisputeResult | None = None,
    *,
    key: str = "",
) -> DisputeResult:
    command = Conclude(row_id=row_id, decision=decision, result=result, concluded_on=TODAY)
    with office.work() as uow:
        return conclude(book, command, uow, by(office, key=key))


# From Mon 2025-09-15: 16..19 = 1..4, Mon 22 = 5; 22..26 = 5..9, Sun 28 (worked) = 10.
@pytest.mark.parametrize(
    ("procedure", "on"), [("ordinary", date(2025, 9, 28)), ("summary", date(2025, 9, 22))]
)
def test_a_reconsideration_is_to_be_answered_by_its_procedure(
    office: Office, procedure: str, on: date
) -> None:
    row_id = a_reconsideration(office, procedure=procedure)

    assert due(office, RECONSIDERATIONS, row_id) == [(ClockKey.RECONSIDERATION_ANSWER, on)]


def test_a_day_the_authority_fixed_goes_before_the_period(office: Office) -> None:
    row_id = a_reconsideration(office, answer_by=date(2025, 9, 24))

    assert due(office, RECONSIDERATIONS, row_id) == [
        (ClockKey.RECONSIDERATION_ANSWER, date(2025, 9, 24))
    ]


def test_what_was_answered_is_due_no_more(office: Office) -> None:
    row_id = a_reconsideration(office)

    change(office, RECONSIDERATIONS, row_id, answered_on=date(2025, 9, 19))

    assert due(office, RECONSIDERATIONS, row_id) == []


# Mon 2025-09-15 + 15 = Tue 2025-09-30.
def test_a_suit_is_to_be_answered_within_fifteen_days(office: Office) -> None:
    row_id = a_suit(office)

    assert due(office, LAWSUITS, row_id) == [(ClockKey.LITIGATION_ANSWER, date(2025, 9, 30))]


# Served on Mon 2025-09-22: + 15 = Tue 10-07, in the holiday up to 10-08, so Thu 10-09;
# + 10 = Thu 10-02, likewise Thu 10-09.
@pytest.mark.parametrize("paper", ["judgment", "ruling"])
def test_after_the_judgment_only_the_appeal_is_open(office: Office, paper: str) -> None:
    row_id = a_suit(office)

    change(office, LAWSUITS, row_id, paper=paper, served_on=TODAY)

    assert due(office, LAWSUITS, row_id) == [(ClockKey.APPEAL, date(2025, 10, 9))]


def test_an_appeal_that_was_brought_is_due_no_more(office: Office) -> None:
    row_id = a_suit(office)
    change(office, LAWSUITS, row_id, paper="judgment", served_on=TODAY)

    change(office, LAWSUITS, row_id, appealed_on=TODAY, appellant="本机关")

    assert due(office, LAWSUITS, row_id) == []


def test_a_time_for_appealing_that_has_passed_is_over(office: Office) -> None:
    row_id = a_suit(office)
    change(office, LAWSUITS, row_id, paper="judgment", served_on=TODAY)

    assert due(office, LAWSUITS, row_id, date(2025, 10, 9)) != []
    assert due(office, LAWSUITS, row_id, date(2025, 10, 10)) == []


@pytest.mark.parametrize(
    ("decision", "result"),
    [
        (DisputeDecision.UPHELD, DisputeResult.UPHELD),
        (DisputeDecision.PARTLY_REVOKED, DisputeResult.CORRECTED),
        (DisputeDecision.ORDERED_TO_PERFORM, DisputeResult.CORRECTED),
        (DisputeDecision.WITHDRAWN, DisputeResult.OTHER),
        (DisputeDecision.APPLICATION_DISMISSED, DisputeResult.OTHER),
    ],
)
def test_a_decision_counts_as_the_usual_result(
    office: Office, decision: DisputeDecision, result: DisputeResult
) -> None:
    row_id = a_reconsideration(office)

    assert ended(office, RECONSIDERATIONS, row_id, decision) is result

    with office.read() as view:
        row = view.reconsiderations.find(row_id)
    assert (row.result, row.decision, row.concluded_on) == (result, decision, TODAY)
    assert not is_open(row)
    assert due(office, RECONSIDERATIONS, row_id) == []


def test_the_office_may_count_a_decision_otherwise(office: Office) -> None:
    with office.work() as uow:
        settings: JsonValue = {"dispute_results": {"mediated": "corrected"}}
        uow.offices.amend(
            {"settings": settings}, reason="设定", actor="管理员", at=office.clock.now()
        )
    row_id = a_reconsideration(office)

    counted = ended(office, RECONSIDERATIONS, row_id, DisputeDecision.MEDIATED)

    assert counted is DisputeResult.CORRECTED


def test_a_result_that_is_named_stands(office: Office) -> None:
    row_id = a_suit(office)

    counted = ended(office, LAWSUITS, row_id, DisputeDecision.SETTLED, DisputeResult.CORRECTED)

    assert counted is DisputeResult.CORRECTED


def test_a_dispute_is_concluded_once(office: Office) -> None:
    row_id = a_suit(office)
    ended(office, LAWSUITS, row_id, DisputeDecision.REVOKED, key="k")
    again = ended(office, LAWSUITS, row_id, DisputeDecision.UPHELD, key="k")

    assert again is DisputeResult.CORRECTED
    with pytest.raises(AlreadyConcludedError):
        ended(office, LAWSUITS, row_id, DisputeDecision.UPHELD)


@pytest.mark.parametrize(
    ("court", "case_number", "title"),
    [
        ("惠安县人民法院", "（2025）闽0521行初1号", "惠安县人民法院 （2025）闽0521行初1号"),
        ("惠安县人民法院", "", "惠安县人民法院"),
        ("", "", ""),
    ],
)
def test_a_dispute_is_called_by_who_hears_it(
    office: Office, court: str, case_number: str, title: str
) -> None:
    row_id = a_suit(office, court=court, case_number=case_number)

    with office.read() as view:
        assert title_of(view.lawsuits.find(row_id)) == title
