"""Tampering: each kind is found, and the first break is named."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.builders import a_move, a_publication, a_request
from workflow.bootstrap import Office
from workflow.records.engine import writing_engine
from workflow.records.verification import ChainBreak, Fault

Tamper = Callable[..., None]


@pytest.fixture
def tamper(office: Office) -> Tamper:
    """Let somebody with the database in hand do to it what the program would not."""
    number = a_request(office)  # events 2 (registered) and 3 (submitted)
    a_move(office, number, "request_correction", date(2025, 9, 3), workdays=10)  # 4
    a_move(office, number, "receive_correction", date(2025, 9, 5))  # 5
    a_move(office, number, "withdraw", date(2025, 9, 19))  # 6
    with office.work() as uow:
        uow.publications.add(a_publication(), actor="李四", at=office.clock.now())  # 7
    assert office.verify().holds

    def by_hand(*statements: str) -> None:
        engine = writing_engine(office.installation.settings.database)
        of_event = "" if engine.dialect.name == "sqlite" else " ON event"
        with engine.begin() as database:
            for trigger in ("event_is_never_changed", "event_is_never_removed"):
                database.exec_driver_sql(f"DROP TRIGGER {trigger}{of_event}")
            for statement in statements:
                database.exec_driver_sql(statement)
        engine.dispose()

    return by_hand


def _first_break(office: Office) -> ChainBreak:
    found = office.verify().first_break
    assert found is not None
    return found


@pytest.mark.parametrize(
    "change",
    [
        "actor = '赵六'",
        "happened_on = '2025-09-02'",
        "entered_at = '2025-09-01 00:00:00.000000'",
        "kind = 'withdrawn'",
        "details = '{\"workdays\":20}'",
        pytest.param(
            "details = '{\"workdays\": 10}'",
            marks=pytest.mark.sqlite_only("the driver of PostgreSQL reads JSON, not its text"),
        ),
        "idempotency_key = 'k'",
        "annuls = 3",
        "hash = previous_hash",
        "previous_hash = hash",
    ],
)
def test_a_changed_event_is_named(office: Office, tamper: Tamper, change: str) -> None:
    tamper(f"UPDATE event SET {change} WHERE seq = 4")  # noqa: S608 - that is the tampering

    found = _first_break(office)

    assert (found.seq, found.what) == (4, Fault.EVENT_CHANGED)
    assert (found.subject, found.subject_id) == ("request", 1)


def test_an_event_removed_from_the_middle_is_named(office: Office, tamper: Tamper) -> None:
    tamper("DELETE FROM event WHERE seq = 4")

    assert _first_break(office) == ChainBreak(4, Fault.EVENT_MISSING)


def test_an_event_removed_and_the_gap_closed_is_named(office: Office, tamper: Tamper) -> None:
    tamper("DELETE FROM event WHERE seq = 5", "UPDATE event SET seq = 5 WHERE seq = 6")

    found = _first_break(office)

    assert (found.seq, found.what) == (5, Fault.EVENT_CHANGED)


def test_an_event_removed_from_the_end_is_named(office: Office, tamper: Tamper) -> None:
    tamper("DELETE FROM event WHERE seq = 7")

    assert _first_break(office) == ChainBreak(7, Fault.CHAIN_CUT_OFF)


def test_two_events_that_changed_places_are_named(office: Office, tamper: Tamper) -> None:
    tamper(
        "UPDATE event SET seq = 99 WHERE seq = 4",
        "UPDATE event SET seq = 4 WHERE seq = 5",
        "UPDATE event SET seq = 5 WHERE seq = 99",
    )

    found = _first_break(office)

    assert (found.seq, found.what) == (4, Fault.EVENT_CHANGED)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("state", "received"),
        ("received_on", "2025-09-02"),
        ("answer_due", "2025-12-31"),
        ("next_due", "2025-12-31"),
        ("outcome", "not_held"),
        ("closed_on", "2025-09-18"),
        ("on_time", "0"),
        ("provisional", "1"),
        ("version", "9"),
        ("applicant", "李四"),
        ("content", "别的事"),
    ],
)
def test_a_column_that_its_events_do_not_bear_out_is_named(
    office: Office, tamper: Tamper, column: str, value: str
) -> None:
    tamper(f"UPDATE request SET {column} = '{value}'")  # noqa: S608 - that is the tampering

    assert _first_break(office) == ChainBreak(6, Fault.ROW_CHANGED, "request", 1, (column,))


def test_a_changed_row_of_a_smaller_register_is_named(office: Office, tamper: Tamper) -> None:
    tamper("UPDATE publication SET published_on = '2017-03-07'")

    assert _first_break(office) == ChainBreak(
        7, Fault.ROW_CHANGED, "publication", 1, ("published_on",)
    )


def test_a_row_that_was_made_void_by_hand_is_named(office: Office, tamper: Tamper) -> None:
    tamper("UPDATE publication SET annulled = true")

    assert _first_break(office) == ChainBreak(7, Fault.ROW_CHANGED, "publication", 1, ("annulled",))


def test_a_removed_row_is_named(office: Office, tamper: Tamper) -> None:
    tamper("DELETE FROM publication")

    assert _first_break(office) == ChainBreak(7, Fault.ROW_MISSING, "publication", 1)


def test_a_row_slipped_in_is_named(office: Office, tamper: Tamper) -> None:
    tamper(
        "INSERT INTO complaint (office_id, id, received_on, origin, matter, result,"
        " request_number) VALUES (1, 1, '2025-09-01', '', '', '', '')"
    )

    assert _first_break(office) == ChainBreak(0, Fault.ROW_WITHOUT_EVENTS, "complaint", 1)


def test_a_renamed_office_is_named(office: Office, tamper: Tamper) -> None:
    tamper("UPDATE office SET phone = '12345'")

    assert _first_break(office) == ChainBreak(1, Fault.ROW_CHANGED, "office", 1, ("phone",))


@pytest.mark.usefixtures("tamper")
def test_what_was_amended_by_the_program_holds(office: Office) -> None:
    at = office.clock.now()
    with office.work() as uow:
        uow.publications.amend(1, {"note": "更正"}, reason="漏填", actor="李四", at=at)
        uow.offices.amend({"phone": "87801209"}, reason="改号", actor="李四", at=at)

    assert office.verify().holds
