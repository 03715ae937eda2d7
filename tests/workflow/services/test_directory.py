"""The directory of other organs: entered once, put right, searched by name and by scope."""

import pytest

from workflow.bootstrap import Office
from workflow.records.facts import OtherOffice
from workflow.services.directory import (
    amend_organ,
    enter_organ,
    office_named,
    search_directory,
)
from workflow.services.errors import NothingChangedError, OrganKnownError, OrganUnknownError


def entered(office: Office, name: str, scope: str = "", key: str | None = None) -> int:
    with office.work() as uow:
        return enter_organ(
            OtherOffice(name=name, contact="0595-1", scope=scope),
            uow,
            actor="李四",
            at=office.clock.now(),
            key=key,
        )


def amended(office: Office, name: str, **changes: object) -> None:
    with office.work() as uow:
        amend_organ(name, changes, uow, reason="核对", actor="李四", at=office.clock.now())


def found(office: Office, text: str) -> list[str]:
    with office.read() as view:
        return [match.row.name for match in search_directory(view, text)]


@pytest.fixture(autouse=True)
def _directory(office: Office) -> None:
    entered(office, "惠安县自然资源局", "宅基地 征地 不动产登记")
    entered(office, "惠安县农业农村局", "宅基地 土地承包")
    entered(office, "惠安县公安局", "户口 交通")


def test_a_description_speaks_for_the_organs_whose_scope_it_names(office: Office) -> None:
    assert found(office, "某村宅基地审批和征地补偿方案") == ["惠安县自然资源局", "惠安县农业农村局"]
    assert found(office, "户口迁移登记") == ["惠安县公安局"]


def test_a_name_counts_more_than_any_keyword(office: Office) -> None:
    assert found(office, "惠安县农业农村局的征地、不动产登记、宅基地材料")[0] == "惠安县农业农村局"


def test_a_part_of_a_name_or_of_a_keyword_is_enough(office: Office) -> None:
    assert found(office, "公安") == ["惠安县公安局"]
    assert found(office, "承包") == ["惠安县农业农村局"]


def test_what_fits_nobody_finds_nobody(office: Office) -> None:
    assert found(office, "海洋捕捞") == []
    assert found(office, "  ") == []


def test_the_keywords_that_were_met_are_told(office: Office) -> None:
    with office.read() as view:
        (match, _) = search_directory(view, "宅基地和征地")

    assert (match.keywords, match.by_name) == (("宅基地", "征地"), False)


def test_an_organ_is_entered_once(office: Office) -> None:
    with pytest.raises(OrganKnownError):
        entered(office, "惠安县公安局")


def test_the_same_key_enters_it_once(office: Office) -> None:
    assert entered(office, "惠安县民政局", key="名录-1") == entered(
        office, "惠安县民政局", key="名录-1"
    )


def test_a_retired_organ_is_found_no_more(office: Office) -> None:
    amended(office, "惠安县公安局", active=False)

    assert found(office, "户口") == []
    with office.read() as view:
        assert office_named(view, "惠安县公安局") is None
        assert office_named(view, "惠安县公安局", retired=True) is not None


def test_an_organ_that_is_not_there_cannot_be_changed(office: Office) -> None:
    with pytest.raises(OrganUnknownError):
        amended(office, "无此局", contact="1")


def test_every_change_is_in_the_chain(office: Office) -> None:
    amended(office, "惠安县公安局", contact="0595-2", scope="户籍")

    assert found(office, "户籍证明") == ["惠安县公安局"]
    assert office.verify().holds


def test_an_organ_of_which_nothing_changes_is_not_written_anew(office: Office) -> None:
    with pytest.raises(NothingChangedError):
        amended(office, "惠安县公安局")
