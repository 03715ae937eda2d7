"""Who made requests is forgotten after some years: no figure changes, and the chain still holds."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from states.errors import MoveRefusedError
from states.steps import Role
from tests.builders import TOWN, an_installation
from tests.fakes import FixedClock
from tests.workflow.filled_in import RESIDENT_ID, grown, logged
from workflow.bootstrap import Office
from workflow.demo.sample_office import found_sample_office
from workflow.records.errors import LetterForgottenError
from workflow.records.namelessness import NAMELESS, Names
from workflow.records.text_pairs import pairs_in
from workflow.records.unit_of_work import UnitOfWork
from workflow.records.verification import Fault, verify
from workflow.records.view import View
from workflow.reports.catalogue import FORMS
from workflow.services.attachments import AddFile, AttachmentKind, add_file, keep_file
from workflow.services.handling.withdrawing import Withdraw, WrittenForm, withdraw
from workflow.services.letters.writing import reprint
from workflow.services.privacy_errors import RetentionUnsetError
from workflow.services.reporting import ReportWanted, report_year
from workflow.services.retention import Forget, forget, plan, remove_files
from workflow.services.slips import GiveSlip, give_slip

pytestmark = pytest.mark.thorough

TODAY = date(2026, 3, 2)  # Monday
NAME, PHONE, ADDRESS = "赵标记", "13987650001", "标记路七号"
PDF = b"%PDF-1.7\nscan of an identity card\n%%EOF\n"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with requests in every state, one of which has all that is kept of anybody."""
    directory = tmp_path_factory.mktemp("full")
    with an_installation(directory, FixedClock.on(TODAY)) as installation:
        office = found_sample_office(installation, TODAY)
        marked(office)
        yield office


def marked(office: Office) -> str:
    """Log and close a request of which everything is kept, and return its number."""
    number = logged(
        office,
        applicant=NAME,
        content=f"{NAME}申请公开宅基地批复",
        identity_kind="resident_id",
        identity_number=RESIDENT_ID,
        phone=PHONE,
        address=ADDRESS,
        contact=PHONE,
    )
    kept = keep_file(f"{NAME}身份证.pdf", PDF, office.attachment_files)
    at, calendar = office.clock.now(), office.calendar
    add = AddFile(
        number=number, file=kept, actor="李四", role=Role.CLERK, kind=AttachmentKind.IDENTITY
    )
    with office.work() as uow:
        add_file(add, uow, at=at, calendar=calendar)
        slip = GiveSlip(number=number, actor="李四", role=Role.CLERK, accepts_provisional=True)
        give_slip(slip, uow, at=at, calendar=calendar)
        closing = Withdraw(
            number=number,
            on=TODAY,
            actor="李四",
            role=Role.CLERK,
            reason=f"{NAME}来电撤回",
            form=WrittenForm.LETTER,
        )
        withdraw(closing, uow, at=at, calendar=calendar)
    return number


def forgotten(office: Office, uow: UnitOfWork, number: str, role: Role = Role.SYSTEM) -> bool:
    command = Forget(number=number, reason="保存期限届满", actor="系统", role=role)
    return forget(command, uow, at=office.clock.now(), calendar=office.calendar)


def tables(office: Office, view: View) -> list[Any]:
    """Return every figure of every form, of every year that the office has."""
    at, calendar = office.clock.now(), office.calendar
    reports = [
        report_year(view, ReportWanted(year=year, form_key=key, as_known_on=known), at=at,
                    calendar=calendar)
        for year in (2024, 2025, 2026)
        for key in FORMS
        for known in (None, at - timedelta(days=40))
    ]  # fmt: skip
    return [report.printed for report in reports]


def closed(office: Office) -> list[str]:
    with office.read() as view:
        return [one.number for one in plan(view, 0, TODAY)]


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whoever_is_forgotten_no_figure_of_any_year_or_form_changes(
    full: Office, data: st.DataObject
) -> None:
    numbers = data.draw(st.lists(st.sampled_from(closed(full)), min_size=1, unique=True))

    with full.rehearse() as uow:
        before = tables(full, uow)
        for number in numbers:
            assert forgotten(full, uow, number)
        after = tables(full, uow)
        proof = verify(uow.store, full.calendar, full.practice)

    assert after == before
    assert proof.holds, proof.first_break


def test_all_that_named_the_applicant_is_gone_and_the_chain_holds(full: Office) -> None:
    with full.rehearse() as uow:
        for number in closed(full):
            forgotten(full, uow, number)
        written = {
            name: " ".join(map(str, uow.connection.execute(text(f"SELECT * FROM {name}")).all()))  # noqa: S608 -- our own names
            for name in ("request", "event", "personal_details", "attachment", "letter", "outbox")
        }
        proof = verify(uow.store, full.calendar, full.practice)

    for mark in (NAME, PHONE, ADDRESS, RESIDENT_ID):
        assert [name for name, rows in written.items() if mark in rows] == []
    assert NAMELESS in written["request"]
    assert proof.holds


