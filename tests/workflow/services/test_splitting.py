"""One matter, one request: what every part takes over, and until when a request is split."""

from datetime import date
from typing import Any

import pytest

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import a_member, a_move
from tests.workflow.filled_in import RESIDENT_ID, kinds, logged, merged, parted, relations, row_of
from workflow.bootstrap import Office
from workflow.records.errors import StaleRequestError
from workflow.services.errors import PartsTooFewError

PARTS = ("某路征地补偿方案", "某村低保名单", "渔港污水处理记录")
WHOLE: dict[str, Any] = {
    "content": "某路征地补偿方案；某村低保名单；渔港污水处理记录",
    "channel": "post_signed",
    "applicant": "东海测绘有限公司",
    "applicant_kind": "company",
    "contact": "13800000000",
    "case_officer": "李四",
    "note": "附委托书",
    "submitted_on": date(2025, 9, 1),  # Monday
    "signed_on": date(2025, 9, 3),  # Wednesday
    "identity_kind": "resident_id",
    "identity_number": RESIDENT_ID,
    "provision_form": "paper",
}


@pytest.fixture(autouse=True)
def _officer(office: Office) -> None:
    a_member(office, "李四")


def refused(office: Office, number: str, role: Role = Role.CLERK) -> list[str]:
    with pytest.raises(MoveRefusedError) as caught:
        parted(office, number, *PARTS[:2], role=role)
    return [refusal.code for refusal in caught.value.refusals]


def test_the_first_part_keeps_the_number_and_the_others_get_the_next(office: Office) -> None:
    number = logged(office, **WHOLE)

    assert parted(office, number, *PARTS) == tuple(f"净公开申〔2025〕{n}号" for n in (1, 2, 3))


def test_every_part_has_its_own_matter(office: Office) -> None:
    numbers = parted(office, logged(office, **WHOLE), *PARTS)

    assert tuple(row_of(office, number).content for number in numbers) == PARTS


def test_every_part_came_as_the_whole_did(office: Office) -> None:
    first, *others = (
        row_of(office, number) for number in parted(office, logged(office, **WHOLE), *PARTS)
    )

    same = {"applicant", "applicant_kind", "channel", "contact", "note", "case_officer", "state"}
    same |= {"received_on", "answer_due"}
    for other in others:
        assert other.model_dump(include=same) == first.model_dump(include=same)
    assert first.received_on == date(2025, 9, 3)


def test_every_part_is_by_the_same_person_and_wanted_the_same_way(office: Office) -> None:
    numbers = parted(office, logged(office, **WHOLE), *PARTS)

    with office.read() as view:
        ids = [view.requests.find(number).id for number in numbers]
        kept = [view.requests.beside.personal(row_id) for row_id in ids]
        forms = {view.requests.beside.intake(row_id).provision_form for row_id in ids}
    assert {one.details.identity_number for one in kept} == {RESIDENT_ID}
    assert len({one.salt for one in kept}) == len(kept)
    assert forms == {"paper"}
    assert office.verify().holds


def test_the_parts_know_where_they_come_from(office: Office) -> None:
    number = logged(office, **WHOLE)

    first, second, third = parted(office, number, *PARTS)

    assert relations(office, first) == [("split_into", second), ("split_into", third)]
    assert relations(office, second) == relations(office, third) == [("split_from", first)]
    assert kinds(office, first)[-2:] == ["amended", "split_into"]


def test_a_correction_before_the_split_holds_for_every_part(office: Office) -> None:
    number = logged(office, submitted_on=date(2025, 9, 1))
    a_move(office, number, "request_correction", date(2025, 9, 5), workdays=10)
    a_move(office, number, "receive_correction", date(2025, 9, 10))

    _, second = parted(office, number, *PARTS[:2])

    # From Wed 2025-09-10 the twenty working days anew, with Sun 28 Sep and Sat 11 Oct worked
    # and 1-8 October off: Tue 2025-10-14.
    assert row_of(office, second).answer_due == date(2025, 10, 14)
    assert kinds(office, second)[1:4] == [
        "submitted",
        "correction_requested",
        "correction_received",
    ]


def test_a_request_that_awaits_its_receipt_is_split_too(office: Office) -> None:
    number = logged(office, channel="internet", submitted_on=date(2025, 9, 1))

    _, second = parted(office, number, *PARTS[:2])

    assert row_of(office, second).received_on is None


def test_once_work_has_begun_a_request_is_not_split(office: Office) -> None:
    number = logged(office)
    a_move(office, number, "consult_third_party", ref="甲")

    assert refused(office, number) == ["split_when_worked_on"]


def test_a_merged_request_is_not_split(office: Office) -> None:
    first, second = logged(office), logged(office)
    merged(office, second, first)

    assert refused(office, second) == ["split_when_closed"]


def test_every_reason_against_a_split_is_told_at_once(office: Office) -> None:
    number = logged(office)
    a_move(office, number, "consult_third_party", ref="甲")

    assert refused(office, number, Role.SUPERVISOR) == ["role_may_not", "split_when_worked_on"]


def test_a_refused_split_takes_no_number(office: Office) -> None:
    number = logged(office)
    a_move(office, number, "consult_third_party", ref="甲")
    refused(office, number)

    assert logged(office) == "净公开申〔2025〕2号"


@pytest.mark.parametrize("parts", [("某路",), ("某路", " ")])
def test_a_split_has_at_least_two_parts_in_words(office: Office, parts: tuple[str, ...]) -> None:
    with pytest.raises(PartsTooFewError):
        parted(office, logged(office), *parts)


def test_a_split_on_a_stale_page_is_refused_with_what_changed(office: Office) -> None:
    number = logged(office)
    seen = row_of(office, number).version
    parted(office, number, *PARTS)

    with pytest.raises(StaleRequestError) as caught:
        parted(office, number, *PARTS, version=seen)

    assert [change.kind for change in caught.value.changes] == ["amended", "split_into"]


def test_a_part_can_be_merged_back(office: Office) -> None:
    first, second = parted(office, logged(office, **WHOLE), *PARTS[:2])

    merged(office, second, first)

    assert ("took_in", second) in relations(office, first)
