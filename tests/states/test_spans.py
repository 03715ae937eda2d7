from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.calendar.workdays import built_in
from states.citation import cite
from states.clock.spans import (
    ExcludedSpan,
    consultations,
    count_out,
    excluded_spans,
    excluded_workdays,
    opinion_due,
    union,
)
from states.statute.instruments import OGI_2019
from states.statute.versions import Law
from tests.states.lives import a_case, fact

CALENDAR = built_in()
DAYS = st.dates(date(2012, 1, 1), date(2025, 12, 31))
ARTICLE = cite(OGI_2019, 33, 3)


def a_span(after: date, until: date) -> ExcludedSpan:
    return ExcludedSpan(after, until, "", ARTICLE)


SPANS = st.lists(
    st.tuples(DAYS, st.integers(-2, 60)).map(
        lambda pair: a_span(pair[0], date.fromordinal(pair[0].toordinal() + pair[1]))
    ),
    max_size=5,
)


def test_overlapping_spans_are_one_and_adjoining_ones_join() -> None:
    spans = [
        a_span(date(2023, 5, 20), date(2023, 5, 25)),
        a_span(date(2023, 5, 10), date(2023, 5, 15)),
        a_span(date(2023, 5, 12), date(2023, 5, 14)),
        a_span(date(2023, 5, 15), date(2023, 5, 18)),
    ]

    assert union(spans) == [
        (date(2023, 5, 10), date(2023, 5, 18)),
        (date(2023, 5, 20), date(2023, 5, 25)),
    ]


def test_an_empty_span_is_left_out() -> None:
    assert union([a_span(date(2023, 5, 10), date(2023, 5, 10))]) == []


@given(SPANS)
def test_a_day_is_in_the_union_when_some_span_excludes_it(spans: list[ExcludedSpan]) -> None:
    days = {
        date.fromordinal(day)
        for span in spans
        for day in range(span.after.toordinal() + 1, span.until.toordinal() + 1)
    }

    joined = [
        date.fromordinal(day)
        for after, until in union(spans)
        for day in range(after.toordinal() + 1, until.toordinal() + 1)
    ]

    assert sorted(days) == joined


@given(DAYS, st.integers(1, 40), SPANS)
def test_the_count_holds_exactly_its_days_outside_the_spans(
    start: date, count: int, spans: list[ExcludedSpan]
) -> None:
    merged = union(spans)

    due = count_out(start, count, merged, CALENDAR)

    counted = 0
    for ordinal in range(start.toordinal() + 1, due.toordinal() + 1):
        day = date.fromordinal(ordinal)
        outside = not any(after < day <= until for after, until in merged)
        counted += CALENDAR.is_workday(day) and outside
    assert counted == count
    assert CALENDAR.is_workday(due)
    assert not any(after < due <= until for after, until in merged)


@given(DAYS, SPANS)
def test_no_days_to_count_end_where_they_begin(start: date, spans: list[ExcludedSpan]) -> None:
    assert count_out(start, 0, union(spans), CALENDAR) == start


def test_only_the_part_of_a_span_inside_the_count_is_excluded() -> None:
    merged = [(date(2023, 5, 1), date(2023, 5, 31))]

    # 2023-05-15 (Mon) .. 05-19 (Fri): five working days after Fri 05-12.
    assert excluded_workdays(merged, date(2023, 5, 12), date(2023, 5, 19), CALENDAR) == 5
    assert excluded_workdays(merged, date(2023, 5, 31), date(2023, 6, 9), CALENDAR) == 0
    assert excluded_workdays(merged, date(2023, 4, 20), date(2023, 5, 1), CALENDAR) == 0


