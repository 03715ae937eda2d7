"""How a request was made and by whom: kept beside it, sealed in the chain, proved by verify."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from tests.workflow.filled_in import RESIDENT_ID, amend, logged, row_of
from workflow.bootstrap import Office
from workflow.records.facts import AS_USUAL, NOT_GIVEN, Beside, Intake, PersonalDetails
from workflow.records.intake import seal_of, sealed
from workflow.records.office_key import lookup_code, opens
from workflow.records.verification import Fault

FULL: dict[str, Any] = {
    "oral": True,
    "provision_form": "paper",
    "provision_way": "post",
    "fee_waiver": True,
    "help_needed": ("sight", "hearing"),
    "purpose": "livelihood",
    "identity_kind": "resident_id",
    "identity_number": RESIDENT_ID,
    "contact_person": "王经理",
    "address": "净峰镇净峰街1号",
    "postcode": "362141",
    "phone": "138 0000 0000",
    "email": "zhangsan@example.cn",
}


def kept(office: Office, number: str) -> tuple[Intake, PersonalDetails]:
    with office.read() as view:
        row_id = view.requests.find(number).id
        return view.requests.beside.intake(row_id), view.requests.beside.personal(row_id).details


def alter(office: Office, statement: str) -> None:
    """Change the records behind the program's back."""
    with office.work() as uow:
        uow.connection.execute(text(statement))


def test_all_that_was_filled_in_is_kept(office: Office) -> None:
    intake, details = kept(office, logged(office, **FULL))

    assert intake == Intake(
        oral=True,
        taken_down_by="李四",
        provision_form="paper",
        provision_way="post",
        fee_waiver=True,
        help_needed="sight hearing",
        purpose="livelihood",
    )
    assert details == PersonalDetails(
        identity_kind="resident_id",
        identity_number=RESIDENT_ID,
        contact_person="王经理",
        address="净峰镇净峰街1号",
        postcode="362141",
        phone="138 0000 0000",
        email="zhangsan@example.cn",
    )


def test_of_what_is_as_usual_nothing_is_kept(office: Office) -> None:
    number = logged(office)

    assert kept(office, number) == (AS_USUAL, NOT_GIVEN)
    with office.read() as view:
        for table in ("intake", "personal_details"):
            assert view.connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0  # noqa: S608 -- our own names
        details = json.loads(view.requests.history(number)[0].details)
    assert {"intake", "sealed"}.isdisjoint(details)


def test_the_chain_holds_how_a_request_was_made_and_only_the_seal_of_who_made_it(
    office: Office,
) -> None:
    number = logged(office, **FULL)

    with office.read() as view:
        entries = view.requests.history(number)
    said = json.loads(entries[0].details)
    assert said["intake"]["taken_down_by"] == "李四"
    assert len(said["sealed"]) == 64
    whole = "".join(entry.details for entry in entries)
    for secret in (RESIDENT_ID, "王经理", "净峰街", "138 0000 0000", "zhangsan@example.cn"):
        assert secret not in whole


def test_equal_details_have_seals_that_do_not_show_it() -> None:
    details = PersonalDetails(phone="13800000000")

    one, other = sealed(details, ""), sealed(details, "")

    assert one.seal != other.seal
    assert one.seal == seal_of(one.salt, {**_plain(details)})


def _plain(details: PersonalDetails) -> dict[str, str]:
    return {name: getattr(details, name) for name in PersonalDetails.__dataclass_fields__}


def test_details_that_nobody_touched_hold(office: Office) -> None:
    logged(office, **FULL)
    logged(office)

    assert office.verify().holds


@pytest.mark.parametrize(
    ("statement", "column"),
    [
        ("UPDATE intake SET oral = FALSE", "oral"),
        ("UPDATE intake SET taken_down_by = '别人'", "taken_down_by"),
        ("DELETE FROM intake", "oral"),
        ("UPDATE personal_details SET identity_number = '1'", "sealed"),
        ("UPDATE personal_details SET phone = ''", "sealed"),
        ("UPDATE personal_details SET salt = '00'", "sealed"),
        ("DELETE FROM personal_details", "sealed"),
    ],
)
def test_details_that_were_changed_by_hand_are_found(
    office: Office, statement: str, column: str
) -> None:
    logged(office, **FULL)
    alter(office, statement)

    broken = office.verify().first_break

    assert broken is not None
    assert broken.what is Fault.ROW_CHANGED
    assert broken.columns[0] == column


def test_details_slipped_in_beside_a_request_are_found(office: Office) -> None:
    logged(office)
    columns = "office_id, id, oral, taken_down_by, described, provision_form, provision_way"
    values = f"{office.id}, 1, TRUE, '', TRUE, '', '', FALSE, '', ''"
    alter(
        office,
        f"INSERT INTO intake ({columns}, fee_waiver, help_needed, purpose) VALUES ({values})",  # noqa: S608 -- our own words
    )

    broken = office.verify().first_break

    assert broken is not None
    assert broken.columns == ("oral",)


def test_what_is_put_right_holds_from_then_on(office: Office) -> None:
    number = logged(office, **FULL)
    intake, details = Intake(provision_form="electronic"), PersonalDetails(phone="059587801209")

    amend(office, number, Beside(intake, details))

    assert kept(office, number) == (intake, details)
    assert office.verify().holds


def test_what_is_not_put_right_stays(office: Office) -> None:
    number = logged(office, **FULL)
    _, details = kept(office, number)

    amend(office, number, Beside(intake=AS_USUAL))

    assert kept(office, number) == (AS_USUAL, details)
    assert office.verify().holds


def test_details_can_be_added_to_a_request_that_had_none(office: Office) -> None:
    number = logged(office)

    amend(office, number, Beside(details=PersonalDetails(phone="13800000000")), note="来电补充")

    assert kept(office, number)[1].phone == "13800000000"
    assert row_of(office, number).note == "来电补充"
    assert office.verify().holds


def test_details_can_be_taken_out_again(office: Office) -> None:
    number = logged(office, **FULL)

    amend(office, number, Beside(details=NOT_GIVEN))

    assert kept(office, number)[1] == NOT_GIVEN
    assert office.verify().holds


def test_the_code_by_which_a_request_is_looked_up_is_always_the_same(office: Office) -> None:
    one, other = logged(office), logged(office)

    with office.read() as view:
        codes = [lookup_code(view.store, number) for number in (one, one, other)]
    assert codes[0] == codes[1] != codes[2]
    assert not set("01IO") & set(codes[0])


def test_a_code_has_eighty_bits_and_is_written_in_groups(office: Office) -> None:
    with office.read() as view:
        code = lookup_code(view.store, logged(office))

    groups = code.split("-")
    assert [len(group) for group in groups] == [4, 4, 4, 4]  # of 32 characters: 5 bits each
    assert len(groups) * 4 * 5 >= 64


def test_a_code_opens_its_own_number_however_it_is_typed(office: Office) -> None:
    one, other = logged(office), logged(office)

    with office.read() as view:
        code = lookup_code(view.store, one)
        typed = (code, code.lower(), code.replace("-", ""), f" {code.replace('-', ' ')} ")
        assert all(opens(view.store, one, words) for words in typed)
        assert not opens(view.store, other, code)
        assert not opens(view.store, one, code[:-1])
        assert not opens(view.store, one, "")
        assert not opens(view.store, one, "查询码\x00")


def test_personal_details_are_not_shown_by_accident() -> None:
    shown = repr(PersonalDetails(identity_number=RESIDENT_ID, phone="13800000000"))

    assert RESIDENT_ID not in shown
    assert "13800000000" not in shown
