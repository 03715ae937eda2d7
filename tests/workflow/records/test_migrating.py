"""A database from before the registers were completed, brought up to date."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, text

from workflow.bootstrap import open_installation
from workflow.records.canonical import canonical_json
from workflow.records.chain import Chain, Draft
from workflow.records.engine import writing_engine
from workflow.records.schema import migrations
from workflow.records.store import Store
from workflow.settings import Settings

AT = datetime(2017, 3, 6, 2, tzinfo=UTC)
DAY = date(2017, 3, 6)  # Monday
PUBLICATION = {
    "title": "预算",
    "published_on": "2017-03-06",
    "channels": "website",
    "index_number": "",
    "category": "其他类",
    "document_number": "",
    "formed_on": None,
    "normative": False,
    "note": "",
}
OFFICE = {"name": "净峰镇人民政府", "short_name": "净峰镇", "level": "town", "parent": "",
          "phone": "", "fax": "", "address": "", "postcode": "", "website": "",
          "letter_prefix": "", "settings": {}}  # fmt: skip
STAFF = {"name": "前任", "role": "clerk", "active": False, "account": "", "email": ""}
LAWSUIT = {"received_on": "2017-03-06", "after_reconsideration": True, "court": "惠安县人民法院",
           "case_number": "", "request_number": "", "concluded_on": None,
           "result": "pending"}  # fmt: skip


def registered(subject: str, facts: Mapping[str, object]) -> Draft:
    return Draft(subject, 1, 0, "registered", DAY, canonical_json(facts))


def fill(connection: Connection) -> None:
    """Write what the first version of the program wrote, rows and events."""
    for table, facts in (("office", OFFICE), ("staff", STAFF), ("publication", PUBLICATION),
                         ("lawsuit", LAWSUIT)):  # fmt: skip
        row: dict[str, object] = {"id": 1, **facts}
        if table == "office":
            row |= {"settings": "{}", "chain_length": 0, "chain_head": "", "created_at": AT}
        else:
            row["office_id"] = 1
        names = ", ".join(row)
        places = ", ".join(f":{name}" for name in row)
        statement = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - a test's own
        connection.execute(text(statement), row)
    drafts = [
        registered("office", OFFICE),
        registered("staff", STAFF),
        registered("publication", PUBLICATION),
        registered("lawsuit", LAWSUIT),
    ]
    Chain(Store(connection, 1)).append(drafts, actor="管理员", at=AT)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    url = f"sqlite:///{tmp_path}/old.db"
    engine = writing_engine(url)
    with engine.connect() as connection:
        command.upgrade(migrations(connection), "0001")
    with engine.begin() as connection:
        fill(connection)
    engine.dispose()
    return Settings(database_url=url)


def test_an_old_database_holds_after_the_migration(settings: Settings) -> None:
    with open_installation(settings) as installation:
        verified = installation.office().verify()

    assert verified.first_break is None
    assert (verified.events, verified.rows) == (4, 4)


def test_old_rows_hold_the_defaults_of_what_is_new(settings: Settings) -> None:
    with open_installation(settings) as installation, installation.office().read() as view:
        (lawsuit,) = view.lawsuits.all()
        (publication,) = view.publications.all()

    assert (lawsuit.procedure, lawsuit.co_defendant, lawsuit.annulled) == ("ordinary", False, False)
    assert (publication.review, publication.published_on) == ("", DAY)


def test_an_old_row_can_be_amended_and_made_void(settings: Settings) -> None:
    with open_installation(settings) as installation:
        office = installation.office()
        with office.work() as uow:
            uow.lawsuits.amend(1, {"officer": "李四"}, reason="补", actor="李四", at=AT)
            uow.publications.annul(1, reason="重复", actor="李四", at=AT)

        assert office.verify().holds
