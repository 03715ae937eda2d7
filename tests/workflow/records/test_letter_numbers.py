"""Numbers of letters, whatever comes to nothing between them."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import an_installation
from tests.workflow.records.letters_kept import DAY, InVainError, a_letter
from workflow.bootstrap import Office
from workflow.records.facts import OfficeProfile

ATTEMPTS = st.lists(
    st.tuples(st.sampled_from(["甲", "乙", ""]), st.sampled_from([2024, 2025]), st.booleans()),
    max_size=12,
)


def attempt(office: Office, series: str, year: int) -> None:
    """Enter a letter, and let it come to nothing."""
    with office.work() as uow:
        a_letter(uow, series=series, year=year)
        raise InVainError


def entered(office: Office, attempts: Iterable[tuple[str, int, bool]]) -> None:
    for series, year, in_vain in attempts:
        if in_vain:
            with pytest.raises(InVainError):
                attempt(office, series, year)
        else:
            with office.work() as uow:
                a_letter(uow, series=series, year=year)


@settings(max_examples=25)
@given(attempts=ATTEMPTS)
def test_each_series_of_a_year_runs_from_one_without_gaps(
    attempts: list[tuple[str, int, bool]],
) -> None:
    with TemporaryDirectory() as directory, an_installation(Path(directory)) as installation:
        office = installation.establish(OfficeProfile(name="净峰镇人民政府"), actor="管理员")
        entered(office, attempts)
        with office.read() as view:
            rows = [row for row in view.letters.all() if row.series]
        holds = office.verify().holds

    borne = Counter((row.series, row.year) for row in rows)
    kept = Counter((series, year) for series, year, in_vain in attempts if series and not in_vain)
    assert borne == kept
    for series, year in borne:
        serials = [row.serial for row in rows if (row.series, row.year) == (series, year)]
        assert serials == list(range(borne[series, year], 0, -1))
    assert holds
    assert all(row.issued_on == DAY for row in rows)
