"""Each legal condition refuses exactly where the law does, and names its article."""

from datetime import date, timedelta

import pytest

from states.calendar.workdays import built_in
from states.case import Case, Event
from states.errors import MoveRefusedError
from states.machine import fire
from states.statute.decisions import Decision
from states.statute.practice import LapseReading, Practice
from states.statute.receipt import Channel
from states.steps import Role, Step
from tests.replies import PROOF, an_item, with_letter
from tests.states.lives import FAR, a_case, fact

CALENDAR = built_in()

# Received Mon 2023-03-06 under the 2019 law: the seventh working day is Wed 2023-03-15, the
# twentieth Mon 2023-04-03.
RECEIVED = (fact("received", "2023-03-06"),)
OLD = (fact("received", "2017-05-10"),)  # due Thu 2017-06-01 (15 working days)


def codes(facts: tuple[Event, ...], move: str, on: str, **terms: object) -> dict[str, str]:
    """Return the refusals of a step, by code, with their articles; empty where it is lawful."""
    return refused(a_case(None, *facts), move, on, **terms)


def refused(case: Case, move: str, on: str, **terms: object) -> dict[str, str]:
    role = terms.pop("role", Role.HEAD_OF_OFFICE)
    step = Step(move, date.fromisoformat(on), FAR, role, **terms)  # type: ignore[arg-type]
    try:
        fire(case, step, CALENDAR)
    except MoveRefusedError as error:
        return {found.code: str(found.citation or "") for found in error.refusals}
    return {}


def test_the_correction_notice_may_go_out_on_the_seventh_working_day() -> None:
    assert codes(RECEIVED, "request_correction", "2023-03-15") == {}


def test_asking_after_the_seventh_workday_is_refused_under_article_30() -> None:
    assert codes(RECEIVED, "request_correction", "2023-03-16") == {
        "correction_window_closed": "条例(2019) 第三十条"
    }


def test_the_2007_law_sets_no_window_for_asking() -> None:
    assert codes(OLD, "request_correction", "2017-05-31") == {}


def test_a_second_correction_is_refused_under_article_30() -> None:
    facts = (
        *RECEIVED,
        fact("correction_requested", "2023-03-07"),
        fact("correction_received", "2023-03-09"),
    )

    assert codes(facts, "request_correction", "2023-03-10") == {
        "asked_before": "条例(2019) 第三十条"
    }


ASKED = (*RECEIVED, fact("correction_requested", "2023-03-10", workdays=15))
# 2023-03-10 + 15 working days = Fri 2023-03-31 (vector B03).


def test_a_correction_on_the_last_day_is_in_time() -> None:
    assert codes(ASKED, "receive_correction", "2023-03-31") == {}


def test_a_late_correction_needs_a_good_reason() -> None:
    assert codes(ASKED, "receive_correction", "2023-04-01") == {
        "correction_late": "条例(2019) 第三十条"
    }
    assert codes(ASKED, "receive_correction", "2023-04-01", acknowledged=("correction_late",)) == {}


def test_a_request_lapses_on_the_day_after_the_correction_period() -> None:
    assert codes(ASKED, "lapse_uncorrected", "2023-03-31") == {
        "correction_period_runs": "条例(2019) 第三十条"
    }
    assert codes(ASKED, "lapse_uncorrected", "2023-04-01") == {}


def test_a_lapse_waits_for_the_later_of_two_readings() -> None:
    # Asked Mon 2024-09-23, 10 working days. With the make-up days Sun 09-29 and Sat 10-12 counted:
    # 24 25 26 27 29 30, 10-08 09 10 11 = Fri 2024-10-11. Without 09-29: Mon 2024-10-14.
    facts = (
        fact("received", "2024-09-20"),
        fact("correction_requested", "2024-09-23", workdays=10),
    )

    assert "correction_period_runs" in codes(facts, "lapse_uncorrected", "2024-10-14")
    assert codes(facts, "lapse_uncorrected", "2024-10-15") == {}


def test_an_office_may_hold_to_the_statutory_reading_alone() -> None:
    case = Case.of(
        None,
        (
            fact("received", "2024-09-20"),
            fact("correction_requested", "2024-09-23", workdays=10),
        ),
        Practice(lapse=LapseReading.STATUTORY),
    )

    assert "correction_period_runs" in refused(case, "lapse_uncorrected", "2024-10-11")
    assert refused(case, "lapse_uncorrected", "2024-10-12") == {}


def test_the_2007_law_knows_no_lapse() -> None:
    facts = (*OLD, fact("correction_requested", "2017-05-12"))

    assert "not_in_2007_law" in codes(facts, "lapse_uncorrected", "2018-01-02")


def test_a_request_sent_back_is_not_answered_before_that_is_settled() -> None:
    found = codes(ASKED, "post_reply", "2023-03-20")

    assert found["correction_unsettled"] == "条例(2019) 第三十条"


