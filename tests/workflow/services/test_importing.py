import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import workflow.demo
from states.case import Event, EventKind, State
from states.statute.outcomes import Outcome
from tests.builders import TOWN
from tests.workflow.services.ledgers import ANSWER, a_book, a_line, facts, take, tally, whole
from workflow.bootstrap import Installation, Office
from workflow.ledger.book import read_book
from workflow.ledger.faults import FaultCode, LedgerFault
from workflow.ledger.rows import (
    NarrativeLine,
    OfficeLine,
    OpeningBalanceLine,
)
from workflow.records.errors import OfficeAmbiguousError, OfficeNotFoundError
from workflow.records.facts import OfficeProfile

ROOT = Path(__file__).parents[3]
JINGFENG = Path(workflow.demo.__path__[0]) / "jingfeng"
K = EventKind
BAD_CELL = LedgerFault("申请", 9, "收到日期", "昨天", FaultCode.NOT_A_DATE)


def numbers(office: Office) -> list[str]:
    with office.read() as view:
        return [row.number for row in view.requests.each()]


# --- offices -----------------------------------------------------------------------------


def test_the_ledger_of_jingfeng_makes_its_office(installation: Installation) -> None:
    book = read_book(JINGFENG, today=date(2025, 9, 22))  # Monday

    first = take(installation, book)
    second = take(installation, book)

    assert (first.office, first.is_new_office) == ("净峰镇人民政府", True)
    assert {name: tally(first, name)[0] for name in first.sheets} == {
        "主动公开": 67,
        "期初数": 2,
        "报告内容": 6,
        "机关": 1,
    }
    assert {name: tally(second, name) for name in second.sheets} == {
        "主动公开": (0, 67, 0, 0),
        "期初数": (0, 2, 0, 0),
        "报告内容": (0, 6, 0, 0),
        "机关": (0, 1, 0, 0),
    }
    with installation.office().read() as view:
        assert len(view.publications.all()) == 67
        assert view.offices.find().phone == "87801209"


def test_a_book_without_the_office_makes_one_that_is_not_named(
    installation: Installation,
) -> None:
    take(installation, a_book(a_line()))

    assert [office.name for office in installation.offices()] == ["本机关"]


def test_an_office_that_is_named_only_later_takes_the_name_on_update(
    installation: Installation,
) -> None:
    take(installation, a_book(a_line()))

    take(installation, a_book(OfficeLine(name="净峰镇人民政府")), update=True)

    assert [office.name for office in installation.offices()] == ["净峰镇人民政府"]


def test_an_empty_installation_makes_the_office_asked_for(installation: Installation) -> None:
    take(installation, a_book(a_line()), office="净峰镇人民政府")

    assert installation.office().name == "净峰镇人民政府"


def test_among_several_offices_one_must_be_named(
    installation: Installation, office: Office
) -> None:
    other = installation.establish(OfficeProfile(name="螺阳镇人民政府"), actor="管理员")
    book = a_book(a_line(number="甲1"))

    with pytest.raises(OfficeAmbiguousError) as refused:
        take(installation, book)
    take(installation, book, office="螺阳镇人民政府")

    assert refused.value.names == (office.name, other.name)
    assert (numbers(office), numbers(other)) == ([], ["甲1"])


def test_a_book_is_not_put_into_the_registers_of_another_office(
    installation: Installation, office: Office
) -> None:
    book = a_book(a_line(), OfficeLine(name="螺阳镇人民政府"))

    with pytest.raises(OfficeAmbiguousError):
        take(installation, book, keep_good=True)

    assert numbers(office) == []


@pytest.mark.usefixtures("office")
def test_an_office_that_is_not_there_is_not_found(installation: Installation) -> None:
    with pytest.raises(OfficeNotFoundError):
        take(installation, a_book(a_line()), office="螺阳镇人民政府")


