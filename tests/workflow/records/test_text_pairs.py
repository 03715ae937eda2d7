"""Searching an office of very many requests: by pairs of characters, and nothing is overlooked."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.builders import TOWN, an_installation
from tests.workflow.filled_in import EARLY, LAST_READ_THROUGH, amend, grown, logged
from workflow.bootstrap import Installation, Office
from workflow.records.engine import writing_engine
from workflow.records.facts import NewRequest, RequestFacts
from workflow.records.schema import bring_up_to_date, migrations
from workflow.records.text_pairs import BLOCK, COMMON, READ_THROUGH, pairs_in
from workflow.records.worklists import Wanted


@pytest.fixture(name="large")
def _large(office: Office) -> Office:
    return grown(office)


def pairs_of(office: Office) -> int:
    with office.read() as view:
        query = text("SELECT count(*) FROM text_pair WHERE office_id = :office")
        return int(view.connection.scalar(query, {"office": office.id}) or 0)


def found(office: Office, wanted: str) -> list[str]:
    """Return the contents of what a search finds, the newest first."""
    with office.read() as view:
        return [row.content for row in view.requests.page(Wanted(text=wanted), limit=None)]


def looked_up(office: Office, wanted: str) -> list[int] | None:
    with office.read() as view:
        return view.requests.text_pairs.rows_with(wanted)


def register(office: Office, contents: Iterable[str]) -> None:
    facts = [RequestFacts(channel=None, applicant="王五", content=one) for one in contents]
    with office.work() as uow:
        uow.requests.add_many(
            [NewRequest(one, ()) for one in facts],
            actor="王五",
            at=office.clock.now(),
            calendar=office.calendar,
        )


def test_the_requests_of_a_small_office_have_no_pairs(office: Office) -> None:
    logged(office, content="某村低保名单")

    assert pairs_of(office) == 0
    assert found(office, "低保") == ["某村低保名单"]


def test_a_word_is_found_among_the_first_requests_and_the_later_ones(large: Office) -> None:
    logged(large, content="另一条路的征地公告")
    logged(large, content="某村低保名单")

    assert found(large, "征地") == ["另一条路的征地公告", EARLY]
    assert looked_up(large, "征地") == [READ_THROUGH - 1, READ_THROUGH]


@pytest.mark.parametrize("field", ["content", "applicant", "note"])
def test_every_column_that_is_searched_has_its_pairs(large: Office, field: str) -> None:
    logged(large, **{field: "独一无二的话"})

    assert looked_up(large, "无二") == [READ_THROUGH]


def test_a_number_is_found_by_a_part_of_it(large: Office) -> None:
    number = logged(large)
    logged(large)

    assert looked_up(large, number[-4:]) == [READ_THROUGH]


@pytest.mark.parametrize("wanted", ["PPP项目", "ppp项目", "Ppp"])
def test_letters_are_found_in_capitals_or_not_on_every_database(large: Office, wanted: str) -> None:
    logged(large, content="某路PPP项目合同")

    assert found(large, wanted) == ["某路PPP项目合同"]
    assert looked_up(large, wanted) == [READ_THROUGH]


@pytest.mark.parametrize("wanted", ["50%_a", "%", "_a", "\\", "'"])
def test_what_a_pattern_would_mean_means_itself(large: Office, wanted: str) -> None:
    logged(large, content="补偿款50%_A\\'的明细")
    logged(large, content="补偿款50xxa")

    assert found(large, wanted) == ["补偿款50%_A\\'的明细"]


def test_pairs_that_stand_apart_are_no_word(large: Office) -> None:
    logged(large, content="补偿，偿付款")

    assert looked_up(large, "补偿付款") == []
    assert looked_up(large, "补偿款") == []


def test_a_single_character_is_looked_for_by_reading(large: Office) -> None:
    logged(large, content="某村低保名单")

    assert looked_up(large, "保") is None
    assert found(large, "保") == ["某村低保名单"]


def test_a_text_that_is_put_right_is_found_under_the_new_words_alone(large: Office) -> None:
    number = logged(large, content="某村低保名单")
    other = logged(large, content="某村五保名单")

    amend(large, number, content="某村宅基地批复")
    amend(large, other, note="另附说明")

    assert found(large, "低保") == []
    assert found(large, "宅基") == ["某村宅基地批复"]
    assert found(large, "名单") == found(large, "另附") == ["某村五保名单"]
    with large.read() as view:
        assert view.requests.text_pairs.is_complete()


def test_what_very_many_blocks_hold_is_looked_for_by_reading(large: Office) -> None:
    with large.work() as uow:
        uow.requests.text_pairs.add({READ_THROUGH + n * BLOCK: ["征地"] for n in range(COMMON + 1)})

    assert looked_up(large, "征地") is None
    assert found(large, "征地") == [EARLY]


def test_offices_are_searched_apart(installation: Installation, large: Office) -> None:
    logged(large, content="某村低保名单")
    other = grown(installation.establish(replace(TOWN, name="洛阳镇人民政府"), actor="管理员"))

    assert found(other, "低保") == []
    assert pairs_of(other) == 0


def test_an_index_that_lacks_something_is_known_and_made_anew(large: Office) -> None:
    logged(large, content="某村低保名单")
    whole = pairs_of(large)
    with large.work() as uow:
        uow.connection.execute(text("DELETE FROM text_pair WHERE pair % 2 = 0"))
    with large.read() as view:
        assert not view.requests.text_pairs.is_complete()

    with large.work() as uow:
        assert uow.requests.text_pairs.rebuild() == whole
    with large.work() as uow:  # one that is missing, and one too many
        (pair,) = pairs_in(["低保"])
        wrong = text("UPDATE text_pair SET pair = 12345 WHERE pair = :pair")
        uow.connection.execute(wrong, {"pair": pair})
    with large.read() as view:
        assert not view.requests.text_pairs.is_complete()

    with large.work() as uow:
        uow.requests.text_pairs.rebuild()

    with large.read() as view:
        assert view.requests.text_pairs.is_complete()


_WORDS = st.text(alphabet="征地补偿低保12号 ，", max_size=8)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(contents=st.lists(_WORDS.filter(str.strip), min_size=1, max_size=90), wanted=_WORDS)
def test_a_search_finds_what_reading_every_request_finds(
    tmp_path_factory: pytest.TempPathFactory, contents: list[str], wanted: str
) -> None:
    with an_installation(tmp_path_factory.mktemp("searched")) as installation:
        office = grown(installation.establish(TOWN, actor="管理员"))
        register(office, contents)
        everything = [*reversed(contents), EARLY]

        held = [one for one in everything if wanted in one]

        # A number may hold what a content does not.
        assert [one for one in found(office, wanted) if wanted in one] == held
        row_ids = looked_up(office, wanted)
        assert row_ids is None or len(row_ids) >= len(held)


def test_what_was_registered_before_is_indexed_when_the_tables_come(tmp_path: Path) -> None:
    engine = writing_engine(f"sqlite:///{tmp_path}/before.db")
    with engine.connect() as connection:
        command.upgrade(migrations(connection), "0010")
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO office (id, name, short_name, level, parent, phone, fax, address, "
                "postcode, website, letter_prefix, settings, chain_length, chain_head, created_at) "
                "VALUES (1, '净峰镇', '', 'town', '', '', '', '', '', '', '', '{}', 0, '', "
                "'2025-01-01')"
            )
        )
        for row_id in (READ_THROUGH - 1, READ_THROUGH, READ_THROUGH + 20 * BLOCK):
            values = {"office": 1, "id": row_id, "number": "一号", "content": "低保"}
            connection.execute(text(LAST_READ_THROUGH), values | {"number": f"{row_id}"})

    bring_up_to_date(engine)

    with engine.connect() as connection:
        query = text("SELECT block FROM text_pair WHERE pair = :pair ORDER BY block")
        (pair,) = pairs_in(["低保"])
        first = READ_THROUGH // BLOCK
        assert list(connection.scalars(query, {"pair": pair})) == [first, first + 20]
    engine.dispose()
