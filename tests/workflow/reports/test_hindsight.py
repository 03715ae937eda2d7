"""Figures as known at an instant: what was entered later, or annulled by then, does not count."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from states.case import EventKind
from states.statute.outcomes import Outcome
from tests.workflow.reports.desk import OFFICE, Desk, statistics
from workflow.records.figures import Condition, CountedSpan, Figures, Register, Selection
from workflow.records.hindsight import FiguresAsKnownOn
from workflow.reports.cells import CellKey, Year, count_cells
from workflow.reports.forms.shape import (
    CategoriesRule,
    Counting,
    Form,
    FormColumn,
    FormRow,
    FormTable,
    RepliesRule,
)

JANUARY = datetime(2018, 1, 10, 1, 0, tzinfo=UTC)
MARCH = datetime(2018, 3, 10, 1, 0, tzinfo=UTC)
MAY = datetime(2018, 5, 10, 1, 0, tzinfo=UTC)
REQUESTS = "受理政府信息公开申请总数"
REPLIES = "对申请的答复总数"


def a_request_answered_late_in_the_books(desk: Desk) -> tuple[int, int]:
    """Received and answered in 2017; the reply was entered only in March 2018."""
    request = desk.requested(
        date(2017, 11, 6), closed_on=date(2017, 11, 20), outcome=Outcome.DISCLOSED
    )
    desk.entered("request", request, EventKind.RECEIVED, date(2017, 11, 6), JANUARY)
    reply = desk.entered(
        "request",
        request,
        EventKind.REPLY_SENT,
        date(2017, 11, 20),
        MARCH,
        details={"outcome": "disclosed"},
    )
    return request, reply


def test_a_reply_entered_later_was_not_known_yet() -> None:
    desk = Desk()
    a_request_answered_late_in_the_books(desk)

    known_in_january = statistics(desk.report(as_known_on=JANUARY + timedelta(days=1)))
    known_in_march = statistics(desk.report(as_known_on=MARCH))

    assert (known_in_january[REQUESTS], known_in_january[REPLIES]) == ((1, 1), (0, 0))
    assert (known_in_march[REQUESTS], known_in_march[REPLIES]) == ((1, 1), (1, 1))
    assert known_in_march["同意公开答复数"] == (1, 1)


def test_an_annulled_reply_counts_until_it_was_annulled() -> None:
    desk = Desk()
    request, reply = a_request_answered_late_in_the_books(desk)
    desk.entered("request", request, "annulled", date(2018, 5, 10), MAY, annuls=reply)

    before = statistics(desk.report(as_known_on=MAY - timedelta(days=1)))
    after = statistics(desk.report(as_known_on=MAY))

    assert (before[REPLIES], after[REPLIES]) == ((1, 1), (0, 0))


def test_a_request_of_which_nothing_was_entered_yet_is_not_counted() -> None:
    desk = Desk()
    a_request_answered_late_in_the_books(desk)

    assert statistics(desk.report(as_known_on=JANUARY - timedelta(days=1)))[REQUESTS] == (0, 0)


def test_an_item_registered_later_was_not_known_yet() -> None:
    desk = Desk()
    for entered_at in (JANUARY, MARCH):
        item = desk.published(date(2017, 6, 1), "website")
        desk.entered("publication", item, "registered", date(2018, 1, 10), entered_at)
    opening = desk.began_with("主动公开文件数", date(2016, 12, 31), 160)
    desk.entered("opening_balance", opening, "registered", date(2018, 3, 10), MARCH)

    known = {
        at: statistics(desk.report(as_known_on=at))["主动公开文件数"] for at in (JANUARY, MARCH)
    }

    assert known == {JANUARY: (1, 1), MARCH: (2, 162)}


def test_a_registration_counts_until_it_was_annulled() -> None:
    desk = Desk()
    complaint = desk.complained(date(2017, 6, 1))
    seq = desk.entered("complaint", complaint, "registered", date(2018, 1, 10), JANUARY)
    desk.entered("complaint", complaint, "annulled", date(2018, 3, 10), MARCH, annuls=seq)

    known = {
        at: statistics(desk.report(as_known_on=at))["接受行政申诉、举报数"]
        for at in (JANUARY, MARCH)
    }

    assert known == {JANUARY: (1, 1), MARCH: (0, 0)}


def test_a_request_without_a_known_channel_is_still_counted() -> None:
    desk = Desk()
    request = desk.requested(date(2017, 11, 6), channel="")
    desk.entered("request", request, EventKind.RECEIVED, date(2017, 11, 6), JANUARY)

    assert statistics(desk.report(as_known_on=MARCH))[REQUESTS] == (1, 1)


DAYS = st.integers(0, 900).map(lambda days: date(2016, 1, 1) + timedelta(days=days))
CODES = ["website", "gazette", "notice_board"]
SELECTIONS = st.builds(
    lambda codes, excluded: Selection(
        Register.PUBLICATIONS, (Condition("channels", codes, excluded=excluded),)
    ),
    st.frozensets(st.sampled_from(CODES)),
    st.booleans(),
)


@given(
    published=st.lists(st.tuples(DAYS, st.sets(st.sampled_from(CODES), min_size=1)), max_size=8),
    selection=SELECTIONS,
    after=st.none() | DAYS,
    until=DAYS,
)
def test_the_query_and_the_fold_count_the_same_records(
    published: list[tuple[date, set[str]]], selection: Selection, after: date | None, until: date
) -> None:
    desk = Desk()
    for on, channels in published:
        desk.published(on, *sorted(channels))
    span = CountedSpan(after, until)

    by_query = desk.figures.counted(OFFICE, selection, span)
    by_fold = FiguresAsKnownOn(desk.session, MAY).counted(OFFICE, selection, span)

    assert by_query == by_fold


BY_KIND = Form(
    "two_dimensional",
    "",
    (
        FormTable(
            "requests",
            "",
            (
                FormRow("R1", "", "件", Selection(Register.REQUESTS_RECEIVED)),
                FormRow("R2", "", "件", Selection(Register.REQUESTS_RECEIVED), Counting.CARRIED_IN),
                FormRow("R3.7", "", "件", Selection(Register.REQUESTS_CLOSED)),
                FormRow(
                    "R4", "", "件", Selection(Register.REQUESTS_RECEIVED), Counting.CARRIED_OUT
                ),
            ),
            (
                FormColumn(
                    "natural_person",
                    "",
                    (Condition("applicant_kind", frozenset({"natural_person"})),),
                ),
                FormColumn("company", "", (Condition("applicant_kind", frozenset({"company"})),)),
                FormColumn("total", ""),
            ),
        ),
    ),
    (),
    RepliesRule("requests", "total", "R3.7", ()),
    CategoriesRule("requests", "R1", "total", ""),
)
LIVES = st.lists(st.tuples(DAYS, st.none() | st.integers(1, 300)), max_size=8)


@given(lives=LIVES)
def test_what_came_in_goes_out_in_a_form_of_two_dimensions(
    lives: list[tuple[date, int | None]],
) -> None:
    desk = Desk()
    for received_on, days in lives:
        closed_on = None if days is None else received_on + timedelta(days=days)
        request = desk.requested(received_on, closed_on=closed_on, outcome="disclosed")
        desk.entered("request", request, EventKind.RECEIVED, received_on, JANUARY)
        if closed_on is not None:
            desk.entered("request", request, EventKind.REPLY_SENT, closed_on, JANUARY)

    for figures in (desk.figures, FiguresAsKnownOn(desk.session, MAY)):
        in_hand = _in_hand(figures)
        assert in_hand["R1"] + in_hand["R2"] == in_hand["R3.7"] + in_hand["R4"]


def _in_hand(figures: Figures) -> dict[str, int]:
    cells = count_cells(figures, OFFICE, BY_KIND, Year(2017), ())
    everyone = {row: cells[CellKey("requests", row, "total")].value for row in _ROWS}
    people = {row: cells[CellKey("requests", row, "natural_person")].value for row in _ROWS}
    companies = {row: cells[CellKey("requests", row, "company")].value for row in _ROWS}
    assert everyone == {row: people[row] + companies[row] for row in _ROWS}
    return everyone


_ROWS = ("R1", "R2", "R3.7", "R4")
