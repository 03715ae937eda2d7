"""A template prints facts: it calls nothing, reads nothing, and hides nothing that is missing."""

import pytest

from tests.workflow.letters.correspondence import full_samples
from workflow.letters.environment import built_in
from workflow.letters.errors import (
    TemplateError,
    TemplateFactUnknownError,
    TemplateForbiddenError,
    TemplateLayoutError,
    TemplateSyntaxFaultError,
)
from workflow.letters.kinds import LetterKind
from workflow.letters.render import LetterTemplate, render

KIND = LetterKind.CORRECTION_NOTICE
FACTS = full_samples([KIND])[KIND]


def written(addition: str, *, instead: bool = False) -> str:
    source = addition if instead else built_in(KIND.value) + "\n" + addition + "\n"
    return render(KIND, FACTS, template=LetterTemplate(KIND, source)).text


@pytest.mark.parametrize(
    "attack",
    [
        "{{ content.__class__ }}",
        "{{ content['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ content.upper }}",
        "{{ content.upper() }}",
        "{{ content.format(content) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'a' * 999999999 }}",
        "{{ 9 ** 999999999 }}",
        "{{ content | replace('征', '') }}",
        "{{ content | center(999999999) }}",
        "{{ content | attr('upper') }}",
        "{{ phone | default('无') }}",
        "{{ phone is defined }}",
        "{% include 'correction_notice.zh.txt.jinja' %}",
        "{% import 'x' as x %}",
        "{% extends 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{% call m() %}{% endcall %}",
        "{% block b %}{% endblock %}",
        "{% filter day %}2025-09-22{% endfilter %}",
        "{% set x %}# 题目{% endset %}",
        "{% autoescape true %}{% endautoescape %}",
        "{{ corrections }}",
        "{{ {} }}",
        "{{ true }}",
        "{{ 1.5 }}",
        "{{ issued_on | month | day }}",
        "{{ loop.index }}",
        "{{ self }}",
    ],
)
def test_what_is_more_than_printing_a_fact_is_refused(attack: str) -> None:
    with pytest.raises((TemplateForbiddenError, TemplateFactUnknownError)):
        written(attack)


@pytest.mark.parametrize("name", ["cycler", "lipsum", "namespace", "range", "dict", "nothing"])
def test_what_is_no_fact_of_the_letter_is_unknown(name: str) -> None:
    with pytest.raises(TemplateFactUnknownError) as refused:
        written(f"{{{{ {name} }}}}")

    assert refused.value.detail == name


def test_a_column_that_is_none_is_refused() -> None:
    with pytest.raises(TemplateForbiddenError, match="what"):
        written("{% for each in corrections %}{{ each.what }}{% endfor %}")


@pytest.mark.parametrize(
    "fault",
    [
        "{{ content",
        "{% if content %}",
        "{% bogus %}",
        "{% for loop in corrections %}{% endfor %}",
        "{{ content | }}",
    ],
)
def test_a_fault_of_writing_is_named_with_its_line(fault: str) -> None:
    with pytest.raises(TemplateSyntaxFaultError) as refused:
        written(fault)

    assert refused.value.line > built_in(KIND.value).count("\n")
    assert refused.value.detail


def test_what_has_no_title_is_no_letter() -> None:
    with pytest.raises(TemplateLayoutError):
        written("{{ content }}", instead=True)


@pytest.mark.parametrize("rows", ["|: x | y |\n| 甲 | 乙 |", "|: 1 |\n| 甲 | 乙 |", "|\n| 甲 |"])
def test_a_table_that_does_not_close_is_no_letter(rows: str) -> None:
    with pytest.raises(TemplateLayoutError):
        written(rows)


def test_loops_conditions_and_joined_texts_are_all_that_is_needed() -> None:
    text = written(
        "{% for each in corrections %}{% if not loop.last %}"
        "{{ loop.index | ordinal }}{{ each.point ~ '、' ~ each.how }}{{ loop.index + 1 - 1 }}"
        "{% elif each.how == 'x' or each.how in ['y'] %}{{ 'y' if each.how else 'n' }}"
        "{% endif %}{% endfor %}共{{ corrections | length }}项"
        "{{ ['甲', '乙'] | join('和') }}"
    )

    assert "（一）没有写明所需政府信息的名称、文号或者其他特征性描述、请写明" in text
    assert "共2项甲和乙" in text


def test_a_template_error_is_one_family() -> None:
    assert issubclass(TemplateForbiddenError, TemplateError)


def test_a_line_across_stands_between_paragraphs() -> None:
    assert "────" in written("甲\n---\n乙").rpartition("甲")[2]
