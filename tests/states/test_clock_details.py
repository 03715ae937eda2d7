"""What a date carries with it: its articles, its certainty, its faults, the practice behind it."""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import Case, Event, EventKind
from states.clock.answer import Flag, answer_due
from states.clock.deadlines import (
    ClockKey,
    Deadline,
    correction_notice_due,
    correction_period_end,
    fee_payment_due,
    running,
)
from states.clock.fixed import (
    Remedy,
    ReportLevel,
    annual_report_due,
    remedy_article,
    remedy_due,
)
from states.clock.ledger import Why, ledger_of
from states.errors import ClockQuestionError
from states.statute.practice import FeeClock, Practice, ReasonsClock
from states.statute.receipt import Channel
from tests.states.lives import a_case, fact, reckoned

CALENDAR = built_in()
RECEIVED = fact("received", "2023-03-06")  # due Mon 2023-04-03
ANSWER, CORRECTION, REASONS, CONSULTING, FEE = (
    "条例(2019) 第三十三条第二款",
    "条例(2019) 第三十条",
    "条例(2019) 第三十五条",
    "条例(2019) 第三十三条第三款",
    "收费办法(2020) 第六条",
)


def clocks(case: Case, as_of: str) -> dict[ClockKey, Deadline]:
    found = running(case, CALENDAR, date.fromisoformat(as_of))
    return {deadline.key: deadline for deadline in found}


# --- the articles a date rests on ------------------------------


CONSULTED = (
    fact("third_party_consulted", "2023-03-08", ref="a"),
    fact("third_party_answered", "2023-03-10", ref="a"),
)
UNTIMELY = (
    fact("third_party_consulted", "2023-04-10", ref="a"),
    fact("third_party_answered", "2023-04-12", ref="a"),
)
PAID = (fact("fee_notified", "2023-03-08"), fact("fee_paid", "2023-03-10"))


@pytest.mark.parametrize(
    ("facts", "practice", "basis"),
    [
        ((fact("extension_notified", "2023-04-03"),), Practice(), [ANSWER]),
        (PAID, Practice(), [ANSWER, FEE]),
        (PAID, Practice(fee_clock=FeeClock.SUSPEND), [ANSWER, FEE]),
        (CONSULTED, Practice(), [ANSWER, CONSULTING]),
        (UNTIMELY, Practice(), [ANSWER]),  # after the due date it took nothing out of the count
        (
            (fact("reasons_received", "2023-03-10"),),
            Practice(reasons_clock=ReasonsClock.RESTARTS),
            [ANSWER, REASONS],
        ),
    ],
)
def test_a_date_names_the_articles_that_bore_on_it_and_no_other(
    facts: tuple[Event, ...], practice: Practice, basis: list[str]
) -> None:
    found = reckoned(RECEIVED, *facts, practice=practice)

    assert [str(citation) for citation in found.basis] == basis


def test_a_date_names_the_article_of_its_receipt() -> None:
    found = reckoned(fact("submitted", "2023-03-06"), channel=Channel.IN_PERSON)

    assert [str(citation) for citation in found.basis] == [
        ANSWER,
        "条例(2019) 第三十一条第（一）项",
    ]


def test_time_excluded_for_a_fee_is_in_the_ledger_under_its_article() -> None:
    found = reckoned(RECEIVED, *PAID, practice=Practice(fee_clock=FeeClock.SUSPEND))

    spans = [entry.span for entry in ledger_of(found, CALENDAR) if entry.why is Why.SUSPENDED]

    assert [(span.ref, str(span.citation)) for span in spans if span] == [("fee", FEE)] * 2


def test_a_fee_notified_on_the_last_day_is_in_time() -> None:
    # Paid Mon 2023-04-10: 11..14 = 1..4, 17..21 = 5..9, Sun 23* = 10, 24..28 = 11..15,
    # 05-04, 05 = 16, 17, Sat 06* = 18, 08, 09 = 19, 20.
    found = reckoned(RECEIVED, fact("fee_notified", "2023-04-03"), fact("fee_paid", "2023-04-10"))

    assert (found.due, Flag.FEE_NOTICE_LATE in found.flags) == (date(2023, 5, 9), False)


