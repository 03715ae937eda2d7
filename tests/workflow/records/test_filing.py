"""Requests as they are filed: numbered without gaps, and found in their order."""

from datetime import date

import pytest

from states.case import Event, EventKind
from states.statute.receipt import Channel
from tests.builders import a_move, a_request, request_facts
from workflow.bootstrap import Installation, Office
from workflow.records.errors import NumberTakenError, RequestNotFoundError
from workflow.records.facts import NewFact, NewRequest, OfficeProfile
from workflow.records.tables.requests import RequestRow
from workflow.records.worklists import Wanted

RECEIVED = Event(EventKind.RECEIVED, date(2025, 9, 1))  # Monday


def _row(office: Office, number: str) -> RequestRow:
    with office.read() as view:
        return view.requests.find(number)


def _file(office: Office, *requests: NewRequest) -> list[str]:
    with office.work() as uow:
        return uow.requests.add_many(
            requests, actor="李四", at=office.clock.now(), calendar=office.calendar
        )


def _new(number: str = "", *events: Event, content: str = "某文件") -> NewRequest:
    history = tuple(NewFact(event) for event in events or (RECEIVED,))
    return NewRequest(request_facts(content=content), history, number)


# --- numbers -----------------------------------------------------------------------------


def test_each_year_has_its_own_numbers(office: Office) -> None:
    last_year = Event(EventKind.RECEIVED, date(2024, 12, 31))

    numbers = _file(office, _new("", last_year), _new(), _new(), _new("", last_year))

    assert numbers == [
        "净公开申〔2024〕1号",
        "净公开申〔2025〕1号",
        "净公开申〔2025〕2号",
        "净公开申〔2024〕2号",
    ]


def test_a_given_number_is_kept_and_passed_over(office: Office) -> None:
    numbers = _file(office, _new(), _new("净公开申〔2025〕2号"), _new(), _new("旧-7"))

    assert numbers == ["净公开申〔2025〕1号", "净公开申〔2025〕2号", "净公开申〔2025〕3号", "旧-7"]
    assert a_request(office) == "净公开申〔2025〕4号"


def test_a_number_that_failed_is_given_to_the_next(office: Office) -> None:
    def file_and_fail() -> None:
        with office.work() as uow:
            uow.requests.add(_new(), actor="李四", at=office.clock.now(), calendar=office.calendar)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        file_and_fail()

    assert a_request(office) == "净公开申〔2025〕1号"


def test_the_pattern_is_the_office_s_own(installation: Installation) -> None:
    office = installation.establish(
        OfficeProfile(
            name="某县",
            settings={"number_pattern": "{year}-{serial:03d}{prefix}", "number_prefix": "依"},
        ),
        actor="管理员",
    )

    assert a_request(office) == "2025-001依"


def test_a_number_is_taken_only_once(office: Office) -> None:
    _file(office, _new("甲"))

    with pytest.raises(NumberTakenError, match="甲"):
        _file(office, _new("乙"), _new("甲"))
    with pytest.raises(NumberTakenError, match="丙"):
        _file(office, _new("丙"), _new("丙"))
    with pytest.raises(RequestNotFoundError):
        _row(office, "乙")


def test_many_are_filed_in_order(office: Office) -> None:
    numbers = _file(office, *(_new(content=f"第{count}件") for count in range(1_201)))

    assert len(set(numbers)) == 1_201
    assert numbers[-1] == "净公开申〔2025〕1201号"
    with office.read() as view:
        assert [row.number for row in view.requests.each()] == numbers
    assert office.verify().rows == 1_202


# --- finding -----------------------------------------------------------------------------


def _worklist(office: Office) -> dict[str, str]:
    """File three dated requests, one without receipt, and one that is closed."""
    late, soon, same = (date(2025, 9, day) for day in (15, 1, 1))
    numbers = [a_request(office, submitted_on=day) for day in (late, soon, same)]
    numbers.append(a_request(office, channel=Channel.INTERNET, content="100%的资金"))
    numbers.append(a_request(office, content="已办结"))
    a_move(office, numbers[-1], "withdraw", date(2025, 9, 8))
    return dict(zip(("late", "soon", "same", "undated", "closed"), numbers, strict=True))


def test_the_worklist_is_ordered_by_what_is_due_next(office: Office) -> None:
    known = _worklist(office)

    with office.read() as view:
        found = [row.number for row in view.requests.open_requests()]

    assert found == [known[name] for name in ("soon", "same", "late", "undated")]


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_the_pages_of_the_worklist_join_up(office: Office, limit: int) -> None:
    _worklist(office)

    with office.read() as view:
        whole = [row.number for row in view.requests.open_requests()]
        paged: list[RequestRow] = []
        while page := view.requests.open_page(after=paged[-1] if paged else None, limit=limit):
            paged.extend(page)

    assert [row.number for row in paged] == whole


def test_what_is_due_by_a_day_leaves_out_what_is_closed(office: Office) -> None:
    known = _worklist(office)

    with office.read() as view:
        answers = [row.number for row in view.requests.answer_due_by(date(2025, 9, 28))]
        clocks = [row.number for row in view.requests.next_due_by(date(2025, 9, 10))]

    assert answers == clocks == [known["soon"], known["same"]]


def test_all_requests_are_listed_newest_first(office: Office) -> None:
    known = list(_worklist(office).values())

    with office.read() as view:
        first = view.requests.page(limit=2)
        rest = view.requests.page(before_id=first[-1].id)

    assert [row.number for row in (*first, *rest)] == known[::-1]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted(text="资金"), ["undated"]),
        (Wanted(text="0%的"), ["undated"]),
        (Wanted(text="%"), ["undated"]),
        (Wanted(states=frozenset({"withdrawn"})), ["closed"]),
        (Wanted(due_by=date(2025, 9, 12)), ["same", "soon"]),
        (Wanted(received_from=date(2025, 9, 15)), ["late"]),
        (Wanted(case_officer="没有"), []),
        (Wanted(text="净峰没有"), []),
        (Wanted(received_until=date(2025, 9, 1)), ["closed", "same", "soon"]),
    ],
)
def test_a_list_is_narrowed_to_what_is_wanted(
    office: Office, wanted: Wanted, names: list[str]
) -> None:
    known = _worklist(office)

    with office.read() as view:
        found = [row.number for row in view.requests.page(wanted)]

    assert found == [known[name] for name in names]
