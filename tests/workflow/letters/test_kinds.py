"""The catalogue: twenty-eight letters, and one for every outcome under every law."""

import pytest

from states.chart.rows import MOVES
from states.statute.outcomes import CATALOGUE as OUTCOMES
from states.statute.outcomes import Outcome
from states.statute.versions import Law
from states.steps import Role
from states.terms import TERMS
from workflow.letters.catalogue import CATALOGUE, basis_of, kind_called, letter, letter_of
from workflow.letters.errors import OutcomeWithoutLetterError
from workflow.letters.fact_catalogue import FACTS
from workflow.letters.kinds import Addressee, Family, LetterKind, SendBy
from workflow.letters.lawful import TELLS_OF

K = LetterKind
every_kind = pytest.mark.parametrize("kind", LetterKind)

# The steps that the 2007 text does not know: reasons and a later date (art. 35 of 2019), the
# co-producing organ and other organs (art. 33, 34), the fee (2021), and refusal of many requests.
ONLY_SINCE_2019 = {
    K.REASONS_NOTICE,
    K.DELAY_NOTICE,
    K.CO_PRODUCER_CONSULTATION,
    K.ASSISTANCE_LETTER,
    K.FEE_NOTICE,
    K.EXCESSIVE_NOTICE,
}
LETTER_OF = {
    Outcome.ALREADY_PUBLIC: K.ALREADY_PUBLIC_REPLY,
    Outcome.DISCLOSED: K.DISCLOSURE_REPLY,
    Outcome.PARTLY_DISCLOSED: K.PARTIAL_DISCLOSURE_REPLY,
    Outcome.STATE_SECRET: K.WITHHOLDING_REPLY,
    Outcome.PROHIBITED_BY_LAW: K.WITHHOLDING_REPLY,
    Outcome.ENDANGERS_SECURITY: K.WITHHOLDING_REPLY,
    Outcome.THIRD_PARTY_RIGHTS: K.WITHHOLDING_REPLY,
    Outcome.INTERNAL_AFFAIRS: K.WITHHOLDING_REPLY,
    Outcome.DELIBERATIVE: K.WITHHOLDING_REPLY,
    Outcome.ENFORCEMENT_FILE: K.WITHHOLDING_REPLY,
    Outcome.SPECIAL_QUERY: K.SPECIAL_QUERY_NOTICE,
    Outcome.NOT_HELD: K.NOT_HELD_REPLY,
    Outcome.NOT_OURS: K.NOT_OURS_REPLY,
    Outcome.NEEDS_CREATION: K.CREATION_NOTICE,
    Outcome.STILL_UNCLEAR: K.STILL_UNCLEAR_NOTICE,
    Outcome.PETITION: K.NOT_A_REQUEST_NOTICE,
    Outcome.REPEATED: K.REPEATED_NOTICE,
    Outcome.PUBLISHED_MATTER: K.PUBLISHED_MATTER_NOTICE,
    Outcome.EXCESSIVE: K.EXCESSIVE_NOTICE,
    Outcome.CONFIRMATION_SOUGHT: K.NOT_A_REQUEST_NOTICE,
    Outcome.NOT_CORRECTED: K.CONCLUSION_NOTICE,
    Outcome.NOT_PAID: K.CONCLUSION_NOTICE,
    Outcome.OTHERWISE_CONCLUDED: K.CONCLUSION_NOTICE,
}
ONLY_SINCE_2019_OUTCOMES = {
    Outcome.EXCESSIVE,
    Outcome.CONFIRMATION_SOUGHT,
    Outcome.NOT_CORRECTED,
    Outcome.NOT_PAID,
}


def test_there_are_twenty_eight_letters_in_their_order() -> None:
    assert [row.code for row in CATALOGUE.values()] == [f"L{number}" for number in range(1, 29)]
    assert list(CATALOGUE) == list(LetterKind)


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("letters", LetterKind),
        ("letter_families", Family),
        ("letter_dates", SendBy),
        ("addressees", Addressee),
    ],
)
def test_every_code_of_letters_has_its_name(group: str, members: type[LetterKind]) -> None:
    assert list(TERMS[group]) == [member.value for member in members]


@every_kind
def test_a_letter_exists_under_the_2007_text_where_that_has_its_step(kind: LetterKind) -> None:
    laws = {Law.OGI_2019} if kind in ONLY_SINCE_2019 else set(Law)

    assert letter(kind).laws == laws


@pytest.mark.parametrize("law", Law)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_that_names_its_ground_has_its_letter(outcome: Outcome, law: Law) -> None:
    known = outcome in LETTER_OF
    if not known or (law is Law.OGI_2007 and outcome in ONLY_SINCE_2019_OUTCOMES):
        with pytest.raises(OutcomeWithoutLetterError):
            letter_of(outcome, law)
        return

    assert letter_of(outcome, law) is LETTER_OF[outcome]


