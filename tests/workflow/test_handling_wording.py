"""What a clerk reads of an opinion, or of its absence: by version of the law and by grounds."""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import Event
from states.clock.standing import Standing, standings
from states.statute.opinions import Opinion
from tests.states.lives import a_case, fact
from workflow.i18n import Lang
from workflow.wording.handling import opinion_leads_to, silence_words

CALENDAR = built_in()
NOW, THEN = "2023-05-08", "2017-05-10"


def stands(received: str, consulted: str, *more: Event, on: str = "2023-05-20") -> Standing:
    """Return where one consultation, sent on the day of receipt, stands."""
    facts = (fact("received", received), fact(consulted, received, ref="1"), *more)
    (found,) = standings(a_case(None, *facts), date.fromisoformat(on), CALENDAR)
    return found


def answered(received: str, opinion: Opinion, party: str = "third_party") -> Standing:
    answer = fact(f"{party}_answered", received, ref="1", opinion=opinion)
    return stands(received, f"{party}_consulted", answer)


@pytest.mark.parametrize(
    ("received", "opinion", "reasonable", "words"),
    [
        (NOW, Opinion.AGREE, None, "可以公开。"),
        (NOW, Opinion.PARTLY, None, "同意的部分可以公开"),
        (NOW, Opinion.DISAGREE, None, "请认定所提理由是否合理"),
        # 条例(2019) 第三十二条: 不同意公开且有合理理由的，行政机关不予公开……可以决定予以公开.
        (NOW, Opinion.DISAGREE, True, "不予公开"),
        (NOW, Opinion.DISAGREE, False, "理由不合理的，可以公开"),
        (NOW, Opinion.AGREE, True, "可以公开。"),
        # 条例(2007) 第二十三条: 第三方不同意公开的，不得公开……应当予以公开. Grounds do not matter.
        (THEN, Opinion.DISAGREE, None, "不得公开"),
        (THEN, Opinion.DISAGREE, False, "不得公开"),
        (THEN, Opinion.AGREE, None, "可以公开。"),
    ],
)
def test_what_a_third_party_says_leads_where_its_law_has_it(
    received: str,
    opinion: Opinion,
    reasonable: bool | None,  # noqa: FBT001 -- a judgement, as it is kept
    words: str,
) -> None:
    assert opinion_leads_to(answered(received, opinion), reasonable, Lang.ZH).startswith(words)


def test_what_an_organ_says_is_weighed() -> None:
    found = opinion_leads_to(answered(NOW, Opinion.DISAGREE, "agency"), None, Lang.EN)

    assert found == "It is weighed when the office decides."


def test_nothing_is_said_of_an_opinion_that_is_awaited_or_was_not_recorded() -> None:
    waiting = stands(NOW, "third_party_consulted")
    unsaid = stands(
        NOW, "third_party_consulted", fact("third_party_answered", "2023-05-12", ref="1")
    )

    assert opinion_leads_to(waiting, None, Lang.ZH) == ""
    assert opinion_leads_to(unsaid, None, Lang.ZH) == ""


def test_silence_leads_where_the_law_has_it_whatever_comes_late() -> None:
    # Delivered Mon 2023-05-08: the fifteenth working day is Mon 05-29.
    delivered = fact("third_party_letter_delivered", NOW, ref="1")
    late = fact("third_party_answered", "2023-06-20", ref="1", opinion=Opinion.DISAGREE)
    silent = stands(NOW, "third_party_consulted", delivered, on="2023-05-30")
    belated = stands(NOW, "third_party_consulted", delivered, late, on="2023-06-20")

    assert opinion_leads_to(silent, None, Lang.ZH).startswith("第三方逾期未提出意见的")
    assert opinion_leads_to(belated, None, Lang.ZH) == silence_words(belated, Lang.ZH)
    assert silence_words(silent, Lang.EN).startswith("A third party that has said nothing in time")
