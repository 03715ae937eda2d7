"""Writers killed in mid-command, two hundred times: nothing is half done, nothing told is lost.

And writers that are left alone: eight processes take a thousand numbers, none twice, none missing.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.builders import TOWN
from tests.workflow.faults.writers import WRITERS, open_records
from workflow.bootstrap import Office
from workflow.records.chain import Entry
from workflow.records.view import View

ROOT = Path(__file__).parents[3]
KILLS, ROUNDS = 50, 4  # two hundred in all, each round in records of its own
PROCESSES, EACH = 8, 125  # a thousand requests

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork"),
]


def run(what: str, directory: Path, *sizes: int) -> dict[str, Any]:
    """Let the writers write in a process of their own, and return what they were told."""
    command = [sys.executable, "-m", "tests.workflow.faults.writers", what, str(directory)]
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [*command, *map(str, sizes)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


# --- wholly there, or wholly not ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Histories:
    """The histories of all requests, by number."""

    by_number: dict[str, tuple[Entry, ...]]

    @classmethod
    def of(cls, view: View) -> "Histories":
        numbers = [row.number for row in view.requests.each()]
        return cls({number: view.requests.history(number) for number in numbers})

    def entries(self, kind: str) -> Iterator[tuple[str, Entry]]:
        """Yield the entries of a kind, each with the request it is about."""
        for number, entries in self.by_number.items():
            yield from ((number, entry) for entry in entries if entry.kind == kind)

    def has(self, number: str, kind: str, name: str, value: object) -> bool:
        """Whether the history of a request has such an entry, which says so."""
        return any(
            entry.kind == kind and entry.terms.get(name) == value
            for entry in self.by_number.get(number, ())
        )

    def kinds(self) -> set[str]:
        """Return the kinds of all that was entered."""
        return {entry.kind for entries in self.by_number.values() for entry in entries}

    def keys(self) -> list[str]:
        """Return every key under which something was entered."""
        return [
            entry.idempotency_key
            for entries in self.by_number.values()
            for entry in entries
            if entry.idempotency_key
        ]


def is_registered_with_the_facts_it_came_by(found: Histories) -> Iterator[bool]:
    for number, _ in found.entries("registered"):
        # A part whose whole had no fact left has none either.
        yield found.by_number[number][1].kind in {"submitted", "split_from"}


def is_merged_on_both_sides(found: Histories) -> Iterator[bool]:
    for number, entry in found.entries("merged"):
        yield found.has(str(entry.terms["ref"]), "took_in", "number", number)
    for number, entry in found.entries("took_in"):
        yield found.has(str(entry.terms["number"]), "merged", "ref", number)


def is_let_go_by_an_annulment(found: Histories) -> Iterator[bool]:
    for _, entry in found.entries("let_go"):
        history = found.by_number[str(entry.terms["number"])]
        annulled = {each.annuls for each in history}
        yield any(each.kind == "merged" and each.seq in annulled for each in history)


def is_related_on_both_sides(found: Histories) -> Iterator[bool]:
    for kind in ("linked", "kept_apart"):
        for number, entry in found.entries(kind):
            yield found.has(str(entry.terms["number"]), kind, "number", number)


def is_split_into_all_its_parts(found: Histories) -> Iterator[bool]:
    for number, entry in found.entries("split_into"):
        parts = entry.terms["numbers"]
        assert isinstance(parts, list)
        yield all(found.has(part, "split_from", "number", number) for part in parts)
        yield found.by_number[number][entry.position - 1].kind == "amended"
    for number, entry in found.entries("split_from"):
        whole = found.by_number[str(entry.terms["number"])]
        yield any(number in str(each.terms.get("numbers")) for each in whole)


# What must hold of every command that is on record at all.
WHOLLY = (
    is_registered_with_the_facts_it_came_by,
    is_merged_on_both_sides,
    is_let_go_by_an_annulment,
    is_related_on_both_sides,
    is_split_into_all_its_parts,
)
# Commands that write several rows, and how many kinds of them must have been tried.
UNDER_WAY = {"registered", "amended", "merged", "linked", "kept_apart", "split_into"}
FEWEST_KINDS = 3


@pytest.mark.parametrize("seed", range(1, ROUNDS + 1))
def test_writers_killed_in_mid_command_leave_nothing_half_done_and_lose_nothing_told(
    tmp_path: Path, seed: int
) -> None:
    said = run("kills", tmp_path, KILLS, seed)
    told = said["told"]

    with open_records(tmp_path) as installation:
        office = installation.office()
        with office.read() as view:
            found = Histories.of(view)
            indexed, expected = _likeness(view)
        keys = found.keys()

        assert said["kills"] == KILLS
        assert office.verify().holds
        # Everything that was told is done is there, and nothing twice.
        assert set(told) <= set(keys)
        assert len(set(keys)) == len(keys)
        # A kill leaves at most the one command that was done and not yet told.
        assert len(set(keys) - set(told)) <= KILLS + WRITERS
        assert [rule.__name__ for rule in WHOLLY if not all(rule(found))] == []
        assert indexed == expected
        assert_in_sequence(list(found.by_number))
        # Enough was under way for all this to mean something.
        assert len(told) > KILLS
        assert len(found.kinds() & UNDER_WAY) >= FEWEST_KINDS
        _write_on(office)
        assert office.verify().holds


def _likeness(view: View) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return under which keys requests are found, and under which they ought to be."""
    kept = view.requests.beside.personal_of()
    expected = {
        (key, row.id)
        for row in view.requests.each()
        for key in view.requests.likeness.keys_of(
            applicant=row.applicant,
            content=row.content,
            contacts=(row.contact, kept[row.id].details.phone if row.id in kept else ""),
        )
    }
    indexed = view.connection.execute(text("SELECT key, id FROM likeness"))
    return {(key, row_id) for key, row_id in indexed}, expected