def test_only_the_words_of_old_ledgers_are_answered_by_no_letter() -> None:
    assert set(Outcome) - set(LETTER_OF) == {
        outcome for outcome, row in OUTCOMES.items() if row.code is None
    }


@every_kind
def test_a_form_bears_no_number_and_a_letter_does(kind: LetterKind) -> None:
    forms = {K.REGISTRATION_FORM, K.RECEIPT_SLIP, K.SERVICE_RECEIPT}

    assert letter(kind).is_form is (kind in forms)


@every_kind
def test_a_letter_that_decides_tells_of_the_remedies(kind: LetterKind) -> None:
    row = letter(kind)
    deciding = {*LETTER_OF.values(), K.THIRD_PARTY_NOTICE, K.RECORDS_CORRECTION_REPLY}

    assert row.affects_rights is (kind in deciding)
    assert ("remedy" in row.facts) is row.affects_rights


@every_kind
def test_a_letter_names_facts_that_there_are(kind: LetterKind) -> None:
    facts = letter(kind).facts

    assert [name for name in facts if name not in FACTS] == []
    assert len(set(facts)) == len(facts)


@every_kind
def test_whoever_may_issue_a_letter_may_take_its_step(kind: LetterKind) -> None:
    row = letter(kind)
    move = TELLS_OF.get(kind) or ("date_reply" if row.send_by is SendBy.ANSWER_DUE else None)
    if move is not None:
        assert row.roles == MOVES[move].roles
    assert not row.roles & {Role.SUPERVISOR, Role.ADMINISTRATOR, Role.REVIEWER}


@pytest.mark.parametrize("words", ["L3", "l3", "correction_notice", "补正告知书", " 补正告知书 "])
def test_a_letter_is_found_by_code_value_or_name(words: str) -> None:
    assert kind_called(words) is K.CORRECTION_NOTICE


def test_what_is_no_letter_is_not_found() -> None:
    assert kind_called("L29") is None


@pytest.mark.parametrize(
    ("kind", "law", "outcome", "articles"),
    [
        (K.CORRECTION_NOTICE, Law.OGI_2019, None, ["条例(2019) 第三十条"]),
        (K.CORRECTION_NOTICE, Law.OGI_2007, None, ["条例(2007) 第二十一条第（四）项"]),
        (K.EXTENSION_NOTICE, Law.OGI_2007, None, ["条例(2007) 第二十四条第二款"]),
        (K.THIRD_PARTY_CONSULTATION, Law.OGI_2007, None, ["条例(2007) 第二十三条"]),
        # A refusal is told by one article, whatever the ground of each item.
        (
            K.WITHHOLDING_REPLY,
            Law.OGI_2019,
            Outcome.STATE_SECRET,
            ["条例(2019) 第三十六条第（三）项"],
        ),
        (
            K.WITHHOLDING_REPLY,
            Law.OGI_2007,
            Outcome.DELIBERATIVE,
            ["条例(2007) 第二十一条第（二）项"],
        ),
        (K.NOT_HELD_REPLY, Law.OGI_2007, Outcome.NOT_HELD, ["条例(2007) 第二十一条第（三）项"]),
        # Where the 2007 text is silent, the article on replies.
        (K.SPECIAL_QUERY_NOTICE, Law.OGI_2007, Outcome.SPECIAL_QUERY, ["条例(2007) 第二十一条"]),
        (K.REPEATED_NOTICE, Law.OGI_2007, Outcome.REPEATED, ["施行意见(2008)"]),
        # No article names it: it asks for none of what art. 2 calls information.
        (
            K.NOT_A_REQUEST_NOTICE,
            Law.OGI_2019,
            Outcome.CONFIRMATION_SOUGHT,
            ["条例(2019) 第二条"],
        ),
        (K.NOT_A_REQUEST_NOTICE, Law.OGI_2019, Outcome.PETITION, ["条例(2019) 第三十九条第一款"]),
        (
            K.CONCLUSION_NOTICE,
            Law.OGI_2019,
            Outcome.NOT_PAID,
            ["条例(2019) 第四十二条", "收费办法(2020) 第六条"],
        ),
        (K.CONCLUSION_NOTICE, Law.OGI_2019, Outcome.OTHERWISE_CONCLUDED, []),
        (K.RECORDS_CORRECTION_REPLY, Law.OGI_2007, None, ["条例(2007) 第二十五条第二款"]),
    ],
)
def test_a_letter_rests_on_the_article_of_its_law(
    kind: LetterKind, law: Law, outcome: Outcome | None, articles: list[str]
) -> None:
    found = basis_of(letter(kind), law, outcome)

    assert [citation.short for citation in found] == articles
