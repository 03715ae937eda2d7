from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workflow.demo
from states.case import EventKind
from states.statute.outcomes import Outcome, open_to
from states.statute.practice import DEFAULT_PRACTICE
from states.statute.receipt import Channel
from tests.builders import a_move, a_reply, a_request, an_installation
from tests.replies import LETTER
from tests.workflow.services.ledgers import ANSWER, a_book, a_line, take, whole
from workflow.bootstrap import Installation, Office
from workflow.ledger.book import read_book
from workflow.ledger.rows import (
    ComplaintLine,
    CounterConsultationLine,
    LawsuitLine,
    Line,
    NarrativeLine,
    OfficeLine,
    OpeningBalanceLine,
    PublicationLine,
    ReconsiderationLine,
    RequestLine,
)
from workflow.records.facts import StaffMember
from workflow.services.exporting import ExportSummary, NotCarried, export_book
from workflow.services.ledger.contradictions import contradictions

K = EventKind
TODAY = date(2025, 9, 22)  # Monday
JINGFENG = Path(workflow.demo.__path__[0]) / "jingfeng"
DAY = date(2025, 3, 3)  # Monday

RICH: tuple[Line, ...] = (
    OfficeLine(
        name="净峰镇人民政府",
        short_name="净峰镇",
        level="town",
        superior="惠安县人民政府",
        telephone="87801209",
        fax="87801134",
        address="净峰镇净峰街",
        postcode="362141",
        website="http://www.example.gov.cn",
        document_prefix="净政",
    ),
    a_line(number="1", submitted_on=DAY, contact="138", note="备注\n第二行", case_officer="甲"),
    a_line(number="2", **ANSWER, delivery="email", letter_number="净政公开〔2025〕1号"),
    a_line(number="3", **ANSWER | {"outcome": Outcome.OTHERWISE_CONCLUDED}),
    a_line(number="4", **ANSWER | {"outcome": Outcome.OTHERWISE_CONCLUDED}, delivery="post"),
    a_line(number="5", **ANSWER | {"outcome": Outcome.NOT_CORRECTED}, delivery="in_person"),
    a_line(number="6", delivery="in_person", letter_number="2号", fee_amount="30.50"),
    a_line(
        number="7",
        fee_notified_on=date(2025, 3, 5),
        fee_amount="100",
        fee_paid_on=date(2025, 3, 6),
        agency_consulted_on=date(2025, 3, 7),
        agency_answered_on=date(2025, 3, 10),
        extension_notified_on=date(2025, 3, 20),
        extension_workdays=10,
    ),
    PublicationLine(
        index_number="1",
        title="通告",
        category="其他",
        document_number="净政〔2025〕1号",
        formed_on=DAY,
        published_on=DAY,
        channels=("website", "wechat"),
        is_normative=True,
        note="备注",
    ),
    ComplaintLine(
        received_on=DAY, source="来信", subject="事由", result="已答", request_number="1"
    ),
    ReconsiderationLine(received_on=DAY, authority="县政府", request_number="2"),
    LawsuitLine(
        received_on=DAY,
        court="惠安县人民法院",
        case_number="（2025）闽0521行初1号",
        after_reconsideration=True,
        concluded_on=date(2025, 6, 3),
        result="corrected",
    ),
    CounterConsultationLine(asked_on=DAY, way="telephone", content="问", answered_by="甲"),
    OpeningBalanceLine(indicator="主动公开文件数", as_of=date(2016, 12, 31), value=160),
    NarrativeLine(year=2024, section="一、概述", text="第一行\n共{{ 主动公开文件数 }}条"),
)


def export(office: Office, path: Path) -> ExportSummary:
    with office.read() as view:
        return export_book(path, view)


def came_back(office: Office, path: Path, directory: Path) -> dict[str, object]:
    """What an empty installation has after it took the export of an office."""
    export(office, path)
    with an_installation(directory) as other:
        summary = take(other, read_book(path, today=TODAY))
        assert summary.faults == ()
        return whole(other.office())


@pytest.mark.parametrize("name", ["台账.xlsx", "台账"])
def test_an_export_imported_into_an_empty_office_gives_an_equal_office(
    installation: Installation, tmp_path: Path, name: str
) -> None:
    take(installation, a_book(*RICH))
    office = installation.office()

    assert came_back(office, tmp_path / name, tmp_path / "other") == whole(office)


def test_nothing_of_what_was_imported_is_left_behind(
    installation: Installation, tmp_path: Path
) -> None:
    take(installation, a_book(*RICH))

    summary = export(installation.office(), tmp_path / "台账.xlsx")

    assert (summary.not_carried, summary.staff, summary.settings) == ([], (), ())
    assert summary.rows["申请"] == 7


def test_the_ledger_of_jingfeng_comes_back_as_it_was(
    installation: Installation, tmp_path: Path
) -> None:
    book = read_book(JINGFENG, today=TODAY)
    take(installation, book)

    export(installation.office(), tmp_path / "台账.xlsx")

    again = read_book(tmp_path / "台账.xlsx", today=TODAY)
    for kind in (PublicationLine, OpeningBalanceLine, NarrativeLine):
        unnumbered = [line.model_copy(update={"row": 0}) for line in again.of(kind)]
        by_day = [line.model_copy(update={"row": 0}) for line in book.of(kind)]
        assert sorted(unnumbered, key=repr) == sorted(by_day, key=repr)


