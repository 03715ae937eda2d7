"""Requests merged, linked and kept apart: what it takes, and what stays in both histories."""

from datetime import date
from typing import Any

import pytest

from states.case import State
from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import a_move, a_reply, an_annulment
from tests.workflow.filled_in import (
    RESIDENT_ID,
    apart,
    kinds,
    linked,
    logged,
    merged,
    relations,
    row_of,
)
from workflow.bootstrap import Office
from workflow.records.errors import RequestNotFoundError, StaleRequestError
from workflow.services.amending import ReasonMissingError
from workflow.services.errors import RelatedToItselfError
from workflow.services.relating import MergeRequest

EARLIER, LATER = date(2025, 9, 1), date(2025, 9, 3)  # Monday, Wednesday


def two(office: Office, **second: object) -> tuple[str, str]:
    """Return two requests for the same, the earlier first."""
    first = logged(office, submitted_on=EARLIER)
    said: dict[str, Any] = {"submitted_on": LATER} | second
    return first, logged(office, **said)


def refused(office: Office, number: str, into: str, role: Role = Role.CLERK) -> set[str]:
    with pytest.raises(MoveRefusedError) as caught:
        merged(office, number, into, role=role)
    return {refusal.code for refusal in caught.value.refusals}


# --- merging -----------------------------------------------------------------------------------


def test_a_merged_request_is_closed_and_nothing_of_it_is_due(office: Office) -> None:
    first, second = two(office)

    merged(office, second, first)

    row = row_of(office, second)
    assert (row.state, row.closed_on) == (State.MERGED, date(2025, 9, 22))
    assert (row.answer_due, row.next_due, row.outcome, row.on_time) == (None, None, None, None)
    assert row.received_on == LATER
    assert office.verify().holds


def test_a_merger_stands_in_both_histories(office: Office) -> None:
    first, second = two(office)

    entry = merged(office, second, first)

    assert entry.terms == {"ref": first, "reason": "重复提交"}
    assert kinds(office, second)[-1] == "merged"
    assert kinds(office, first)[-1] == "took_in"
    assert relations(office, second) == [("merged_into", first)]
    assert relations(office, first) == [("took_in", second)]


def test_the_request_that_takes_another_in_goes_on_as_before(office: Office) -> None:
    first, second = two(office)
    before = row_of(office, first)

    merged(office, second, first)

    after = row_of(office, first)
    assert (after.state, after.answer_due) == (before.state, before.answer_due)


def test_annulling_a_merger_restores_everything(office: Office) -> None:
    first, second = two(office)
    before = row_of(office, second)
    entry = merged(office, second, first)

    an_annulment(office, second, entry.seq)

    after = row_of(office, second)
    left = {"version", "event_count"}
    assert after.model_dump(exclude=left) == before.model_dump(exclude=left)
    assert relations(office, second) == relations(office, first) == []
    assert kinds(office, first)[-1] == "let_go"
    assert office.verify().holds


def test_what_was_restored_can_be_merged_the_other_way_round(office: Office) -> None:
    first, second = two(office, submitted_on=EARLIER)
    an_annulment(office, second, merged(office, second, first).seq)

    merged(office, first, second)

    assert relations(office, second) == [("took_in", first)]


def test_mergers_follow_one_another_and_never_in_a_circle(office: Office) -> None:
    first, second = two(office, submitted_on=EARLIER)
    third = logged(office, submitted_on=EARLIER)
    merged(office, third, second)
    merged(office, second, first)

    assert refused(office, first, second) == {"merge_target_merged"}
    assert refused(office, first, third) == {"merge_target_merged"}
    assert refused(office, first, first) == {"merge_into_itself"}
    assert relations(office, second) == [("took_in", third), ("merged_into", first)]


def test_an_answered_request_takes_no_other_in(office: Office) -> None:
    first, second = two(office)
    a_reply(office, first)

    assert refused(office, second, first) == {"merge_target_closed"}


def test_the_earlier_request_is_not_merged_into_the_later(office: Office) -> None:
    first, second = two(office)

    assert refused(office, first, second) == {"merge_target_later"}


