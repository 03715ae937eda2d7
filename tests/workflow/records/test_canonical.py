"""The one way of writing down, and the hash that is taken over it."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from workflow.records.canonical import canonical_instant, canonical_json, plain
from workflow.records.chain import link
from workflow.records.store import as_day, as_instant, as_json


def test_canonical_json_has_its_keys_in_order_without_spaces() -> None:
    assert canonical_json({"b": [1, True, None], "a": "补正"}) == '{"a":"补正","b":[1,true,null]}'


def test_an_instant_is_written_in_utc_to_the_microsecond() -> None:
    at = datetime(2025, 9, 22, 8, 30, tzinfo=timezone(timedelta(hours=8)))

    assert canonical_instant(at) == "2025-09-22 00:30:00.000000"


def test_a_naive_instant_is_not_written() -> None:
    with pytest.raises(ValueError, match="2025"):
        canonical_instant(datetime(2025, 9, 22))  # noqa: DTZ001 - the fault under test


def test_a_value_is_made_plain_all_the_way_down() -> None:
    at = datetime(2025, 9, 22, tzinfo=UTC)

    made = plain({"on": date(2025, 9, 22), "at": [at, ("x", None)], 1: False})

    assert made == {
        "on": "2025-09-22",
        "at": ["2025-09-22 00:00:00.000000", ["x", None]],
        "1": False,
    }


def test_what_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(TypeError):
        plain(1.5)


def test_the_hash_is_taken_over_a_json_array_of_all_that_is_said() -> None:
    said = [
        "ab", 1, 7, "request", 3, 2, "fee_paid", "2025-09-22", "2025-09-22 00:00:00.000000",
        '李"四', None, "k", {"amount": 5},
    ]  # fmt: skip
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))

    made = link(
        "ab",
        (1, 7, "request", 3, 2, "fee_paid"),
        ("2025-09-22", "2025-09-22 00:00:00.000000"),
        ('李"四', None, "k"),
        '{"amount":5}',
    )

    assert made == sha256(text.encode()).hexdigest()


def test_values_are_read_alike_whatever_the_driver_gives() -> None:
    at = datetime(2025, 9, 22, tzinfo=UTC)

    assert as_day("2025-09-22") == as_day(date(2025, 9, 22)) == date(2025, 9, 22)
    assert as_instant("2025-09-22 00:00:00.000000") == as_instant(at) == at
    assert as_json({"a": 1}) == as_json('{"a":1}') == '{"a":1}'
