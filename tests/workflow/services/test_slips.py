"""The slip an applicant gets: what it says, and what the code for the phone holds."""

from datetime import date

import pytest

from states.steps import Role
from tests.workflow.filled_in import RESIDENT_ID, logged
from workflow.bootstrap import Office
from workflow.letters.errors import ReceiptUnknownError
from workflow.letters.kinds import LetterKind
from workflow.letters.render import Letter
from workflow.records.office_key import lookup_code
from workflow.services.letters.settings import set_for_letters
from workflow.services.letters.writing import WriteLetter, preview
from workflow.services.slips import GiveSlip, give_slip, slip


def slip_of(office: Office, number: str) -> Letter:
    command = GiveSlip(number=number, actor="李四", role=Role.CLERK)
    with office.read() as view:
        return slip(command, view, at=office.clock.now(), calendar=office.calendar)


def code_of(office: Office, number: str) -> str:
    with office.read() as view:
        return lookup_code(view.store, number)


def test_a_slip_says_number_days_and_look_up_code(office: Office) -> None:
    number = logged(office, submitted_on=date(2025, 9, 1))

    text = slip_of(office, number).text

    for words in (number, code_of(office, number), "2025年9月1日", "2025年9月28日", "某路征地"):
        assert words in text


def test_the_code_for_the_phone_says_how_to_look_the_request_up(office: Office) -> None:
    number = logged(office)

    facts = slip_of(office, number).facts

    code = code_of(office, number)
    assert facts["lookup"] == f"净峰镇人民政府　登记编号：{number}　查询码：{code}"


def test_an_address_of_the_office_is_filled_with_number_and_code(office: Office) -> None:
    number = logged(office)
    with office.work() as uow:
        set_for_letters(
            {"lookup": "https://example.cn/q?n={number}&c={code}"},
            uow,
            actor="陈主任",
            role=Role.HEAD_OF_OFFICE,
            at=office.clock.now(),
        )

    facts = slip_of(office, number).facts

    assert facts["lookup"] == f"https://example.cn/q?n={number}&c={code_of(office, number)}"


def test_there_is_no_slip_before_the_day_of_receipt_is_known(office: Office) -> None:
    with pytest.raises(ReceiptUnknownError):
        slip_of(office, logged(office, channel="internet"))


def test_looking_at_a_slip_keeps_nothing(office: Office) -> None:
    slip_of(office, logged(office))

    with office.read() as view:
        assert view.letters.all() == []


def test_a_slip_that_is_given_is_kept_on_file_once(office: Office) -> None:
    number = logged(office)
    command = GiveSlip(number=number, actor="李四", role=Role.CLERK, idempotency_key="回执-1")

    texts = []
    for _ in range(2):
        with office.work() as uow:
            letter = give_slip(command, uow, at=office.clock.now(), calendar=office.calendar)
            texts.append(letter.text)

    with office.read() as view:
        assert [row.text for row in view.letters.all()] == texts[:1]
    assert texts[0] == texts[1]
    assert office.verify().holds


def test_the_registration_form_names_the_document_by_its_ends(office: Office) -> None:
    number = logged(
        office,
        oral=True,
        identity_kind="resident_id",
        identity_number=RESIDENT_ID,
        provision_form="paper",
        provision_way="post",
        phone="13800000000",
    )
    command = WriteLetter(
        kind=LetterKind.REGISTRATION_FORM, actor="李四", role=Role.CLERK, request_number=number
    )

    with office.read() as view:
        text = preview(command, view, at=office.clock.now(), calendar=office.calendar).text

    for words in ("居民身份证", "110105********002X", "13800000000", "纸质", "邮寄", "李四"):
        assert words in text
    assert RESIDENT_ID not in text
