"""The dashboard: numbers as many as the records they count, by as many queries however many."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import event

from tests.builders import a_reply
from tests.workflow.web.visiting import MONDAY, Town
from workflow.records.dashboard import dashboard_counts


@contextmanager
def counted_queries(town: Town) -> Iterator[list[str]]:
    """Count what is asked of the records while the block runs."""
    asked: list[str] = []

    def seen(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    engine = town.installation._reading  # noqa: SLF001 - what is asked shows nowhere else
    event.listen(engine, "before_cursor_execute", seen)
    yield asked
    event.remove(engine, "before_cursor_execute", seen)


def test_the_numbers_are_those_of_the_office_alone(town: Town) -> None:
    town.log(submitted_on=MONDAY, officer="李四")
    town.log(submitted_on=date(2025, 6, 2))
    town.log(town.other, submitted_on=MONDAY)
    with town.office.read() as view:
        found = dashboard_counts(view.connection, view.office_id, 2025, MONDAY)

    assert [one.received for one in found.months] == [0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0]
    assert (found.cohort.received, found.cohort.open) == (2, 2)
    # 2025-06-02 is 112 days before 2025-09-22: the oldest of the five ages.
    assert found.ages == (1, 0, 0, 0, 1)
    assert {load.officer: load.open for load in found.loads} == {"李四": 1, "": 1}


def test_the_page_leads_to_the_lists(town: Town) -> None:
    town.log(submitted_on=MONDAY, officer="李四")

    page = town.visitor().get("/dashboard")

    assert page.status == 200
    assert 'href="/requests?year=2025&amp;time=late"' in page.text
    assert "officer=%E6%9D%8E%E5%9B%9B" in page.text
    assert page.text.count("<title>") == page.text.count("<desc>") + 1
    assert "张三" not in page.text


def test_a_year_without_anything_says_so(town: Town) -> None:
    page = town.visitor().get("/dashboard", year=2019)

    assert page.status == 200
    assert "这一年没有逾期的答复" in page.words
    assert town.visitor().get("/dashboard", year="x").status == 404


def test_the_queries_do_not_grow_with_the_requests(town: Town) -> None:
    visitor = town.visitor()
    addresses = ("/dashboard", "/reports", "/reports/2025", "/reports/2025/cells/requests/R1/total")
    for n in range(2):
        town.log(submitted_on=MONDAY, content=f"前{n}")
    before = {}
    for address in addresses:
        with counted_queries(town) as asked:
            visitor.get(address)
        before[address] = len(asked)
    for n in range(12):
        town.log(submitted_on=MONDAY, content=f"后{n}", officer="李四")

    for address in addresses:
        with counted_queries(town) as asked:
            visitor.get(address)
        assert 0 < len(asked) <= before[address], address


def test_what_was_answered_is_counted_in_its_month(town: Town) -> None:
    _, number = town.log(submitted_on=MONDAY)
    a_reply(town.office, number, MONDAY)

    with town.office.read() as view:
        found = dashboard_counts(view.connection, view.office_id, 2025, MONDAY)

    assert found.months[8].closed == 1
    assert (found.cohort.open, found.cohort.on_time) == (0, 1)
