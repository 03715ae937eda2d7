import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import states
from states.citation import cite
from states.clock.answer import Flag
from states.errors import MoveNotOnChartError, Refusal
from states.statute.instruments import OGI_2019
from workflow.i18n import Lang, Text, chinese_date, say_date
from workflow.records import errors
from workflow.services.clock.faults import FAULTS
from workflow.wording.clocks import FLAGS
from workflow.wording.documents import DOCUMENTS
from workflow.wording.entered import INPUT
from workflow.wording.law import LAW, not_on_chart_sentence
from workflow.wording.records import RECORDS, record_sentence
from workflow.wording.refusals import REFUSALS, refusal_sentence

PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)")
TABLES: dict[str, dict[str, Text]] = {
    "refusals": REFUSALS,
    "law": LAW,
    "records": RECORDS,
    "documents": DOCUMENTS,
    "input": INPUT,
    "faults": FAULTS,
    "flags": {flag.value: text for flag, text in FLAGS.items()},
}
TEXTS = [
    pytest.param(text, id=f"{name}-{code}")
    for name, table in TABLES.items()
    for code, text in table.items()
]
REFUSING = {"refuse", "lapse", "late", "Refusal"}
TELL_THE_LAST_DAY = {"lapse", "late"}
NOT_FACTS = {"waivable"}


def placeholders(words: str) -> set[str]:
    return set(PLACEHOLDER.findall(words))


def refusals_in_states() -> Iterator[tuple[str, set[str]]]:
    """Yield every code refused anywhere in the law, with the facts it carries."""
    for path in Path(str(states.__file__)).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in REFUSING or not isinstance(node.args[0], ast.Constant):
                continue
            facts = {str(keyword.arg) for keyword in node.keywords} - NOT_FACTS
            facts |= {"last_on"} if node.func.id in TELL_THE_LAST_DAY else set()
            yield str(node.args[0].value), facts


@pytest.mark.parametrize("text", TEXTS)
def test_both_languages_have_the_same_placeholders(text: Text) -> None:
    assert placeholders(text.zh) == placeholders(text.en)


@pytest.mark.parametrize("text", TEXTS)
def test_english_is_english_and_chinese_is_chinese(text: Text) -> None:
    assert re.search(r"[\u4e00-\u9fff]", text.zh)
    assert not re.search(r"[\u4e00-\u9fff]", text.en)


def test_every_refusal_of_the_law_has_its_words() -> None:
    assert {code for code, _ in refusals_in_states()} == set(REFUSALS)


def test_a_refusal_is_worded_with_the_facts_it_carries() -> None:
    wanting = {
        code: placeholders(REFUSALS[code].zh) - facts
        for code, facts in refusals_in_states()
        if not placeholders(REFUSALS[code].zh) <= facts
    }

    assert wanting == {}


def test_every_flag_of_the_clock_has_its_words() -> None:
    assert set(FLAGS) == set(Flag)


def test_every_error_of_the_records_has_its_words() -> None:
    names = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.RecordsError)
    }

    assert names - {"RecordsError"} == set(RECORDS)


@pytest.mark.parametrize("lang", Lang)
def test_an_error_of_the_records_says_what_it_failed_on(lang: Lang) -> None:
    sentence = record_sentence(errors.OfficeAmbiguousError(("净峰镇", "辋川镇")), lang)

    assert "净峰镇、辋川镇" in sentence


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            Lang.ZH,
            (
                "已于2023年3月10日告知补正；补正应当一次性告知，不能再次要求。"
                "（《中华人民共和国政府信息公开条例》第三十条）"
            ),
        ),
        (
            Lang.EN,
            (
                "A correction was asked for on 2023-03-10; it is asked for once, and for "
                "everything. (Open Government Information Regulations (2019), art. 30)"
            ),
        ),
    ],
)
def test_a_refusal_prints_its_article(lang: Lang, words: str) -> None:
    refusal = Refusal("asked_before", cite(OGI_2019, 30), facts={"asked_on": "2023-03-10"})

    assert refusal_sentence(refusal, lang) == words


def test_a_refusal_names_codes_as_people_do() -> None:
    refusal = Refusal("receipt_is_otherwise", None, facts={"channel": "fax", "by": "confirmed"})

    assert "传真" in refusal_sentence(refusal, Lang.ZH)
    assert "confirmed" not in refusal_sentence(refusal, Lang.ZH)


def test_a_refusal_names_the_step_an_outcome_needs() -> None:
    refusal = Refusal("outcome_needs_step", None, facts={"needs": "correction_received"})

    assert "correction_received" not in refusal_sentence(refusal, Lang.ZH)


def test_a_step_off_the_chart_is_named_with_the_state() -> None:
    error = MoveNotOnChartError("extend", "answered")

    assert not re.search("[a-z]", not_on_chart_sentence(error, Lang.ZH))


def test_a_step_nobody_knows_is_named_as_given() -> None:
    assert "“jump”" in not_on_chart_sentence(MoveNotOnChartError("jump", "answered"), Lang.EN)


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2025, 9, 22), "2025年9月22日（周一）"),
        (date(2023, 10, 8), "2023年10月8日（周日）"),
    ],
)
def test_a_date_is_printed_as_chinese_prints_it(day: date, printed: str) -> None:
    assert chinese_date(day, weekday=True) == printed
    assert chinese_date(day) == printed.split("（", maxsplit=1)[0]


def test_a_date_in_english_can_have_its_weekday() -> None:
    assert say_date(date(2025, 9, 22), Lang.EN, weekday=True) == "Mon 2025-09-22"


def test_a_fact_that_is_neither_date_nor_code_stands_as_it_is() -> None:
    refusal = Refusal("consultation_unknown", None, facts={"ref": "甲-1"})

    assert "“甲-1”" in refusal_sentence(refusal, Lang.ZH)
