"""What was withheld is looked at again, each year unless the office sets it otherwise."""

from datetime import date

import pytest

from states.case import Event, EventKind
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.statute.outcomes import Outcome
from states.statute.practice import Practice
from tests.builders import a_letter, a_move, a_reply, a_request, by, request_facts
from tests.fakes import FixedClock
from tests.replies import PROOF, an_item
from workflow.bootstrap import Office
from workflow.records.errors import RequestNotFoundError
from workflow.records.facts import NewFact, NewRequest
from workflow.records.tables.registers import RefusalReviewRow
from workflow.services.registers.errors import (
    NotWithheldError,
)
from workflow.services.registers.refusals import (
    WITHHOLDING,
    Conclusion,
    RefusalLine,
    ReviewRefusal,
    refusals,
    review_refusal,
)

ANSWERED = date(2025, 9, 22)  # Monday, where the clock of the tests stands
NEXT_YEAR = date(2026, 9, 22)  # Tuesday


def ended(office: Office, outcome: Outcome, content: str = "会议纪要") -> str:
    number = a_request(office, content=content)
    a_reply(office, number, outcome=outcome)
    return number


def lines(office: Office, today: date = ANSWERED, *, months: int = 12) -> list[RefusalLine]:
    practice = Practice(refusal_review_months=months)
    with office.read() as view:
        return refusals(view, today, office.calendar, practice)


def reviewed(
    office: Office,
    number: str,
    conclusion: Conclusion = Conclusion.STILL_WITHHELD,
    *,
    on: date = ANSWERED,
    item: str = "",
    next_on: date | None = None,
    key: str = "",
) -> RefusalReviewRow:
    command = ReviewRefusal(
        request_number=number,
        item=item,
        conclusion=conclusion,
        basis="情势没有变化",
        reviewer="赵审查",
        reviewed_on=on,
        next_on=next_on,
    )
    with office.work() as uow:
        return review_refusal(command, uow, by(office, key=key), office.practice)


def next_on(line: RefusalLine) -> date | None:
    return None if line.next_due is None else line.next_due.on


def test_what_was_withheld_in_whole_or_in_part_is_listed_and_nothing_else(
    office: Office,
) -> None:
    withheld = [
        ended(office, Outcome.DELIBERATIVE),
        ended(office, Outcome.PARTLY_DISCLOSED),
        ended(office, Outcome.THIRD_PARTY_RIGHTS),
    ]
    for outcome in (Outcome.DISCLOSED, Outcome.NOT_HELD, Outcome.SPECIAL_QUERY, Outcome.PETITION):
        ended(office, outcome)
    a_request(office)

    assert [line.withheld.request_number for line in lines(office)] == withheld


def test_each_item_that_was_withheld_or_severed_is_listed_with_its_ground(
    office: Office,
) -> None:
    number = a_request(office)
    items = (
        an_item(item="1"),
        an_item(Decision.WITHHOLD, "2", ground=Ground.TRADE_SECRET),
        an_item(Decision.SEVER, "3", ground=Ground.PERSONAL_PRIVACY, part="身份证号码"),
        an_item(Decision.SPECIAL_QUERY, "4"),
    )
    a_letter(office, number, ANSWERED, *items)
    a_move(office, number, "post_reply", matter=PROOF)

    assert [
        (line.withheld.item, line.withheld.title, line.withheld.ground) for line in lines(office)
    ] == [
        ("2", "第2项信息", "trade_secret"),
        ("3", "第3项信息（身份证号码）", "personal_privacy"),
    ]


def test_of_a_reply_that_came_from_a_ledger_the_outcome_alone_is_known(office: Office) -> None:
    closed = Event(EventKind.REPLY_POSTED, ANSWERED, outcome=Outcome.DELIBERATIVE)
    received = Event(EventKind.SUBMITTED, date(2025, 9, 1))
    facts = request_facts(content="会议纪要")
    with office.work() as uow:
        uow.requests.add(
            NewRequest(facts, (NewFact(received), NewFact(closed))),
            actor="李四",
            at=office.clock.now(),
            calendar=office.calendar,
        )

    (line,) = lines(office)

    assert (line.withheld.item, line.withheld.title) == ("", "会议纪要")
    assert line.withheld.ground == "deliberative"


