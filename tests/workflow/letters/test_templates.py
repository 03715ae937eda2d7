"""The built-in templates: each says its facts, all of them, and nothing else."""

from collections.abc import Iterator

import pytest

from tests.workflow.letters.correspondence import full_samples
from workflow.documents.model import Layout, Paragraph, Role, Signature
from workflow.letters.catalogue import letter
from workflow.letters.environment import built_in, facts_named_in
from workflow.letters.errors import FactMissingError
from workflow.letters.fact_catalogue import FACTS, FRAME
from workflow.letters.kinds import LetterKind
from workflow.letters.render import LetterTemplate, declared, render
from workflow.records.canonical import JsonValue

FULL = full_samples()
FRAMED = {fact.name for fact in FRAME}
every_kind = pytest.mark.parametrize("kind", LetterKind)


def needed() -> Iterator[tuple[LetterKind, str]]:
    """Yield every fact that a letter may not do without."""
    for kind in LetterKind:
        for fact in declared(letter(kind)):
            if not fact.optional:
                yield kind, fact.name


@every_kind
def test_a_template_says_the_facts_of_its_letter_and_no_others(kind: LetterKind) -> None:
    named = facts_named_in(kind, built_in(kind.value))

    assert named - FRAMED == set(letter(kind).facts) - FRAMED
    assert named & FRAMED <= set(letter(kind).facts)


def test_every_fact_belongs_to_a_letter() -> None:
    said = {name for kind in LetterKind for name in letter(kind).facts} | FRAMED

    assert set(FACTS) - said == set()


@pytest.mark.parametrize(("kind", "fact"), list(needed()))
def test_a_letter_is_not_written_without_one_of_its_facts(kind: LetterKind, fact: str) -> None:
    facts = {name: value for name, value in FULL[kind].items() if name != fact}

    with pytest.raises(FactMissingError) as refused:
        render(kind, facts)

    assert refused.value.facts == (fact,)


@pytest.mark.parametrize(("kind", "fact"), list(needed()))
def test_a_blank_is_no_fact(kind: LetterKind, fact: str) -> None:
    blanks: list[JsonValue] = [[]] if isinstance(FULL[kind][fact], list) else ["", "  ", None]

    for blank in blanks:
        with pytest.raises(FactMissingError):
            render(kind, {**FULL[kind], fact: blank})


@every_kind
def test_a_letter_is_titled_as_the_catalogue_says(kind: LetterKind) -> None:
    document = render(kind, FULL[kind]).document
    titles = [
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and block.role is Role.TITLE
    ]

    assert titles[0] == document.title == letter(kind).title


@every_kind
def test_what_leaves_the_office_is_signed_and_dated_once(kind: LetterKind) -> None:
    document = render(kind, FULL[kind]).document
    signatures = [block for block in document.blocks if isinstance(block, Signature)]

    filed = {LetterKind.REGISTRATION_FORM, LetterKind.SERVICE_RECEIPT}
    assert len(signatures) == (0 if kind in filed else 1)
    assert document.signature is None


@every_kind
def test_a_letter_has_a_red_head_with_its_number_and_a_form_has_none(kind: LetterKind) -> None:
    document = render(kind, FULL[kind]).document

    if letter(kind).is_form:
        assert (document.layout, document.letterhead) == (Layout.FORM, None)
    else:
        assert document.layout is Layout.OFFICIAL
        assert document.letterhead is not None
        assert document.letterhead.number == FULL[kind]["document_number"]


def test_the_answer_of_a_third_party_stands_on_a_page_after_the_signature() -> None:
    blocks = render(LetterKind.THIRD_PARTY_CONSULTATION, FULL[LetterKind.THIRD_PARTY_CONSULTATION])
    kinds = [type(block).__name__ for block in blocks.document.blocks]

    assert kinds.index("Signature") < kinds.index("PageBreak") < kinds.index("Table")


@every_kind
def test_a_template_is_known_by_its_digest(kind: LetterKind) -> None:
    template = LetterTemplate.built_in(kind)

    assert len(template.digest) == 64
    assert LetterTemplate(kind, template.source + "\n").digest != template.digest