def test_under_the_2007_law_the_notice_to_amend_may_end_the_request() -> None:
    asked = a_case(None, *OLD, fact("correction_requested", "2017-05-12"))
    unclear = an_item(Decision.STILL_UNCLEAR)

    case = with_letter(asked, date(2017, 5, 31), CALENDAR, unclear)

    assert refused(case, "post_reply", "2017-05-31", matter=PROOF) == {}


def test_nothing_is_done_before_receipt() -> None:
    assert codes(RECEIVED, "consult_third_party", "2023-03-05") == {"before_receipt": ""}
    assert codes(RECEIVED, "consult_third_party", "2023-03-06") == {}


def test_what_has_not_happened_yet_is_not_recorded() -> None:
    step_on = FAR + timedelta(days=1)

    assert "in_the_future" in codes(RECEIVED, "withdraw", step_on.isoformat())
    assert codes(RECEIVED, "withdraw", FAR.isoformat()) == {}


def test_a_move_is_not_dated_before_the_one_that_led_to_it() -> None:
    assert codes(ASKED, "receive_correction", "2023-03-09") == {"before_last_move": ""}
    assert codes(ASKED, "receive_correction", "2023-03-10") == {}


def test_a_consultation_may_be_entered_late_with_its_own_date() -> None:
    facts = (*RECEIVED, fact("reasons_requested", "2023-03-10"))

    assert codes(facts, "consult_third_party", "2023-03-08", ref="a") == {}


def test_a_reference_names_one_consultation() -> None:
    facts = (*RECEIVED, fact("third_party_consulted", "2023-03-08", ref="a"))

    assert codes(facts, "consult_third_party", "2023-03-09", ref="a") == {"reference_used": ""}
    assert codes(facts, "consult_third_party", "2023-03-09", ref="b") == {}
    assert codes(facts, "consult_agency", "2023-03-09", ref="a") == {}


@pytest.mark.parametrize("kind", ["third_party", "agency"])
def test_an_opinion_answers_a_consultation_that_is_open(kind: str) -> None:
    sent = (*RECEIVED, fact(f"{kind}_consulted", "2023-03-08", ref="a"))
    answered = (*sent, fact(f"{kind}_answered", "2023-03-10", ref="a"))
    move = f"receive_{kind}_opinion"

    assert codes(sent, move, "2023-03-08", ref="a") == {}
    assert codes(sent, move, "2023-03-07", ref="a") == {"before_consultation": ""}
    assert codes(sent, move, "2023-03-10", ref="b") == {"consultation_unknown": ""}
    assert codes(answered, move, "2023-03-13", ref="a") == {
        "consultation_answered": "",
        "no_open_consultation": "",
    }


@pytest.mark.parametrize("kind", ["third_party", "agency"])
def test_the_other_kind_of_consultation_is_not_answered_by_mistake(kind: str) -> None:
    sent = (*RECEIVED, fact(f"{kind}_consulted", "2023-03-08", ref="a"))
    other = {"third_party": "agency", "agency": "third_party"}[kind]

    assert codes(sent, f"receive_{other}_opinion", "2023-03-10", ref="a") == {
        "consultation_unknown": "",
        "no_open_consultation": "",
    }


APPROVED = (*RECEIVED, fact("extension_approved", "2023-03-28"))


def test_an_extension_is_notified_at_the_latest_on_the_due_date() -> None:
    assert codes(APPROVED, "extend", "2023-04-03", workdays=20) == {}
    assert codes(APPROVED, "extend", "2023-04-04", workdays=20) == {
        "after_answer_due": "条例(2019) 第三十三条第二款"
    }


def test_an_extension_needs_the_consent_of_the_head_of_office() -> None:
    assert codes(RECEIVED, "extend", "2023-04-03", workdays=20) == {
        "extension_not_approved": "条例(2019) 第三十三条第二款"
    }


def test_an_extension_is_at_most_twenty_working_days() -> None:
    assert codes(APPROVED, "extend", "2023-04-03", workdays=1) == {}
    for workdays in (0, 21):
        assert codes(APPROVED, "extend", "2023-04-03", workdays=workdays) == {
            "extension_length": "条例(2019) 第三十三条第二款"
        }


def test_an_extension_under_the_2007_law_is_at_most_fifteen() -> None:
    facts = (*OLD, fact("extension_approved", "2017-05-20"))

    assert codes(facts, "extend", "2017-06-01", workdays=15) == {}
    assert codes(facts, "extend", "2017-06-01", workdays=16) == {
        "extension_length": "条例(2007) 第二十四条第二款"
    }


def test_a_period_is_extended_once() -> None:
    facts = (*APPROVED, fact("extension_notified", "2023-03-29", workdays=5))

    found = codes(facts, "extend", "2023-04-10", workdays=5)

    assert found == {"extended_before": "条例(2019) 第三十三条第二款"}
    assert "extended_before" in codes(facts, "approve_extension", "2023-04-10")


HEARD = (
    *RECEIVED,
    fact("reasons_requested", "2023-03-08"),
    fact("reasons_received", "2023-03-15"),
)