def _write_on(office: Office) -> None:
    """Write as whoever comes next does."""
    with office.work() as uow:
        number = uow.requests.page(limit=1)[0].number
        uow.requests.amend(
            number,
            {"note": "其后"},
            reason="继续",
            actor="李四",
            at=office.clock.now(),
            calendar=office.calendar,
        )


# --- numbers -----------------------------------------------------------------------------------

A_NUMBER = re.compile(r"净公开申〔(\d{4})〕(\d+)号")


def assert_in_sequence(numbers: list[str]) -> dict[int, int]:
    """Check that each year's serials run from one without a gap; return how many each has."""
    serials: dict[int, list[int]] = {}
    for number in numbers:
        found = A_NUMBER.fullmatch(number)
        assert found is not None, number
        serials.setdefault(int(found[1]), []).append(int(found[2]))
    for year, given in serials.items():
        assert sorted(given) == list(range(1, len(given) + 1)), year
    return {year: len(given) for year, given in serials.items()}


def test_eight_processes_take_a_thousand_numbers_none_twice_and_none_missing(
    tmp_path: Path,
) -> None:
    told = run("numbers", tmp_path, PROCESSES, EACH)["told"]

    # Every process begins with a request of 2024 and alternates: 63 and 62 of each 125.
    assert assert_in_sequence(told) == {2024: PROCESSES * 63, 2025: PROCESSES * 62}
    with open_records(tmp_path) as installation:
        office = installation.office()
        with office.read() as view:
            assert {row.number for row in view.requests.each()} == set(told)
        assert office.verify().holds


def test_records_open_while_somebody_else_writes(tmp_path: Path) -> None:
    with open_records(tmp_path) as installation:
        office = installation.establish(TOWN, actor="管理员")
        with office.work(), open_records(tmp_path) as other, other.office().read() as view:
            assert view.offices.find(TOWN.name).name == TOWN.name
