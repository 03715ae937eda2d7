"""An office's own template: tried on every sample of its letter before it may serve."""

import re

import pytest

from workflow.letters.checking import check_template
from workflow.letters.environment import built_in
from workflow.letters.errors import (
    TemplateFactUnknownError,
    TemplateFactUnsaidError,
    TemplateForbiddenError,
    TemplateLayoutError,
)
from workflow.letters.kinds import LetterKind
from workflow.letters.samples import samples

REPLY = LetterKind.NOT_HELD_REPLY
every_kind = pytest.mark.parametrize("kind", LetterKind)


@every_kind
def test_every_built_in_template_can_serve(kind: LetterKind) -> None:
    checked = check_template(kind, built_in(kind.value))

    assert checked.tried == len(list(samples(kind)))
    assert checked.unsaid == ()


@every_kind
def test_a_letter_is_tried_under_every_law_that_knows_it_full_and_bare(kind: LetterKind) -> None:
    names = [sample.name for sample in samples(kind)]

    assert len(set(names)) == len(names)
    assert sum(name.endswith("-bare") for name in names) * 2 == len(names)


def test_what_may_be_left_out_is_named() -> None:
    source = (
        built_in(REPLY.value).replace("{{ phone }}", "").replace("{% if phone %}", "{% if 1 %}")
    )

    assert check_template(REPLY, source).unsaid == ("phone",)


@pytest.mark.parametrize("fact", ["remedy", "basis", "received_on", "searches", "content"])
def test_what_the_letter_must_say_cannot_be_left_out(fact: str) -> None:
    source = re.sub(rf"\b{fact}\b", "[]" if fact == "searches" else "'某'", built_in(REPLY.value))

    with pytest.raises(TemplateFactUnsaidError) as refused:
        check_template(REPLY, source.replace("'某' | day", "'某'"))

    assert refused.value.detail == fact


def test_a_remedy_that_is_named_but_not_said_is_not_said() -> None:
    source = built_in(REPLY.value).replace(
        "{{ remedy }}", "{% if remedy == '' %}{{ remedy }}{% endif %}"
    )

    with pytest.raises(TemplateFactUnsaidError, match="remedy"):
        check_template(REPLY, source)


def test_a_remedy_in_a_note_at_the_end_is_said() -> None:
    source = built_in(REPLY.value).replace("{{ remedy }}", "> {{ remedy }}")

    assert check_template(REPLY, source).unsaid == ()


def test_a_fact_that_the_letter_does_not_have_is_named() -> None:
    with pytest.raises(TemplateFactUnknownError) as refused:
        check_template(REPLY, built_in(REPLY.value) + "{{ withheld }}{{ applicant }}")

    assert refused.value.detail == "applicant、withheld"


def test_a_template_that_serves_under_one_law_alone_is_refused() -> None:
    # Blank under the 2007 text for a withdrawal: `day` cannot print it.
    source = built_in(LetterKind.CONCLUSION_NOTICE.value).replace(
        '{% if outcome == "not_corrected" %}', '{{ period_end | day }}{% if outcome == "x" %}'
    )

    with pytest.raises(TemplateForbiddenError):
        check_template(LetterKind.CONCLUSION_NOTICE, source)


def test_a_template_whose_table_closes_for_some_facts_alone_is_refused() -> None:
    source = built_in(LetterKind.RECEIPT_SLIP.value).replace(
        "| *联系电话 | {{ phone }} |", "| *联系电话 | {{ phone }} | 甲 |"
    )

    with pytest.raises(TemplateLayoutError):
        check_template(LetterKind.RECEIPT_SLIP, source)
