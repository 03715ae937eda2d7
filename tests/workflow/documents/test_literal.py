import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.documents.hostile import HOSTILE, PRINTED, UNPRINTABLE
from workflow.documents.literal import REPLACEMENT, literal

ANY_TEXT = st.text(st.characters(exclude_categories=()))
# What an XML 1.0 document may hold (production 2 of the recommendation).
XML = re.compile("[\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


def test_what_cannot_be_printed_is_shown_as_a_replacement_character() -> None:
    assert literal(UNPRINTABLE) == PRINTED


def test_half_of_a_surrogate_pair_is_replaced() -> None:
    assert literal("a\ud800b") == f"a{REPLACEMENT}b"


def test_every_way_to_end_a_line_is_a_newline() -> None:
    assert literal("1\r\n2\r3\n4\x855\u20286\u20297") == "1\n2\n3\n4\n5\n6\n7"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_can_be_printed_stays_as_it_is(text: str) -> None:
    assert literal(text) == text


@given(ANY_TEXT)
def test_what_is_printed_fits_into_xml_and_utf_8(text: str) -> None:
    said = literal(text)

    assert XML.fullmatch(said)
    assert said.encode().decode() == said


@given(ANY_TEXT)
def test_printing_what_is_printed_changes_nothing(text: str) -> None:
    assert literal(literal(text)) == literal(text)


@given(ANY_TEXT)
def test_nothing_is_dropped_but_the_second_half_of_an_end_of_line(text: str) -> None:
    assert len(literal(text)) == len(text.replace("\r\n", "\n"))


@given(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")))
def test_a_character_that_has_a_shape_is_never_replaced(character: str) -> None:
    assert unicodedata.category(character)
    assert literal(character) == character