def test_a_restart_that_ends_on_the_promised_date_takes_its_place() -> None:
    found = reckoned(
        RECEIVED,
        fact("delay_notified", "2023-03-31", new_due=date(2023, 5, 9)),
        fact("fee_notified", "2023-04-03"),
        fact("fee_paid", "2023-04-10"),
    )

    assert (found.due, found.original_due) == (date(2023, 5, 9), None)


def test_an_extension_of_a_later_date_leaves_out_what_is_suspended_after_it() -> None:
    # Fixed Fri 2023-06-30; five more without (07-03, 07-05] = 4, 5: 07-03, 06, 07, 10, 11.
    found = reckoned(
        RECEIVED,
        fact("delay_notified", "2023-03-31", new_due=date(2023, 6, 30)),
        fact("extension_notified", "2023-06-30", workdays=5),
        fact("third_party_consulted", "2023-07-03"),
        fact("third_party_answered", "2023-07-05"),
    )

    assert found.due == date(2023, 7, 11)


def test_the_original_date_of_an_extension_leaves_out_what_was_suspended() -> None:
    # 2023-03-09, 10 do not count: 20 + 2 from 03-06 end Thu 04-06; one more, Fri 04-07.
    found = reckoned(RECEIVED, *CONSULTED, fact("extension_notified", "2023-04-03", workdays=1))

    assert (found.original_due, found.due) == (date(2023, 4, 6), date(2023, 4, 7))


def test_the_safe_date_leaves_out_what_was_suspended() -> None:
    # Asked after the seventh working day; 2023-03-09, 10 do not count: 04-06, not 04-03.
    late = reckoned(
        RECEIVED,
        *CONSULTED,
        fact("correction_requested", "2023-03-16"),
        fact("correction_received", "2023-03-21"),
    )
    # Submitted Wed 2023-03-01: 03-02, 03 = 1, 2; 06..08 = 3..5; 13..31 = 6..20.
    online = reckoned(
        fact("submitted", "2023-03-01"),
        fact("confirmed", "2023-03-06"),
        *CONSULTED,
        channel=Channel.INTERNET,
    )

    assert late.conservative_due == date(2023, 4, 6)
    assert online.conservative_due == date(2023, 3, 31)


def test_a_date_that_moves_with_the_day_is_reckoned_for_the_day_asked() -> None:
    # Four days used through Fri 2023-03-10. Asked on Fri 03-17: sixteen from Mon 03-20:
    # 20..24 = 5..9, 27..31 = 10..14, 04-03, 04 = 15, 16, 06, 07 = 17, 18, 10, 11 = 19, 20.
    case = a_case(None, RECEIVED, fact("agency_consulted", "2023-03-10", co_producer=False))

    assert answer_due(case, CALENDAR, date(2023, 3, 17)) == date(2023, 4, 11)
    assert clocks(case, "2023-03-17")[ClockKey.REPLY].due == date(2023, 4, 11)


@pytest.mark.parametrize(
    ("clock", "due"),
    [
        # Received Fri 2021-01-01, paid Mon 01-11: 12..15 = 1..4, 18..22 = 5..9, 25..29 = 10..14,
        # 02-01..05 = 15..19, Sun 07* = 20.
        (FeeClock.RESTART, date(2021, 2, 7)),
        # 01-04, 05, 06 = 1..3; (01-06, 01-11] is out; 12..15 = 4..7, 18..22 = 8..12,
        # 25..29 = 13..17, 02-01..03 = 18..20.
        (FeeClock.SUSPEND, date(2021, 2, 3)),
    ],
)
@pytest.mark.parametrize("notice", ["fee_notified", "fee_notice_delivered"])
def test_a_fee_for_a_request_of_the_first_day_moves_its_date(
    clock: FeeClock, due: date, notice: str
) -> None:
    found = reckoned(
        fact("received", "2021-01-01"),
        fact(notice, "2021-01-06"),
        fact("fee_paid", "2021-01-11"),
        practice=Practice(fee_clock=clock),
    )

    assert found.due == due


