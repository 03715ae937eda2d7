"""Consultations as an office runs them: letters, deliveries, opinions, and what is to be done."""

from datetime import date

import pytest

from states.clock.objections import ThirdPartyNotice
from states.clock.standing import ConsultationStatus
from states.errors import MoveRefusedError
from states.statute.opinions import Addressee, Opinion, Silence
from states.statute.outcomes import Outcome
from states.steps import Role
from tests.builders import a_move, a_request
from tests.fakes import FixedClock
from tests.workflow.services.handling.acting import (
    a_consultation,
    a_delivery,
    act,
    an_opinion,
    answer_due,
    handling,
    said,
)
from workflow.bootstrap import Office
from workflow.records.beside import OpinionGiven, ThirdPartyTold
from workflow.records.errors import StaleRequestError
from workflow.services.handling.consulting import (
    JUDGED,
    JudgeObjection,
    TellThirdParty,
    judge_objection,
    tell_third_party,
)
from workflow.services.handling.duties import DutyKind
from workflow.services.handling.errors import (
    ConsultationAmbiguousError,
    FieldBlankError,
    NothingToJudgeError,
)

# Received Mon 2025-09-01; today is Mon 09-22. Twenty working days: 02..05 = 1..4, 08..12 = 5..9,
# 15..19 = 10..14, 22..26 = 15..19, Sun 28* = 20.
DUE = date(2025, 9, 28)


def codes(caught: pytest.ExceptionInfo[MoveRefusedError]) -> list[str]:
    return [refusal.code for refusal in caught.value.refusals]


def duties(office: Office, number: str) -> set[tuple[DutyKind, str]]:
    return {(duty.kind, duty.ref) for duty in handling(office, number).duties}


def test_letters_are_numbered_by_themselves_and_keep_what_they_ask(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number, on=date(2025, 9, 10))
    a_consultation(office, number, Addressee.CO_PRODUCER, "县住建局", on=date(2025, 9, 11))

    first, second = handling(office, number).consultations

    assert (first.standing.consultation.ref, second.standing.consultation.ref) == ("1", "2")
    assert (first.letter.addressee, first.letter.items) == ("东海公司", ("补偿协议",))
    assert first.standing.consultation.addressee is Addressee.THIRD_PARTY
    assert second.standing.consultation.addressee is Addressee.CO_PRODUCER


def test_the_lowest_free_number_is_taken(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number, ref="2")
    a_consultation(office, number)
    entry = a_consultation(office, number)

    assert entry.terms["ref"] == "3"


def test_a_letter_to_nobody_is_not_sent(office: Office) -> None:
    number = a_request(office)

    with pytest.raises(FieldBlankError) as caught:
        a_consultation(office, number, addressee="  ")

    assert caught.value.field == "addressee"


def test_in_parallel_consultations_a_day_is_excluded_once(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number, on=date(2025, 9, 10))
    a_consultation(office, number, Addressee.OTHER_ORGAN, "县住建局", on=date(2025, 9, 11))
    an_opinion(office, number, Opinion.AGREE, "1", on=date(2025, 9, 15))
    an_opinion(office, number, Opinion.AGREE, "2", on=date(2025, 9, 17))

    # (09-10, 09-15] = 11, 12, 15 and (09-11, 09-17] = 12, 15, 16, 17: together 11..17 = 5 days.
    # Used by 09-10: seven; 18, 19 = 8, 9; 22..26 = 10..14; Sun 28*, 29, 30 = 15..17;
    # National Day; 10-09, 10 = 18, 19; Sat 11* = 20.
    assert answer_due(office, number) == date(2025, 10, 11)
    assert [one.standing.excluded_workdays for one in handling(office, number).consultations] == [
        3,
        4,
    ]


def test_the_only_open_consultation_needs_no_reference(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number, on=date(2025, 9, 10))
    a_delivery(office, number, on=date(2025, 9, 12))
    an_opinion(office, number, Opinion.PARTLY, on=date(2025, 9, 15))

    (one,) = handling(office, number).consultations

    assert one.standing.status is ConsultationStatus.ANSWERED
    assert one.standing.consultation.opinion is Opinion.PARTLY