def test_a_change_of_the_office_is_applied_on_update_only(
    installation: Installation, office: Office
) -> None:
    book = a_book(OfficeLine(name=TOWN.name, telephone="87801209"))

    reported = take(installation, book)
    before = whole(office)["机关"]
    take(installation, book, update=True)

    assert [(found.column, found.old, found.new) for found in reported.differences] == [
        ("电话", "", "87801209")
    ]
    assert isinstance(before, OfficeLine)
    assert before.telephone == ""
    assert whole(office)["机关"] == before.model_copy(update={"telephone": "87801209"})


# --- a row becomes facts -----------------------------------------------------------------


def test_a_full_row_becomes_dated_facts(installation: Installation) -> None:
    line = a_line(
        number="甲1",
        submitted_on=date(2025, 3, 1),
        correction_requested_on=date(2025, 3, 5),
        correction_received_on=date(2025, 3, 12),
        third_party_consulted_on=date(2025, 3, 13),
        third_party_answered_on=date(2025, 3, 20),
        extension_notified_on=date(2025, 4, 1),
        answered_on=date(2025, 4, 30),
        outcome=Outcome.PARTLY_DISCLOSED,
        letter_number="净政公开〔2025〕1号",
    )

    take(installation, a_book(line))

    with installation.office().read() as view:
        assert facts(view, "甲1") == [
            (Event(K.SUBMITTED, date(2025, 3, 1)), {}),
            (Event(K.RECEIVED, date(2025, 3, 3)), {}),
            (Event(K.CORRECTION_REQUESTED, date(2025, 3, 5)), {}),
            (Event(K.CORRECTION_RECEIVED, date(2025, 3, 12)), {}),
            (Event(K.THIRD_PARTY_CONSULTED, date(2025, 3, 13), "1"), {}),
            (Event(K.THIRD_PARTY_ANSWERED, date(2025, 3, 20), "1"), {}),
            # 条例(2019) 第三十三条第二款: at most 20 working days.
            (Event(K.EXTENSION_NOTIFIED, date(2025, 4, 1), workdays=20), {}),
            (
                Event(K.REPLY_POSTED, date(2025, 4, 30), outcome=Outcome.PARTLY_DISCLOSED),
                {"letter_number": "净政公开〔2025〕1号"},
            ),
        ]


@pytest.mark.parametrize(
    ("cells", "kind", "state"),
    [
        ({}, K.REPLY_POSTED, State.ANSWERED),
        ({"delivery": "post"}, K.REPLY_POSTED, State.ANSWERED),
        ({"delivery": "in_person"}, K.REPLY_SIGNED_FOR, State.ANSWERED),
        ({"delivery": "internet"}, K.REPLY_SENT, State.ANSWERED),
        ({"delivery": "email"}, K.REPLY_SENT, State.ANSWERED),
        ({"outcome": Outcome.NOT_CORRECTED}, K.LAPSED_UNCORRECTED, State.ABANDONED),
        ({"outcome": Outcome.NOT_PAID}, K.LAPSED_UNPAID, State.ABANDONED),
        ({"outcome": Outcome.OTHERWISE_CONCLUDED}, K.WITHDRAWN, State.WITHDRAWN),
        (
            {"outcome": Outcome.OTHERWISE_CONCLUDED, "letter_number": "1号"},
            K.REPLY_POSTED,
            State.ANSWERED,
        ),
    ],
)
def test_the_way_of_answering_says_how_it_ended(
    installation: Installation, cells: dict[str, object], kind: EventKind, state: State
) -> None:
    take(installation, a_book(a_line(number="甲1", **ANSWER | cells)))

    with installation.office().read() as view:
        row, case = view.requests.find("甲1"), view.requests.case("甲1")
        assert (case.events[-1].kind, row.state) == (kind, state)
        assert row.outcome == (ANSWER | cells)["outcome"]


@pytest.mark.parametrize("outcome", [Outcome.WITHHELD_UNSPECIFIED, Outcome.OTHER_UNSPECIFIED])
def test_a_ground_that_was_not_recorded_is_let_in_for_any_year(
    installation: Installation, outcome: Outcome
) -> None:
    summary = take(installation, a_book(a_line(number="甲1", **ANSWER | {"outcome": outcome})))

    assert (summary.is_written, tally(summary)) == (True, (1, 0, 0, 0))