def test_reasons_are_asked_for_once() -> None:
    assert codes(HEARD, "request_reasons", "2023-03-20") == {
        "reasons_asked_before": "条例(2019) 第三十五条"
    }


def test_the_2007_law_knows_no_reasons_for_many_requests() -> None:
    assert codes(OLD, "request_reasons", "2017-05-12") == {"not_in_2007_law": ""}


def test_a_later_date_is_later_than_the_due_date() -> None:
    due = date(2023, 4, 3)

    assert codes(HEARD, "delay", "2023-04-03", new_due=due + timedelta(days=1)) == {}
    assert codes(HEARD, "delay", "2023-04-03", new_due=due) == {
        "new_due_not_later": "条例(2019) 第三十五条"
    }
    assert "new_due_not_later" in codes(HEARD, "delay", "2023-04-03")


def test_a_later_date_is_fixed_once_the_reasons_were_heard() -> None:
    assert codes(RECEIVED, "delay", "2023-03-31", new_due=date(2023, 6, 30)) == {
        "reasons_not_given": "条例(2019) 第三十五条"
    }


def test_fees_exist_for_requests_received_since_2021() -> None:
    assert codes((fact("received", "2020-12-31"),), "notify_fee", "2021-01-05") == {
        "no_fee_then": "收费办法(2020) 第六条"
    }
    assert codes((fact("received", "2021-01-01"),), "notify_fee", "2021-01-05") == {}


def test_a_fee_is_notified_inside_the_answering_period() -> None:
    assert codes(RECEIVED, "notify_fee", "2023-04-03") == {}
    assert "after_answer_due" in codes(RECEIVED, "notify_fee", "2023-04-04")


CHARGED = (*RECEIVED, fact("fee_notified", "2023-03-10"))
DELIVERED = (*CHARGED, fact("fee_notice_delivered", "2023-03-13"))
# 2023-03-13 + 20 working days = Tue 2023-04-11 (04-05 is Qingming).


def test_a_fee_is_charged_once() -> None:
    facts = (*DELIVERED, fact("fee_paid", "2023-03-20"))

    assert codes(facts, "notify_fee", "2023-03-21") == {"charged_before": "收费办法(2020) 第六条"}


def test_a_fee_notice_is_delivered_once() -> None:
    assert codes(CHARGED, "record_fee_delivery", "2023-03-13") == {}
    assert codes(DELIVERED, "record_fee_delivery", "2023-03-14") == {
        "fee_delivered_before": "收费办法(2020) 第六条"
    }


def test_payment_after_twenty_working_days_is_acknowledged_first() -> None:
    assert codes(DELIVERED, "pay_fee", "2023-04-11") == {}
    assert codes(DELIVERED, "pay_fee", "2023-04-12") == {"payment_late": "收费办法(2020) 第六条"}


def test_payment_may_come_before_delivery_is_known() -> None:
    assert codes(CHARGED, "pay_fee", "2023-06-30") == {}


def test_an_unpaid_request_lapses_after_the_payment_period() -> None:
    assert codes(DELIVERED, "lapse_unpaid", "2023-04-11") == {
        "payment_period_runs": "收费办法(2020) 第六条"
    }
    assert codes(DELIVERED, "lapse_unpaid", "2023-04-12") == {}


def test_nothing_lapses_before_the_fee_notice_is_delivered() -> None:
    assert "payment_period_runs" in codes(CHARGED, "lapse_unpaid", "2024-01-02")


@pytest.mark.parametrize(
    ("channel", "move", "lawful"),
    [
        (Channel.IN_PERSON, "receive_in_hand", True),
        (Channel.IN_PERSON, "record_submission", False),
        (Channel.IN_PERSON, "confirm", False),
        (Channel.POST_SIGNED, "sign_for", True),
        (Channel.POST_SIGNED, "record_submission", True),
        (Channel.POST_SIGNED, "record_arrival", False),
        (Channel.POST_ORDINARY, "record_arrival", True),
        (Channel.POST_ORDINARY, "sign_for", False),
        (Channel.INTERNET, "confirm", True),
        (Channel.INTERNET, "receive_in_hand", False),
        (None, "confirm", True),
        (None, "record_submission", True),
    ],
)
def test_a_channel_has_its_own_way_of_receipt(
    channel: Channel | None,
    move: str,
    lawful: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    assert (refused(Case(channel), move, "2024-03-06") == {}) is lawful


def test_a_refused_receipt_names_article_31() -> None:
    assert refused(Case(Channel.INTERNET), "receive_in_hand", "2024-03-06") == {
        "receipt_is_otherwise": "条例(2019) 第三十一条第（三）项"
    }


def test_under_the_2007_law_an_online_submission_is_the_receipt() -> None:
    case = Case(Channel.INTERNET)

    assert refused(case, "receive_in_hand", "2011-06-01") == {}
    assert "submission_is_receipt" in refused(case, "record_submission", "2011-06-01")


def test_a_clerk_does_not_approve_extensions() -> None:
    found = codes(RECEIVED, "approve_extension", "2023-03-10", role=Role.CLERK)

    assert set(found) == {"role_may_not"}
