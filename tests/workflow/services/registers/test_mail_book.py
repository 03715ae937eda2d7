"""The mail book: numbered by the year, linked to requests, and what must be seen to."""

from datetime import date

import pytest

from tests.builders import a_request, by
from workflow.bootstrap import Office
from workflow.records.errors import RequestNotFoundError
from workflow.records.mail import IncomingMail, OutgoingMail
from workflow.services.errors import (
    DaysReversedError,
    DayToComeError,
    NothingChangedError,
    ReasonBlankError,
)
from workflow.services.registers.books import INCOMING_MAIL
from workflow.services.registers.entering import make_void
from workflow.services.registers.errors import (
    MailUnknownError,
)
from workflow.services.registers.mail_book import (
    Direction,
    MailFinding,
    delivered,
    enter_incoming,
    enter_outgoing,
    find_mail,
    findings,
    link,
    mail_number,
    returned,
    settle,
)

TODAY = date(2025, 9, 22)  # Monday, where the clock of the tests stands
FRIDAY = date(2025, 9, 19)


def came(office: Office, on: date = FRIDAY, *, key: str = "", **given: object) -> str:
    facts = {"year": 0, "serial": 0, "received_on": on, "sender": "张三", **given}
    with office.work() as uow:
        row = enter_incoming(IncomingMail(**facts), uow, by(office, key=key))  # type: ignore[arg-type]
    return mail_number(row)


def went(office: Office, on: date = FRIDAY, **given: object) -> str:
    facts = {"year": 0, "serial": 0, "posted_on": on, "addressee": "张三", "way": "ems", **given}
    with office.work() as uow:
        row = enter_outgoing(OutgoingMail(**facts), uow, by(office))  # type: ignore[arg-type]
    return mail_number(row)


def found(office: Office, today: date = TODAY) -> list[tuple[str, tuple[MailFinding, ...]]]:
    with office.read() as view:
        return [(line.number, line.findings) for line in findings(view, today)]


def test_each_direction_is_numbered_by_the_year_without_gaps(office: Office) -> None:
    numbers = [
        came(office),
        came(office, date(2024, 12, 31)),
        went(office),
        came(office),
    ]

    assert numbers == ["收〔2025〕1号", "收〔2024〕1号", "发〔2025〕1号", "收〔2025〕2号"]
    assert office.verify().holds


def test_the_number_of_a_void_entry_is_not_given_out_again(office: Office) -> None:
    came(office)
    with office.work() as uow:
        make_void(INCOMING_MAIL, 1, "登记重复", uow, by(office))

    assert came(office) == "收〔2025〕2号"


def test_entering_twice_under_one_key_takes_one_number(office: Office) -> None:
    assert came(office, key="k") == came(office, key="k") == "收〔2025〕1号"
    assert came(office) == "收〔2025〕2号"


@pytest.mark.parametrize(
    "reference", ["收〔2025〕1号", "收2025-1", "收 2025 1", "in2025-1", "IN-2025-001"]
)
def test_an_entry_is_found_as_people_write_its_number(office: Office, reference: str) -> None:
    came(office)

    with office.read() as view:
        line = find_mail(view, reference)

    assert (line.direction, line.row.serial) == (Direction.IN, 1)


@pytest.mark.parametrize("reference", ["1", "收2025-9", "发2025-1", "收20251", "", "信2025-1"])
def test_what_names_no_entry_is_said_to(office: Office, reference: str) -> None:
    came(office)

    with pytest.raises(MailUnknownError), office.read() as view:
        find_mail(view, reference)


def test_a_letter_older_than_today_that_is_entered_as_nothing_is_found(office: Office) -> None:
    came(office)
    came(office, TODAY)

    assert found(office) == [("收〔2025〕1号", (MailFinding.NOT_ENTERED,))]


def test_todays_letter_is_found_tomorrow(office: Office) -> None:
    came(office, TODAY)

    assert found(office) == []
    assert found(office, date(2025, 9, 23)) == [("收〔2025〕1号", (MailFinding.NOT_ENTERED,))]


def test_a_letter_that_is_linked_is_found_no_more(office: Office) -> None:
    number = a_request(office)
    mail = came(office)

    with office.work() as uow:
        link(mail, number, uow, by(office))

    assert found(office) == []
    with office.read() as view:
        assert find_mail(view, mail).row.request_number == number
    assert office.verify().holds


def test_a_letter_is_linked_to_a_request_that_is_there(office: Office) -> None:
    mail = came(office)

    with pytest.raises(RequestNotFoundError), office.work() as uow:
        link(mail, "净公开申〔2025〕9号", uow, by(office))


def test_a_letter_that_is_no_request_says_what_it_is(office: Office) -> None:
    mail = came(office)

    with office.work() as uow:
        settle(mail, "信访件，转信访办", uow, by(office))

    assert found(office) == []


def test_what_a_letter_is_may_not_be_left_blank(office: Office) -> None:
    mail = came(office)

    with pytest.raises(ReasonBlankError), office.work() as uow:
        settle(mail, " ", uow, by(office))


def test_only_what_came_is_settled(office: Office) -> None:
    mail = went(office)

    with pytest.raises(MailUnknownError), office.work() as uow:
        settle(mail, "信访件", uow, by(office))


def test_a_letter_is_not_received_before_it_was_posted(office: Office) -> None:
    with pytest.raises(DaysReversedError):
        came(office, postmark_on=TODAY)


def test_a_letter_is_not_received_tomorrow(office: Office) -> None:
    with pytest.raises(DayToComeError):
        came(office, date(2025, 9, 23))


# 送达解释(2016) 第二条: service by post is by the postal enterprise.
def test_what_is_served_by_a_private_courier_is_found_until_it_is_delivered(
    office: Office,
) -> None:
    number = a_request(office)
    mail = went(office, way="courier", request_number=number)
    went(office, way="ems", request_number=number)
    went(office, way="courier")  # serves nothing

    assert found(office) == [(mail, (MailFinding.NOT_BY_POST,))]

    with office.work() as uow:
        delivered(mail, TODAY, "张三", uow, by(office))
    assert found(office) == []


def test_a_letter_that_came_back_is_found_until_it_gets_there(office: Office) -> None:
    mail = went(office)

    with office.work() as uow:
        returned(mail, TODAY, "逾期未领", uow, by(office))
    assert found(office) == [(mail, (MailFinding.RETURNED,))]

    with office.work() as uow:
        delivered(mail, TODAY, "张三", uow, by(office))
    assert found(office) == []


def test_a_letter_is_delivered_no_earlier_than_it_was_sent(office: Office) -> None:
    mail = went(office)

    with pytest.raises(DaysReversedError), office.work() as uow:
        delivered(mail, date(2025, 9, 18), "", uow, by(office))


def test_only_what_went_is_delivered(office: Office) -> None:
    mail = came(office)

    with pytest.raises(MailUnknownError), office.work() as uow:
        delivered(mail, TODAY, "张三", uow, by(office))


def test_saying_twice_that_it_was_delivered_is_said_to_change_nothing(office: Office) -> None:
    mail = went(office)
    with office.work() as uow:
        delivered(mail, TODAY, "张三", uow, by(office))

    with pytest.raises(NothingChangedError), office.work() as uow:
        delivered(mail, TODAY, "张三", uow, by(office))


def test_a_void_entry_is_shown_and_found_fault_with_no_more(office: Office) -> None:
    mail = came(office)
    with office.work() as uow:
        make_void(INCOMING_MAIL, 1, "登记重复", uow, by(office))

    assert found(office) == []
    with office.read() as view:
        assert find_mail(view, mail).row.annulled