def test_the_only_item_withheld_goes_without_saying_and_of_several_one_is_named(
    office: Office,
) -> None:
    alone = ended(office, Outcome.DELIBERATIVE)
    assert reviewed(office, alone).item == "1"

    several = a_request(office)
    items = (an_item(Decision.WITHHOLD, "1"), an_item(Decision.WITHHOLD, "2"))
    a_letter(office, several, ANSWERED, *items)
    a_move(office, several, "post_reply", matter=PROOF)
    with pytest.raises(NotWithheldError):
        reviewed(office, several)
    assert reviewed(office, several, item="2").item == "2"


def test_a_query_told_where_to_ask_is_no_refusal() -> None:
    assert Outcome.SPECIAL_QUERY not in WITHHOLDING
    assert Outcome.WITHHELD_UNSPECIFIED in WITHHOLDING
    assert len(WITHHOLDING) == 9


def test_the_first_review_is_due_a_year_after_the_reply(office: Office) -> None:
    ended(office, Outcome.DELIBERATIVE)

    (line,) = lines(office)

    assert (next_on(line), line.last) == (NEXT_YEAR, None)
    assert not lines(office, NEXT_YEAR)[0].next_due.is_late  # type: ignore[union-attr]
    assert lines(office, date(2026, 9, 23))[0].next_due.is_late  # type: ignore[union-attr]


def test_how_often_it_is_reviewed_is_a_setting(office: Office) -> None:
    ended(office, Outcome.DELIBERATIVE)

    (line,) = lines(office, months=6)

    assert next_on(line) == date(2026, 3, 22)


def test_after_a_review_the_next_is_due_a_year_later(office: Office, clock: FixedClock) -> None:
    number = ended(office, Outcome.DELIBERATIVE)
    clock.move(days=365)

    row = reviewed(office, number, on=NEXT_YEAR)

    assert row.next_on == date(2027, 9, 22)
    (line,) = lines(office, NEXT_YEAR)
    assert (next_on(line), line.last and line.last.reviewed_on) == (row.next_on, NEXT_YEAR)
    assert office.verify().holds


def test_what_may_be_disclosed_is_reviewed_no_more(office: Office) -> None:
    number = ended(office, Outcome.DELIBERATIVE)

    row = reviewed(office, number, Conclusion.MAY_BE_DISCLOSED)

    assert row.next_on is None
    assert next_on(lines(office)[0]) is None


def test_a_day_that_is_named_goes_before_the_usual(office: Office) -> None:
    number = ended(office, Outcome.DELIBERATIVE)

    reviewed(office, number, next_on=date(2025, 12, 1))

    assert next_on(lines(office)[0]) == date(2025, 12, 1)


def test_what_is_due_first_comes_first_and_what_is_settled_last(office: Office) -> None:
    settled, later, sooner = (ended(office, Outcome.DELIBERATIVE) for _ in range(3))
    reviewed(office, settled, Conclusion.MAY_BE_DISCLOSED)
    reviewed(office, sooner, next_on=date(2025, 12, 1))

    assert [line.withheld.request_number for line in lines(office)] == [sooner, later, settled]


def test_reviewing_twice_under_one_key_reviews_once(office: Office) -> None:
    number = ended(office, Outcome.DELIBERATIVE)

    assert reviewed(office, number, key="k").id == reviewed(office, number, key="k").id


def test_what_was_not_withheld_is_not_reviewed(office: Office) -> None:
    number = ended(office, Outcome.DISCLOSED)

    with pytest.raises(NotWithheldError):
        reviewed(office, number)


def test_an_item_that_was_not_withheld_is_not_reviewed(office: Office) -> None:
    number = ended(office, Outcome.DELIBERATIVE)

    with pytest.raises(NotWithheldError):
        reviewed(office, number, item="附件三")


def test_a_request_there_is_not_is_not_reviewed(office: Office) -> None:
    with pytest.raises(RequestNotFoundError):
        reviewed(office, "净公开申〔2025〕9号")
