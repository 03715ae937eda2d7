"""Figures as known at an instant: what was entered later, or annulled by then, does not count."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from states.case import EventKind
from states.statute.outcomes import Outcome
from tests.workflow.reports.desk import OFFICE, Desk, statistics
from workflow.reports.catalogue import form_for
from workflow.reports.cells import Basis, Year, count_cells, list_cell
from workflow.reports.forms.labels import REQUESTS

JANUARY = datetime(2018, 1, 10, 1, 0, tzinfo=UTC)
MARCH = datetime(2018, 3, 10, 1, 0, tzinfo=UTC)
MAY = datetime(2018, 5, 10, 1, 0, tzinfo=UTC)
RECEIVED = "受理政府信息公开申请总数"
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

    assert (known_in_january[RECEIVED], known_in_january[REPLIES]) == ((1, 1), (0, 0))
    assert (known_in_march[RECEIVED], known_in_march[REPLIES]) == ((1, 1), (1, 1))
    assert known_in_march["同意公开答复数"] == (1, 1)


def test_an_annulled_reply_counts_until_it_was_annulled() -> None:
    desk = Desk()
    request, reply = a_request_answered_late_in_the_books(desk)
    desk.entered("request", request, "annulled", date(2018, 5, 10), MAY, annuls=reply)
    desk.reopened(request)

    before = statistics(desk.report(as_known_on=MAY - timedelta(days=1)))
    after = statistics(desk.report(as_known_on=MAY))

    assert (before[REPLIES], after[REPLIES]) == ((1, 1), (0, 0))


def test_a_request_of_which_nothing_was_entered_yet_is_not_counted() -> None:
    desk = Desk()
    a_request_answered_late_in_the_books(desk)

    assert statistics(desk.report(as_known_on=JANUARY - timedelta(days=1)))[RECEIVED] == (0, 0)


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

    assert statistics(desk.report(as_known_on=MARCH))[RECEIVED] == (1, 1)


DAYS = st.integers(0, 900).map(lambda days: date(2016, 1, 1) + timedelta(days=days))
# A request as it was entered: received, closed so many days later, and in which months each
# of the two facts came into the books, and the closing out of them again.
BOOKED = st.lists(
    st.tuples(
        DAYS,
        st.integers(1, 200),
        st.sampled_from(list(Outcome)),
        st.sampled_from(
            [
                (received, closed, undone)
                for received in range(1, 5)
                for closed in (*range(received, 5), None)
                for undone in (*range(closed or 5, 5), None)
            ]
        ),
    ),
    max_size=4,
)


def _month(number: int) -> datetime:
    return datetime(2020, number, 10, 1, 0, tzinfo=UTC)


@settings(max_examples=30)
@given(booked=BOOKED, asked=st.integers(1, 5))
def test_what_was_known_is_what_had_been_entered_and_not_annulled(
    booked: list[tuple[date, int, Outcome, tuple[int, int | None, int | None]]], asked: int
) -> None:
    whole, known = Desk(), Desk()
    for received_on, days, outcome, (received, closed, undone) in booked:
        closed_on = received_on + timedelta(days=days)
        stands = closed is not None and undone is None
        request = whole.requested(
            received_on,
            closed_on=closed_on if stands else None,
            outcome=outcome if stands else None,
        )
        whole.entered("request", request, EventKind.RECEIVED, received_on, _month(received))
        if closed is not None:
            reply = whole.entered(
                "request",
                request,
                EventKind.REPLY_SENT,
                closed_on,
                _month(closed),
                details={"outcome": outcome.value},
            )
            if undone is not None:
                whole.entered(
                    "request", request, "annulled", MAY.date(), _month(undone), annuls=reply
                )
        was_closed = closed is not None and closed <= asked and (undone is None or undone > asked)
        if received <= asked:
            known.requested(
                received_on,
                closed_on=closed_on if was_closed else None,
                outcome=outcome if was_closed else None,
            )

    form = form_for(2021)
    for year in (2016, 2017, 2018):
        then = count_cells(
            whole.as_known_on(_month(asked)),
            (OFFICE,),
            form,
            Year(year),
            Basis(),
            tables=[REQUESTS],
        )
        oracle = count_cells(known.figures, (OFFICE,), form, Year(year), Basis(), tables=[REQUESTS])
        assert {k: c.value for k, c in then.items()} == {k: c.value for k, c in oracle.items()}
        figures = whole.as_known_on(_month(asked))
        assert all(len(list_cell(figures, cell)) == cell.value for cell in then.values())
