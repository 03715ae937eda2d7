"""How an office numbers its requests: by what pattern, from when, and what no pattern is."""

import pytest

from states.steps import Role
from tests.builders import a_request
from workflow.bootstrap import Office
from workflow.services.errors import NothingChangedError, NumberPatternError
from workflow.services.offices import SetOffice, check_pattern, example_of, office_of, set_office


def change(office: Office, **settings: str | None) -> None:
    command = SetOffice(
        profile={}, settings=settings, reason="设置", actor="管理员", role=Role.ADMINISTRATOR
    )
    with office.work() as uow:
        set_office(command, uow, at=office.clock.now())


def test_an_office_numbers_by_custom_until_it_sets_its_own_pattern(office: Office) -> None:
    with office.read() as view:
        assert example_of(office_of(view), 2026) == "净公开申〔2026〕1号"


def test_a_pattern_holds_for_the_numbers_to_come(office: Office) -> None:
    first = a_request(office)

    change(office, number_pattern="{prefix}依申请〔{year}〕{serial:03}号", number_prefix="净峰")

    assert (first, a_request(office)) == ("净公开申〔2025〕1号", "净峰依申请〔2025〕002号")
    assert office.verify().holds


def test_a_setting_that_is_taken_back_is_custom_again(office: Office) -> None:
    change(office, number_prefix="峰")
    change(office, number_prefix=None)

    assert a_request(office) == "净公开申〔2025〕1号"
    with office.read() as view:
        assert office_of(view).settings == {}


def test_setting_what_is_set_is_refused_as_no_change(office: Office) -> None:
    change(office, number_prefix="峰")

    with pytest.raises(NothingChangedError):
        change(office, number_prefix="峰")


def test_other_settings_of_the_office_are_left_alone(office: Office) -> None:
    with office.work() as uow:
        uow.offices.amend(
            {"settings": {"letters": {"court": "惠安县人民法院"}}},
            reason="设置",
            actor="管理员",
            at=office.clock.now(),
        )

    change(office, number_prefix="峰")

    with office.read() as view:
        assert office_of(view).settings == {
            "letters": {"court": "惠安县人民法院"},
            "number_prefix": "峰",
        }


@pytest.mark.parametrize(
    "pattern", ["{year}-{serial}", "〔{year}〕{serial:4}", "{prefix}{year}{serial:04d}"]
)
def test_a_pattern_that_names_year_and_serial_can_number(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        ("公开申{year}", "{serial}"),
        ("公开申{serial}", "{year}"),
        ("{year}{serial}{office}", "{office}"),
        ("{}{year}{serial}", "{}"),
        ("{year}{serial!r}", "{serial}"),
        ("{prefix.__class__}{year}{serial}", "{prefix.__class__}"),
        ("{year}{serial:999999999}", "{serial}"),
        ("{year}{serial:>{year}}", "{serial}"),
        ("{year}{serial", "{year}{serial"),
        ("{year}{serial}\n", "{year}{serial}\n"),
        ("{year}{serial}" + "号" * 60, "号" * 14),
    ],
)
def test_a_pattern_that_cannot_number_is_refused_at_its_fault(pattern: str, wrong: str) -> None:
    with pytest.raises(NumberPatternError) as caught:
        check_pattern(pattern)

    assert caught.value.wrong == wrong
