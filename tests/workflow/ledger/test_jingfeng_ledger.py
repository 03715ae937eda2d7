import re
from collections import Counter
from datetime import date
from pathlib import Path

import workflow.demo
from workflow.ledger.book import read_book
from workflow.ledger.rows import (
    NarrativeLine,
    OfficeLine,
    OpeningBalanceLine,
    PublicationLine,
)

FOLDER = Path(workflow.demo.__path__[0]) / "jingfeng"
BOOK = read_book(FOLDER, today=date(2018, 1, 31))  # a Wednesday

# The row labels of the 2008 form, and the categories, without their punctuation.
NAMES = (
    "主动公开文件数",
    "政府网站公开",
    "政府公报公开",
    "受理政府信息公开申请总数",
    "当面申请数",
    "网上申请数",
    "信函申请数",
    "对申请的答复总数",
    "同意公开答复数",
    "同意部分公开答复数",
    "不予公开答复数",
    "其他类型答复数",
    "接受行政申诉举报数",
    "行政复议数",
    "行政诉讼数",
)


def test_the_ledger_of_jingfeng_has_no_fault() -> None:
    assert (BOOK.faults, BOOK.unknown_sheets, BOOK.unknown_columns) == ((), (), {})
    assert len(BOOK.of(PublicationLine)) == 67
    assert len(BOOK.of(OpeningBalanceLine)) == 2
    assert [office.name for office in BOOK.of(OfficeLine)] == ["净峰镇人民政府"]


def test_its_categories_are_those_of_the_published_report() -> None:
    counts = Counter(line.category for line in BOOK.of(PublicationLine))

    assert list(counts.values()) == [5, 12, 6, 5, 7, 14, 18]


def test_its_words_have_the_six_sections_of_the_form() -> None:
    assert [(line.year, line.section[:2]) for line in BOOK.of(NarrativeLine)] == [
        (2017, number) for number in ("一、", "二、", "三、", "四、", "五、", "六、")
    ]


def test_every_placeholder_of_its_words_is_a_row_of_the_form_or_a_category() -> None:
    words = "".join(line.text for line in BOOK.of(NarrativeLine))
    named = set(re.findall(r"\{\{ (\w+) \}\}", words))
    categories = {line.category.replace("、", "") for line in BOOK.of(PublicationLine)}

    assert words.count("{{") == words.count("}}") == len(re.findall(r"\{\{ \w+ \}\}", words))
    assert named <= {*NAMES, *(f"{name}累计" for name in NAMES), *categories}
    assert categories <= named


def test_no_figure_is_typed_into_its_words() -> None:
    words = "".join(line.text for line in BOOK.of(NarrativeLine))

    assert set(re.findall(r"\d+", words)) == {"2017", "1", "12", "31"}
