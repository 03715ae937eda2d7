"""What looks like a request: by whom, by what words, through whatever channel."""

from datetime import date

import pytest

from states.case import State
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.builders import a_reply
from tests.workflow.filled_in import (
    RESIDENT_ID,
    apart,
    linked,
    logged,
    merged,
    parted,
    row_of,
)
from workflow.bootstrap import Office
from workflow.records.facts import UNDESCRIBED
from workflow.records.relations import RelationKind
from workflow.records.shingles import pairs
from workflow.services.similar import ALIKE, Alike, Asked, Found, Why, asked_of, similar_to

MATTER = "净峰村滨海路扩建项目征地补偿安置方案"
MUCH_THE_SAME = "净峰村滨海路扩建项目的征地补偿及安置方案"
OTHER = "松村小学食堂采购合同"


def like(office: Office, asked: Asked | str, limit: int = 10) -> Found:
    """Return what looks like a text, or like a request on record by its number."""
    with office.read() as view:
        question = asked_of(view, asked) if isinstance(asked, str) else asked
        return similar_to(view, question, limit=limit)


def numbers(found: Found) -> list[str]:
    return [alike.number for alike in found.alike]


def only(found: Found) -> Alike:
    (alike,) = found.alike
    return alike


def test_nothing_is_like_the_first_request(office: Office) -> None:
    assert like(office, logged(office)) == Found((), 0)


def test_much_the_same_words_are_found_whoever_wrote_them(office: Office) -> None:
    number = logged(office, content=MATTER)

    found = only(like(office, Asked(content=MUCH_THE_SAME, applicant="王五")))

    # 18 characters have 17 pairs, 20 have 19; all but 目征 and 偿安 are shared: 15 of 21.
    assert (found.number, found.text, found.why) == (number, 0.71, (Why.SIMILAR_TEXT,))
    assert found.score == 50  # 70 % of 15/21


def test_signs_and_asking_words_make_no_difference(office: Office) -> None:
    number = logged(office, content=MATTER)

    found = only(like(office, Asked(content=f"申请公开：{MATTER}。", applicant="王五")))

    assert (found.number, found.score, found.why) == (number, 70, (Why.SAME_TEXT,))


def test_other_words_of_another_applicant_are_not_found(office: Office) -> None:
    logged(office, content=MATTER)

    assert like(office, Asked(content=OTHER, applicant="王五")).alike == ()


def test_of_the_same_applicant_a_little_in_common_is_enough(office: Office) -> None:
    number = logged(office, content=MATTER)
    some = "净峰村滨海路扩建项目环评批复"

    found = only(like(office, Asked(content=some, applicant="张　三")))
    of_another = like(office, Asked(content=some, applicant="王五"))

    assert (found.number, found.why) == (number, (Why.SIMILAR_TEXT, Why.SAME_NAME))
    assert 0.3 <= found.text < ALIKE
    assert of_another.alike == ()


def test_another_matter_of_the_same_applicant_is_counted_and_not_listed(office: Office) -> None:
    logged(office, content=MATTER)
    logged(office, content=MATTER)

    found = like(office, Asked(content=OTHER, applicant="张三"))

    assert found == Found((), 2)


def test_the_same_document_is_the_same_person_under_another_name(office: Office) -> None:
    number = logged(
        office, content=MATTER, identity_kind="resident_id", identity_number=RESIDENT_ID
    )
    asked = Asked(
        content=MATTER,
        applicant="张叁",
        identity_kind="resident_id",
        identity_number=RESIDENT_ID.lower(),
    )

    found = only(like(office, asked))

    assert (found.number, found.score) == (number, 100)
    assert found.why == (Why.SAME_TEXT, Why.SAME_IDENTITY)


def test_another_document_is_another_person_of_the_same_name(office: Office) -> None:
    logged(office, content=MATTER, identity_kind="passport", identity_number="E12345678")
    asked = Asked(
        content=MATTER, applicant="张三", identity_kind="passport", identity_number="E87654321"
    )

    found = only(like(office, asked))

    assert found.score == 70
    assert found.why == (Why.SAME_TEXT, Why.SAME_NAME, Why.OTHER_IDENTITY)


