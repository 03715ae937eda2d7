"""What an office sets for its letters: by whom, and what stays as it was."""

import pytest

from states.errors import MoveRefusedError
from states.statute.remedies import DepartmentKind
from states.steps import Role
from tests.workflow.services.letters_written import set_up
from workflow.bootstrap import Office
from workflow.letters.environment import built_in
from workflow.letters.errors import (
    NumberPatternError,
    SettingInvalidError,
    SettingUnknownError,
    TemplateError,
)
from workflow.letters.kinds import LetterKind
from workflow.services.letters.settings import (
    adopt_template,
    letter_settings,
    revert_template,
    set_for_letters,
)
from workflow.services.letters.writing import own_office, template_in_use

KIND = LetterKind.FEE_NOTICE
ADMINISTRATOR = Role.ADMINISTRATOR


def adopt(office: Office, source: str, role: Role = ADMINISTRATOR) -> None:
    with office.work() as uow:
        adopt_template(KIND, source, uow, actor="管理员", role=role, at=office.clock.now())


def test_what_is_set_stays_beside_the_other_settings(office: Office) -> None:
    with office.work() as uow:
        uow.offices.amend(
            {"settings": {"number_pattern": "{prefix}{year}-{serial}"}},
            reason="设置",
            actor="管理员",
            at=office.clock.now(),
        )

    set_up(office, court="惠安县人民法院", department_kind="derived")
    set_up(office, numbers__reply="净信公复")

    with office.read() as view:
        settings = letter_settings(view)
        assert own_office(view).settings["number_pattern"] == "{prefix}{year}-{serial}"
    assert settings.court == "惠安县人民法院"
    assert settings.department_kind is DepartmentKind.DERIVED
    assert settings.numbers == {"reply": "净信公复"}
    assert office.verify().holds


@pytest.mark.parametrize("name", ["court", "department_kind", "numbers__reply"])
def test_a_blank_takes_a_setting_back(office: Office, name: str) -> None:
    before = {"court": "甲法院", "department_kind": "vertical", "numbers__reply": "净复"}
    set_up(office, **{name: before[name]})

    set_up(office, **{name: " "})

    with office.read() as view:
        assert letter_settings(view).plain() == {}


def test_what_letters_do_not_have_is_not_set(office: Office) -> None:
    for name in ("colour", "numbers__form", "numbers__x", "templates"):
        with pytest.raises(SettingUnknownError):
            set_up(office, **{name: "红"})


def test_a_setting_that_takes_some_values_takes_no_other(office: Office) -> None:
    with pytest.raises(SettingInvalidError):
        set_up(office, department_kind="x")
    with pytest.raises(NumberPatternError):
        set_up(office, numbers__reply="净〔2025〕")


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.SUPERVISOR])
def test_a_role_that_may_not_set_changes_nothing(office: Office, role: Role) -> None:
    at = office.clock.now()
    with pytest.raises(MoveRefusedError), office.work() as uow:
        set_for_letters({"court": "甲"}, uow, actor="李四", role=role, at=at)
    with pytest.raises(MoveRefusedError):
        adopt(office, built_in(KIND.value) + "\n> 另行告知。\n", role)
    with pytest.raises(MoveRefusedError), office.work() as uow:
        set_for_letters({}, uow, actor="李四", role=role, at=at)

    with office.read() as view:
        assert letter_settings(view).plain() == {}


def test_a_template_that_cannot_serve_is_not_adopted(office: Office) -> None:
    with pytest.raises(TemplateError):
        adopt(office, "# 题目\n\n{{ content }}")

    with office.read() as view:
        assert letter_settings(view).templates == {}
    assert office.verify().holds


def test_the_template_in_use_is_the_adopted_one_until_it_is_reverted(office: Office) -> None:
    own = built_in(KIND.value) + "\n> 另行告知。\n"
    adopt(office, own)
    with office.read() as view:
        assert template_in_use(view, KIND, letter_settings(view)).source == own

    at = office.clock.now()
    with office.work() as uow:
        assert revert_template(KIND, uow, actor="管理员", role=ADMINISTRATOR, at=at)
        assert not revert_template(KIND, uow, actor="管理员", role=ADMINISTRATOR, at=at)

    with office.read() as view:
        used = template_in_use(view, KIND, letter_settings(view))
    assert used.source == built_in(KIND.value)


def test_adopting_is_on_record_with_its_reason(office: Office) -> None:
    adopt(office, built_in(KIND.value) + "\n> 另行告知。\n")

    with office.read() as view:
        details = view.connection.exec_driver_sql(
            "SELECT details FROM event WHERE subject = 'office' ORDER BY seq DESC LIMIT 1"
        ).scalar()
    assert "采用模板：fee_notice" in str(details)
