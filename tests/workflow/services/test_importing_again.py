from datetime import date
from pathlib import Path

import workflow.demo
from states.case import EventKind
from states.statute.outcomes import Outcome
from states.statute.receipt import Channel
from tests.builders import a_request
from tests.workflow.services.ledgers import ANSWER, a_book, a_line, take, tally, whole
from workflow.bootstrap import Installation, Office
from workflow.ledger.faults import FaultCode, LedgerFault
from workflow.ledger.rows import (
    ComplaintLine,
    PublicationLine,
    ReconsiderationLine,
)

ROOT = Path(__file__).parents[3]
JINGFENG = Path(workflow.demo.__path__[0]) / "jingfeng"
K = EventKind
BAD_CELL = LedgerFault("申请", 9, "收到日期", "昨天", FaultCode.NOT_A_DATE)


def numbers(office: Office) -> list[str]:
    with office.read() as view:
        return [row.number for row in view.requests.each()]


# --- the same book again -----------------------------------------------------------------


def test_the_same_book_again_changes_nothing(installation: Installation) -> None:
    book = a_book(
        a_line(number="甲1", **ANSWER, delivery="email", extension_notified_on=date(2025, 3, 10)),
        a_line(**ANSWER),
        a_line(),
        ComplaintLine(received_on=date(2025, 3, 3)),
    )
    take(installation, book)
    before = whole(installation.office())

    again = take(installation, book, update=True)

    assert (tally(again), tally(again, "申诉举报")) == ((0, 3, 0, 0), (0, 1, 0, 0))
    assert again.differences == ()
    assert whole(installation.office()) == before
    assert installation.office().verify().holds


def test_equal_rows_stay_as_many_as_they_are(installation: Installation) -> None:
    complaint = ComplaintLine(received_on=date(2025, 3, 3), subject="同一事由")
    twice = a_book(a_line(), a_line(), complaint, complaint)
    take(installation, twice)

    again = take(installation, twice)
    thrice = take(installation, a_book(a_line(), a_line(), a_line()))

    assert (tally(again), tally(again, "申诉举报")) == ((0, 2, 0, 0), (0, 2, 0, 0))
    assert tally(thrice) == (1, 2, 0, 0)


def test_an_empty_cell_does_not_take_back_what_the_desk_went_on_to_do(
    installation: Installation,
) -> None:
    take(installation, a_book(a_line(number="甲1")))
    take(installation, a_book(a_line(number="甲1", **ANSWER)), update=True)

    old = take(installation, a_book(a_line(number="甲1")), update=True)

    assert tally(old) == (0, 1, 0, 0)


def test_a_request_of_the_desk_is_known_by_its_number(
    installation: Installation, office: Office
) -> None:
    signed_on = date(2025, 3, 3)  # Monday
    a_request(
        office,
        number="甲1",
        channel=Channel.POST_SIGNED,
        submitted_on=None,
        signed_on=signed_on,
    )

    summary = take(installation, a_book(a_line(number="甲1")))

    assert tally(summary) == (0, 1, 0, 0)


def test_a_receipt_that_was_not_established_is_a_difference(
    installation: Installation, office: Office
) -> None:
    a_request(office, number="甲1", channel=Channel.INTERNET, submitted_on=date(2025, 3, 3))
    book = a_book(a_line(number="甲1", channel=Channel.INTERNET))

    summary = take(installation, book, update=True)

    assert [(found.column, found.old) for found in summary.differences] == [("收到日期", "")]
    with office.read() as view:
        assert view.requests.find("甲1").received_on == date(2025, 3, 3)


def test_a_changed_row_is_reported_cell_by_cell(installation: Installation) -> None:
    take(installation, a_book(a_line(number="甲1", **ANSWER)))
    changed = ANSWER | {"outcome": Outcome.NOT_HELD, "applicant": "李四"}

    summary = take(installation, a_book(a_line(number="甲1", **changed)))

    assert tally(summary) == (0, 0, 1, 0)
    assert [(found.row, found.column, found.old, found.new) for found in summary.differences] == [
        (2, "申请人", "张三", "李四"),
        (2, "答复类型", "予以公开", "无法提供-信息不存在"),
    ]
    with installation.office().read() as view:
        assert view.requests.find("甲1").applicant == "张三"


def test_an_update_annuls_the_fact_that_differs_with_its_reason(
    installation: Installation,
) -> None:
    take(installation, a_book(a_line(number="甲1", **ANSWER)))
    changed = ANSWER | {"answered_on": date(2025, 3, 25), "applicant": "李四"}

    take(installation, a_book(a_line(number="甲1", **changed)), update=True)

    with installation.office().read() as view:
        row = view.requests.find("甲1")
        history = view.requests.history("甲1")
        assert (row.applicant, row.closed_on) == ("李四", date(2025, 3, 25))
        assert [entry.kind for entry in history] == [
            "registered",
            "received",
            "reply_posted",
            "amended",
            "annulled",
            "reply_posted",
        ]
        assert history[4].terms == {"reason": "台账更新"}
    assert installation.office().verify().holds
    assert tally(take(installation, a_book(a_line(number="甲1", **changed)))) == (0, 1, 0, 0)


def test_an_update_of_the_receipt_leaves_the_submission(
    installation: Installation, office: Office
) -> None:
    a_request(office, number="甲1", submitted_on=date(2025, 3, 3))
    row = a_line(number="甲1", channel=Channel.IN_PERSON, received_on=date(2025, 3, 4))

    take(installation, a_book(row), update=True)

    with office.read() as view:
        case = view.requests.case("甲1")
        assert case.received_on == date(2025, 3, 4)
        assert [event.kind for event in case.events] == [K.SUBMITTED, K.RECEIVED]


def test_a_matter_without_a_number_that_goes_on_is_the_same_matter(
    installation: Installation,
) -> None:
    pending = ReconsiderationLine(received_on=date(2025, 3, 3), authority="惠安县人民政府")
    done = pending.model_copy(update={"concluded_on": date(2025, 5, 6), "result": "upheld"})
    take(installation, a_book(pending))

    summary = take(installation, a_book(done), update=True)

    assert tally(summary, "行政复议") == (0, 0, 1, 0)
    assert whole(installation.office())["行政复议"] == [done]


def test_a_publication_that_is_given_its_number_later_is_the_same(
    installation: Installation,
) -> None:
    plain = PublicationLine(title="通告", published_on=date(2025, 3, 3), channels=("website",))
    numbered = plain.model_copy(update={"index_number": "2025-001"})
    take(installation, a_book(plain))

    summary = take(installation, a_book(numbered))
    other = take(
        installation, a_book(numbered.model_copy(update={"published_on": date(2025, 3, 4)}))
    )

    assert tally(summary, "主动公开") == (0, 0, 1, 0)
    assert tally(other, "主动公开") == (1, 0, 0, 0)
