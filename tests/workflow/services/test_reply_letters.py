"""The letter of a reply says what its items decide, and its issue is a step of the draft."""

from datetime import date

import pytest

from states.case import Event, EventKind
from states.errors import MoveRefusedError
from states.matters import ItemDecided
from states.statute.decisions import Decision
from states.statute.grounds import Ground
from states.statute.outcomes import CATALOGUE, Ending, Outcome
from tests.builders import a_move, a_request, an_approval
from tests.replies import PROOF, an_item, items_for
from tests.workflow.services.letters_written import TOWN, a_command, issued, previewed
from workflow.bootstrap import Installation, Office
from workflow.letters.catalogue import letter, letter_of
from workflow.letters.drafted import told_by_items
from workflow.letters.errors import FactContradictedError, OutcomeForeignError
from workflow.letters.kinds import LetterKind
from workflow.records.canonical import JsonValue

K, D = LetterKind, Decision
EARLY = date(2025, 9, 3)  # Wednesday
PROVISION: dict[str, JsonValue] = {"provision": "邮寄"}


@pytest.fixture
def office(installation: Installation) -> Office:
    return installation.establish(TOWN, actor="管理员")


@pytest.fixture
def number(office: Office) -> str:
    return a_request(office)  # received in person on Mon 2025-09-01


def test_a_reply_names_what_goes_out_and_what_is_withheld_as_decided(
    office: Office, number: str
) -> None:
    withheld = an_item(D.WITHHOLD, "2", title="会议记录", ground=Ground.DRAFT, reason="尚在讨论")
    an_approval(office, number, EARLY, an_item(title="补偿方案"), withheld)

    row = issued(office, a_command(K.PARTIAL_DISCLOSURE_REPLY, number, PROVISION))

    assert row.facts["provided"] == [{"title": "补偿方案", "form": ""}]
    assert "会议记录" in str(row.facts["withheld"])
    assert "尚在讨论" in row.text


def test_a_severed_item_stands_in_both_parts_of_the_letter(office: Office, number: str) -> None:
    severed = an_item(D.SEVER, title="发放名册", part="身份证号码", ground=Ground.DRAFT)
    an_approval(office, number, EARLY, severed)

    text = issued(office, a_command(K.PARTIAL_DISCLOSURE_REPLY, number, PROVISION)).text

    assert "发放名册中的身份证号码" in text
    assert "（一）发放名册" in text


def test_a_search_on_record_stands_in_the_letter_with_its_day(office: Office, number: str) -> None:
    an_approval(office, number, EARLY, an_item(D.NOT_HELD))

    text = issued(office, a_command(K.NOT_HELD_REPLY, number)).text

    assert "2025年9月3日，检索档案室、电子公文系统" in text


def test_a_clerk_cannot_write_otherwise_than_was_decided(office: Office, number: str) -> None:
    an_approval(office, number, EARLY, an_item(title="补偿方案"))
    other: dict[str, JsonValue] = {**PROVISION, "provided": [{"title": "别的方案"}]}

    with pytest.raises(FactContradictedError):
        issued(office, a_command(K.DISCLOSURE_REPLY, number, other))


def test_a_letter_of_another_outcome_is_refused(office: Office, number: str) -> None:
    an_approval(office, number, EARLY)

    with pytest.raises(OutcomeForeignError):
        issued(office, a_command(K.NOT_HELD_REPLY, number))


def test_a_reply_is_looked_at_before_it_is_approved_but_not_issued(
    office: Office, number: str
) -> None:
    a_move(office, number, "decide_item", EARLY, matter=an_item(title="补偿方案"))
    command = a_command(K.DISCLOSURE_REPLY, number, PROVISION)

    assert "补偿方案" in previewed(office, command).text
    with pytest.raises(MoveRefusedError):
        issued(office, command)


