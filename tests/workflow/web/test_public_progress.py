"""Anybody looks an application up, with its number and its code and in no other way."""

import hmac
import re

import pytest

from tests.builders import a_reply
from tests.workflow.web.applying import apply, look_up, receipt_of
from tests.workflow.web.visiting import Town
from workflow.records.office_key import lookup_code
from workflow.records.store import Store
from workflow.services.allowances import LOOK_UP

WRONG = "ABCD-EFGH-JKLM-NPQR"


def code_of(town: Town, number: str) -> str:
    with town.office.read() as view:
        return lookup_code(view.store, number)


def bare(text: str, *typed: str) -> str:
    """Return a page without what was typed into it."""
    for words in typed:
        text = text.replace(words, "")
    return re.sub(r"\s+", " ", text)


def test_whoever_has_both_sees_the_state_and_nothing_of_anybody(town: Town) -> None:
    browser = town.browser()
    number, code = receipt_of(apply(browser))

    page = look_up(browser, number, code)

    assert page.status == 200
    assert "待确认收到" in page.words
    assert "2025年9月22日" in page.words
    for personal in ("张三", "13800000000", "某路征地补偿方案", "11010519491231002X"):
        assert personal not in page.text
    assert page.headers["x-robots-tag"] == "noindex, nofollow"


def test_the_due_date_is_told_while_it_runs(town: Town) -> None:
    # In person on Mon 1 Sep 2025: 20 working days from the 2nd, with the make-up Sunday of
    # 28 Sep before the national holiday, end on Sun 28 Sep 2025 (国办发明电〔2024〕12号).
    _, number = town.log()

    page = look_up(town.browser(), number, code_of(town, number))

    assert "办理中" in page.words
    assert "答复期限 2025年9月28日" in page.words


def test_an_answered_one_is_told_as_such_with_its_day_and_no_due_date(town: Town) -> None:
    _, number = town.log()
    a_reply(town.office, number)

    page = look_up(town.browser(), number, code_of(town, number))

    assert "已答复" in page.words
    assert "办结日期 2025年9月22日" in page.words
    assert "答复期限" not in page.words


@pytest.mark.parametrize("brackets", ["[]", "()", "（）", "【】"])
def test_brackets_may_be_typed_as_the_keyboard_has_them(town: Town, brackets: str) -> None:
    _, number = town.log()
    typed = number.replace("〔", brackets[0]).replace("〕", brackets[1])

    assert look_up(town.browser(), typed, code_of(town, number).lower()).status == 200


def test_a_wrong_number_and_a_wrong_code_are_not_told_apart(town: Town) -> None:
    _, number = town.log()
    nobody = "净公开申〔2025〕999号"

    wrong_code = look_up(town.browser(), number, WRONG)
    wrong_number = look_up(town.browser(), nobody, code_of(town, number))
    both_wrong = look_up(town.browser(), nobody, WRONG)

    assert wrong_code.status == wrong_number.status == both_wrong.status == 404
    texts = {
        bare(wrong_code.text, number, WRONG),
        bare(wrong_number.text, nobody, code_of(town, number)),
        bare(both_wrong.text, nobody, WRONG),
    }
    assert len(texts) == 1


def test_the_code_of_one_office_opens_nothing_in_another(town: Town) -> None:
    _, number = town.log()
    town.log(town.other, number=number)

    assert look_up(town.browser(), number, code_of(town, number), town.other.id).status == 404


def test_a_wrong_number_costs_the_same_work_as_a_wrong_code(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, number = town.log()
    done: list[str] = []
    digest, compare = hmac.digest, hmac.compare_digest
    fetch, all_of = Store.fetch, Store.all

    def counted(name: str, act):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        def counting(*arguments, **more):  # type: ignore[no-untyped-def]  # noqa: ANN002, ANN003, ANN202
            done.append(name)
            return act(*arguments, **more)

        return counting

    monkeypatch.setattr(hmac, "digest", counted("digest", digest))
    monkeypatch.setattr(hmac, "compare_digest", counted("compare", compare))
    monkeypatch.setattr(Store, "fetch", counted("fetch", fetch))
    monkeypatch.setattr(Store, "all", counted("query", all_of))
    monkeypatch.setattr(Store, "first", counted("query", Store.first))

    work = []
    for typed_number, code in ((number, WRONG), ("净公开申〔2025〕999号", WRONG), ("x", "x")):
        done.clear()
        look_up(town.browser(), typed_number, code)
        work.append(list(done))

    assert work[0] == work[1] == work[2]
    assert work[0].count("compare") == 2  # as typed, and with the brackets of numbers


def test_after_ten_tries_a_client_waits_whether_right_or_wrong(town: Town) -> None:
    browser = town.browser()
    _, number = town.log()
    for _ in range(LOOK_UP.each):
        assert look_up(browser, number, WRONG).status == 404

    page = look_up(browser, number, code_of(town, number))

    assert page.status == 429
    assert "请过 15 分钟再试" in page.words
    assert number in page.text
    town.clock.move(minutes=15)
    assert look_up(browser, number, code_of(town, number)).status == 200


@pytest.mark.parametrize("form", [{}, {"number": "x"}, {"number": "x" * 101, "code": "y" * 41}])
def test_what_cannot_be_a_number_or_a_code_is_said_beside_its_field(
    town: Town, form: dict[str, str]
) -> None:
    page = town.browser().post("/public/1/progress", form)

    assert page.status == 422
    assert 'aria-invalid="true"' in page.text
