"""Extensions: asked by the clerk, decided by the head of office, told; nothing moves before."""

from datetime import date

import pytest

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import a_move, a_request
from tests.workflow.services.handling.acting import act, answer_due, handling, said
from workflow.bootstrap import Office
from workflow.records.beside import NO_REASON, Reason
from workflow.services.handling.duties import DutyKind
from workflow.services.handling.errors import FieldBlankError
from workflow.services.handling.extending import (
    AskExtension,
    DecideExtension,
    TellExtension,
    ask_extension,
    decide_extension,
    outlook,
    tell_extension,
    waiting_extensions,
)

MANY = Reason(reason="材料多")
HEAD = Role.HEAD_OF_OFFICE
# Received Mon 2025-09-01, due Sun 09-28*; five more: 29, 30, 10-09, 10, Sat 11*; ten: 13..17.
DUE = date(2025, 9, 28)
FIVE_MORE, TEN_MORE = date(2025, 10, 11), date(2025, 10, 17)


def asked(office: Office, number: str, workdays: int = 10, reason: Reason = MANY) -> None:
    act(
        office,
        ask_extension,
        AskExtension(**said(number), workdays=workdays, reason=reason),
    )


def decided(
    office: Office,
    number: str,
    *,
    approved: bool = True,
    workdays: int = 0,
    reason: Reason = NO_REASON,
) -> None:
    command = DecideExtension(
        **said(number, role=HEAD, actor="陈主任"),
        approved=approved,
        workdays=workdays,
        reason=reason,
    )
    act(office, decide_extension, command)


def told(office: Office, number: str, workdays: int = 0) -> None:
    act(office, tell_extension, TellExtension(**said(number), workdays=workdays))


def test_only_telling_the_applicant_moves_the_date(office: Office) -> None:
    number = a_request(office)

    asked(office, number)
    assert answer_due(office, number) == DUE
    decided(office, number)
    assert answer_due(office, number) == DUE
    told(office, number)

    assert answer_due(office, number) == TEN_MORE


def test_the_head_of_office_may_consent_to_less_than_was_asked_for(office: Office) -> None:
    number = a_request(office)
    asked(office, number, 10)
    decided(office, number, workdays=5)

    with pytest.raises(MoveRefusedError) as caught:
        told(office, number, 10)
    told(office, number)

    assert [refusal.code for refusal in caught.value.refusals] == ["extension_beyond_approval"]
    assert answer_due(office, number) == FIVE_MORE


def test_a_consent_without_a_length_allows_the_longest_the_law_has(office: Office) -> None:
    number = a_request(office)
    decided(office, number)

    told(office, number)

    # Twenty more from Sun 09-28*: 29, 30 = 1, 2; 10-09, 10 = 3, 4; Sat 11* = 5; 13..17 = 6..10;
    # 20..24 = 11..15; 27..31 = 16..20.
    assert answer_due(office, number) == date(2025, 10, 31)


def test_an_extension_that_nobody_consented_to_is_not_told(office: Office) -> None:
    number = a_request(office)
    asked(office, number)

    with pytest.raises(MoveRefusedError) as caught:
        told(office, number)

    assert [refusal.code for refusal in caught.value.refusals] == ["extension_not_approved"]


def test_a_refusal_is_explained_and_ends_the_matter(office: Office) -> None:
    number = a_request(office)
    asked(office, number)

    with pytest.raises(FieldBlankError):
        decided(office, number, approved=False)
    decided(office, number, approved=False, reason=Reason(reason="可以按期答复"))

    found = handling(office, number)
    assert found.extension is not None
    assert not found.extension.is_pending
    assert found.duties == ()
    assert found.as_plain()["extension"]["decided"]["kind"] == "extension_refused"


def test_an_extension_is_asked_for_with_a_reason(office: Office) -> None:
    with pytest.raises(FieldBlankError):
        asked(office, a_request(office), reason=NO_REASON)


def test_a_clerk_does_not_consent(office: Office) -> None:
    number = a_request(office)
    asked(office, number)

    with pytest.raises(MoveRefusedError) as caught:
        act(office, decide_extension, DecideExtension(**said(number), approved=True))

    assert [refusal.code for refusal in caught.value.refusals] == ["role_may_not"]


def test_what_is_to_be_done_goes_from_the_head_to_the_clerk(office: Office) -> None:
    number = a_request(office)

    asked(office, number)
    assert [duty.kind for duty in handling(office, number).duties] == [DutyKind.DECIDE_EXTENSION]
    decided(office, number)
    assert [duty.kind for duty in handling(office, number).duties] == [DutyKind.TELL_EXTENSION]
    told(office, number)

    assert handling(office, number).duties == ()


def test_the_head_of_office_sees_what_waits_with_what_it_would_do(office: Office) -> None:
    waiting, done, closed = (a_request(office, content=text) for text in "甲乙丙")
    for number in (waiting, done, closed):
        asked(office, number)
    decided(office, done)
    a_move(office, closed, "withdraw")

    with office.read() as view:
        (found,) = waiting_extensions(view, today=date(2025, 9, 22), calendar=office.calendar)

    assert (found.number, found.asked_by, found.reason) == (waiting, "李四", "材料多")
    assert (found.outlook.due, found.outlook.extended_due) == (DUE, TEN_MORE)
    assert str(found.outlook.citation) == "条例(2019) 第三十三条第二款"


def test_an_extension_told_after_the_period_would_move_nothing(office: Office) -> None:
    number = a_request(office, submitted_on=date(2025, 8, 1))
    with office.read() as view:
        case = view.requests.case(number)

    found = outlook(case, 10, date(2025, 9, 22), office.calendar)

    # From Fri 2025-08-01: 04..08 = 1..5, 11..15 = 6..10, 18..22 = 11..15, 25..29 = 16..20.
    assert (found.due, found.extended_due, found.is_void) == (
        date(2025, 8, 29),
        date(2025, 8, 29),
        True,
    )


def test_without_an_extension_there_is_nothing_to_show(office: Office) -> None:
    assert handling(office, a_request(office)).extension is None
