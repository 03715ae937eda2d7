"""The index by which like requests are found: written with each, and kept as it is put right."""

from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, text

from tests.workflow.filled_in import amend, logged, parted, row_of
from tests.workflow.services.ledgers import a_book, a_line, take
from workflow.bootstrap import Installation, Office
from workflow.records.engine import writing_engine
from workflow.records.facts import Beside, PersonalDetails
from workflow.records.schema import bring_up_to_date, migrations
from workflow.records.shingles import contact_key, keys_of, name_key


def indexed(office: Office, number: str) -> list[int]:
    """Return the keys under which a request is found."""
    with office.read() as view:
        query = text("SELECT key FROM likeness WHERE office_id = :office AND id = :id ORDER BY key")
        mine = {"office": office.id, "id": view.requests.find(number).id}
        return list(view.connection.scalars(query, mine))


def expected(office: Office, number: str, *contacts: str) -> list[int]:
    """Return the keys that a request must have by what its row says."""
    row = row_of(office, number)
    with office.read() as view:
        secret = view.requests.likeness.secret
    return keys_of(
        secret, applicant=row.applicant, content=row.content, contacts=(row.contact, *contacts)
    )


def test_a_request_is_indexed_when_it_is_logged(office: Office) -> None:
    number = logged(office, contact="13800000000", phone="0595-87801209")

    assert indexed(office, number) == expected(office, number, "0595-87801209")


def test_a_request_is_indexed_when_it_is_imported(installation: Installation) -> None:
    take(installation, a_book(a_line(number="1", contact="13800000000"), a_line(number="2")))
    office = installation.office()

    for number in ("1", "2"):
        assert indexed(office, number) == expected(office, number)


def test_every_part_of_a_split_request_is_indexed_by_its_own_words(office: Office) -> None:
    number = logged(office, content="某路征地补偿方案；某村低保名单")

    numbers = parted(office, number, "某路征地补偿方案", "某村低保名单")

    for part in numbers:
        assert indexed(office, part) == expected(office, part)


@pytest.mark.parametrize(
    "changes",
    [{"content": "某村低保对象名单"}, {"applicant": "张三丰"}, {"contact": "059587801209"}],
)
def test_what_is_put_right_is_found_under_its_new_keys_alone(
    office: Office, changes: dict[str, Any]
) -> None:
    number = logged(office, contact="13800000000")
    before = indexed(office, number)

    amend(office, number, **changes)

    assert indexed(office, number) == expected(office, number) != before


def test_a_telephone_that_is_added_is_found(office: Office) -> None:
    number = logged(office)

    amend(office, number, Beside(details=PersonalDetails(phone="13800000000")))

    with office.read() as view:
        likeness = view.requests.likeness
        key = contact_key(likeness.secret, "13800000000")
        assert likeness.under(key) == {view.requests.find(number).id}


def test_a_change_that_bears_on_no_likeness_leaves_the_index_alone(office: Office) -> None:
    number = logged(office)
    before = indexed(office, number)

    amend(office, number, note="备注")

    assert indexed(office, number) == before


def index_and_fail(office: Office) -> None:
    with office.work() as uow:
        uow.requests.likeness.add({1: [name_key("张三")]})
        raise ZeroDivisionError


def test_a_request_that_could_not_be_registered_is_not_indexed(office: Office) -> None:
    with pytest.raises(ZeroDivisionError):
        index_and_fail(office)

    with office.read() as view:
        assert view.requests.likeness.under(name_key("张三")) == frozenset()


def test_a_key_that_few_share_counts_for_more(office: Office) -> None:
    with office.work() as uow:
        uow.requests.likeness.add({row_id: [1] for row_id in range(1, 51)} | {60: [2]})
        shared = uow.requests.likeness.shared([1, 2])

    assert max(shared, key=shared.__getitem__) == 60


def test_offices_are_indexed_apart(installation: Installation, office: Office) -> None:
    logged(office)
    take(installation, a_book(a_line(number="1")), office=office.name)

    with office.read() as view:
        assert len(view.requests.likeness.under(name_key("张三"))) == 2
        assert view.requests.likeness.under(name_key("李四")) == frozenset()


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return writing_engine(f"sqlite:///{tmp_path}/before.db")


OLD_OFFICE = """INSERT INTO office (id, name, short_name, level, parent, phone, fax, address,
    postcode, website, letter_prefix, settings, chain_length, chain_head, created_at) VALUES
    (1, '净峰镇人民政府', '', 'town', '', '', '', '', '', '', '', '{}', 0, '', '2025-01-01')"""
OLD_REQUEST = """INSERT INTO request (office_id, id, number, channel, applicant, applicant_kind,
    contact, content, note, case_officer, registered_at, state, provisional, event_count, version)
    VALUES (1, :id, :number, 'in_person', '张三', 'natural_person', '13800000000',
    '某路征地补偿方案', '', '', '2025-01-01', 'received', 0, 1, 1)"""


def test_requests_from_before_are_indexed_when_the_tables_come(engine: Engine) -> None:
    with engine.connect() as connection:
        command.upgrade(migrations(connection), "0002")
    with engine.begin() as connection:
        connection.execute(text(OLD_OFFICE))
        for row_id in range(1, 502):  # one more than the migration takes at a time
            connection.execute(text(OLD_REQUEST), {"id": row_id, "number": f"{row_id}号"})

    bring_up_to_date(engine)

    with engine.connect() as connection:
        secret = str(connection.scalar(text("SELECT secret FROM office_key WHERE office_id = 1")))
        for row_id in (1, 500, 501):
            query = text("SELECT key FROM likeness WHERE id = :id ORDER BY key")
            assert list(connection.scalars(query, {"id": row_id})) == keys_of(
                secret, applicant="张三", content="某路征地补偿方案", contacts=("13800000000",)
            )
    engine.dispose()
