"""Every line of the table of speeds: ours beside the floor and the peers, and what is reached."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from time import perf_counter

from tests.bench import (
    clients,
    clocks,
    dates,
    documents,
    draining,
    imports,
    moves,
    outboxes,
    pages,
    reports,
    scale,
    searches,
    server_moves,
    similar,
    steps,
    sweeps,
)
from tests.bench.lines import Bench, Effort, Line, UnavailableError
from tests.bench.table import as_markdown, shown_lines, told

BENCHES: dict[str, Bench] = {
    "dates": dates.bench,
    "clock": clocks.bench,
    "steps": steps.bench,
    "moves": moves.bench,
    "moves-postgres": server_moves.bench,
    "clients": clients.bench,
    "import": imports.bench,
    "similar": similar.bench,
    "documents": documents.bench,
    "pages": pages.bench,
    "search": searches.bench,
    "outbox": outboxes.bench,
    "draining": draining.bench,
    "draining-postgres": draining.bench_postgres,
    "report": reports.bench,
    "report-postgres": reports.bench_postgres,
    "sweep": sweeps.bench,
    "sweep-postgres": sweeps.bench_postgres,
    "scale": scale.bench,
}
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "performance.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; 1 where a line does not reach what it must."""
    asked = _parser().parse_args(arguments)
    begun = perf_counter()
    lines = list(_run(asked.only or list(BENCHES), Effort(asked.quick, Random(asked.seed))))  # noqa: S311 -- dates to time with, no secrets
    shown_lines(lines, perf_counter() - begun)
    if asked.json is not None:
        asked.json.write_text(_as_json(lines), encoding="utf-8")
    if asked.write and not asked.quick:
        earlier = PAGE.read_text(encoding="utf-8") if asked.only and PAGE.exists() else ""
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(as_markdown(lines, earlier), encoding="utf-8")
        told(f"written: {PAGE}")
    return int(not asked.quick and any(line.reached == "✗" for line in lines))


def _run(names: list[str], effort: Effort) -> list[Line]:
    lines: list[Line] = []
    for name in names:
        told(f"{name} …")
        try:
            lines.extend(BENCHES[name](effort))
        except UnavailableError as reason:
            told(f"{name}: left out, {reason}")
    return lines


def _as_json(lines: list[Line]) -> str:
    rows = [asdict(line) | {"reached": line.reached} for line in lines]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=list(BENCHES), metavar="NAME")
    parser.add_argument("--quick", action="store_true", help="small sizes, nothing is judged")
    parser.add_argument("--seed", type=int, default=1, help="of the random dates and orders")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the lines as JSON")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name} of the docs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
