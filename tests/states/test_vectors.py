"""The worked examples of the clock, answered through the way that the public takes.

Each was worked out by hand from the text its `basis` names; `count` gives the days and their
numbers, so that not only the date but its explanation is checked.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from states.calendar.workdays import built_in
from workflow.services.clock.lines import answer_lines

VECTORS = {
    vector["id"]: vector
    for vector in json.loads(
        Path(__file__).with_name("deadline_vectors.json").read_text(encoding="utf-8")
    )
}
# H03 asks for the six months of a suit without saying so; the default is reconsideration.
MEANT = {"H03": {"remedy": "litigation"}}
RUN = re.compile(r"(\d\d-\d\d)\*?(?:\.\.(\d\d-\d\d)\*?)?=(\d+)(?:\.\.(\d+))?")
ONE_DAY = timedelta(days=1)


def answered(name: str) -> dict[str, object]:
    line = json.dumps(VECTORS[name] | MEANT.get(name, {}))
    (printed,) = answer_lines([line], built_in())
    answer: dict[str, object] = json.loads(printed)
    return answer


def numbers(answer: dict[str, object]) -> dict[date, int]:
    """Return the number of every day that the ledger counts."""
    ledger = answer["ledger"]
    assert isinstance(ledger, list)
    return {date.fromisoformat(day["day"]): day["number"] for day in ledger if "number" in day}


def runs(count: str, years: set[int]) -> Iterator[tuple[date, date, int, int]]:
    """Yield first day, last day, first number and last number of `09-17..09-20=1..4; …`."""
    for first, last, low, high in RUN.findall(count):
        for year in years:
            start = date.fromisoformat(f"{year}-{first}")
            yield start, date.fromisoformat(f"{year}-{last or first}"), int(low), int(high or low)


@pytest.mark.parametrize("name", VECTORS)
def test_every_worked_example_is_answered_as_worked_out(name: str) -> None:
    expected = VECTORS[name]["expect"] | {"law": VECTORS[name]["law"]}

    answer = answered(name)

    assert {key: answer.get(key) for key in expected} == expected


@pytest.mark.parametrize("name", [name for name in VECTORS if "count" in VECTORS[name]])
def test_the_ledger_numbers_the_days_as_counted_by_hand(name: str) -> None:
    answer = answered(name)
    numbered = numbers(answer)
    # An extension is counted by hand from the date it moved, by the ledger from the start.
    moved = answer.get("original_due")
    before = numbered[date.fromisoformat(str(moved))] if moved else 0

    by_hand = {
        day: number + before
        for first, last, low, high in runs(VECTORS[name]["count"], {day.year for day in numbered})
        for day, number in zip(
            [day for day in sorted(numbered) if first <= day <= last],
            range(low, high + 1),
            strict=False,
        )
    }

    assert by_hand
    assert {day: number for day, number in numbered.items() if number > before} == by_hand


@pytest.mark.parametrize("name", VECTORS)
def test_the_ledger_has_an_entry_for_every_day(name: str) -> None:
    answer = answered(name)
    start = date.fromisoformat(str(answer["counts_from"]))
    due = date.fromisoformat(str(answer["due"] or answer["provisional_due"]))
    ledger = answer["ledger"]
    assert isinstance(ledger, list)

    days = [date.fromisoformat(entry["day"]) for entry in ledger]

    assert days == [start + n * ONE_DAY for n in range(1, (due - start).days + 1)]
    assert all(("number" in entry) != ("why" in entry) for entry in ledger)
