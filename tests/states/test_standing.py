"""Where a consultation stands, and what the law makes of an opinion that does not come."""

from collections.abc import Sequence
from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import Case, Event
from states.clock.answer import reckon
from states.clock.spans import consultations
from states.clock.standing import (
    ConsultationStatus,
    Standing,
    objections,
    standing_of,
    standings,
)
from states.errors import ClockQuestionError
from states.statute.opinions import Addressee, Opinion, Silence
from states.statute.practice import ExclusionReading, LapseReading, Practice
from states.statute.versions import Law
from tests.states.lives import a_case, fact

CALENDAR = built_in()
OPEN, ANSWERED, SILENT = ConsultationStatus

# Vectors C01 and C02: received Mon 2023-05-08, asked Mon 05-15, the letter delivered Wed 05-17;
# its fifteenth working day is Wed 06-07, and no weekend is worked in between.
ASKED = (
    fact("received", "2023-05-08"),
    fact("third_party_consulted", "2023-05-15", ref="1"),
)
DELIVERED = (*ASKED, fact("third_party_letter_delivered", "2023-05-17", ref="1"))
# Vector C04: a co-producer's letter delivered Mon 2024-01-22. 01-23..26 = 1..4, 29..02-02 = 5..9,
# Sun 02-04* = 10, 05..09 = 11..15; with no worked weekend counted 02-05..09 = 10..14, and after
# the Spring Festival Mon 02-19 = 15.
JOINT = (
    fact("received", "2024-01-15"),
    fact("agency_consulted", "2024-01-22", ref="1"),
    fact("agency_letter_delivered", "2024-01-22", ref="1"),
)


def on_day(facts: Sequence[Event], on: str, practice: Practice | None = None) -> Standing:
    """Return where the one consultation of a case stands."""
    case = Case.of(None, facts, practice or Practice())
    (found,) = standings(case, date.fromisoformat(on), CALENDAR)
    return found


def answered(on: str, opinion: Opinion, kind: str = "third_party_answered") -> Event:
    return fact(kind, on, ref="1", opinion=opinion)


# --- awaited -----------------------------------------------------------------------------


def test_an_opinion_is_awaited_to_the_end_of_its_fifteenth_working_day() -> None:
    found = on_day(DELIVERED, "2023-06-07")

    assert (found.status, found.until) == (OPEN, date(2023, 6, 7))
    assert (found.consequence, found.counts_as) == (None, None)
    assert not found.delivery_is_unknown


@pytest.mark.parametrize(
    ("on", "days"),
    [
        ("2023-05-15", 0),  # the day of sending still counts
        ("2023-05-19", 4),  # 16, 17, 18, 19
        ("2023-05-21", 4),  # Sunday
        ("2023-06-07", 17),  # and 22..26, 29..06-02, 05..07
        ("2023-06-20", 17),  # nothing after the statutory end
    ],
)
def test_the_days_excluded_so_far_grow_to_the_statutory_end(on: str, days: int) -> None:
    assert on_day(DELIVERED, on).excluded_workdays == days


def test_a_consultation_not_yet_sent_has_excluded_nothing() -> None:
    assert on_day(ASKED, "2023-05-10").excluded_workdays == 0


def test_what_happened_after_the_day_is_not_known_on_it() -> None:
    facts = (*DELIVERED, answered("2023-05-26", Opinion.AGREE))

    found = on_day(facts, "2023-05-16")

    assert (found.status, found.consultation.delivered_on) == (OPEN, None)
    assert found.counts_as is None


def test_without_proof_of_delivery_nobody_is_silent() -> None:
    # From sending the fifteenth working day is Mon 06-05; the letter may never have come.
    found = on_day(ASKED, "2023-07-31")

    assert (found.status, found.due) == (OPEN, date(2023, 6, 5))
    assert found.delivery_is_unknown
    assert found.silent_after is None


# --- silent ------------------------------------------------------------------------------


def test_a_silent_third_party_leaves_it_to_the_office_under_article_32() -> None:
    found = on_day(DELIVERED, "2023-06-08")

    assert (found.status, found.consequence) == (SILENT, Silence.OFFICE_DECIDES)
    assert str(found.rule.citation) == "条例(2019) 第三十二条"
    assert found.counts_as is None
    assert found.until == date(2023, 6, 7)


