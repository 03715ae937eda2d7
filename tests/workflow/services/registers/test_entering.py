"""What holds for every register: days, requests, officers, reasons, roles, keys."""

from dataclasses import fields
from datetime import date

import pytest

from states.errors import MoveRefusedError
from states.steps import Role
from states.terms import TERMS
from tests.builders import a_member, a_request, by
from tests.fakes import FixedClock
from workflow.bootstrap import Office
from workflow.records.errors import RequestNotFoundError, StaleRowError
from workflow.records.register_facts import (
    Complaint,
    CounterConsultation,
    Lawsuit,
)
from workflow.services.errors import (
    DaysReversedError,
    DayToComeError,
    NothingChangedError,
    ReasonBlankError,
    StaffUnknownError,
)
from workflow.services.registers.books import (
    BOOKS,
    COMPLAINTS,
    INQUIRIES,
    LAWSUITS,
    Book,
    FieldKind,
)
from workflow.services.registers.complaints import (
    ConcludeComplaint,
    Finding,
    conclude_complaint,
)
from workflow.services.registers.entering import By, enter, make_void, put_right
from workflow.services.registers.errors import (
    AlreadyConcludedError,
)
from workflow.wording.registers import COLUMNS, REGISTERS

TODAY = date(2025, 9, 22)  # Monday, where the clock of the tests stands
BEFORE = date(2025, 9, 15)  # Monday


def a_complaint(office: Office, writer: By | None = None, **given: object) -> int:
    facts = Complaint(**{"received_on": BEFORE, "matter": "未公开", **given})  # type: ignore[arg-type]
    with office.work() as uow:
        return enter(COMPLAINTS, facts, uow, writer or by(office))


def change(office: Office, row_id: int, reason: str = "更正", **changes: object) -> None:
    with office.work() as uow:
        put_right(COMPLAINTS, row_id, changes, reason, uow, by(office))


# --- entering --------------------------------------------------------------------------------


def test_what_is_entered_is_whose_entered_it_where_nobody_is_named(office: Office) -> None:
    a_member(office, "李四")

    row_id = a_complaint(office)

    with office.read() as view:
        assert view.complaints.find(row_id).officer == "李四"


def test_what_a_stranger_enters_is_nobodys(office: Office) -> None:
    row_id = a_complaint(office)

    with office.read() as view:
        assert view.complaints.find(row_id).officer == ""


def test_nothing_is_entered_for_somebody_who_is_not_on_duty(office: Office) -> None:
    with pytest.raises(StaffUnknownError):
        a_complaint(office, officer="路人")


def test_a_day_that_has_not_come_is_refused(office: Office) -> None:
    with pytest.raises(DayToComeError) as caught:
        a_complaint(office, received_on=date(2025, 9, 23))
    assert caught.value.column == "complaint.received_on"


def test_a_request_that_is_named_is_there(office: Office) -> None:
    number = a_request(office)

    a_complaint(office, request_number=number)

    with pytest.raises(RequestNotFoundError):
        a_complaint(office, request_number="净公开申〔2025〕99号")


def test_a_day_fixed_by_a_court_may_lie_ahead(office: Office) -> None:
    suit = Lawsuit(received_on=TODAY, after_reconsideration=False, answer_by=date(2025, 10, 9))

    with office.work() as uow:
        row_id = enter(LAWSUITS, suit, uow, by(office))
        assert uow.lawsuits.find(row_id).answer_by == date(2025, 10, 9)


def test_days_out_of_order_are_refused_with_both(office: Office) -> None:
    with pytest.raises(DaysReversedError) as caught:
        a_complaint(office, concluded_on=date(2025, 9, 12))
    assert (caught.value.column, caught.value.earlier) == (
        "complaint.concluded_on",
        "complaint.received_on",
    )


def test_entering_twice_under_one_key_enters_once(office: Office) -> None:
    first = a_complaint(office, by(office, key="k"))

    assert a_complaint(office, by(office, key="k"), matter="别的事") == first
    with office.read() as view:
        assert len(view.complaints.all()) == 1


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_whoever_does_no_casework_enters_nothing(office: Office, role: Role) -> None:
    with pytest.raises(MoveRefusedError):
        a_complaint(office, by(office, role=role))


# --- putting right ---------------------------------------------------------------------------


def test_what_is_put_right_keeps_what_it_held_and_why(office: Office) -> None:
    row_id = a_complaint(office)

    change(office, row_id, "录入有误", matter="未按时公开")

    with office.read() as view:
        row, history = view.complaints.find(row_id), view.complaints.history(row_id)
    assert row.matter == "未按时公开"
    assert history[0].terms["matter"] == "未公开"
    assert history[1].terms == {"facts": {"matter": "未按时公开"}, "reason": "录入有误"}
    assert office.verify().holds


