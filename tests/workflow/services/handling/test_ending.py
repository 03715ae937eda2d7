"""Withdrawn in writing, or another organ's: what is kept, and what is still to be done."""

from datetime import date

import pytest

from states.errors import MoveNotOnChartError
from states.statute.outcomes import Outcome
from tests.builders import a_move, a_request
from tests.workflow.services.handling.acting import act, handling, said
from workflow.bootstrap import Office
from workflow.records.facts import OtherOffice
from workflow.services.directory import amend_organ, enter_organ
from workflow.services.handling.duties import DutyKind
from workflow.services.handling.errors import FieldBlankError, OfficeNotInDirectoryError
from workflow.services.handling.referring import Refer, refer
from workflow.services.handling.withdrawing import Withdraw, WrittenForm, withdraw

LAND = OtherOffice(
    name="惠安县自然资源局", contact="0595-87382000", address="惠安县螺城镇", scope="宅基地 征地"
)


def test_a_withdrawal_keeps_its_day_form_and_reason(office: Office) -> None:
    number = a_request(office)
    command = Withdraw(
        **said(number, on=date(2025, 9, 12)), form=WrittenForm.SIGNED_RECORD, reason="已自行获取"
    )

    act(office, withdraw, command)

    found = handling(office, number).withdrawal
    assert found is not None
    assert (found.on, found.withdrawal.form, found.withdrawal.reason) == (
        date(2025, 9, 12),
        "signed_record",
        "已自行获取",
    )
    with office.read() as view:
        row = view.requests.find(number)
    assert (row.state, row.outcome) == ("withdrawn", "otherwise_concluded")


def test_a_withdrawal_says_why(office: Office) -> None:
    with pytest.raises(FieldBlankError):
        act(
            office,
            withdraw,
            Withdraw(**said(a_request(office)), form=WrittenForm.LETTER, reason=""),
        )


def test_what_is_answered_cannot_be_withdrawn(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "send_reply", outcome=Outcome.NOT_HELD)

    with pytest.raises(MoveNotOnChartError):
        act(
            office,
            withdraw,
            Withdraw(**said(number), form=WrittenForm.LETTER, reason="不需要了"),
        )


def test_an_organ_of_the_directory_is_named_as_it_was_known_that_day(office: Office) -> None:
    number = a_request(office)
    with office.work() as uow:
        enter_organ(LAND, uow, actor="李四", at=office.clock.now())

    act(office, refer, Refer(**said(number, key="转告-1"), office=LAND.name, reason="征地批文"))
    with office.work() as uow:
        amend_organ(
            LAND.name,
            {"contact": "12345"},
            uow,
            reason="换号",
            actor="李四",
            at=office.clock.now(),
        )
    act(office, refer, Refer(**said(number, key="转告-1"), office=LAND.name))  # once only

    found = handling(office, number).right_office
    assert found is not None
    assert (found.office_name, found.office_contact) == (LAND.name, "0595-87382000")
    assert (found.office_address, found.reason) == ("惠安县螺城镇", "征地批文")


def test_an_organ_that_is_not_in_the_directory_is_named_with_its_contact(office: Office) -> None:
    number = a_request(office)

    with pytest.raises(OfficeNotInDirectoryError):
        act(office, refer, Refer(**said(number), office="省档案馆"))
    act(office, refer, Refer(**said(number), office="省档案馆", contact="0591-1", address="福州"))

    found = handling(office, number).right_office
    assert found is not None
    assert (found.office_name, found.office_contact) == ("省档案馆", "0591-1")


def test_the_organ_named_last_is_the_one_that_is_told(office: Office) -> None:
    number = a_request(office)
    for name in ("甲局", "乙局"):
        act(office, refer, Refer(**said(number), office=name, contact="1"))

    found = handling(office, number).right_office
    assert found is not None
    assert found.office_name == "乙局"


def test_not_ours_without_an_organ_named_leaves_that_to_do(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "post_reply", outcome=Outcome.NOT_OURS)

    (duty,) = handling(office, number).duties

    assert duty.kind is DutyKind.NAME_RIGHT_OFFICE
    assert str(duty.citation) == "条例(2019) 第三十六条第（五）项"


def test_not_ours_with_the_organ_named_is_done(office: Office) -> None:
    number = a_request(office)
    act(office, refer, Refer(**said(number), office="甲局", contact="1"))
    a_move(office, number, "post_reply", outcome=Outcome.NOT_OURS)

    assert handling(office, number).duties == ()


def test_an_organ_without_a_name_is_none(office: Office) -> None:
    with pytest.raises(FieldBlankError):
        act(office, refer, Refer(**said(a_request(office)), office=" ", contact="1"))
