"""What silence means, what a request may lack, what becomes of one's records: by version."""

import pytest

from states.statute.defects import DEFECTS, Defect, may_be_asked
from states.statute.opinions import SILENCE, TOLD_DESPITE_OBJECTION, Addressee, Silence
from states.statute.own_records import OWN_RECORDS, RESULTS, RecordsResult
from states.statute.practice import Confidence
from states.statute.versions import Law


@pytest.mark.parametrize("law", Law)
@pytest.mark.parametrize("addressee", Addressee)
def test_every_addressee_has_its_rule_under_every_version(law: Law, addressee: Addressee) -> None:
    rule = SILENCE[law, addressee]

    assert (rule.law, rule.addressee) == (law, addressee)
    assert not rule.zh.isascii()
    assert rule.en.isascii()


# 条例(2019) 第三十二条: 第三方……15个工作日内提出意见; 第三十四条: 逾期未提出意见的，视为同意公开.
@pytest.mark.parametrize(
    ("addressee", "silence", "days", "article"),
    [
        (Addressee.THIRD_PARTY, Silence.OFFICE_DECIDES, 15, "条例(2019) 第三十二条"),
        (Addressee.CO_PRODUCER, Silence.DEEMED_TO_AGREE, 15, "条例(2019) 第三十四条"),
        (Addressee.OTHER_ORGAN, Silence.STILL_AWAITED, None, "条例(2019) 第三十三条第三款"),
    ],
)
def test_since_2019_silence_means_what_its_article_says(
    addressee: Addressee, silence: Silence, days: int | None, article: str
) -> None:
    rule = SILENCE[Law.OGI_2019, addressee]

    assert rule.silence is silence
    assert (rule.period.count if rule.period else None) == days
    assert str(rule.citation) == article


@pytest.mark.parametrize("addressee", Addressee)
def test_the_2007_text_lets_nothing_follow_from_silence(addressee: Addressee) -> None:
    rule = SILENCE[Law.OGI_2007, addressee]

    assert (rule.silence, rule.period) == (Silence.STILL_AWAITED, None)
    assert rule.confidence is Confidence.PRACTICE


def test_what_the_text_states_needs_no_confidence() -> None:
    unstated = {key for key, rule in SILENCE.items() if rule.confidence is not None}

    assert (Law.OGI_2019, Addressee.THIRD_PARTY) not in unstated
    assert (Law.OGI_2019, Addressee.CO_PRODUCER) not in unstated


def test_disclosure_despite_an_objection_is_told_under_both_versions() -> None:
    assert {law: str(article) for law, article in TOLD_DESPITE_OBJECTION.items()} == {
        Law.OGI_2007: "条例(2007) 第二十三条",
        Law.OGI_2019: "条例(2019) 第三十二条",
    }


def test_every_kind_of_defect_has_its_rule() -> None:
    assert list(DEFECTS) == list(Defect)
    assert all(rule.under for rule in DEFECTS.values())


def test_proof_of_identity_is_asked_for_only_since_2019() -> None:
    # 条例(2007) 第二十条 lists name, contact, description and form, and no proof.
    assert may_be_asked(Defect.IDENTITY, Law.OGI_2019)
    assert not may_be_asked(Defect.IDENTITY, Law.OGI_2007)
    assert all(may_be_asked(defect, Law.OGI_2007) for defect in set(Defect) - {Defect.IDENTITY})


def test_the_2007_text_forwards_what_the_office_may_not_correct() -> None:
    # 条例(2007) 第二十五条第二款: 应当转送; 条例(2019) 第四十一条 adds 或者告知申请人向……提出.
    assert RecordsResult.TOLD_WHERE not in RESULTS[Law.OGI_2007]
    assert RESULTS[Law.OGI_2019] == frozenset(RecordsResult)
    assert str(OWN_RECORDS[Law.OGI_2007]) == "条例(2007) 第二十五条第二款"
    assert str(OWN_RECORDS[Law.OGI_2019]) == "条例(2019) 第四十一条"