def test_only_what_differs_is_written(office: Office) -> None:
    row_id = a_complaint(office)

    change(office, row_id, matter="未公开", origin="张三")

    with office.read() as view:
        assert view.complaints.history(row_id)[-1].terms["facts"] == {"origin": "张三"}


def test_a_change_that_changes_nothing_is_refused(office: Office) -> None:
    row_id = a_complaint(office)

    with pytest.raises(NothingChangedError):
        change(office, row_id, matter="未公开")


@pytest.mark.parametrize("reason", ["", " ", "\n"])
def test_nothing_is_put_right_or_made_void_without_a_reason(office: Office, reason: str) -> None:
    row_id = a_complaint(office)

    with pytest.raises(ReasonBlankError):
        change(office, row_id, reason, matter="别的事")
    with pytest.raises(ReasonBlankError), office.work() as uow:
        make_void(COMPLAINTS, row_id, reason, uow, by(office))


def test_days_are_judged_with_those_that_stand(office: Office) -> None:
    row_id = a_complaint(office)

    with pytest.raises(DaysReversedError):
        change(office, row_id, concluded_on=date(2025, 9, 12))


def test_putting_right_on_a_version_that_is_gone_is_refused(office: Office) -> None:
    row_id = a_complaint(office)
    change(office, row_id, origin="张三")
    stale = By(actor="李四", role=Role.CLERK, at=office.clock.now(), expected_version=1)

    with pytest.raises(StaleRowError), office.work() as uow:
        put_right(COMPLAINTS, row_id, {"origin": "王五"}, "更正", uow, stale)


def test_what_is_void_says_by_whom_and_why(office: Office) -> None:
    row_id = a_complaint(office)

    with office.work() as uow:
        make_void(COMPLAINTS, row_id, "重复登记", uow, by(office, key="k"))
    with office.work() as uow:
        make_void(COMPLAINTS, row_id, "重复登记", uow, by(office, key="k"))

    with office.read() as view:
        assert view.complaints.all() == []
        assert view.complaints.history(row_id)[-1].terms == {"reason": "重复登记"}


# --- complaints and inquiries ----------------------------------------------------------------


def concluded(office: Office, row_id: int, key: str = "") -> None:
    command = ConcludeComplaint(
        row_id=row_id, finding=Finding.FOUNDED, result="督促整改", concluded_on=TODAY
    )
    with office.work() as uow:
        conclude_complaint(command, uow, by(office, key=key))


def test_a_complaint_is_concluded_with_what_was_found(office: Office) -> None:
    row_id = a_complaint(office)

    concluded(office, row_id, "k")
    concluded(office, row_id, "k")

    with office.read() as view:
        row = view.complaints.find(row_id)
    assert (row.finding, row.result, row.concluded_on) == ("founded", "督促整改", TODAY)


def test_a_complaint_is_concluded_once(office: Office) -> None:
    row_id = a_complaint(office)
    concluded(office, row_id)

    with pytest.raises(AlreadyConcludedError):
        concluded(office, row_id)


def test_an_imported_complaint_with_words_for_its_result_is_concluded(office: Office) -> None:
    row_id = a_complaint(office, result="已答复")

    with pytest.raises(AlreadyConcludedError):
        concluded(office, row_id)


def test_a_question_at_the_counter_is_no_request(office: Office, clock: FixedClock) -> None:
    facts = CounterConsultation(asked_on=TODAY, way="telephone", content="怎样申请")
    with office.work() as uow:
        enter(INQUIRIES, facts, uow, by(office))
    clock.move(days=1)

    with office.read() as view:
        assert [row.content for row in view.counter_consultations.all()] == ["怎样申请"]
        assert view.requests.open_requests() == []


# --- the books -------------------------------------------------------------------------------


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.subject)
def test_every_column_of_a_register_has_its_name(book: Book) -> None:
    assert set(COLUMNS[book.subject]) == {field.name for field in fields(book.facts)}
    assert book.subject in REGISTERS


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.subject)
def test_two_columns_of_a_register_never_share_a_name(book: Book) -> None:
    for lang in ("zh", "en"):
        names = [getattr(words, lang) for words in COLUMNS[book.subject].values()]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.subject)
def test_every_code_of_a_register_is_one_of_a_group_of_terms(book: Book) -> None:
    coded = [field for field in book.fields if field.group]

    assert {field.group for field in coded} <= set(TERMS)
    assert all(field.kind in {FieldKind.CODE, FieldKind.CODES} for field in coded)
    assert set(book.groups) == {field.name for field in coded}


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.subject)
def test_what_a_book_says_of_days_it_says_of_its_own(book: Book) -> None:
    days = {field.name for field in book.fields if field.kind is FieldKind.DAY}

    assert {name for pair in book.orders for name in pair} <= days
    assert book.to_come <= days