def test_nothing_follows_from_silence_before_the_later_of_two_readings() -> None:
    assert on_day(JOINT, "2024-02-19").status is OPEN
    assert on_day(JOINT, "2024-02-19").due == date(2024, 2, 9)
    assert on_day(JOINT, "2024-02-20").status is SILENT


def test_an_office_may_read_the_period_by_the_text_alone() -> None:
    practice = Practice(lapse=LapseReading.STATUTORY)

    assert on_day(JOINT, "2024-02-09", practice).status is OPEN
    assert on_day(JOINT, "2024-02-10", practice).status is SILENT


def test_a_silent_co_producer_is_deemed_to_agree_under_article_34() -> None:
    found = on_day(JOINT, "2024-02-20")

    assert (found.consequence, found.counts_as) == (Silence.DEEMED_TO_AGREE, Opinion.AGREE)
    assert str(found.rule.citation) == "条例(2019) 第三十四条"


def test_another_organ_is_waited_for_without_end() -> None:
    facts = (
        fact("received", "2024-01-15"),
        fact("agency_consulted", "2024-01-22", ref="1", co_producer=False),
        fact("agency_letter_delivered", "2024-01-22", ref="1"),
    )

    found = on_day(facts, "2024-12-31")

    assert (found.status, found.until, found.consequence) == (OPEN, None, None)
    assert found.rule.silence is Silence.STILL_AWAITED
    assert str(found.rule.citation) == "条例(2019) 第三十三条第三款"
    assert not found.delivery_is_unknown


@pytest.mark.parametrize(
    ("consulted", "excluded"),
    [("third_party_consulted", 17), ("agency_consulted", 0)],
)
def test_the_2007_text_sets_nobody_a_time_and_excludes_only_third_parties(
    consulted: str, excluded: int
) -> None:
    # Thu 2017-07-06 to Mon 07-31: 07..07 = 1, 10..14 = 6, 17..21 = 11, 24..28 = 16, 31 = 17.
    facts = (fact("received", "2017-07-03"), fact(consulted, "2017-07-06", ref="1"))

    found = on_day(facts, "2017-07-31")

    assert (found.status, found.until, found.excluded_workdays) == (OPEN, None, excluded)
    assert found.rule.law is Law.OGI_2007


# --- answered ----------------------------------------------------------------------------


def test_an_opinion_in_time_counts_as_what_it_says() -> None:
    found = on_day((*DELIVERED, answered("2023-05-26", Opinion.PARTLY)), "2023-06-20")

    assert (found.status, found.until) == (ANSWERED, date(2023, 5, 26))
    assert (found.counts_as, found.is_late) == (Opinion.PARTLY, False)
    assert found.excluded_workdays == 9  # vector C01


def test_an_opinion_on_the_last_day_is_in_time() -> None:
    found = on_day((*DELIVERED, answered("2023-06-07", Opinion.DISAGREE)), "2023-06-20")

    assert (found.is_late, found.consequence) == (False, None)


def test_a_late_opinion_is_kept_and_moves_no_date() -> None:
    late = (*DELIVERED, answered("2023-06-08", Opinion.DISAGREE))

    found = on_day(late, "2023-06-20")

    assert (found.status, found.is_late) == (ANSWERED, True)
    assert (found.consequence, found.counts_as) == (Silence.OFFICE_DECIDES, None)
    assert found.consultation.opinion is Opinion.DISAGREE
    assert found.excluded_workdays == 17
    day = date(2023, 6, 20)
    assert reckon(a_case(None, *late), CALENDAR, day).due == date(2023, 6, 29)  # vector C02b


def test_a_co_producer_that_was_deemed_to_agree_cannot_take_it_back() -> None:
    late = (*JOINT, answered("2024-02-20", Opinion.DISAGREE, "agency_answered"))

    found = on_day(late, "2024-02-21")

    assert (found.is_late, found.counts_as) == (True, Opinion.AGREE)