def test_what_is_held_of_the_2007_law_changes_nothing_under_the_text_of_2019() -> None:
    facts = (RECEIVED, fact("correction_requested", "2023-03-15"))
    practice = Practice(correction_restarts_2007=False)

    assert reckoned(*facts, as_of="2023-04-04", practice=practice).flags == (
        Flag.AWAITING_CORRECTION,
    )
    corrected = reckoned(*facts, fact("correction_received", "2023-03-21"), practice=practice)
    assert corrected.due == date(2023, 4, 19)  # vector B02


def test_a_timely_correction_restarts_the_safe_date_too() -> None:
    # Corrected Mon 2024-03-25: 26..29 = 1..4, 04-01..03 = 5..7, Sun 07* = 8, 08..12 = 9..13,
    # 15..19 = 14..18, 22, 23 = 19, 20; by either day of receipt.
    found = reckoned(
        fact("submitted", "2024-03-01"),
        fact("confirmed", "2024-03-05"),
        fact("correction_requested", "2024-03-07"),
        fact("correction_received", "2024-03-25"),
        channel=Channel.INTERNET,
    )

    assert (found.due, found.conservative_due) == (date(2024, 4, 23), None)


# --- every clock that runs ------------------------------


def test_every_clock_names_its_article_and_its_consultation() -> None:
    case = a_case(
        None,
        RECEIVED,
        fact("third_party_consulted", "2023-03-08", ref="a"),
        fact("agency_consulted", "2023-03-08", ref="b"),
    )

    found = {
        key: (str(each.citation), each.ref) for key, each in clocks(case, "2023-03-09").items()
    }

    assert found == {
        ClockKey.REPLY: (ANSWER, ""),
        ClockKey.CORRECTION_NOTICE: (CORRECTION, ""),
        ClockKey.THIRD_PARTY_OPINION: ("条例(2019) 第三十二条", "a"),
        ClockKey.AGENCY_OPINION: ("条例(2019) 第三十四条", "b"),
    }


def test_what_waits_on_the_applicant_names_its_article() -> None:
    asked = a_case(None, RECEIVED, fact("correction_requested", "2023-03-10"))
    charged = a_case(
        None,
        RECEIVED,
        fact("fee_notified", "2023-03-10"),
        fact("fee_notice_delivered", "2023-03-13"),
    )

    assert str(clocks(asked, "2023-03-13")[ClockKey.CORRECTION_PERIOD].citation) == CORRECTION
    assert str(clocks(charged, "2023-03-13")[ClockKey.FEE_PAYMENT].citation) == FEE


def test_the_safe_date_is_on_the_clock() -> None:
    case = a_case(
        Channel.INTERNET, fact("submitted", "2024-03-01"), fact("confirmed", "2024-03-05")
    )

    assert clocks(case, "2024-03-06")[ClockKey.REPLY].conservative == date(2024, 3, 29)


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ((fact("correction_requested", "2026-12-22"),), ClockKey.CORRECTION_PERIOD),
        ((fact("third_party_consulted", "2026-12-22"),), ClockKey.THIRD_PARTY_OPINION),
        ((fact("agency_consulted", "2026-12-22"),), ClockKey.AGENCY_OPINION),
        (
            (fact("fee_notified", "2026-12-22"), fact("fee_notice_delivered", "2026-12-23")),
            ClockKey.FEE_PAYMENT,
        ),
        ((), ClockKey.CORRECTION_NOTICE),
    ],
)
def test_a_clock_that_runs_into_an_unannounced_year_is_provisional(
    facts: tuple[Event, ...], key: ClockKey
) -> None:
    case = a_case(None, fact("received", "2026-12-24" if not facts else "2026-12-21"), *facts)

    assert clocks(case, "2026-12-24")[key].provisional is True


