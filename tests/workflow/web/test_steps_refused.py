"""Steps that are refused: by the law, for what was typed, or because somebody was quicker."""

import pytest

from states.steps import Role
from tests.workflow.web.taking import TAKEN, address, opened, sent, version_of
from tests.workflow.web.visiting import Town

# Of a request that was just received, none of these may be taken; each names its article.
UNLAWFUL = {
    "confirm": "第三十一条",
    "correct-receive": "第三十条",
    "submit": "第三十六条",
    "send-back": "第四十五条",
    "approve": "第三十六条",
    "issue": "第三十六条",
    "serve": "第三十六条",
    "delivered": "送达",
    "undelivered": "送达",
    "consult-delivered": "第三十二条",
    "consult-answered": "第三十二条",
    "consult-judge": "第三十二条",
    "consult-told": "第三十二条",
    "extend-tell": "第三十三条",
    "extend-refuse": "第三十三条",
    "reasons-receive": "第三十五条",
    "reasons-judge": "第三十五条",
    "reasons-delay": "第三十五条",
    "fee-delivered": "第六条",
    "fee-pay": "第六条",
    "lapse": "第三十条",
}


@pytest.mark.parametrize("key", UNLAWFUL)
def test_what_the_law_refuses_names_its_article_and_loses_nothing_typed(
    town: Town, key: str
) -> None:
    taken = TAKEN[key]
    row_id, _ = town.log()
    visitor = town.visitor(taken.role)
    before = version_of(town, row_id)

    page = opened(visitor, row_id, key)
    refused = sent(visitor, page, row_id, key, taken.typed)

    assert refused.status == 409, refused.words
    assert "没有登记" in refused.words
    assert UNLAWFUL[key] in refused.words.partition("没有登记，原因如下")[2]
    assert version_of(town, row_id) == before
    for name in ("reason", "remark", "judgement", "tracking"):
        if name in taken.typed:
            assert str(taken.typed[name]) in refused.text


def test_bad_input_is_said_beside_the_field_and_kept(town: Town) -> None:
    row_id, _ = town.log()
    visitor = town.visitor()
    page = opened(visitor, row_id, "extend-ask")

    back = sent(visitor, page, row_id, "extend-ask", {"on": "昨天", "reason": "很复杂"})

    assert back.status == 422
    assert "“昨天”不是日期" in back.words
    assert "很复杂" in back.text


def test_a_breach_is_acknowledged_by_a_tick_and_then_recorded(town: Town) -> None:
    # Received Mon 2025-09-01: the seven working days for a correction notice ended on Wed 09-10.
    row_id, _ = town.log()
    visitor = town.visitor()
    typed = {"unclear_description": "没有文号"}
    page = opened(visitor, row_id, "correct-ask")

    refused = sent(visitor, page, row_id, "correct-ask", typed)
    assert refused.status == 409
    assert 'name="acknowledge"' in refused.text
    assert "第三十条" in refused.words

    code = refused.text.partition('name="acknowledge" value="')[2].partition('"')[0]
    ticked = {**typed, "acknowledge": code}
    looked = sent(visitor, refused, row_id, "correct-ask", ticked, "preview")
    assert looked.status == 200
    assert f'value="{code}" checked' in looked.text
    done = sent(visitor, looked, row_id, "correct-ask", ticked)
    assert done.address.startswith(f"/requests/{row_id}?done=")


def test_a_stale_page_says_what_was_entered_since_and_does_nothing(town: Town) -> None:
    row_id, _ = town.log()
    slow, quick = town.visitor(), town.visitor(Role.HEAD_OF_OFFICE)
    stale = opened(slow, row_id, "withdraw")
    fresh = opened(quick, row_id, "decide")
    sent(quick, fresh, row_id, "decide", {"decision": "disclose", "title": "征地批文"})
    version = version_of(town, row_id)

    page = sent(slow, stale, row_id, "withdraw", {"reason": "已得到"})

    assert page.status == 409
    assert "这件申请已有变动" in page.words
    for words in ("拟定处理意见", "陈主任", "2025-09-22 10:00"):
        assert words in page.words
    assert address(row_id, "withdraw") in page.text
    assert version_of(town, row_id) == version


def test_hostile_text_comes_out_literally(town: Town) -> None:
    hostile = "<script>alert(1)</script>{{ 7*7 }}"
    row_id, _ = town.log(content=hostile, applicant=hostile)
    visitor = town.visitor()
    page = opened(visitor, row_id, "withdraw")

    back = sent(visitor, page, row_id, "withdraw", {"reason": hostile, "on": "2026-01-01"})
    done = sent(visitor, page, row_id, "withdraw", {"reason": hostile})

    for shown in (page, back, done):
        assert "<script>alert" not in shown.text
        assert "{{ 7*7 }}" in shown.words
    assert "2026年1月1日还没有到" in back.words


def test_money_paid_in_part_is_asked_about_in_the_words_of_the_desk(town: Town) -> None:
    taken = TAKEN["fee-pay"]
    row_id = taken.come(town)
    visitor = town.visitor()
    page = opened(visitor, row_id, "fee-pay")
    typed = {name: value for name, value in taken.typed.items() if name != "part"}

    refused = sent(visitor, page, row_id, "fee-pay", typed)

    assert refused.status == 422
    assert "请勾选“只缴了一部分”" in refused.words
    assert "--part" not in refused.words


@pytest.mark.parametrize(
    ("key", "typed", "status", "words"),
    [
        ("assign", {"officer": "没有这人"}, 422, "没有名叫“没有这人”的在岗人员"),
        ("split", {"parts": "只有一项"}, 422, "至少要两项"),
        ("refer", {"office": "某局"}, 422, "请写明联系方式"),
        ("merge", {"into": "没有", "reason": "重复"}, 404, "没有编号为“没有”的申请"),
        ("amend", {"email": "不是邮箱", "reason": "漏填"}, 422, "不是电子邮件地址"),
        ("amend", {"reason": "漏填"}, 422, "没有要更正的"),
        ("fee-notify", {"basis": "pages", "units": 10**30}, 422, "最多 6 个字"),
        ("fee-pay", {"amount": "1e400", "receipt_number": "1"}, 422, "“1e400”不是金额"),
        ("fee-pay", {"amount": "-5", "receipt_number": "1"}, 422, "“-5”不是金额"),
        ("fee-pay", {"amount": "0.005", "receipt_number": "1"}, 422, "“0.005”不是金额"),
        ("annul", {"seq": 9999, "reason": "录错"}, 404, "没有第 9999 项记录"),
        ("decide", {"decision": "explode"}, 422, "不在可选范围内"),
        ("withdraw", {"reason": ""}, 422, "请填写"),
        ("withdraw", {"reason": "字" * 5000}, 422, "最多 4000 个字"),
    ],
)
def test_what_cannot_be_is_said_in_the_words_of_the_desk(
    town: Town, key: str, typed: dict[str, object], status: int, words: str
) -> None:
    row_id, _ = town.log()
    visitor = town.visitor()

    page = sent(visitor, opened(visitor, row_id, key), row_id, key, typed)

    assert page.status == status, page.words
    assert words in page.words
    assert "--" not in page.words
    assert "disclosure " not in page.words.replace("disclosure_", "")
