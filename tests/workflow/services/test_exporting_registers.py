"""What the ledger has no column for stays in the database, and is named."""

from datetime import date
from pathlib import Path

from states.case import Event, EventKind
from tests.workflow.services.ledgers import a_book, a_line, take
from workflow.bootstrap import Installation, Office
from workflow.ledger.book import read_book
from workflow.ledger.rows import ComplaintLine, OfficeLine, PublicationLine, ReconsiderationLine
from workflow.records.duty import Absence
from workflow.records.mail import IncomingMail
from workflow.records.register_facts import (
    Complaint,
    Publication,
)
from workflow.services.exporting import ExportSummary, export_book

TODAY = date(2025, 9, 22)  # Monday
DAY = date(2025, 3, 3)  # Monday


def published(title: str) -> Publication:
    return Publication(title=title, published_on=DAY, channels="website")


def export(office: Office, path: Path) -> ExportSummary:
    with office.read() as view:
        return export_book(path, view)


def test_what_is_yet_to_be_published_or_void_is_not_in_the_book(
    office: Office, tmp_path: Path
) -> None:
    at = office.clock.now()
    with office.work() as uow:
        uow.publications.add(Publication(title="待公开", formed_on=DAY), actor="甲", at=at)
        uow.publications.add_many([published("甲"), published("乙")], actor="甲", at=at)
        uow.publications.annul(3, reason="重复", actor="甲", at=at)
        uow.complaints.annul(
            uow.complaints.add(Complaint(received_on=DAY), actor="甲", at=at),
            reason="误",
            actor="甲",
            at=at,
        )

    summary = export(office, tmp_path / "台账")

    book = read_book(tmp_path / "台账", today=TODAY)
    assert book.faults == ()
    assert [line.title for line in book.of(PublicationLine)] == ["甲"]
    assert book.of(ComplaintLine) == ()
    assert summary.registers == {"to_be_published": 1}


def test_an_export_names_the_registers_that_the_book_has_no_sheet_for(
    office: Office, tmp_path: Path
) -> None:
    at = office.clock.now()
    with office.work() as uow:
        for serial in (1, 2):
            mail = IncomingMail(year=2025, serial=serial, received_on=DAY, sender="张三")
            uow.incoming_mail.add(mail, actor="甲", at=at)
        uow.absences.add(Absence(name="甲", from_on=DAY), actor="甲", at=at)

    assert export(office, tmp_path / "台账.xlsx").registers == {"incoming_mail": 2, "absence": 1}


def test_what_the_book_has_no_column_for_outlives_an_update(
    installation: Installation,
) -> None:
    take(installation, a_book(ReconsiderationLine(received_on=DAY, authority="县政府")))
    office = installation.office()
    with office.work() as uow:
        changes = {"procedure": "summary", "officer": "甲", "applicant": "张三"}
        uow.reconsiderations.amend(1, changes, reason="补", actor="甲", at=office.clock.now())

    concluded = ReconsiderationLine(
        received_on=DAY, authority="县政府", concluded_on=date(2025, 5, 6), result="corrected"
    )
    take(installation, a_book(concluded), update=True)

    with office.read() as view:
        (row,) = view.reconsiderations.all()
    assert (row.result, row.procedure, row.officer, row.applicant) == (
        "corrected",
        "summary",
        "甲",
        "张三",
    )
    assert office.verify().holds


def test_a_row_of_the_book_can_publish_what_was_yet_to_be(installation: Installation) -> None:
    take(installation, a_book(OfficeLine(name="净峰镇人民政府")))
    office = installation.office()
    with office.work() as uow:
        pending = Publication(title="预算", formed_on=DAY, index_number="甲1")
        uow.publications.add(pending, actor="甲", at=office.clock.now())
    line = PublicationLine(
        index_number="甲1", title="预算", published_on=TODAY, channels=("website",)
    )

    told = take(installation, a_book(line))
    assert {found.column for found in told.differences} == {"公开日期", "公开渠道"}
    take(installation, a_book(line), update=True)

    with office.read() as view:
        (row,) = view.publications.all()
    assert (row.published_on, row.channels, row.formed_on) == (TODAY, "website", DAY)


def test_on_whose_behalf_something_was_entered_is_no_difference(
    installation: Installation, tmp_path: Path
) -> None:
    take(installation, a_book(a_line(number="1", case_officer="甲")))
    office = installation.office()
    with office.work() as uow:
        event = Event(EventKind.CORRECTION_REQUESTED, date(2025, 3, 5))
        uow.requests.record(
            "1",
            event,
            actor="乙",
            at=office.clock.now(),
            calendar=office.calendar,
            more={"on_behalf_of": "甲"},
        )

    assert export(office, tmp_path / "台账").not_carried == []
