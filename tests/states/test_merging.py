"""Merging a request into another, and splitting one: what stands against it."""

from datetime import date

import pytest

from states.calendar.workdays import built_in
from states.case import CLOSED_STATES, Case, EventKind, State
from states.clock.deadlines import running
from states.errors import MoveNotOnChartError, MoveRefusedError
from states.guards.splitting import SPLITTING
from states.machine import fire
from states.statute.receipt import Channel
from states.steps import MergeTarget, Role, Step
from tests.states.lives import FAR, a_case, fact

CALENDAR = built_in()
FIRST, SECOND = date(2025, 9, 1), date(2025, 9, 3)  # Monday and Wednesday
TARGET = MergeTarget("甲", State.RECEIVED, FIRST)
CASE = a_case(Channel.IN_PERSON, fact("submitted", "2025-09-03"))


def merging(into: MergeTarget | None, role: Role = Role.CLERK, **terms: object) -> Step:
    ref = "" if into is None else into.number
    return Step(
        "merge_into",
        date(2025, 9, 4),
        FAR,
        role,
        ref,
        into=into,
        **terms,  # type: ignore[arg-type]
    )


def refusals(step: Step, case: Case = CASE) -> dict[str, dict[str, str]]:
    with pytest.raises(MoveRefusedError) as caught:
        fire(case, step, CALENDAR)
    return {refusal.code: refusal.facts for refusal in caught.value.refusals}


def test_a_request_is_merged_into_an_earlier_one_of_the_same_applicant() -> None:
    event = fire(CASE, merging(TARGET), CALENDAR)

    merged = CASE.after(event)
    assert (event.kind, event.ref) == (EventKind.MERGED, "甲")
    assert (merged.state, merged.closed_on, merged.outcome) == (
        State.MERGED,
        date(2025, 9, 4),
        None,
    )


def test_no_clock_runs_on_a_merged_request() -> None:
    merged = CASE.after(fire(CASE, merging(TARGET), CALENDAR))

    assert State.MERGED in CLOSED_STATES
    assert running(merged, CALENDAR, date(2025, 9, 4)) == ()


def test_a_request_that_awaits_its_receipt_is_merged_all_the_same() -> None:
    waiting = a_case(Channel.INTERNET, fact("submitted", "2025-09-03"))

    assert waiting.after(fire(waiting, merging(TARGET), CALENDAR)).state is State.MERGED


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.SYSTEM])
def test_only_who_works_on_requests_merges_them(role: Role) -> None:
    assert set(refusals(merging(TARGET, role))) == {"role_may_not"}


def test_the_target_has_to_be_named() -> None:
    assert set(refusals(merging(None))) == {"merge_target_missing"}


def test_a_request_is_not_merged_into_itself() -> None:
    itself = MergeTarget("乙", State.RECEIVED, SECOND, is_itself=True)

    assert set(refusals(merging(itself))) == {"merge_into_itself"}


def test_a_merged_request_takes_no_other_in() -> None:
    found = refusals(merging(MergeTarget("甲", State.MERGED, FIRST)))

    assert found == {"merge_target_merged": {"number": "甲"}}


@pytest.mark.parametrize("state", sorted(CLOSED_STATES - {State.MERGED}))
def test_what_is_closed_takes_no_other_in(state: State) -> None:
    with pytest.raises(MoveRefusedError) as caught:
        fire(CASE, merging(MergeTarget("甲", state, FIRST)), CALENDAR)

    # A repeated request is answered as one under 第三十六条第（六）项 of the 2019 text.
    (refusal,) = caught.value.refusals
    assert refusal.code == "merge_target_closed"
    assert str(refusal.citation) == "条例(2019) 第三十六条第（六）项"


def test_under_the_2007_text_a_closed_target_is_refused_without_an_article() -> None:
    case = a_case(Channel.IN_PERSON, fact("submitted", "2018-03-06"))
    step = merging(MergeTarget("甲", State.ANSWERED, date(2018, 3, 5)))

    with pytest.raises(MoveRefusedError) as caught:
        fire(case, step, CALENDAR)

    assert [(found.code, found.citation) for found in caught.value.refusals] == [
        ("merge_target_closed", None)
    ]


@pytest.mark.parametrize("received_on", [date(2025, 9, 4), None])
def test_a_merger_never_gives_more_time(received_on: date | None) -> None:
    found = refusals(merging(MergeTarget("甲", State.RECEIVED, received_on)))

    assert found == {"merge_target_later": {"number": "甲", "received_on": "2025-09-03"}}


def test_requests_received_on_one_day_are_merged_either_way() -> None:
    event = fire(CASE, merging(MergeTarget("甲", State.RECEIVED, SECOND)), CALENDAR)

    assert event.kind is EventKind.MERGED


def test_requests_of_two_applicants_are_merged_only_if_they_are_the_same_person() -> None:
    other = MergeTarget("甲", State.RECEIVED, FIRST, same_applicant=False)

    assert set(refusals(merging(other))) == {"merge_of_two_applicants"}
    event = fire(CASE, merging(other, acknowledged=("merge_of_two_applicants",)), CALENDAR)
    assert event.acknowledged == ("merge_of_two_applicants",)


def test_a_merged_request_cannot_be_merged_again() -> None:
    merged = CASE.after(fire(CASE, merging(TARGET), CALENDAR))

    with pytest.raises(MoveNotOnChartError):
        fire(merged, merging(TARGET), CALENDAR)


def test_a_merger_on_record_is_judged_by_its_own_request_alone() -> None:
    event = fire(CASE, merging(MergeTarget.judged_before("甲")), CALENDAR)

    assert event.ref == "甲"


def why_not_split(case: Case) -> list[str]:
    step = Step("split", date(2025, 9, 4), FAR, Role.CLERK)
    found = (guard(case, step, CALENDAR) for guard in SPLITTING)
    return [refusal.code for refusal in found if refusal is not None]


@pytest.mark.parametrize(
    "facts",
    [
        (fact("submitted", "2025-09-03"),),
        (fact("submitted", "2025-09-03"), fact("correction_requested", "2025-09-04")),
        (
            fact("submitted", "2025-09-03"),
            fact("correction_requested", "2025-09-04"),
            fact("correction_received", "2025-09-08"),
        ),
    ],
)
def test_a_request_is_split_until_work_on_it_begins(facts: tuple[object, ...]) -> None:
    assert why_not_split(Case.of(Channel.IN_PERSON, facts)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "kind", ["third_party_consulted", "agency_consulted", "reply_dated", "extension_approved"]
)
def test_once_work_has_begun_a_request_is_not_split(kind: str) -> None:
    assert why_not_split(CASE.after(fact(kind, "2025-09-04"))) == ["split_when_worked_on"]


@pytest.mark.parametrize("kind", ["reply_posted", "withdrawn", "merged", "lapsed_uncorrected"])
def test_what_has_ended_is_not_split(kind: str) -> None:
    assert why_not_split(CASE.after(fact(kind, "2025-09-04"))) == ["split_when_closed"]
