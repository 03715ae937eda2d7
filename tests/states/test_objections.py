"""When a third party must be told that information is disclosed although it objected."""

import pytest

from states.case import Event
from states.clock.objections import ThirdPartyNotice, notice_due_to
from states.clock.spans import consultations
from states.statute.opinions import Opinion
from states.statute.outcomes import Outcome
from tests.states.lives import a_case, fact

ASKED = (
    fact("received", "2023-05-08"),
    fact("third_party_consulted", "2023-05-15", ref="1"),
)


def objecting(opinion: Opinion = Opinion.DISAGREE) -> tuple[Event, ...]:
    return (*ASKED, fact("third_party_answered", "2023-05-26", ref="1", opinion=opinion))


def notice(*facts: Event) -> ThirdPartyNotice:
    case = a_case(None, *facts)
    (one,) = consultations(case)
    return notice_due_to(case, one)


@pytest.mark.parametrize("opinion", [Opinion.PARTLY, Opinion.DISAGREE])
def test_while_the_request_is_open_it_depends_on_the_decision(opinion: Opinion) -> None:
    assert notice(*objecting(opinion)) is ThirdPartyNotice.IF_DISCLOSED


@pytest.mark.parametrize(
    ("outcome", "due"),
    [
        (Outcome.DISCLOSED, ThirdPartyNotice.REQUIRED),
        (Outcome.PARTLY_DISCLOSED, ThirdPartyNotice.TO_CHECK),
        (Outcome.THIRD_PARTY_RIGHTS, ThirdPartyNotice.NOT_DUE),
        (Outcome.ALREADY_PUBLIC, ThirdPartyNotice.NOT_DUE),
        # A reply served before outcomes were recorded.
        (None, ThirdPartyNotice.TO_CHECK),
    ],
)
def test_once_answered_the_outcome_says_whether_it_is_due(
    outcome: Outcome | None, due: ThirdPartyNotice
) -> None:
    served = fact("reply_posted", "2023-06-01", outcome=outcome)

    assert notice(*objecting(), served) is due


def test_a_withdrawn_request_discloses_nothing() -> None:
    assert notice(*objecting(), fact("withdrawn", "2023-06-01")) is ThirdPartyNotice.NOT_DUE


def test_who_agreed_or_never_answered_is_owed_nothing() -> None:
    assert notice(*objecting(Opinion.AGREE)) is ThirdPartyNotice.NOT_DUE
    assert notice(*ASKED) is ThirdPartyNotice.NOT_DUE


def test_an_organ_that_objects_is_no_third_party() -> None:
    facts = (
        fact("received", "2023-05-08"),
        fact("agency_consulted", "2023-05-15", ref="1"),
        fact("agency_answered", "2023-05-26", ref="1", opinion=Opinion.DISAGREE),
        fact("third_party_notified", "2023-06-01", ref="1"),
    )

    assert notice(*facts) is ThirdPartyNotice.NOT_DUE


def test_a_notice_that_was_given_is_given() -> None:
    told = fact("third_party_notified", "2023-06-01", ref="1")

    assert notice(*objecting(), told) is ThirdPartyNotice.GIVEN
