"""What is kept beside facts comes back as it was given, and says nothing it was not told."""

from datetime import date
from decimal import Decimal

import pytest

from states.case import EventKind
from states.statute.defects import Defect
from states.statute.fees import FeeBasis
from tests.builders import a_move, a_request, an_annulment
from workflow.bootstrap import Office
from workflow.records.beside import (
    ConsultationLetter,
    CorrectionAsked,
    DefectFound,
    FeeLine,
    FeeNotice,
    OpinionGiven,
    Payment,
    Reason,
    ReasonsAsked,
    RightOffice,
    last_told,
    read_terms,
    terms_of,
    told,
)
from workflow.records.canonical import canonical_json

GIVEN = [
    ConsultationLetter(
        addressee="东海公司", items=("协议", "附件"), question="是否同意", sent_by="EMS"
    ),
    OpinionGiven(reasons="涉及报价", reasonable=False, judgement="已公开过"),
    OpinionGiven(reasonable=True),
    CorrectionAsked(
        defects=(DefectFound(defect=Defect.DESCRIPTION, unclear="范围", supply="年度和文号"),)
    ),
    Reason(reason="住院", supplied="身份证复印件"),
    ReasonsAsked(question="用途", answer_by=date(2025, 9, 30), in_month=31, in_year=90),
    FeeNotice(
        fee_basis=FeeBasis.PIECES,
        fee_units=1,
        fee_already=30,
        fee_lines=(FeeLine(first=31, last=31, rate=200, amount=200),),
        fee_amount=Decimal("200.00"),
        fee_counted=("净公开申〔2025〕1号",),
    ),
    Payment(paid_amount=Decimal("200.00"), receipt_number="闽财 0001"),
    RightOffice(office_name="惠安县自然资源局", office_contact="0595-1234"),
]


@pytest.mark.parametrize("given", GIVEN, ids=lambda one: type(one).__name__)
def test_values_come_back_as_they_were_given(given: object) -> None:
    terms = terms_of(given)

    assert canonical_json(terms)  # plain enough for the chain
    assert read_terms(type(given), terms) == given


def test_what_was_not_given_is_not_kept() -> None:
    assert terms_of(ConsultationLetter(addressee="东海公司")) == {"addressee": "东海公司"}
    assert terms_of(OpinionGiven()) == {}


def test_a_sum_is_kept_as_the_ledger_writes_it() -> None:
    assert terms_of(FeeNotice(fee_amount=Decimal("200.00"))) == {"fee_amount": "200.00"}


def test_terms_of_the_law_beside_them_are_passed_over() -> None:
    terms = {"ref": "1", "workdays": 5, "letter_number": "净公复〔2025〕1号", "reason": "住院"}

    assert read_terms(Reason, terms) == Reason(reason="住院")


def test_facts_are_told_by_their_day_without_those_annulled(office: Office) -> None:
    number = a_request(office)
    a_move(office, number, "consult_third_party", date(2025, 9, 10), ref="1")
    a_move(office, number, "consult_agency", date(2025, 9, 8), ref="2")
    wrong = a_move(office, number, "consult_agency", date(2025, 9, 9), ref="3")
    an_annulment(office, number, wrong.seq)

    with office.read() as view:
        facts = told(view.requests, number)

    assert [fact.event.ref for fact in facts] == ["", "2", "1"]
    assert [fact.actor for fact in facts] == ["李四"] * 3
    latest = last_told(facts, EventKind.AGENCY_CONSULTED, EventKind.THIRD_PARTY_CONSULTED)
    assert latest is not None
    assert latest.event.ref == "1"
    assert last_told(facts, EventKind.AGENCY_CONSULTED, ref="3") is None
