"""What an office sets for its letters."""

import pytest

from states.statute.remedies import DepartmentKind
from workflow.letters.errors import NumberPatternError
from workflow.letters.kinds import Family
from workflow.letters.settings import KEY, LetterSettings, checked_pattern


def test_what_is_set_comes_back_as_it_was_kept() -> None:
    settings = LetterSettings(
        court="惠安县人民法院",
        department_kind=DepartmentKind.DERIVED,
        numbers={Family.REPLY: "净信公复"},
        templates={"fee_notice": "ab12"},
    )

    assert LetterSettings.of({KEY: settings.plain(), "number_pattern": "x"}) == settings


@pytest.mark.parametrize("kept", [{}, {"letters": {}}, {"letters": None}, {"letters": "x"}])
def test_an_office_that_has_set_nothing_has_the_defaults(kept: dict[str, object]) -> None:
    settings = LetterSettings.of(kept)  # type: ignore[arg-type]  # whatever a file may hold

    assert settings == LetterSettings()
    assert settings.plain() == {}
    assert settings.series(Family.REPLY, "净") == "净公开复"
    assert settings.series(Family.NOTICE, "净") == "净公开告"
    assert settings.series(Family.CORRESPONDENCE, "净") == "净公开函"


def test_a_series_that_is_set_stands_for_its_family_alone() -> None:
    settings = LetterSettings(numbers={Family.REPLY: "{prefix}信公复"})

    assert settings.series(Family.REPLY, "净") == "净信公复"
    assert settings.series(Family.NOTICE, "净") == "净公开告"


@pytest.mark.parametrize("pattern", ["净公开复", "{prefix}公开复", " {prefix}办 "])
def test_a_series_is_words_with_the_prefix_or_without(pattern: str) -> None:
    assert checked_pattern(pattern) == pattern.strip()


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "  ",
        "净〔2025〕",
        "净公开复3",
        "{serial}",
        "净{year}",
        "净公开复号",
        "第净",
        "{prefix}{prefix}",
    ],
)
def test_what_would_make_no_official_number_is_refused(pattern: str) -> None:
    with pytest.raises(NumberPatternError) as refused:
        checked_pattern(pattern)

    assert refused.value.pattern == pattern.strip()
