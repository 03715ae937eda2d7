from datetime import date

from hypothesis import given

from states.calendar.workdays import built_in
from states.case import Case
from states.clock.answer import reckon
from states.clock.ledger import Why, count_calendar_days, count_days, ledger_of
from states.clock.spans import ExcludedSpan
from tests.states.lives import a_case, fact, received_lives

CALENDAR = built_in()


def test_each_day_of_the_count_is_numbered_or_says_why_not() -> None:
    # Vector A08 over the National Day of 2024, from Fri 09-27 to Tue 10-08.
    found = {
        entry.day: entry.number or entry.why
        for entry in count_days(date(2024, 9, 26), date(2024, 10, 8), CALENDAR)
    }

    assert found == {
        date(2024, 9, 27): 1,
        date(2024, 9, 28): Why.WEEKEND,
        date(2024, 9, 29): 2,  # make-up Sunday
        date(2024, 9, 30): 3,
        **{date(2024, 10, day): Why.HOLIDAY for day in range(1, 8)},
        date(2024, 10, 8): 4,
    }


def test_a_suspended_day_names_its_consultation_and_a_weekend_stays_a_weekend() -> None:
    case = a_case(
        None,
        fact("received", "2023-05-08"),
        fact("third_party_consulted", "2023-05-15", ref="a"),
        fact("third_party_answered", "2023-05-26", ref="a"),
    )

    found = {entry.day: entry for entry in ledger_of(reckon(case, CALENDAR), CALENDAR)}

    assert found[date(2023, 5, 15)].number == 5
    suspended = found[date(2023, 5, 16)]
    assert (suspended.number, suspended.why) == (None, Why.SUSPENDED)
    assert isinstance(suspended.span, ExcludedSpan)
    assert suspended.span.ref == "a"
    assert found[date(2023, 5, 20)].why is Why.WEEKEND
    assert found[date(2023, 5, 26)].why is Why.SUSPENDED
    assert found[date(2023, 5, 29)].number == 6


def test_calendar_days_are_all_numbered_up_to_the_last_then_roll() -> None:
    # Vector H01: 60 days from 2024-03-05 end Sat 05-04, in the Labour Day holiday; rolls to 05-06.
    entries = list(
        count_calendar_days(date(2024, 3, 5), date(2024, 5, 4), date(2024, 5, 6), CALENDAR)
    )

    assert [entry.number for entry in entries[:60]] == list(range(1, 61))
    assert (entries[60].day, entries[60].why) == (date(2024, 5, 5), Why.HOLIDAY)
    assert (entries[61].day, entries[61].number) == (date(2024, 5, 6), 62)


@given(received_lives())
def test_the_ledger_has_every_day_once_and_ends_with_the_due_date(case: Case) -> None:
    reckoning = reckon(case, CALENDAR)

    entries = list(ledger_of(reckoning, CALENDAR))

    ordinals = [entry.day.toordinal() for entry in entries]
    first = reckoning.counts_from.toordinal() + 1
    assert ordinals == list(range(first, reckoning.due.toordinal() + 1))


@given(received_lives())
def test_the_last_number_of_the_ledger_is_the_length_of_the_period(case: Case) -> None:
    reckoning = reckon(case, CALENDAR)

    numbers = [entry.number for entry in ledger_of(reckoning, CALENDAR) if entry.number]

    assert numbers == list(range(1, len(numbers) + 1))
    if not any(event.new_due for event in case.events if event.kind == "delay_notified"):
        assert len(numbers) == reckoning.count


@given(received_lives())
def test_the_ledger_shows_as_many_suspended_days_as_the_reckoning_counts(case: Case) -> None:
    reckoning = reckon(case, CALENDAR)

    suspended = [entry for entry in ledger_of(reckoning, CALENDAR) if entry.why is Why.SUSPENDED]

    assert len(suspended) == reckoning.suspended_workdays