def test_unknown_case_officers_are_entered_inactive(installation: Installation) -> None:
    rows = [a_line(number=str(n), case_officer=name) for n, name in enumerate(["甲", "乙", "甲"])]

    summary = take(installation, a_book(*rows))

    assert summary.new_staff == ("甲", "乙")
    assert whole(installation.office())["人员"] == [("甲", "clerk", False), ("乙", "clerk", False)]


def test_rows_without_a_number_are_numbered_around_those_given(
    installation: Installation, office: Office
) -> None:
    given = "净公开申〔2025〕1号"

    take(installation, a_book(a_line(), a_line(number=given), a_line(applicant="李四")))

    assert sorted(numbers(office)) == [f"净公开申〔2025〕{serial}号" for serial in (1, 2, 3)]


# --- faults ------------------------------------------------------------------------------


def test_one_fault_keeps_everything_out(installation: Installation) -> None:
    summary = take(installation, a_book(a_line(), faults=(BAD_CELL,)))

    assert (summary.is_written, tally(summary)) == (False, (1, 0, 0, 1))
    assert installation.offices() == ()


def test_the_good_rows_are_taken_if_asked_for(installation: Installation) -> None:
    fault = a_line(number="甲2", **ANSWER | {"outcome": Outcome.NOT_PAID}, received_on="2018-03-05")

    summary = take(
        installation, a_book(a_line(number="甲1"), fault, faults=(BAD_CELL,)), keep_good=True
    )

    assert (summary.is_written, tally(summary)) == (True, (1, 0, 0, 2))
    assert numbers(installation.office()) == ["甲1"]


def test_a_dry_run_writes_nothing(installation: Installation) -> None:
    summary = take(installation, a_book(a_line(case_officer="甲")), dry_run=True)

    assert (summary.is_written, tally(summary), summary.new_staff) == (False, (1, 0, 0, 0), ("甲",))
    assert installation.offices() == ()


def test_two_texts_for_one_section_are_a_fault(installation: Installation) -> None:
    text = NarrativeLine(year=2024, section="一、概述", text="甲")

    summary = take(installation, a_book(text, text.model_copy(update={"text": "乙"})))

    assert [(fault.row, fault.code, fault.hint) for fault in summary.faults] == [
        (3, FaultCode.REPEATED, "2")
    ]


def test_a_balance_that_changed_is_reported(installation: Installation) -> None:
    balance = OpeningBalanceLine(indicator="主动公开文件数", as_of=date(2016, 12, 31), value=160)
    take(installation, a_book(balance))

    summary = take(installation, a_book(balance.model_copy(update={"value": 161})), update=True)

    assert [(found.old, found.new) for found in summary.differences] == [("160", "161")]
    with installation.office().read() as view:
        assert [row.amount for row in view.opening_balances.all()] == [161]


def test_a_process_that_is_killed_leaves_nothing(
    tmp_path: Path, installation: Installation
) -> None:
    killed = subprocess.run(  # noqa: S603 -- our own interpreter, our own text
        [sys.executable, "-c", _KILLED, str(tmp_path)], cwd=ROOT, check=False, timeout=60
    )

    assert killed.returncode == -9
    assert installation.offices() == ()
    assert take(installation, a_book(a_line())).is_written


_KILLED = """
import os, signal, sys
from pathlib import Path
from tests.builders import an_installation
from tests.workflow.services.ledgers import a_book, a_line
from workflow.services.importing import ImportBook, import_book

def killed(sheet, done, total):
    assert (sheet, done, total) == ("申请", 500, 501)
    os.kill(os.getpid(), signal.SIGKILL)

installation = an_installation(Path(sys.argv[1]))
book = a_book(*(a_line(number=str(n)) for n in range(501)))
with installation.work() as uow:
    import_book(ImportBook(actor="甲"), book, uow, at=installation.clock.now(),
                calendar=installation.calendar, told=killed)
"""
