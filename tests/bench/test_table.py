"""The page of speeds: what was not measured is said to be so, and a part is measured by itself."""

from tests.bench.lines import Line, Target, at_most
from tests.bench.table import UNKNOWN, as_markdown
from tests.bench.targets import PROMISED

DUE = Line(
    "what is due, 1,000,000 requests, 8,000 open", "4 ms", "index 3 ms", 4, Target("ms", at_most(5))
)


def _row(page: str, work: str) -> str:
    (row,) = [line for line in page.splitlines() if line.startswith(f"| {work} |")]
    return row


def test_a_target_that_nothing_measured_stands_on_the_page_as_such() -> None:
    page = as_markdown([])

    for promised in PROMISED:
        assert UNKNOWN in _row(page, promised.work)


def test_what_was_measured_takes_the_place_of_what_was_not() -> None:
    page = as_markdown([DUE])

    assert "4 ms" in _row(page, DUE.work)
    assert UNKNOWN not in _row(page, DUE.work)


def test_measuring_another_part_leaves_what_was_known() -> None:
    other = Line("import of 10,000 requests, 1 event", "3 s", "", 3, Target("s", at_most(60)))

    page = as_markdown([other], earlier=as_markdown([DUE]))

    assert "4 ms" in _row(page, DUE.work)
    assert "3 s" in _row(page, other.work)
    assert UNKNOWN not in _row(page, DUE.work)


def test_what_is_measured_again_stays_where_it_stood() -> None:
    other = Line("import of 10,000 requests, 1 event", "3 s", "", 3, Target("s", at_most(60)))
    page = as_markdown([DUE, other])

    again = as_markdown([DUE], earlier=page)

    assert again.index(DUE.work) < again.index(other.work)
    assert again.splitlines() == page.splitlines()


def test_measured_again_the_old_figure_is_gone() -> None:
    again = Line(DUE.work, "6 ms", "index 3 ms", 6, DUE.target)

    row = _row(as_markdown([again], earlier=as_markdown([DUE])), DUE.work)

    assert "6 ms" in row
    assert "4 ms" not in row
    assert row.endswith("| ✗ |")
