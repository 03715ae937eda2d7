"""No page of the desk makes more queries for having more rows: every route is asked."""

from pathlib import Path

from states.steps import Role
from tests.workflow.web.addresses import addresses_of
from tests.workflow.web.counted import counting
from tests.workflow.web.furnished import furnish
from tests.workflow.web.visiting import town
from workflow.web.app import create_app

FEW, MANY = 2, 6


def asked_by_pages(directory: Path, copies: int) -> dict[str, int]:
    """Return how many queries each page makes in an office with so many of everything."""
    found: dict[str, int] = {}
    with town(directory) as opened:
        furnish(opened.office, "净峰本镇事项", copies)
        visitor = opened.visitor(Role.HEAD_OF_OFFICE)
        for one in addresses_of(create_app(opened.installation)):
            if one.method != "GET" or one.path.startswith("/static"):
                continue
            visitor.get(one.filled())  # what is kept from then on is no query of the page
            with counting() as statements:
                page = visitor.get(one.filled())
            if page.status == 200 and page.headers["content-type"].startswith("text/html"):
                found[one.path] = len(statements)
    return found


def test_no_page_makes_more_queries_for_more_rows(tmp_path: Path) -> None:
    few = asked_by_pages(tmp_path / "few", FEW)
    many = asked_by_pages(tmp_path / "many", MANY)

    assert {"/worklist", "/requests", "/requests/{row_id}", "/registers", "/letters"} <= few.keys()
    growing = {path: (few[path], many[path]) for path in few if many.get(path, 0) > few[path]}
    assert growing == {}
