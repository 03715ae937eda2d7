"""What an office says of itself and has set: checked as a whole, kept with the reason."""

import pytest
from pydantic import ValidationError

from states.errors import MoveRefusedError
from states.statute.disputes import DisputeDecision, DisputeResult
from states.steps import Role
from tests.builders import TOWN, a_request
from workflow.bootstrap import Installation, Office
from workflow.records.canonical import JsonValue
from workflow.records.errors import OfficeExistsError
from workflow.records.facts import OfficeProfile
from workflow.records.office_settings import CATEGORIES, OfficeSettings
from workflow.records.tables.offices import OfficeRow
from workflow.services.errors import NothingChangedError, NumberPatternError, ReasonBlankError
from workflow.services.offices import SetOffice, office_of, set_office, settings_of


def change(
    office: Office,
    profile: dict[str, str] | None = None,
    *,
    role: Role = Role.ADMINISTRATOR,
    reason: str = "更新",
    **settings: JsonValue,
) -> OfficeRow:
    command = SetOffice(
        profile=profile or {}, settings=settings, reason=reason, actor="管理员", role=role
    )
    with office.work() as uow:
        return set_office(command, uow, at=office.clock.now())


def settled(office: Office) -> OfficeSettings:
    with office.read() as view:
        return settings_of(view)


def test_a_changed_profile_is_kept_with_the_reason(office: Office) -> None:
    change(office, {"phone": "0595-87801209"}, reason="改号")

    with office.read() as view:
        assert office_of(view).phone == "0595-87801209"
    assert office.verify().holds


def test_what_is_not_set_is_as_usual(office: Office) -> None:
    assert settled(office) == OfficeSettings()
    assert settled(office).publication_categories == CATEGORIES


def test_a_setting_there_is_not_is_refused(office: Office) -> None:
    with pytest.raises(ValidationError, match="colour"):
        change(office, colour="red")


def test_a_setting_of_the_wrong_kind_is_refused(office: Office) -> None:
    with pytest.raises(ValidationError):
        change(office, dispute_results={"upheld": "perhaps"})


@pytest.mark.parametrize("code", ["qz06913", "QZ 06913", "QZ06913QZ06913"])
def test_the_code_of_an_office_is_of_capitals_and_digits(office: Office, code: str) -> None:
    with pytest.raises(ValidationError):
        change(office, office_code=code)


@pytest.mark.parametrize(
    "pattern", ["{prefix}号", "{year}-{serial}-{colour}", "{year}-{serial", "{year}-{serial:x9}"]
)
def test_a_pattern_of_numbers_has_its_parts_and_no_others(office: Office, pattern: str) -> None:
    with pytest.raises(NumberPatternError):
        change(office, number_pattern=pattern)


def test_a_pattern_that_is_set_numbers_the_next_request(office: Office) -> None:
    change(office, number_pattern="{prefix}信公〔{year}〕{serial:03}号")

    assert a_request(office) == "净信公〔2025〕001号"


def test_a_category_is_added_beside_the_others(office: Office) -> None:
    change(office, publication_categories={"2510": "财政资金类专栏"})

    known = settled(office).publication_categories
    assert known == {**CATEGORIES, "2510": "财政资金类专栏"}


def test_a_category_is_taken_out_by_leaving_it_blank(office: Office) -> None:
    change(office, publication_categories={"0100": ""})

    assert "0100" not in settled(office).publication_categories


def test_what_a_decision_counts_as_is_a_setting(office: Office) -> None:
    change(office, dispute_results={"mediated": "corrected"})

    assert settled(office).dispute_results == {DisputeDecision.MEDIATED: DisputeResult.CORRECTED}


def test_a_setting_that_is_taken_back_is_as_usual_again(office: Office) -> None:
    change(office, office_code="QZ06913")
    change(office, office_code=None)

    assert settled(office).office_code == ""


def test_what_others_keep_among_the_settings_is_left_to_them(office: Office) -> None:
    with office.work() as uow:
        uow.offices.amend(
            {"settings": {"letters": {"court": "惠安县人民法院"}}},
            reason="设置文书",
            actor="管理员",
            at=office.clock.now(),
        )

    change(office, office_code="QZ06913")

    with office.read() as view:
        assert office_of(view).settings == {
            "letters": {"court": "惠安县人民法院"},
            "office_code": "QZ06913",
        }
    assert office.verify().holds


def test_a_change_that_changes_nothing_is_no_change(office: Office) -> None:
    with pytest.raises(NothingChangedError):
        change(office, {"short_name": TOWN.short_name})


def test_a_change_has_its_reason(office: Office) -> None:
    with pytest.raises(ReasonBlankError):
        change(office, {"phone": "1"}, reason=" ")


def test_two_offices_do_not_bear_one_name(installation: Installation, office: Office) -> None:
    installation.establish(OfficeProfile(name="东岭镇人民政府"), actor="管理员")

    with pytest.raises(OfficeExistsError):
        change(office, {"name": "东岭镇人民政府"})


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.REVIEWER])
def test_not_every_role_sets_what_holds_for_all(office: Office, role: Role) -> None:
    with pytest.raises(MoveRefusedError):
        change(office, {"phone": "1"}, role=role)
