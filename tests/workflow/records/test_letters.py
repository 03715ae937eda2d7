"""The register of letters: entered once, numbered without gaps, never changed or removed."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.workflow.records.letters_kept import DAY, SERIES, InVainError, a_letter
from workflow.bootstrap import Office
from workflow.records.errors import KeyReusedError, LetterNotFoundError
from workflow.records.facts import OfficeProfile
from workflow.records.letters import LetterNumber, NewLetter
from workflow.records.tables.letters import LetterRow
from workflow.records.verification import ChainBreak, Fault

TABLES = ("letter", "letter_template")


def issued(
    office: Office,
    *,
    series: str = SERIES,
    kind: str = "correction_notice",
    key: str | None = None,
) -> LetterRow:
    with office.work() as uow:
        return a_letter(uow, series=series, kind=kind, key=key)


def in_vain(office: Office) -> None:
    """Enter a letter, and let it come to nothing."""
    with office.work() as uow:
        a_letter(uow)
        raise InVainError


def test_a_letter_is_kept_as_it_was_issued(office: Office) -> None:
    row = issued(office)

    with office.read() as view:
        kept = view.letters.find("1")
    assert kept == row
    assert (kept.number, kept.series, kept.year, kept.serial) == (
        "净公开告〔2025〕1号",
        SERIES,
        2025,
        1,
    )
    assert kept.facts == {"addressee": "张三", "corrections": [{"point": "甲"}]}
    assert kept.issued_at == office.clock.now()
    assert kept.template == sha256("# 题目".encode()).hexdigest()


@pytest.mark.parametrize(
    "reference", ["1", " 1 ", "净公开告〔2025〕1号", "净公开告[2025]1号", "净公开告（2025）1号"]
)
def test_a_letter_is_found_by_its_number_in_any_brackets_or_by_its_place(
    office: Office, reference: str
) -> None:
    issued(office)

    with office.read() as view:
        assert view.letters.find(reference).id == 1


@pytest.mark.parametrize("reference", ["2", "", "净公开告〔2025〕2号"])
def test_a_letter_that_was_not_issued_is_not_found(office: Office, reference: str) -> None:
    issued(office)
    issued(office, series="")

    with office.read() as view, pytest.raises(LetterNotFoundError):
        view.letters.find(reference if reference != "2" else "3")


def test_letters_are_listed_newest_first_and_by_what_is_asked(office: Office) -> None:
    issued(office)
    issued(office, kind="fee_notice")
    issued(office, series="", kind="receipt_slip")

    with office.read() as view:
        every = view.letters.all()
        assert [row.id for row in every] == [3, 2, 1]
        assert [row.id for row in view.letters.all(kind="fee_notice")] == [2]
        assert [row.id for row in view.letters.all(year=2024)] == []
        assert [row.id for row in view.letters.all(request_number="无", limit=1)] == []
        assert [row.id for row in view.letters.all(limit=2)] == [3, 2]


def test_each_series_and_year_is_numbered_by_itself(office: Office) -> None:
    with office.work() as uow:
        taken = [
            uow.letters.take_number(series, year).printed
            for series, year in (("甲", 2025), ("乙", 2025), ("甲", 2026), ("甲", 2025))
        ]

    assert taken == ["甲〔2025〕1号", "乙〔2025〕1号", "甲〔2026〕1号", "甲〔2025〕2号"]


def test_offices_number_by_themselves(office: Office) -> None:
    other = office.installation.establish(OfficeProfile(name="辋川镇人民政府"), actor="管理员")
    issued(office)

    assert issued(other).number == "净公开告〔2025〕1号"


def test_a_number_that_was_taken_in_vain_is_given_back(office: Office) -> None:
    issued(office)
    with pytest.raises(InVainError):
        in_vain(office)

    assert issued(office).number == "净公开告〔2025〕2号"
    assert office.verify().holds


def test_eight_at_once_with_failures_among_them_leave_no_gap(office: Office) -> None:
    def write(turn: int) -> str:
        if turn % 3:
            return issued(office).number
        with pytest.raises(InVainError):
            in_vain(office)
        return ""

    with ThreadPoolExecutor(8) as pool:
        numbers = [number for number in pool.map(write, range(160)) if number]

    expected = {f"净公开告〔2025〕{serial}号" for serial in range(1, len(numbers) + 1)}
    assert len(numbers) == 106
    assert set(numbers) == expected
    assert office.verify().holds


def test_the_key_of_a_letter_finds_it_again(office: Office) -> None:
    row = issued(office, key="表单-1")

    with office.read() as view:
        found = view.letters.issued_under("表单-1")
        assert found is not None
        assert found.id == row.id
        assert view.letters.issued_under("表单-2") is None
        assert view.letters.issued_under(None) is None


def test_a_key_serves_once(office: Office) -> None:
    issued(office, key="表单-1")

    with pytest.raises(KeyReusedError):
        issued(office, key="表单-1")
    with office.read() as view:
        assert len(view.letters.all()) == 1


def test_a_template_is_kept_once(office: Office) -> None:
    issued(office)
    issued(office)

    with office.read() as view:
        kept = view.connection.scalar(text("SELECT count(*) FROM letter_template"))
    assert kept == 1


# --- nothing is changed or removed -------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["UPDATE {table} SET office_id = 9", "DELETE FROM {table}"])
def test_the_database_itself_refuses_to_alter_a_letter(
    office: Office, tmp_path: Path, table: str, statement: str
) -> None:
    issued(office)
    database = sqlite3.connect(tmp_path / "disclosure.db")

    with pytest.raises(sqlite3.IntegrityError, match="insert-only"):
        database.execute(statement.format(table=table))

    database.close()


@pytest.mark.parametrize("table", TABLES)
def test_the_program_cannot_replace_a_letter(office: Office, table: str) -> None:
    issued(office)
    replace = text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608

    with pytest.raises(IntegrityError, match="insert-only"), office.work() as uow:
        uow.connection.execute(replace)


def test_a_number_is_never_borne_twice(office: Office) -> None:
    issued(office)
    twice = NewLetter(
        kind="fee_notice",
        issued_on=DAY,
        text="……",
        facts={},
        template="# 题目",
        number=LetterNumber(SERIES, 2025, 1),
    )

    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"), office.work() as uow:
        uow.letters.issue(twice, actor="李四", at=office.clock.now())


# --- tampering ---------------------------------------------------------------------------

Tamper = Callable[..., None]


@pytest.fixture
def tamper(office: Office, tmp_path: Path) -> Tamper:
    """Let somebody with the file in hand do to it what the program would not."""
    issued(office)  # event 2, after the office's own
    issued(office)  # event 3
    assert office.verify().holds

    def by_hand(*statements: str) -> None:
        with sqlite3.connect(tmp_path / "disclosure.db") as database:
            for table in TABLES:
                database.execute(f"DROP TRIGGER {table}_is_never_changed")
                database.execute(f"DROP TRIGGER {table}_is_never_removed")
            for statement in statements:
                database.execute(statement)
        database.close()

    return by_hand


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("text", "别的话"),
        ("facts", "{}"),
        ("number", "净公开告〔2025〕9号"),
        ("serial", "9"),
        ("issued_on", "2025-09-21"),
        ("issued_at", "2025-09-21 00:00:00.000000"),
        ("actor", "王五"),
        ("kind", "fee_notice"),
        ("template", "0"),
        ("request_number", "别的申请"),
        ("language", "en"),
    ],
)
def test_a_changed_letter_is_named_with_its_column(
    office: Office, tamper: Tamper, column: str, value: str
) -> None:
    tamper(f"UPDATE letter SET {column} = '{value}' WHERE id = 2")  # noqa: S608 - the tampering

    found = office.verify().first_break

    assert found == ChainBreak(3, Fault.ROW_CHANGED, "letter", 2, (column,))


def test_a_removed_letter_is_named(office: Office, tamper: Tamper) -> None:
    tamper("DELETE FROM letter WHERE id = 2")

    assert office.verify().first_break == ChainBreak(3, Fault.ROW_MISSING, "letter", 2)


def test_a_letter_slipped_in_is_named(office: Office, tamper: Tamper) -> None:
    tamper(
        "INSERT INTO letter SELECT office_id, 9, request_id, request_number, kind, series, year,"
        " 9, number, issued_on, issued_at, actor, language, template, facts, text"
        " FROM letter WHERE id = 2"
    )

    assert office.verify().first_break == ChainBreak(0, Fault.ROW_WITHOUT_EVENTS, "letter", 9)


@pytest.mark.parametrize(
    "statement", ["UPDATE letter_template SET source = '# 别的'", "DELETE FROM letter_template"]
)
def test_a_template_that_was_lost_is_named(office: Office, tamper: Tamper, statement: str) -> None:
    digest = sha256("# 题目".encode()).hexdigest()

    tamper(statement)

    assert office.verify().first_break == ChainBreak(0, Fault.TEMPLATE_LOST, "letter", 1, (digest,))


@pytest.mark.parametrize("last", [1, 3])
def test_a_number_that_nobody_bears_is_named(office: Office, tamper: Tamper, last: int) -> None:
    tamper(f"UPDATE letter_numbering SET last_serial = {last}")  # noqa: S608 - likewise

    found = office.verify().first_break

    assert found is not None
    assert (found.what, found.columns) == (Fault.NUMBER_LOST, (f"{SERIES}〔2025〕",))