def test_only_who_works_on_requests_merges_them(office: Office) -> None:
    first, second = two(office)

    assert refused(office, second, first, Role.SUPERVISOR) == {"role_may_not"}


def test_requests_of_two_people_are_merged_only_if_that_is_confirmed(office: Office) -> None:
    first, second = two(office, applicant="王五")

    assert refused(office, second, first) == {"merge_of_two_applicants"}
    entry = merged(office, second, first, acknowledged=("merge_of_two_applicants",))

    assert entry.terms["acknowledged"] == ["merge_of_two_applicants"]


def test_the_same_document_is_the_same_applicant_whatever_the_name(office: Office) -> None:
    identity: dict[str, Any] = {"identity_kind": "resident_id", "identity_number": RESIDENT_ID}
    first = logged(office, submitted_on=EARLIER, **identity)
    second = logged(office, submitted_on=LATER, applicant="张叁", **identity)

    merged(office, second, first)

    assert row_of(office, second).state == State.MERGED


def test_namesakes_with_documents_of_their_own_are_two_people(office: Office) -> None:
    first, second = (
        logged(office, submitted_on=EARLIER, identity_kind="passport", identity_number=number)
        for number in ("E12345678", "E87654321")
    )

    assert refused(office, second, first) == {"merge_of_two_applicants"}


def test_a_request_is_merged_into_one_that_there_is(office: Office) -> None:
    number = logged(office)

    with pytest.raises(RequestNotFoundError):
        merged(office, number, "无此号")
    assert kinds(office, number) == ["registered", "submitted"]


def test_a_merger_on_a_stale_page_is_refused_with_what_changed(office: Office) -> None:
    first, second = two(office)
    seen = row_of(office, second).version
    a_move(office, second, "consult_third_party", ref="甲", actor="王五")

    with pytest.raises(StaleRequestError) as caught:
        merged(office, second, first, version=seen)

    assert [(change.kind, change.actor) for change in caught.value.changes] == [
        ("third_party_consulted", "王五")
    ]


def test_nothing_is_decided_without_a_reason() -> None:
    with pytest.raises(ReasonMissingError):
        MergeRequest(number="甲", into="乙", reason=" ", actor="李四", role=Role.CLERK)


def test_what_no_longer_fits_after_an_annulment_does_not_include_a_sound_merger(
    office: Office,
) -> None:
    first, second = two(office)
    consulted = a_move(office, second, "consult_third_party", ref="甲")
    merged(office, second, first)

    assert an_annulment(office, second, consulted.seq) == ()


# --- linking, keeping apart --------------------------------------------------------------------


def test_linked_requests_are_handled_as_before(office: Office) -> None:
    first, second = two(office)
    before = row_of(office, first), row_of(office, second)

    linked(office, first, second)

    for row in before:
        after = row_of(office, row.number)
        assert (after.state, after.answer_due) == (row.state, row.answer_due)
    assert relations(office, first) == [("linked", second)]
    assert relations(office, second) == [("linked", first)]
    assert office.verify().holds


def test_the_later_decision_about_two_requests_stands(office: Office) -> None:
    first, second = two(office)
    linked(office, first, second)

    apart(office, second, first)

    assert relations(office, first) == [("kept_apart", second)]
    assert relations(office, second) == [("kept_apart", first)]
    assert kinds(office, first)[-2:] == ["linked", "kept_apart"]


def test_a_request_is_not_linked_with_itself(office: Office) -> None:
    number = logged(office)

    for decide in (linked, apart):
        with pytest.raises(RelatedToItselfError):
            decide(office, number, number)


def test_only_who_works_on_requests_links_them(office: Office) -> None:
    first, second = two(office)

    for decide in (linked, apart):
        with pytest.raises(MoveRefusedError):
            decide(office, first, second, role=Role.REVIEWER)
    assert kinds(office, first) == ["registered", "submitted"]


def test_a_link_to_nowhere_leaves_nothing_behind(office: Office) -> None:
    number = logged(office)

    with pytest.raises(RequestNotFoundError):
        linked(office, number, "无此号")
    assert relations(office, number) == []
