"""Every step on a request from the web: shown, looked at beforehand, taken, refused, taken once."""

from datetime import date

import pytest

from states.steps import Role
from tests.workflow.web.taking import TAKEN, address, opened, sent, version_of
from tests.workflow.web.visiting import Town
from workflow.web.steps.catalogue import STEPS


def test_every_step_is_taken_here() -> None:
    assert set(TAKEN) == set(STEPS)


@pytest.mark.parametrize("key", TAKEN)
def test_every_step_is_shown_looked_at_and_taken(town: Town, key: str) -> None:
    taken = TAKEN[key]
    row_id = taken.come(town)
    visitor = town.visitor(taken.role)
    query = {"seq": _last(town, row_id)} if key == "annul" else {}
    before = version_of(town, row_id)
    page = opened(visitor, row_id, key, **query)

    looked = sent(visitor, page, row_id, key, taken.typed, "preview")
    assert looked.status == 200, looked.words
    assert version_of(town, row_id) == before  # a look writes nothing

    done = sent(visitor, looked, row_id, key, taken.typed)
    assert done.status == 200, done.words
    assert done.address.startswith(f"/requests/{row_id}?done=")
    assert f"已登记： {taken.says}" in done.words.replace("已登记：", "已登记： ").replace(
        "  ", " "
    )
    assert version_of(town, row_id) > before


@pytest.mark.parametrize("key", STEPS)
@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.REVIEWER, Role.CLERK, Role.ADMINISTRATOR])
def test_a_step_is_for_the_roles_of_its_moves_alone(town: Town, key: str, role: Role) -> None:
    row_id, _ = town.log()
    visitor = town.visitor(role)
    before = version_of(town, row_id)

    shown = visitor.get(address(row_id, key))
    tried = visitor.post(address(row_id, key), {"do": "confirm", **TAKEN[key].typed})

    assert shown.status == (200 if role in STEPS[key].roles else 403)
    if role not in STEPS[key].roles:
        assert tried.status == 403
        assert version_of(town, row_id) == before


def test_a_step_on_a_request_of_another_office_is_not_found(town: Town) -> None:
    row_id, _ = town.log(town.other)

    assert town.visitor().get(address(row_id, "decide")).status == 404
    assert town.visitor().post(address(row_id, "decide"), {"do": "confirm"}).status == 404


def test_a_step_that_is_none_is_not_found(town: Town) -> None:
    row_id, _ = town.log()

    assert town.visitor().get(address(row_id, "explode")).status == 404


def test_an_extension_shows_the_date_before_and_after_with_its_article(town: Town) -> None:
    # Received Mon 2025-09-01; 20 working days end on Sun 2025-09-28, a worked weekend. Then come
    # 09-29, 09-30, then the holiday to 10-08; 10-09, 10-10, 10-11 (worked), 13, 14, 15, 16, 17.
    row_id = TAKEN["extend-tell"].come(town)
    visitor = town.visitor()
    page = opened(visitor, row_id, "extend-tell")

    looked = sent(visitor, page, row_id, "extend-tell", {}, "preview")

    assert "2025-09-28 → 2025-10-17，依据" in looked.words
    assert "第三十三条" in looked.words.partition("2025-10-17")[2]


def test_what_is_asked_for_changes_nothing_and_says_what_telling_will(town: Town) -> None:
    row_id, _ = town.log()
    visitor = town.visitor()
    page = opened(visitor, row_id, "extend-ask")

    looked = sent(
        visitor, page, row_id, "extend-ask", {"workdays": 10, "reason": "复杂"}, "preview"
    )

    assert "答复 2025-09-28，不变" in looked.words.replace("　", " ")
    assert "告知申请人之后" in looked.words
    assert "2025-10-17" in looked.words


def test_a_form_that_is_sent_twice_is_taken_once(town: Town) -> None:
    row_id, _ = town.log()
    visitor = town.visitor()
    page = opened(visitor, row_id, "decide")

    first = sent(visitor, page, row_id, "decide", {"decision": "disclose"})
    version = version_of(town, row_id)
    second = sent(visitor, page, row_id, "decide", {"decision": "disclose"})

    assert second.address == first.address
    assert version_of(town, row_id) == version


def _last(town: Town, row_id: int) -> int:
    with town.office.read() as view:
        return view.requests.history(view.requests.number_of(row_id))[-1].seq


def test_the_day_of_a_step_is_today_unless_it_was_before(town: Town) -> None:
    row_id, _ = town.log()

    page = opened(town.visitor(), row_id, "withdraw")

    assert f'name="on" type="date" value="{date(2025, 9, 22).isoformat()}"' in page.text


def test_what_will_be_recorded_is_said_beforehand_the_sum_of_a_fee_too(town: Town) -> None:
    # 100 pages: the first 30 are free, 31 to 100 cost 10 yuan each (收费办法(2020) 第五条).
    row_id, _ = town.log()
    visitor = town.visitor()
    page = opened(visitor, row_id, "fee-notify")

    looked = sent(visitor, page, row_id, "fee-notify", TAKEN["fee-notify"].typed, "preview")

    assert "登记“告知收费” 2025-09-22 700.00 元" in looked.words.replace("　", " ")


def test_a_request_that_looks_alike_is_offered_where_two_are_brought_together(town: Town) -> None:
    row_id, _ = town.log()
    _, alike = town.log()

    assert f'<option value="{alike}">' in opened(town.visitor(), row_id, "merge").text


def test_an_item_that_was_decided_comes_back_to_be_changed(town: Town) -> None:
    row_id = TAKEN["submit"].come(town)

    page = opened(town.visitor(), row_id, "decide", item="1")

    assert '<option value="1" selected>' in page.text
    assert '<option value="disclose" selected>' in page.text
