"""Putting a registration right: what changes, what is judged anew, and what stays."""

from datetime import date

import pytest
from pydantic import ValidationError

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import a_move
from tests.workflow.filled_in import RESIDENT_ID, kinds, logged, row_of
from workflow.bootstrap import Office
from workflow.records.errors import StaleRequestError
from workflow.records.facts import UNDESCRIBED, Intake, PersonalDetails
from workflow.services.amending import Misfit, ReasonMissingError
from workflow.services.errors import NothingToAmendError
from workflow.services.registering import (
    AmendRegistration,
    amend_registration,
    amendment_of,
)


def amended(
    office: Office,
    number: str,
    *,
    reason: str = "录入错误",
    role: Role = Role.CLERK,
    version: int | None = None,
    key: str | None = None,
    **changed: object,
) -> tuple[Misfit, ...]:
    """Put fields of a form right."""
    with office.work() as uow:
        changes, beside = amendment_of(uow, number, changed)
        command = AmendRegistration(
            number=number,
            reason=reason,
            actor="王五",
            role=role,
            changes=changes,
            beside=beside,
            expected_version=version,
            idempotency_key=key,
        )
        return amend_registration(command, uow, at=office.clock.now(), calendar=office.calendar)


def kept(office: Office, number: str) -> tuple[Intake, PersonalDetails]:
    with office.read() as view:
        row_id = view.requests.find(number).id
        return view.requests.beside.intake(row_id), view.requests.beside.personal(row_id).details


def test_a_column_is_put_right_and_the_history_says_why(office: Office) -> None:
    number = logged(office, applicant="张叁")

    assert amended(office, number, applicant=" 张三 ") == ()

    assert row_of(office, number).applicant == "张三"
    with office.read() as view:
        last = view.requests.history(number)[-1]
    assert last.terms == {"facts": {"applicant": "张三"}, "reason": "录入错误"}
    assert office.verify().holds


def test_details_are_put_right_one_by_one(office: Office) -> None:
    number = logged(office, phone="13800000000", address="净峰街1号", provision_form="paper")

    amended(office, number, phone="13900000000", provision_way="email")

    intake, details = kept(office, number)
    assert (details.phone, details.address) == ("13900000000", "净峰街1号")
    assert (intake.provision_form, intake.provision_way) == ("paper", "email")
    assert office.verify().holds


def test_a_document_comes_later(office: Office) -> None:
    number = logged(office)

    amended(office, number, identity_kind="resident_id", identity_number=RESIDENT_ID)

    assert kept(office, number)[1].identity_number == RESIDENT_ID


def test_the_kind_of_a_document_is_judged_with_the_number_it_has(office: Office) -> None:
    number = logged(office, identity_kind="passport", identity_number="E12345678")

    with pytest.raises(ValidationError, match="not_of_its_kind"):
        amended(office, number, identity_kind="resident_id")


def test_what_was_left_undescribed_is_described_when_it_is_written(office: Office) -> None:
    number = logged(office, described=False, content="")
    assert row_of(office, number).content == UNDESCRIBED

    amended(office, number, content="某村低保名单")

    assert row_of(office, number).content == "某村低保名单"
    assert kept(office, number)[0].described


def test_an_oral_request_can_be_found_to_have_been_written(office: Office) -> None:
    number = logged(office, oral=True)

    amended(office, number, oral=False)

    assert kept(office, number)[0] == Intake()


def test_another_channel_is_judged_anew_with_the_days_that_stand(office: Office) -> None:
    number = logged(office, submitted_on=date(2025, 9, 1))
    a_move(office, number, "consult_third_party", date(2025, 9, 3), ref="甲")

    unfit = amended(office, number, channel="internet")

    assert row_of(office, number).received_on is None
    assert [misfit.kind.value for misfit in unfit] == ["third_party_consulted"]


def test_a_closed_request_is_put_right_too(office: Office) -> None:
    number = logged(office)
    a_move(office, number, "withdraw")

    amended(office, number, note="申请人来电撤回")

    assert row_of(office, number).note == "申请人来电撤回"


def test_what_is_said_already_is_not_written_twice(office: Office) -> None:
    number = logged(office, phone="13800000000")

    with pytest.raises(NothingToAmendError):
        amended(office, number, phone="13800000000", applicant="张三")
    assert kinds(office, number) == ["registered", "submitted"]


def test_only_who_works_on_requests_puts_them_right(office: Office) -> None:
    with pytest.raises(MoveRefusedError):
        amended(office, logged(office), applicant="王五", role=Role.SUPERVISOR)


def test_a_stale_page_is_told_what_changed(office: Office) -> None:
    number = logged(office)
    seen = row_of(office, number).version
    amended(office, number, applicant="王五")

    with pytest.raises(StaleRequestError) as caught:
        amended(office, number, applicant="赵六", version=seen)

    assert [change.kind for change in caught.value.changes] == ["amended"]


def test_nothing_is_put_right_without_a_reason(office: Office) -> None:
    with pytest.raises(ReasonMissingError):
        amended(office, logged(office), reason=" ", applicant="王五")


def test_the_number_and_the_case_officer_are_not_put_right_so() -> None:
    with pytest.raises(KeyError):
        AmendRegistration(
            number="甲", reason="x", actor="x", role=Role.CLERK, changes={"number": "乙"}
        )
