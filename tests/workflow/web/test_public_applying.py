"""Anybody applies online: what is asked, what is registered, and how often it may be tried."""

from datetime import date

import pytest

from states.statute.receipt import Channel
from states.steps import Role
from tests.workflow.filled_in import RESIDENT_ID
from tests.workflow.web.applying import APPLICATION, apply, receipt_of
from tests.workflow.web.visiting import Town
from workflow.services.allowances import APPLY

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


def count(town: Town) -> int:
    with town.office.read() as view:
        return len(list(view.requests.each()))


def test_what_is_sent_is_registered_as_it_came_over_the_internet(town: Town) -> None:
    number, _ = receipt_of(apply(town.browser()))

    with town.office.read() as view:
        row, case = view.requests.find(number), view.requests.case(number)
        details = view.requests.beside.personal(row.id).details
        actors = {entry.actor for entry in view.requests.history(number)}
    assert (row.channel, row.applicant, row.content) == (
        Channel.INTERNET, "张三", "某路征地补偿方案",
    )  # fmt: skip
    assert (details.identity_number, details.phone) == (RESIDENT_ID, "13800000000")
    # 条例(2019) 第三十一条第（三）项: received when both have confirmed it, not before.
    assert [event.on for event in case.events] == [date(2025, 9, 22)]
    assert row.received_on is None
    assert actors == {"网上申请"}


def test_the_clerks_find_it_on_their_worklist(town: Town) -> None:
    number, _ = receipt_of(apply(town.browser()))

    with town.office.read() as view:
        row_id = view.requests.find(number).id
    assert town.visitor(Role.CLERK).get(f"/requests/{row_id}").status == 200


def test_number_and_code_stand_in_no_address_and_no_store(town: Town) -> None:
    page = apply(town.browser())

    assert page.address == "/public/1/apply"
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-robots-tag"] == "noindex, nofollow"


def test_the_same_form_sent_twice_is_registered_once(town: Town) -> None:
    browser = town.browser()

    assert receipt_of(apply(browser)) == receipt_of(apply(browser))
    assert count(town) == 1


def test_a_key_gives_nobody_what_another_registered_with_it(town: Town) -> None:
    _, of_the_office = town.log(key="import-1")
    mine, _ = receipt_of(apply(town.browser(), key="import-1"))
    theirs, _ = receipt_of(apply(town.browser(), key="import-1", applicant="李明"))

    assert len({of_the_office, mine, theirs}) == 3


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"applicant": ""}, "请填写"),
        ({"content": ""}, "请填写"),
        ({"identity_number": ""}, "请填写"),
        ({"identity_number": "110105194912310021"}, "不是有效的居民身份证号码"),
        ({"phone": ""}, "至少填写电话、电子邮箱、通信地址中的一项"),
        ({"phone": "<script>alert(1)</script>"}, "不像电话号码"),
        ({"email": "nobody"}, "不是电子邮件地址"),
        ({"postcode": "36210"}, "不是邮政编码"),
        ({"content": "字" * 2_001}, "最多 2000 个字；现有 2001 个"),
        ({"applicant": "字" * 201}, "最多 200 个字"),
        ({"applicant_kind": "emperor"}, "不在可选范围内"),
        ({"provision_form": ""}, "请填写"),
        ({"provision_way": "pigeon"}, "不在可选范围内"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    town: Town, changed: dict[str, str], words: str
) -> None:
    page = apply(town.browser(), 1, **changed)

    assert page.status == 422
    assert words in page.words
    assert 'aria-invalid="true"' in page.text
    kept = {**APPLICATION, **changed}["applicant"] or "某路征地补偿方案"
    assert kept in page.text
    assert count(town) == 0


def test_every_fault_is_said_at_once(town: Town) -> None:
    page = apply(town.browser(), applicant="", identity_number="1", phone="abc", postcode="x")

    assert page.text.count('aria-invalid="true"') == 4
    assert "有 4 处需要改正" in page.words


def test_of_a_wrong_identity_number_only_the_ends_are_repeated_in_words(town: Town) -> None:
    page = apply(town.browser(), identity_number="110105194912310021")

    assert "110105194912310021" not in page.words


def test_a_program_that_fills_in_every_field_registers_nothing(town: Town) -> None:
    page = apply(town.browser(), homepage="https://example.org")

    assert page.status == 422
    assert "不应填写" in page.words
    assert "张三" in page.text
    assert count(town) == 0


def test_hostile_text_comes_out_literally_on_form_and_receipt(town: Town) -> None:
    refused = apply(town.browser(), applicant=HOSTILE, phone="")
    taken = apply(town.browser(), applicant=HOSTILE, content=HOSTILE)

    assert (refused.status, taken.status) == (422, 200)
    assert "<script>alert(1)" not in refused.text + taken.text
    assert HOSTILE in taken.words


def test_after_five_in_an_hour_a_client_waits_and_keeps_what_was_typed(town: Town) -> None:
    browser = town.browser()
    for n in range(APPLY.each):
        assert apply(browser, content=f"第{n}件").status == 200

    page = apply(browser, content="第六件")

    assert page.status == 429
    assert "请过 60 分钟再试" in page.words
    assert "第六件" in page.text
    assert count(town) == 5
    town.clock.move(minutes=60)
    assert apply(browser, content="第六件").status == 200


def test_what_was_wrongly_filled_in_uses_up_nothing(town: Town) -> None:
    browser = town.browser()
    for _ in range(APPLY.each + 1):
        assert apply(browser, applicant="").status == 422

    assert apply(browser).status == 200


def test_the_other_office_counts_for_itself(town: Town) -> None:
    browser = town.browser()
    for n in range(APPLY.each):
        apply(browser, content=f"第{n}件")

    assert apply(browser, town.other.id).status == 200
