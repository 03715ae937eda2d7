"""What a fact of drafting or serving says comes back as it was written down."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.case import MATTERS, Event, EventKind
from states.matters import Carrier, ItemDecided, ItemReviewed, Matter, ReplyServed
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from workflow.records.derived import restored, written
from workflow.records.matters import read_matter, written_matter

DAY = date(2025, 9, 22)
ANY_MATTER: st.SearchStrategy[tuple[EventKind, Matter]] = st.sampled_from(list(MATTERS)).flatmap(
    lambda kind: st.tuples(st.just(kind), st.from_type(MATTERS[kind]))
)


@given(ANY_MATTER, st.text())
def test_every_matter_comes_back_as_it_was_written(said: tuple[EventKind, Matter], by: str) -> None:
    kind, matter = said
    event = Event(kind, DAY, matter=matter, by=by)

    assert restored(kind, DAY, written(event)) == event


def test_a_matter_is_written_down_in_words_an_auditor_can_read() -> None:
    decided = ItemDecided("1", "会议记录", Decision.WITHHOLD, Ground.DRAFT, reason="尚在讨论")

    assert json.loads(written(Event(EventKind.ITEM_DECIDED, DAY, matter=decided, by="李四"))) == {
        "by": "李四",
        "matter": {
            "item": "1",
            "title": "会议记录",
            "decision": "withhold",
            "ground": "draft",
            "reason": "尚在讨论",
        },
    }


def test_what_goes_without_saying_is_not_written() -> None:
    assert written_matter(ReplyServed()) == {}
    assert written_matter(ReplyServed(carrier=Carrier.COURIER)) == {"carrier": "courier"}


def test_a_verdict_is_written_whichever_it_is() -> None:
    failed = ItemReviewed("1", passed=False, basis="涉密", digest="甲")

    assert written_matter(failed)["passed"] is False


def test_a_field_of_a_later_version_is_passed_over() -> None:
    said = {"reason": "退回", "colour": "红"}

    assert read_matter(EventKind.SERVICE_FAILED, said) == MATTERS[EventKind.SERVICE_FAILED]("退回")  # type: ignore[call-arg]


def test_a_fact_that_carries_no_matter_reads_none() -> None:
    assert read_matter(EventKind.WITHDRAWN, {"reason": "退回"}) is None


@pytest.mark.parametrize("kind", set(EventKind) - set(MATTERS))
def test_a_fact_without_matter_is_written_as_ever(kind: EventKind) -> None:
    assert written(Event(kind, DAY)) == "{}"
