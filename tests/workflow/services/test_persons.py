"""All that is kept on one applicant is taken out whole, of nobody else, and on record."""

import json
from typing import Any

import pytest

from states.errors import MoveRefusedError
from states.steps import Role
from tests.workflow.filled_in import RESIDENT_ID, kinds, logged
from workflow.bootstrap import Office
from workflow.documents.text import to_text
from workflow.i18n import Lang
from workflow.services.errors import ReasonBlankError
from workflow.services.person_document import person_document
from workflow.services.persons import PersonFile, TakeOut, numbers_by_document, take_out
from workflow.services.privacy_errors import NobodyFoundError

WHO: dict[str, Any] = {"identity_kind": "resident_id", "identity_number": RESIDENT_ID}


def taken(office: Office, **said: Any) -> PersonFile:  # noqa: ANN401 -- any field of the command
    wanted = {"reason": "本人要求", "actor": "陈主任", "role": Role.HEAD_OF_OFFICE} | said
    with office.work() as uow:
        return take_out(
            TakeOut(**wanted),
            uow,
            office=office.name,
            at=office.clock.now(),
            calendar=office.calendar,
        )


def test_a_document_finds_its_requests_by_its_whole_number_alone(office: Office) -> None:
    first = logged(office, **WHO)
    logged(office, identity_kind="passport", identity_number="E12345678")
    third = logged(office, **WHO, content="另一件事")

    with office.read() as view:
        assert numbers_by_document(view, RESIDENT_ID.lower()) == (first, third)
        assert numbers_by_document(view, RESIDENT_ID[:-1]) == ()


def test_all_of_it_is_taken_out_and_entered_on_each_request(office: Office) -> None:
    first = logged(office, **WHO, phone="13987650001", address="标记路七号")
    other = logged(office, applicant="别人", phone="13900000000")

    told = taken(office, document=RESIDENT_ID)

    assert told.numbers == (first,)
    kept = json.dumps(told.as_plain(), ensure_ascii=False)
    for held in (RESIDENT_ID, "13987650001", "标记路七号", "张三", "某路征地补偿方案"):
        assert held in kept
    assert "别人" not in kept
    assert kinds(office, first)[-1] == "taken_out"
    assert "taken_out" not in kinds(office, other)
    text = to_text(person_document(told, Lang.ZH))
    for held in (RESIDENT_ID, "联系电话：13987650001", "通信地址：标记路七号", "登记入册"):
        assert held in text


def test_a_name_alone_is_not_enough_to_hand_out_anothers_data(office: Office) -> None:
    mine = logged(office, phone="13987650001")
    same_phone = logged(office, phone="139 8765 0001", content="另一件事")
    logged(office, phone="13900000000")
    logged(office, phone="13987650001", identity_kind="passport", identity_number="E12345678")

    told = taken(office, number=mine)

    assert told.numbers[:2] == (mine, same_phone)
    assert len(told.numbers) == 3  # nothing tells the one with a passport apart


def test_of_nobody_there_is_nothing(office: Office) -> None:
    with pytest.raises(NobodyFoundError):
        taken(office, document=RESIDENT_ID)


def test_without_a_reason_nothing_is_taken_out(office: Office) -> None:
    logged(office, **WHO)

    with pytest.raises(ReasonBlankError):
        taken(office, document=RESIDENT_ID, reason=" ")


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.SUPERVISOR])
def test_others_than_head_and_administrator_may_not(office: Office, role: Role) -> None:
    number = logged(office, **WHO)

    with pytest.raises(MoveRefusedError):
        taken(office, document=RESIDENT_ID, role=role)
    assert "taken_out" not in kinds(office, number)