def test_an_export_imported_where_it_came_from_changes_nothing(
    installation: Installation, tmp_path: Path
) -> None:
    take(installation, a_book(*RICH))
    export(installation.office(), tmp_path / "台账.xlsx")

    summary = take(installation, read_book(tmp_path / "台账.xlsx", today=TODAY))

    assert summary.differences == ()
    assert not any(tally.added for tally in summary.sheets.values())


def test_what_the_ledger_has_no_column_for_is_named(office: Office, tmp_path: Path) -> None:
    a_request(office, number="甲1", submitted_on=DAY)
    a_move(office, "甲1", "consult_third_party", DAY, ref="某公司")
    a_move(office, "甲1", "consult_third_party", DAY, ref="另一公司")
    a_request(office, number="甲2", channel=Channel.INTERNET, submitted_on=DAY)
    with office.work() as uow:
        member = StaffMember(name="林秀英", role="reviewer")
        uow.staff.add(member, actor="管理员", at=office.clock.now())

    summary = export(office, tmp_path / "台账")

    assert summary.not_carried == [
        NotCarried("甲1", (K.THIRD_PARTY_CONSULTED, K.THIRD_PARTY_CONSULTED)),
        NotCarried("甲2", (K.SUBMITTED,), is_in_book=False),
    ]
    assert summary.staff == ("林秀英",)
    assert summary.rows["申请"] == 1


def test_a_receipt_by_signature_is_carried_as_its_day(office: Office, tmp_path: Path) -> None:
    a_request(office, number="甲1", channel=Channel.POST_SIGNED, submitted_on=None, signed_on=DAY)

    summary = export(office, tmp_path / "台账")

    (line,) = read_book(tmp_path / "台账", today=TODAY).of(RequestLine)
    assert (summary.not_carried, line.received_on) == ([], DAY)


def test_a_reply_that_was_decided_here_is_carried_with_its_letter(
    office: Office, tmp_path: Path
) -> None:
    a_request(office, number="甲1", submitted_on=DAY)
    a_reply(office, "甲1", DAY)

    summary = export(office, tmp_path / "台账")

    (line,) = read_book(tmp_path / "台账", today=TODAY).of(RequestLine)
    assert (line.outcome, line.answered_on, line.letter_number) == (
        Outcome.DISCLOSED,
        DAY,
        LETTER,
    )
    (left,) = summary.not_carried
    assert {K.ITEM_DECIDED, K.ITEM_REVIEWED, K.REPLY_APPROVED} <= set(left.kinds)


# --- any row -----------------------------------------------------------------------------

WORDS = st.text("甲乙丙1a=-+'，", min_size=1, max_size=6)
MAYBE = st.just("") | WORDS
STEPS = (
    ("correction_requested_on", "correction_received_on"),
    ("third_party_consulted_on", "third_party_answered_on"),
    ("fee_notified_on", "fee_paid_on"),
    ("agency_consulted_on", "agency_answered_on"),
)


@st.composite
def histories(draw: st.DrawFn) -> Mapping[str, object]:
    """The dated cells of a row, each pair in order and all before the end."""
    received = draw(st.dates(date(2008, 5, 1), date(2025, 1, 31)))
    gaps = st.integers(0, 12).map(lambda days: timedelta(days=days))
    cells: dict[str, object] = {"received_on": received}
    last = received
    if draw(st.booleans()):
        cells["submitted_on"] = received - draw(gaps)
    for first, second in STEPS:
        if draw(st.booleans()):
            cells[first] = start = last + draw(gaps)
            last = start
            if draw(st.booleans()):
                cells[second] = last = start + draw(gaps)
    if draw(st.booleans()):
        cells["extension_notified_on"] = last
        cells["extension_workdays"] = draw(st.integers(1, 15))
    if draw(st.booleans()):
        cells["answered_on"] = last + draw(gaps)
        cells["outcome"] = draw(st.sampled_from(open_to(received)))
    return cells


ROWS = st.builds(
    lambda cells, dated: RequestLine.model_validate({**cells, **dated}),
    st.fixed_dictionaries(
        {
            "channel": st.sampled_from(Channel),
            "applicant": WORDS,
            "content": WORDS,
            "contact": MAYBE,
            "note": MAYBE,
            "case_officer": MAYBE,
            "letter_number": MAYBE,
            "delivery": st.sampled_from(["", "post", "in_person", "internet", "email"]),
            "fee_amount": st.none() | st.decimals(0, 999, places=2),
        }
    ),
    histories(),
).filter(lambda line: not contradictions(line, DEFAULT_PRACTICE))


@settings(max_examples=25)
@given(lines=st.lists(ROWS, min_size=1, max_size=6))
def test_whatever_rows_come_in_go_out_and_come_back(lines: list[RequestLine]) -> None:
    with TemporaryDirectory() as name:
        directory = Path(name)
        with an_installation(directory / "first") as first:
            take(first, a_book(*lines))
            again = take(first, a_book(*lines))
            office = first.office()

            assert not again.differences
            assert again.sheets["申请"].unchanged == len(lines)
            assert export(office, directory / "台账").not_carried == []
            assert came_back(office, directory / "台账", directory / "second") == whole(office)
            assert office.verify().holds
