"""A version of the Regulations is all there, or not there: see docs/how-to."""

import pytest

from states.statute.periods import ANSWER, EXCLUDED_THIRD_PARTY, EXTENSION, PUBLICATION
from states.statute.receipt import RECEIPT, Channel
from states.statute.versions import FIRST_DAY, INSTRUMENT, Law, law_on

every_version = pytest.mark.parametrize("law", Law)


@every_version
def test_a_version_governs_from_its_first_day(law: Law) -> None:
    assert law_on(FIRST_DAY[law]) is law


@every_version
def test_a_version_is_in_force_as_its_instrument_says(law: Law) -> None:
    assert INSTRUMENT[law].in_force == FIRST_DAY[law]


@every_version
def test_a_version_sets_the_periods_that_no_version_lacks(law: Law) -> None:
    lacking = [rule.key for rule in (ANSWER, EXTENSION, PUBLICATION) if law not in rule.under]

    assert lacking == []


@every_version
def test_a_version_cites_its_own_instrument(law: Law) -> None:
    cited = [rule.under[law].citation for rule in (ANSWER, EXTENSION, PUBLICATION)]

    assert {citation.instrument for citation in cited} == {INSTRUMENT[law]}
    assert EXCLUDED_THIRD_PARTY[law].instrument is INSTRUMENT[law]


@every_version
def test_a_version_says_for_every_channel_which_day_is_that_of_receipt(law: Law) -> None:
    assert set(RECEIPT[law]) == set(Channel)