def test_of_several_open_ones_the_reference_is_asked_for(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number)
    a_consultation(office, number, Addressee.OTHER_ORGAN, "县住建局")

    with pytest.raises(ConsultationAmbiguousError) as caught:
        an_opinion(office, number, Opinion.AGREE)

    assert caught.value.refs == ("1", "2")


def test_an_opinion_nobody_asked_for_is_refused_with_its_reference(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number)

    with pytest.raises(MoveRefusedError) as caught:
        an_opinion(office, number, Opinion.AGREE, "7")
    assert codes(caught) == ["consultation_unknown"]

    an_opinion(office, number, Opinion.AGREE)
    with pytest.raises(MoveRefusedError) as caught:
        an_opinion(office, number, Opinion.AGREE)
    assert codes(caught) == ["no_open_consultation"]


def test_a_late_opinion_is_kept_and_the_date_stays(office: Office, clock: FixedClock) -> None:
    number = a_request(office)
    a_consultation(office, number, Addressee.CO_PRODUCER, "县住建局", on=date(2025, 9, 10))
    a_delivery(office, number, on=date(2025, 9, 11))
    before = answer_due(office, number)
    clock.move(days=35)  # Mon 10-27

    # Delivered 09-11: 12 = 1, 15..19 = 2..6, 22..26 = 7..11, Sun 28*, 29, 30 = 12..14, 10-09 = 15;
    # with no worked weekend counted the fifteenth is Fri 10-10.
    an_opinion(office, number, Opinion.DISAGREE, on=date(2025, 10, 20))

    (one,) = handling(office, number).consultations
    assert one.standing.due == date(2025, 10, 9)
    assert one.standing.is_late
    assert (one.standing.consequence, one.standing.counts_as) == (
        Silence.DEEMED_TO_AGREE,
        Opinion.AGREE,
    )
    assert answer_due(office, number) == before


def test_the_delivery_is_asked_for_while_it_is_unknown(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number, on=date(2025, 9, 10))

    assert duties(office, number) == {(DutyKind.RECORD_DELIVERY, "1")}
    a_delivery(office, number, on=date(2025, 9, 11))
    assert duties(office, number) == set()


def test_an_organ_without_a_limit_is_pressed(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number, Addressee.OTHER_ORGAN, "县住建局")

    assert duties(office, number) == {(DutyKind.PRESS_FOR_OPINION, "1")}


# --- objections --------------------------------------------------------------------------


SECRET = OpinionGiven(reasons="商业秘密")


def an_objection(office: Office, given: OpinionGiven = SECRET) -> str:
    number = a_request(office)
    a_consultation(office, number, on=date(2025, 9, 10))
    a_delivery(office, number, on=date(2025, 9, 11))
    an_opinion(office, number, Opinion.DISAGREE, given=given, on=date(2025, 9, 15))
    return number


def test_an_objection_is_to_be_judged_and_its_notice_foreseen(office: Office) -> None:
    number = an_objection(office)

    assert duties(office, number) == {
        (DutyKind.JUDGE_OBJECTION, "1"),
        (DutyKind.TELL_IF_DISCLOSED, "1"),
    }


def test_a_judgement_given_with_the_opinion_is_kept(office: Office) -> None:
    number = an_objection(office, OpinionGiven(reasons="商业秘密", reasonable=True))

    (one,) = handling(office, number).consultations
    assert one.given.reasonable is True
    assert not one.is_to_be_judged


def test_a_judgement_made_later_enters_the_answer_again_and_keeps_both(office: Office) -> None:
    number = an_objection(office)
    due = answer_due(office, number)
    command = JudgeObjection(**said(number, key="认定-1"), reasonable=False, judgement="已公开过")

    for _ in range(2):  # the same key acts once
        act(office, judge_objection, command)

    (one,) = handling(office, number).consultations
    assert (one.given.reasons, one.given.reasonable, one.given.judgement) == (
        "商业秘密",
        False,
        "已公开过",
    )
    assert one.standing.consultation.answered_on == date(2025, 9, 15)
    assert answer_due(office, number) == due
    with office.read() as view:
        history = view.requests.history(number)
    assert [entry.terms.get("reason") for entry in history if entry.annuls] == [JUDGED]
    assert office.verify().holds


def test_what_is_not_an_objection_is_not_judged(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number)
    an_opinion(office, number, Opinion.AGREE)

    with pytest.raises(NothingToJudgeError):
        act(
            office,
            judge_objection,
            JudgeObjection(**said(number), ref="1", reasonable=True, judgement="合理"),
        )