def test_between_the_two_readings_an_opinion_is_heard_though_it_excludes_no_more_days() -> None:
    facts = (*JOINT, answered("2024-02-19", Opinion.DISAGREE, "agency_answered"))

    found = on_day(facts, "2024-02-21")

    assert (found.is_late, found.counts_as) == (True, Opinion.DISAGREE)
    # 01-23..26, 29..02-02, Sun 04*, 05..09: fifteen, to the statutory end.
    assert found.excluded_workdays == 15


def test_the_strict_reading_excludes_neither_end_day() -> None:
    facts = (*DELIVERED, answered("2023-05-26", Opinion.AGREE))

    found = on_day(facts, "2023-06-20", Practice(exclusion=ExclusionReading.STRICT))

    assert found.excluded_workdays == 8


# --- several -----------------------------------------------------------------------------


def test_consultations_in_parallel_stand_each_for_itself_and_exclude_a_day_once() -> None:
    # Third party (05-15, 05-26] = 9 days; other organ (05-22, 06-01] = 23..26, 29..06-01 = 8.
    # Together (05-15, 06-01] = 4 + 5 + 4 = 13. Used by 05-15: five; 06-02 = 6, 05..09 = 7..11,
    # 12..16 = 12..16, 19..21 = 17..19, Dragon Boat, Sun 06-25* = 20.
    case = a_case(
        None,
        *DELIVERED,
        fact("agency_consulted", "2023-05-22", ref="2", co_producer=False),
        answered("2023-05-26", Opinion.AGREE),
        fact("agency_answered", "2023-06-01", ref="2", opinion=Opinion.AGREE),
    )

    found = standings(case, date(2023, 6, 20), CALENDAR)

    assert [one.excluded_workdays for one in found] == [9, 8]
    assert [one.consultation.addressee for one in found] == [
        Addressee.THIRD_PARTY,
        Addressee.OTHER_ORGAN,
    ]
    reckoning = reckon(case, CALENDAR, date(2023, 6, 20))
    assert (reckoning.suspended_workdays, reckoning.due) == (13, date(2023, 6, 25))


def test_a_closed_request_waits_for_nobody_any_more() -> None:
    case = a_case(None, *DELIVERED, fact("reply_posted", "2023-05-19"))

    (found,) = standings(case, date(2023, 7, 31), CALENDAR)

    assert (found.status, found.excluded_workdays) == (OPEN, 4)


def test_who_objects_is_a_third_party_that_did_not_simply_agree() -> None:
    case = a_case(
        None,
        fact("received", "2023-05-08"),
        *(fact("third_party_consulted", "2023-05-15", ref=ref) for ref in "abcd"),
        fact("agency_consulted", "2023-05-15", ref="e"),
        fact("third_party_answered", "2023-05-18", ref="a", opinion=Opinion.AGREE),
        fact("third_party_answered", "2023-05-18", ref="b", opinion=Opinion.PARTLY),
        fact("third_party_answered", "2023-07-18", ref="c", opinion=Opinion.DISAGREE),
        fact("agency_answered", "2023-05-18", ref="e", opinion=Opinion.DISAGREE),
    )

    found = objections(standings(case, date(2023, 7, 31), CALENDAR))

    assert [one.consultation.ref for one in found] == ["b", "c"]


def test_without_consultations_there_is_nothing_to_say() -> None:
    assert standings(a_case(None), date(2023, 5, 8), CALENDAR) == ()


def test_before_receipt_no_law_says_what_silence_means() -> None:
    case = a_case(None, fact("third_party_consulted", "2023-05-15"))

    with pytest.raises(ClockQuestionError):
        standings(case, date(2023, 5, 16), CALENDAR)


def test_a_period_that_runs_into_an_unannounced_year_is_provisional() -> None:
    # 2026 is the last year with its notice.
    facts = (
        fact("received", "2026-12-01"),
        fact("third_party_consulted", "2026-12-15", ref="1"),
        fact("third_party_letter_delivered", "2026-12-16", ref="1"),
    )

    assert on_day(facts, "2026-12-20").provisional
    assert not on_day(DELIVERED, "2023-05-20").provisional


def test_a_single_consultation_can_be_asked_about_by_itself() -> None:
    (one,) = consultations(a_case(None, *DELIVERED))

    found = standing_of(one, date(2023, 6, 8), CALENDAR, Law.OGI_2019)

    assert found.status is SILENT
