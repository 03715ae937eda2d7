"""A merged request is counted nowhere, worked on by nobody, and told of to nobody."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from states.statute.outcomes import Outcome
from states.steps import Role, Step
from tests.builders import MONDAY, a_reply, an_annulment, an_installation
from tests.fakes import FixedClock
from tests.workflow.filled_in import linked, logged, merged, parted, row_of
from tests.workflow.services.ledgers import a_book, a_line, take, tally
from workflow.bootstrap import Installation, Office
from workflow.clock import legal_date
from workflow.ledger.book import read_book
from workflow.records.counting import CountedSpan, Edge, OpenAt, Question, Register, Selection
from workflow.records.facts import StaffMember
from workflow.records.figures import Figures
from workflow.records.hindsight import FiguresAsKnownOn
from workflow.records.view import View
from workflow.services.casefile import case_file
from workflow.services.exporting import ExportSummary, export_book
from workflow.services.reminding import CONSOLE, plan_reminders
from workflow.services.worklist import worklist

REQUESTS = Selection(Register.REQUESTS)
EVE, LAST_DAY = date(2024, 12, 31), date(2025, 12, 31)
RECEIVED = Question(REQUESTS, CountedSpan(EVE, LAST_DAY))
CLOSED = Question(REQUESTS, CountedSpan(EVE, LAST_DAY, Edge.ENDED))
OPEN = Question(REQUESTS, OpenAt(LAST_DAY))
EARLIER, LATER = date(2025, 9, 1), date(2025, 9, 3)  # Monday, Wednesday

Counts = tuple[int, int, int]


def two(office: Office) -> tuple[str, str]:
    return logged(office, submitted_on=EARLIER), logged(office, submitted_on=LATER)


def counted(office: Office, as_known_on: datetime | None = None) -> Counts:
    """How many requests were received, closed, and are open, in 2025."""
    with office.read() as view:
        return _counts(view, _figures(view, as_known_on))


def _figures(view: View, as_known_on: datetime | None) -> Figures:
    if as_known_on is None:
        return Figures(view.connection)
    return FiguresAsKnownOn(view.connection, as_known_on)


def _counts(view: View, figures: Figures) -> Counts:
    received, closed, still_open = figures.numbers((view.office_id,), (RECEIVED, CLOSED, OPEN))
    return received, closed, still_open


# --- figures -----------------------------------------------------------------------------------


def test_a_merged_request_is_counted_nowhere(office: Office) -> None:
    first, second = two(office)
    assert counted(office) == (2, 0, 2)

    merged(office, second, first)
    assert counted(office) == (1, 0, 1)

    a_reply(office, first)
    assert counted(office) == (1, 1, 0)


def test_a_merged_request_stands_behind_no_figure(office: Office) -> None:
    first, second = two(office)
    merged(office, second, first)

    with office.read() as view:
        figures = Figures(view.connection)
        listed = figures.listed((view.office_id,), RECEIVED)
    assert [record.number for record in listed] == [first]


def test_as_known_before_the_merger_both_are_counted(office: Office, clock: FixedClock) -> None:
    first, second = two(office)
    before = clock.now()
    clock.move(days=1)
    merged(office, second, first)

    assert counted(office, before) == (2, 0, 2)
    assert counted(office, clock.now()) == (1, 0, 1)


def test_as_known_after_the_annulment_both_are_counted_again(
    office: Office, clock: FixedClock
) -> None:
    first, second = two(office)
    clock.move(days=1)
    entry = merged(office, second, first)
    while_merged = clock.now()
    clock.move(days=1)
    an_annulment(office, second, entry.seq)

    assert counted(office, while_merged) == (1, 0, 1)
    assert counted(office, clock.now()) == counted(office) == (2, 0, 2)


def test_a_linked_request_is_counted_by_itself(office: Office) -> None:
    first, second = two(office)

    linked(office, first, second)

    assert counted(office) == (2, 0, 2)


def test_a_split_request_is_counted_once_for_each_part(office: Office) -> None:
    parted(office, logged(office, submitted_on=EARLIER), "某路征地方案", "某村低保名单", "会议纪要")

    assert counted(office) == (3, 0, 3)


# --- the desk ----------------------------------------------------------------------------------


def test_a_merged_request_is_on_no_worklist(office: Office) -> None:
    first, second = two(office)
    merged(office, second, first)

    with office.read() as view:
        lines = worklist(view, today=MONDAY, calendar=office.calendar)

    assert [line.number for line in lines] == [first]


def test_the_file_of_a_merged_request_has_no_clock_and_offers_nothing(office: Office) -> None:
    first, second = two(office)
    merged(office, second, first)
    step = Step("", MONDAY, MONDAY, Role.CLERK)

    with office.read() as view:
        found = case_file(view, second, step, office.calendar)
        target = case_file(view, first, step, office.calendar)

    assert (found.reckoning, found.ledger, found.deadlines, found.offers) == (None, (), (), ())
    assert [relation.number for relation in target.relations] == [second]


def test_a_new_holiday_notice_moves_no_date_of_a_merged_request(office: Office) -> None:
    first, second = two(office)
    merged(office, second, first)

    with office.work() as uow:
        moved = uow.requests.reckon_again(office.calendar, actor="管理员", at=office.clock.now())

    assert moved == []


# --- reminders ---------------------------------------------------------------------------------

# Twenty working days from Mon 2025-09-01 end on Sun 28 Sep, worked; from Wed the 3rd on Tue 30.
LAST_DAYS = date(2025, 9, 28)


@pytest.fixture
def staffed(office: Office, clock: FixedClock) -> Office:
    with office.work() as uow:
        uow.staff.add(StaffMember(name="李四"), actor="管理员", at=clock.now())
    return office


def planned(office: Office) -> set[str]:
    """Plan what should be said by now, and return the requests that anything waits about."""
    with office.work() as uow:
        plan_reminders(
            uow, office.name, at=office.clock.now(), calendar=office.calendar, channel=CONSOLE
        )
        return {row.request_number for row in uow.outbox.all()}


def claimed(office: Office) -> set[str]:
    """Take what would be sent now, and return the requests that it is about."""
    with office.work() as uow:
        items = uow.outbox.claim(office.clock.now(), limit=10, lease=timedelta(minutes=1))
    return {item.key.split(":")[1] for item in items}


def test_nobody_is_reminded_of_a_merged_request(staffed: Office, clock: FixedClock) -> None:
    first, second = two(staffed)
    merged(staffed, second, first)
    clock.move(days=(LAST_DAYS - MONDAY).days)

    planned(staffed)

    assert claimed(staffed) == {first}


def test_a_reminder_that_waits_is_held_while_its_request_is_merged(
    staffed: Office, clock: FixedClock
) -> None:
    first, second = two(staffed)
    clock.move(days=(LAST_DAYS - MONDAY).days)
    assert planned(staffed) == {first, second}
    entry = merged(staffed, second, first)
    assert claimed(staffed) == {first}

    an_annulment(staffed, second, entry.seq)

    assert claimed(staffed) == {second}


# --- the ledger --------------------------------------------------------------------------------


def exported(office: Office, path: Path) -> ExportSummary:
    with office.read() as view:
        return export_book(path, view)


def test_a_merged_request_is_not_in_the_ledger_and_is_named(office: Office, tmp_path: Path) -> None:
    first, second = two(office)
    merged(office, second, first)

    summary = exported(office, tmp_path / "台账.xlsx")

    assert summary.merged == [second]
    assert summary.rows["申请"] == 1


def test_the_statistics_survive_export_and_import(office: Office, tmp_path: Path) -> None:
    first, second = two(office)
    merged(office, second, first)
    exported(office, tmp_path / "台账.xlsx")

    with an_installation(tmp_path / "other") as other:
        take(other, read_book(tmp_path / "台账.xlsx", today=legal_date(office.clock.now())))
        assert counted(other.office()) == counted(office) == (1, 0, 1)


@pytest.mark.parametrize("update", [False, True])
def test_a_ledger_from_before_leaves_a_merged_request_alone(
    installation: Installation,
    update: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    lines = [a_line(number="1"), a_line(number="2")]
    take(installation, a_book(*lines))
    office = installation.office()
    merged(office, "2", "1")
    before = row_of(office, "2")
    changed = a_line(number="2", answered_on=date(2025, 3, 24), outcome=Outcome.DISCLOSED)

    summary = take(installation, a_book(lines[0], changed), update=update)

    assert tally(summary) == (0, 1, 0, 0)
    assert summary.sheets["申请"].merged == 1
    assert summary.differences == ()
    assert row_of(office, "2") == before


def test_a_row_without_a_number_still_finds_its_merged_request(
    installation: Installation,
) -> None:
    book = a_book(a_line(), a_line())
    take(installation, book)
    office = installation.office()
    with office.read() as view:
        first, second = (row.number for row in view.requests.each())
    merged(office, second, first)

    summary = take(installation, book)

    assert tally(summary) == (0, 1, 0, 0)
    assert summary.sheets["申请"].merged == 1


def test_details_that_no_column_of_the_ledger_holds_are_named(
    office: Office, tmp_path: Path
) -> None:
    plain = logged(office, submitted_on=EARLIER, phone="13800000000")
    oral = logged(office, submitted_on=EARLIER, oral=True)
    addressed = logged(office, submitted_on=EARLIER, address="净峰街1号")
    first, second = two(office)
    linked(office, first, second)

    summary = exported(office, tmp_path / "台账.xlsx")

    assert summary.beside == [oral, addressed, first, second]
    assert plain not in summary.beside


def test_a_telephone_is_the_contact_of_the_ledger_where_no_other_is_written(
    office: Office, tmp_path: Path
) -> None:
    logged(office, submitted_on=EARLIER, phone="13800000000")
    path = tmp_path / "台账.xlsx"
    exported(office, path)

    book = read_book(path, today=MONDAY)

    assert [line.contact for line in book.lines["申请"]] == ["13800000000"]  # type: ignore[attr-defined]
    summary = take(office.installation, book)
    assert tally(summary) == (0, 1, 0, 0)