def test_a_consultation_gathers_the_facts_of_its_reference() -> None:
    case = a_case(
        None,
        fact("received", "2023-05-08"),
        fact("third_party_consulted", "2023-05-15", ref="a"),
        fact("agency_consulted", "2023-05-16", ref="a", co_producer=False),
        fact("third_party_letter_delivered", "2023-05-17", ref="a"),
        fact("third_party_letter_delivered", "2023-05-19", ref="a"),
        fact("third_party_answered", "2023-05-26", ref="b"),
        fact("agency_answered", "2023-05-29", ref="a"),
        fact("agency_answered", "2023-05-30", ref="a"),
    )

    third_party, agency = consultations(case)

    assert third_party.third_party
    assert third_party.is_open
    assert third_party.delivered_on == date(2023, 5, 17)
    assert not agency.third_party
    assert not agency.co_producer
    assert not agency.is_open
    assert (agency.sent_on, agency.answered_on) == (date(2023, 5, 16), date(2023, 5, 29))
    assert agency.delivered_on is None


def test_an_opinion_is_due_fifteen_working_days_after_delivery_or_else_sending() -> None:
    # Vector C02a: delivered 2023-05-17 -> 2023-06-07. From sending on 05-15: 2023-06-05.
    facts = (fact("received", "2023-05-08"), fact("third_party_consulted", "2023-05-15"))
    sent = consultations(a_case(None, *facts))[0]
    delivered = consultations(
        a_case(None, *facts, fact("third_party_letter_delivered", "2023-05-17"))
    )[0]

    assert opinion_due(delivered, Law.OGI_2019, CALENDAR) == date(2023, 6, 7)
    assert opinion_due(sent, Law.OGI_2019, CALENDAR) == date(2023, 6, 5)
    assert opinion_due(sent, Law.OGI_2007, CALENDAR) is None


def test_an_organ_that_made_nothing_has_no_statutory_end() -> None:
    case = a_case(
        None,
        fact("received", "2024-01-15"),
        fact("agency_consulted", "2024-01-22", ref="made"),
        fact("agency_consulted", "2024-01-22", ref="not", co_producer=False),
    )

    made, other = consultations(case)

    # Vector C04: 2024-01-22 -> 2024-02-09.
    assert opinion_due(made, Law.OGI_2019, CALENDAR) == date(2024, 2, 9)
    assert opinion_due(other, Law.OGI_2019, CALENDAR) is None


@pytest.mark.parametrize(
    ("answered", "until"),
    [
        ("2023-05-26", date(2023, 5, 26)),  # before the statutory end
        ("2023-06-09", date(2023, 6, 5)),  # after it: the end holds
    ],
)
def test_a_consultation_excludes_to_the_answer_or_the_statutory_end(
    answered: str, until: date
) -> None:
    case = a_case(
        None,
        fact("received", "2023-05-08"),
        fact("third_party_consulted", "2023-05-15"),
        fact("third_party_answered", answered),
    )

    (span,) = excluded_spans(case, Law.OGI_2019, CALENDAR, date(2023, 7, 1))

    assert (span.after, span.until, span.paused) == (date(2023, 5, 15), until, False)
    assert span.citation == ARTICLE


def test_under_the_2007_law_only_third_parties_stop_the_clock_and_without_end() -> None:
    case = a_case(
        None,
        fact("received", "2017-07-03"),
        fact("agency_consulted", "2017-07-06"),
        fact("third_party_consulted", "2017-07-07"),
    )

    (span,) = excluded_spans(case, Law.OGI_2007, CALENDAR, date(2017, 8, 1))

    assert (span.after, span.until, span.paused) == (date(2017, 7, 7), date(2017, 8, 1), True)
    assert str(span.citation) == "条例(2007) 第二十四条第三款"


def test_a_pause_asked_about_before_it_began_excludes_nothing() -> None:
    case = a_case(None, fact("received", "2017-07-03"), fact("third_party_consulted", "2017-07-07"))

    (span,) = excluded_spans(case, Law.OGI_2007, CALENDAR, date(2017, 7, 4))

    assert (span.after, span.until) == (date(2017, 7, 7), date(2017, 7, 7))