def test_a_clock_within_the_announced_years_is_certain() -> None:
    case = a_case(None, RECEIVED, fact("correction_requested", "2023-03-10"))

    assert clocks(case, "2023-03-13")[ClockKey.CORRECTION_PERIOD].provisional is False


def test_the_window_for_a_correction_is_a_clock_up_to_its_last_day() -> None:
    case = a_case(None, RECEIVED)

    assert ClockKey.CORRECTION_NOTICE in clocks(case, "2023-03-15")
    assert ClockKey.CORRECTION_NOTICE not in clocks(case, "2023-03-16")


# --- questions that cannot be answered ------------------------------


def test_a_question_without_its_facts_names_what_is_missing() -> None:
    unreceived, old = a_case(None), a_case(None, fact("received", "2017-05-10"))

    for question, case, fault in (
        (correction_notice_due, unreceived, ("receipt_not_established", "events", "")),
        (answer_due, unreceived, ("receipt_not_established", "events", "")),
        (correction_notice_due, old, ("no_such_period", "question", "")),
        (
            correction_period_end,
            old,
            ("event_missing", "events", EventKind.CORRECTION_REQUESTED),
        ),
        (fee_payment_due, old, ("event_missing", "events", EventKind.FEE_NOTICE_DELIVERED)),
    ):
        with pytest.raises(ClockQuestionError) as caught:
            question(case, CALENDAR)
        assert (caught.value.code, caught.value.field, caught.value.value) == fault


# --- dates that depend on no request ------------------------------


def test_the_annual_report_follows_the_offices_day_of_the_revision() -> None:
    practice = Practice(revised_from=date(2020, 6, 1))

    due = annual_report_due(2019, ReportLevel.DEPARTMENT, CALENDAR, practice).due

    assert due == date(2020, 3, 31)


def test_the_time_to_sue_follows_the_offices_day_of_the_six_months() -> None:
    practice = Practice(six_months_from=date(2015, 6, 1))

    found = remedy_due(date(2015, 5, 4), Remedy.LITIGATION, CALENDAR, practice)

    assert found.raw_last_day == date(2015, 8, 4)
    assert str(remedy_article(date(2015, 5, 4), Remedy.LITIGATION, practice)) == (
        "行诉法(1989) 第三十九条"
    )


def test_a_remedy_that_ends_on_a_workday_of_an_unannounced_year_is_provisional() -> None:
    # Sixty days after Mon 2026-11-30: 31 to the end of the year, and 29: Fri 2027-01-29.
    found = remedy_due(date(2026, 11, 30), Remedy.RECONSIDERATION, CALENDAR)

    assert (found.due, found.raw_last_day) == (date(2027, 1, 29), date(2027, 1, 29))
    assert found.provisional


@pytest.mark.parametrize(
    ("served", "articles"),
    [
        (
            date(2015, 4, 30),
            ("复议法(2017) 第九条", "行诉法(1989) 第三十九条", "行诉法(1989) 第三十八条"),
        ),
        (date(2015, 5, 1), ("复议法(2017) 第九条", "行诉法 第四十六条", "行诉法 第四十五条")),
        (date(2024, 1, 1), ("复议法(2023) 第二十条", "行诉法 第四十六条", "行诉法 第四十五条")),
        (date(2025, 6, 1), ("复议法(2023) 第二十条", "行诉法 第四十六条", "行诉法 第四十五条")),
    ],
)
def test_the_period_of_a_remedy_has_its_article(
    served: date, articles: tuple[str, str, str]
) -> None:
    assert tuple(str(remedy_article(served, remedy)) for remedy in Remedy) == articles