def test_the_same_telephone_speaks_for_the_same_applicant(office: Office) -> None:
    logged(office, content=MATTER, phone="138-0000-0000")

    found = only(like(office, Asked(content=MATTER, applicant="王五", contacts=("13800000000",))))

    assert found.why == (Why.SAME_TEXT, Why.SAME_CONTACT)
    assert found.score == 88  # 70 and 0.6 of 30


def test_the_same_request_by_another_channel_is_named_as_such(office: Office) -> None:
    logged(office, content=MATTER, channel="in_person")

    again = logged(office, content=MATTER, channel="internet")

    assert Why.OTHER_CHANNEL in only(like(office, again)).why


def test_a_matter_that_is_part_of_an_earlier_one_is_found(office: Office) -> None:
    whole = logged(
        office, content=f"{MATTER}；{OTHER}；渔港污水处理设施运行记录；村集体资金收支明细"
    )

    found = only(like(office, Asked(content=OTHER, applicant="张三")))

    assert (found.number, found.why) == (whole, (Why.CONTAINED, Why.SAME_NAME))


def test_what_was_not_described_is_like_nothing(office: Office) -> None:
    one = logged(office, content="", described=False)
    logged(office, content="", described=False)

    assert row_of(office, one).content == UNDESCRIBED
    assert like(office, one) == Found((), 1)


def test_what_became_of_a_like_request_is_told_with_it(office: Office) -> None:
    number = logged(office, content=MATTER, submitted_on=date(2025, 9, 1))
    a_reply(office, number)

    found = only(like(office, Asked(content=MATTER, applicant="王五")))

    assert (found.state, found.outcome) == (State.ANSWERED, Outcome.DISCLOSED)
    assert (found.on, found.channel) == (date(2025, 9, 1), Channel.IN_PERSON)


def test_a_request_that_awaits_its_receipt_shows_the_day_it_was_logged(office: Office) -> None:
    logged(office, content=MATTER, channel="internet", submitted_on=date(2025, 9, 1))

    assert only(like(office, Asked(content=MATTER))).on == date(2025, 9, 22)


def test_the_most_alike_come_first_and_no_more_than_are_wanted(office: Office) -> None:
    near = logged(office, applicant="王五", content=MUCH_THE_SAME)
    same = logged(office, applicant="王五", content=MATTER)
    mine = logged(office, content=MATTER)

    asked = Asked(content=MATTER, applicant="张三")

    assert numbers(like(office, asked)) == [mine, same, near]
    assert numbers(like(office, asked, limit=1)) == [mine]


def test_what_was_decided_before_is_told(office: Office) -> None:
    first = logged(office, content=MATTER)
    second, third, fourth = (logged(office, content=MATTER) for _ in range(3))
    linked(office, first, second)
    apart(office, first, third)
    merged(office, fourth, first)

    decided = {alike.number: alike.relation for alike in like(office, first).alike}

    assert decided == {
        second: RelationKind.LINKED,
        third: RelationKind.KEPT_APART,
        fourth: RelationKind.TOOK_IN,
    }


def test_the_parts_of_a_split_request_know_each_other(office: Office) -> None:
    whole = logged(office, content="甲村征地补偿方案和乙村征地补偿方案")

    _, second = parted(office, whole, "甲村征地补偿方案", "乙村征地补偿方案")

    assert only(like(office, second)).relation is RelationKind.SPLIT_FROM


PLACES = ("墩中", "上厝", "杜厝", "山前", "五群", "西头", "赤湖", "坑黄", "松村", "湖街")
PAPERS = ("征地批复文件", "宅基地审批登记表", "低保审核材料", "招标文件及合同", "验收报告")


@pytest.mark.parametrize("wording", ["{place}村{year}年{paper}", "关于{place}{paper}（{year}）"])
def test_nothing_much_alike_is_overlooked_among_hundreds(office: Office, wording: str) -> None:
    texts = [
        wording.format(place=place, year=year, paper=paper)
        for place in PLACES
        for year in range(2016, 2022)
        for paper in PAPERS
    ]
    known = {
        logged(office, applicant=f"申请人{n}", content=text): text for n, text in enumerate(texts)
    }

    for text in texts[::37]:
        asked = f"{text}复印件"
        mine = pairs(asked)
        expected = {
            number
            for number, other in known.items()
            if len(mine & pairs(other)) / len(mine | pairs(other)) >= 0.8
        }
        assert expected <= set(numbers(like(office, Asked(content=asked), limit=300)))
