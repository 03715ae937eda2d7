"""Citations print the place in the words of the statutes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.citation import Instrument, chinese_number, cite
from states.statute.instruments import LITIGATION, OGI_2007, OGI_2019


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (33, "三十三"),
        (99, "九十九"),
        (200, "二百"),
        (203, "二百零三"),
        (210, "二百一十"),
        (259, "二百五十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (112, "一百一十二"),
        (119, "一百一十九"),
        (120, "一百二十"),
        (199, "一百九十九"),
    ],
)
def test_numbers_are_written_as_the_statutes_write_them(number: int, written: str) -> None:
    assert chinese_number(number) == written


@given(first=st.integers(1, 999), second=st.integers(1, 999))
def test_two_articles_never_share_a_number_word(first: int, second: int) -> None:
    assert (chinese_number(first) == chinese_number(second)) is (first == second)


def test_an_article_with_paragraph_names_both() -> None:
    citation = cite(OGI_2019, 33, 2)

    assert citation.place == "第三十三条第二款"
    assert citation.full == "《中华人民共和国政府信息公开条例》第三十三条第二款"
    assert citation.english == "Open Government Information Regulations (2019), art. 33(2)"


def test_an_item_without_paragraph_names_only_the_item() -> None:
    citation = cite(OGI_2019, 36, 0, 5)

    assert citation.place == "第三十六条第（五）项"
    assert citation.english == "Open Government Information Regulations (2019), art. 36 item 5"


def test_a_whole_instrument_is_cited_without_a_place() -> None:
    citation = cite(OGI_2007)

    assert citation.place == ""
    assert citation.short == "条例(2007)"
    assert citation.full == "《中华人民共和国政府信息公开条例》"
    assert citation.english == "Open Government Information Regulations (2007)"


def test_a_citation_prints_its_short_form() -> None:
    assert str(cite(OGI_2007, 24, 3)) == "条例(2007) 第二十四条第三款"


def test_citations_of_one_place_are_equal() -> None:
    assert cite(OGI_2019, 30) == cite(OGI_2019, 30)
    assert cite(OGI_2019, 30) != cite(OGI_2007, 30)


def test_the_full_title_carries_the_document_number() -> None:
    assert OGI_2019.full_title == "《中华人民共和国政府信息公开条例》（国务院令第711号）"


def test_an_instrument_without_number_is_titled_without_brackets() -> None:
    assert LITIGATION.full_title == "《中华人民共和国行政诉讼法》"


def test_an_instrument_is_taken_as_verified_unless_it_says_otherwise() -> None:
    instrument = Instrument("X", "某办法", "办法", "Measures", "", date(2020, 1, 1))

    assert instrument.verified
    assert instrument.url == ""
