"""What two texts share, and under which keys each is found."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.records.facts import UNDESCRIBED
from workflow.records.shingles import (
    BANDS,
    COMMON,
    bare,
    contact_key,
    contacts_in,
    content_keys,
    identity_lookup,
    keys_of,
    matter,
    name_key,
    pairs,
)

SECRET = "5e" * 32
A_TEXT = st.text("净峰镇某村路征地补偿安置方案批复一二三四五六七八九年度表册 ，。", max_size=60)


def share(one: str, other: str) -> float:
    """How much two texts have in common of what is not in every application, pair by pair."""
    mine, theirs = pairs(one) - COMMON, pairs(other) - COMMON
    return len(mine & theirs) / len(mine | theirs)


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("ＡＢＣ　１２３", "abc123"),  # full width
        ("某路（征地）补偿，方案。", "某路征地补偿方案"),
        ("  净峰\n镇\t", "净峰镇"),
        ("阿布都·热合曼", "阿布都热合曼"),
        ("a_b", "ab"),
    ],
)
def test_width_case_signs_and_spaces_do_not_tell_texts_apart(written: str, compared: str) -> None:
    assert bare(written) == compared


def test_the_words_by_which_one_asks_are_left_out() -> None:
    assert matter("申请公开某路征地补偿方案的政府信息") == "某路征地补偿方案的"


def test_a_text_that_only_asks_is_compared_as_it_is() -> None:
    assert matter("申请公开") == "申请公开"


def test_the_pairs_of_a_text_are_its_neighbouring_characters() -> None:
    assert pairs("某路方案") == {"某路", "路方", "方案"}


def test_a_single_character_stands_for_itself() -> None:
    assert pairs("路") == {"路"}


def test_a_request_without_a_description_is_like_no_other() -> None:
    assert pairs(UNDESCRIBED) == frozenset()
    assert content_keys(UNDESCRIBED) == []


@given(A_TEXT, A_TEXT)
def test_texts_that_say_the_same_have_the_same_keys(one: str, other: str) -> None:
    if matter(one) and matter(one) == matter(other):
        assert content_keys(one) == content_keys(other)


@given(A_TEXT)
def test_a_text_has_a_key_for_the_whole_and_one_for_each_band(text: str) -> None:
    assert len(content_keys(text)) == (BANDS + 1 if matter(text) else 0)


VILLAGES = ("墩中村", "上厝村", "杜厝村", "山前村", "五群村", "西头村", "赤湖村", "坑黄村")
PAPERS = (
    "征地补偿安置方案及批复文件",
    "宅基地审批登记表和公示材料",
    "低保对象名单及审核材料",
    "自来水改造工程招标文件和中标通知书",
    "村道硬化工程竣工验收报告",
)
TEXTS = [
    wording.format(village=village, year=year, paper=paper)
    for wording in ("{village}{year}年{paper}", "关于{year}年度{village}的{paper}（全部）")
    for village in VILLAGES
    for year in (2019, 2023)
    for paper in PAPERS
]


def test_texts_that_share_six_in_ten_are_found_by_a_key_in_common() -> None:
    keys = {text: set(content_keys(text)) for text in TEXTS}
    alike = [pair for pair in combinations(TEXTS, 2) if share(*pair) >= 0.6]

    missed = [pair for pair in alike if not keys[pair[0]] & keys[pair[1]]]

    # 1 - (1 - 0.6³)¹⁶ = 98 in a hundred at six in ten, more above; texts and orders are fixed.
    assert len(alike) > 100
    assert len(missed) <= len(alike) * 0.02


def test_texts_that_share_next_to_nothing_are_seldom_brought_together() -> None:
    keys = {text: set(content_keys(text)) for text in TEXTS}
    unlike = [pair for pair in combinations(TEXTS, 2) if share(*pair) < 0.1]

    met = [pair for pair in unlike if keys[pair[0]] & keys[pair[1]]]

    assert len(unlike) > 1_000
    assert len(met) <= len(unlike) * 0.03


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话138 0000-0000", {"13800000000"}),
        ("+86 138 0000 0000", {"13800000000"}),
        ("0595-8780 1209 转 8", {"059587801209"}),
        ("（0595）87801209", {"059587801209"}),
        ("ＺＳ＠Example.cn；13800000000", {"zs@example.cn", "13800000000"}),
        ("净峰镇净峰街1号", set()),
        ("12345", set()),
    ],
)
def test_contacts_are_read_in_one_spelling(text: str, found: set[str]) -> None:
    assert contacts_in(text) == found


def test_a_document_is_found_again_whatever_its_spelling() -> None:
    once = identity_lookup(SECRET, "resident_id", "11010519491231002X")

    assert once == identity_lookup(SECRET, "resident_id", "110105 19491231 002x")
    assert once != identity_lookup(SECRET, "passport", "11010519491231002X")


def test_nobody_without_the_secret_makes_the_key_of_a_document_or_a_telephone() -> None:
    other = "5f" * 32

    assert identity_lookup(SECRET, "passport", "E1") != identity_lookup(other, "passport", "E1")
    assert contact_key(SECRET, "13800000000") != contact_key(other, "13800000000")


def test_no_document_has_no_lookup() -> None:
    assert identity_lookup(SECRET, "", "") == ""


def test_every_key_of_a_request_is_kept_once_and_fits_a_database() -> None:
    lookup = identity_lookup(SECRET, "passport", "E12345678")

    keys = keys_of(
        SECRET,
        applicant="张三",
        content="某路方案",
        contacts=("13800000000", "13800000000"),
        lookup=lookup,
    )

    assert keys == sorted(set(keys))
    assert name_key("张 三") in keys
    assert all(0 < key < 2**63 for key in keys)
