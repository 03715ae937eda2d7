"""The table of rules: every row is whole, and every rule is broken by a test."""

import re
import string
from pathlib import Path

import pytest

from workflow.checking.rules.rule import Rule
from workflow.checking.rules.table import RULES
from workflow.reports.findings import Severity

CODES = [rule.code for rule in RULES]
HAN = re.compile("[\u4e00-\u9fff]")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_code_names_one_rule() -> None:
    assert len(CODES) == len(set(CODES))


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_rule_says_the_same_facts_in_both_languages(rule: Rule) -> None:
    assert placeholders(rule.says.zh) == placeholders(rule.says.en) != set()
    for text in (rule.says, rule.holds, rule.example.text):
        assert HAN.search(text.zh)
        assert text.zh != text.en


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_arithmetic_is_an_error_and_the_rest_a_warning(rule: Rule) -> None:
    # K6 and K7 are soft by their source: a count may be meant otherwise than the table's.
    arithmetic = rule.code[0] in "KSNA" or rule.code in {"P1", "G1"}
    soft = {"K6", "K7"}

    assert (rule.severity is Severity.ERROR) == (arithmetic and rule.code not in soft)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_broken_by_a_test(code: str) -> None:
    tests = "\n".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))

    assert f'"{code}"' in tests.replace('"P1", "A1", "G1"', "")