def test_in_a_large_office_no_search_leads_to_who_was_forgotten(tmp_path: Path) -> None:
    with an_installation(tmp_path, FixedClock.on(TODAY)) as installation:
        office = grown(installation.establish(TOWN, actor="管理员"))
        number = marked(office)

        with office.work() as uow:
            assert uow.requests.text_pairs.rows_with("标记") != []
            forgotten(office, uow, number)

            assert uow.requests.text_pairs.rows_with("标记") == []
            held = uow.connection.scalars(text("SELECT pair FROM text_pair"))
            assert pairs_in(["标记"]).isdisjoint(held)
            assert uow.requests.text_pairs.is_complete()


def test_its_files_are_removed_and_those_of_others_stay(full: Office) -> None:
    files = full.attachment_files
    other = files.keep(b"%PDF-1.7\nof somebody else\n%%EOF\n")
    with full.read() as view:
        (row,) = [one for one in view.attachments.all() if one.name.startswith(NAME)]

    with full.rehearse() as uow:
        forgotten(full, uow, closed(full)[-1])
        assert remove_files([uow], files) == 1
        assert remove_files([uow], files) == 0

    assert not files.place(row.sha256).exists()
    assert files.place(other).exists()
    files.keep(PDF)  # the rehearsal kept nothing, but the file was gone


def test_forgetting_twice_changes_nothing_more(full: Office) -> None:
    with full.rehearse() as uow:
        number = closed(full)[0]

        assert [forgotten(full, uow, number) for _ in range(2)] == [True, False]


def test_only_what_was_closed_long_enough_ago_is_proposed(full: Office) -> None:
    with full.read() as view:
        assert plan(view, 5, TODAY) == ()
        later = plan(view, 5, date(2031, 3, 1))
        assert later
        assert TODAY not in {one.closed_on for one in later}
        assert TODAY in {one.closed_on for one in plan(view, 5, date(2031, 3, 2))}


def test_without_a_term_nothing_is_proposed(full: Office) -> None:
    with full.read() as view, pytest.raises(RetentionUnsetError):
        plan(view, None, TODAY)


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.SUPERVISOR])
def test_others_than_head_and_administrator_may_not(full: Office, role: Role) -> None:
    with full.rehearse() as uow, pytest.raises(MoveRefusedError):
        forgotten(full, uow, closed(full)[0], role)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Office]:
    """An office with one request, whose applicant is forgotten."""
    with an_installation(tmp_path, FixedClock.on(TODAY)) as installation:
        office = found_sample_office(installation, TODAY)
        number = marked(office)
        with office.work() as uow:
            forgotten(office, uow, number)
        with office.read() as view:
            remove_files([view], office.attachment_files)
        yield office


def test_what_was_written_over_cannot_be_changed_unseen(one: Office) -> None:
    assert one.verify().holds
    with one.read() as view:
        seq = view.connection.scalar(text("SELECT min(id) FROM effaced WHERE subject = 'event'"))

    with one.work() as uow:
        uow.connection.execute(
            text("UPDATE event SET details = '{}' WHERE seq = :seq"), {"seq": seq}
        )

    broken = one.verify().first_break
    assert broken is not None
    assert (broken.seq, broken.what) == (seq, Fault.EVENT_CHANGED)


@pytest.mark.parametrize(
    "change",
    ["details = '{}' WHERE seq = 1", "actor = '别人' WHERE kind = 'made_nameless'",
     "actor = '别人' WHERE seq = (SELECT min(id) FROM effaced WHERE subject = 'event')"],
)  # fmt: skip
def test_the_database_refuses_to_write_over_anything_else(one: Office, change: str) -> None:
    with pytest.raises(DBAPIError), one.work() as uow:
        uow.connection.execute(text(f"UPDATE event SET {change}"))  # noqa: S608 -- our own words


def test_no_word_of_ours_and_nothing_short_counts_as_a_name() -> None:
    names = Names(["王", "20", "2025", "a", "", NAMELESS, "匿名", "王小明", "1398765"])

    assert names.out_of("王小明和王、2025年20件，电话1398765") == (
        f"{NAMELESS}和王、2025年20件，电话{NAMELESS}"
    )


def test_a_letter_that_names_nobody_any_more_is_not_made_again(full: Office) -> None:
    with full.rehearse() as uow:
        letter = next(one for one in uow.letters.all() if one.request_number in closed(full))
        assert reprint(letter, uow).text

        forgotten(full, uow, letter.request_number)
        after = uow.letters.find(str(letter.id))

        assert (after.kind, after.issued_on) == (letter.kind, letter.issued_on)
        with pytest.raises(LetterForgottenError):
            reprint(after, uow)
