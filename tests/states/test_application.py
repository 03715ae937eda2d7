"""What an application must say, under each version of the law."""

import pytest

from states.statute.application import ORAL, REQUIRED, Part, lacking
from states.statute.versions import Law


def lacks(law: Law, *parts: Part) -> list[tuple[Part, str]]:
    return [(lack.part, str(lack.citation)) for lack in lacking(law, frozenset(parts))]


def test_the_2019_text_asks_for_identity_contact_description_and_form() -> None:
    # 条例(2019) 第二十九条第二款: 姓名、身份证明、联系方式; 名称、文号或者其他特征; 形式要求.
    assert lacks(Law.OGI_2019) == [
        (Part.IDENTITY, "条例(2019) 第二十九条第二款第（一）项"),
        (Part.CONTACT, "条例(2019) 第二十九条第二款第（一）项"),
        (Part.DESCRIPTION, "条例(2019) 第二十九条第二款第（二）项"),
        (Part.FORM, "条例(2019) 第二十九条第二款第（三）项"),
    ]


def test_the_2007_text_asks_nobody_to_prove_who_they_are() -> None:
    # 条例(2007) 第二十条第二款: 姓名或者名称、联系方式; 内容描述; 形式要求.
    assert [part for part, _ in lacks(Law.OGI_2007)] == [
        Part.CONTACT,
        Part.DESCRIPTION,
        Part.FORM,
    ]


@pytest.mark.parametrize("law", Law)
def test_an_application_that_has_all_its_parts_lacks_nothing(law: Law) -> None:
    assert lacks(law, *Part) == []


@pytest.mark.parametrize("law", Law)
def test_what_is_there_is_not_asked_for(law: Law) -> None:
    for part in REQUIRED[law]:
        assert part not in [found for found, _ in lacks(law, part)]


@pytest.mark.parametrize(
    ("law", "article"),
    [(Law.OGI_2019, "条例(2019) 第二十九条第一款"), (Law.OGI_2007, "条例(2007) 第二十条第一款")],
)
def test_an_oral_request_is_taken_down_under_its_article(law: Law, article: str) -> None:
    assert str(ORAL[law]) == article