def test_a_judgement_says_why(office: Office) -> None:
    number = an_objection(office)

    with pytest.raises(FieldBlankError):
        act(
            office,
            judge_objection,
            JudgeObjection(**said(number), ref="1", reasonable=True, judgement=""),
        )


def test_a_judgement_upon_a_stale_page_is_refused(office: Office) -> None:
    number = an_objection(office)

    with pytest.raises(StaleRequestError):
        act(
            office,
            judge_objection,
            JudgeObjection(**said(number, version=2), ref="1", reasonable=True, judgement="合理"),
        )


def test_who_may_not_work_on_cases_judges_nothing_and_leaves_no_trace(office: Office) -> None:
    number = an_objection(office)
    with office.read() as view:
        before = len(view.requests.history(number))

    with pytest.raises(MoveRefusedError):
        act(
            office,
            judge_objection,
            JudgeObjection(
                **said(number, role=Role.SUPERVISOR), ref="1", reasonable=True, judgement="合理"
            ),
        )

    with office.read() as view:
        assert len(view.requests.history(number)) == before


# --- the notice to the third party (L11) --------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "notice", "duty"),
    [
        (Outcome.DISCLOSED, ThirdPartyNotice.REQUIRED, DutyKind.TELL_THIRD_PARTY),
        (Outcome.PARTLY_DISCLOSED, ThirdPartyNotice.TO_CHECK, DutyKind.CHECK_THIRD_PARTY),
        (Outcome.THIRD_PARTY_RIGHTS, ThirdPartyNotice.NOT_DUE, None),
    ],
)
def test_disclosure_over_an_objection_requires_the_notice(
    office: Office, outcome: Outcome, notice: ThirdPartyNotice, duty: DutyKind | None
) -> None:
    number = an_objection(office)
    a_move(office, number, "post_reply", date(2025, 9, 19), outcome=outcome)

    found = handling(office, number)

    assert [one.notice for one in found.consultations] == [notice]
    assert [one.kind for one in found.duties] == ([] if duty is None else [duty])
    assert {str(one.citation) for one in found.duties} <= {"条例(2019) 第三十二条"}


def test_the_notice_once_given_is_done(office: Office) -> None:
    number = an_objection(office)
    a_move(office, number, "post_reply", date(2025, 9, 19), outcome=Outcome.DISCLOSED)
    command = TellThirdParty(
        **said(number, on=date(2025, 9, 19), key="告知-1"),
        notice=ThirdPartyTold(disclosed="补偿协议", reason="公共利益"),
    )

    for _ in range(2):
        act(office, tell_third_party, command)

    (one,) = handling(office, number).consultations
    assert (one.notice, one.told_on) == (ThirdPartyNotice.GIVEN, date(2025, 9, 19))
    assert handling(office, number).duties == ()


@pytest.mark.parametrize("blank", ["disclosed", "reason"])
def test_the_notice_says_what_is_disclosed_and_why(office: Office, blank: str) -> None:
    number = an_objection(office)
    words = {"disclosed": "补偿协议", "reason": "公共利益", blank: " "}

    with pytest.raises(FieldBlankError) as caught:
        act(
            office,
            tell_third_party,
            TellThirdParty(**said(number), ref="1", notice=ThirdPartyTold(**words)),
        )

    assert caught.value.field == blank


# --- twice, and at once ------------------------------------------------------------------


def test_a_command_that_comes_again_with_its_key_acts_once(office: Office) -> None:
    number = a_request(office)

    for _ in range(2):
        a_consultation(office, number, key="发函-1", on=date(2025, 9, 10))
    for _ in range(2):
        a_delivery(office, number, key="送达-1", on=date(2025, 9, 11))
    for _ in range(2):
        an_opinion(office, number, Opinion.AGREE, key="意见-1", on=date(2025, 9, 12))

    assert len(handling(office, number).consultations) == 1
    with office.read() as view:
        assert len(view.requests.history(number)) == 5


def test_a_consultation_upon_a_stale_page_is_refused(office: Office) -> None:
    number = a_request(office)
    a_consultation(office, number)

    with pytest.raises(StaleRequestError):
        a_consultation(office, number, version=2)