def test_issuing_the_letter_is_the_step_that_lets_it_be_served(office: Office, number: str) -> None:
    an_approval(office, number, EARLY)

    row = issued(office, a_command(K.DISCLOSURE_REPLY, number, PROVISION))

    with office.read() as view:
        dated = view.requests.case(number).last(EventKind.REPLY_DATED)
    assert dated is not None
    assert getattr(dated.matter, "number", "") == row.number
    a_move(office, number, "post_reply", matter=PROOF)
    assert office.verify().holds


def test_what_was_approved_is_issued_in_one_letter(office: Office, number: str) -> None:
    an_approval(office, number, EARLY)
    command = a_command(K.DISCLOSURE_REPLY, number, PROVISION)
    issued(office, command)

    with pytest.raises(MoveRefusedError):
        issued(office, command)


# What a clerk still words for themselves, beside what the items say.
WORDED: dict[LetterKind, dict[str, JsonValue]] = {
    K.DISCLOSURE_REPLY: PROVISION,
    K.PARTIAL_DISCLOSURE_REPLY: PROVISION,
    K.SPECIAL_QUERY_NOTICE: {"special_rule": "《不动产登记资料查询暂行办法》"},
    K.STILL_UNCLEAR_NOTICE: {"unclear": ["哪一年的预算"]},
    K.EXCESSIVE_NOTICE: {
        "counted_from": "2025-08-01",
        "counted_to": "2025-08-31",
        "request_count": 40,
    },
}
ANSWERS = [row.outcome for row in CATALOGUE.values() if row.code and row.ending is Ending.ANSWER]


def _prepared(office: Office, number: str, outcome: Outcome) -> tuple[ItemDecided, ...]:
    """Take the steps that an outcome supposes, and return items from which it follows."""
    if outcome is Outcome.STILL_UNCLEAR:
        a_move(office, number, "request_correction", date(2025, 9, 2), workdays=10)
        a_move(office, number, "receive_correction", date(2025, 9, 3))
    if outcome is Outcome.EXCESSIVE:
        a_move(office, number, "request_reasons", date(2025, 9, 2))
    return items_for(outcome)


@pytest.mark.parametrize("outcome", ANSWERS)
def test_every_outcome_is_told_by_its_letter(office: Office, number: str, outcome: Outcome) -> None:
    items = _prepared(office, number, outcome)
    an_approval(office, number, EARLY, *items)
    with office.read() as view:
        receipt = view.requests.case(number).receipt
    assert receipt is not None
    kind = letter_of(outcome, receipt.law)

    row = issued(office, a_command(kind, number, WORDED.get(kind)))

    assert row.number


def test_what_was_decided_otherwise_is_told_in_the_same_letter(office: Office, number: str) -> None:
    elsewhere = an_item(D.NOT_OURS, "2", title="用地批准文件", where="惠安县自然资源局")
    missing = an_item(D.NOT_HELD, "3", title="会议录像", reason="没有摄录")
    an_approval(office, number, EARLY, an_item(title="补偿方案"), elsewhere, missing)

    text = issued(office, a_command(K.DISCLOSURE_REPLY, number, PROVISION)).text

    assert "一并告知如下" in text
    assert "用地批准文件：不属于本机关负责公开" in text
    assert "请向惠安县自然资源局提出" in text
    assert "会议录像：经检索，该政府信息不存在，理由是：没有摄录" in text
    assert "第三十六条第（四）项" in text


@pytest.mark.parametrize("beside", sorted(set(D) - {D.DISCLOSE, D.SEVER, D.WITHHOLD}))
def test_every_decision_has_its_sentence_beside_a_disclosure(
    office: Office, number: str, beside: Decision
) -> None:
    a_move(office, number, "decide_item", EARLY, matter=an_item(title="补偿方案"))
    other = an_item(beside, "2", title="另一份文件")
    with office.read() as view:
        case = view.requests.case(number).after(
            Event(EventKind.ITEM_DECIDED, EARLY, matter=other, by="李四")
        )

    told = told_by_items(letter(K.DISCLOSURE_REPLY), case)

    in_a_list = "另一份文件" in str(told["provided"])
    in_a_sentence = "另一份文件" in str(told.get("besides"))
    assert in_a_list is not in_a_sentence
